//! Draws the attendance pane: the day's register here, the other views through their own files.

use std::borrow::Cow;

use chrono::{Datelike, Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::record::{Child, Day, DayPlan, Origin};
use trivsel_domain::rules::calendar::{Calendar, monday_of};
use trivsel_domain::rules::register::Registration;
use trivsel_domain::value::{Coded, Half, Mark};

use super::act::{ROW_LETTERS, week_of};
use super::{Attendance, View, detail, grid, house, month, weeks, year};
use crate::draw::wrap;
use crate::model::Model;
use crate::panes::plan;
use crate::theme::Theme;
use crate::view::CaseView;
use crate::widgets::cells::Cells;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::share;
use trivsel_words::{Words, dates, mark as told};

/// From this width, in columns, the selected child's details stand beside the register.
const TWO_COLUMNS: u16 = 120;
/// The width of the register beside the details, in columns.
const REGISTER: u16 = 86;
/// Below this width, in columns, the week and the bar are left out.
const NARROW: u16 = 80;

const LETTER: usize = 3;
const NAME: usize = 16;
const PLAN: usize = 12;
const STATUS: usize = 22;
/// How far the head of the second half reaches over the status, in columns.
const SECOND_HEAD: usize = 10;
const SECOND: usize = 3;
/// A remark's sign and the mood, with a blank behind.
const EXTRA: usize = 3;
/// The columns of a day in the column of the week: its letter, or those of both halves if they differ, and a blank.
const DAY: usize = 3;
const WEEK: usize = 5 * DAY;
/// The columns of the bar of the last thirty days, which a narrower register leaves out.
const BAR: usize = 5;

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (left, right) = if area.width >= TWO_COLUMNS {
        let left = Rect { width: REGISTER, ..area };
        (left, Some(Rect { x: area.x + REGISTER, width: area.width - REGISTER, ..area }))
    } else {
        (area, None)
    };
    match model.attendance.view {
        View::Day => day(frame, model, left),
        View::Week => grid::draw(frame, model, left),
        View::Month => month::draw(frame, model, left),
        View::Year => year::draw(frame, model, left),
        View::Weeks => weeks::draw(frame, model, left),
        View::WholeHouse => house::draw(frame, model, left),
    }
    match right {
        Some(right) if model.attendance.view == View::WholeHouse => house::draw_months(frame, model, right),
        Some(right) => detail::draw(frame, model, right),
        None => {}
    }
}

/// The heading of every view: the date, and how much of it is registered.
#[must_use]
pub fn heading(model: &Model, view: &str, width: usize) -> Line<'static> {
    let (words, theme, pane) = (&model.words, &model.theme, &model.attendance);
    let (lang, date, today) = (words.lang(), pane.date, model.today());
    let day = match date.signed_duration_since(today).num_days() {
        0 => dates::relative(lang, date, today),
        -1..=1 => {
            format!("{} · {}", dates::relative(lang, date, today), dates::day_short_seen(lang, date, today))
        }
        _ if date.year() != today.year() => dates::day_long_and_week(lang, date),
        _ => dates::day_and_week(lang, date),
    };
    let style = if date == today { theme.text } else { theme.warn };
    let head = Headline::new().left(words.get(view), 2).left(day, 0);
    let told = |id: &str, what| words.with(id, &[("count", pane.count(what).into())]);
    let head = if date > today {
        // A day in the future has no missing marks.
        head.right(told("attendance-ahead", Registration::Prefilled), 1)
    } else {
        head.right(told("attendance-registered", Registration::Registered), 3)
            .right(told("attendance-prefilled", Registration::Prefilled), 4)
            .right(told("attendance-missing", Registration::Blank), 1)
    };
    head.line(width, style, theme.dim)
}

/// The reason why a date has no school, in words.
#[must_use]
pub fn no_school(model: &Model, date: NaiveDate) -> Option<String> {
    trivsel_domain::decide::Reason::no_school(&model.roster.calendar, date)
        .map(|reason| trivsel_words::refusal::reason(&model.words, &model.roster.staff, &reason))
}

