//! Draws a day or a week as a time grid: hours down, days or people across.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use trivsel_domain::record::Appointment;
use trivsel_domain::value::{Hours, TimeOfDay};

use super::column::{Column, Who, columns};
use super::heads::{self, GUTTER};
use super::layout::{self, Block, COUNT, Grid, Size, Timed};
use super::whose::Whose;
use super::{HEADS, child_of, missed, what};
use crate::model::Model;
use crate::widgets::lines;
use trivsel_words::dates;
use trivsel_words::text::{clip, columns as wide, fit, fit_right};

/// The fewest columns of a text before which a start between two rows is written.
const WITH_TIME: usize = 12;

pub(super) fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let width = usize::from(area.width).saturating_sub(GUTTER);
    let (shown, hidden) = columns(model, width);
    let widths = layout::widths(width, shown.len());
    let heads = [heads::days(model, &shown, &widths), heads::whole(model, &shown, &widths)];
    lines::draw(frame, heads, area);
    if hidden > 0 {
        let at = Rect { x: area.x + 3, y: area.y + 1, width: 4, height: 1 };
        lines::draw(frame, [Line::styled(format!(" +{hidden}"), model.theme.warn)], at);
    }
    let grid = laid(model, &shown, &widths, usize::from(area.height).saturating_sub(HEADS));
    let top = area.y + 2;
    let mut place = Place { frame, area, left: area.x + 7, top, widths: &widths };
    if !grid.earlier.is_empty() {
        place.counts(model, &grid.earlier, "calendar-earlier");
        place.top += 1;
    }
    place.times(model, &shown, &grid);
    place.free_time(model, &shown, &grid);
    for block in &grid.blocks {
        place.block(model, &shown, &grid, block);
    }
    for more in &grid.more {
        let left = widths.get(more.column).copied().unwrap_or_default().saturating_sub(1 + COUNT);
        let text = fit_right(&format!("+{}", more.count), COUNT);
        place.piece(more.column, left, more.row, COUNT, Line::styled(text, model.theme.warn));
    }
    if !grid.later.is_empty() {
        place.top += row_number(grid.rows);
        place.counts(model, &grid.later, "calendar-later");
    }
}

/// Lays out the appointments with hours.
fn laid(model: &Model, shown: &[Column], widths: &[usize], rows: usize) -> Grid {
    let pane = &model.calendar;
    let timed = |(key, a): (usize, &Appointment)| {
        let hours = a.hours?;
        Some(Timed { key, from: hours.from().minutes(), to: hours.to().minutes() })
    };
    let of = |column: &Column| -> Vec<Timed> {
        let all = pane.appointments().iter().enumerate();
        all.filter(|(_, a)| pane.whose.has(a) && column.has(a)).filter_map(timed).collect()
    };
    let timed: Vec<Vec<Timed>> = shown.iter().map(of).collect();
    // The last column of the screen of each is a blank.
    let inner: Vec<usize> = widths.iter().map(|w| w.saturating_sub(1)).collect();
    let row_minutes = layout::row_minutes(rows);
    let under = pane.selected_appointment();
    let key = under.and_then(|one| pane.appointments().iter().position(|a| a.id == one.id));
    let hours = under.and_then(|one| one.hours);
    let free = pane.selected_time().map(|t| (t.minutes(), t.minutes().saturating_add(row_minutes)));
    let cursor = hours.map(|h: Hours| (h.from().minutes(), h.to().minutes())).or(free);
    layout::lay(&timed, Size { rows, row_minutes, widths: &inner }, cursor, key)
}

/// Where on the screen the grid is drawn.
struct Place<'f, 'b, 'w> {
    frame: &'f mut Frame<'b>,
    area: Rect,
    /// The left edge of the first column.
    left: u16,
    top: u16,
    widths: &'w [usize],
}

