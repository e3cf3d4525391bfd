//! Parses typed times of day and ranges: `9`, `930`, `9.30`, `9,30`, `9:30`, `0930`, `9-10.15`.

use chrono::NaiveTime;

use super::text::{clean_line, clip};

/// The longest text that is parsed, in bytes.
const LONGEST: usize = 60;

/// How much of a wrong text the error quotes, in columns.
const SAID_BACK: usize = 20;

/// Why a typed time was not accepted. Worded by [`super::problems::time_problem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeProblem {
    Empty,
    /// The text is not in any time format.
    NotUnderstood,
    /// The text is in a time format, but the time does not exist: 9.75, 25.
    NoSuchTime {
        /// What was typed, cut to 20 columns.
        text: String,
    },
    /// The text can mean two times: `9.3`.
    Ambiguous {
        /// What was typed, cut to 20 columns.
        text: String,
        first: NaiveTime,
        second: NaiveTime,
    },
    /// The range does not end after it starts.
    Backwards {
        from: NaiveTime,
        to: NaiveTime,
    },
    /// One time was typed, but a range is needed.
    OneOfTwo,
}

/// A range within one day; `from` is before `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeRange {
    pub from: NaiveTime,
    pub to: NaiveTime,
}

/// Parses a time of day, 0.00 to 23.59, with or without `kl.`.
pub fn parse_time(text: &str) -> Result<NaiveTime, TimeProblem> {
    one(&readable(text)?)
}

/// Parses a range: two times separated by `-`, the second after the first. A single valid time gives
/// [`TimeProblem::OneOfTwo`].
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

/// Normalises the text: one line, lower case, one kind of dash, no `kl.`.
fn readable(text: &str) -> Result<String, TimeProblem> {
    if text.len() > LONGEST {
        return Err(TimeProblem::NotUnderstood);
    }
    let line = clean_line(text).to_lowercase().replace(['–', '—', '−'], "-");
    let line = line.strip_prefix("kl").map_or(line.as_str(), |rest| rest.trim_start_matches('.')).trim();
    if line.is_empty() { Err(TimeProblem::Empty) } else { Ok(line.to_owned()) }
}

/// Parses one time: hours only, hours and minutes with a separator, or three or four digits.
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
        // `9.3` can mean 9:03 or 9:30.
        (1, Some(first), Some(second)) if number > 0 => {
            Err(TimeProblem::Ambiguous { text: said(), first, second })
        }
        (_, Some(time), _) => Ok(time),
        _ => Err(TimeProblem::NoSuchTime { text: said() }),
    }
}
