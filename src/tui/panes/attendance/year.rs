//! The school year of one child as a map: a sign for each day, with what the day under the cursor says.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::record::{DayPlan, Origin};
use trivsel_domain::rules::heat::Level;
use trivsel_domain::rules::weeks;
use trivsel_domain::value::{Half, Halves, Mark, MarkKind, SchoolWeek};

use super::draw::{day_style, letter, status};
use super::map::{self, Map, level_sign, level_style};
use super::one::Child;
use super::told::{self, figure_lines};
use crate::draw::wrapped;
use crate::model::Model;
use crate::panes::closed::closed;
use crate::panes::plan;
use crate::widgets::lines;
use crate::widgets::list::cut;
use trivsel_words::dates;
use trivsel_words::numbers::{half_days, percent};
use trivsel_words::reported::{self, told as told_week};

/// The columns of the share of a weekday, with a blank before it.
const SHARE: usize = 7;

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let Some(child) = Child::selected(model) else { return };
    let (words, theme) = (&model.words, &model.theme);
    let map = Map::of(model.attendance.date);
    let width = usize::from(area.width);
    let mut lines = vec![child.title(&map.name(words), width), Line::default(), map.months(words, theme.dim)];
    if child.row.is_at_own_school() {
        lines.extend(reported(&child, map));
    } else {
        lines.extend(days(&child, map, width));
    }
    lines.push(Line::default());
    lines.extend(of_day(&child, width));
    lines.push(Line::default());
    let figures = child.figures(map.year().first_day(), map.year().last_day());
    let mut told: Vec<String> = figures.iter().flat_map(|f| figure_lines(words, f)).collect();
    // The causes and what is missing share a line.
    let rest = told.split_off(told.len().min(2)).join(" · ");
    told.extend((!rest.is_empty()).then_some(rest));
    lines.extend(told.into_iter().map(told::indented));
    lines.push(Line::default());
    lines.extend(legend(&child, width));
    if lines.len() > usize::from(area.height) {
        lines.retain(|l| !l.spans.is_empty());
    }
    cut(&mut lines, usize::from(area.height), words, theme);
    lines::draw(frame, lines, area);
}

fn legend(child: &Child<'_>, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&child.model.words, &child.model.theme);
    if child.row.is_at_own_school() {
        return map::legend(theme, words.get("attendance-weeks-legend"), width);
    }
    let mut text = words.get("attendance-year-legend").to_owned();
    if let Some(name) = child.imported() {
        let register = reported::register(words, name);
        text.push_str("   ");
        text.push_str(&words.with("attendance-year-imported", &[("register", register.into())]));
    }
    map::legend(theme, &text, width)
}

/// One line for each weekday, a second one where the child is marked twice a day, and the share of the weekday behind.
fn days(child: &Child<'_>, map: Map, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&child.model.words, &child.model.theme);
    let twice = (0..5).any(|weekday| map.days(weekday).any(|d| child.row.child.marks_twice_a_day(d)));
    let halves: &[Half] = if twice { &[Half::First, Half::Second] } else { &[Half::First] };
    let mut lines = Vec::new();
    for weekday in 0..5 {
        let share = child.share(map.days(weekday)).filter(|_| width >= map::WIDTH + SHARE);
        let share = share.map_or_else(String::new, |share| format!("{:>5}", percent(words.lang(), share)));
        for half in halves {
            let first = *half == Half::First;
            let name = if first { map.weekday(words, weekday) } else { "" };
            let sign = |date| (sign(child, date, *half), style(child, date));
            lines.push(map.line(theme, (name, map::LEFT), weekday, sign, if first { &share } else { "" }));
        }
    }
    lines
}

/// The sign of half a day: a square for attendance, the letter of every other mark, small and hollow in the sending
/// school's register.
fn sign(child: &Child<'_>, date: NaiveDate, half: Half) -> String {
    let (model, row) = (child.model, child.row);
    let Some(day) = child.shown(date) else { return " ".to_owned() };
    if half == Half::Second && !row.child.marks_twice_a_day(date) {
        return " ".to_owned();
    }
    match day.and_then(|d| d.mark(half).map(|m| (m, d.origin))) {
        Some((Mark::Present, Origin::Own)) => "■".to_owned(),
        Some((Mark::Present, Origin::SendingSchool)) => "□".to_owned(),
        Some((mark, Origin::Own)) => letter(&model.words, mark).to_owned(),
        Some((mark, Origin::SendingSchool)) => letter(&model.words, mark).to_lowercase(),
        None if !child.calendar().is_school_day(date) => "/".to_owned(),
        None if *row.plan(date) == DayPlan::Off => "-".to_owned(),
        None if date > model.today() => " ".to_owned(),
        None => "·".to_owned(),
    }
}

