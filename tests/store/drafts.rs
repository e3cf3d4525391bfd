//! Drafts: saved whole, visible to their writers, never overwritten unseen, and removed by signing.

use std::collections::BTreeMap;

use trivsel_domain::decide::{Action, Denied, Note, Reason};
use trivsel_domain::record::{Matter, OpenTo, TalkKind};
use trivsel_domain::value::{CaseId, DraftId, LongText, StaffId, TalkId};
use trivsel_store::{Draft, Held, House, Saved, StoreError};

use crate::store::service::{
    AEGIR, SOREN, aegir, at, case_id, date, reasons, reopen, service, service_on_disk, soren,
};
use crate::store::{Place, content, raw};

const MY_SCREEN: u128 = 11;
const YOUR_SCREEN: u128 = 22;

fn draft(n: u128, text: &str) -> Draft {
    let fields = [("text", text), ("date", "i går, tror jeg")];
    Draft {
        id: DraftId::from_u128(n),
        author: SOREN,
        form: "talk".to_owned(),
        case: Some(case_id(1)),
        fields: fields.map(|(k, v)| (k.to_owned(), v.to_owned())).into_iter().collect::<BTreeMap<_, _>>(),
        base: Some("null".to_owned()),
        writers: vec![AEGIR],
        revision: 0,
        saved_at: soren().at,
        held: None,
    }
}

fn kept(saved: trivsel_store::Result<Saved>) -> u32 {
    match saved {
        Ok(Saved::Kept { revision }) => revision,
        other => panic!("not kept: {other:?}"),
    }
}

fn sign(id: u128, case: CaseId) -> Action {
    Action::Sign(Box::new(Note {
        id: TalkId::from_u128(id),
        matter: Matter::of_case(case, TalkKind::Parent).unwrap(),
        date: date("2026-11-20"),
        start: None,
        minutes: None,
        participants: vec![],
        themes: vec![],
        methods: vec![],
        text: LongText::new("Underskrevet").unwrap(),
        open_to: OpenTo::House,
        agreements: vec![],
        scores: vec![],
        judgement: None,
    }))
}

fn ids(drafts: &[Draft]) -> Vec<u128> {
    drafts.iter().map(|d| d.id.as_u128()).collect()
}

#[test]
fn a_draft_is_read_back_for_its_writers() {
    let mut house = service(1);
    let texts = ["", "\u{0}\u{1b}[2J\r\n", "A\u{30a}se 👩‍👧 ليلى \"{}\\", "æ".repeat(100_000).as_str()]
        .map(str::to_owned);
    for (n, text) in (1..).zip(&texts) {
        assert_eq!(kept(house.save_draft(soren(), MY_SCREEN, &draft(n, text))), 1);
        let held = Some(Held { screen: MY_SCREEN, by: SOREN, at: soren().at });
        let back = Draft { revision: 1, held, ..draft(n, text) };
        assert_eq!(house.draft(DraftId::from_u128(n), SOREN).unwrap(), Some(back));
    }
    assert!(!format!("{:?}", draft(1, "Åse")).contains("Åse"));
}

#[test]
fn writers_see_their_drafts_last_saved_first() {
    let mut house = service(1);
    for (n, minute) in [(1, 3), (2, 5), (3, 4)] {
        house.save_draft(at(SOREN, minute), MY_SCREEN, &draft(n, "x")).unwrap();
    }
    house.save_draft(aegir(), YOUR_SCREEN, &Draft { writers: vec![], ..draft(4, "y") }).unwrap();
    assert_eq!(ids(&house.drafts(SOREN).unwrap()), [2, 3, 1]);
    // The fourth is Ægir's own, whatever author it names; he is a writer of the others.
    assert_eq!(ids(&house.drafts(AEGIR).unwrap()), [4, 2, 3, 1]);
    let (own, others) = (DraftId::from_u128(4), StaffId::from_u128(9));
    assert_eq!(house.draft(own, AEGIR).unwrap().unwrap().author, AEGIR);
    assert_eq!(house.draft(own, SOREN), Ok(None));
    assert_eq!(house.drafts(others), Ok(vec![]));
    // Nobody else may save, hold or drop it.
    assert_eq!(
        house.save_draft(soren(), MY_SCREEN, &Draft { revision: 1, ..draft(4, "z") }),
        Ok(Saved::Gone)
    );
    assert_eq!(house.save_draft(soren(), MY_SCREEN, &draft(4, "z")), Ok(Saved::Gone));
    assert_eq!(house.hold_draft(soren(), MY_SCREEN, own), Ok(None));
    assert_eq!(house.drop_draft(soren(), own), Ok(false));
    assert_eq!(house.drop_draft(aegir(), own), Ok(true));
    assert_eq!(house.drop_draft(aegir(), own), Ok(false));
}

