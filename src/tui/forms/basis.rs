//! The record that a form changes, as it was and as it is.

use serde::Serialize;
use serde::de::DeserializeOwned;
use trivsel_domain::record::{Change, Edit, HouseSettings, Record};
use trivsel_domain::rules::dossier::Dossier;

use super::Lookup;
use crate::form::Form;

/// What is on record, with the record of one form as it was.
#[derive(Debug)]
pub struct Before {
    pub dossier: Option<Dossier>,
    pub lists: HouseSettings,
}

/// A record as JSON; `null` where there is none.
pub(super) fn json<T: Serialize>(record: Option<&T>) -> Option<String> {
    serde_json::to_string(&record).ok()
}

/// Puts a record in the place of those that are the same.
pub(super) fn put_back<T: DeserializeOwned>(
    all: &mut Vec<T>,
    record: &str,
    same: impl Fn(&T) -> bool,
) -> Option<()> {
    let record: Option<T> = serde_json::from_str(record).ok()?;
    all.retain(|one| !same(one));
    all.extend(record);
    Some(())
}

/// The change that removes a record.
pub(super) fn removal<R: Record>(record: Option<&R>) -> Option<Change>
where
    Change: From<Edit<R>>,
{
    Edit::new(Some(record?.clone()), None).ok().map(Change::from)
}

/// Brings a form up to its record as it is now.
pub fn follow(form: &mut Form, lookup: &Lookup<'_>) {
    let of_another = form.kind.is_of_case() && lookup.case() != form.case;
    let Some(record) = form.basis.now.as_ref().and_then(|_| form.kind.record(lookup)) else { return };
    // A record that has gone is reported when the form is saved, and what was written stays.
    if of_another || record == "null" || form.basis.now.as_ref() == Some(&record) {
        return;
    }
    let fields = form.kind.open(form.keeping.id, lookup).fields;
    form.follow(record, fields, form.kind.rests_on_all());
    super::react(form, lookup);
}