/// Attendance is quiet; every other day has the colour of its worse half.
fn style(child: &Child<'_>, date: NaiveDate) -> Style {
    let (theme, day) = (&child.model.theme, child.day(date));
    if date == child.model.attendance.date {
        return theme.selection;
    }
    match day.and_then(|d| d.worse_mark(child.row.child.marks_twice_a_day(date))).map(Mark::kind) {
        Some(MarkKind::Present) => theme.dim,
        _ => day_style(theme, &child.row.child, date, day),
    }
}

/// The day under the cursor: its date, plan and marks, or why there is no school.
fn of_day(child: &Child<'_>, width: usize) -> Vec<Line<'static>> {
    let (model, row, date) = (child.model, child.row, child.model.attendance.date);
    let (words, theme) = (&model.words, &model.theme);
    let mut parts = vec![dates::day_and_week(words.lang(), date)];
    if let Some(why) = closed(words, child.calendar(), date) {
        parts.push(why);
    } else if row.is_at_own_school() {
        let week = child.reported().iter().find(|w| w.monday == SchoolWeek::of(date));
        parts.push(week.map_or_else(|| words.get("own-school-nothing").to_owned(), |w| told_week(words, w)));
    } else {
        parts.push(plan::of(words, row, date));
        if let Some(day) = child.shown(date) {
            let mark = |half| status(words, theme, row.plan(date), day, half).0;
            parts.push(match day.and_then(|d| d.mark(Half::First)) {
                None if date <= model.today() => words.get("status-blank").to_owned(),
                _ => mark(Half::First),
            });
            if row.child.marks_twice_a_day(date) && day.is_some_and(|d| d.second.is_some()) {
                parts.push(format!("{} {}", words.get("detail-second"), mark(Half::Second)));
            }
            parts.extend(day.and_then(|d| d.remark.as_ref()).map(|r| format!("+ {}", r.as_str())));
        }
    }
    let text = parts.into_iter().filter(|p| p != "·").collect::<Vec<_>>().join(" · ");
    wrapped(&text, width, theme.text)
}

/// The weeks of a child whose own school keeps the register: the step of each share, and the days attended below it.
fn reported(child: &Child<'_>, map: Map) -> [Line<'static>; 2] {
    let (words, theme) = (&child.model.words, &child.model.theme);
    let week = |date| child.reported().iter().find(|w| w.monday == SchoolWeek::of(date));
    let chosen = |date: NaiveDate, style| {
        let here = SchoolWeek::of(date) == SchoolWeek::of(child.model.attendance.date);
        if here { theme.selection } else { style }
    };
    let open = |date: NaiveDate| {
        weeks::weeks(date, date)
            .any(|w| child.calendar().school_days(w.monday(), w.friday()).next().is_some())
    };
    let blank = |date| match child.shown(date) {
        None => " ",
        Some(_) if !open(date) => "/",
        Some(_) if SchoolWeek::of(date).monday() > child.model.today() => " ",
        Some(_) => "·",
    };
    let level = |date| match week(date) {
        Some(w) => {
            let level = Level::of(f64::from(w.days.attended().get()) / f64::from(w.days.possible().get()));
            (level_sign(level).to_owned(), chosen(date, level_style(theme, level)))
        }
        None => (blank(date).to_owned(), chosen(date, theme.dim)),
    };
    // Half a day more is rounded down; the line of the week below says it.
    let whole = |date| match week(date) {
        Some(w) => (
            half_days(words.lang(), Halves::<()>::new(w.days.attended().get() / 2 * 2)),
            chosen(date, theme.text),
        ),
        None => (blank(date).to_owned(), chosen(date, theme.dim)),
    };
    // A week belongs to the year in which its Thursday lies.
    const THURSDAY: u64 = 3;
    [
        map.line(theme, (words.get("attendance-year-reported"), map::LEFT), THURSDAY, level, ""),
        map.line(theme, (words.get("attendance-year-days"), map::LEFT), THURSDAY, whole, ""),
    ]
}
