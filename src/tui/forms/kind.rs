//! What a form implements, and the handle that a form and a row of a sheet keep of it.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::ops::Deref;
use std::rc::Rc;

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::Change;
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{CaseId, DraftId};

use super::basis::Before;
use super::{Lookup, Wrong, reopen};
use crate::form::{Form, FormField, Keeping};

/// What a field's text means, or what is wrong with it.
pub type Meaning = Option<Result<String, String>>;

/// The day that a field's text means, or what is wrong with it; `None` in a field that is no date.
pub type Day = Option<Result<NaiveDate, String>>;

/// A form: its fields, what they mean, and the action that they come to.
pub trait Kind: Any + Debug {
    /// Its stable code, in drafts and in words.
    fn code(&self) -> &'static str {
        reopen::code(self.type_id())
    }

    /// The id or code of what it is about, as a draft keeps it.
    fn of(&self) -> String {
        String::new()
    }

    /// Whether it is a form of a case, which opens on the sheet of that case.
    fn is_of_case(&self) -> bool {
        true
    }

    /// Whether it is kept as a draft while it is typed.
    fn is_kept(&self) -> bool {
        true
    }

    /// The case of a new form.
    fn case(&self, lookup: &Lookup<'_>) -> Option<CaseId> {
        lookup.case()
    }

    /// The fields, filled from the record.
    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField>;

    /// Makes room for what a draft holds, before it is filled in from it.
    fn resume(&self, _form: &mut Form, _drafted: &BTreeMap<String, String>, _lookup: &Lookup<'_>) {}

    /// Settles what shows in a new form, and where the cursor is.
    fn begin(&self, form: &mut Form, lookup: &Lookup<'_>) {
        self.react(form, lookup);
    }

    /// The title: the form, what it is about, and the child.
    fn title(&self, form: &Form, lookup: &Lookup<'_>) -> String {
        let name = lookup.words.code("form-of", self.code()).to_owned();
        let child = lookup.dossier_of(form).map(|d| lookup.name(&d.child).to_string());
        [Some(name), self.what(form, lookup), child].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The part of the title that tells what it is about.
    fn what(&self, _form: &Form, _lookup: &Lookup<'_>) -> Option<String> {
        None
    }

    /// The day that a field's text means, or what is wrong with it.
    fn day(&self, _form: &Form, _field: &FormField, _lookup: &Lookup<'_>) -> Day {
        None
    }

    /// What a field's text means, or what is wrong with it; of a date field only what is more than its day.
    fn meaning(&self, _form: &Form, _field: &FormField, _lookup: &Lookup<'_>) -> Meaning {
        None
    }

    /// The words of an example for an empty field.
    fn example(&self, _form: &Form, _field: &FormField, _lookup: &Lookup<'_>) -> Option<String> {
        None
    }

    /// Follows a change.
    fn react(&self, _form: &mut Form, _lookup: &Lookup<'_>) {}

    /// Reads the form.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the fields.
    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>>;

    /// The record that it changes, as JSON; `null` where there is none yet or no more. Nothing if it changes none.
    fn record(&self, _lookup: &Lookup<'_>) -> Option<String> {
        None
    }

    /// Puts back the record as it was. Nothing if the text is no such record.
    fn put_back(&self, _before: &mut Before, _record: &str) -> Option<()> {
        None
    }

    /// The change that removes the record, if that is allowed from its row.
    fn removal(&self, _dossier: &Dossier) -> Option<Change> {
        None
    }

    /// Whether its action rests on every field, so that each change by a colleague is shown.
    fn rests_on_all(&self) -> bool {
        false
    }
}

/// A form of any kind.
#[derive(Clone, Debug)]
pub struct FormKind(Rc<dyn Kind>);

impl Deref for FormKind {
    type Target = dyn Kind;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl PartialEq for FormKind {
    fn eq(&self, other: &Self) -> bool {
        (self.code(), self.of()) == (other.code(), other.of())
    }
}

impl FormKind {
    /// Any listed form; the list makes it with `from`.
    pub(super) fn new(kind: impl Kind) -> Self {
        Self(Rc::new(kind))
    }

    /// The form itself, if it is of this type.
    #[must_use]
    pub fn downcast<K: Kind>(&self) -> Option<&K> {
        (&*self.0 as &dyn Any).downcast_ref()
    }

    /// Opens it on what is on record.
    #[must_use]
    pub fn open(&self, id: DraftId, lookup: &Lookup<'_>) -> Form {
        let keeping = Keeping::new(id, lookup.me.id);
        let mut form = Form::new(self.clone(), self.case(lookup), self.fields(lookup), keeping);
        self.begin(&mut form, lookup);
        form
    }

    /// Opens it on its record as it was. Nothing if the text is no such record.
    #[must_use]
    pub fn open_on(&self, id: DraftId, record: &str, lookup: &Lookup<'_>) -> Option<Form> {
        let mut before = Before { dossier: lookup.dossier.cloned(), lists: lookup.lists.clone() };
        self.put_back(&mut before, record)?;
        Some(self.open(id, &Lookup { dossier: before.dossier.as_ref(), lists: &before.lists, ..*lookup }))
    }
}
