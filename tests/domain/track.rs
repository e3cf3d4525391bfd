//! The track of a case: where it is, since when, how long, and what lies behind a step back.

use chrono::NaiveDate;
use trivsel_domain::record::{Case, Closing, Move, Outcome, Standing};
use trivsel_domain::rules::track::{Passing, Station, spells, steps_back, track};
use trivsel_domain::value::{SeatedStage, Stage};

use super::cases::line;
use super::facts::{House, date};

fn moved(from: Option<Stage>, to: Stage, on: NaiveDate) -> Move {
    Move { from, to, on, waived: vec![], reason: None, by: None, at: None }
}

/// A case referred on 2 March 2026 that took these steps, each from the stage before.
fn case(stage: SeatedStage, steps: &[(Stage, NaiveDate)]) -> Case {
    let (house, _) = House::with_child(7);
    let mut case = house.records.cases[0].clone();
    case.referral.on = date(2026, 3, 2);
    case.moves = vec![moved(None, Stage::Referral, date(2026, 3, 2))];
    let mut before = Stage::Referral;
    for (to, on) in steps {
        case.moves.push(moved(Some(before), *to, *on));
        before = *to;
    }
    let stay = case.stay().unwrap();
    case.standing = Standing::Seated { stage, stay };
    case
}

/// Each stage with how it is passed and its days.
fn told(stations: &[Station], today: NaiveDate) -> Vec<(Stage, Passing, Option<u32>)> {
    stations.iter().map(|s| (s.stage, s.passing, s.days(today))).collect()
}

#[test]
fn a_case_in_its_course_has_stages_behind_it_and_stages_ahead() {
    let case = case(
        SeatedStage::Course,
        &[
            (Stage::Waiting, date(2026, 3, 12)),
            (Stage::Admitted, date(2026, 8, 3)),
            (Stage::StartUp, date(2026, 8, 10)),
            (Stage::Course, date(2026, 9, 7)),
        ],
    );
    assert_eq!(
        told(&track(&case), date(2026, 11, 25)),
        [
            (Stage::Referral, Passing::Passed, Some(10)),
            (Stage::Waiting, Passing::Passed, Some(144)),
            (Stage::Admitted, Passing::Passed, Some(7)),
            (Stage::StartUp, Passing::Passed, Some(28)),
            (Stage::Course, Passing::Here, Some(79)),
            (Stage::PhaseOut, Passing::Ahead, None),
            (Stage::Closed, Passing::Ahead, None),
        ]
    );
    assert_eq!(steps_back(&case).count(), 0);
}

#[test]
fn a_seat_that_was_free_skips_the_waiting_list() {
    let case = case(SeatedStage::Admitted, &[(Stage::Admitted, date(2026, 3, 20))]);
    let waiting = &track(&case)[1];
    assert_eq!((waiting.stage, waiting.passing), (Stage::Waiting, Passing::Skipped));
    assert_eq!(waiting.days(date(2026, 11, 25)), None);
}

#[test]
fn after_a_step_back_the_later_stage_lies_ahead_again_and_keeps_its_days() {
    let case = case(
        SeatedStage::StartUp,
        &[
            (Stage::Admitted, date(2026, 3, 12)),
            (Stage::StartUp, date(2026, 4, 1)),
            (Stage::Course, date(2026, 5, 1)),
            (Stage::StartUp, date(2026, 5, 11)),
        ],
    );
    let stations = track(&case);
    let start_up = stations.iter().find(|s| s.stage == Stage::StartUp).unwrap();
    // Thirty days before the step and nine after it.
    assert_eq!((start_up.passing, start_up.days(date(2026, 5, 20))), (Passing::Here, Some(39)));
    assert_eq!(start_up.spells.len(), 2);
    let course = stations.iter().find(|s| s.stage == Stage::Course).unwrap();
    assert_eq!((course.passing, course.days(date(2026, 5, 20))), (Passing::Ahead, Some(10)));
    let back: Vec<(Option<Stage>, Stage, NaiveDate)> =
        steps_back(&case).map(|m| (m.from, m.to, m.on)).collect();
    assert_eq!(back, [(Some(Stage::Course), Stage::StartUp, date(2026, 5, 11))]);
}

#[test]
fn what_an_import_leaves_out_is_skipped_and_the_time_before_it_is_not_known() {
    let mut case = case(SeatedStage::Course, &[]);
    case.moves = vec![Move {
        reason: Some(line(trivsel_domain::record::IMPORTED)),
        ..moved(None, Stage::Course, date(2026, 8, 10))
    }];
    let stations = track(&case);
    assert_eq!(
        told(&stations, date(2026, 8, 20))[..5],
        [
            (Stage::Referral, Passing::Passed, None),
            (Stage::Waiting, Passing::Skipped, None),
            (Stage::Admitted, Passing::Skipped, None),
            (Stage::StartUp, Passing::Skipped, None),
            (Stage::Course, Passing::Here, Some(10)),
        ]
    );
    assert_eq!(spells(&case).len(), 2);
}

#[test]
fn a_declined_case_ends_with_that_and_a_closed_one_at_its_end() {
    let mut declined = case(SeatedStage::Course, &[(Stage::Declined, date(2026, 3, 20))]);
    declined.standing = Standing::Declined { on: date(2026, 3, 20) };
    let stages: Vec<Stage> = track(&declined).iter().map(|s| s.stage).collect();
    assert_eq!(stages, [Stage::Referral, Stage::Declined]);

    let mut early = case(
        SeatedStage::Course,
        &[
            (Stage::Admitted, date(2026, 3, 12)),
            (Stage::StartUp, date(2026, 4, 1)),
            (Stage::Closed, date(2026, 6, 1)),
        ],
    );
    let closing = Closing { on: date(2026, 6, 1), outcome: Outcome::Moved, place: None };
    early.standing = Standing::Closed { stay: early.stay().unwrap(), closing };
    let passing: Vec<Passing> = track(&early).iter().map(|s| s.passing).collect();
    use Passing::{Here, Passed, Skipped};
    assert_eq!(passing, [Passed, Skipped, Passed, Passed, Skipped, Skipped, Here]);
    // Its days do not go on after the end.
    assert_eq!(track(&early)[3].days(date(2027, 1, 1)), Some(61));
}
