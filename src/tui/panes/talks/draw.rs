//! Draws the talks pane: the list, and the selected row in full beside or below it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::value::Coded;
use trivsel_store::{Draft, Noted};

use super::{Row, View, detail, follow_ups};
use crate::draw::wrap;
use crate::layers::drafts::{line_of, text_of};
use crate::model::Model;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::{Part, cut};
use trivsel_words::dates;
use trivsel_words::text::{clean_line, columns};

/// From this width, in columns, the text stands beside the list.
const BESIDE: u16 = 120;

/// The title takes at most this many lines.
const TITLE: usize = 3;
const DATE: usize = 13;
const KIND: usize = 21;
const BY: usize = 5;
/// The columns of a line without name and text.
const LINE: usize = 1 + DATE + KIND + BY;
/// The fewest and the most columns of a name; the mark of a restricted note stays visible after it.
const NAME: (usize, usize) = (11, 20);
/// The fewest columns for the marks of a talk, and from how many its text begins there.
const MARKS: usize = 9;
const TEXT: usize = 18;

/// The columns of the names and of the texts in a list of a width.
fn columns_of(width: usize) -> (usize, usize) {
    let rest = width.saturating_sub(LINE);
    let name =
        rest.saturating_sub(TEXT + 4).max(rest.saturating_sub(MARKS).min(NAME.0)).clamp(NAME.0, NAME.1);
    (name, rest.saturating_sub(name))
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (list_area, text_area) = if area.width >= BESIDE {
        let list = area.width * 2 / 3;
        (Rect { width: list, ..area }, Rect { x: area.x + list + 1, width: area.width - list - 1, ..area })
    } else {
        let top = area.height / 2;
        (Rect { height: top, ..area }, Rect { y: area.y + top, height: area.height - top, ..area })
    };
    list(frame, model, list_area);
    preview(frame, model, text_area, area.width >= BESIDE);
}

fn list(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme, pane) = (&model.words, &model.theme, &model.talks);
    let rows = pane.rows();
    let count = match pane.view {
        View::Log => {
            let drafts = rows.iter().filter(|r| matches!(r, Row::Draft(_))).count();
            let talks = pane.told(words);
            if drafts == 0 { talks } else { format!("{} · {talks}", words.count("draft", drafts)) }
        }
        View::FollowUps => words.count("follow-up", rows.len()),
    };
    // The title wraps and so shows the whole filter.
    let title = wrap(&format!("{} · {count}", pane.title(model)), usize::from(area.width).saturating_sub(2));
    let title = title.into_iter().take(TITLE).map(|line| Line::styled(format!(" {line}"), theme.text));
    let mut lines: Vec<Line<'static>> = title.collect();
    let width = usize::from(area.width);
    if !rows.is_empty() {
        lines.push(match pane.view {
            View::Log => heads(model, width),
            View::FollowUps => follow_ups::heads(model, width),
        });
    }
    let room = usize::from(area.height).saturating_sub(lines.len());
    let part = Part::around(pane.cursor, rows.len(), room).out_of(pane.listed_in_all());
    let line = |(at, row): (usize, &Row<'_>)| {
        let selected = (at == pane.cursor).then_some(theme.selection);
        let cells = match row {
            Row::Draft(draft) => draft_row(model, draft, width),
            Row::Talk(talk) => talk_row(model, talk, width),
            Row::FollowUp(one) => follow_ups::row(model, one, width),
        };
        cells.line(selected)
    };
    let shown = rows.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    lines.extend(part.framed(words, theme, shown.map(line)));
    if rows.is_empty() && pane.read {
        let empty = match (pane.view, pane.filter.is_empty()) {
            (View::FollowUps, _) => "talks-no-follow-ups",
            (View::Log, true) => "talks-empty",
            (View::Log, false) => "talks-filter-nothing",
        };
        lines.push(Line::styled(format!(" {}", words.get(empty)), theme.dim));
    }
    lines::draw(frame, lines, area);
}

fn heads(model: &Model, width: usize) -> Line<'static> {
    let (words, dim) = (&model.words, model.theme.dim);
    let (name, text) = columns_of(width);
    Cells::new()
        .gap(1)
        .left(words.get("head-date"), DATE, dim)
        .left(words.get("head-kind"), KIND, dim)
        .left(words.get("head-child"), name, dim)
        .left(words.get("head-by"), BY, dim)
        .left(if text < TEXT { "" } else { words.get("head-text") }, text, dim)
        .line(None)
}