#[test]
fn a_stale_save_is_reported_and_overwrites_nothing() {
    let mut house = service(1);
    let mine =
        Draft { revision: kept(house.save_draft(soren(), MY_SCREEN, &draft(1, "et"))), ..draft(1, "to") };
    assert_eq!(kept(house.save_draft(aegir(), YOUR_SCREEN, &Draft { revision: 1, ..draft(1, "dit") })), 2);
    let stored = house.draft(mine.id, SOREN).unwrap().unwrap();
    let overtaken = Saved::Overtaken(Box::new(stored.clone()));
    assert_eq!(house.save_draft(soren(), MY_SCREEN, &mine), Ok(overtaken.clone()));
    // Nor if it is saved as a new draft.
    assert_eq!(house.save_draft(soren(), MY_SCREEN, &draft(1, "nyt")), Ok(overtaken));
    assert_eq!(house.draft(mine.id, SOREN).unwrap(), Some(stored.clone()));
    assert_eq!(stored.fields["text"], "dit");
    // After seeing the change, the save overwrites it.
    assert_eq!(kept(house.save_draft(soren(), MY_SCREEN, &Draft { revision: 2, ..mine.clone() })), 3);
    assert_eq!(house.drop_draft(soren(), mine.id), Ok(true));
    assert_eq!(house.save_draft(soren(), MY_SCREEN, &Draft { revision: 3, ..mine }), Ok(Saved::Gone));
    assert_eq!(house.drafts(SOREN), Ok(vec![]));
}

#[test]
fn two_screens_know_of_each_other() {
    let mut house = service(1);
    let id = DraftId::from_u128(1);
    house.save_draft(at(SOREN, 1), MY_SCREEN, &draft(1, "x")).unwrap();
    let mine = Held { screen: MY_SCREEN, by: SOREN, at: at(SOREN, 1).at };
    // The same screen is not reported to itself.
    assert_eq!(house.hold_draft(at(SOREN, 1), MY_SCREEN, id).unwrap().unwrap().1, None);
    let (seen, before) = house.hold_draft(at(AEGIR, 2), YOUR_SCREEN, id).unwrap().unwrap();
    let yours = Held { screen: YOUR_SCREEN, by: AEGIR, at: at(AEGIR, 2).at };
    assert_eq!((seen.held, before), (Some(yours), Some(mine)));
    // The first screen's save keeps its text, and the second screen keeps its hold.
    assert_eq!(kept(house.save_draft(at(SOREN, 3), MY_SCREEN, &Draft { revision: 1, ..draft(1, "y") })), 2);
    assert_eq!(house.draft(id, SOREN).unwrap().unwrap().held, Some(yours));
    // Releasing from the first screen has no effect, from the second it does; then a save takes hold.
    house.release_draft(MY_SCREEN, id).unwrap();
    assert_eq!(house.draft(id, SOREN).unwrap().unwrap().held, Some(yours));
    house.release_draft(YOUR_SCREEN, id).unwrap();
    assert_eq!(house.draft(id, SOREN).unwrap().unwrap().held, None);
    house.save_draft(at(SOREN, 4), MY_SCREEN, &Draft { revision: 2, ..draft(1, "z") }).unwrap();
    let again = Held { at: at(SOREN, 4).at, ..mine };
    assert_eq!(house.draft(id, SOREN).unwrap().unwrap().held, Some(again));
    // A later save renews it.
    house.save_draft(at(SOREN, 5), MY_SCREEN, &Draft { revision: 3, ..draft(1, "z") }).unwrap();
    assert_eq!(house.draft(id, SOREN).unwrap().unwrap().held.unwrap().at, at(SOREN, 5).at);
    assert_eq!(house.hold_draft(soren(), MY_SCREEN, DraftId::from_u128(2)), Ok(None));
}

