//! The time line: Enter opens the thing that a row tells of.

use trivsel_domain::record::{Day, FourLines, Instrument, Measure, Move, Score, Tenths};
use trivsel_domain::value::{Line, Mark, MeasureId, Role, StaffId, Stage, TalkId, TimeOfDay};

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house};

/// Alma's time line, with a score, a step and a day of the register.
fn timeline() -> Program {
    let house = house::changed(|records| {
        records.measures.push(Measure {
            id: MeasureId::from_u128(5),
            case: ALMA,
            talk: TalkId::from_u128(1),
            date: date(2026, 11, 24),
            rater: Role::Child,
            score: Score::Fit {
                instrument: Instrument::Cors,
                lines: FourLines::new([65, 70, 80, 50].map(Tenths)).unwrap(),
            },
        });
        records.cases[0].moves.push(Move {
            from: Some(Stage::StartUp),
            to: Stage::Course,
            on: date(2026, 9, 14),
            waived: vec![],
            reason: Line::new("Trives i den lille gruppe").ok(),
            by: Some(StaffId::from_u128(1)),
            at: None,
        });
        records.days.push(Day {
            first: Some(Mark::Sick),
            remark: Line::new("Ondt i halsen").ok(),
            ..Day::blank(ALMA, date(2026, 11, 20))
        });
        let late = Mark::Late { at: TimeOfDay::new(9, 10).unwrap() };
        records.days.push(Day { first: Some(late), ..Day::blank(ALMA, date(2026, 11, 19)) });
    });
    let mut program = Start::default().on(house);
    program.keys("1<ctrl-f>Alma<enter><enter><right>");
    assert!(program.shows("[Tidslinje]"), "{}", program.screen());
    program
}

/// Presses Enter on a row.
fn enter_on(program: &mut Program, row: &str) {
    for _ in 0..20 {
        if program.turned_over().iter().any(|line| line.contains(row)) {
            program.keys("<enter>");
            return;
        }
        program.keys("<down>");
    }
    panic!("no row {row:?} on\n{}", program.screen());
}

#[test]
fn enter_on_a_score_opens_its_curve() {
    let mut program = timeline();
    enter_on(&mut program, "CORS");
    insta::assert_snapshot!(program.screen());
    program.keys("<esc>");
    assert!(program.turned_over().concat().contains("CORS"), "{}", program.screen());
}

#[test]
fn enter_on_a_step_reads_it() {
    let mut program = timeline();
    enter_on(&mut program, "Trives i den lille gruppe");
    insta::assert_snapshot!(program.screen());
    program.keys("<esc>");
    assert!(program.turned_over().concat().contains("Trives"), "{}", program.screen());
}

#[test]
fn enter_on_a_day_reads_it() {
    let mut program = timeline();
    enter_on(&mut program, "Ondt i halsen");
    insta::assert_snapshot!(program.screen());
    program.keys("<esc>");
    assert!(program.turned_over().concat().contains("Ondt"), "{}", program.screen());
    // A late child has a time of arrival.
    enter_on(&mut program, "for sent 9.10");
    assert!(program.shows("│ for sent 9.10"), "{}", program.screen());
}
