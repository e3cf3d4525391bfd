//! Typed scores.

use trivsel_domain::record::{Direction, FourLines, HouseSettings, Instrument, Score, Series, Tenths};
use trivsel_domain::value::{Role, Tag};
use trivsel_words::typed_score::{ScoreProblem, TypedScore, Usual, parse_scores};
use trivsel_words::{Lang, Words};

fn house() -> HouseSettings {
    let series = |name: &str, better| {
        Series::new(Tag::new(name).expect("a tag"), Tenths(0), Tenths(100), better, vec![]).expect("a series")
    };
    let series = vec![series("uro", Direction::Down), series("glad for skolen", Direction::Up)];
    HouseSettings { series, ..HouseSettings::default() }
}

fn read(lang: Lang, text: &str) -> Result<Vec<TypedScore>, ScoreProblem> {
    let usual = Usual { instrument: Instrument::Cors, rater: Role::Child };
    parse_scores(text, &Words::new(lang), &house(), usual)
}

fn fit(rater: Role, instrument: Instrument, lines: [i32; 4]) -> TypedScore {
    let lines = FourLines::new(lines.map(Tenths)).expect("four lines");
    TypedScore { rater, score: Score::Fit { instrument, lines } }
}

fn own(rater: Role, series: &str, value: i32) -> TypedScore {
    let series = Tag::new(series).expect("a tag");
    TypedScore { rater, score: Score::Own { series, value: Tenths(value) } }
}

#[test]
fn four_numbers_are_the_usual_instrument_by_the_child() {
    let usual = fit(Role::Child, Instrument::Cors, [65, 70, 80, 50]);
    for text in ["6,5 7 8 5", "6.5 7 8 5", "  6,5   7 8 5,0 ", "cors 6,5 7 8 5", "CORS: 6,5 7 8 5"] {
        assert_eq!(read(Lang::Da, text), Ok(vec![usual.clone()]), "{text}");
    }
}

#[test]
fn words_in_front_choose_instrument_and_rater() {
    let mother = fit(Role::Mother, Instrument::Ors, [65, 70, 80, 50]);
    for text in ["mor ors 6,5 7 8 5", "ORS mor 6,5 7 8 5", "Mor: ors 6,5 7 8 5"] {
        assert_eq!(read(Lang::Da, text), Ok(vec![mother.clone()]), "{text}");
    }
    assert_eq!(read(Lang::En, "mother ors 6.5 7 8 5"), Ok(vec![mother]));
}

#[test]
fn a_series_of_the_house_takes_one_number() {
    assert_eq!(read(Lang::Da, "uro 7"), Ok(vec![own(Role::Child, "uro", 70)]));
    assert_eq!(read(Lang::Da, "far URO 7,5"), Ok(vec![own(Role::Father, "uro", 75)]));
    assert_eq!(read(Lang::Da, "glad for skolen 4"), Ok(vec![own(Role::Child, "glad for skolen", 40)]));
    let both = vec![fit(Role::Child, Instrument::Cors, [10, 20, 30, 40]), own(Role::Child, "uro", 70)];
    assert_eq!(read(Lang::Da, "1 2 3 4; uro 7"), Ok(both));
}

#[test]
fn empty_text_has_no_score() {
    assert_eq!(read(Lang::Da, "  "), Ok(vec![]));
    assert_eq!(read(Lang::Da, ";"), Ok(vec![]));
}

#[test]
fn each_error_is_distinguished() {
    assert_eq!(read(Lang::Da, "6,5 7 8"), Err(ScoreProblem::Count { found: 3 }));
    assert_eq!(read(Lang::Da, "6,5 7 8 5 5"), Err(ScoreProblem::Count { found: 5 }));
    assert_eq!(read(Lang::Da, "6,5 7 8 11"), Err(ScoreProblem::Outside));
    assert_eq!(read(Lang::Da, "6,5 7 8 -1"), Err(ScoreProblem::Outside));
    assert_eq!(read(Lang::Da, "6,55 7 8 5"), Err(ScoreProblem::Word("6,55".into())));
    assert_eq!(read(Lang::Da, "naboen 6,5 7 8 5"), Err(ScoreProblem::Word("naboen".into())));
    assert!(matches!(read(Lang::Da, "uro 11"), Err(ScoreProblem::Series { .. })));
    assert!(matches!(read(Lang::Da, "uro"), Err(ScoreProblem::Series { .. })));
}
