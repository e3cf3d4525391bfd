//! For any sequence of actions, replaying the history gives the same house, and no rule is broken.

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use trivsel_domain::decide::{Action, DayEdit, Denied};
use trivsel_domain::record::{Day, Mood};
use trivsel_domain::value::{Absence, Half, Line, Mark, StaffId, TimeOfDay};
use trivsel_store::House;

use crate::store::service::{AEGIR, SOREN, at, case_id, date, seats, service};

#[derive(Clone, Debug)]
enum Act {
    Edit { case: u128, day: u32, stale: bool, edit: DayEdit },
    Fill(u32),
    Foretell { case: u128, from: u32, days: u32, cause: Absence },
    Undo,
    Redo,
    Seats(u16),
}

fn marks() -> impl Strategy<Value = Mark> {
    prop_oneof![
        Just(Mark::Present),
        Just(Mark::Sick),
        Just(Mark::Leave),
        Just(Mark::Unlawful),
        (0_u32..24).prop_map(|h| Mark::Late { at: TimeOfDay::new(h, 15).expect("a time") }),
    ]
}

fn edits() -> impl Strategy<Value = DayEdit> {
    let half = || prop_oneof![Just(Half::First), Just(Half::Second)];
    prop_oneof![
        4 => (half(), marks()).prop_map(|(half, mark)| DayEdit::Mark(half, mark)),
        1 => half().prop_map(DayEdit::Clear),
        1 => prop::option::of("[æøåÆØÅa-z' ]{1,8}x").prop_map(|t| DayEdit::Remark(t.and_then(|t| Line::new(&t).ok()))),
        1 => prop::option::of(1_u8..=5).prop_map(|m| DayEdit::Mood(m.and_then(|m| Mood::new(m).ok()))),
    ]
}

fn acts() -> impl Strategy<Value = (StaffId, Act)> {
    let act = prop_oneof![
        6 => (1_u128..=4, 0_u32..9, prop::bool::weighted(0.1), edits())
            .prop_map(|(case, day, stale, edit)| Act::Edit { case, day, stale, edit }),
        2 => (0_u32..5).prop_map(Act::Fill),
        1 => (1_u128..=4, 2_u32..9, 0_u32..6, prop_oneof![Just(Absence::Sick), Just(Absence::Leave)])
            .prop_map(|(case, from, days, cause)| Act::Foretell { case, from, days, cause }),
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
        1 => (1_u16..20).prop_map(Act::Seats),
    ];
    (prop_oneof![Just(SOREN), Just(AEGIR)], act)
}

/// Days count from Monday 23 November; today is the Wednesday.
fn day(n: u32) -> chrono::NaiveDate {
    date("2026-11-23").checked_add_days(chrono::Days::new(n.into())).expect("a date")
}

fn action(house: &House, act: &Act) -> Action {
    match *act {
        Act::Edit { case, day: n, stale, ref edit } => {
            let now = house.day(case_id(case), day(n)).expect("a day");
            let seen = if stale { Some(Day::blank(case_id(case), day(n))) } else { now };
            Action::EditDay { case: case_id(case), date: day(n), seen, edit: edit.clone() }
        }
        Act::Fill(n) => Action::FillAsPlanned { date: day(n) },
        Act::Foretell { case, from, days, cause } => {
            Action::Foretell { case: case_id(case), from: day(from), to: day(from + days), cause }
        }
        Act::Undo => Action::Undo,
        Act::Redo => Action::Redo,
        Act::Seats(n) => seats(n),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn replayed_history_is_the_house(script in prop::collection::vec(acts(), 1..40)) {
        let mut house = service(4);
        let mut written = 0;
        let before = house.verify().expect("sound");
        for (minute, (staff, act)) in (0_u32..).zip(&script) {
            let (asker, action) = (at(*staff, minute % 60), action(&house, act));
            let foreseen = house.check(asker, &action);
            let records = house.records().expect("records");
            match house.perform(asker, &action) {
                Ok(receipt) => {
                    prop_assert_eq!(&foreseen.expect("foreseen").changes, &receipt.changes);
                    prop_assert_eq!(receipt.number.is_some(), !receipt.changes.is_empty());
                    prop_assert_eq!(records == house.records().expect("records"), receipt.changes.is_empty());
                    written += receipt.changes.len();
                }
                Err(Denied::Refused(refusal)) => {
                    prop_assert_eq!(Err(Denied::Refused(refusal)), foreseen);
                    prop_assert_eq!(records, house.records().expect("records"));
                }
                Err(Denied::Failed(error)) => panic!("{error} at {action:?}"),
            }
        }
        let after = house.verify().expect("sound");
        prop_assert_eq!(after.changes, before.changes + u64::try_from(written).expect("small"));
    }
}
