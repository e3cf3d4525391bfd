//! Draws the figures of the house: the lines of all with the table of the one under the cursor, or one table whole.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_words::house_tables::{Grid, HouseTable, Row, Value, period};
use trivsel_words::text::columns;
use trivsel_words::{Words, dates};

use super::{HousePage, grids, is_too_short, so_far};
use crate::draw::wrapped;
use crate::model::Model;
use crate::theme::Theme;
use crate::widgets::cells::Cells;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::{Part, cut};

/// The width of the names of the figures, in columns.
const NAME: usize = 25;
/// The widest a column of a table gets.
const WIDEST: usize = 30;

pub fn draw(frame: &mut Frame<'_>, model: &Model, page: &HousePage, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let (width, height) = (usize::from(room.width), usize::from(room.height));
    let mut out = vec![title(model, page, width)];
    match page.open {
        Some((row, column)) => out.extend(whole(model, page, row, column, (width, height.saturating_sub(1)))),
        None => out.extend(overview(model, page, (width, height.saturating_sub(1)))),
    }
    lines::draw(frame, out, room);
}

/// The programme, the period, and for whom the figures are.
fn title(model: &Model, page: &HousePage, width: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let name = page.code().map(|code| model.roster.programme_name(code, words.lang()).to_owned());
    let mut head = Headline::new().left(period(words, page.span()), 0).left(name.unwrap_or_default(), 1);
    if page.anonymous {
        head = head.right(words.get("house-for-others"), 0);
    }
    if let Some(day) = so_far(page) {
        let day = dates::day_month(words.lang(), day);
        head = head.right(words.with("house-so-far", &[("day", day.into())]), 2);
    }
    head.line(width, theme.accent, if page.anonymous { theme.warn } else { theme.dim })
}

/// A line for each figure, and below them the table of the one under the cursor.
fn overview(model: &Model, page: &HousePage, (width, height): (usize, usize)) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let shown = page.shown();
    let part = Part::around(page.table, shown.len(), height);
    let line = |(at, table): (usize, &&HouseTable)| {
        let selected = (at == page.table).then_some(theme.selection);
        let headline = width.saturating_sub(NAME + 2);
        let cells = Cells::new().gap(1).left(&table.title, NAME, theme.text).gap(1);
        cells.left(&table.headline, headline, theme.text).line(selected)
    };
    let rows = shown.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    let mut out = part.framed(words, theme, rows.map(line));
    let left = height.saturating_sub(out.len());
    if left > 2 {
        out.push(Line::styled("─".repeat(width), theme.dim));
        let mut below: Vec<Line<'static>> = advice(page, words, theme, width);
        if let Some(table) = page.current() {
            below.extend(counts(table, theme, width));
            below.extend(grid_lines(words, theme, &table.grid, 0, width, None));
        }
        cut(&mut below, left - 1, words, theme);
        out.extend(below);
    }
    out
}

/// What may be done where small groups are hidden.
fn advice(page: &HousePage, words: &Words, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let text = is_too_short(page).then(|| words.get("house-too-few"));
    text.map_or_else(Vec::new, |text| wrapped(text, width, theme.warn))
}

fn counts(table: &HouseTable, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    wrapped(&table.counts, width, theme.dim)
}

/// The open table with what it counts and the list behind it.
fn whole(
    model: &Model,
    page: &HousePage,
    row: usize,
    column: usize,
    (width, height): (usize, usize),
) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let Some(table) = page.current() else { return Vec::new() };
    let head = Headline::new().left(table.title.clone(), 0).left(table.headline.clone(), 1);
    let mut out = vec![head.line(width, theme.text, theme.dim)];
    out.extend(counts(table, theme, width));
    out.extend(advice(page, words, theme, width));
    cut(&mut out, height / 2, words, theme);
    let mut body = Vec::new();
    // The line of the cursor; headings lie between the rows.
    let (mut first, mut cursor) = (0, 0);
    for (nth, grid) in grids(table).enumerate() {
        if nth > 0 {
            body.push(Line::styled(format!(" {}", words.get("stats-behind")), theme.accent));
        }
        let here = row.checked_sub(first).filter(|at| *at < grid.rows.len());
        if let Some(at) = here {
            cursor = body.len() + 1 + at;
        }
        body.extend(grid_lines(words, theme, grid, column, width, here));
        first += grid.rows.len();
    }
    let room = height.saturating_sub(out.len());
    let part = Part::around(cursor, body.len(), room);
    let rows = body.into_iter().skip(part.rows.start).take(part.rows.len()).collect::<Vec<_>>();
    out.extend(part.framed(words, theme, rows));
    out
}

/// The heads and the rows of a grid. The name of a row is always shown, then the columns from one on that fit; a sign in
/// the heading says that more follow.
fn grid_lines(
    words: &Words,
    theme: &Theme,
    grid: &Grid,
    from: usize,
    width: usize,
    cursor: Option<usize>,
) -> Vec<Line<'static>> {
    let told: Vec<Vec<String>> =
        grid.rows.iter().map(|row| row.cells.iter().map(|cell| cell.told(words)).collect()).collect();
    let wide = |at: usize| {
        let head = grid.columns.get(at).map_or(0, |c| columns(&c.head));
        let cells = told.iter().filter_map(|row| row.get(at)).map(|text| columns(text));
        cells.fold(head, usize::max).min(WIDEST)
    };
    let from = from.min(grid.columns.len().saturating_sub(2)) + 1;
    let mut room = width.saturating_sub(1 + wide(0));
    let mut shown = Vec::new();
    for at in from..grid.columns.len() {
        let last = at + 1 == grid.columns.len();
        // The sign of more columns needs two.
        let needs = 2 + wide(at) + if last { 0 } else { 2 };
        if needs > room {
            break;
        }
        room -= 2 + wide(at);
        shown.push(at);
    }
    let before = if from > 1 { "◄ " } else { "" };
    let more = shown.last().is_none_or(|last| last + 1 < grid.columns.len()) && grid.columns.len() > 1;
    let column = |cells: Cells, at: usize, text: &str, style: Style| {
        let cells = cells.gap(2);
        if is_text(grid, at) { cells.left(text, wide(at), style) } else { cells.right(text, wide(at), style) }
    };
    let name = grid.columns.first().map_or("", |c| c.head.as_str());
    let heads = Cells::new().gap(1).left(&format!("{before}{name}"), wide(0), theme.dim);
    let heads = shown.iter().fold(heads, |cells, at| column(cells, *at, &grid.columns[*at].head, theme.dim));
    let heads = if more { heads.text(" ►", theme.dim) } else { heads };
    let row = |(at, (row, texts)): (usize, (&Row, &Vec<String>))| {
        let dim = |cell: Option<&Value>| match cell {
            Some(Value::Hidden | Value::Nothing) => theme.dim,
            _ => theme.text,
        };
        let cells = Cells::new().gap(1).left(texts.first().map_or("", String::as_str), wide(0), theme.text);
        let cells = shown.iter().fold(cells, |cells, at| {
            column(cells, *at, texts.get(*at).map_or("", String::as_str), dim(row.cells.get(*at)))
        });
        cells.line((cursor == Some(at)).then_some(theme.selection))
    };
    let rows = grid.rows.iter().zip(&told).enumerate().map(row);
    [heads.line(None)].into_iter().chain(rows).collect()
}

/// Whether a column holds words, which stand on the left.
fn is_text(grid: &Grid, at: usize) -> bool {
    grid.rows.iter().any(|row| matches!(row.cells.get(at), Some(Value::Text(_) | Value::Named(..))))
}
