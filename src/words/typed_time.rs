//! Times of day as people type them: `9`, `930`, `9.30`, `9,30`, `9:30`, `0930`, and ranges such as `9-10.15`.

use chrono::NaiveTime;

use super::text::{clean_line, clip};

/// The longest text looked at, in bytes.
const LONGEST: usize = 60;

/// How much of a text is said back when it is wrong, in columns.
const SAID_BACK: usize = 20;

/// Why a typed time is not a time. Worded by [`super::problems::time_problem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeProblem {
    /// Nothing was typed.
    Empty,
    /// Not written as any time is.
    NotUnderstood,
    /// Written as a time, but no clock shows it: 9.75, 25.
    NoSuchTime {
        /// What was typed, at most 20 columns of it.
        text: String,
    },
    /// Could be two times: `9.3`.
    Ambiguous {
        /// What was typed, at most 20 columns of it.
        text: String,
        /// One time it could be.
        first: NaiveTime,
        /// The other.
        second: NaiveTime,
    },
    /// A range that doesn't end after it starts.
    Backwards {
        /// The start.
        from: NaiveTime,
        /// The end, not after it.
        to: NaiveTime,
    },
    /// One time where a range is needed.
    OneOfTwo,
}

/// A range of time within a day; `from` is before `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeRange {
    /// The start.
    pub from: NaiveTime,
    /// The end.
    pub to: NaiveTime,
}

/// The time of day a text means, 0.00 to 23.59, with or without `kl.` before it.
///
/// # Errors
/// What is wrong, as data.
pub fn parse_time(text: &str) -> Result<NaiveTime, TimeProblem> {
    one(&readable(text)?)
}

/// The range of time a text means: two times with `-` between, the second after the first.
///
/// # Errors
/// What is wrong, as data; [`TimeProblem::OneOfTwo`] when a single good time was typed.
pub fn parse_time_range(text: &str) -> Result<TimeRange, TimeProblem> {
    let text = readable(text)?;
    let Some((from, to)) = text.split_once('-') else {
        return one(&text).and(Err(TimeProblem::OneOfTwo));
    };
    if to.trim().is_empty() {
        return one(from).and(Err(TimeProblem::OneOfTwo));
    }
    let (from, to) = (one(from)?, one(to)?);
    if from < to { Ok(TimeRange { from, to }) } else { Err(TimeProblem::Backwards { from, to }) }
}

/// The text in one line and lower case, with one kind of dash and without `kl.`.
fn readable(text: &str) -> Result<String, TimeProblem> {
    if text.len() > LONGEST {
        return Err(TimeProblem::NotUnderstood);
    }
    let line = clean_line(text).to_lowercase().replace(['–', '—', '−'], "-");
    let line = line.strip_prefix("kl").map_or(line.as_str(), |rest| rest.trim_start_matches('.')).trim();
    if line.is_empty() { Err(TimeProblem::Empty) } else { Ok(line.to_owned()) }
}

/// One time: hours alone, hours and minutes with a sign between, or three or four digits.
fn one(text: &str) -> Result<NaiveTime, TimeProblem> {
    let text = text.trim();
    let (hour, minute) = match text.split_once(['.', ',', ':']) {
        Some((hour, minute)) => (hour.trim(), minute.trim()),
        None if matches!(text.len(), 3 | 4) && text.is_ascii() => text.split_at(text.len() - 2),
        None => (text, "00"),
    };
    let two_digits = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
    if !two_digits(hour) || !two_digits(minute) {
        return Err(TimeProblem::NotUnderstood);
    }
    let said = || clip(text, SAID_BACK);
    let (Ok(hour), Ok(number)) = (hour.parse(), minute.parse::<u32>()) else {
        return Err(TimeProblem::NotUnderstood);
    };
    let at = |minute| NaiveTime::from_hms_opt(hour, minute, 0);
    match (minute.len(), at(number), at(number * 10)) {
        // `9.3` is three minutes past to a clock and half past to a hand in a hurry.
        (1, Some(first), Some(second)) if number > 0 => {
            Err(TimeProblem::Ambiguous { text: said(), first, second })
        }
        (_, Some(time), _) => Ok(time),
        _ => Err(TimeProblem::NoSuchTime { text: said() }),
    }
}