impl Place<'_, '_, '_> {
    /// Draws one line within a column.
    fn piece(&mut self, column: usize, left: usize, row: usize, width: usize, line: Line<'static>) {
        let before: usize = self.widths.iter().take(column).sum();
        let x = self.left + row_number(before + left);
        let at = Rect { x, y: self.top + row_number(row), width: row_number(width), height: 1 };
        lines::draw(self.frame, [line], at.intersection(self.area));
    }

    /// Draws how many appointments each column has outside the hours in sight.
    fn counts(&mut self, model: &Model, counts: &[usize], word: &str) {
        let at = Rect { y: self.top, height: 1, ..self.area };
        let word = fit(&format!(" {}", model.words.get(word)), GUTTER);
        lines::draw(self.frame, [Line::styled(word, model.theme.dim)], at);
        for (column, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let text = format!("+{count}");
            self.piece(column, 1, 0, wide(&text), Line::styled(text, model.theme.warn));
        }
    }

    /// Draws the times, and a line at the time it is now.
    fn times(&mut self, model: &Model, shown: &[Column], grid: &Grid) {
        let (theme, lang) = (&model.theme, model.words.lang());
        let now = TimeOfDay::from(model.now.time());
        let is_today = shown.iter().any(|column| column.date == model.today());
        let now_row = grid.row(now.minutes()).filter(|_| is_today);
        let time = |minutes: u16| {
            TimeOfDay::from_minutes(minutes).map_or_else(|_| String::new(), |t| dates::time(lang, t.into()))
        };
        let line = |row: usize| {
            let at = grid.time(row);
            if now_row == Some(row) {
                return Line::styled(format!("{}─", fit_right(&time(now.minutes()), 6)), theme.accent);
            }
            // Of four quarters the hour and the half are named.
            let text = if at.is_multiple_of(30) { time(at) } else { String::new() };
            Line::styled(fit_right(&text, 6), if at.is_multiple_of(60) { theme.text } else { theme.dim })
        };
        let at = Rect { y: self.top, height: row_number(grid.rows), ..self.area };
        lines::draw(self.frame, (0..grid.rows).map(line), at.intersection(self.area));
        let Some(row) = now_row else { return };
        for (n, _) in shown.iter().enumerate().filter(|(_, column)| column.date == model.today()) {
            let width = self.widths.get(n).copied().unwrap_or_default().saturating_sub(1);
            self.piece(n, 0, row, width, Line::styled("─".repeat(width), theme.accent));
        }
    }

    /// Draws the cursor where nothing is booked.
    fn free_time(&mut self, model: &Model, shown: &[Column], grid: &Grid) {
        let pane = &model.calendar;
        let Some(time) = pane.selected_time().filter(|_| pane.selected_appointment().is_none()) else {
            return;
        };
        let here = shown.iter().position(|column| column.date == pane.selected_day());
        let (Some(column), Some(row)) = (here, grid.row(time.minutes())) else { return };
        let width = self.widths.get(column).copied().unwrap_or_default().saturating_sub(1);
        let text = format!("►{}", dates::time(model.words.lang(), time.into()));
        self.piece(column, 0, row, width, Line::styled(fit(&text, width), model.theme.selection));
    }

    /// Draws an appointment: a bar at its left shows where it begins and ends.
    fn block(&mut self, model: &Model, shown: &[Column], grid: &Grid, block: &Block) {
        let pane = &model.calendar;
        let Some(one) = pane.appointments().get(block.key) else { return };
        let (theme, rows) = (&model.theme, block.rows.len());
        let busy = one.event.is_some();
        let selected = pane.selected_appointment().is_some_and(|a| a.id == one.id);
        let style = if selected {
            theme.selection
        } else if busy || !one.takes_place() {
            theme.dim
        } else {
            theme.text
        };
        let bar = if selected { theme.selection } else { theme.accent };
        let room = block.width.saturating_sub(1);
        let with_staff = shown.get(block.column).is_some_and(|c| c.who == Who::Shown);
        let told = texts(model, one, grid, (room, rows), with_staff);
        for (n, row) in block.rows.clone().enumerate() {
            let text = told.get(n).map_or("", String::as_str);
            let text = if busy { shaded(text, room) } else { fit(text, room) };
            let sign = sign(block, n);
            let line = Line::from(vec![Span::styled(sign, bar), Span::styled(text, style)]);
            self.piece(block.column, block.left, row, block.width, line);
        }
    }
}

/// The sign at the left of a row of a block.
fn sign(block: &Block, row: usize) -> &'static str {
    let (first, last) = (row == 0 && block.begins, row + 1 == block.rows.len() && block.ends);
    match (first, last) {
        (true, true) => "▌",
        (true, false) => "┌",
        (false, true) => "└",
        (false, false) => "│",
    }
}

/// A text on a ground that says that the time is taken.
fn shaded(text: &str, width: usize) -> String {
    let text = clip(text, width);
    let gap = usize::from(!text.is_empty() && wide(&text) < width);
    let rest = width.saturating_sub(wide(&text) + gap);
    format!("{text}{}{}", " ".repeat(gap), "░".repeat(rest))
}

/// What a block says, on so many rows of so many columns: the child, what it is, why it was not held, and who takes part.
/// With fewer rows the last ones share a row.
fn texts(
    model: &Model,
    one: &Appointment,
    grid: &Grid,
    (room, rows): (usize, usize),
    with_staff: bool,
) -> Vec<String> {
    let outcome = super::sign(model, one);
    let child = child_of(model, one).map(|name| name.within(room.saturating_sub(wide(outcome))));
    let everybodys = model.calendar.whose == Whose::All && with_staff;
    let staff: Vec<&str> = one.staff.iter().map(|s| model.roster.initials(Some(*s))).collect();
    let staff = Some(staff.join(" ")).filter(|staff| everybodys && !staff.is_empty());
    let missed = one.not_held.map(|why| missed::told(&model.words, why));
    let mut parts: Vec<String> =
        child.into_iter().chain(what(model, one)).chain(missed).chain(staff).collect();
    let between =
        one.hours.map(Hours::from).filter(|t| t.minutes() % grid.row_minutes != 0 && room >= WITH_TIME);
    if let (Some(time), Some(first)) = (between, parts.first_mut()) {
        *first = format!("{} {first}", dates::time(model.words.lang(), time.into()));
    }
    if let Some(first) = parts.first_mut() {
        first.insert_str(0, outcome);
    }
    if parts.len() > rows {
        let rest = parts.split_off(rows.saturating_sub(1)).join(" · ");
        parts.push(rest);
    }
    parts.into_iter().map(|part| clip(&part, room)).collect()
}

fn row_number(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
