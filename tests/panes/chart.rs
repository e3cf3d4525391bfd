//! The chart of scores: snapshots, and properties of every chart.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use insta::assert_snapshot;
use proptest::prelude::*;
use ratatui::style::Color;
use ratatui::text::Line;
use trivsel_domain::record::{Direction, Tenths};
use trivsel_tui::theme::{Ground, Theme};
use trivsel_tui::widgets::chart::Chart;
use trivsel_words::text::columns;
use trivsel_words::{Lang, Words};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A chart of a child's scores on an instrument with four lines.
fn cors(points: &[(NaiveDate, i32)]) -> Chart {
    let first = points.first().map(|(_, value)| *value);
    Chart {
        title: "CORS · barnet".into(),
        points: points.iter().map(|(date, value)| (*date, Tenths(*value))).collect(),
        low: Tenths(0),
        high: Tenths(400),
        better: Some(Direction::Up),
        cut_offs: vec![(Tenths(320), "grænse".into())],
        target: first.map(|first| (Tenths(first + 50), "første + 5".into())),
    }
}

fn few() -> Chart {
    cors(&[
        (date(2026, 8, 19), 192),
        (date(2026, 9, 2), 175),
        (date(2026, 9, 16), 221),
        (date(2026, 10, 7), 264),
        (date(2026, 11, 4), 258),
        (date(2026, 11, 25), 313),
    ])
}

/// Parsed once because hundreds of charts are drawn.
static DANISH: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::Da));

fn lines(chart: &Chart, width: usize, height: usize) -> Vec<Line<'static>> {
    chart.lines(&DANISH, &Theme::coloured(Ground::Dark), width, height)
}

