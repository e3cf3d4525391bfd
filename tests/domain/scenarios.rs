//! Scenario files: given days, the expected figures. Each file under `scenarios` is one story.

use chrono::NaiveDate;
use serde::Deserialize;
use trivsel_domain::record::{Day, DayPlan};
use trivsel_domain::rules::counted::{CountedDay, counted_days};
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::gate::{Course, Leg};
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::rules::patterns::{Streak, Times, streaks};
use trivsel_domain::rules::register::plan_on;
use trivsel_domain::rules::statutory::{Cause, StatutoryAbsence, absent_days};
use trivsel_domain::value::{Half, Halves, Hours, Mark, MarkKind, Spells, TimeOfDay};

use super::facts::{House, calendar};

const FILES: [(&str, &str); 4] = [
    ("long-absence", include_str!("scenarios/long-absence.toml")),
    ("growing-week", include_str!("scenarios/growing-week.toml")),
    ("mondays", include_str!("scenarios/mondays.toml")),
    ("mornings", include_str!("scenarios/mornings.toml")),
];

/// A child's weeks, and what they come to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    /// What happens, for the reader.
    #[allow(dead_code)]
    about: String,
    grade: u8,
    /// The planned hours of every weekday: `8.30-12`, or two spells with a blank between.
    hours: String,
    /// The Monday of the first week.
    from: NaiveDate,
    /// The days of each week, Monday first: a mark, or two of a day marked twice with `/` between.
    weeks: Vec<String>,
    expect: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// Half-days planned, attended and unregistered.
    planned: u32,
    attended: u32,
    unregistered: u32,
    /// Half-days by cause: sick, leave, unlawful, elsewhere.
    causes: [u32; 4],
    /// In per cent, with one decimal.
    share: f64,
    /// Planned and attended minutes.
    minutes: [u32; 2],
    /// Statutory half-days: sick, leave, unlawful.
    statutory: [u32; 3],
    /// The longest row absent and attended, and the rows that the weeks end with: the first day and the number.
    absent: Option<(NaiveDate, u32)>,
    attended_row: Option<(NaiveDate, u32)>,
    absent_now: Option<(NaiveDate, u32)>,
    attended_now: Option<(NaiveDate, u32)>,
    /// The weekdays, the half and the hours that fail, each with its count.
    #[serde(default)]
    weekdays: Vec<String>,
    half: Option<String>,
    #[serde(default)]
    hours: Vec<String>,
    /// `rises`, `does not rise` or `too few`.
    trend: String,
}

fn time(text: &str) -> TimeOfDay {
    let (hour, minute) = text.split_once('.').unwrap_or((text, "0"));
    TimeOfDay::new(hour.parse().unwrap(), minute.parse().unwrap()).unwrap()
}

fn hours(text: &str) -> Hours {
    let (from, to) = text.split_once('-').unwrap();
    Hours::new(time(from), time(to)).unwrap()
}

fn mark(text: &str) -> Option<Mark> {
    let (letter, rest) = text.split_at_checked(1)?;
    Some(match (letter, rest) {
        ("T", "") => Mark::Present,
        ("S", "") => Mark::Sick,
        ("L", "") => Mark::Leave,
        ("U", "") => Mark::Unlawful,
        ("H", "") => Mark::Elsewhere,
        ("x", "") => Mark::NotExpected,
        ("F", at) => Mark::Late { at: time(at) },
        ("D", span) => Mark::Partial { hours: hours(span) },
        _ => return None,
    })
}

/// A house with the child's weeks on record.
fn house(scenario: &Scenario) -> House {
    let (mut house, case) = House::with_child(scenario.grade);
    let spells: Vec<Hours> = scenario.hours.split(' ').map(hours).collect();
    let spells = Spells::new(spells[0], spells.get(1).copied()).unwrap();
    house.plan(case, DayPlan::Expected { hours: Some(spells), blocks: vec![] });
    for (date, text) in dated(scenario) {
        let (first, second) = text.split_once('/').map_or((text, None), |(a, b)| (a, Some(b)));
        let day = Day { first: mark(first), second: second.and_then(mark), ..Day::blank(case, date) };
        if !day.says_nothing() {
            house.records.days.push(day);
        }
    }
    house
}

fn dated(scenario: &Scenario) -> Vec<(NaiveDate, &str)> {
    let days = (0_u64..).zip(&scenario.weeks).flat_map(|(n, week)| {
        (0_u64..).zip(week.split_whitespace()).map(move |(day, text)| (7 * n + day, text))
    });
    days.map(|(n, text)| (scenario.from + chrono::Days::new(n), text)).collect()
}

fn row(streak: Option<Streak>) -> Option<(NaiveDate, u32)> {
    streak.map(|s| (s.from, s.days))
}

#[test]
fn the_figures_of_each_scenario() {
    for (name, text) in FILES {
        let scenario: Scenario = toml::from_str(text).unwrap_or_else(|e| panic!("{name}: {e}"));
        check(name, &scenario);
    }
}

