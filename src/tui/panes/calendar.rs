//! The calendar pane: a day or a week as a time grid, a month as a sheet, of everybody, a colleague or a child.

pub mod amend;
pub mod book;
pub mod change;
mod column;
pub mod free;
mod grid;
mod heads;
pub mod layout;
pub mod missed;
mod month;
mod pane;
mod recurrence;
pub mod typed_appointment;
pub mod whose;

use chrono::{Datelike, Days, Months, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use trivsel_domain::record::Appointment;
use trivsel_domain::value::Hours;

pub use self::pane::{CalendarPane, Due, View};
use crate::child_name::ChildName;
use crate::cursor::turned;
use crate::effect::Effect;
use crate::forms::Lookup;
use crate::keys::Command;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose};
use crate::load::{Opening, Query};
use crate::model::Model;
use crate::panes::closed::closed;
use crate::widgets::tabs::Tabs;
use trivsel_words::{Words, dates};

/// The rows above the grid.
const HEADS: usize = 2;

/// The appointments that the view shows.
#[must_use]
pub fn shown(model: &Model) -> Query {
    let (from, to) = model.calendar.range();
    Query::Appointments(from, to)
}

fn appointments(model: &Model) -> Effect {
    Effect::Load(shown(model))
}

/// Goes to a day, and reads its appointments if they are not in sight.
pub fn go_to(model: &mut Model, date: NaiveDate) -> Effect {
    model.calendar.go_on(model.now, date);
    if model.calendar.is_read() { Effect::None } else { appointments(model) }
}

/// The minutes of a row of the grid, which are those between two free times.
#[must_use]
pub fn row_minutes(model: &Model) -> u16 {
    layout::row_minutes(usize::from(model.room().1).saturating_sub(HEADS))
}

/// The views, by name.
#[must_use]
pub fn views(model: &Model) -> Tabs {
    let here = View::ALL.iter().position(|v| *v == model.calendar.view).unwrap_or(0);
    let names = View::ALL.map(|v| model.words.code("attendance-view", v.code()).to_owned()).into();
    Tabs { names, here }
}

pub fn act(model: &mut Model, command: Command) -> Effect {
    if let Some(effect) = change::act(model, command) {
        return effect;
    }
    let is_month = model.calendar.view == View::Month;
    let date = model.calendar.selected_day();
    let to = match command {
        Command::Up | Command::Down | Command::First | Command::Last if !is_month => {
            let row_minutes = row_minutes(model);
            model.calendar.move_within_day(command, row_minutes);
            model.status = None;
            return Effect::None;
        }
        Command::Left => date - Days::new(1),
        Command::Right => date + Days::new(1),
        Command::First => date.with_day(1).unwrap_or(date),
        Command::Last => last_of_month(date),
        Command::DayBefore | Command::PageUp if is_month => date - Months::new(1),
        Command::DayAfter | Command::PageDown if is_month => date + Months::new(1),
        Command::DayBefore | Command::PageUp | Command::Up => date - Days::new(7),
        Command::DayAfter | Command::PageDown | Command::Down => date + Days::new(7),
        Command::Today if date == model.today() => {
            model.refuse_with("other-today-here");
            return Effect::None;
        }
        Command::Today => model.today(),
        Command::GoToDate => {
            let label = model.words.get("prompt-date").to_owned();
            model.layers.push(Layer::Prompt(Prompt::new(Purpose::GoTo, label)));
            return Effect::None;
        }
        Command::NextView => return turn(model, turned(&View::ALL, model.calendar.view, 1)),
        Command::MineOrAll => return whose::turn(model),
        Command::Whose => return Effect::Load(Query::Directory(Opening::Whose)),
        Command::Book => return Effect::Load(Query::Directory(Opening::Booking)),
        Command::Open => return open(model),
        _ => return Effect::NotHere,
    };
    // The line below the pane tells what the cursor comes to.
    model.status = None;
    go_to(model, to)
}

fn last_of_month(date: NaiveDate) -> NaiveDate {
    date.with_day(1).map_or(date, |first| first + Months::new(1) - Days::new(1))
}

fn turn(model: &mut Model, view: View) -> Effect {
    model.calendar.turn(model.now, view);
    if model.calendar.is_read() { Effect::None } else { appointments(model) }
}

/// Opens the sheet of the appointment's child, the line for a new appointment at a free time, or the day of the month.
fn open(model: &mut Model) -> Effect {
    if model.calendar.view == View::Month {
        return turn(model, View::Day);
    }
    match model.calendar.selected_appointment() {
        Some(one) => match one.case {
            Some(case) => Effect::OpenCase(case),
            None => {
                model.refuse_with("today-no-case");
                Effect::None
            }
        },
        None if !model.writable => {
            model.refuse_with("off-read-only");
            Effect::None
        }
        None => Effect::Load(Query::Directory(Opening::Booking)),
    }
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    match model.calendar.view {
        View::Day | View::Week => grid::draw(frame, model, area),
        View::Month => month::draw(frame, model, area),
    }
}

