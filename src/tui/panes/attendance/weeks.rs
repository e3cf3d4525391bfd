//! The weeks of one child's school year: what was attended, with the plan behind it.

use chrono::Days;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::rules::weeks::weeks;
use trivsel_domain::value::{Halves, SchoolWeek};

use super::map::Map;
use super::one::Child;
use super::told::{self, figure_lines};
use crate::draw::wrap;
use crate::model::Model;
use crate::panes::closed::closed;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::weeks::{Scale, bar, figures};
use trivsel_words::dates;
use trivsel_words::numbers::half_days;
use trivsel_words::text::{clip, fit};

/// The columns of the cursor and a week's number, and of its Monday.
const WEEK: usize = 9;
const DAYS: usize = 9;
/// The columns of the figures.
const FIGURES: usize = 42;
/// The widest bar.
const BAR: usize = 36;
/// Below this width the days are left out.
const NARROW: usize = 80;

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let Some(child) = Child::selected(model) else { return };
    let (words, theme) = (&model.words, &model.theme);
    let map = Map::of(model.attendance.date);
    let width = usize::from(area.width);
    let all: Vec<(SchoolWeek, Vec<Attendance>)> =
        weeks(map.year().first_day(), map.year().last_day()).map(|week| (week, child.week(week))).collect();
    let scale = Scale::of(all.iter().flat_map(|(_, registers)| registers));
    let here = SchoolWeek::of(model.attendance.date);
    let mut rows = Vec::new();
    let mut cursor = 0;
    for (week, registers) in &all {
        if *week == here {
            cursor = rows.len();
        }
        rows.extend(of_week(&child, *week, registers, scale, width));
    }
    let mut foot: Vec<Line<'static>> = vec![Line::default()];
    let total = child.figures(map.year().first_day(), map.year().last_day());
    let total = total.into_iter().flat_map(|f| figure_lines(words, &f)).take(2);
    foot.extend(total.map(|line| told::indented(clip(&line, width.saturating_sub(2)))));
    let legend = wrap(words.get("attendance-bars-legend"), width.saturating_sub(2));
    foot.extend(legend.into_iter().map(|l| Line::styled(format!(" {l}"), theme.dim)));
    let title = child.title(&map.name(words), width);
    let room = usize::from(area.height).saturating_sub(2 + foot.len());
    let part = Part::around(cursor, rows.len(), room);
    let shown: Vec<Line<'static>> = rows.into_iter().skip(part.rows.start).take(part.rows.len()).collect();
    let shown = part.framed(words, theme, shown);
    let lines = [title, Line::default()].into_iter().chain(shown).chain(foot);
    lines::draw(frame, lines, area);
}

/// One line for each register that says something of the week.
fn of_week(
    child: &Child<'_>,
    week: SchoolWeek,
    registers: &[Attendance],
    scale: Scale,
    width: usize,
) -> Vec<Line<'static>> {
    let (words, theme) = (&child.model.words, &child.model.theme);
    let here = week == SchoolWeek::of(child.model.attendance.date);
    let number = format!("{} {}", if here { "►" } else { " " }, dates::week(words.lang(), week.monday()));
    let days = if width < NARROW { String::new() } else { dates::day_month(words.lang(), week.monday()) };
    let days = fit(&days, if width < NARROW { 0 } else { DAYS });
    let style = if here { theme.accent } else { theme.dim };
    let head = |first: bool| {
        let number = if first { number.as_str() } else { "" };
        let days = if first { days.clone() } else { " ".repeat(days.chars().count()) };
        [Span::styled(fit(number, WEEK), style), Span::styled(days, theme.dim)]
    };
    if registers.is_empty() {
        let mut mondays = (0..5).map(|n| week.monday() + Days::new(n));
        let closed = mondays.all(|d| !child.calendar().is_school_day(d));
        let why = (0..5).filter_map(|n| closed_on(child, week, n)).next().filter(|_| closed);
        let text = why.unwrap_or_else(|| "–".to_owned());
        return vec![Line::from_iter(head(true).into_iter().chain([Span::styled(text, theme.dim)]))];
    }
    let columns = width.saturating_sub(WEEK + days.chars().count() + FIGURES).min(BAR);
    let line = |(at, register): (usize, &Attendance)| {
        let mut told = figures(words, register);
        told.extend(missing(child, week, register));
        let room = width.saturating_sub(WEEK + days.chars().count() + columns + 2);
        let told = Span::styled(format!("  {}", clip(&told.join(" · "), room)), theme.text);
        Line::from_iter(head(at == 0).into_iter().chain(bar(theme, register, scale, columns)).chain([told]))
    };
    registers.iter().enumerate().map(line).collect()
}

fn closed_on(child: &Child<'_>, week: SchoolWeek, weekday: u64) -> Option<String> {
    closed(&child.model.words, child.calendar(), week.monday() + Days::new(weekday))
}

/// The days of a past week that are not registered.
fn missing(child: &Child<'_>, week: SchoolWeek, register: &Attendance) -> Option<String> {
    let Attendance::Own(own) = register else { return None };
    let over = week.friday() < child.model.today() && own.unregistered > Halves::NONE;
    let days = half_days(child.model.words.lang(), own.unregistered);
    over.then(|| child.model.words.with("week-missing", &[("days", days.into())]))
}
