//! Reads a form field by field and collects every problem.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, Edit, Record};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Line, LongText};

use super::typed::read_line;
use super::{Lookup, Wrong};
use crate::form::Form;
use crate::forms::field;
use trivsel_words::problems::text_problem;

/// A field by its name and number.
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

pub struct FormReader<'a> {
    pub form: &'a Form,
    pub lookup: Lookup<'a>,
    wrong: Vec<Wrong>,
}

impl<'a> FormReader<'a> {
    pub fn new(form: &'a Form, lookup: &Lookup<'a>) -> Self {
        Self { form, lookup: *lookup, wrong: Vec::new() }
    }

    /// Takes a value, or records the problem.
    pub fn take<T>(&mut self, at: impl Into<At>, value: Result<T, String>) -> Option<T> {
        let At(name, number) = at.into();
        value.map_err(|text| self.wrong.push(Wrong { name, number, text })).ok()
    }

    /// Records a problem of a field by the id of its message.
    pub fn say(&mut self, at: impl Into<At>, id: &str) {
        let At(name, number) = at.into();
        let text = self.lookup.words.get(id).to_owned();
        self.wrong.push(Wrong { name, number, text });
    }

    /// A line that may be empty.
    pub fn line(&mut self, at: impl Into<At>) -> Option<Line> {
        let at = at.into();
        let text = self.form.text_of(at.0, at.1);
        if text.is_empty() { None } else { self.take(at, read_line(&text, &self.lookup.clone())) }
    }

    /// A text of many lines that may be empty. The outer option is `None` if it is wrong.
    pub fn long(&mut self, at: impl Into<At>) -> Option<Option<LongText>> {
        let at = at.into();
        let text = self.form.text_of(at.0, at.1);
        let text = if text.is_empty() { Ok(None) } else { LongText::new(&text).map(Some) };
        self.take(at, text.map_err(|problem| text_problem(self.lookup.words, problem)))
    }

    /// A line that must be filled in.
    pub fn needed_line(&mut self, name: &'static str) -> Option<Line> {
        self.take(name, read_line(&self.form.text(name), &self.lookup.clone()))
    }

    /// A date that may be empty.
    pub fn date(&mut self, at: impl Into<At>) -> Option<NaiveDate> {
        let at = at.into();
        if self.form.text_of(at.0, at.1).is_empty() { None } else { self.needed_date(at) }
    }

    /// A date that must be filled in.
    pub fn needed_date(&mut self, at: impl Into<At>) -> Option<NaiveDate> {
        let at = at.into();
        let field = self.form.numbered(at.0, at.1)?;
        let day = self.form.kind.day(self.form, field, &self.lookup)?;
        self.take(at, day)
    }

    /// The code of the choice, which must be made.
    pub fn needed_choice(&mut self, name: &'static str) -> Option<&'a str> {
        let chosen = self.form.choice(name);
        if chosen.is_none() {
            self.say(name, "case-form-choose");
        }
        chosen
    }

    /// The dossier of the form's case. If its sheet is no longer open, the first field says so.
    pub fn dossier(&mut self) -> Option<&'a Dossier> {
        let found = self.lookup.dossier_of(self.form);
        if found.is_none() {
            self.say(self.first(), "case-form-no-sheet");
        }
        found
    }

    /// The record that is changed, if the form changes one. If it is gone, the first field says so.
    pub fn old<T: Clone>(&mut self, of: bool, found: Option<&T>) -> Option<T> {
        if of && found.is_none() {
            self.say(self.first(), "case-form-gone");
        }
        found.cloned()
    }

    fn first(&self) -> &'static str {
        self.form.fields.iter().find(|e| e.shown).map_or(field::NAME, |e| e.name)
    }

    /// The value, if nothing is wrong.
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
                let fields = &self.form.fields;
                let at = |w: &Wrong| fields.iter().position(|e| e.name == w.name && e.number == w.number);
                self.wrong.sort_by_key(at);
                Err(self.wrong)
            }
        }
    }

    /// The edit from one record to another; it is a problem if nothing is changed.
    pub fn edit<R: Record>(&mut self, old: Option<&R>, new: R) -> Option<Edit<R>> {
        let edit = Edit::new(old.cloned(), Some(new)).ok();
        if edit.is_none() {
            self.say(self.first(), "papers-unchanged");
        }
        edit
    }

    /// The action that saves the edit.
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
