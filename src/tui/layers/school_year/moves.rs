//! What a change of the school calendar moves, listed before it is saved.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Appointment, Change, Closure, Edit};
use trivsel_domain::rules::calendar_change::{CalendarChange, RegisterDay, Rescheduled};
use trivsel_domain::value::CaseId;
use trivsel_words::text::columns;
use trivsel_words::{dates, obligations};

use super::{close_line, follow, told};
use crate::cursor::moved;
use crate::draw::wrap;
use crate::effect::Effect;
use crate::keys::Command;
use crate::layers::Layer;
use crate::model::Model;
use crate::view::Names;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::Part;

/// The width of a child's name, in columns.
const NAME: usize = 22;
/// The width of what is due, in columns.
const KIND: usize = 24;

/// A change of the school calendar, and what it moves.
#[derive(Debug)]
pub struct ChangeRead {
    pub edits: Vec<Edit<Closure>>,
    pub change: CalendarChange,
    pub names: Names,
}

/// A change of the school calendar that waits for an answer.
#[derive(Debug)]
pub struct Moves {
    pub edits: Vec<Edit<Closure>>,
    change: CalendarChange,
    names: Names,
    scroll: usize,
}

/// Saves a change that moves nothing, and lists what the others move.
pub fn take(model: &mut Model, read: ChangeRead) -> Effect {
    let ChangeRead { edits, change, names } = read;
    let open = model.layers.iter().position(|l| matches!(l, Layer::Moves(_)));
    if let Some(Layer::Moves(moves)) = open.and_then(|at| model.layers.get_mut(at)) {
        (moves.change, moves.names) = (change, names);
        return Effect::None;
    }
    if change.is_empty() {
        return save(model, edits);
    }
    model.status = None;
    model.layers.push(Layer::Moves(Box::new(Moves { edits, change, names, scroll: 0 })));
    Effect::None
}

fn save(model: &mut Model, edits: Vec<Edit<Closure>>) -> Effect {
    close_line(model);
    follow(model, &edits);
    Effect::perform(Action::Save(edits.into_iter().map(Change::from).collect()))
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let rows = listed(model).len();
    let Some(Layer::Moves(moves)) = model.layers.last_mut() else { return None };
    if let Some(row) = moved(command, moves.scroll, rows) {
        moves.scroll = row;
        return Some(Effect::None);
    }
    match command {
        Command::Save => {
            let edits = std::mem::take(&mut moves.edits);
            model.layers.pop();
            Some(save(model, edits))
        }
        Command::Back => {
            model.layers.pop();
            model.refuse_with("closing-not-saved");
            Some(Effect::None)
        }
        _ => None,
    }
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, moves: &Moves, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let lines = lines_of(model, moves);
    let part = Part::scrolled(moves.scroll, lines.len(), usize::from(room.height));
    let shown = lines.into_iter().skip(part.rows.start).take(part.rows.len());
    lines::draw(frame, part.framed(&model.words, &model.theme, shown), room);
}

/// The lines that can be scrolled.
fn listed(model: &Model) -> Vec<Line<'static>> {
    match model.layers.last() {
        Some(Layer::Moves(moves)) => lines_of(model, moves),
        _ => Vec::new(),
    }
}

fn lines_of(model: &Model, moves: &Moves) -> Vec<Line<'static>> {
    let (words, theme, change) = (&model.words, &model.theme, &moves.change);
    let width = usize::from(model.size.0).saturating_sub(2);
    let mut out: Vec<Line<'static>> = Vec::new();
    let mut say = |text: &str, style: Style| {
        out.extend(wrap(text, width).into_iter().map(|line| Line::styled(format!(" {line}"), style)));
    };
    for edit in &moves.edits {
        say(&edited(model, edit), theme.accent);
    }
    let count = |id: &str, rows: usize| words.with(id, &[("count", rows.into())]);
    let mut part = |id: &str, rows: Vec<Vec<Line<'static>>>| {
        if !rows.is_empty() {
            out.push(Line::styled(format!(" {}", count(id, rows.len())), theme.warn));
            out.extend(rows.into_iter().flatten());
        }
    };
    part("closing-obligations", change.obligations.iter().map(|o| obligation(model, moves, o)).collect());
    part("closing-appointments", change.appointments.iter().map(|a| appointment(model, moves, a)).collect());
    part("closing-closed", change.closed.iter().map(|day| vec![register_day(model, day)]).collect());
    part("closing-opened", change.opened.iter().map(|day| vec![register_day(model, day)]).collect());
    out
}

