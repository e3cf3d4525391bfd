//! What the forms of papers have in common beside [`gather`](super::gather): several fields alike.

use chrono::NaiveDate;
use trivsel_domain::{Action, Dossier, Edit, Line, LongText, Record};

pub(super) use super::gather::{
    date, dossier, line as line_field, long as long_field, past, pick as pick_field,
};
use crate::form::Form;
use crate::forms::{Reading, Wrong};
use trivsel_words::Words;
use trivsel_words::dates;
use trivsel_words::problems::text_problem;

/// A line, or what is wrong with it.
pub(super) fn line(text: &str, words: &Words) -> Result<Line, String> {
    Line::new(text).map_err(|problem| text_problem(words, problem))
}

/// A line, or nothing where nothing is typed.
pub(super) fn maybe_line(text: &str, words: &Words) -> Result<Option<Line>, String> {
    if text.trim().is_empty() { Ok(None) } else { line(text, words).map(Some) }
}

/// A long text, or nothing where nothing is typed.
pub(super) fn maybe_long(text: &str, words: &Words) -> Result<Option<LongText>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    LongText::new(text).map(Some).map_err(|problem| text_problem(words, problem))
}

/// A date as it stands beside its field.
pub(super) fn echo(date: NaiveDate, reading: &Reading<'_>) -> String {
    dates::day_long_and_week(reading.words.lang(), date)
}

/// A date as a field begins with it: with its year, so that it is read back as the same day.
pub(super) fn typed(date: NaiveDate, reading: &Reading<'_>) -> String {
    let lang = reading.words.lang();
    if date == reading.today() {
        dates::relative(lang, date, date)
    } else {
        dates::day_month_year(lang, date)
    }
}

/// Everything that is wrong, gathered while a form is read.
pub(super) struct Gathering<'a> {
    pub(super) form: &'a Form,
    pub(super) reading: &'a Reading<'a>,
    wrong: Vec<Wrong>,
}

impl<'a> Gathering<'a> {
    pub(super) fn new(form: &'a Form, reading: &'a Reading<'a>) -> Self {
        Self { form, reading, wrong: Vec::new() }
    }

    /// The dossier that the form is read against; that it is missing is wrong.
    pub(super) fn dossier(&mut self) -> Option<&'a Dossier> {
        let found = dossier(self.form, self.reading);
        if found.is_none() {
            self.first("papers-no-sheet");
        }
        found
    }

    /// Something wrong with the whole, said at the first field.
    fn first(&mut self, id: &str) {
        let name = self.form.entries.iter().find(|e| e.shown).map_or("date", |e| e.name);
        let text = self.reading.words.get(id).to_owned();
        self.wrong.push(Wrong { name, number: 0, text });
    }

    pub(super) fn take<T>(
        &mut self,
        name: &'static str,
        number: usize,
        value: Result<T, String>,
    ) -> Option<T> {
        value.map_err(|text| self.wrong.push(Wrong { name, number, text })).ok()
    }

    pub(super) fn wrong(&mut self, name: &'static str, number: usize, id: &str) {
        let text = self.reading.words.get(id).to_owned();
        self.wrong.push(Wrong { name, number, text });
    }

    /// What a field of many lines says.
    pub(super) fn long(&mut self, name: &'static str, number: usize) -> Option<LongText> {
        let text = self.form.text_of(name, number);
        let text = maybe_long(&text, self.reading.words);
        self.take(name, number, text).flatten()
    }

    /// What a field of one line says.
    pub(super) fn line(&mut self, name: &'static str, number: usize) -> Option<Line> {
        let text = self.form.text_of(name, number);
        let text = maybe_line(&text, self.reading.words);
        self.take(name, number, text).flatten()
    }

    /// The edit from one record to another; that nothing was changed is wrong.
    pub(super) fn edit<T: Record>(&mut self, old: Option<&T>, new: T) -> Option<Edit<T>> {
        let edit = Edit::new(old.cloned(), Some(new)).ok();
        if edit.is_none() {
            self.first("papers-unchanged");
        }
        edit
    }

    /// The action, unless anything is wrong.
    pub(super) fn done(mut self, action: Option<Action>) -> Result<Action, Vec<Wrong>> {
        match action {
            Some(action) if self.wrong.is_empty() => Ok(action),
            _ => {
                let form = self.form;
                let at =
                    |w: &Wrong| form.entries.iter().position(|e| e.name == w.name && e.number == w.number);
                self.wrong.sort_by_key(at);
                Err(self.wrong)
            }
        }
    }
}
