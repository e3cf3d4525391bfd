//! Children who return: one course at a time and one seat at a time, whatever lists are imported.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use trivsel_domain::decide::{Action, Column, ImportedCase, Reason, RowReason};
use trivsel_domain::record::{Closing, Contradiction, Outcome, Standing};
use trivsel_domain::rules::seats::occupied;
use trivsel_domain::value::{Grade, Line, PersonName, SchoolClass, SchoolYear, SeatNorm, Stage};

use super::facts::{House, date};
use super::import::{refusal, row};

/// A course of the child in row 1, from one date to another or still running.
fn course(house: &House, line: u32, from: NaiveDate, until: Option<NaiveDate>) -> ImportedCase {
    let stage = if until.is_some() { Stage::Closed } else { Stage::Course };
    ImportedCase {
        name: PersonName::new("Barn1 Nummer").unwrap(),
        referred: from,
        admitted: Some(from),
        closing: until.map(|on| Closing { on, outcome: Outcome::Moved, place: None }),
        ..row(house, line, stage)
    }
}

#[test]
fn two_courses_at_once_are_refused_in_one_list_and_in_two() {
    let house = House::new();
    let (spring, summer, autumn) = (date(2026, 2, 2), date(2026, 6, 1), date(2026, 9, 1));
    let why = RowReason::TwoCourses { from: spring };
    for (from, until, good) in [
        (date(2026, 3, 2), Some(date(2026, 4, 1)), false),
        (date(2026, 5, 31), None, false),
        (date(2026, 1, 5), Some(date(2026, 2, 3)), false),
        // The last day of a course is the day before its closing date.
        (summer, None, true),
        (autumn, None, true),
        (date(2026, 1, 5), Some(spring), true),
    ] {
        let rows = vec![course(&house, 1, spring, Some(summer)), course(&house, 2, from, until)];
        let expected = if good { Ok(()) } else { Err(vec![refusal(2, Column::Admitted, why.clone())]) };
        assert_eq!(house.clone().act(&Action::TakeIn(rows.clone())).map(drop), expected, "{from}");
        let mut twice = house.clone();
        assert!(twice.act(&Action::TakeIn(rows[..1].to_vec())).is_ok());
        assert_eq!(twice.act(&Action::TakeIn(rows[1..].to_vec())).map(drop), expected, "{from}");
        let other = ImportedCase { programme: house.programmes[1].code().clone(), ..rows[1].clone() };
        assert!(
            twice.decide(&Action::TakeIn(vec![other])).is_ok() || good,
            "another programme is another course"
        );
    }
}

#[test]
fn records_with_two_courses_at_once_contradict_each_other() {
    let mut house = House::new();
    let rows = vec![
        course(&house, 1, date(2026, 2, 2), Some(date(2026, 6, 1))),
        course(&house, 2, date(2026, 6, 1), None),
    ];
    assert!(house.act(&Action::TakeIn(rows)).is_ok());
    assert!(house.records.contradictions().is_empty());
    let Standing::Closed { closing, .. } = &mut house.records.cases[0].standing else { panic!("closed") };
    closing.on = date(2026, 6, 2);
    let found = house.records.contradictions();
    assert!(found.contains(&Contradiction::CoursesOverlap), "{found:?}");
}

#[test]
fn a_returning_child_keeps_what_the_new_row_adds() {
    let mut house = House::new();
    let class =
        |year, grade| SchoolClass::new(SchoolYear::from_starting(year), Grade::new(grade).unwrap(), "b");
    let mut rows = vec![
        course(&house, 1, date(2026, 2, 2), Some(date(2026, 6, 1))),
        course(&house, 2, date(2026, 9, 1), None),
    ];
    (rows[0].class, rows[1].class) = (class(2025, 6).ok(), class(2026, 6).ok());
    rows[1].school = Line::new("Åkirke Skole").ok();
    assert!(house.act(&Action::TakeIn(rows)).is_ok());
    let [child] = house.records.children.as_slice() else { panic!("one child") };
    assert_eq!(child.classes().len(), 2);
    // The child repeats grade 6, which the first row alone does not show.
    assert_eq!(child.grade_on(house.today), Grade::new(6).ok());
    assert_eq!(child.school.as_ref().map(Line::as_str), Some("Åkirke Skole"));
}

#[derive(Clone, Debug)]
enum Act {
    TakeIn(Vec<(usize, usize, u64, u64)>),
    Norm(u16),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let row = (0_usize..5, 0..STAGES.len(), 0_u64..90, 1_u64..40);
    let act = prop_oneof![
        4 => proptest::collection::vec(row, 1..5).prop_map(Act::TakeIn),
        1 => (1_u16..=8).prop_map(Act::Norm),
    ];
    proptest::collection::vec(act, 1..20)
}

const STAGES: [Stage; 6] =
    [Stage::Waiting, Stage::Course, Stage::PhaseOut, Stage::Closed, Stage::Closed, Stage::Closed];

proptest! {
    /// Five children, few seats, and lists and norms in any order: an accepted action always leaves a sound house.
    #[test]
    fn accepted_actions_keep_the_house_sound(acts in acts()) {
        let mut house = House::new();
        house.set_norm(3);
        let programme = house.programmes[0].code().clone();
        let day = |n: u64| date(2026, 8, 12) + Days::new(n);
        let mut line = 0;
        for act in acts {
            let before = house.records.clone();
            let action = match act {
                Act::Norm(n) => {
                    Action::SetSeats { programme: programme.clone(), norm: SeatNorm::limited(n).unwrap() }
                }
                Act::TakeIn(rows) => Action::TakeIn(rows.into_iter().map(|(who, stage, from, length)| {
                    line += 1;
                    let bare = row(&house, line, STAGES[stage]);
                    ImportedCase {
                        name: PersonName::new(&format!("Barn {}", ["A", "B", "C", "D", "E"][who])).unwrap(),
                        referred: day(from),
                        admitted: bare.admitted.map(|_| day(from)),
                        closing: bare.closing.clone().map(|c| Closing { on: day((from + length).min(100)), ..c }),
                        ..bare
                    }
                }).collect()),
            };
            match house.act(&action) {
                Ok(_) => {}
                Err(reasons) => {
                    prop_assert!(!reasons.is_empty());
                    let all_in_rows = reasons.iter().all(|r| matches!(r, Reason::InRow { .. } | Reason::SeatsHeld { .. }));
                    prop_assert!(all_in_rows, "{:?}", reasons);
                    prop_assert_eq!(&house.records, &before, "all or none");
                }
            }
            prop_assert_eq!(house.records.contradictions(), [].into());
            let ours = house.records.programmes.iter().find(|p| p.code == programme).unwrap();
            let norm = usize::from(ours.seats.number().unwrap());
            prop_assert!(occupied(&house.records.cases, &programme, house.today).len() <= norm);
            for case in &house.records.cases {
                prop_assert_eq!(matches!(case.standing, Standing::Seated { .. }), case.stage().holds_seat());
                prop_assert_eq!(case.holds_seat_on(house.today), case.stage().holds_seat());
            }
        }
    }
}
