//! Importing lists of cases: seats, stages, required columns, and refusals with their line.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use trivsel_domain::decide::{Action, Column, ImportedCase, Reason, RowReason, SaidOf};
use trivsel_domain::record::{Closing, Outcome, Priority, Standing};
use trivsel_domain::value::{
    CaseId, ChildId, Coded, Cpr, Grade, Line, PersonName, Requirement, SchoolClass, SchoolYear, SeatNorm,
    Stage,
};

use super::facts::{ASKER, COLLEAGUE, House, date};

/// A valid row of a case at a stage.
pub fn row(house: &House, line: u32, stage: Stage) -> ImportedCase {
    let seated = stage.holds_seat() || stage == Stage::Closed;
    let class = SchoolClass::new(SchoolYear::from_starting(2026), Grade::new(7).unwrap(), "b").unwrap();
    ImportedCase {
        line,
        child_id: ChildId::from_u128(1000 + u128::from(line)),
        case_id: CaseId::from_u128(1000 + u128::from(line)),
        name: PersonName::new(&format!("Barn{line} Nummer")).unwrap(),
        born: Some(date(2013, 5, 1)),
        class: Some(class),
        school: None,
        programme: house.programmes[0].code().clone(),
        stage,
        referred: date(2026, 8, 12),
        admitted: seated.then(|| date(2026, 9, 1)),
        primary: Some(ASKER),
        secondary: None,
        expected_end: None,
        closing: (stage == Stage::Closed).then(|| Closing {
            on: date(2026, 11, 2),
            outcome: Outcome::GeneralSchool,
            place: None,
        }),
        priority: Priority::Normal,
        last_contact: None,
        timetable: None,
        said: SaidOf::Nothing,
    }
}

pub fn refusal(line: u32, column: Column, why: RowReason) -> Reason {
    Reason::InRow { line, column, why }
}

#[test]
fn the_seventeenth_case_is_refused_with_its_line_and_nothing_is_imported() {
    let mut house = House::new();
    let rows: Vec<ImportedCase> = (1..=17).map(|line| row(&house, line, Stage::Course)).collect();
    let why = RowReason::NoSeat { norm: 16, on: date(2026, 9, 1) };
    assert_eq!(house.act(&Action::TakeIn(rows.clone())), Err(vec![refusal(17, Column::Admitted, why)]));
    assert!(house.records.cases.is_empty());
    assert!(house.act(&Action::TakeIn(rows[..16].to_vec())).is_ok());
    let seats: Vec<u16> = house.records.cases.iter().map(|c| c.stay().unwrap().seat.get()).collect();
    assert_eq!(seats, (1..=16).collect::<Vec<_>>());
    assert_eq!(house.act(&Action::Undo), Err(vec![Reason::NothingToUndo]), "an import is no key's to undo");
}

#[test]
fn a_freed_seat_is_reused() {
    let mut house = House::new();
    house.set_norm(1);
    let mut rows = vec![row(&house, 1, Stage::Closed), row(&house, 2, Stage::Course)];
    rows[1].admitted = Some(date(2026, 11, 2));
    assert!(house.act(&Action::TakeIn(rows.clone())).is_ok());
    let mut house = House::new();
    house.set_norm(1);
    rows[1].admitted = Some(date(2026, 11, 1));
    let why = RowReason::NoSeat { norm: 1, on: date(2026, 11, 1) };
    assert_eq!(house.act(&Action::TakeIn(rows)), Err(vec![refusal(2, Column::Admitted, why)]));
}

#[test]
fn every_stage_has_required_columns() {
    for stage in Stage::ALL.iter().copied() {
        let house = House::new();
        let bare = ImportedCase { admitted: None, primary: None, closing: None, ..row(&house, 5, stage) };
        let found = house.decide(&Action::TakeIn(vec![bare])).err().unwrap_or_default();
        let columns: &[Column] = match stage {
            Stage::Referral | Stage::Waiting | Stage::Declined => &[],
            Stage::Admitted => &[Column::Admitted],
            Stage::StartUp | Stage::Course | Stage::PhaseOut => &[Column::Admitted, Column::Primary],
            Stage::Closed => &[Column::Admitted, Column::Closed],
        };
        let expected: Vec<Reason> =
            columns.iter().map(|c| refusal(5, *c, RowReason::StageNeeds(stage))).collect();
        assert_eq!(found, expected, "{stage:?}");
    }
}

