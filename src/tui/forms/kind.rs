//! What a form implements, and the handle that a form and a row of a sheet keep of it.

use std::any::Any;
use std::fmt::Debug;
use std::ops::Deref;
use std::rc::Rc;

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::Change;
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{CaseId, DraftId};

use super::basis::Before;
use super::{Reading, Wrong, reopen};
use crate::form::{Entry, Form, Keeping};

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

    /// The case of a new form.
    fn case(&self, reading: &Reading<'_>) -> Option<CaseId> {
        reading.case()
    }

    /// The fields, filled from the record.
    fn entries(&self, reading: &Reading<'_>) -> Vec<Entry>;

    /// Settles what shows in a new form, and where the cursor is.
    fn begin(&self, form: &mut Form, reading: &Reading<'_>) {
        self.react(form, reading);
    }

    /// The title: the form, what it is about, and the child.
    fn title(&self, form: &Form, reading: &Reading<'_>) -> String {
        let name = reading.words.code("form-of", self.code()).to_owned();
        let child = reading.dossier_of(form).map(|d| reading.name(&d.child).to_string());
        [Some(name), self.what(form, reading), child].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The part of the title that tells what it is about.
    fn what(&self, _form: &Form, _reading: &Reading<'_>) -> Option<String> {
        None
    }

    /// The day that a field's text means, or what is wrong with it.
    fn day(&self, _form: &Form, _entry: &Entry, _reading: &Reading<'_>) -> Day {
        None
    }

    /// What a field's text means, or what is wrong with it; of a date field only what is more than its day.
    fn meaning(&self, _form: &Form, _entry: &Entry, _reading: &Reading<'_>) -> Meaning {
        None
    }

    /// The words of an example for an empty field.
    fn example(&self, _form: &Form, _entry: &Entry, _reading: &Reading<'_>) -> Option<String> {
        None
    }

    /// Follows a change.
    fn react(&self, _form: &mut Form, _reading: &Reading<'_>) {}

    /// Reads the form.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the fields.
    fn read(&self, form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>>;

    /// The record that it changes, as JSON; `null` where there is none yet or no more. Nothing if it changes none.
    fn record(&self, _reading: &Reading<'_>) -> Option<String> {
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
    pub fn open(&self, id: DraftId, reading: &Reading<'_>) -> Form {
        let keeping = Keeping::new(id, reading.me.id);
        let mut form = Form::new(self.clone(), self.case(reading), self.entries(reading), keeping);
        self.begin(&mut form, reading);
        form
    }

    /// Opens it on its record as it was. Nothing if the text is no such record.
    #[must_use]
    pub fn open_on(&self, id: DraftId, record: &str, reading: &Reading<'_>) -> Option<Form> {
        let mut before = Before { dossier: reading.dossier.cloned(), lists: reading.lists.clone() };
        self.put_back(&mut before, record)?;
        Some(self.open(id, &Reading { dossier: before.dossier.as_ref(), lists: &before.lists, ..*reading }))
    }
}
