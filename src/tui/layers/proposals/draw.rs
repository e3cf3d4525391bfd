//! Draws the proposals: the weeks in one sentence, a line for each talk, and below why the selected one is owed then.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::rules::free::{NoTime, Slot};
use trivsel_domain::rules::obligations::State;
use trivsel_domain::rules::proposals::Proposal;
use trivsel_domain::value::Coded;

use super::Proposals;
use crate::draw::wrap;
use crate::model::Model;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::Part;
use trivsel_words::{dates, obligations};

/// The columns of the week, and of the initials.
const WEEK: usize = 8;
const STAFF: usize = 9;

/// The widths of the columns: the time, the child, the talk, and why where there is room.
struct Columns {
    when: usize,
    child: usize,
    what: usize,
    why: usize,
}

impl Columns {
    fn of(width: usize) -> Self {
        let (when, child) = if width < 80 { (15, 12) } else { (23, 18) };
        let rest = width.saturating_sub(1 + WEEK + when + 1 + child + 1 + 1 + STAFF);
        let what = if width < 120 { rest } else { 24 };
        Self { when, child, what, why: rest.saturating_sub(what + 1) }
    }
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, list: &Proposals, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let (words, theme, width) = (&model.words, &model.theme, usize::from(room.width));
    let (rows, columns) = (list.rows(model), Columns::of(width));
    let title = words.with("proposals-title", &[("count", rows.len().into())]);
    let mut out = vec![Line::styled(format!(" {title}"), theme.accent), heads(model, &columns)];
    let below = rows.get(list.cursor).map_or_else(Vec::new, |p| detail(model, p, width));
    let height = usize::from(room.height);
    let part = Part::around(list.cursor, rows.len(), height.saturating_sub(out.len() + below.len()));
    let line = |(at, proposal): (usize, &&Proposal)| {
        let selected = (at == list.cursor).then_some(theme.selection);
        cells(model, proposal, &columns).line(selected)
    };
    let shown = rows.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    out.extend(part.framed(words, theme, shown.map(line)));
    if rows.is_empty() {
        out.push(Line::styled(format!(" {}", words.get("proposals-none")), theme.dim));
    }
    out.resize_with(height.saturating_sub(below.len()), Line::default);
    out.extend(below);
    lines::draw(frame, out, room);
}

fn heads(model: &Model, columns: &Columns) -> Line<'static> {
    let (words, dim) = (&model.words, model.theme.dim);
    let cells = Cells::new()
        .gap(1)
        .left(words.get("head-week-number"), WEEK, dim)
        .left(words.get("head-when"), columns.when, dim)
        .gap(1)
        .left(words.get("head-child"), columns.child, dim)
        .gap(1)
        .left(words.get("head-what"), columns.what, dim)
        .gap(1)
        .left(words.get("head-people"), STAFF, dim);
    let cells =
        if columns.why > 0 { cells.gap(1).left(words.get("head-why"), columns.why, dim) } else { cells };
    cells.line(None)
}

fn cells(model: &Model, proposal: &Proposal, columns: &Columns) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let (when, style) = match proposal.time {
        Ok(slot) => (when(model, slot, columns.when < 20), theme.text),
        Err(_) => (words.get("proposals-full").to_owned(), theme.warn),
    };
    let name = model.proposed.names.get(&proposal.case);
    let name = name.map_or_else(|| "–".to_owned(), |name| name.within(columns.child));
    let style_of_kind = if proposal.owed.state == State::Overdue { theme.warn } else { theme.text };
    let cells = Cells::new()
        .gap(1)
        .left(&dates::week(words.lang(), proposal.week), WEEK, theme.dim)
        .left(&when, columns.when, style)
        .gap(1)
        .left(&name, columns.child, theme.text)
        .gap(1)
        .left(words.code("talk", proposal.kind.code()), columns.what, style_of_kind)
        .gap(1)
        .left(&staff(model, proposal, " "), STAFF, theme.text);
    if columns.why == 0 {
        return cells;
    }
    cells.gap(1).left(&obligations::why(words, &proposal.owed), columns.why, theme.dim)
}

/// "man 30. nov 8.30–9.15"; without the month and the end where there is little room.
fn when(model: &Model, slot: Slot, short: bool) -> String {
    let lang = model.words.lang();
    let (from, to) = (slot.hours.from().into(), slot.hours.to().into());
    let day = dates::day_short(lang, slot.date);
    if short {
        format!("{day} {}", dates::time(lang, from))
    } else {
        format!("{day} {}", dates::time_range(lang, from, to))
    }
}

fn staff(model: &Model, proposal: &Proposal, between: &str) -> String {
    let initials = proposal.staff.iter().map(|who| model.roster.initials(Some(*who)));
    initials.collect::<Vec<_>>().join(between)
}

/// The selected proposal in full: child, talk and window; why on that date; why there is no time.
fn detail(model: &Model, proposal: &Proposal, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let name = model.proposed.names.get(&proposal.case).map(ToString::to_string);
    let what = obligations::kind(words, proposal.owed.kind).to_owned();
    let window = obligations::window(words, proposal.owed.window);
    let state = obligations::state(words, proposal.owed.state).to_owned();
    let late = (proposal.owed.state == State::Overdue).then_some(state);
    let head: Vec<String> = [name, Some(what), Some(window), late].into_iter().flatten().collect();
    let room = width.saturating_sub(2);
    let mut told: Vec<_> = vec![(head.join(" · "), theme.text)];
    told.push((obligations::why(words, &proposal.owed), theme.dim));
    told.extend(proposal.time.err().map(|why| {
        let who = staff(model, proposal, ", ");
        let id = match why {
            NoTime::NoContact => "no-time-contact",
            NoTime::NoSchoolDay => "no-time-school-day",
            NoTime::ChildAway => "no-time-child-away",
            NoTime::Taken => return (words.with("no-time-taken", &[("who", who.into())]), theme.warn),
        };
        (words.get(id).to_owned(), theme.warn)
    }));
    let rule = Line::styled("─".repeat(width), theme.dim);
    let lines = told.into_iter().flat_map(|(text, style)| {
        wrap(&text, room).into_iter().map(move |line| Line::styled(format!(" {line}"), style))
    });
    std::iter::once(rule).chain(lines).collect()
}
