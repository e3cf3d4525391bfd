//! Children without a timetable that nobody expects yet: the register says so and never fills them.

use chrono::{TimeDelta, Timelike};
use trivsel_domain::record::{HouseProgramme, Move, Records, Standing, Stay};
use trivsel_domain::value::{ProgrammeCode, SeatNorm, SeatedStage, Stage};

use crate::harness::house;
use crate::harness::{Program, Start, date, morning};

/// The second child, admitted without a timetable; the first is as usual.
fn without_timetable(change: impl FnOnce(&mut Records)) -> Program {
    Start::default().on(house::changed(|records| {
        let case = records.cases[1].id;
        records.timetables.retain(|t| t.case != case);
        change(records);
    }))
}

fn is_never_filled(mut program: Program) {
    let row = program.keys("5").line("Asger Lund");
    assert!(row.contains("intet skema") && row.contains("– ikke planlagt"), "{row}");
    program.keys("r");
    assert_eq!(program.on_record("Alma Holm", date(2026, 11, 25)).as_deref(), Some("present/·"));
    assert_eq!(program.on_record("Asger Lund", date(2026, 11, 25)), None, "{}", program.screen());
    program.keys("g24.11<enter>r<ctrl-o>");
    assert_eq!(program.on_record("Asger Lund", date(2026, 11, 24)), None, "{}", program.screen());
}

#[test]
fn an_admitted_child_that_has_not_started() {
    is_never_filled(without_timetable(|records| {
        let stay = records.cases[1].stay().unwrap();
        records.cases[1].standing = Standing::Seated { stage: SeatedStage::Admitted, stay };
    }));
}

#[test]
fn a_child_admitted_a_minute_ago() {
    is_never_filled(without_timetable(|records| {
        let case = &mut records.cases[1];
        let stay = Stay { from: date(2026, 11, 25), ..case.stay().unwrap() };
        case.standing = Standing::Seated { stage: SeatedStage::Admitted, stay };
        case.moves.push(Move {
            from: Some(Stage::Referral),
            to: Stage::Admitted,
            on: date(2026, 11, 25),
            waived: Vec::new(),
            reason: None,
            by: None,
            at: morning().with_second(0).map(|now| now - TimeDelta::minutes(1)).map(Into::into),
        });
    }));
}

#[test]
fn a_nineteen_year_old_of_the_programme_without_a_register() {
    is_never_filled(without_timetable(|records| {
        let code = ProgrammeCode::new("trivsel").unwrap();
        records.programmes.push(HouseProgramme { code: code.clone(), seats: SeatNorm::Unlimited });
        records.cases[1].programme = code;
        records.children[1].born = Some(date(2007, 3, 4));
    }));
}