/// The lines as text, without trailing blanks.
fn text(lines: &[Line<'_>]) -> String {
    lines.iter().map(|l| l.to_string().trim_end().to_owned() + "\n").collect()
}

fn drawn(chart: &Chart, width: usize, height: usize) -> String {
    text(&lines(chart, width, height))
}

#[test]
fn a_few_scores() {
    assert_snapshot!(drawn(&few(), 78, 14));
}

#[test]
fn up_and_down_steeply_in_little_room() {
    let weeks = |n: u64| date(2026, 9, 2) + Days::new(7 * n);
    let values = [60, 350, 120, 130, 330, 90];
    let points: Vec<(NaiveDate, i32)> = (0..).map(weeks).zip(values).collect();
    assert_snapshot!(drawn(&cors(&points), 48, 12));
}

#[test]
fn one_score_alone() {
    assert_snapshot!(drawn(&cors(&[(date(2026, 11, 25), 214)]), 78, 12));
}

#[test]
fn the_cut_off_and_first_plus_five_on_one_row() {
    assert_snapshot!(drawn(&cors(&[(date(2026, 9, 2), 270), (date(2026, 11, 25), 282)]), 60, 10));
}

#[test]
fn sixty_scores_over_two_years() {
    let point = |n: u64| {
        let wave = [0, 18, -12, 6, 22, -5, 11, -20, 3, 15][usize::try_from(n).unwrap() % 10];
        (date(2024, 12, 4) + Days::new(n * 12 + n % 3), 150 + i32::try_from(n).unwrap() * 3 + wave)
    };
    let points: Vec<(NaiveDate, i32)> = (0..60).map(point).collect();
    assert_snapshot!(drawn(&cors(&points), 80, 16));
}

#[test]
fn less_is_better_with_two_cut_offs() {
    let chart = Chart {
        title: "Fraværstanker · mor".into(),
        points: vec![
            (date(2026, 9, 1), Tenths(85)),
            (date(2026, 9, 30), Tenths(80)),
            (date(2026, 11, 2), Tenths(45)),
            (date(2027, 1, 12), Tenths(30)),
        ],
        low: Tenths(0),
        high: Tenths(100),
        better: Some(Direction::Down),
        cut_offs: vec![(Tenths(70), "grænse".into()), (Tenths(35), "grænse".into())],
        target: None,
    };
    assert_snapshot!(drawn(&chart, 70, 14));
}

#[test]
fn a_negative_range() {
    let chart = Chart {
        title: "Balance · far".into(),
        points: vec![
            (date(2026, 10, 1), Tenths(-35)),
            (date(2026, 10, 15), Tenths(-5)),
            (date(2026, 11, 12), Tenths(20)),
        ],
        low: Tenths(-50),
        high: Tenths(50),
        better: Some(Direction::Up),
        cut_offs: vec![(Tenths(0), "grænse".into())],
        target: None,
    };
    assert_snapshot!(drawn(&chart, 60, 14));
}

#[test]
fn two_scores_of_one_day_are_both_there_in_their_order() {
    let day = date(2026, 11, 25);
    let drawing = drawn(&cors(&[(day, 200), (day, 300)]), 60, 12);
    let plotted = plotted(&drawing);
    assert_eq!(plotted.len(), 2);
    assert_eq!(plotted[0].0 + 1, plotted[1].0);
    assert!(plotted[0].1 > plotted[1].1, "{drawing}");
    assert_eq!(drawing.matches("25. nov").count(), 1);
    assert!(drawing.contains("● 30"), "{drawing}");
}

#[test]
fn no_scores_gives_a_message() {
    assert_eq!(drawn(&cors(&[]), 60, 12), "CORS · barnet · højere er bedre\nIngen målinger endnu.\n");
}

#[test]
fn without_colours_it_is_drawn_with_the_same_signs() {
    let bare = few().lines(&DANISH, &Theme::colourless(), 78, 14);
    assert_eq!(text(&bare), drawn(&few(), 78, 14));
    let colour = |c: Option<Color>| c.is_some_and(|c| c != Color::Reset);
    let spans = || bare.iter().flat_map(|l| l.spans.iter().map(|s| l.style.patch(s.style)));
    assert!(!spans().any(|s| colour(s.fg) || colour(s.bg)));
}

#[test]
fn in_english() {
    let english = few().lines(&Words::new(Lang::En), &Theme::coloured(Ground::Light), 78, 14);
    let english = text(&english);
    assert!(english.contains("higher is better") && english.contains("● 31.3"), "{english}");
    assert!(english.contains("25 Nov"), "{english}");
}

/// The columns and rows of the points, from left to right.
fn plotted(drawing: &str) -> Vec<(usize, usize)> {
    let mut plotted: Vec<(usize, usize)> = Vec::new();
    for (y, line) in drawing.lines().enumerate() {
        plotted.extend(line.chars().enumerate().filter(|(_, c)| *c == '●').map(|(x, _)| (x, y)));
    }
    plotted.sort_unstable();
    plotted
}

fn chart() -> impl Strategy<Value = Chart> {
    let value = || prop_oneof![4 => 0..400_i32, 1 => -10_000..10_000_i32];
    let point = (0..1500_u64, value()).prop_map(|(n, v)| (date(2024, 1, 1) + Days::new(n), Tenths(v)));
    let level = || (value().prop_map(Tenths), "[a-zæøå日 ]{0,20}");
    let levels = prop::collection::vec(level(), 0..5);
    let direction = prop::option::of(prop::sample::select(vec![Direction::Up, Direction::Down]));
    let points = prop::collection::vec(point, 0..90);
    (points, levels, prop::option::of(level()), value(), 1..20_000_i32, direction, "[a-zæøå日 ]{0,50}")
        .prop_map(|(points, cut_offs, target, low, span, better, title)| Chart {
            title,
            points,
            low: Tenths(low),
            high: Tenths(low + span),
            better,
            cut_offs,
            target,
        })
}

proptest! {
    #[test]
    fn every_chart_stays_inside_its_area(chart in chart(), width in 0..140_usize, height in 0..50_usize) {
        let lines = lines(&chart, width, height);
        prop_assert!(lines.len() <= height);
        for line in &lines {
            prop_assert!(columns(&line.to_string()) <= width, "{}", text(&lines));
        }
    }

    #[test]
    fn every_point_stands_by_its_date_and_value(chart in chart(), width in 40..140_usize, height in 10..50_usize) {
        let drawing = drawn(&chart, width, height);
        let mut points = chart.points;
        points.sort_by_key(|(date, _)| *date);
        let plotted = plotted(&drawing);
        prop_assert!(points.is_empty() == plotted.is_empty(), "{drawing}");
        prop_assert!(plotted.windows(2).all(|w| w[0].0 < w[1].0), "no two on one column\n{drawing}");
        let left_out = points.len() - plotted.len();
        prop_assert_eq!(left_out > 0, drawing.contains(&format!("{left_out} tidligere udeladt")), "{}", drawing);
        let shown = &points[left_out..];
        for (a, mark) in shown.iter().zip(&plotted) {
            for (b, other) in shown.iter().zip(&plotted) {
                prop_assert!(a.1 < b.1 || mark.1 <= other.1, "a higher value never stands lower\n{drawing}");
            }
        }
        if let (Some((_, last)), Some(mark)) = (points.last(), plotted.last()) {
            let value = trivsel_words::numbers::tenths(Lang::Da, *last);
            let line: String = drawing.lines().nth(mark.1).unwrap().chars().skip(mark.0).collect();
            prop_assert!(line.starts_with(&format!("● {value}")), "{drawing}");
        }
    }
}
