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

/// From this width, in columns, the text stands beside the list.
const BESIDE: u16 = 120;
/// The width of the list beside the text, in columns.
const LIST: u16 = 70;

/// The title takes at most this many lines.
const TITLE: usize = 3;
const DATE: usize = 12;
const KIND: usize = 21;
const NAME: usize = 20;
/// The width of a name on a narrow screen; the mark of a restricted note stays visible after it.
const SHORT_NAME: usize = 12;
/// From this width, in columns, a name gets its full column.
const NARROW: u16 = 70;
const BY: usize = 5;

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (list_area, text_area) = if area.width >= BESIDE {
        let left = Rect { width: LIST, ..area };
        (left, Rect { x: area.x + LIST + 1, width: area.width - LIST - 1, ..area })
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
    let of = match pane.view {
        View::Log => pane.filter.title(model),
        View::FollowUps => pane.filter.title_of_follow_ups(model),
    };
    // The title wraps and so shows the whole filter.
    let title = wrap(&format!("{of} · {count}"), usize::from(area.width).saturating_sub(2));
    let title = title.into_iter().take(TITLE).map(|line| Line::styled(format!(" {line}"), theme.text));
    let mut lines: Vec<Line<'static>> = title.collect();
    let room = usize::from(area.height).saturating_sub(lines.len());
    let part = Part::around(pane.cursor, rows.len(), room).out_of(pane.listed_in_all());
    let line = |(at, row): (usize, &Row<'_>)| {
        let selected = (at == pane.cursor).then_some(theme.selection);
        let cells = match row {
            Row::Draft(draft) => draft_row(model, draft, usize::from(area.width)),
            Row::Talk(talk) => talk_row(model, talk, if area.width < NARROW { SHORT_NAME } else { NAME }),
            Row::FollowUp(one) => follow_ups::row(model, one, usize::from(area.width)),
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

fn draft_row(model: &Model, draft: &Draft, width: usize) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let (name, when, text) = line_of(model, draft);
    let rest = width.saturating_sub(1 + DATE + KIND + NAME);
    Cells::new()
        .gap(1)
        .left(&when, DATE - 1, theme.dim)
        .gap(1)
        .left(words.get("talks-draft"), KIND, theme.warn)
        .left(&name.within(NAME - 1), NAME - 1, theme.text)
        .gap(1)
        .left(&text, rest, theme.dim)
}

fn talk_row(model: &Model, talk: &Noted, name_width: usize) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let date = dates::relative(words.lang(), talk.key().date, model.today());
    let (name, mark) = match talk {
        Noted::Open { talk, addenda } => {
            let added = if *addenda > 0 { format!("+{addenda}") } else { String::new() };
            (detail::subject(model, &talk.matter), added)
        }
        Noted::Sealed(_) => {
            let name = talk.case().and_then(|c| model.talks.name_of(c)).cloned();
            (name.unwrap_or_else(|| "–".into()), words.get("talks-restricted-mark").to_owned())
        }
    };
    Cells::new()
        .gap(1)
        .left(&date, DATE, theme.text)
        .left(words.code("talk", talk.kind().code()), KIND - 1, theme.text)
        .gap(1)
        .left(&name.within(name_width - 1), name_width - 1, theme.text)
        .gap(1)
        .left(model.roster.initials(Some(talk.author())), BY, theme.dim)
        .left(&mark, 10, theme.dim)
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
