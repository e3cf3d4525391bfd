//! A cell of a workbook as text, and what that text does not tell.

use calamine::{DataRef, ExcelDateTime};

use super::table::Special;

/// The largest whole number that a spreadsheet shows in full.
const SHOWN_IN_FULL: f64 = 1e11;

/// How a spreadsheet may format a number and still show its digits alone.
const PLAIN: [&str; 4] = ["General", "0", "@", ""];

/// A cell as it would have been written in a text file.
pub(super) fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        // Without a fraction it prints as a whole number.
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Error(error) => error.to_string(),
    }
}

/// What the text of a cell does not tell.
pub(super) fn special(value: &DataRef<'_>, format: Option<&str>) -> Option<Special> {
    let plain = format.is_none_or(|f| PLAIN.contains(&f));
    match value {
        DataRef::Error(_) => Some(Special::Error),
        DataRef::Bool(_) => Some(Special::Truth),
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => {
            Some(Special::ShownOtherwise)
        }
        DataRef::Float(number) if number.fract() != 0.0 || number.abs() >= SHOWN_IN_FULL || !plain => {
            Some(Special::ShownOtherwise)
        }
        DataRef::Int(_) if !plain => Some(Special::ShownOtherwise),
        _ => None,
    }
}

/// Hours that go on past a day stay hours; below one day it is a time of day, without a fraction a date.
fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let days = moment.as_f64();
    let time = match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    if moment.is_duration() && days >= 1.0 {
        // Which moment it counts from is not told, so it is no date.
        format!("{days} d")
    } else if days < 1.0 {
        time
    } else if days.fract() == 0.0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {time}")
    }
}
