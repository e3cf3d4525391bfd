//! The week view: every child, Monday to Friday, both halves of each day.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use trivsel_domain::value::{Half, Halves, MarkKind, Pedagogical};

use super::act::{ROW_LETTERS, week_of};
use super::draw::{Letters, day_style, heading};
use crate::model::Model;
use crate::view::CaseView;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::share;
use trivsel_words::dates;
use trivsel_words::names::weekday_short;
use trivsel_words::numbers::half_days;
use trivsel_words::text::fit;

/// The widest column of names.
const NAME: usize = 18;
/// The column of the letters before the names.
const LETTER: usize = 4;
const DAY: usize = 8;
/// The columns of a week.
const WEEK: usize = 5 * DAY;
/// The columns of the names in a width. The days are always shown whole.
fn names(width: usize) -> usize {
    width.saturating_sub(LETTER + WEEK).min(NAME)
}

/// Whether the thirty days beside the week have room.
fn has_thirty(width: usize) -> bool {
    width >= LETTER + NAME + WEEK + share::BAR + share::FIGURE
}

/// Lines below the children: a blank one and three of counts.
const COUNTS: usize = 4;

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme, pane) = (&model.words, &model.theme, &model.attendance);
    let width = usize::from(area.width);
    let mut lines = vec![heading(model, "attendance-week-title", width), heads(model, width)];
    let height = usize::from(area.height);
    let counts = height >= pane.rows().len() + lines.len() + COUNTS;
    let room = height.saturating_sub(lines.len());
    let part = Part::around(pane.cursor(), pane.rows().len(), room);
    let rows = pane.rows().iter().enumerate().skip(part.rows.start).take(part.rows.len());
    lines.extend(part.framed(words, theme, rows.map(|(index, row)| child_row(model, row, index, width))));
    if pane.rows().is_empty() {
        lines.push(Line::styled(format!(" {}", words.get("attendance-empty")), theme.dim));
    } else if counts {
        lines.push(Line::default());
        lines.extend(sums(model, width));
    }
    lines::draw(frame, lines, area);
}

fn heads(model: &Model, width: usize) -> Line<'static> {
    let last = if has_thirty(width) { model.words.get("head-thirty") } else { "" };
    day_heads(model, width, model.words.get("head-child"), last)
}

/// The weekdays with their dates, between the headings of the first and last column.
fn day_heads(model: &Model, width: usize, first: &str, last: &str) -> Line<'static> {
    let (words, theme, pane) = (&model.words, &model.theme, &model.attendance);
    let mut cells = Cells::new().gap(LETTER).left(first, names(width), theme.dim);
    for date in week_of(pane.date) {
        let style = if date == pane.date { theme.accent } else { theme.dim };
        let chosen = if pane.selected_days.contains(&date) { "x" } else { "" };
        let head = format!(
            "{} {}{chosen}",
            weekday_short(words.lang(), chrono::Datelike::weekday(&date)),
            day_of(date)
        );
        cells = cells.left(&head, DAY, style);
    }
    cells.left(last, share::BAR + share::FIGURE, theme.dim).line(None)
}

fn day_of(date: NaiveDate) -> u32 {
    chrono::Datelike::day(&date)
}

fn child_row(model: &Model, row: &CaseView, index: usize, width: usize) -> Line<'static> {
    let (words, theme, pane) = (&model.words, &model.theme, &model.attendance);
    let here = index == pane.cursor();
    let marker = if here { "►" } else { " " };
    let letter = ROW_LETTERS.get(index).map_or_else(String::new, char::to_string);
    let mut cells = Cells::new()
        .left(&format!("{marker}{letter}"), LETTER, theme.dim)
        .left(
            &row.name.within(names(width).saturating_sub(1)),
            names(width).saturating_sub(1),
            if here { theme.accent } else { theme.text },
        )
        .gap(1);
    let letters = Letters::of(model);
    for date in week_of(pane.date) {
        let style = if here && date == pane.date {
            theme.selection
        } else {
            day_style(theme, &row.child, date, row.days.get(&date))
        };
        cells = cells.text(fit(&day_text(letters, row, date), DAY - 2), style).gap(2);
    }
    if has_thirty(width) {
        return share::add(cells, words, theme, row.figures.as_ref(), share::BAR).line(None);
    }
    cells.line(None)
}

/// The letters of both halves if the child is marked twice a day, and a plus for a remark.
fn day_text(letters: Letters<'_>, row: &CaseView, date: NaiveDate) -> String {
    let day = row.days.get(&date);
    let mut text = format!(" {}", letters.of_halves(row, date, day));
    if day.is_some_and(|d| d.remark.is_some()) {
        text.push('+');
    }
    text
}

/// Lines of the week's sums below the day's register: a blank one, the heading and the counts.
pub const WEEK_SUMS: usize = 1 + COUNTS;

/// The heading and sums of the week, shown below the day's register when there is room.
#[must_use]
pub fn week_sums(model: &Model, width: usize) -> Vec<Line<'static>> {
    let mut lines = vec![
        Line::default(),
        day_heads(model, width, &dates::week(model.words.lang(), model.attendance.date), ""),
    ];
    lines.extend(sums(model, width));
    lines
}

/// The marks that the sums of a week count together, each with its words.
pub const GROUPS: [(&str, &[MarkKind]); 3] = [
    ("attendance-sum-present", &[MarkKind::Present, MarkKind::Late, MarkKind::Partial]),
    ("attendance-sum-lawful", &[MarkKind::Sick, MarkKind::Leave]),
    ("attendance-sum-unlawful", &[MarkKind::Unlawful]),
];

/// For each day the number of children present, lawfully absent and unlawfully absent. Half a day counts half.
fn sums(model: &Model, width: usize) -> Vec<Line<'static>> {
    let (words, theme, pane) = (&model.words, &model.theme, &model.attendance);
    GROUPS
        .into_iter()
        .map(|(label, kinds)| {
            let mut spans = vec![Span::styled(
                fit(&format!("    {}", words.get(label)), names(width) + LETTER),
                theme.dim,
            )];
            for date in week_of(pane.date) {
                let n = pane.rows().iter().map(|row| halves(row, date, kinds)).sum();
                spans.push(Span::styled(fit(&format!("{:>2}", half_days(words.lang(), n)), DAY), theme.text));
            }
            Line::from(spans)
        })
        .collect()
}

/// The half-days of a child's day that have one of these marks, 0 to 2. A single mark counts for both.
#[must_use]
pub fn halves(row: &CaseView, date: NaiveDate, kinds: &[MarkKind]) -> Halves<Pedagogical> {
    let Some(day) = row.days.get(&date) else { return Halves::NONE };
    let second = if row.child.marks_twice_a_day(date) { Half::Second } else { Half::First };
    [Half::First, second]
        .into_iter()
        .filter_map(|half| day.mark(half))
        .map(|mark| Halves::new(u32::from(kinds.contains(&mark.kind()))))
        .sum()
}
