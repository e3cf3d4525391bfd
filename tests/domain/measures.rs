//! Outcome measures: instruments, cut-offs and alerts.

use chrono::{Days, NaiveDate};
use trivsel_domain::record::{CutOffs, FourLines, Instrument, Measure, Score, Strand, Tenths};
use trivsel_domain::rules::alerts::{Alert, alerts, reliable_above};
use trivsel_domain::value::{CaseId, MeasureId, Role, TalkId};

use super::facts::date;

const TODAY: (i32, u32, u32) = (2026, 11, 25);

fn today() -> NaiveDate {
    date(TODAY.0, TODAY.1, TODAY.2)
}

/// A score with four equal lines, this many days ago.
fn score(ago: u64, instrument: Instrument, rater: Role, line: i32) -> Measure {
    Measure {
        id: MeasureId::from_u128(u128::from(1_000 - ago)),
        case: CaseId::from_u128(1),
        talk: TalkId::from_u128(1),
        date: today() - Days::new(ago),
        rater,
        score: Score::Fit { instrument, lines: FourLines::new([Tenths(line); 4]).unwrap() },
    }
}

fn raised(measures: &[Measure]) -> Vec<Alert> {
    alerts(measures, CutOffs::default(), today())
}

#[test]
fn the_instrument_depends_on_age() {
    for (age, outcome, alliance) in [
        (Some(6), Instrument::Cors, Instrument::Csrs),
        (Some(12), Instrument::Cors, Instrument::Csrs),
        (Some(13), Instrument::Ors, Instrument::Srs),
        (Some(18), Instrument::Ors, Instrument::Srs),
        (None, Instrument::Ors, Instrument::Srs),
    ] {
        assert_eq!(
            (Instrument::outcome_for(age), Instrument::alliance_for(age)),
            (outcome, alliance),
            "{age:?}"
        );
    }
}

#[test]
fn cut_offs_depend_on_instrument_and_age() {
    let cut = |instrument, age| CutOffs::default().of(instrument, age).0;
    assert_eq!(cut(Instrument::Ors, Some(18)), 250);
    assert_eq!(cut(Instrument::Ors, Some(17)), 280);
    assert_eq!(cut(Instrument::Ors, None), 280);
    assert_eq!(cut(Instrument::Cors, Some(9)), 320);
    assert_eq!(cut(Instrument::Srs, Some(9)), 360);
    assert_eq!(cut(Instrument::Csrs, None), 360);
}

#[test]
fn a_session_rating_below_its_cut_off_is_an_alert() {
    let low = score(0, Instrument::Srs, Role::Child, 89);
    let cut_off = Tenths(360);
    let alert = Alert::AllianceLow { instrument: Instrument::Srs, sum: Tenths(356), cut_off };
    assert_eq!(raised(&[low]), [alert]);
    assert_eq!(raised(&[score(0, Instrument::Srs, Role::Child, 90)]), []);
}

#[test]
fn a_session_rating_one_point_lower_than_before_is_an_alert() {
    let fell = [score(7, Instrument::Csrs, Role::Child, 95), score(0, Instrument::Csrs, Role::Child, 92)];
    let alert = Alert::AllianceFell { instrument: Instrument::Csrs, from: Tenths(380), to: Tenths(368) };
    assert_eq!(raised(&fell), [alert]);
    // 0.8 is less than a point.
    let held = [score(7, Instrument::Csrs, Role::Child, 95), score(0, Instrument::Csrs, Role::Child, 93)];
    assert_eq!(raised(&held), []);
}

#[test]
fn an_outcome_five_points_below_the_first_is_an_alert() {
    let first = score(21, Instrument::Ors, Role::Child, 60);
    let up = score(14, Instrument::Ors, Role::Child, 70);
    let down = score(0, Instrument::Ors, Role::Child, 47);
    let alert = Alert::Worse { instrument: Instrument::Ors, first: Tenths(240), now: Tenths(188) };
    assert_eq!(raised(&[down, up.clone(), first.clone()]), [alert]);
    // Exactly five is enough; less is not.
    let last = |line| raised(&[first.clone(), score(0, Instrument::Ors, Role::Child, line)]).len();
    assert_eq!((last(48), last(47)), (0, 1));
}

#[test]
fn four_weeks_without_a_score_are_an_alert() {
    let last = |ago| raised(&[score(ago, Instrument::Ors, Role::Child, 70)]);
    assert_eq!(last(27), []);
    assert_eq!(last(28), [Alert::Quiet { since: today() - Days::new(28) }]);
    assert_eq!(raised(&[]), []);
}

#[test]
fn series_of_different_raters_are_never_joined() {
    // The mother's score is five below the child's first, and CORS is below ORS: neither is an alert.
    let measures = [
        score(20, Instrument::Ors, Role::Child, 80),
        score(10, Instrument::Ors, Role::Mother, 50),
        score(5, Instrument::Cors, Role::Child, 50),
    ];
    assert_eq!(raised(&measures), []);
    assert_ne!(measures[0].strand(), measures[1].strand());
    assert_ne!(measures[0].strand(), measures[2].strand());
}

#[test]
fn future_scores_are_ignored() {
    let mut ahead = score(0, Instrument::Srs, Role::Child, 10);
    ahead.date = today() + Days::new(1);
    assert_eq!(raised(&[ahead]), []);
}

#[test]
fn first_and_five_is_drawn_for_outcome_alone() {
    let strand = |instrument| Strand::Fit(instrument, Role::Child);
    assert_eq!(reliable_above(&strand(Instrument::Ors), Tenths(200)), Some(Tenths(250)));
    assert_eq!(reliable_above(&strand(Instrument::Srs), Tenths(200)), None);
}

#[test]
fn a_line_is_zero_to_ten() {
    assert!(FourLines::new([0, 100, 50, 1].map(Tenths)).is_ok());
    assert!(FourLines::new([0, 101, 50, 1].map(Tenths)).is_err());
    assert!(FourLines::new([0, -1, 50, 1].map(Tenths)).is_err());
}
