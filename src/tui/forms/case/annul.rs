//! Annulling the last step of a case, with a reason.

use trivsel_domain::decide::Action;
use trivsel_domain::value::{Coded, Stage};

use crate::form::{Entry, Form};
use crate::forms::input::line;
use crate::forms::typed::wrong_line;
use crate::forms::{FormReader, Kind, Meaning, Reading, Wrong, field};
use trivsel_words::dates;

/// The annulment of the step that led to a stage.
#[derive(Debug)]
pub struct AnnulForm(pub Stage);

impl Kind for AnnulForm {
    fn of(&self) -> String {
        self.0.code().to_owned()
    }

    fn entries(&self, _reading: &Reading<'_>) -> Vec<Entry> {
        vec![line(field::BECAUSE, "")]
    }

    fn what(&self, form: &Form, reading: &Reading<'_>) -> Option<String> {
        let step = reading.dossier_of(form)?.case.last_step()?;
        let day = dates::day_month_year(reading.words.lang(), step.on);
        Some(format!("{} {day}", reading.words.code("stage", self.0.code())))
    }

    fn meaning(&self, form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
        let text = entry.text();
        if !text.trim().is_empty() {
            return wrong_line(&text, reading);
        }
        let from = reading.dossier_of(form)?.case.last_step()?.from?;
        let stage = reading.words.code("stage", from.code());
        Some(Ok(reading.words.with("annul-back-to", &[("stage", stage.into())])))
    }

    fn read(&self, form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, reading);
        let reason = all.needed_line(field::BECAUSE);
        let case = all.dossier().map(|d| d.case.id);
        let action = case.zip(reason).map(|(case, reason)| Action::Annul { case, to: self.0, reason });
        all.finish(action)
    }
}
