//! Outcome measures: instruments, cut-offs and alerts.

use chrono::{Days, NaiveDate};
use trivsel_domain::record::{
    Child, CutOffs, Direction, FourLines, Instrument, Measure, Score, Strand, Tenths,
};
use trivsel_domain::rules::alerts::{Alert, alerts, reliable_above};
use trivsel_domain::rules::effect::{Change, Effect, Reliability};
use trivsel_domain::rules::usual_instrument::usual_instrument;
use trivsel_domain::value::{CaseId, ChildId, MeasureId, PersonName, Role, TalkId};

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

/// The change from a first to a last score in points, with the cut-off of ORS for the young.
fn change(first: i32, last: i32) -> Change {
    let (cut_off, reliable) = (Some(Tenths(280)), Some(Tenths(50)));
    let better = Direction::Up;
    Change { first: Tenths(10 * first), last: Tenths(10 * last), cut_off, reliable, better }
}

#[test]
fn the_effect_over_four_courses() {
    let changes = [change(15, 21), change(18, 24), change(20, 19), change(22, 30)];
    let effect = Effect::count(&changes);
    let rounded = |value: Option<f64>| value.map(|v| (v * 100.0).round() / 100.0);
    assert_eq!((rounded(effect.size()), rounded(effect.spread)), (Some(1.59), Some(2.99)));
    assert_eq!(rounded(effect.mean), Some(4.75));
    assert_eq!((effect.courses, effect.better, effect.worse, effect.crossed), (4, 3, 0, 1));
}

#[test]
fn an_effect_needs_a_spread() {
    for (changes, mean, size) in [
        (&[][..], None, None),
        (&[change(20, 26)], Some(6.0), None),
        (&[change(20, 26), change(20, 24)], Some(5.0), None),
        (&[change(20, 26), change(22, 20)], Some(2.0), Some(1.41)),
    ] {
        let effect = Effect::count(changes);
        assert_eq!((effect.mean, effect.size().map(|s| (s * 100.0).round() / 100.0)), (mean, size));
    }
}

#[test]
fn a_change_is_reliable_from_five_points_and_crosses_at_the_cut_off() {
    for (first, last, reliability, crossed) in [
        (20, 24, Reliability::Same, false),
        (20, 25, Reliability::Better, false),
        (20, 15, Reliability::Worse, false),
        (27, 28, Reliability::Same, true),
        (28, 33, Reliability::Better, false),
        (30, 20, Reliability::Worse, false),
    ] {
        let change = change(first, last);
        assert_eq!((change.reliability(), change.crossed()), (Some(reliability), crossed), "{first} {last}");
    }
    // Less is better, and no reliable change is known.
    let down = Change { reliable: None, better: Direction::Down, ..change(30, 20) };
    assert_eq!((down.gain(), down.reliability(), down.crossed()), (100, None, true));
}

#[test]
fn the_change_of_a_strand_is_from_its_first_to_its_last_score() {
    let scores =
        [(9, 55), (30, 40), (2, 60)].map(|(ago, line)| score(ago, Instrument::Ors, Role::Child, line));
    let all: Vec<&Measure> = scores.iter().collect();
    let (from, to, found) = Change::of(&all, Some(Tenths(280))).unwrap();
    assert_eq!((from, to), (today() - Days::new(30), today() - Days::new(2)));
    assert_eq!(found, Change { first: Tenths(160), last: Tenths(240), ..change(0, 0) });
    assert_eq!(Change::of(&all[..1], None), None);
    let alliance = [(9, 55), (2, 60)].map(|(ago, line)| score(ago, Instrument::Srs, Role::Child, line));
    assert_eq!(Change::of(&alliance.iter().collect::<Vec<_>>(), None).unwrap().2.reliability(), None);
}

#[test]
fn a_course_keeps_the_instrument_it_began_with() {
    let child = |born| {
        let name = PersonName::new("Åse").unwrap();
        Child::new(ChildId::from_u128(1), name, Some(born), None, vec![])
    };
    let (cors, ors, srs) = (Instrument::Cors, Instrument::Ors, Instrument::Srs);
    let began = Some(today() - Days::new(90));
    let twelve_then = child(date(2013, 10, 1));
    let usual = |child: &Child, began, measures: &[Measure], alliance| {
        usual_instrument(child, began, measures, today(), alliance)
    };
    // Thirteen today, twelve when the course began, whether or not there is a score.
    assert_eq!(usual(&twelve_then, began, &[], false), cors);
    assert_eq!(usual(&twelve_then, None, &[], false), ors);
    assert_eq!(usual(&twelve_then, began, &[], true), Instrument::Csrs);
    // The first score of the child itself decides, the talk's apart from life's.
    let measures = [
        score(60, ors, Role::Mother, 50),
        score(50, cors, Role::Child, 50),
        score(10, ors, Role::Child, 50),
        score(40, srs, Role::Child, 90),
    ];
    assert_eq!(usual(&twelve_then, None, &measures, false), cors);
    assert_eq!(usual(&twelve_then, began, &measures, true), srs);
    // CORS holds to fifteen.
    assert_eq!(usual(&child(date(2010, 11, 26)), began, &measures, false), cors);
    assert_eq!(usual(&child(date(2010, 11, 25)), began, &measures, false), ors);
}