fn day(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme, pane) = (&model.words, &model.theme, &model.attendance);
    let width = usize::from(area.width);
    // The columns of the bar, where the week has room.
    let wide = (area.width >= NARROW).then_some(if area.width < REGISTER { 0 } else { BAR });
    let mut lines = vec![heading(model, "attendance-title", width)];
    if let Some(why) = empty_or_closed(model, width.saturating_sub(2)) {
        lines.extend(why.into_iter().map(|l| Line::styled(format!(" {l}"), theme.warn)));
    }
    if pane.rows().is_empty() {
        lines::draw(frame, lines, area);
        return;
    }
    lines.push(column_heads(model, wide));
    let room = usize::from(area.height).saturating_sub(lines.len());
    let part = Part::around(pane.cursor(), pane.rows().len(), room);
    let letters = Letters::of(model);
    let line = |(index, row): (usize, &CaseView)| {
        let selected = (index == pane.cursor()).then_some(theme.selection);
        register_row(words, theme, pane, row, index, selected, wide, letters, model.today())
    };
    let rows = pane.rows().iter().enumerate().skip(part.rows.start).take(part.rows.len());
    lines.extend(part.framed(words, theme, rows.map(line)));
    if wide.is_some() && lines.len() + grid::WEEK_SUMS <= usize::from(area.height) {
        lines.extend(grid::week_sums(model, width));
    }
    lines::draw(frame, lines, area);
}

/// What the pane says when there is nothing to register, with the key that helps.
fn empty_or_closed(model: &Model, width: usize) -> Option<Vec<String>> {
    let pane = &model.attendance;
    if let Some(why) = no_school(model, pane.date) {
        return Some(wrap(&format!("{why}. {}", model.words.get("attendance-closed-keys")), width));
    }
    (pane.is_read() && pane.rows().is_empty()).then(|| vec![model.words.get("attendance-empty").to_owned()])
}

fn column_heads(model: &Model, wide: Option<usize>) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let second = if model.attendance.half == Half::Second { theme.accent } else { theme.dim };
    let cells = Cells::new()
        .gap(LETTER)
        .left(words.get("head-child"), NAME, theme.dim)
        .left(words.get("head-plan"), PLAN, theme.dim)
        .left(words.get("head-status"), STATUS - SECOND_HEAD, theme.dim)
        // Above its letter, and as long as it needs to be.
        .right(words.get("head-second"), SECOND_HEAD + SECOND + EXTRA - 1, second)
        .gap(1);
    let cells = if let Some(bar) = wide {
        cells.left(words.get("head-week"), WEEK - 1, theme.dim).right(
            words.get("head-thirty"),
            bar + share::FIGURE + 1,
            theme.dim,
        )
    } else {
        cells
    };
    cells.line(None)
}

#[expect(clippy::too_many_arguments, reason = "one row, drawn from what its columns show")]
fn register_row(
    words: &Words,
    theme: &Theme,
    pane: &Attendance,
    row: &CaseView,
    index: usize,
    selected: Option<Style>,
    wide: Option<usize>,
    letters: Letters<'_>,
    today: NaiveDate,
) -> Line<'static> {
    let day = row.days.get(&pane.date);
    let planned = row.plan(pane.date);
    let letter = ROW_LETTERS.get(index).map_or_else(String::new, char::to_string);
    let first = selected.is_some() && pane.half == Half::First;
    let marker = if first { "►" } else { " " };
    let (status, style) = status(words, theme, planned, day, Half::First);
    let asks = pane.date == today
        && row.is_unexplained(today)
        && day.is_some_and(|d| d.first == Some(Mark::Unlawful));
    let status = if asks { unexplained(words) } else { status };
    let (second, second_style) = second(words, theme, pane, row, day);
    let second = if selected.is_some() && pane.half == Half::Second {
        format!("►{second}")
    } else {
        format!(" {second}")
    };
    let extra = day.map_or(String::new(), |d| {
        let mood = d.mood.map_or_else(String::new, |m| m.get().to_string());
        format!("{}{mood}", if d.remark.is_some() { "+" } else { "" })
    });
    let cells = Cells::new()
        .left(&format!("{marker}{letter}"), LETTER, theme.dim)
        .left(&row.name.within(NAME - 1), NAME - 1, theme.text)
        .gap(1)
        .left(&plan::of(words, row, pane.date), PLAN, theme.dim)
        .left(&status, STATUS, style)
        .left(&second, SECOND, second_style)
        .left(&extra, EXTRA, theme.text);
    let cells = if let Some(bar) = wide {
        let week = week_of(pane.date).fold(cells, |cells, date| {
            let day = row.days.get(&date);
            cells.left(&letters.in_short(row, date, day), DAY, day_style(theme, &row.child, date, day))
        });
        share::add(week, words, theme, row.figures.as_ref(), bar)
    } else {
        cells
    };
    cells.line(selected)
}

fn unexplained(words: &Words) -> String {
    format!("{} {}", letter(words, Mark::Unlawful), words.get("status-unexplained"))
}

fn second(
    words: &Words,
    theme: &Theme,
    pane: &Attendance,
    row: &CaseView,
    day: Option<&Day>,
) -> (String, Style) {
    if !row.child.marks_twice_a_day(pane.date) {
        return (String::new(), theme.dim);
    }
    let own = day.and_then(|d| d.second);
    match day.and_then(|d| d.mark(Half::Second)) {
        Some(mark) => {
            (letter(words, mark).to_owned(), if own.is_some() { mark_style(theme, mark) } else { theme.dim })
        }
        None => ("·".to_owned(), theme.dim),
    }
}

