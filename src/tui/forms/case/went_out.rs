//! Recording that what an obligation asks for went out: to whom, when.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Answer, HowAnswered};
use trivsel_domain::value::Coded;

use super::owed::Owed;
use crate::form::{Form, FormField};
use crate::forms::input::line;
use crate::forms::typed::{past, today, wrong_line};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::dates;

/// A warning, a notification or a contact of the case that went out.
#[derive(Debug)]
pub struct WentOutForm(pub Owed);

impl Kind for WentOutForm {
    fn of(&self) -> String {
        self.0.to_string()
    }

    /// The usual receiver is filled in, and today.
    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let usual = lookup.words.code("receiver", self.0.kind.code());
        vec![line(field::RECEIVER, usual), line(field::DATE, &today(lookup))]
    }

    fn what(&self, _form: &Form, lookup: &Lookup<'_>) -> Option<String> {
        Some(self.0.told(lookup))
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        (field.name == field::DATE).then(|| {
            let words = lookup.words;
            let date = past(&field.text(), lookup)?;
            match self.0.open(lookup).map(|o| o.window.earliest).filter(|first| date < *first) {
                None => Ok(date),
                Some(first) => {
                    let first = dates::day_month_year(words.lang(), first);
                    Err(words.with("went-out-early", &[("first", first.into())]))
                }
            }
        })
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        if field.name == field::RECEIVER { wrong_line(&field.text(), lookup) } else { None }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let to = all.needed_line(field::RECEIVER);
        let on = all.needed_date(field::DATE);
        let case = all.dossier().map(|d| d.case.id);
        let answer = (|| {
            let (case, how) = (case?, HowAnswered::Sent(to?));
            Some(self.0.answer(form, case, on?, how, lookup))
        })();
        all.save::<Answer>(None, answer)
    }
}