#[test]
fn dates_out_of_order_are_reported_one_by_one() {
    let house = House::new();
    let tomorrow = house.today + Days::new(1);
    let good = row(&house, 3, Stage::Closed);
    let closing = |on| Some(Closing { on, outcome: Outcome::Moved, place: None });
    let cases: [(ImportedCase, &[Column]); 7] = [
        (ImportedCase { referred: tomorrow, ..good.clone() }, &[Column::Referred, Column::Admitted]),
        (ImportedCase { born: Some(good.referred), ..good.clone() }, &[Column::Born]),
        (ImportedCase { admitted: Some(good.referred - Days::new(1)), ..good.clone() }, &[Column::Admitted]),
        (ImportedCase { admitted: Some(tomorrow), ..good.clone() }, &[Column::Admitted, Column::Closed]),
        (ImportedCase { closing: closing(date(2026, 9, 1)), ..good.clone() }, &[Column::Closed]),
        (ImportedCase { closing: closing(tomorrow), ..good.clone() }, &[Column::Closed]),
        (ImportedCase { expected_end: Some(date(2026, 8, 31)), ..good.clone() }, &[Column::ExpectedEnd]),
    ];
    for (row, columns) in cases {
        let expected: Vec<Reason> = columns.iter().map(|c| refusal(3, *c, RowReason::OutOfOrder)).collect();
        assert_eq!(house.decide(&Action::TakeIn(vec![row])), Err(expected));
    }
    let future = ImportedCase { last_contact: Some(tomorrow), ..row(&house, 3, Stage::Waiting) };
    let expected = vec![refusal(3, Column::LastContact, RowReason::OutOfOrder)];
    assert_eq!(house.decide(&Action::TakeIn(vec![future])), Err(expected));
}

#[test]
fn the_same_child_twice() {
    let mut house = House::new();
    let first = row(&house, 1, Stage::Course);
    let mut again =
        ImportedCase { name: PersonName::new("BARN1 NUMMER").unwrap(), ..row(&house, 2, Stage::Waiting) };
    let twice = Action::TakeIn(vec![first.clone(), again.clone()]);
    assert_eq!(house.act(&twice), Err(vec![refusal(2, Column::Child, RowReason::Repeats { line: 1 })]));
    assert!(house.act(&Action::TakeIn(vec![first])).is_ok());
    again.referred = date(2026, 9, 9);
    let refused = house.act(&Action::TakeIn(vec![again.clone()]));
    assert_eq!(refused, Err(vec![refusal(2, Column::Child, RowReason::OnRecord)]));
    // Another birthday means another child; the same child may return after its course.
    again.born = Some(date(2014, 1, 1));
    assert!(house.act(&Action::TakeIn(vec![again])).is_ok());
    assert_eq!(house.records.children.len(), 2);
}

#[test]
fn an_imported_case_says_what_was_waived() {
    let mut house = House::new();
    let mut young = row(&house, 1, Stage::Course);
    young.class = SchoolClass::new(SchoolYear::from_starting(2026), Grade::new(4).unwrap(), "").ok();
    assert!(house.act(&Action::TakeIn(vec![young, row(&house, 2, Stage::Admitted)])).is_ok());
    let entry = |n: usize| house.records.cases[n].moves[0].clone();
    assert!(entry(0).waived.contains(&Requirement::WithinAudience));
    assert!(entry(0).waived.contains(&Requirement::StartUpTalk));
    assert!(!entry(1).waived.contains(&Requirement::WithinAudience));
    assert!(entry(1).waived.iter().all(|r| r.before() == Stage::Admitted));
    for n in [0, 1] {
        assert!(entry(n).waived.iter().all(|r| !r.is_hard()));
        assert!(entry(n).reason.is_some(), "a waiver has a reason");
    }
}

/// Being outside the audience can be waived at every stage that requires it, and is not yet required of a referral.
#[test]
fn only_requirements_up_to_the_stage_are_waived() {
    for stage in Stage::ALL.iter().copied() {
        let mut house = House::new();
        let mut young = row(&house, 1, stage);
        young.class = SchoolClass::new(SchoolYear::from_starting(2026), Grade::new(4).unwrap(), "").ok();
        assert!(house.act(&Action::TakeIn(vec![young])).is_ok(), "{stage:?}");
        let waived = &house.records.cases[0].moves[0].waived;
        let asked = match stage {
            Stage::Referral | Stage::Declined => None,
            Stage::Waiting => Some(Stage::Admitted),
            on_the_way => Some(on_the_way),
        };
        let soft: Vec<Requirement> = asked
            .into_iter()
            .flat_map(|s| Requirement::up_to(s, &house.programmes[0]))
            .filter(|r| !r.is_hard())
            .collect();
        assert_eq!(*waived, soft, "{stage:?}");
        assert_eq!(waived.contains(&Requirement::WithinAudience), asked.is_some(), "{stage:?}");
    }
}