/// "Vinterferie uge 7, hvert år → Vinterferie uge 8, hvert år".
fn edited(model: &Model, edit: &Edit<Closure>) -> String {
    let words = &model.words;
    match (edit.old(), edit.new_state()) {
        (Some(old), Some(new)) => format!("{} → {}", told(words, old), told(words, new)),
        (None, Some(new)) => words.with("closing-new", &[("what", told(words, new).into())]),
        (Some(old), None) => words.with("closing-gone", &[("what", told(words, old).into())]),
        (None, None) => String::new(),
    }
}

fn name(moves: &Moves, case: CaseId, width: usize) -> String {
    moves.names.get(&case).map_or_else(|| "–".to_owned(), |name| name.within(width))
}

/// What is due, from which day to which, and why on the new one.
fn obligation(model: &Model, moves: &Moves, moved: &Rescheduled) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let Some(either) = moved.after.as_ref().or(moved.before.as_ref()) else { return Vec::new() };
    let day = |date: NaiveDate| dates::day_short_seen(words.lang(), date, model.today());
    let days = match (&moved.before, &moved.after) {
        (Some(before), Some(after)) => format!("{} → {}", day(before.date), day(after.date)),
        (Some(before), None) => words.with("closing-drops", &[("day", day(before.date).into())]),
        (None, Some(after)) => words.with("closing-comes", &[("day", day(after.date).into())]),
        (None, None) => String::new(),
    };
    let first = Cells::new().gap(3).left(&name(moves, moved.case, NAME - 1), NAME, theme.text).left(
        &obligations::obligation(words, either),
        KIND,
        theme.text,
    );
    let width = usize::from(model.size.0).saturating_sub(8);
    let below = |text: &str, style: Style| {
        let lines = wrap(text, width).into_iter();
        lines.map(move |line| Line::styled(format!("      {line}"), style)).collect::<Vec<_>>()
    };
    // On a narrow screen the days stand below the child and the kind.
    let mut out = if NAME + KIND + columns(&days) > width {
        let mut lines = vec![first.line(None)];
        lines.extend(below(&days, theme.text));
        lines
    } else {
        vec![first.text(days, theme.text).line(None)]
    };
    out.extend(moved.after.iter().flat_map(|after| below(&obligations::why(words, after), theme.dim)));
    out
}

fn appointment(model: &Model, moves: &Moves, appointment: &Appointment) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let lang = words.lang();
    let hours = appointment.hours.map_or_else(
        || words.get("calendar-all-day").to_owned(),
        |h| dates::time_range(lang, h.from().into(), h.to().into()),
    );
    let child = appointment.case.map(|case| name(moves, case, NAME));
    let staff: Vec<&str> = appointment.staff.iter().map(|s| model.roster.initials(Some(*s))).collect();
    let staff = Some(staff.join(" ")).filter(|s| !s.is_empty());
    let told: Vec<String> =
        [Some(appointment.title.as_str().to_owned()), child, staff].into_iter().flatten().collect();
    let when = format!("{} {hours}", dates::day_short_seen(lang, appointment.date, model.today()));
    let width = usize::from(model.size.0).saturating_sub(5);
    let lines = wrap(&format!("{when} · {}", told.join(" · ")), width);
    lines.into_iter().map(|line| Line::styled(format!("   {line}"), theme.text)).collect()
}

fn register_day(model: &Model, day: &RegisterDay) -> Line<'static> {
    let date = dates::day_short_seen(model.words.lang(), day.date, model.today());
    Line::raw(format!("   {date} · {}", model.words.count("child", day.children)))
}
