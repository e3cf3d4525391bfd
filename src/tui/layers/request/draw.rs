//! Draws the review: a line for each answer, and below what the keys do there.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::value::Coded;
use trivsel_words::dates;

use super::{RequestPage, Row};
use crate::draw::wrapped;
use crate::model::Model;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::Part;

/// The widest a role or a kind of talk gets, and the answer, in columns.
const WHAT: usize = 24;
const ANSWER: usize = 18;

pub fn draw(frame: &mut Frame<'_>, model: &Model, page: &RequestPage, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let (words, theme) = (&model.words, &model.theme);
    let (width, height) = (usize::from(room.width), usize::from(room.height));
    let title = words.with("request-title", &[("name", page.read.name.within(width / 2).into())]);
    let mut out = vec![Line::styled(format!(" {title}"), theme.accent)];
    out.extend(wrapped(words.get("request-how"), width, theme.dim));
    let rows = page.rows();
    let mut foot = vec![Line::styled("─".repeat(width), theme.dim)];
    foot.extend(page.selected().into_iter().flat_map(|row| wrapped(words.get(below(row)), width, theme.dim)));
    let part = Part::around(page.cursor, rows.len(), height.saturating_sub(out.len() + foot.len()));
    let line = |at: usize| {
        let selected = (at == page.cursor).then_some(theme.selection);
        Some(cells(model, page, *rows.get(at)?, width).line(selected))
    };
    out.extend(part.framed(words, theme, part.rows.clone().filter_map(line)));
    out.resize_with(height.saturating_sub(foot.len()), Line::default);
    out.extend(foot);
    lines::draw(frame, out, room);
}

/// What can be done with a row.
fn below(row: Row<'_>) -> &'static str {
    match row {
        Row::Staff => "request-about-staff",
        Row::Person(_) => "request-about-person",
        Row::Note(_, true) => "request-about-note",
        Row::Note(_, false) => "request-closed",
    }
}

/// What it is, whose, and the answer.
fn cells(model: &Model, page: &RequestPage, row: Row<'_>, width: usize) -> Cells {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let answered = |taken: Option<&bool>| match taken {
        Some(true) => ("request-in", theme.text),
        Some(false) => ("request-out", theme.dim),
        None => ("request-open", theme.warn),
    };
    let (what, of, (answer, style)) = match row {
        Row::Staff => {
            let how = words.code("staff-as", page.staff_as.code());
            (words.get("request-staff"), String::new(), (how, theme.text))
        }
        Row::Person(person) => {
            let (answer, style) = answered(page.people.get(&person.id));
            let role = words.code("role", person.role.code());
            (role, person.name.as_str().to_owned(), (words.get(answer), style))
        }
        Row::Note(talk, is_open) => {
            let by = model.roster.initials(Some(talk.author));
            let (answer, style) = match page.notes.get(&talk.id) {
                _ if !is_open => ("request-out", theme.dim),
                None if !page.seen.contains(&talk.id) => ("request-unread", theme.warn),
                answer => answered(answer),
            };
            let of = format!("{} · {by}", dates::day_month_year(lang, talk.date));
            (words.code("talk", talk.kind().code()), of, (words.get(answer), style))
        }
    };
    let cells = Cells::new().gap(1).left(what, WHAT, theme.text).gap(1);
    let room = width.saturating_sub(cells.width() + ANSWER + 1);
    cells.left(&of, room, theme.text).gap(1).left(answer, ANSWER, style)
}
