//! The words for the day's list: what, when, in which state and why; and the day in one sentence.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::record::Staff;
use trivsel_domain::rules::obligations::Window;
use trivsel_domain::rules::today::{Count, Item, Part, Task, counts};
use trivsel_domain::value::Coded;

use super::{Words, dates, obligations, talk};

/// What is to be done: "Forældresamtale", "Ring hjem".
#[must_use]
pub fn what(words: &Words, item: &Item) -> String {
    match &item.task {
        Task::Unexplained | Task::Silent { .. } => words.get("today-call").to_owned(),
        Task::Register { blank } => words.with("today-register", &[("count", blank.len().into())]),
        Task::OwnSchool { missing, .. } => words.with("today-own-school", &[("count", missing.len().into())]),
        Task::Owed(owed) => obligations::obligation(words, owed),
        Task::Appointment(appointment) => appointment.title.as_str().to_owned(),
        Task::FollowUp(one) => one.what.as_str().to_owned(),
        Task::Draft(draft) => words.code("today-draft", &draft.form).to_owned(),
        Task::PastRetention { children } => {
            words.with("today-past-retention", &[("count", children.len().into())])
        }
        Task::Twice(twice) => words.with("today-same-child", &[("name", twice.name.as_str().into())]),
        Task::Backup { .. } => words.get("today-backup").to_owned(),
    }
}

/// The day it has, with its hours: "i dag 10–10.50", "13. nov".
#[must_use]
pub fn when(words: &Words, item: &Item, today: NaiveDate) -> String {
    let lang = words.lang();
    let hours = item.hours.map(|h| dates::time_range(lang, h.from().into(), h.to().into()));
    match (item.part, hours) {
        (Part::Planned, Some(hours)) => hours,
        (Part::Planned, None) => words.get("calendar-all-day").to_owned(),
        (_, Some(hours)) => format!("{} {hours}", dates::relative(lang, today, today)),
        (_, None) => dates::relative(lang, item.date, today),
    }
}

/// The state: "forsinket", "kladde".
#[must_use]
pub fn state<'a>(words: &'a Words, item: &Item) -> &'a str {
    item.state()
        .map_or_else(|| words.code("task", item.task.code()), |state| obligations::state(words, state))
}

/// The days within which it is to be done; `None` for what has no window.
#[must_use]
pub fn window(item: &Item) -> Option<Window> {
    match &item.task {
        Task::Owed(owed) => Some(owed.window),
        _ => None,
    }
}

/// Why it is on the list that day.
#[must_use]
pub fn why(words: &Words, staff: &[Staff], item: &Item, today: NaiveDate) -> String {
    let lang = words.lang();
    match &item.task {
        Task::Unexplained => words.get("today-unexplained").to_owned(),
        Task::Silent { since, days } => {
            let since = dates::day_month_seen(lang, *since, today);
            words.with("today-silent", &[("days", (*days).into()), ("date", since.into())])
        }
        Task::Register { .. } => words.get("today-blank").to_owned(),
        Task::OwnSchool { week, .. } => {
            words.with("today-not-reported", &[("week", week.monday().iso_week().week().into())])
        }
        Task::Owed(owed) => obligations::why(words, owed),
        Task::Appointment(appointment) => {
            let who: Vec<&str> = appointment.staff.iter().map(|s| talk::initials(staff, *s)).collect();
            match who.as_slice() {
                [] => words.get("today-booked").to_owned(),
                who => words.with("today-booked-with", &[("names", who.join(", ").into())]),
            }
        }
        Task::PastRetention { .. } => words.get("today-why-past-retention").to_owned(),
        Task::Twice(twice) => {
            let likeness = words.code("likeness", twice.pair.likeness.code());
            words.with(
                "today-why-same-child",
                &[("born", dates::birth(words, twice.born).into()), ("likeness", likeness.into())],
            )
        }
        Task::Backup { last: None } => words.get("today-why-no-backup").to_owned(),
        Task::Backup { last: Some(last) } => {
            let day = dates::day_month_seen(lang, *last, today);
            words.with("today-why-backup", &[("date", day.into())])
        }
        Task::FollowUp(one) => words.with("today-agreed", &[("who", talk::doer(staff, &one.who).into())]),
        Task::Draft(draft) => {
            let (day, time) = (
                dates::relative(lang, draft.saved_at.date(), today),
                dates::time(lang, draft.saved_at.time()),
            );
            words.with("today-saved", &[("day", day.into()), ("time", time.into())])
        }
    }
}

/// The day in one sentence: "3 samtaler · 2 forsinkede · 1 ring hjem".
#[must_use]
pub fn sentence<'a>(words: &Words, items: impl Iterator<Item = &'a Item>) -> String {
    let parts: Vec<String> = parts(words, items).into_iter().map(|(_, part)| part).collect();
    if parts.is_empty() { words.get("today-nothing").to_owned() } else { parts.join(" · ") }
}

/// The parts of that sentence; none on a day that asks for nothing.
#[must_use]
pub fn parts<'a>(words: &Words, items: impl Iterator<Item = &'a Item>) -> Vec<(Count, String)> {
    let told =
        |(count, number): (Count, usize)| (count, words.count(&format!("today-{}", count.code()), number));
    counts(items).into_iter().map(told).collect()
}
