//! What a leader finds of a look in the access log.

use trivsel_domain::decide::Action;
use trivsel_domain::record::Verdict;
use trivsel_domain::value::{AccessReviewId, Coded};

use crate::form::{Form, FormField};
use crate::forms::input::{choices, line, pick};
use crate::forms::typed::wrong_line;
use crate::forms::{FormReader, Kind, Lookup, Meaning, Wrong, field};

/// The review of a look, by its number.
#[derive(Debug)]
pub struct ReviewForm(pub i64);

impl Kind for ReviewForm {
    fn of(&self) -> String {
        self.0.to_string()
    }

    fn is_of_case(&self) -> bool {
        false
    }

    fn case(&self, _lookup: &Lookup<'_>) -> Option<trivsel_domain::value::CaseId> {
        None
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let verdicts = choices(Verdict::ALL, "verdict", lookup.words);
        vec![pick(field::VERDICT, verdicts, None), line(field::REASON, "")]
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        if field.name == field::REASON { wrong_line(&field.text(), lookup) } else { None }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let verdict = all.needed_choice(field::VERDICT).and_then(|code| Verdict::from_code(code).ok());
        let note = all.line(field::REASON);
        if verdict.is_some_and(|v| v != Verdict::WorkRelated) && form.text(field::REASON).is_empty() {
            all.say(field::REASON, "form-missing");
        }
        let id = AccessReviewId::from_u128(form.keeping.id.as_u128());
        let action = verdict.map(|verdict| Action::Review { id, look: self.0, verdict, note });
        all.finish(action)
    }
}
