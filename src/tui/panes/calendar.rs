//! The calendar pane: one week with its closures and appointments.

pub mod book;
pub mod entry;
pub mod free;
mod pane;

use chrono::{Datelike, Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use trivsel_domain::record::Appointment;
use trivsel_domain::rules::calendar::{Calendar, DayKind, monday_of};
use trivsel_domain::value::{Coded, Hours};

pub use self::pane::CalendarPane;
use crate::child_name::ChildName;
use crate::effect::Effect;
use crate::keys::Command;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose};
use crate::load::{Opening, Query};
use crate::model::Model;
use crate::widgets::lines;
use trivsel_words::names::weekday_short;
use trivsel_words::text::{clip, columns, fit, spaced};
use trivsel_words::{Words, dates};

/// Weekdays with a column each. Appointments at the weekend are listed below.
const COLUMNS: u64 = 5;

/// Minutes between two free times that the cursor stands on.
const STEP: u16 = 30;

/// Goes to a day and reads its week.
pub fn go_to(model: &mut Model, date: NaiveDate) -> Effect {
    model.calendar.go_on(model.now, date);
    Effect::Load(Query::Week(model.calendar.monday()))
}

pub fn act(model: &mut Model, command: Command) -> Effect {
    let date = model.calendar.selected_day();
    let to = match command {
        Command::Up | Command::Down | Command::First | Command::Last => {
            model.calendar.step(command, STEP);
            return Effect::None;
        }
        Command::Left => date - Days::new(1),
        Command::Right => date + Days::new(1),
        Command::DayBefore | Command::PageUp => date - Days::new(7),
        Command::DayAfter | Command::PageDown => date + Days::new(7),
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
        Command::Book => return Effect::Load(Query::Directory(Opening::Booking)),
        _ => return Effect::NotHere,
    };
    go_to(model, to)
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme, pane) = (&model.words, &model.theme, &model.calendar);
    let lang = words.lang();
    let (monday, width) = (pane.monday(), usize::from(area.width));
    let title =
        format!(" {} · {}", dates::week(lang, monday), dates::span(lang, monday, monday + Days::new(6)));
    let style = if monday == monday_of(model.today()) { theme.text } else { theme.warn };
    let mut lines = vec![Line::styled(title, style), heads(model, width)];
    let detail = detail(model, width);
    let room = usize::from(area.height).saturating_sub(lines.len() + detail.len() + 1);
    let column = (width - 1) / usize::try_from(COLUMNS).unwrap_or(1);
    let cells: Vec<Vec<(String, bool)>> =
        (0..COLUMNS).map(|n| day_cells(model, monday + Days::new(n), column)).collect();
    for row in 0..room {
        let mut spans = vec![Span::raw(" ")];
        for day in &cells {
            let (text, dim) = day.get(row).cloned().unwrap_or_default();
            // The last line of a full column says how many entries are hidden.
            let text =
                if row + 1 == room && day.len() > room { format!("+{}", day.len() - row) } else { text };
            spans.push(Span::styled(spaced(&text, column), if dim { theme.dim } else { theme.text }));
        }
        lines.push(Line::from(spans));
    }
    lines.push(Line::styled("─".repeat(width), theme.dim));
    lines.extend(detail);
    lines::draw(frame, lines, area);
}

fn heads(model: &Model, width: usize) -> Line<'static> {
    let (words, theme, pane) = (&model.words, &model.theme, &model.calendar);
    let column = (width - 1) / usize::try_from(COLUMNS).unwrap_or(1);
    let mut spans = vec![Span::raw(" ")];
    for date in (0..COLUMNS).map(|n| pane.monday() + Days::new(n)) {
        let today = if date == model.today() {
            format!(" {}", dates::relative(words.lang(), date, date))
        } else {
            String::new()
        };
        let marker = if date == pane.selected_day() { "►" } else { "" };
        let text = format!("{marker}{} {}.{today}", weekday_short(words.lang(), date.weekday()), date.day());
        spans.push(Span::styled(
            spaced(&text, column),
            if date == pane.selected_day() { theme.accent } else { theme.dim },
        ));
    }
    Line::from(spans)
}

/// The reason for no school, then the appointments by time. The flag is true for a text drawn dim.
fn day_cells(model: &Model, date: NaiveDate, width: usize) -> Vec<(String, bool)> {
    let mut cells: Vec<(String, bool)> =
        closed(&model.words, &model.roster.calendar, date).map(|t| (t, true)).into_iter().collect();
    for appointment in model.calendar.on(date) {
        let child = child_of(model, appointment);
        let (title, start) = (appointment.title.as_str(), start(model, appointment));
        let room = width.saturating_sub(1 + columns(&start));
        let who = child.as_ref().map_or_else(|| clip(title, room), |name| name.within(room));
        cells.push((format!("{start}{who}"), false));
        cells.extend(child.map(|_| (clip(&format!("  {title}"), width.saturating_sub(1)), true)));
    }
    cells
}

/// Why a day that is not at the weekend has no school.
fn closed(words: &Words, calendar: &Calendar, date: NaiveDate) -> Option<String> {
    match calendar.kind(date) {
        DayKind::School | DayKind::Weekend => None,
        DayKind::Holiday(holiday) => Some(words.code("holiday", holiday.code()).to_owned()),
        DayKind::Closed(closure) => Some(closure.name.as_ref().map_or_else(
            || words.code("closure", closure.kind.code()).to_owned(),
            |name| name.as_str().to_owned(),
        )),
    }
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

fn start(model: &Model, appointment: &Appointment) -> String {
    appointment
        .hours
        .map_or_else(String::new, |h| format!("{} ", dates::time(model.words.lang(), h.from().into())))
}

/// The title, with the child's first name where the title does not say it.
fn titled(model: &Model, appointment: &Appointment) -> String {
    let title = appointment.title.as_str();
    let child = child_of(model, appointment).map(|name| name.to_string());
    match child.filter(|name| !title.ends_with(name.as_str())) {
        Some(name) => format!("{title} · {name}"),
        None => title.to_owned(),
    }
}

/// Every entry of the selected day, without cuts.
fn detail(model: &Model, width: usize) -> Vec<Line<'static>> {
    let (words, theme, pane) = (&model.words, &model.theme, &model.calendar);
    let lang = words.lang();
    let style = if pane.selected_day() == model.today() { theme.accent } else { theme.warn };
    let mut lines =
        vec![Line::styled(format!(" {}", dates::day_long_and_week(lang, pane.selected_day())), style)];
    lines.extend(
        closed(words, &model.roster.calendar, pane.selected_day())
            .map(|t| Line::styled(format!("   {t}"), theme.warn)),
    );
    let selected = pane.selected_appointment().map(|a| a.id);
    for appointment in pane.on(pane.selected_day()) {
        let style = if selected == Some(appointment.id) { theme.selection } else { theme.text };
        let hours = hours(words, appointment.hours);
        let staff: Vec<&str> = appointment.staff.iter().map(|s| model.roster.initials(Some(*s))).collect();
        let text = format!("   {} {}  {}", fit(&hours, 12), titled(model, appointment), staff.join(" "));
        lines.push(Line::styled(fit(&text, width), style));
    }
    let free = pane.selected_time().filter(|_| selected.is_none());
    lines.extend(
        free.map(|time| Line::styled(format!("   {}", dates::time(lang, time.into())), theme.selection)),
    );
    if pane.is_read() && pane.on(pane.selected_day()).next().is_none() {
        lines.push(Line::styled(format!("   {}", words.get("calendar-nothing")), theme.dim));
    }
    lines
}
