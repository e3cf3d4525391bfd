//! The form that erases a child: what would go, why it goes, and the child's name, typed as the confirmation.

use trivsel_domain::decide::Action;
use trivsel_domain::value::{CaseId, ChildId, ErasureId};
use trivsel_words::text::Folded;

use super::input::{line, long};
use super::typed::wrong_line;
use super::{FormReader, Kind, Lookup, Meaning, Wrong, field};
use crate::form::{Form, FormField};

/// The erasure of a child whose years have passed.
#[derive(Debug)]
pub struct EraseForm {
    pub child: ChildId,
    /// The child's name as it is on record.
    pub name: String,
    /// What would go, in words.
    pub goes: String,
}

impl Kind for EraseForm {
    fn of(&self) -> String {
        self.child.to_string()
    }

    fn is_of_case(&self) -> bool {
        false
    }

    /// A draft would keep the name of a child that is erased.
    fn is_kept(&self) -> bool {
        false
    }

    fn case(&self, _lookup: &Lookup<'_>) -> Option<CaseId> {
        None
    }

    fn fields(&self, _lookup: &Lookup<'_>) -> Vec<FormField> {
        vec![long(field::GOES, &self.goes).fixed(), line(field::REASON, ""), line(field::TYPED_NAME, "")]
    }

    fn begin(&self, form: &mut Form, _lookup: &Lookup<'_>) {
        form.go_to(field::REASON);
    }

    fn what(&self, _form: &Form, _lookup: &Lookup<'_>) -> Option<String> {
        Some(self.name.clone())
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        match field.name {
            field::REASON => wrong_line(&field.text(), lookup),
            field::TYPED_NAME if !field.is_empty() => Some(self.confirmed(&field.text(), lookup)),
            _ => None,
        }
    }

    fn example(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        let id = match field.name {
            field::REASON => "example-erase-reason",
            field::TYPED_NAME => "erase-type-name",
            _ => return None,
        };
        Some(lookup.words.get(id).to_owned())
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let reason = all.needed_line(field::REASON);
        let name = self.confirmed(&form.text(field::TYPED_NAME), lookup);
        let confirmed = all.take(field::TYPED_NAME, name);
        let id = ErasureId::from_u128(form.keeping.id.as_u128());
        let action = reason.filter(|_| confirmed.is_some());
        all.finish(action.map(|reason| Action::Erase { id, children: vec![self.child], reason }))
    }
}

impl EraseForm {
    /// What follows if the typed name is the child's.
    fn confirmed(&self, typed: &str, lookup: &Lookup<'_>) -> Result<String, String> {
        let is_it = !self.name.is_empty() && Folded::new(typed.trim()) == Folded::new(&self.name);
        let words = lookup.words;
        if is_it {
            Ok(words.get("erase-confirmed").to_owned())
        } else {
            Err(words.get("erase-type-name").to_owned())
        }
    }
}
