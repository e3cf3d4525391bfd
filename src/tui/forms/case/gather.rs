//! What the forms of a case share: their fields, what a field means, and everything that is wrong, gathered.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::{Action, Change, Dossier, Edit, Line, Record, Staff, TextProblem};

use crate::editor::Editor;
use crate::field::Field;
use crate::form::{Choice, Entry, Form, Input, Pick, Tags};
use crate::forms::{Reading, Wrong};
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

/// What is on record of the case of a form; nothing where its sheet is not open.
pub(super) fn dossier<'a>(form: &Form, reading: &Reading<'a>) -> Option<&'a Dossier> {
    reading.dossier.filter(|d| Some(d.case.id) == form.case)
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
pub(super) fn read_line(text: &str, reading: &Reading<'_>) -> Result<Line, String> {
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

/// Everything that is wrong, gathered while a form is read.
pub(super) struct Gathering<'a> {
    /// The form.
    pub form: &'a Form,
    /// What it is read against.
    pub reading: Reading<'a>,
    wrong: Vec<Wrong>,
}

impl<'a> Gathering<'a> {
    /// Nothing read yet.
    pub fn new(form: &'a Form, reading: &Reading<'a>) -> Self {
        Self { form, reading: *reading, wrong: Vec::new() }
    }

    /// Takes a value, or what is wrong with it.
    pub fn take<T>(&mut self, name: &'static str, value: Result<T, String>) -> Option<T> {
        value.map_err(|text| self.wrong.push(Wrong { name, number: 0, text })).ok()
    }

    /// Says what is wrong with a field, in the words of a message.
    pub fn say(&mut self, name: &'static str, id: &str) {
        let text = self.reading.words.get(id).to_owned();
        self.wrong.push(Wrong { name, number: 0, text });
    }

    /// A line that may be empty.
    pub fn line(&mut self, name: &'static str) -> Option<Line> {
        let text = self.form.text(name);
        if text.is_empty() { None } else { self.take(name, read_line(&text, &self.reading.clone())) }
    }

    /// A line that must be there.
    pub fn needed_line(&mut self, name: &'static str) -> Option<Line> {
        self.take(name, read_line(&self.form.text(name), &self.reading.clone()))
    }

    /// A date that may be missing.
    pub fn date(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&str) -> Result<NaiveDate, String>,
    ) -> Option<NaiveDate> {
        let text = self.form.text(name);
        if text.is_empty() { None } else { self.take(name, read(&text)) }
    }

    /// A date that must be there.
    pub fn needed_date(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&str) -> Result<NaiveDate, String>,
    ) -> Option<NaiveDate> {
        self.take(name, read(&self.form.text(name)))
    }

    /// What is chosen, by its code; said to be missing where nothing is.
    pub fn needed_choice(&mut self, name: &'static str) -> Option<&'a str> {
        let chosen = self.form.choice(name);
        if chosen.is_none() {
            self.say(name, "case-form-choose");
        }
        chosen
    }

    /// The case, where it is still to be read; what is wrong stands beside the first field.
    pub fn dossier(&mut self) -> Option<&'a Dossier> {
        let found = dossier(self.form, &self.reading);
        if found.is_none() {
            self.say(self.first(), "case-form-no-sheet");
        }
        found
    }

    /// The record that is written on, where it is one; said to have gone where it no longer is there.
    pub fn old<T: Clone>(&mut self, of: bool, found: Option<&T>) -> Option<T> {
        if of && found.is_none() {
            self.say(self.first(), "case-form-gone");
        }
        found.cloned()
    }

    fn first(&self) -> &'static str {
        self.form.entries.first().map_or("name", |e| e.name)
    }

    /// What it comes to, if nothing is wrong.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the fields.
    pub fn finish<T>(mut self, value: Option<T>) -> Result<T, Vec<Wrong>> {
        if self.wrong.is_empty() && value.is_none() {
            self.say(self.first(), "form-missing");
        }
        match value {
            Some(value) if self.wrong.is_empty() => Ok(value),
            _ => {
                let at = |w: &Wrong| self.form.entries.iter().position(|e| e.name == w.name);
                self.wrong.sort_by_key(at);
                Err(self.wrong)
            }
        }
    }

    /// The edit that it comes to.
    ///
    /// # Errors
    /// Everything that is wrong, or that nothing is changed.
    pub fn save<R: Record>(mut self, old: Option<R>, new: Option<R>) -> Result<Action, Vec<Wrong>>
    where
        Change: From<Edit<R>>,
    {
        let edit = match new.map(|new| Edit::new(old, Some(new))) {
            Some(Ok(edit)) => Some(Action::Save(vec![edit.into()])),
            Some(Err(_)) => {
                if self.wrong.is_empty() {
                    self.say(self.first(), "case-form-same");
                }
                None
            }
            None => None,
        };
        self.finish(edit)
    }
}
