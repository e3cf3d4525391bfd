//! Recording that what an obligation asks for went out: to whom, when.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Answer, HowAnswered};
use trivsel_domain::value::Coded;

use super::owed::Owed;
use crate::form::{Entry, Form};
use crate::forms::input::line;
use crate::forms::typed::{past, today, wrong_line};
use crate::forms::{Day, FormReader, Kind, Meaning, Reading, Wrong, field};
use trivsel_words::dates;

/// A warning, a notification or a contact of the case that went out.
#[derive(Debug)]
pub struct WentOutForm(pub Owed);

impl Kind for WentOutForm {
    fn of(&self) -> String {
        self.0.to_string()
    }

    /// The usual receiver is filled in, and today.
    fn entries(&self, reading: &Reading<'_>) -> Vec<Entry> {
        let usual = reading.words.code("receiver", self.0.kind.code());
        vec![line(field::RECEIVER, usual), line(field::DATE, &today(reading))]
    }

    fn what(&self, _form: &Form, reading: &Reading<'_>) -> Option<String> {
        Some(self.0.told(reading))
    }

    fn day(&self, _form: &Form, entry: &Entry, reading: &Reading<'_>) -> Day {
        (entry.name == field::DATE).then(|| {
            let words = reading.words;
            let date = past(&entry.text(), reading)?;
            match self.0.open(reading).map(|o| o.window.earliest).filter(|first| date < *first) {
                None => Ok(date),
                Some(first) => {
                    let first = dates::day_month_year(words.lang(), first);
                    Err(words.with("went-out-early", &[("first", first.into())]))
                }
            }
        })
    }

    fn meaning(&self, _form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
        if entry.name == field::RECEIVER { wrong_line(&entry.text(), reading) } else { None }
    }

    fn read(&self, form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, reading);
        let to = all.needed_line(field::RECEIVER);
        let on = all.needed_date(field::DATE);
        let case = all.dossier().map(|d| d.case.id);
        let answer = (|| {
            let (case, how) = (case?, HowAnswered::Sent(to?));
            Some(self.0.answer(form, case, on?, how, reading))
        })();
        all.save::<Answer>(None, answer)
    }
}
