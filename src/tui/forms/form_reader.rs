//! Reads a form field by field, and keeps everything that is wrong for one answer.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, Edit, Record};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Line, LongText};

use super::case::read_line;
use super::{Reading, Wrong};
use crate::form::Form;
use trivsel_words::problems::text_problem;

/// A field by its name, and which of several alike.
#[derive(Clone, Copy)]
pub struct At(&'static str, usize);

impl From<&'static str> for At {
    fn from(name: &'static str) -> Self {
        Self(name, 0)
    }
}

impl From<(&'static str, usize)> for At {
    fn from((name, number): (&'static str, usize)) -> Self {
        Self(name, number)
    }
}

/// Everything that is wrong with a form that is read.
pub struct FormReader<'a> {
    /// The form.
    pub form: &'a Form,
    /// What it is read against.
    pub reading: Reading<'a>,
    wrong: Vec<Wrong>,
}

impl<'a> FormReader<'a> {
    /// Nothing read yet.
    pub fn new(form: &'a Form, reading: &Reading<'a>) -> Self {
        Self { form, reading: *reading, wrong: Vec::new() }
    }

    /// Takes a value, or what is wrong with it.
    pub fn take<T>(&mut self, at: impl Into<At>, value: Result<T, String>) -> Option<T> {
        let At(name, number) = at.into();
        value.map_err(|text| self.wrong.push(Wrong { name, number, text })).ok()
    }

    /// Says what is wrong with a field, in the words of a message.
    pub fn say(&mut self, at: impl Into<At>, id: &str) {
        let At(name, number) = at.into();
        let text = self.reading.words.get(id).to_owned();
        self.wrong.push(Wrong { name, number, text });
    }

    /// A line that may be empty.
    pub fn line(&mut self, at: impl Into<At>) -> Option<Line> {
        let at = at.into();
        let text = self.form.text_of(at.0, at.1);
        if text.is_empty() { None } else { self.take(at, read_line(&text, &self.reading.clone())) }
    }

    /// A text of many lines that may be empty; outer nothing where it is wrong.
    pub fn long(&mut self, at: impl Into<At>) -> Option<Option<LongText>> {
        let at = at.into();
        let text = self.form.text_of(at.0, at.1);
        let text = if text.is_empty() { Ok(None) } else { LongText::new(&text).map(Some) };
        self.take(at, text.map_err(|problem| text_problem(self.reading.words, problem)))
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
        let found = self.reading.dossier_of(self.form);
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
        self.form.entries.iter().find(|e| e.shown).map_or("name", |e| e.name)
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
                let entries = &self.form.entries;
                let at = |w: &Wrong| entries.iter().position(|e| e.name == w.name && e.number == w.number);
                self.wrong.sort_by_key(at);
                Err(self.wrong)
            }
        }
    }

    /// The edit from one record to another; that nothing was changed is wrong.
    pub fn edit<R: Record>(&mut self, old: Option<&R>, new: R) -> Option<Edit<R>> {
        let edit = Edit::new(old.cloned(), Some(new)).ok();
        if edit.is_none() {
            self.say(self.first(), "papers-unchanged");
        }
        edit
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
