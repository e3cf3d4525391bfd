//! Annulling the last step of a case, with a reason.

use trivsel_domain::decide::Action;
use trivsel_domain::value::{Coded, Stage};

use crate::form::{Form, FormField};
use crate::forms::input::line;
use crate::forms::typed::wrong_line;
use crate::forms::{FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::dates;

/// The annulment of the step that led to a stage.
#[derive(Debug)]
pub struct AnnulForm(pub Stage);

impl Kind for AnnulForm {
    fn of(&self) -> String {
        self.0.code().to_owned()
    }

    fn fields(&self, _lookup: &Lookup<'_>) -> Vec<FormField> {
        vec![line(field::BECAUSE, "")]
    }

    fn what(&self, form: &Form, lookup: &Lookup<'_>) -> Option<String> {
        let step = lookup.dossier_of(form)?.case.last_step()?;
        let day = dates::day_month_year(lookup.words.lang(), step.on);
        Some(format!("{} {day}", lookup.words.code("stage", self.0.code())))
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let text = field.text();
        if !text.trim().is_empty() {
            return wrong_line(&text, lookup);
        }
        let from = lookup.dossier_of(form)?.case.last_step()?.from?;
        let stage = lookup.words.code("stage", from.code());
        Some(Ok(lookup.words.with("annul-back-to", &[("stage", stage.into())])))
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let reason = all.needed_line(field::BECAUSE);
        let case = all.dossier().map(|d| d.case.id);
        let action = case.zip(reason).map(|(case, reason)| Action::Annul { case, to: self.0, reason });
        all.finish(action)
    }
}
