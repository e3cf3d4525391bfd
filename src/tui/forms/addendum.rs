//! An addendum to a signed talk.

use trivsel_domain::decide::Action;
use trivsel_domain::value::{AddendumId, CaseId, LongText, TalkId};

use super::input::{line, long};
use super::{Kind, Lookup, Wrong};
use crate::form::{Form, FormField};
use crate::forms::field;
use trivsel_words::problems::text_problem;

/// An addendum to a talk. The hidden field `of` tells whose talk it is and of which day.
#[derive(Debug)]
pub struct AddendumForm {
    pub talk: TalkId,
    pub case: Option<CaseId>,
}

impl Kind for AddendumForm {
    fn of(&self) -> String {
        self.talk.to_string()
    }

    fn is_of_case(&self) -> bool {
        false
    }

    fn case(&self, _lookup: &Lookup<'_>) -> Option<CaseId> {
        self.case
    }

    fn fields(&self, _lookup: &Lookup<'_>) -> Vec<FormField> {
        vec![long(field::ADDITION, ""), line(field::OF, "").hidden()]
    }

    fn title(&self, form: &Form, lookup: &Lookup<'_>) -> String {
        let name = lookup.words.get("form-addendum").to_owned();
        let of = form.field(field::OF).map(FormField::text).filter(|of| !of.is_empty());
        [Some(name), of].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let text = form.field(field::ADDITION).map(FormField::text).unwrap_or_default();
        let text = LongText::new(&text).map_err(|problem| {
            vec![Wrong { name: field::ADDITION, number: 0, text: text_problem(lookup.words, problem) }]
        })?;
        Ok(Action::Add { id: AddendumId::from_u128(form.keeping.id.as_u128()), talk: self.talk, text })
    }
}
