//! The mark that a signed note is on the wrong child.

use trivsel_domain::decide::Action;
use trivsel_domain::value::{CaseId, MisplacementId, TalkId};

use super::input::{line, pick};
use super::typed::wrong_line;
use super::{FormReader, Kind, Lookup, Meaning, Wrong, talk};
use crate::form::{Choice, Form, FormField};
use crate::forms::field;

/// The choice of no child of the house.
const NOBODY: &str = "nobody";

/// The mark of a note: whose it is, and what happened. The hidden field `of` tells whose file it is in and of which day.
#[derive(Debug)]
pub struct MisplacedForm {
    pub talk: TalkId,
    pub case: Option<CaseId>,
}

impl Kind for MisplacedForm {
    fn of(&self) -> String {
        self.talk.to_string()
    }

    fn is_of_case(&self) -> bool {
        false
    }

    fn case(&self, _lookup: &Lookup<'_>) -> Option<CaseId> {
        self.case
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let nobody = Choice::new(NOBODY, lookup.words.get("misplaced-nobody"), "");
        let here = self.case.map(|case| case.to_string());
        let others = talk::cases(lookup).filter(|choice| Some(&choice.code) != here.as_ref());
        let children = others.chain([nobody]).collect();
        vec![pick(field::RIGHT_CHILD, children, None), line(field::NOTE, ""), line(field::OF, "").hidden()]
    }

    fn title(&self, form: &Form, lookup: &Lookup<'_>) -> String {
        let name = lookup.words.code("form-of", self.code()).to_owned();
        let of = form.field(field::OF).map(FormField::text).filter(|of| !of.is_empty());
        [Some(name), of].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        match field.name {
            field::NOTE if !field.is_empty() => wrong_line(&field.text(), lookup),
            field::RIGHT_CHILD if !field.is_empty() => {
                Some(Ok(lookup.words.get("misplaced-what-follows").to_owned()))
            }
            _ => None,
        }
    }

    fn example(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        (field.name == field::NOTE).then(|| lookup.words.get("example-misplaced").to_owned())
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let right = all.needed_choice(field::RIGHT_CHILD).map(|code| code.parse().ok());
        let note = all.line(field::NOTE);
        let id = MisplacementId::from_u128(form.keeping.id.as_u128());
        all.finish(right.map(|right| Action::Misplace { id, talk: self.talk, right, note }))
    }
}
