//! Excusing an obligation, with a reason.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Answer, HowAnswered};

use super::owed::Owed;
use crate::form::{Form, FormField};
use crate::forms::input::line;
use crate::forms::typed::wrong_line;
use crate::forms::{FormReader, Kind, Lookup, Meaning, Wrong, field};

/// The excuse of an obligation of the case.
#[derive(Debug)]
pub struct ExcuseForm(pub Owed);

impl Kind for ExcuseForm {
    fn of(&self) -> String {
        self.0.to_string()
    }

    fn fields(&self, _lookup: &Lookup<'_>) -> Vec<FormField> {
        vec![line(field::BECAUSE, "")]
    }

    fn what(&self, _form: &Form, lookup: &Lookup<'_>) -> Option<String> {
        Some(self.0.told(lookup))
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        wrong_line(&field.text(), lookup)
    }

    fn example(&self, _form: &Form, _field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        Some(lookup.words.get("example-excuse").to_owned())
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let reason = all.needed_line(field::BECAUSE);
        let case = all.dossier().map(|d| d.case.id);
        let how = reason.map(HowAnswered::Excused);
        let answer = case.zip(how).map(|(case, how)| self.0.answer(form, case, lookup.today(), how, lookup));
        all.save::<Answer>(None, answer)
    }
}