#[test]
fn signing_takes_the_draft_with_it_or_neither() {
    let mut house = service(1);
    house.save_draft(soren(), MY_SCREEN, &draft(1, "x")).unwrap();
    let id = DraftId::from_u128(1);
    let before = house.verify().unwrap();
    assert_eq!(reasons(house.perform_from_draft(soren(), &sign(1, case_id(99)), id)), [Reason::NoSuchCase]);
    assert_eq!(ids(&house.drafts(SOREN).unwrap()), [1]);
    house.perform_from_draft(soren(), &sign(1, case_id(1)), id).unwrap();
    assert_eq!(house.drafts(SOREN), Ok(vec![]));
    assert_eq!(house.records().unwrap().talks.len(), 1);
    assert_eq!(house.verify().unwrap().changes, before.changes + 1);
    // Another screen has already signed the same note.
    let signed = house.records().unwrap().talks.remove(0);
    let told = Reason::Overtaken {
        by: Some(SOREN),
        at: signed.signed_at.map(trivsel_domain::value::Moment::at),
        now: None,
    };
    assert_eq!(reasons(house.perform_from_draft(aegir(), &sign(1, case_id(1)), id)), [told]);
    // A draft that was never saved can be signed too, and other drafts stay.
    house.save_draft(aegir(), YOUR_SCREEN, &Draft { writers: vec![], ..draft(2, "y") }).unwrap();
    house.perform_from_draft(soren(), &sign(2, case_id(1)), DraftId::from_u128(2)).unwrap();
    assert_eq!(ids(&house.drafts(AEGIR).unwrap()), [2]);
}

#[test]
fn a_draft_is_in_no_record_no_history_and_no_plain_file() {
    let place = Place::new();
    let folder = service_on_disk(&place, 1);
    let mut house = reopen(&folder);
    let (records, head) = (house.records().unwrap(), house.verify().unwrap());
    for revision in 0..20 {
        house.save_draft(soren(), MY_SCREEN, &Draft { revision, ..draft(1, "Selvskadende tanker") }).unwrap();
    }
    assert_eq!(house.records().unwrap(), records);
    let after = house.verify().unwrap();
    assert_eq!((after.actions, after.changes, after.head), (head.actions, head.changes, head.head));
    assert_eq!((head.drafts, after.drafts), (0, 1));
    for (path, bytes) in content(&place.path) {
        for word in ["elvskadende", "i går, tror"] {
            assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word} in {}", path.display());
        }
    }
}

#[test]
fn a_locked_house_is_reported_busy_at_once_and_a_later_save_succeeds() {
    let place = Place::new();
    let folder = service_on_disk(&place, 1);
    let mut house = reopen(&folder);
    let first = draft(1, "før");
    house.save_draft(soren(), MY_SCREEN, &first).unwrap();
    let colleague = raw(&folder);
    colleague.execute_batch("BEGIN IMMEDIATE").unwrap();
    let typed = Draft { revision: 1, ..draft(1, "efter") };
    assert_eq!(house.save_draft(soren(), MY_SCREEN, &typed), Err(StoreError::Busy));
    assert_eq!(house.hold_draft(soren(), MY_SCREEN, typed.id), Err(StoreError::Busy));
    assert_eq!(house.draft(first.id, SOREN).unwrap().unwrap().fields["text"], "før");
    colleague.execute_batch("COMMIT").unwrap();
    assert_eq!(kept(house.save_draft(soren(), MY_SCREEN, &typed)), 2);
    assert_eq!(house.draft(first.id, SOREN).unwrap().unwrap().fields["text"], "efter");
}

#[test]
fn another_thread_saves_through_a_twin() {
    let place = Place::new();
    let folder = service_on_disk(&place, 1);
    let mut house = reopen(&folder);
    let twin = house.twin().expect("on disk");
    assert_eq!(format!("{twin:?}"), format!("Twin {{ folder: {folder:?}, .. }}"), "the folder and no key");
    house.save_draft(soren(), MY_SCREEN, &draft(1, "et")).unwrap();
    let saved = std::thread::spawn(move || {
        let mut own: House = twin.open().expect("opened");
        own.save_draft(soren(), MY_SCREEN, &Draft { revision: 1, ..draft(1, "to") })
    });
    assert_eq!(kept(saved.join().expect("no panic")), 2);
    assert_eq!(house.draft(DraftId::from_u128(1), SOREN).unwrap().unwrap().fields["text"], "to");
    assert!(service(0).twin().is_none());
}

#[test]
fn the_database_refuses_a_draft_of_a_missing_case_or_member() {
    let mut house = service(1);
    let nowhere = Draft { case: Some(case_id(99)), ..draft(1, "x") };
    assert!(matches!(house.save_draft(soren(), MY_SCREEN, &nowhere), Err(StoreError::Database { .. })));
    let nobody = at(StaffId::from_u128(99), 0);
    assert!(matches!(house.save_draft(nobody, MY_SCREEN, &draft(1, "x")), Err(StoreError::Database { .. })));
    assert!(matches!(house.perform(nobody, &sign(1, case_id(1))), Err(Denied::Refused(_))));
    assert_eq!(house.drafts(SOREN), Ok(vec![]));
}
