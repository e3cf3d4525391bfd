//! A signed note that is marked as written on the wrong child: it stays, counts in nothing, and opens for few.

use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::OpenTo;
use trivsel_domain::value::{CaseId, Line, MisplacementId, StaffId, Tag, TalkId};
use trivsel_store::{Access, AccessQuery, House, Noted, SearchQuery, TalkQuery};

use super::notes::fill_notes;
use crate::store::service::{SOREN, aegir, at, case_id, date, founded, founding, profiles, reasons, soren};

const ASE: StaffId = StaffId::from_u128(3);

fn house() -> House {
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    fill_notes(&mut house);
    house
}

fn id(n: u128) -> TalkId {
    TalkId::from_u128(5000 + n)
}

/// Marks a note of the first child as belonging to the second.
fn mark(house: &mut House, n: u128) {
    let note = Some(Line::new("forkert ark").unwrap());
    let (id, talk, right) = (MisplacementId::from_u128(n), id(n), Some(case_id(2)));
    let action = Action::Misplace { id, talk, right, note };
    house.perform(soren(), &action).map_err(|denied| format!("{denied:?}")).unwrap();
}

/// The talks that count for the first child, those of Søren, its scores, follow-ups, what is to follow up on, and the
/// lines of the log.
fn counted(house: &House) -> [usize; 6] {
    let case = case_id(1);
    let of_case = TalkQuery { cases: vec![case], limit: 9, ..TalkQuery::default() };
    [
        house.dossier(case).unwrap().unwrap().talks.len(),
        house.talk_facts(&[SOREN], date("2026-11-01"), date("2026-11-30")).unwrap().len(),
        house.measures(case, SOREN).unwrap().len(),
        house.follow_ups(case, SOREN).unwrap().len(),
        house.open_follow_ups(SOREN).unwrap().len(),
        house.talks(&of_case, SOREN).unwrap().len(),
    ]
}

#[test]
fn a_marked_note_counts_in_nothing_of_the_wrong_child_and_is_still_listed() {
    let mut house = house();
    let [talks, facts, measures, follow_ups, open, listed] = counted(&house);
    mark(&mut house, 1);
    assert_eq!(counted(&house), [talks - 1, facts - 1, measures - 1, follow_ups - 1, open - 1, listed]);
    house.verify().unwrap();
    house.perform(soren(), &Action::Undo).unwrap();
    assert_eq!(counted(&house), [talks, facts, measures, follow_ups, open, listed]);
}

#[test]
fn the_last_talk_of_the_child_is_the_last_that_counts() {
    let mut house = house();
    let last = |house: &House| house.last_talks(&[case_id(1)]).unwrap()[&case_id(1)].0;
    assert_eq!(last(&house), date("2026-11-12"));
    mark(&mut house, 4);
    assert_eq!(last(&house), date("2026-11-10"));
}

#[test]
fn everybody_sees_the_mark_and_only_the_author_and_the_leader_the_note() {
    let mut house = house();
    mark(&mut house, 1);
    for (who, may) in [(SOREN, true), (ASE, false)] {
        let (cases, to) = (vec![case_id(1)], Some(date("2026-11-03")));
        let listed = house.talks(&TalkQuery { cases, to, limit: 9, ..TalkQuery::default() }, who).unwrap();
        let [Noted::Sealed(sealed)] = &listed[..] else { panic!("{listed:?}") };
        let right = sealed.misplaced.as_ref().unwrap().right;
        assert_eq!((right, sealed.for_reader, &sealed.open_to), (Some(case_id(2)), may, &OpenTo::House));
    }
    assert!(house.open_talk(soren(), id(1)).unwrap().misplaced.is_some());
    assert_eq!(reasons(house.open_talk(at(ASE, 5), id(1))), [Reason::OnWrongChild]);
    let log = house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }).unwrap();
    let case = Some(case_id(1));
    let seen: Vec<_> = log.into_iter().map(|look| (look.by, look.access)).collect();
    assert!(seen.contains(&(SOREN, Access::Talk { id: id(1), case })), "{seen:?}");
    assert!(seen.contains(&(ASE, Access::RefusedTalk { id: id(1), case })), "{seen:?}");
}

#[test]
fn a_search_finds_it_and_what_was_added_only_for_those_who_may_open_it() {
    let mut house = house();
    let finds = |house: &mut House, who, case: Option<CaseId>| {
        let query = SearchQuery { text: "tilføjet".to_owned(), case, limit: 50, ..SearchQuery::default() };
        house.search(at(who, 9), &query).unwrap().hits.len()
    };
    let all = |house: &mut House| {
        [(ASE, None), (SOREN, None), (ASE, Some(case_id(1)))].map(|(who, case)| finds(house, who, case))
    };
    assert_eq!(all(&mut house), [1, 2, 1]);
    mark(&mut house, 1);
    assert_eq!(all(&mut house), [0, 2, 0]);
    let sleep = TalkQuery { themes: vec![Tag::new("søvn").unwrap()], limit: 9, ..TalkQuery::default() };
    let found = |who| house.talks(&sleep, who).unwrap().iter().filter(|n| n.key().id == id(1)).count();
    assert_eq!((found(SOREN), found(ASE)), (1, 0));
}

#[test]
fn a_reader_of_a_restricted_note_can_no_longer_open_it_once_it_is_marked() {
    let mut house = house();
    assert!(house.open_talk(aegir(), id(4)).is_ok());
    mark(&mut house, 4);
    assert_eq!(reasons(house.open_talk(aegir(), id(4))), [Reason::OnWrongChild]);
    assert!(house.open_talk(soren(), id(4)).is_ok());
}
