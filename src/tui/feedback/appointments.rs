//! What the screen says when appointments are moved, made longer, deleted, or recorded as not held.

use trivsel_domain::record::{Appointment, Change, Edit};
use trivsel_domain::value::{Coded, Hours};

use crate::model::Model;
use trivsel_words::refusal::no_school;
use trivsel_words::{Words, dates, series};

/// "Forældresamtale Ida · tor 26. nov 13–13.50".
pub(super) fn named(model: &Model, one: &Appointment) -> String {
    format!("{} · {}", one.title.as_str(), when(model, one))
}

/// What was done with an appointment or those of one series; nothing of other changes.
pub(super) fn told(model: &Model, changes: &[Change]) -> Option<String> {
    let words = &model.words;
    if let [Change::Appointment(edit)] = changes {
        return one(model, edit);
    }
    let edits = in_one_series(changes)?;
    let left: Vec<&Appointment> = edits.iter().filter_map(|e| e.new_state()).collect();
    let title = edits.first().and_then(|e| side(e)).map_or("", |a| a.title.as_str());
    let were = edits.iter().filter(|e| e.old().is_some()).count();
    let id = match (left.len(), were) {
        (0, _) => "status-series-removed",
        (_, 0) => "status-series-booked",
        (left, were) if (left, were) == (edits.len(), edits.len()) => "status-series-changed",
        _ => "status-series-ruled",
    };
    let span = left.iter().map(|a| a.date).min().zip(left.iter().map(|a| a.date).max());
    let days = span.map_or_else(String::new, |(first, last)| dates::span(words.lang(), first, last));
    let one = left.first();
    let hours = one.map_or_else(String::new, |a| hours(words, a));
    let who = one.map_or_else(String::new, |a| who(model, a));
    let rule = one.and_then(|a| a.series).map(|place| series::repeat(words, &place.repeat, model.today()));
    let args = [
        ("count", edits.len().into()),
        ("rule", rule.unwrap_or_default().into()),
        ("who", who.into()),
        ("title", title.into()),
        ("days", days.into()),
        ("hours", hours.into()),
    ];
    Some(words.with(id, &args))
}

/// "5 gange Udviklingssamtale Ida"; nothing where the changes are not of one series.
pub(super) fn series_of(model: &Model, changes: &[Change]) -> Option<String> {
    let title = side(in_one_series(changes)?.first()?)?.title.as_str();
    let args = [("count", changes.len().into()), ("title", title.into())];
    Some(model.words.with("status-series-of", &args))
}

/// The edits of appointments, if all are of one series.
fn in_one_series(changes: &[Change]) -> Option<Vec<&Edit<Appointment>>> {
    let edits: Option<Vec<&Edit<Appointment>>> = changes
        .iter()
        .map(|change| match change {
            Change::Appointment(edit) => Some(edit),
            _ => None,
        })
        .collect();
    let series = |edit: &Edit<Appointment>| side(edit).and_then(|a| a.series).map(|place| place.id);
    let first = series(edits.as_ref()?.first()?)?;
    edits.filter(|all| all.iter().all(|edit| series(edit) == Some(first)))
}

fn side(edit: &Edit<Appointment>) -> Option<&Appointment> {
    edit.new_state().or(edit.old())
}

/// What was done with one appointment.
fn one(model: &Model, edit: &Edit<Appointment>) -> Option<String> {
    let (words, title) = (&model.words, side(edit)?.title.as_str());
    let (old, new) = match (edit.old(), edit.new_state()) {
        (Some(old), Some(new)) => (old, new),
        (None, Some(new)) => {
            return Some(
                words.with("status-booked", &[("title", title.into()), ("when", when(model, new).into())]),
            );
        }
        (Some(old), None) => {
            return Some(
                words.with("status-unbooked", &[("title", title.into()), ("when", when(model, old).into())]),
            );
        }
        (None, None) => return None,
    };
    if old.not_held != new.not_held {
        let why = new.not_held.map(|why| words.code("not-held", why.code()));
        return Some(match why {
            Some(why) => words.with("status-not-held", &[("title", title.into()), ("why", why.into())]),
            None => words.with("status-held-again", &[("title", title.into())]),
        });
    }
    let id = if (old.date, old.hours) == (new.date, new.hours) {
        "status-amended"
    } else if (old.date, old.hours.map(Hours::from)) == (new.date, new.hours.map(Hours::from)) {
        "status-length"
    } else {
        "status-moved"
    };
    let minutes = new.hours.map_or(0, Hours::minutes);
    let args = [
        ("title", title.into()),
        ("when", when(model, new).into()),
        ("minutes", minutes.into()),
        ("who", who(model, new).into()),
    ];
    let mut told = words.with(id, &args);
    let moved_into = model.roster.calendar.no_school(new.date).filter(|_| old.date != new.date);
    told.extend(moved_into.map(|why| format!(" ▲ {}.", no_school(words, why))));
    if new.series.is_some() {
        told.push(' ');
        told.push_str(words.get("status-only-this"));
    }
    Some(told)
}

/// The initials of the staff.
fn who(model: &Model, one: &Appointment) -> String {
    one.staff.iter().map(|who| model.roster.initials(Some(*who))).collect::<Vec<_>>().join(" ")
}

/// "tor 26. nov 13–13.50".
fn when(model: &Model, one: &Appointment) -> String {
    let words: &Words = &model.words;
    let day = dates::day_short_seen(words.lang(), one.date, model.today());
    format!("{day} {}", hours(words, one))
}

fn hours(words: &Words, one: &Appointment) -> String {
    one.hours.map_or_else(
        || words.get("calendar-all-day").to_owned(),
        |h| dates::time_range(words.lang(), h.from().into(), h.to().into()),
    )
}