/// A mark in words: its letter, its name and its time.
#[must_use]
pub fn status(
    words: &Words,
    theme: &Theme,
    plan: &DayPlan,
    day: Option<&Day>,
    half: Half,
) -> (String, Style) {
    let Some(mark) = day.and_then(|d| d.mark(half)) else {
        return match plan {
            DayPlan::Off => (words.get("status-not-expected").to_owned(), theme.dim),
            _ => ("·".to_owned(), theme.text),
        };
    };
    let lang = words.lang();
    if let Some((day, told)) = day.filter(|d| d.is_prefilled()).and_then(|d| d.foretold.map(|f| (d, f))) {
        let when = match told.told_at.date() {
            date if date == day.date => dates::time(lang, told.told_at.time()),
            date => dates::day_month_seen(lang, date, day.date),
        };
        return (
            format!("{} {} {when}", letter(words, mark), words.code("told", told.cause.code())),
            theme.warn,
        );
    }
    (format!("{} {}", letter(words, mark), told::mark(words, mark)), mark_style(theme, mark))
}

#[must_use]
pub fn letter(words: &Words, mark: Mark) -> &str {
    words.code("mark-letter", mark.kind().code())
}

/// The colour of a mark. The letter carries the same meaning.
#[must_use]
pub fn mark_style(theme: &Theme, mark: Mark) -> Style {
    match mark {
        Mark::Late { .. } | Mark::Partial { .. } | Mark::Sick | Mark::Leave => theme.warn,
        Mark::Unlawful => theme.alarm,
        Mark::Present | Mark::Elsewhere | Mark::NotExpected => theme.text,
    }
}

/// The colour of a day: that of its worse half.
#[must_use]
pub fn day_style(theme: &Theme, child: &Child, date: NaiveDate, day: Option<&Day>) -> Style {
    let mark = day.and_then(|d| d.worse_mark(child.marks_twice_a_day(date)));
    mark.map_or(theme.dim, |m| mark_style(theme, m))
}

/// Writes days as letters.
#[derive(Clone, Copy, Debug)]
pub struct Letters<'a> {
    words: &'a Words,
    calendar: &'a Calendar,
    /// The days of the pane's week, which are asked about for every child, and whether they are school days.
    week: [(NaiveDate, bool); 5],
    today: NaiveDate,
}

impl<'a> Letters<'a> {
    #[must_use]
    pub fn of(model: &'a Model) -> Self {
        let calendar = &model.roster.calendar;
        let monday = monday_of(model.attendance.date);
        let week =
            [0, 1, 2, 3, 4].map(|n| monday + Days::new(n)).map(|date| (date, calendar.is_school_day(date)));
        Self { words: &model.words, calendar, week, today: model.today() }
    }

    fn is_school_day(&self, date: NaiveDate) -> bool {
        let known = self.week.iter().find(|(day, _)| *day == date);
        known.map_or_else(|| self.calendar.is_school_day(date), |(_, school)| *school)
    }

    /// The letter of a mark, in lower case if the sending school set it; a dash without school or plan; a dot for a
    /// missing mark; a blank for a future day.
    #[must_use]
    pub fn of_day(self, row: &CaseView, date: NaiveDate, day: Option<&Day>, half: Half) -> Cow<'a, str> {
        match day.and_then(|d| d.mark(half).map(|m| (m, d.origin))) {
            Some((mark, Origin::Own)) => letter(self.words, mark).into(),
            Some((mark, Origin::SendingSchool)) => letter(self.words, mark).to_lowercase().into(),
            None if *row.plan(date) == DayPlan::Off || !self.is_school_day(date) => "-".into(),
            None if date > self.today => " ".into(),
            None => "·".into(),
        }
    }

    /// The letters of both halves, of the first alone if the child is marked once a day.
    #[must_use]
    pub fn of_halves(self, row: &CaseView, date: NaiveDate, day: Option<&Day>) -> String {
        let mut text = self.of_day(row, date, day, Half::First).into_owned();
        if row.child.marks_twice_a_day(date) {
            text.push_str(&self.of_day(row, date, day, Half::Second));
        }
        text
    }

    /// The letter of a day, or of both halves if they differ.
    #[must_use]
    pub fn in_short(self, row: &CaseView, date: NaiveDate, day: Option<&Day>) -> Cow<'a, str> {
        let letter = |half| self.of_day(row, date, day, half);
        let first = letter(Half::First);
        if day.is_none() || !row.child.marks_twice_a_day(date) {
            return first;
        }
        let second = letter(Half::Second);
        if first == second { first } else { first + second }
    }
}
