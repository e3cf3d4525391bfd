//! Draws the caseload: the seats, one line for each case, and a summary of the selected case.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::rules::seats;
use trivsel_domain::value::Stage;

use super::{rows, summary};
use crate::draw::wrap;
use crate::model::Model;
use crate::widgets::headline::Headline;
use crate::widgets::lines;
use crate::widgets::list::{Part, cut};
use trivsel_words::dates;

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (theme, pane) = (&model.theme, &model.caseload);
    let width = usize::from(area.width);
    let mut lines = vec![title(model, width), rows::heads(model, width)];
    // The list comes first; the summary gets the rows that are left.
    let spare = usize::from(area.height).saturating_sub(lines.len() + pane.listed.len());
    let mut summary = summary::lines(model, width);
    cut(&mut summary, spare.saturating_sub(1), &model.words, theme);
    summary.truncate(spare.saturating_sub(1));
    let below = if summary.is_empty() { 0 } else { summary.len() + 1 };
    let room = usize::from(area.height).saturating_sub(lines.len() + below);
    let part = Part::around(pane.cursor, pane.listed.len(), room);
    let line = |(at, index): (usize, &usize)| {
        let selected = (at == pane.cursor).then_some(theme.selection);
        rows::row(model, &pane.rows[*index], width).line(selected)
    };
    let listed = pane.listed.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    lines.extend(part.framed(&model.words, theme, listed.map(line)));
    if pane.listed.is_empty() && pane.read {
        let empty = wrap(&empty(model), width.saturating_sub(2));
        lines.extend(empty.into_iter().map(|l| Line::styled(format!(" {l}"), theme.dim)));
    }
    if below > 0 {
        lines.resize_with(usize::from(area.height) - below, Line::default);
        lines.push(Line::styled("─".repeat(width), theme.dim));
        lines.extend(summary);
    }
    lines::draw(frame, lines, area);
}

/// The reason why the list is empty, with the next thing to do.
fn empty(model: &Model) -> String {
    let (words, pane) = (&model.words, &model.caseload);
    let (referral, waiting) = (pane.running_at(Stage::Referral), pane.running_at(Stage::Waiting));
    if !pane.needle.is_empty() {
        words.get("search-nothing").to_owned()
    } else if pane.filter.code() == "seated" && referral + waiting > 0 {
        let args = [("referral", referral.into()), ("waiting", waiting.into())];
        words.with("caseload-empty-but-outside", &args)
    } else {
        words.code("caseload-empty", pane.filter.code()).to_owned()
    }
}

/// The filter, the order and the number of cases without a seat. The seats in use are always shown; the next freed seat
/// comes next in importance.
fn title(model: &Model, width: usize) -> Line<'static> {
    let (words, theme, pane) = (&model.words, &model.theme, &model.caseload);
    let filter = pane.filter.name(model);
    // The number of marked cases is always shown. The plain count is dropped before the order is.
    let (count, rank) = if pane.marked.is_empty() {
        (words.count("case", pane.listed.len()), 4)
    } else {
        (words.with("caseload-marked", &[("count", pane.marked.len().into())]), 0)
    };
    let order = words.code("caseload-order", pane.order().code());
    let outside = pane.running_at(Stage::Referral) + pane.running_at(Stage::Waiting);
    let outside = if outside > 0 && pane.filter.holds_seats() {
        words.with("caseload-outside", &[("count", outside.into())])
    } else {
        String::new()
    };
    // In a list without seats the next freed seat is dropped before the order, which the user chose with a key.
    let order_rank = if pane.filter.holds_seats() { 3 } else { 2 };
    let head = Headline::new().left(filter, 0).left(count, rank).left(order, order_rank).left(outside, 1);
    seats(model, head).line(width, theme.text, theme.accent)
}

/// For each programme the seats in use, the seats in all and the next one freed; without a limit, the cases only.
fn seats(model: &Model, head: Headline) -> Headline {
    let (words, pane, today) = (&model.words, &model.caseload, model.today());
    model.roster.programmes.iter().fold(head, |head, (programme, house)| {
        let held = seats::occupied(&pane.running, programme.code(), today).len();
        let Some(norm) = house.seats.number() else {
            let name = model.roster.programme_name(programme.code(), words.lang());
            let args = [("name", name.into()), ("held", held.into())];
            return head.right(words.with("caseload-no-limit", &args), 5);
        };
        let args = [("held", held.into()), ("norm", usize::from(norm).into())];
        let free = seats::next_freed(&pane.running, programme.code(), today).map(|free| {
            let day = dates::relative(words.lang(), free, today);
            words.with("caseload-next-free", &[("day", day.into())])
        });
        head.right(words.with("caseload-seats", &args), 0)
            .right(free.unwrap_or_default(), if pane.filter.holds_seats() { 2 } else { 3 })
    })
}