fn check(name: &str, scenario: &Scenario) {
    let house = house(scenario);
    let (case, child, calendar) = (&house.records.cases[0], &house.records.children[0], calendar());
    let enrolment = case.enrolment().unwrap();
    let days = |d| house.records.days.iter().find(|day| day.date == d);
    let plan = |d| plan_on(case, house.programmes.first(), &house.records.timetables, d);
    let (from, to) = (scenario.from, dated(scenario).last().unwrap().0);
    let expect = &scenario.expect;

    let figures = Figures::count(child, enrolment, plan, &calendar, days, from, to);
    let halves = (figures.planned.get(), figures.attended().get(), figures.unregistered.get());
    assert_eq!(halves, (expect.planned, expect.attended, expect.unregistered), "{name}: half-days");
    let of = |kind| figures.marked.of(kind).get();
    let causes = [MarkKind::Sick, MarkKind::Leave, MarkKind::Unlawful, MarkKind::Elsewhere].map(of);
    assert_eq!(causes, expect.causes, "{name}: causes");
    let share = (figures.share().unwrap() * 1000.0).round() / 10.0;
    assert!((share - expect.share).abs() < 0.01, "{name}: share {share}");
    assert_eq!([figures.minutes_planned, figures.minutes_attended], expect.minutes, "{name}: minutes");

    let counted = counted_days(child, enrolment, plan, &calendar, days, from, to);
    adds_up(name, &counted, &figures);
    let rows = streaks(&counted);
    assert_eq!(row(rows.absent), expect.absent, "{name}: longest absent");
    assert_eq!(row(rows.attended), expect.attended_row, "{name}: longest attended");
    assert_eq!(row(rows.absent_now), expect.absent_now, "{name}: absent now");
    assert_eq!(row(rows.attended_now), expect.attended_now, "{name}: attended now");

    let times = Times::count(&counted);
    let slot = |name: String, part: u32, whole: u32| format!("{name} {part}/{whole}");
    let weekdays: Vec<String> = times
        .failing_weekdays()
        .into_iter()
        .map(|(day, s)| slot(day.to_string(), s.attended.get(), s.registered.get()))
        .collect();
    assert_eq!(weekdays, expect.weekdays, "{name}: weekdays");
    let half = times.failing_half().map(|(half, s)| {
        let half = if half == Half::First { "morning" } else { "end" };
        slot(half.to_owned(), s.attended.get(), s.registered.get())
    });
    assert_eq!(half, expect.half, "{name}: half");
    let failing = times.failing_hours().into_iter();
    let failing: Vec<String> = failing.map(|(h, c)| slot(h.to_string(), c.attended, c.planned)).collect();
    assert_eq!(failing, expect.hours, "{name}: hours");

    let rule = trivsel_defaults::absence_rules().unwrap().on(from, &[]).unwrap();
    let school_days: Vec<NaiveDate> = calendar.school_days(from, to).collect();
    let absence = StatutoryAbsence::count(&rule, child, enrolment, &school_days, days);
    let statutory = [absence.sick, absence.leave, absence.unlawful].map(Halves::get);
    assert_eq!(statutory, expect.statutory, "{name}: statutory");
    let listed = absent_days(&rule, child, enrolment, &school_days, days);
    let unlawful: u32 = listed.filter(|(_, cause, _)| *cause == Cause::Unlawful).map(|(.., h)| h.get()).sum();
    assert_eq!(unlawful, expect.statutory[2], "{name}: unlawful days listed");

    let course = Course {
        case,
        child,
        programme: house.programmes.first(),
        timetables: &house.records.timetables,
        calendar: &calendar,
        days: &house.records.days,
        measures: &OpenScores::default(),
        reported: &[],
    };
    let trend = match course.trend(to) {
        Leg::Rises(_) => "rises",
        Leg::DoesNotRise(_) => "does not rise",
        Leg::TooFew { .. } => "too few",
    };
    assert_eq!(trend, expect.trend, "{name}: trend");
}

/// The days that are listed sum to the figure, and the hours of the clock to its minutes.
fn adds_up(name: &str, counted: &[CountedDay], figures: &Figures) {
    let sum = |of: &dyn Fn(&CountedDay) -> Halves<_>| counted.iter().map(of).sum::<Halves<_>>();
    assert_eq!(sum(&|d| d.figures.planned), figures.planned, "{name}");
    assert_eq!(sum(&|d| d.figures.attended()), figures.attended(), "{name}");
    assert_eq!(sum(&CountedDay::registered), figures.registered(), "{name}");
    let hours = Times::count(counted).hours;
    let (planned, attended) =
        hours.values().fold((0, 0), |(planned, attended), h| (planned + h.planned, attended + h.attended));
    assert_eq!((planned, attended), (figures.minutes_planned, figures.minutes_attended), "{name}: hours");
}