/// The days in sight and whose calendar it is, then the same shorter, for the upper rule.
#[must_use]
pub fn title(model: &Model) -> [String; 2] {
    let (pane, lang) = (&model.calendar, model.words.lang());
    let whose = pane.whose.told(&Lookup::of(model));
    let (date, (from, to)) = (pane.selected_day(), pane.range());
    let days = match pane.view {
        View::Day => dates::day_short_seen(lang, date, model.today()),
        View::Week => dates::span(lang, from, to),
        View::Month => dates::month_year(lang, date),
    };
    [format!("{days} · {whose}"), pane.whose.told_short(&Lookup::of(model))]
}

/// Whether today is in sight.
#[must_use]
pub fn is_on_today(model: &Model) -> bool {
    let (pane, today) = (&model.calendar, model.today());
    let (from, to) = pane.range();
    match pane.view {
        View::Day => pane.selected_day() == today,
        View::Week => from <= today && today <= to,
        View::Month => {
            let date = pane.selected_day();
            (date.year(), date.month()) == (today.year(), today.month())
        }
    }
}

/// What the cursor is on, without cuts, for the line below the pane while nothing else has happened.
#[must_use]
pub fn told(model: &Model) -> String {
    let (pane, words) = (&model.calendar, &model.words);
    let day = dates::day_short_seen(words.lang(), pane.selected_day(), model.today());
    let Some(one) = pane.selected_appointment() else {
        let time = pane.selected_time().map(|t| dates::time(words.lang(), t.into()));
        let nothing = pane.is_read() && pane.on(pane.selected_day()).next().is_none();
        let closed = closed(words, &model.roster.calendar, pane.selected_day());
        let owed = pane.owed_on(pane.selected_day()).map(|due| heads::due_told(model, due));
        let at = std::iter::once(time.map_or_else(|| day.clone(), |time| format!("{day} {time}")));
        let nothing = nothing.then(|| words.get("calendar-nothing").to_owned());
        let booked = pane.on(pane.selected_day()).map(|one| heads::short(model, one));
        let booked = booked.filter(|_| pane.view == View::Month);
        return at.chain(closed).chain(owed).chain(booked).chain(nothing).collect::<Vec<_>>().join(" · ");
    };
    let staff: Vec<&str> = one.staff.iter().map(|s| model.roster.initials(Some(*s))).collect();
    let at = format!("{day} {}", hours(words, one.hours));
    let child = one.case.and_then(|case| pane.name_of(case)).map(ToString::to_string);
    let what = what(model, one);
    let parts = [Some(at), outcome(model, one), what, child, Some(staff.join(" "))];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// An appointment in words: its hours, what it is and with whom, and whether it was held.
#[must_use]
pub fn in_words(model: &Model, one: &Appointment) -> (String, String, String) {
    let child = one.case.and_then(|case| model.calendar.name_of(case)).map(ToString::to_string);
    let what = child.into_iter().chain(what(model, one)).collect::<Vec<_>>().join(" · ");
    (hours(&model.words, one.hours), what, outcome(model, one).unwrap_or_default())
}

/// Whether an appointment was held, in words; nothing while nothing says so.
fn outcome(model: &Model, appointment: &Appointment) -> Option<String> {
    let held = || model.calendar.note_of(appointment.id).map(|_| model.words.get("calendar-held").to_owned());
    appointment.not_held.map(|why| missed::told(&model.words, why)).or_else(held)
}

/// The sign before an appointment that was held, or that was not.
fn sign(model: &Model, appointment: &Appointment) -> &'static str {
    match (appointment.not_held, model.calendar.note_of(appointment.id)) {
        (Some(_), _) => "× ",
        (None, Some(_)) => "√ ",
        (None, None) => "",
    }
}

/// The title without the child's name, which stands beside it; for busy times only that they are.
fn what(model: &Model, appointment: &Appointment) -> Option<String> {
    if appointment.event.is_some() {
        return Some(model.words.get("calendar-busy").to_owned());
    }
    let title = appointment.title.as_str();
    let name = appointment.case.and_then(|case| model.calendar.name_of(case)).map(ChildName::first);
    let title = name.and_then(|name| title.strip_suffix(name)).unwrap_or(title).trim();
    Some(title.to_owned()).filter(|title| !title.is_empty())
}

/// The first name of the child; the whole one if another child in sight has the same first name.
fn child_of(model: &Model, appointment: &Appointment) -> Option<ChildName> {
    let case = appointment.case?;
    let name = model.calendar.name_of(case)?;
    let given = name.given();
    let listed = model.caseload.all().map(|row| (row.case.id, &row.name));
    let mut others = model.calendar.children().chain(listed);
    let shared = others.any(|(id, other)| id != case && other != name && other.given() == given);
    Some(if shared { name.clone() } else { given })
}

/// The hours of an appointment, or that it takes all day.
fn hours(words: &Words, hours: Option<Hours>) -> String {
    hours.map_or_else(
        || words.get("calendar-all-day").to_owned(),
        |h| dates::time_range(words.lang(), h.from().into(), h.to().into()),
    )
}

/// The title, with the child's first name where the title does not say it, and why it was not held.
fn titled(model: &Model, appointment: &Appointment) -> String {
    let title = appointment.title.as_str();
    let child = child_of(model, appointment).map(|name| name.to_string());
    let child = child.filter(|name| !title.ends_with(name.as_str()));
    let missed = appointment.not_held.map(|why| missed::told(&model.words, why));
    [Some(title.to_owned()), child, missed].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
