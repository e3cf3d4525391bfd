//! Excusing an obligation, with a reason.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Answer, HowAnswered};

use super::owed::Owed;
use crate::form::{Entry, Form};
use crate::forms::input::line;
use crate::forms::typed::wrong_line;
use crate::forms::{FormReader, Kind, Meaning, Reading, Wrong, field};

/// The excuse of an obligation of the case.
#[derive(Debug)]
pub struct ExcuseForm(pub Owed);

impl Kind for ExcuseForm {
    fn of(&self) -> String {
        self.0.to_string()
    }

    fn entries(&self, _reading: &Reading<'_>) -> Vec<Entry> {
        vec![line(field::BECAUSE, "")]
    }

    fn what(&self, _form: &Form, reading: &Reading<'_>) -> Option<String> {
        Some(self.0.told(reading))
    }

    fn meaning(&self, _form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
        wrong_line(&entry.text(), reading)
    }

    fn example(&self, _form: &Form, _entry: &Entry, reading: &Reading<'_>) -> Option<String> {
        Some(reading.words.get("example-excuse").to_owned())
    }

    fn read(&self, form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, reading);
        let reason = all.needed_line(field::BECAUSE);
        let case = all.dossier().map(|d| d.case.id);
        let how = reason.map(HowAnswered::Excused);
        let answer =
            case.zip(how).map(|(case, how)| self.0.answer(form, case, reading.today(), how, reading));
        all.save::<Answer>(None, answer)
    }
}
