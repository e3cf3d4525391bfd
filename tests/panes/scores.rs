//! One child's measures: separate series, alerts, chart and table.

use std::sync::LazyLock;

use chrono::NaiveDate;
use insta::assert_snapshot;
use ratatui::text::Line;
use trivsel_domain::record::{
    Direction, FourLines, HouseSettings, Instrument, Labels, Measure, OwnScore, Score, Series, Tenths,
};
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::{CaseId, MeasureId, Role, Tag, TalkId};
use trivsel_tui::keys::Command;
use trivsel_tui::layers::scores::Scores;
use trivsel_tui::theme::{Ground, Theme};
use trivsel_words::text::columns;
use trivsel_words::{Lang, Words};

/// Parsed once because hundreds of screens are drawn.
static DANISH: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::Da));

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn measure(number: u128, date: NaiveDate, rater: Role, score: Score) -> Measure {
    let (id, case, talk) = (MeasureId::from_u128(number), CaseId::from_u128(1), TalkId::from_u128(number));
    Measure { id, case, talk, date, rater, score }
}

fn fit(instrument: Instrument, lines: [i32; 4]) -> Score {
    Score::Fit { instrument, lines: FourLines::new(lines.map(Tenths)).unwrap() }
}

fn own(name: &str, value: i32) -> Score {
    Score::Own(OwnScore::single(Tag::new(name).unwrap(), Tenths(value)))
}

/// Out of order, from three raters, with two instruments and a series.
fn measures() -> Vec<Measure> {
    vec![
        measure(1, date(2026, 9, 2), Role::Child, own("Søvn", 40)),
        measure(2, date(2026, 9, 2), Role::Child, fit(Instrument::Csrs, [90, 85, 95, 92])),
        measure(3, date(2026, 11, 11), Role::Child, fit(Instrument::Cors, [30, 70, 45, 50])),
        measure(4, date(2026, 9, 2), Role::Child, fit(Instrument::Cors, [65, 70, 80, 50])),
        measure(5, date(2026, 10, 7), Role::Child, fit(Instrument::Cors, [50, 70, 65, 45])),
        measure(6, date(2026, 10, 7), Role::Mother, fit(Instrument::Cors, [40, 55, 60, 35])),
        measure(7, date(2026, 11, 11), Role::Child, fit(Instrument::Csrs, [80, 85, 90, 82])),
    ]
}

fn lists() -> HouseSettings {
    let series =
        Series::new(Tag::new("Søvn").unwrap(), Tenths(0), Tenths(100), Direction::Up, vec![Tenths(60)]);
    HouseSettings { series: vec![series.unwrap()], ..HouseSettings::default() }
}

fn scores(measures: &[Measure]) -> Scores {
    Scores::new(
        &DANISH,
        &lists(),
        "Alma Holm",
        Some(12),
        &OpenScores::new(measures.to_vec(), |_| true),
        date(2026, 11, 25),
    )
}

fn lines(scores: &Scores, width: usize, height: usize) -> Vec<Line<'static>> {
    scores.lines(&DANISH, &Theme::coloured(Ground::Dark), width, height)
}

fn drawn(scores: &Scores, width: usize, height: usize) -> String {
    let title = scores.title(&DANISH, width);
    let lines = lines(scores, width, height);
    std::iter::once(title)
        .chain(lines.iter().map(|l| l.to_string().trim_end().to_owned()))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_childs_own_answers_with_alerts_and_a_table() {
    assert_snapshot!(drawn(&scores(&measures()), 76, 18));
}

#[test]
fn strands_are_by_instrument_and_rater_life_first() {
    let scores = scores(&measures());
    let names: Vec<&str> = scores.strands.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["CORS · barnet", "CORS · mor", "CSRS · barnet", "Søvn · barnet"]);
    let points: Vec<usize> = scores.strands.iter().map(|s| s.chart.points.len()).collect();
    assert_eq!(points, [3, 1, 2, 1]);
    assert_eq!(scores.strands[0].chart.target, Some((Tenths(315), "første + 5".into())));
    assert_eq!(scores.strands[2].chart.target, None, "the talk has none");
}

#[test]
fn keys_go_from_strand_to_strand() {
    let mut scores = scores(&measures());
    assert!(scores.turn(Command::Left) && scores.at == 0);
    for _ in 0..6 {
        assert!(scores.turn(Command::Right));
    }
    assert_eq!(scores.at, 3);
    assert!(!scores.turn(Command::Back));
    assert_snapshot!(drawn(&scores, 76, 18));
}

#[test]
fn a_first_score_near_the_top_has_no_line_above() {
    let near = [measure(1, date(2026, 11, 25), Role::Child, fit(Instrument::Cors, [90, 90, 90, 81]))];
    assert_eq!(scores(&near).strands[0].chart.target, None);
    let just = [measure(1, date(2026, 11, 25), Role::Child, fit(Instrument::Cors, [90, 90, 90, 80]))];
    assert_eq!(scores(&just).strands[0].chart.target, Some((Tenths(400), "første + 5".into())));
}

#[test]
fn a_house_with_a_licence_sees_its_own_labels() {
    let line = |text| trivsel_domain::value::Line::new(text).unwrap();
    let labels = [line("Den første linje"), line("Anden"), line("Tredje"), line("Fjerde")];
    let lists =
        HouseSettings { labels: vec![Labels { instrument: Instrument::Cors, lines: labels }], ..lists() };
    let scores = Scores::new(
        &DANISH,
        &lists,
        "Alma Holm",
        None,
        &OpenScores::new(measures(), |_| true),
        date(2026, 11, 25),
    );
    let drawing = drawn(&scores, 76, 18);
    assert!(drawing.contains("Den først…") && drawing.contains("Fjerde"), "{drawing}");
}

#[test]
fn a_series_that_the_house_gave_up_is_still_drawn() {
    let lost = [
        measure(1, date(2026, 9, 2), Role::Father, own("Mod", 20)),
        measure(2, date(2026, 11, 25), Role::Father, own("Mod", 20)),
    ];
    let drawing = drawn(&scores(&lost), 76, 18);
    assert!(drawing.contains("Mod · far (1 af 1)") && drawing.contains("● 2"), "{drawing}");
}

#[test]
fn no_scores_at_all() {
    assert_eq!(drawn(&scores(&[]), 76, 18), "Målinger · Alma Holm\nIngen målinger endnu.");
}

#[test]
fn alerts_without_room_are_counted() {
    let drawing = drawn(&scores(&measures()), 56, 6);
    assert!(drawing.contains("▲ ") && drawing.contains(" til"), "{drawing}");
}

#[test]
fn it_stays_inside_its_area_at_every_size() {
    let mut scores = scores(&measures());
    scores.name = "Mads Østergaard-Rasmussen Holm af den lange gade og 山田 太郎".into();
    for at in 0..scores.strands.len() {
        scores.at = at;
        for width in (30..130).step_by(7) {
            assert!(columns(&scores.title(&DANISH, width)) <= width);
            for height in 0..30 {
                let lines = lines(&scores, width, height);
                assert!(lines.len() <= height, "{width}x{height}");
                let chart_and_alerts = lines.iter().all(|l| columns(&l.to_string()) <= width.max(60));
                assert!(chart_and_alerts, "{width}x{height}");
            }
        }
    }
}
