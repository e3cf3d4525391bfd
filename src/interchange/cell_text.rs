//! Converts a workbook cell to text, and reports what the text can't express.

use calamine::{DataRef, ExcelDateTime};

use super::table::Special;

/// The largest integer that a spreadsheet shows in full.
const SHOWN_IN_FULL: f64 = 1e11;

/// The number formats that show only the digits.
const PLAIN: [&str; 4] = ["General", "0", "@", ""];

/// The cell as it would be written in a text file.
pub(super) fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        // A float without a fraction prints as an integer.
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Error(error) => error.to_string(),
    }
}

/// What the text of a cell can't express.
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

/// A duration over one day stays hours, a value below one day is a time of day, and one without a fraction is a
/// date.
fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let days = moment.as_f64();
    let time = match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    if moment.is_duration() && days >= 1.0 {
        // The epoch is unknown, so this is not a date.
        format!("{days} d")
    } else if days < 1.0 {
        time
    } else if days.fract() == 0.0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {time}")
    }
}
