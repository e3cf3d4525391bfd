//! What belongs to a record, and is erased or removed with it.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::record::change::Change;
use crate::record::edit::{Edit, Record};
use crate::value::id::AnyKey;

/// Gathers the records of some keys and what belongs to them. The records are shown to it in the order of their list, in
/// which each comes after what it belongs to.
#[derive(Debug, Default)]
pub struct Belongings {
    owned: BTreeSet<AnyKey>,
    removals: Vec<Change>,
}

impl Belongings {
    /// Begins with these keys.
    #[must_use]
    pub fn of(roots: &[AnyKey]) -> Self {
        Self { owned: roots.iter().cloned().collect(), removals: Vec::new() }
    }

    /// Takes a record if it is one of them, or belongs to one.
    pub fn see<R: Record>(&mut self, record: R)
    where
        Change: From<Edit<R>>,
    {
        let key: AnyKey = record.key().into();
        let is_theirs = record.owner().is_some_and(|owner| self.owned.contains(&owner));
        if is_theirs || self.owned.contains(&key) {
            self.owned.insert(key);
            self.removals.extend(Edit::new(Some(record), None).ok().map(Change::from));
        }
    }

    /// The changes that remove them, each after what it belongs to.
    #[must_use]
    pub fn removals(self) -> Vec<Change> {
        self.removals
    }
}
