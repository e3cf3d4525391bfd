//! An addendum to a signed talk.

use trivsel_domain::decide::Action;
use trivsel_domain::value::{AddendumId, CaseId, LongText, TalkId};

use super::input::{line, long};
use super::{Kind, Reading, Wrong};
use crate::form::{Entry, Form};
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

    fn case(&self, _reading: &Reading<'_>) -> Option<CaseId> {
        self.case
    }

    fn entries(&self, _reading: &Reading<'_>) -> Vec<Entry> {
        vec![long(field::ADDITION, ""), line(field::OF, "").hidden()]
    }

    fn title(&self, form: &Form, reading: &Reading<'_>) -> String {
        let name = reading.words.get("form-addendum").to_owned();
        let of = form.entry(field::OF).map(Entry::text).filter(|of| !of.is_empty());
        [Some(name), of].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn read(&self, form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
        let text = form.entry(field::ADDITION).map(Entry::text).unwrap_or_default();
        let text = LongText::new(&text).map_err(|problem| {
            vec![Wrong { name: field::ADDITION, number: 0, text: text_problem(reading.words, problem) }]
        })?;
        Ok(Action::Add { id: AddendumId::from_u128(form.keeping.id.as_u128()), talk: self.talk, text })
    }
}