#[test]
fn former_staff_can_not_be_the_contact_of_an_open_case() {
    let mut house = House::new();
    let on = house.today;
    house.records.staff[1].left_on = Some(on);
    let kept = |stage| ImportedCase { primary: Some(COLLEAGUE), ..row(&house, 4, stage) };
    let why = RowReason::ContactLeft { on };
    let refused = house.decide(&Action::TakeIn(vec![kept(Stage::Course)]));
    assert_eq!(refused, Err(vec![refusal(4, Column::Primary, why.clone())]));
    let second = ImportedCase { secondary: Some(COLLEAGUE), ..row(&house, 4, Stage::Waiting) };
    assert_eq!(house.decide(&Action::TakeIn(vec![second])), Err(vec![refusal(4, Column::Secondary, why)]));
    assert!(house.decide(&Action::TakeIn(vec![kept(Stage::Closed)])).is_ok());
}

fn any_row() -> impl Strategy<Value = (usize, u64, u64, usize)> {
    (0..Stage::ALL.len(), 0_u64..80, 1_u64..60, 0_usize..2)
}

proptest! {
    /// For any lists in any order, seats never exceed the norm, and a case has a seat exactly when its stage needs
    /// one.
    #[test]
    fn seats_never_exceed_the_norm(
        lists in proptest::collection::vec(proptest::collection::vec(any_row(), 1..8), 1..8),
        norm in 1_u16..=16,
    ) {
        let mut house = House::new();
        house.set_norm(norm);
        let day = |n: u64| -> NaiveDate { date(2026, 8, 12) + Days::new(n) };
        let mut line = 0;
        for list in lists {
            let mut rows = Vec::new();
            for (stage, admitted, length, programme) in list {
                line += 1;
                let mut row = row(&house, line, Stage::ALL[stage]);
                row.programme = house.programmes[programme].code().clone();
                row.admitted = row.admitted.map(|_| day(admitted));
                row.closing = row.closing.map(|c| Closing { on: day((admitted + length).min(100)), ..c });
                rows.push(row);
            }
            let before = house.records.clone();
            match house.act(&Action::TakeIn(rows.clone())) {
                Ok(_) => prop_assert_eq!(house.records.cases.len(), before.cases.len() + rows.len()),
                Err(reasons) => {
                    prop_assert!(!reasons.is_empty());
                    let full = |r: &Reason| matches!(r, Reason::InRow { why: RowReason::NoSeat { .. }, .. });
                    prop_assert!(reasons.iter().all(full), "{:?}", reasons);
                    prop_assert_eq!(&house.records, &before, "all or none");
                }
            }
            prop_assert!(house.records.contradictions().is_empty());
        }
        for case in &house.records.cases {
            prop_assert_eq!(matches!(case.standing, Standing::Seated { .. }), case.stage().holds_seat());
        }
        for n in 0..=105 {
            let held = house.records.cases.iter()
                .filter(|c| c.programme == *house.programmes[0].code() && c.holds_seat_on(day(n)))
                .count();
            prop_assert!(held <= usize::from(norm));
        }
        prop_assert_eq!(house.records.programmes[1].seats, SeatNorm::Unlimited);
    }
}

#[test]
fn a_child_on_record_keeps_its_number_when_a_list_adds_a_school() {
    let (mut house, _) = House::with_child(8);
    let known = &mut house.records.children[0];
    (known.cpr, known.former) = (Cpr::new("040313-4321").ok(), vec![ChildId::from_u128(77)]);
    (known.name, known.born) =
        (PersonName::new("Barn1 Nummer").unwrap(), row(&House::new(), 1, Stage::Referral).born);
    let before = known.clone();
    let closed =
        ImportedCase { programme: house.programmes[1].code().clone(), ..row(&house, 1, Stage::Referral) };
    house
        .act(&Action::TakeIn(vec![ImportedCase { school: Line::new("Havneskolen").ok(), ..closed }]))
        .unwrap();
    let after = house.records.children.iter().find(|child| child.id == before.id).unwrap();
    assert_eq!(after.school.as_ref().map(Line::as_str), Some("Havneskolen"));
    assert_eq!((after.cpr, &after.former), (before.cpr, &before.former));
}
