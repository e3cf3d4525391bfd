//! Tests of a disk that fills up after any number of pages: a write fails with `DiskFull`, changes nothing, and succeeds
//! once there is room.

use chrono::NaiveDateTime;
use rusqlite::Connection;
use trivsel_domain::decide::{Action, Denied, ImportedCase, SaidOf};
use trivsel_domain::record::{Priority, Records, Staff, TalkKind, UsualTalk};
use trivsel_domain::value::{Coded, DraftId, Initials, PersonName, ProgrammeCode, SeatNorm, StaffId, Stage};

use crate::{Asker, Draft, Founding, House, Saved, StoreError};

pub(crate) const MEMBER: StaffId = StaffId::from_u128(1);

pub(crate) fn now() -> NaiveDateTime {
    "2026-11-25T08:15:00".parse().expect("a time")
}

fn usual() -> Vec<UsualTalk> {
    let kinds = TalkKind::ALL.iter().filter(|kind| **kind != TalkKind::Consultation);
    kinds.map(|kind| UsualTalk { kind: *kind, minutes: None, with: vec![] }).collect()
}

pub(crate) fn programme() -> trivsel_domain::record::Programme {
    trivsel_domain::record::ProgrammeProfile {
        code: "trivsel".to_owned(),
        name_da: "Trivsel".to_owned(),
        name_en: "Wellbeing".to_owned(),
        audience: trivsel_domain::record::Audience::Ages(8, 18),
        register: false,
        seats: None,
        talks: usual(),
        levels: vec![],
        obligations: vec![],
    }
    .try_into()
    .expect("a profile")
}

fn house() -> House {
    let staff = Staff {
        id: MEMBER,
        name: PersonName::new("Søren Ægård Åse").expect("a name"),
        initials: Initials::new("SØ").expect("initials"),
        competencies: vec![],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    };
    let code = ProgrammeCode::new("trivsel").expect("a code");
    let programmes = vec![trivsel_domain::record::HouseProgramme { code, seats: SeatNorm::Unlimited }];
    let founding = Founding { id: 7, staff, programmes, closures: vec![] };
    House::in_memory(vec![programme()], &founding, now()).expect("a house")
}

/// An import of forty children, so that the rows, their history and every index need new pages.
fn many() -> Action {
    let row = |n: u32| ImportedCase {
        line: n,
        child_id: trivsel_domain::value::ChildId::from_u128(u128::from(n)),
        case_id: trivsel_domain::value::CaseId::from_u128(u128::from(n)),
        name: PersonName::new(&format!("Barn {} nummer {n}", "å".repeat(100))).expect("a name"),
        born: None,
        class: None,
        school: None,
        programme: ProgrammeCode::new("trivsel").expect("a code"),
        stage: Stage::Waiting,
        referred: now().date(),
        admitted: None,
        primary: Some(MEMBER),
        secondary: None,
        expected_end: None,
        closing: None,
        priority: Priority::Normal,
        last_contact: None,
        timetable: None,
        said: SaidOf::Nothing,
    };
    Action::TakeIn((1..=40).map(row).collect())
}

fn pages(conn: &Connection) -> u32 {
    conn.pragma_query_value(None, "page_count", |row| row.get(0)).expect("a number")
}

fn limit(conn: &Connection, pages: u32) {
    conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).expect("a limit");
}

#[test]
fn a_disk_that_is_full_at_any_page_leaves_nothing_half_written() {
    let mut house = house();
    let asker = Asker::new(MEMBER, now());
    let (before, start): (Records, u32) = (house.records().expect("records"), pages(house.conn()));
    let mut refused = 0;
    for room in 0..200 {
        limit(house.conn(), start + room);
        match house.perform(asker, &many()) {
            Err(error) => {
                assert_eq!(error, Denied::Failed(StoreError::DiskFull), "{room} pages of room");
                assert_eq!(house.records().expect("records"), before, "{room} pages of room");
                house.verify().expect("sound");
                refused += 1;
            }
            Ok(receipt) => {
                assert_eq!(receipt.changes.len(), 80);
                assert_eq!(house.records().expect("records").cases.len(), 40);
                house.verify().expect("sound");
                assert!(refused > 5, "only {refused} pages were needed: the test tries too little");
                return;
            }
        }
    }
    panic!("200 pages are not enough");
}

#[test]
fn a_draft_that_has_no_room_stays_as_it_was_typed_and_is_saved_when_there_is_some() {
    let mut house = house();
    let asker = Asker::new(MEMBER, now());
    let typed = |text: &str, revision| Draft {
        id: DraftId::from_u128(1),
        author: MEMBER,
        form: "talk".to_owned(),
        case: None,
        fields: [("text".to_owned(), text.to_owned())].into(),
        base: None,
        writers: vec![],
        revision,
        saved_at: now(),
        held: None,
    };
    house.save_draft(asker, 1, &typed("Kort", 0)).expect("saved");
    let stored = house.draft(DraftId::from_u128(1), MEMBER).expect("a draft");
    let long = typed(&"Længere. ".repeat(10_000), 1);
    let before = long.clone();
    let start = pages(house.conn());
    let mut refused = 0;
    for room in 0..200 {
        limit(house.conn(), start + room);
        match house.save_draft(asker, 1, &long) {
            Err(error) => {
                assert_eq!(error, StoreError::DiskFull, "{room} pages of room");
                assert_eq!(house.draft(long.id, MEMBER).expect("a draft"), stored);
                assert_eq!(long, before);
                refused += 1;
            }
            Ok(saved) => {
                assert_eq!(saved, Saved::Kept { revision: 2 });
                let stored = house.draft(long.id, MEMBER).expect("a draft").expect("there");
                assert_eq!(stored.fields, long.fields);
                assert!(refused > 5, "only {refused} pages were needed: the test tries too little");
                return;
            }
        }
    }
    panic!("200 pages are not enough");
}
