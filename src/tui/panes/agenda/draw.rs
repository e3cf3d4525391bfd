//! Draws the list of the day: the day in one sentence, one line for each item, and why the selected one is there.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::rules::today::{Count, Item, Part, Task};

use crate::draw::wrap;
use crate::model::Model;
use crate::widgets::cells::Cells;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::Part as Window;
use trivsel_words::{obligations, today as told};

/// The columns of the mark, and of all gaps.
const EDGES: usize = 7;

/// The widths of the columns: the child, what, when, the state, and why where there is room.
struct Columns {
    child: usize,
    what: usize,
    when: usize,
    state: usize,
    why: usize,
}

impl Columns {
    fn of(width: usize) -> Self {
        let (child, when, state) = match width {
            0..80 => (14, 11, 11),
            80..120 => (19, 13, 13),
            _ => (24, 14, 13),
        };
        let rest = width.saturating_sub(child + when + state + EDGES);
        let what = if width < 120 { rest } else { rest.min(32) };
        Self { child, what, when, state, why: rest.saturating_sub(what + 1) }
    }
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (theme, pane, me) = (&model.theme, &model.agenda, model.me.id);
    let width = usize::from(area.width);
    let columns = Columns::of(width);
    let items: Vec<&Item> = pane.listed(me).collect();
    let mut lines = vec![title(model, &items, width), heads(model, &columns)];
    let mut below = items.get(pane.cursor).map_or_else(Vec::new, |item| detail(model, item, width));
    let height = usize::from(area.height);
    below.truncate(height.saturating_sub(lines.len() + 3));
    let room = height.saturating_sub(lines.len() + below.len() + usize::from(!below.is_empty()));
    let part = Window::around(pane.cursor, items.len(), room);
    let row = |(at, item): (usize, &&Item)| {
        let selected = (at == pane.cursor).then_some(theme.selection);
        cells(model, item, &columns).line(selected)
    };
    let shown = items.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    lines.extend(part.framed(&model.words, theme, shown.map(row)));
    if items.is_empty() && pane.read.is_some() {
        let id = if pane.items.is_empty() { "today-nothing-more" } else { "today-nothing-yours" };
        let empty = wrap(model.words.get(id), width.saturating_sub(2));
        lines.extend(empty.into_iter().map(|l| Line::styled(format!(" {l}"), theme.dim)));
    }
    if !below.is_empty() {
        lines.resize_with(height.saturating_sub(below.len() + 1), Line::default);
        lines.push(Line::styled("─".repeat(width), theme.dim));
        lines.extend(below);
    }
    lines::draw(frame, lines, area);
}

/// The day in one sentence. Its last parts are left out where they have no room; first the blanks of the register,
/// which its own row counts.
fn title(model: &Model, items: &[&Item], width: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let parts = told::parts(words, items.iter().copied());
    let head = (0_u8..).zip(parts).fold(Headline::new(), |head, (rank, (count, part))| {
        head.left(part, if matches!(count, Count::Blank | Count::Weeks) { u8::MAX } else { rank })
    });
    head.line(width, theme.text, theme.text)
}

fn heads(model: &Model, columns: &Columns) -> Line<'static> {
    let (words, dim) = (&model.words, model.theme.dim);
    let cells = Cells::new()
        .gap(3)
        .left(words.get("head-child"), columns.child, dim)
        .gap(1)
        .left(words.get("head-what"), columns.what, dim)
        .gap(1)
        .left(words.get("head-when"), columns.when, dim)
        .gap(1)
        .left(words.get("head-state"), columns.state, dim);
    let cells =
        if columns.why > 0 { cells.gap(1).left(words.get("head-why"), columns.why, dim) } else { cells };
    cells.line(None)
}

fn cells(model: &Model, item: &Item, columns: &Columns) -> Cells {
    let (words, theme, today) = (&model.words, &model.theme, model.today());
    let (mark, style): (&str, Style) = match item.part {
        Part::Call => ("■", theme.alarm),
        Part::Overdue => ("▲", theme.warn),
        _ => ("", theme.text),
    };
    let name = item.case.and_then(|case| model.agenda.name_of(case));
    let name = name.map_or_else(|| "–".to_owned(), |name| name.within(columns.child));
    let cells = Cells::new()
        .gap(1)
        .left(mark, 2, style)
        .left(&name, columns.child, theme.text)
        .gap(1)
        .left(&told::what(words, item), columns.what, theme.text)
        .gap(1)
        .left(&told::when(words, item, today), columns.when, theme.text)
        .gap(1)
        .left(told::state(words, item), columns.state, style);
    if columns.why > 0 {
        let why = told::why(words, &model.roster.staff, item, today);
        return cells.gap(1).left(&why, columns.why, theme.dim);
    }
    cells
}

/// The selected item in full: the child, what, its window, and why on that date.
fn detail(model: &Model, item: &Item, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let name = item.case.and_then(|case| model.agenda.name_of(case)).map(ToString::to_string);
    let what = told::what(words, item);
    let window = told::window(item).map(|window| obligations::window(words, window));
    let head = [name, Some(what), window].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let why = told::why(words, &model.roster.staff, item, model.today());
    let room = width.saturating_sub(2);
    let told = wrap(&head, room).into_iter().map(|l| (l, theme.text));
    let keys = matches!(item.task, Task::Twice(_)).then(|| wrap(words.get("same-child-two"), room));
    let told = told.chain(wrap(&why, room).into_iter().map(|l| (l, theme.dim)));
    let told = told.chain(keys.into_iter().flatten().map(|l| (l, theme.text)));
    told.map(|(l, style)| Line::styled(format!(" {l}"), style)).collect()
}
