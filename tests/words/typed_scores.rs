//! Typed scores.

use trivsel_domain::record::{
    Direction, FourLines, HouseSettings, Instrument, OwnScore, Score, Series, SeriesParts, Tenths, Total,
};
use trivsel_domain::value::{Role, Tag};
use trivsel_words::typed_score::{ScoreProblem, TypedScore, Usual, parse_scores};
use trivsel_words::{Lang, Words};

fn house() -> HouseSettings {
    let series = |name: &str, better| {
        Series::new(Tag::new(name).expect("a tag"), Tenths(0), Tenths(100), better, vec![]).expect("a series")
    };
    let lines = ["Søvn", "Ro", "Venner"].map(|line| Tag::new(line).expect("a tag"));
    let profile = SeriesParts {
        lines: lines.into(),
        step: Tenths(10),
        total: Total::None,
        ..SeriesParts::single(
            Tag::new("Profil 3").expect("a tag"),
            Tenths(0),
            Tenths(20),
            Direction::Up,
            vec![],
        )
    };
    let profile = Series::of(profile).expect("a series");
    let series = vec![series("uro", Direction::Down), series("glad for skolen", Direction::Up), profile];
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
    TypedScore { rater, score: Score::Own(OwnScore::single(series, Tenths(value))) }
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
    assert!(matches!(read(Lang::Da, "uro 11"), Err(ScoreProblem::Series(_))));
    assert!(matches!(read(Lang::Da, "uro"), Err(ScoreProblem::Series(_))));
}

#[test]
fn a_series_of_several_lines_takes_a_number_for_each_and_may_have_digits_in_its_name() {
    let three = |rater, values: [i32; 3]| {
        let name = Tag::new("Profil 3").expect("a tag");
        let own = OwnScore::new(name, values.map(Tenths).into(), Total::None).expect("three lines");
        TypedScore { rater, score: Score::Own(own) }
    };
    assert_eq!(read(Lang::Da, "profil 3 2 0 1"), Ok(vec![three(Role::Child, [20, 0, 10])]));
    assert_eq!(read(Lang::Da, "mor Profil 3: 1 1 1"), Ok(vec![three(Role::Mother, [10, 10, 10])]));
    let both = vec![three(Role::Father, [0, 0, 0]), own(Role::Child, "uro", 70)];
    assert_eq!(read(Lang::Da, "far profil 3 0 0 0; uro 7"), Ok(both));
    // Too few, too many, beyond the range, between the steps, and a word among the numbers.
    for wrong in ["profil 3 2 0", "profil 3 2 0 1 1", "profil 3 3 0 1", "profil 3 0,5 0 1", "profil 3 2 x 1"]
    {
        let Err(problem @ ScoreProblem::Series(_)) = read(Lang::Da, wrong) else { panic!("{wrong}") };
        let told = trivsel_words::score::problem(&Words::new(Lang::Da), &problem);
        assert_eq!(told, "Profil 3 er 3 tal fra 0 til 2 i trin på 1. Prøv Profil 3 2 2 2", "{wrong}");
    }
}
