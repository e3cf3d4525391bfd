//! The people around a child: parents, school, PPR, the municipality. They belong to the child, so a new referral
//! finds them.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::id::{AnyKey, ChildId, PersonId};
use crate::value::name::PersonName;
use crate::value::role::Role;
use crate::value::text::Line;

/// A person around a child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their identity.
    pub id: PersonId,
    /// The child.
    pub child: ChildId,
    /// Their role; never the child itself.
    pub role: Role,
    /// The full name.
    pub name: PersonName,
    /// Whether they have custody (forældremyndighed); `None` if unknown. Only a parent or a person in a parent's
    /// place can have it.
    #[serde(default)]
    pub custody: Option<bool>,
    /// Telephone, as written.
    pub phone: Option<Line>,
    /// Mail address, as written.
    pub mail: Option<Line>,
    /// Their workplace: the school, the municipality.
    pub workplace: Option<Line>,
    /// A remark, in one line.
    pub note: Option<Line>,
    /// The first day on which they are no longer around the child; `None` while they are.
    pub until: Option<NaiveDate>,
}

impl Person {
    /// Whether they are around the child on a date.
    #[must_use]
    pub fn is_there_on(&self, date: NaiveDate) -> bool {
        self.until.is_none_or(|until| date < until)
    }
}

impl Record for Person {
    type Key = PersonId;

    fn key(&self) -> PersonId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.child.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.child.into()].into()
    }
}
