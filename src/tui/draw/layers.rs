//! Draws the layers above the pane.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::wrap;
use crate::field::Field;
use crate::form;
use crate::forms::Lookup;
use crate::layers::Layer;
use crate::layers::help::Help;
use crate::layers::lock::{Lock, Why};
use crate::layers::palette::Palette;
use crate::layers::reader::Reader;
use crate::layers::{
    access_page, chooser, counted, drafts, found, free_times, house_figures, house_lists, own_school,
    proposals, request, school_year, scores, seats, staff_load,
};
use crate::model::Model;
use crate::sheet;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::scroll::Scroll;
use crate::widgets::{field, popup};

/// The widest a box gets, in columns.
const WIDEST: u16 = 76;
/// The width of the keys in the help, in columns.
const KEYS: usize = 24;

/// Draws a layer in the area between the rules.
pub fn draw(frame: &mut Frame<'_>, model: &Model, layer: &Layer, room: Rect) {
    match layer {
        Layer::Help(help) => draw_help(frame, model, help, room),
        Layer::Palette(palette) => draw_palette(frame, model, palette, room),
        Layer::Reader(reader) => draw_reader(frame, model, reader, room),
        Layer::Form(form) => form::draw::draw(frame, form, &Lookup::of(model), &model.theme, room),
        Layer::Sheet(sheet) => sheet::draw::draw(frame, model, sheet, room),
        Layer::Scores(scores) => scores::draw(frame, model, scores, room),
        Layer::Counted(figures) => counted::draw(frame, model, figures, room),
        Layer::Found(found) => found::draw(frame, model, found, room),
        Layer::Drafts(drafts) => drafts::draw(frame, model, drafts, room),
        Layer::Seats(seats) => seats::draw::draw(frame, model, seats, room),
        Layer::OwnSchool(list) => own_school::draw(frame, model, list, room),
        Layer::HouseFigures(page) => house_figures::draw::draw(frame, model, page, room),
        Layer::StaffLoad(load) => staff_load::draw(frame, model, load, room),
        Layer::Access(page) => access_page::draw(frame, model, page, room),
        Layer::Chooser(list) => chooser::draw(frame, model, list, room),
        Layer::Request(page) => request::draw(frame, model, page, room),
        Layer::FreeTimes(times) => free_times::draw(frame, model, times, room),
        Layer::Proposals(list) => proposals::draw::draw(frame, model, list, room),
        Layer::SchoolYear(list) => school_year::draw::draw(frame, model, list, room),
        Layer::Moves(moves) => school_year::moves::draw(frame, model, moves, room),
        Layer::HouseLists(lists) => house_lists::draw(frame, model, lists, room),
        // The prompt and the question are drawn with the status line, the lock over the whole screen.
        Layer::Prompt(_) | Layer::Question(_) | Layer::Lock(_) => {}
    }
}

fn split(inner: Rect) -> (Rect, Rect) {
    let top = Rect { height: 1.min(inner.height), ..inner };
    let rest = Rect { y: inner.y + top.height, height: inner.height - top.height, ..inner };
    (top, rest)
}

fn draw_help(frame: &mut Frame<'_>, model: &Model, help: &Help, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    let title = format!("{} · {}", words.get("key-help"), words.code("context", help.context.code()));
    let inner = popup::draw(frame, room, WIDEST, room.height, &title, theme.accent);
    let (top, rest) = split(inner);
    field::draw(frame, top, theme, words.get("prompt-search"), &help.field, None);
    let room = usize::from(rest.width).saturating_sub(KEYS + 2);
    let line = |(n, keys, name): (usize, &str, String)| {
        // Only the first line shows the keys.
        let keys = if n == 0 { keys } else { "" };
        Cells::new().gap(1).left(keys, KEYS, theme.accent).text(name, theme.text).line(None)
    };
    let lines: Vec<Line<'static>> = help
        .shown(words)
        .flat_map(|(keys, name, _)| {
            let parts = wrap(name, room).into_iter().enumerate();
            parts.map(|(n, part)| line((n, &keys, part))).collect::<Vec<_>>()
        })
        .collect();
    scrolled(frame, model, lines, &help.scroll, rest);
}