fn draft_row(model: &Model, draft: &Draft, width: usize) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let (subject, mut when, text) = line_of(model, draft);
    if columns(&when) >= DATE {
        when = dates::relative(words.lang(), draft.saved_at.date(), model.today());
    }
    let (name, rest) = columns_of(width);
    Cells::new()
        .gap(1)
        .left(&when, DATE, theme.dim)
        .left(words.get("talks-draft"), KIND, theme.warn)
        .left(&subject.within(name - 1), name - 1, theme.text)
        .gap(1)
        .left(&text, BY + rest, theme.dim)
}

/// One talk. Its text begins after the marks, as far as there is room.
fn talk_row(model: &Model, talk: &Noted, width: usize) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let date = dates::relative(words.lang(), talk.key().date, model.today());
    let (name, rest) = columns_of(width);
    let text = match talk {
        Noted::Open { talk, addenda } => {
            let added = (*addenda > 0).then(|| format!("+{addenda}"));
            let first = || clean_line(talk.text.as_str().lines().next().unwrap_or_default());
            let text = [added, (rest >= TEXT).then(first)];
            text.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        Noted::Sealed(sealed) => words.get(detail::mark(sealed)).to_owned(),
    };
    let subject = detail::subject_of(model, talk);
    Cells::new()
        .gap(1)
        .left(&date, DATE, theme.text)
        .left(words.code("talk", talk.kind().code()), KIND - 1, theme.text)
        .gap(1)
        .left(&subject.within(name - 1), name - 1, theme.text)
        .gap(1)
        .left(model.roster.initials(Some(talk.author())), BY, theme.dim)
        .left(&text, rest, theme.dim)
}

fn preview(frame: &mut Frame<'_>, model: &Model, area: Rect, beside: bool) {
    let theme = &model.theme;
    let Some(selected) = model.talks.selected() else { return };
    let (title, facts, text) = in_full(model, selected);
    let width = usize::from(area.width).saturating_sub(3);
    let mut lines: Vec<Line<'static>> = Vec::new();
    if !beside {
        lines.push(Line::styled("─".repeat(usize::from(area.width)), theme.dim));
    }
    lines.push(Line::styled(format!(" {title}"), theme.accent));
    let wrapped = facts.iter().flat_map(|f| wrap(f, width));
    lines.extend(wrapped.map(|l| Line::styled(format!(" {l}"), theme.dim)));
    lines.push(Line::default());
    let rows = usize::from(area.height);
    let paragraphs = text.lines().flat_map(|p| wrap(p, width));
    lines.extend(paragraphs.map(|l| Line::raw(format!(" {l}"))));
    cut(&mut lines, rows, &model.words, theme);
    let area = if beside { lines::draw_edge(frame, theme, area) } else { area };
    lines::draw(frame, lines, area);
}

/// The title, facts and text of a row.
fn in_full(model: &Model, row: Row<'_>) -> (String, Vec<String>, String) {
    let words = &model.words;
    match row {
        Row::Talk(Noted::Open { talk, .. }) => {
            (detail::heading(model, talk), detail::facts(model, talk), talk.text.as_str().to_owned())
        }
        Row::Talk(Noted::Sealed(sealed)) => {
            let name = sealed.case.and_then(|c| model.talks.name_of(c));
            let name = name.map_or_else(|| "–".to_owned(), ToString::to_string);
            let title = format!("{name} · {}", words.code("talk", sealed.kind.code()));
            (title, detail::sealed(model, sealed), String::new())
        }
        Row::Draft(draft) => {
            let (name, when, _) = line_of(model, draft);
            let text = text_of(model, draft);
            let author = if draft.author == model.me.id && draft.writers.is_empty() {
                words.get("talks-draft-mine").to_owned()
            } else {
                let by = model.roster.name(draft.author);
                words.with("talks-draft-shared", &[("name", by.into())])
            };
            (name.to_string(), vec![words.with("draft-saved", &[("when", when.into())]), author], text)
        }
        Row::FollowUp(one) => {
            let name = follow_ups::subject(model, one).to_string();
            let due = dates::day_long_and_week(words.lang(), one.due);
            (name, vec![due], one.what.as_str().to_owned())
        }
    }
}
