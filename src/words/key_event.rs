//! Key events and arrivals in sentences: who did what to the keys of the house, and when somebody was here last.

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::record::{KeyDeed, KeyEvent, Staff};
use trivsel_store::{Arrival, FailedTries};

use super::{Words, dates};

/// One line for a key event: when, who, and what.
#[must_use]
pub fn told(words: &Words, staff: &[Staff], event: &KeyEvent) -> String {
    let by = staff.iter().find(|s| s.id == event.by).map_or("–", |s| s.initials.as_str());
    let with = |id: &str, of: &str| words.with(id, &[("of", of.into())]);
    let what = match &event.deed {
        KeyDeed::Given(slot) => {
            key(words, "key-event-given", slot.of.as_str(), &slot.fingerprint.to_string())
        }
        KeyDeed::Changed(slot) => {
            key(words, "key-event-changed", slot.of.as_str(), &slot.fingerprint.to_string())
        }
        KeyDeed::Renewed(slot) => {
            key(words, "key-event-renewed", slot.of.as_str(), &slot.fingerprint.to_string())
        }
        KeyDeed::Recovered(slot) => {
            key(words, "key-event-recovered", slot.of.as_str(), &slot.fingerprint.to_string())
        }
        KeyDeed::RecoveryMade(fingerprint) => {
            words.with("key-event-recovery-made", &[("fingerprint", fingerprint.to_string().into())])
        }
        KeyDeed::Removed { of, recovery } => {
            key(words, "key-event-removed", of.as_str(), &recovery.to_string())
        }
        KeyDeed::PutBack { of: Some(of), .. } => with("key-event-put-back", of.as_str()),
        KeyDeed::PutBack { of: None, .. } => words.get("key-event-put-back-recovery").to_owned(),
        KeyDeed::Exported { format, whole: true } => with("key-event-exported", format.as_str()),
        KeyDeed::Exported { format, whole: false } => with("key-event-exported-part", format.as_str()),
        KeyDeed::FailedTries { of, count, first, last } => words.with(
            "key-event-failed",
            &[
                ("of", of.as_str().into()),
                ("count", (*count).into()),
                ("first", moment(words, *first).into()),
                ("last", moment(words, *last).into()),
            ],
        ),
        KeyDeed::AskedToClose { until } => {
            with("key-event-asked-to-close", &dates::time(words.lang(), until.time()))
        }
    };
    format!("{}  {by:<4}  {what}", moment(words, event.at))
}

fn key(words: &Words, id: &str, of: &str, fingerprint: &str) -> String {
    words.with(id, &[("of", of.into()), ("fingerprint", fingerprint.into())])
}

fn moment(words: &Words, at: NaiveDateTime) -> String {
    let lang = words.lang();
    let args = [
        ("day", dates::day_month_year(lang, at.date()).into()),
        ("time", dates::time(lang, at.time()).into()),
    ];
    words.with("key-event-moment", &args)
}

/// When the user was here last; `None` the first time.
#[must_use]
pub fn last_here(words: &Words, arrival: &Arrival, today: NaiveDate) -> Option<String> {
    let last = arrival.last?;
    let day = dates::day_short_seen(words.lang(), last.date(), today);
    let time = dates::time(words.lang(), last.time());
    Some(words.with("arrival-last", &[("day", day.into()), ("time", time.into())]))
}

/// The wrong passphrases since then; `None` if there were none.
#[must_use]
pub fn failed_tries(words: &Words, arrival: &Arrival) -> Option<String> {
    let FailedTries { count, last, .. } = arrival.tries?;
    Some(words.with("arrival-tries", &[("count", count.into()), ("last", moment(words, last).into())]))
}
