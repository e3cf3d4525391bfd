//! The development: wellbeing over attendance on one time axis, with stages, levels and goals along it, and a list of
//! these below.

use chrono::{Days, Months, NaiveDate};
use ratatui::text::{Line, Span};
use trivsel_domain::record::{Goal, GoalEnd, LevelChange, Progress};
use trivsel_domain::rules::track::spells;
use trivsel_domain::rules::weeks::Week;
use trivsel_domain::value::Coded;

use super::{Sheet, SheetRow, timeline};
use crate::cursor::turned;
use crate::layers::scores;
use crate::model::Model;
use crate::widgets::chart::course::{CourseChart, Lane, Rate};

/// What the overview shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stretch {
    /// The case as it stands.
    #[default]
    Now,
    /// The development from the first thing on record.
    Whole,
    HalfYear,
    Quarter,
}

impl Stretch {
    pub const ALL: [Self; 4] = [Self::Now, Self::Whole, Self::HalfYear, Self::Quarter];

    /// The stable code that its words are found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Whole => "whole",
            Self::HalfYear => "half-year",
            Self::Quarter => "quarter",
        }
    }

    /// The next one; the first follows the last.
    #[must_use]
    pub fn next(self) -> Self {
        turned(&Self::ALL, self, 1)
    }

    fn months(self) -> Option<u32> {
        match self {
            Self::Now | Self::Whole => None,
            Self::HalfYear => Some(6),
            Self::Quarter => Some(3),
        }
    }
}

/// The fewest lines that stay for the list below the picture.
const LIST: usize = 3;
/// With fewer lines than these there is no picture.
const LOWEST: usize = 12;
/// With fewer lines than these the goals share one line.
const ROOMY: usize = 24;
/// The rows of attendance where nothing is scored.
const ALONE: usize = 8;
/// The most goals with a line of their own.
const GOALS: usize = 4;

/// The first and the last day of the axis. It ends today, or when the case did.
fn days(sheet: &Sheet, model: &Model) -> (NaiveDate, NaiveDate) {
    let case = &sheet.dossier.case;
    let last_step = case.moves.last().map(|m| m.on);
    let end = if case.is_open() { None } else { last_step };
    let last_week = sheet.weeks.last().map(|w| w.monday + Days::new(4));
    let to =
        end.into_iter().chain(last_week.filter(|_| end.is_some())).max().unwrap_or_else(|| model.today());
    let first = sheet.weeks.first().map(|w| w.monday);
    let scored = sheet.measures.iter().map(|m| m.date).min();
    let whole = first.into_iter().chain(scored).fold(case.referral.on, NaiveDate::min);
    let from = sheet.stretch.months().and_then(|n| to.checked_sub_months(Months::new(n)));
    (from.map_or(whole, |from| from.max(whole)).min(to), to)
}

/// The stages, levels and goals within the axis, newest first.
pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let events = timeline::milestones(sheet, days(sheet, model));
    timeline::rows_of(sheet, model, width, &events, 0..events.len().max(1))
}

/// The picture above the rows, which leaves room for some of them.
pub(super) fn picture(sheet: &Sheet, model: &Model, width: usize, height: usize) -> Vec<Line<'static>> {
    if height < LOWEST {
        return Vec::new();
    }
    let (words, today) = (&model.words, model.today());
    let days = days(sheet, model);
    let events = timeline::milestones(sheet, days);
    // A list of a few rows leaves the picture the rest.
    let list = events.len().clamp(LIST, (height / 4).max(LIST));
    let own_lines = height >= ROOMY;
    let told = sheet.weeks.iter().any(|w| w.attendance.is_reported());
    let age = sheet.dossier.child.age_on(today);
    let chart = CourseChart {
        days,
        scores: scores::leading(words, &model.roster.lists, age, &sheet.measures, today),
        attendance: words.get(if told { "development-told" } else { "development-attendance" }).to_owned(),
        weeks: sheet.weeks.iter().map(rate).collect(),
        lanes: lanes(sheet, model, own_lines),
        here: events.get(sheet.cursor).map(timeline::Event::on),
    };
    // Attendance alone is not drawn taller than with the scores above it.
    let most = if chart.scores.is_some() { height } else { chart.fixed() + ALONE };
    let lines = chart.lines(words, &model.theme, width.saturating_sub(2), most.min(height - list));
    let indented = |line: Line<'static>| {
        let style = line.style;
        Line::from_iter(std::iter::once(Span::raw(" ")).chain(line.spans)).style(style)
    };
    lines.into_iter().map(indented).collect()
}

fn rate(week: &Week) -> Rate {
    let (attended, of) = week.half_days();
    Rate { monday: week.monday, attended, of, told: week.attendance.is_reported() }
}

/// The stages, the levels if there are any, and the goals: each on a line of its own, or all on one.
fn lanes(sheet: &Sheet, model: &Model, own_lines: bool) -> Vec<Lane> {
    let (words, case) = (&model.words, &sheet.dossier.case);
    let name = |id: &str| words.get(id).to_owned();
    let stages = spells(case).into_iter();
    let stages = stages.map(|(stage, spell)| (spell.from, format!("│{}", words.code("stage", stage.code()))));
    let mut lanes = vec![Lane { name: name("development-stages"), marks: stages.collect() }];
    if !case.levels.is_empty() {
        let level = |l: &LevelChange| (l.on, format!("│{}", l.level.get()));
        lanes.push(Lane { name: name("development-levels"), marks: case.levels.iter().map(level).collect() });
    }
    let goals = &sheet.dossier.goals;
    if own_lines {
        // The latest goals are the ones that are worked with.
        let shown = goals.iter().skip(goals.len().saturating_sub(GOALS));
        lanes.extend(shown.map(|goal| Lane { name: name("development-goal"), marks: marks(goal) }));
    } else if !goals.is_empty() {
        let mut all: Vec<(NaiveDate, String)> = goals.iter().flat_map(marks).collect();
        all.sort_by_key(|(date, _)| *date);
        for (_, text) in &mut all {
            // There is no room for the words of several goals, and a figure would not say which goal it belongs to.
            let first = text.chars().next().unwrap_or_default();
            *text = if first.is_ascii_digit() { "•".to_owned() } else { first.to_string() };
        }
        lanes.push(Lane { name: name("development-goal"), marks: all });
    }
    lanes
}

/// A goal: where it was set, each progress from 0 to 9, and its end. Ten is reached.
fn marks(goal: &Goal) -> Vec<(NaiveDate, String)> {
    let sign = |p: &Progress| match p.value.get() {
        10 => "√".to_owned(),
        value => value.to_string(),
    };
    // What was recorded on the day that it was set stands beside it.
    let first = goal.progress.iter().find(|p| p.date == goal.set_on).map(sign).unwrap_or_default();
    let set = (goal.set_on, format!("○{first} {}", goal.text.as_str()));
    let far = goal.progress.iter().filter(|p| p.date != goal.set_on).map(|p| (p.date, sign(p)));
    let ended = goal.ended.map(|e| match e.how {
        GoalEnd::Reached => (e.on, "√".to_owned()),
        GoalEnd::Dropped => (e.on, "×".to_owned()),
    });
    let mut marks: Vec<(NaiveDate, String)> = std::iter::once(set).chain(far).chain(ended).collect();
    marks.sort_by_key(|(date, _)| *date);
    marks
}
