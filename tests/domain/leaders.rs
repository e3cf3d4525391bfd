//! What only a leader of the house may do, and that somebody always leads it.

use chrono::TimeDelta;
use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{KeyDeed, Records, Slot, Staff, keys_on_record};
use trivsel_domain::value::{Fingerprint, Initials, KeyEventId, Line, SeatNorm, StaffId};

use super::facts::{ASKER, COLLEAGUE, House};

fn of(text: &str) -> Initials {
    Initials::new(text).unwrap()
}

fn slot(initials: &str, n: u8) -> Slot {
    Slot { of: of(initials), fingerprint: Fingerprint::new([n; 8]) }
}

fn key(deed: KeyDeed) -> Action {
    Action::Key { id: KeyEventId::from_u128(9), deed }
}

fn exported(whole: bool) -> Action {
    key(KeyDeed::Exported { format: Line::new("json").unwrap(), whole })
}

/// What only a leader may do.
fn of_leaders(house: &House) -> Vec<Action> {
    let until = house.today.and_hms_opt(9, 0, 0).unwrap();
    let norm = SeatNorm::limited(20).unwrap();
    let new = Staff {
        id: StaffId::from_u128(7),
        initials: of("NY"),
        leader: true,
        ..house.records.staff[1].clone()
    };
    vec![
        Action::SetLeader { who: COLLEAGUE, leads: true },
        Action::RetireStaff { who: COLLEAGUE, on: house.today, hand_over_to: None },
        Action::SetSeats { programme: house.programmes[0].code().clone(), norm },
        Action::AddStaff { staff: new, key: None },
        Action::Restore(Box::new(Records { staff: house.records.staff.clone(), ..house.records.clone() })),
        key(KeyDeed::Given(slot("LB", 1))),
        key(KeyDeed::Renewed(slot("LB", 1))),
        key(KeyDeed::RecoveryMade(Fingerprint::new([1; 8]))),
        key(KeyDeed::Removed { of: of("LB"), recovery: Fingerprint::new([1; 8]) }),
        key(KeyDeed::AskedToClose { until }),
        exported(true),
    ]
}

#[test]
fn what_only_a_leader_may_do() {
    let mut house = House::new();
    for action in of_leaders(&house) {
        assert!(house.decide(&action).is_ok(), "{action:?}");
    }
    house.asker = COLLEAGUE;
    for action in of_leaders(&house) {
        let refused = house.decide(&action).unwrap_err();
        assert_eq!(refused.first(), Some(&Reason::OnlyLeaders(vec![of("MK")])), "{action:?}");
    }
    // A leader who has left is no leader.
    house.records.staff[0].left_on = Some(house.today - TimeDelta::days(1));
    let refused = house.decide(&exported(true)).unwrap_err();
    assert_eq!(refused, [Reason::OnlyLeaders(vec![])]);
}

#[test]
fn what_everybody_may_do() {
    let mut house = House::new();
    house.asker = COLLEAGUE;
    let new = Staff { id: StaffId::from_u128(7), initials: of("NY"), ..house.records.staff[1].clone() };
    let with_key = Some((KeyEventId::from_u128(9), Fingerprint::new([3; 8])));
    let added = house.decide(&Action::AddStaff { staff: new, key: with_key }).unwrap();
    assert_eq!(added.changes.len(), 2, "the person, and on record the key that they got");
    for action in [exported(false), key(KeyDeed::Changed(slot("LB", 1)))] {
        assert!(house.decide(&action).is_ok(), "{action:?}");
    }
}

#[test]
fn nobody_changes_the_passphrase_of_another_as_if_it_were_their_own() {
    let house = House::new();
    let at = house.today.and_hms_opt(8, 0, 0).unwrap();
    let tries = KeyDeed::FailedTries { of: of("LB"), count: 1, first: at, last: at };
    for deed in [KeyDeed::Changed(slot("LB", 1)), KeyDeed::Recovered(slot("LB", 1)), tries] {
        assert_eq!(house.decide(&key(deed)), Err(vec![Reason::KeyOfAnother(of("LB"))]));
    }
}

#[test]
fn somebody_always_leads_the_house() {
    let mut house = House::new();
    let end = Action::SetLeader { who: ASKER, leads: false };
    let leaves = Action::RetireStaff { who: ASKER, on: house.today, hand_over_to: None };
    assert_eq!(house.decide(&end), Err(vec![Reason::LastLeader]));
    assert_eq!(house.decide(&leaves), Err(vec![Reason::LastLeader]));
    house.records.staff[1].leader = true;
    assert!(house.decide(&end).is_ok() && house.decide(&leaves).is_ok());
    // A leader who has left does not count.
    house.records.staff[1].left_on = Some(house.today);
    assert_eq!(house.decide(&end), Err(vec![Reason::LastLeader]));
    let gone = house.decide(&Action::SetLeader { who: COLLEAGUE, leads: true });
    assert!(matches!(gone.unwrap_err().as_slice(), [Reason::StaffGone { .. }]));
}

#[test]
fn a_restored_house_keeps_its_leader_and_takes_no_keys() {
    let mut house = House::new();
    let mut records = house.records.clone();
    records.staff[0].leader = false;
    house.act(&key(KeyDeed::Given(slot("MK", 1)))).unwrap();
    records.key_events = house.records.key_events.clone();
    let mut empty = House::new();
    empty.act(&Action::Restore(Box::new(records))).unwrap();
    assert!(empty.records.staff[0].leader && empty.records.key_events.is_empty());
}

#[test]
fn the_last_event_of_each_owner_says_which_key_is_on_record() {
    let mut house = House::new();
    let print = |n| Fingerprint::new([n; 8]);
    let mut now = |deed: KeyDeed| {
        let n = house.records.key_events.len() as u128;
        house.act(&Action::Key { id: KeyEventId::from_u128(n), deed }).unwrap();
        keys_on_record(&house.records.key_events)
    };
    now(KeyDeed::RecoveryMade(print(1)));
    now(KeyDeed::Given(slot("MK", 2)));
    assert_eq!(now(KeyDeed::Renewed(slot("LB", 3))).len(), 3);
    let keys = now(KeyDeed::Changed(slot("MK", 4)));
    assert!(keys.contains(&(Some(of("MK")), print(4))) && !keys.contains(&(Some(of("MK")), print(2))));
    let removed = now(KeyDeed::Removed { of: of("LB"), recovery: print(5) });
    assert_eq!(removed, [(Some(of("MK")), print(4)), (None, print(5))]);
    let back = now(KeyDeed::PutBack { of: Some(of("LB")), fingerprint: Some(print(3)) });
    assert!(back.contains(&(Some(of("LB")), print(3))));
}
