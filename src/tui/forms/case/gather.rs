//! What the forms of a case share: their fields, and what a field means.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::record::Staff;
use trivsel_domain::value::{Line, TextProblem};

use crate::editor::Editor;
use crate::field::Field;
use crate::form::{Choice, Entry, Input, Pick, Tags};
use crate::forms::Reading;
use trivsel_words::dates;
use trivsel_words::problems::{date_problem, past_date_problem};
use trivsel_words::typed_date::{Lean, parse_date};

/// What a field means, or what is wrong with it.
pub(super) type Meaning = Option<Result<String, String>>;

/// A field of one line.
pub(super) fn line(name: &'static str, text: &str) -> Entry {
    Entry::new(name, Input::Line(Field::with(text)))
}

/// The same with a text that may be missing.
pub(super) fn line_of(name: &'static str, text: Option<&Line>) -> Entry {
    line(name, text.map_or("", Line::as_str))
}

/// A field that chooses.
pub(super) fn pick(name: &'static str, choices: Vec<Choice>, chosen: Option<&str>) -> Entry {
    Entry::new(name, Input::Pick(Pick::new(choices, chosen)))
}

/// A field of words with commas between them.
pub(super) fn tags(name: &'static str, known: impl IntoIterator<Item = String>, text: &str) -> Entry {
    Entry::new(name, Input::Tags(Tags::new(known, text)))
}

/// A text of many lines.
pub(super) fn long(name: &'static str, text: &str) -> Entry {
    Entry::new(name, Input::Long(Box::new(Editor::with(text))))
}

/// A date as it would be typed, in a way that means the same on any day.
pub(super) fn typed(date: Option<NaiveDate>) -> String {
    date.map_or_else(String::new, |d| format!("{}.{}.{}", d.day(), d.month(), d.year()))
}

/// Today as it would be typed.
pub(super) fn today(reading: &Reading<'_>) -> String {
    dates::relative(reading.words.lang(), reading.today(), reading.today())
}

/// A member of staff to choose, by initials or name.
pub(super) fn member(staff: &Staff, hint: String) -> Choice {
    let label = format!("{} {}", staff.initials.as_str(), staff.name.as_str());
    Choice::new(staff.id.to_string(), label, hint)
}

/// A date as typed.
///
/// # Errors
/// What is wrong, as it stands beside the field.
pub(super) fn date(text: &str, lean: Lean, reading: &Reading<'_>) -> Result<NaiveDate, String> {
    parse_date(text, reading.today(), lean, reading.words.lang()).map_err(|p| date_problem(reading.words, &p))
}

/// A date of something that has happened: today or before.
///
/// # Errors
/// What is wrong, as it stands beside the field.
pub(super) fn past(text: &str, reading: &Reading<'_>) -> Result<NaiveDate, String> {
    let words = reading.words;
    let date = parse_date(text, reading.today(), Lean::Past, words.lang());
    let date = date.map_err(|problem| past_date_problem(words, &problem))?;
    if date > reading.today() { Err(reading.words.get("case-form-ahead").to_owned()) } else { Ok(date) }
}

/// What a date means: the weekday, the date and the week; nothing beside an empty field.
pub(super) fn told_date(
    text: &str,
    read: impl FnOnce(&str) -> Result<NaiveDate, String>,
    reading: &Reading<'_>,
) -> Meaning {
    let text = text.trim();
    (!text.is_empty()).then(|| read(text).map(|d| dates::day_long_and_week(reading.words.lang(), d)))
}

/// A line of text.
///
/// # Errors
/// What is wrong, as it stands beside the field.
pub(in crate::forms) fn read_line(text: &str, reading: &Reading<'_>) -> Result<Line, String> {
    Line::new(text).map_err(|problem| {
        let id = if problem == TextProblem::Empty { "form-missing" } else { "case-form-long" };
        reading.words.get(id).to_owned()
    })
}

/// What is wrong with a line of text, if anything is.
pub(super) fn wrong_line(text: &str, reading: &Reading<'_>) -> Meaning {
    let text = text.trim();
    if text.is_empty() { None } else { read_line(text, reading).err().map(Err) }
}
