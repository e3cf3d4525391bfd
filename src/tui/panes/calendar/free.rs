//! Free times for the appointment that is being typed: who is to meet, from when on, and the line with a time put in.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use trivsel_domain::record::{Programme, TalkKind};
use trivsel_domain::rules::booking::usual_minutes;
use trivsel_domain::rules::free::Slot;
use trivsel_domain::value::{CaseId, Hours, Minutes, Role, StaffId};

use super::typed_appointment::parts;
use crate::forms::Lookup;
use trivsel_words::typed_date::REACH;

/// What free times are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub staff: Vec<StaffId>,
    pub case: Option<CaseId>,
    /// Whether the child takes part, as it usually does in this kind of talk.
    pub with_child: bool,
    pub minutes: u16,
    /// The moment from which on: the typed day and time, or the selected day, but never in the past.
    pub from: NaiveDateTime,
}

impl Wish {
    /// Reads what is typed so far. What is not typed yet is as it would be booked.
    ///
    /// # Errors
    /// What is wrong with the line, in words.
    pub fn read(text: &str, day: NaiveDate, lookup: &Lookup<'_>) -> Result<Self, String> {
        let (line, _) = unquoted(text);
        let parts = parts(&line, lookup)?;
        let programme = parts.case.and_then(|case| lookup.programme(case));
        let typed = parts.length.or_else(|| Minutes::new(parts.range?.minutes()).ok());
        let time = parts.from.or(parts.range.map(Hours::from));
        let date = parts.date.unwrap_or(day);
        let from = date.and_time(time.map_or(NaiveTime::MIN, NaiveTime::from));
        Ok(Self {
            staff: if parts.staff.is_empty() { vec![lookup.me.id] } else { parts.staff },
            case: parts.case,
            with_child: parts.case.is_some() && takes_child(programme, parts.kind),
            minutes: typed.map_or_else(|| usual_minutes(programme, parts.kind), Minutes::get),
            from: from.max(lookup.now),
        })
    }
}

/// Whether the child takes part. An appointment of no kind that names the child is with the child.
fn takes_child(programme: Option<&Programme>, kind: Option<TalkKind>) -> bool {
    let usual = kind.and_then(|kind| programme?.usual(kind));
    usual.is_none_or(|usual| usual.with.contains(&Role::Child))
}

/// The line with a free time in place of the date, the time and the length on it.
///
/// # Errors
/// What is wrong with the line, in words.
pub fn put_in(text: &str, slot: Slot, lookup: &Lookup<'_>) -> Result<String, String> {
    let (line, quoted) = unquoted(text);
    let words = parts(&line, lookup)?.timeless;
    let (date, hours) = (slot.date, slot.hours);
    let time = |time: NaiveTime| format!("{}.{:02}", time.hour(), time.minute());
    // A date that is near is read without its year.
    let near = (date - lookup.today()).num_days() <= REACH;
    let year = if near { String::new() } else { format!(".{}", date.year()) };
    let mut typed = vec![
        format!("{}.{}{year}", date.day(), date.month()),
        format!("{}-{}", time(hours.from().into()), time(hours.to().into())),
    ];
    typed.extend(words);
    typed.extend(quoted.map(|title| format!("\"{title}\"")));
    Ok(typed.join(" "))
}

/// The line without the title in quotes, and the title.
fn unquoted(text: &str) -> (String, Option<&str>) {
    let Some((before, behind)) = text.split_once('"') else { return (text.to_owned(), None) };
    let (title, behind) = behind.split_once('"').unwrap_or((behind, ""));
    (format!("{before} {behind}"), Some(title))
}