fn draw_palette(frame: &mut Frame<'_>, model: &Model, palette: &Palette, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    let inner = popup::draw(frame, room, WIDEST, room.height, words.get("key-palette"), theme.accent);
    let (top, rest) = split(inner);
    field::draw(frame, top, theme, words.get("prompt-search"), &palette.field, None);
    let found = palette.found();
    let part = Part::around(palette.cursor, found.len(), usize::from(rest.height));
    let line = |at: usize| {
        let choice = found.get(at)?;
        let selected = (at == palette.cursor).then_some(theme.selection);
        let style = if choice.off.is_some() { theme.dim } else { theme.text };
        let name =
            choice.off.as_ref().map_or_else(|| choice.name.clone(), |off| format!("{} · {off}", choice.name));
        let width = usize::from(rest.width).saturating_sub(16);
        let cells = Cells::new().gap(1).left(&choice.key, 14, theme.accent).left(&name, width, style);
        Some(cells.line(selected))
    };
    let mut lines = part.framed(words, theme, part.rows.clone().filter_map(line));
    if found.is_empty() {
        lines.push(Line::styled(format!(" {}", words.get("search-nothing")), theme.dim));
    }
    lines::draw(frame, lines, rest);
}

fn draw_reader(frame: &mut Frame<'_>, model: &Model, reader: &Reader, room: Rect) {
    let width = WIDEST.min(room.width);
    let columns = usize::from(width).saturating_sub(4);
    let lines: Vec<String> = reader.lines.iter().flat_map(|l| wrap(l, columns)).collect();
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(room.height);
    let inner = popup::draw(frame, room, width, height, &reader.title, model.theme.accent);
    let lines = lines.into_iter().map(|l| Line::raw(format!(" {l}"))).collect();
    scrolled(frame, model, lines, &reader.scroll, inner);
}

/// Draws lines from the first one not scrolled past.
fn scrolled(frame: &mut Frame<'_>, model: &Model, lines: Vec<Line<'static>>, scroll: &Scroll, area: Rect) {
    let part = scroll.part(lines.len(), usize::from(area.height));
    let shown = lines.into_iter().skip(part.rows.start).take(part.rows.len());
    lines::draw(frame, part.framed(&model.words, &model.theme, shown), area);
}

/// The locked screen: the reason, a line that says nothing is lost, and a field that shows only the length of the
/// input.
pub fn locked(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let Some(Layer::Lock(lock)) = model.layers.last() else { return };
    let (words, theme) = (&model.words, &model.theme);
    let inner = popup::draw(frame, area, 64, 11, "Trivsel", theme.accent);
    let why = match lock.why {
        Why::Asked => "lock-asked",
        Why::LeftAlone => "lock-left-alone",
        Why::Rekeyed => "lock-rekeyed",
    };
    let mut lines = vec![Line::default()];
    for text in [words.get(why), words.get("lock-nothing-lost")] {
        lines.extend(wrap(text, 60).into_iter().map(|l| Line::raw(format!(" {l}"))));
    }
    for text in lock.trouble.iter().flat_map(|text| wrap(text, 60)) {
        lines.push(Line::styled(format!(" {text}"), theme.alarm));
    }
    if lock.idle {
        lines.push(Line::styled(format!(" {}", words.get("lock-idle")), theme.warn));
    }
    lines::draw(frame, lines, inner);
    let last = Rect { y: inner.bottom().saturating_sub(2), height: 1, ..inner };
    let label = if model.demo { "lock-demo" } else { "lock-passphrase" };
    field::draw(frame, last, theme, words.get(label), &masked(lock), None);
}

fn masked(lock: &Lock) -> Field {
    Field::with(&"·".repeat(lock.field.text().chars().count()))
}
