//! The trait of every record, and an edit: one record before and after.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::value::id::{AnyKey, CaseId, TalkId};
use crate::value::name::Initials;

/// A stored record with an identity.
pub trait Record: Clone + PartialEq {
    /// The type of its key.
    type Key: Clone + Ord + Into<AnyKey>;

    /// Its key.
    fn key(&self) -> Self::Key;

    /// The record that it belongs to and is erased with; `None` for what belongs to no child. Every type says it, so that
    /// none is forgotten when a child is erased.
    fn owner(&self) -> Option<AnyKey>;

    /// The other records that it refers to; each must exist.
    fn references(&self) -> Vec<AnyKey> {
        Vec::new()
    }

    /// The value that is unique among records of its type, besides the key.
    fn unique(&self) -> Option<Unique> {
        None
    }

    /// A contradiction within the record itself.
    fn contradiction(&self) -> Option<Contradiction> {
        None
    }
}

/// A value that is unique among records of one type, besides the key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unique {
    /// The initials of a member of staff, also of one who has left.
    Initials(Initials),
    /// The first day of a version, within a case.
    From(CaseId, NaiveDate),
    /// The number of a version, from 1, within a case and the code of a kind of document.
    Version(CaseId, &'static str, u32),
    /// The note that a mark is on.
    Talk(TalkId),
    /// The obligation that an answer answers: a case, the code of the kind, and the day it is reckoned from.
    Answer(CaseId, &'static str, NaiveDate),
}

/// How the records of a house can contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contradiction {
    /// Two records with one identity.
    Twice,
    /// A reference to a child, case, staff member or programme that does not exist.
    Dangling,
    /// A seat outside the norm.
    SeatOutsideNorm,
    /// Two cases in one seat on one day.
    SeatTwice,
    /// Two open cases of one child in one programme.
    OpenTwice,
    /// Two courses of one child in one programme on one day.
    CoursesOverlap,
    /// A course that ends before it begins.
    Backward,
    /// Two timetables or teaching plans of one case that begin on one day.
    VersionTwice,
}

/// Whether the items hold a duplicate.
pub(crate) fn repeats<T: Ord>(mut all: impl Iterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    !all.all(|one| seen.insert(one))
}

/// An edit whose sides are equal, both missing, or of different records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an edit changes one record from something to something else")]
pub struct BadEdit;

/// One record before and after: created (no old), changed, or removed (no new).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawEdit<T>", bound(deserialize = "T: Record + Deserialize<'de>"))]
pub struct Edit<T> {
    old: Option<T>,
    new: Option<T>,
}

#[derive(Deserialize)]
struct RawEdit<T> {
    old: Option<T>,
    new: Option<T>,
}

impl<T: Record> Edit<T> {
    /// Makes an edit from old to new.
    ///
    /// # Errors
    /// [`BadEdit`] when the sides are equal or are different records.
    pub fn new(old: Option<T>, new: Option<T>) -> Result<Self, BadEdit> {
        let same_record = match (&old, &new) {
            (Some(old), Some(new)) => old.key() == new.key(),
            (None, None) => false,
            _ => true,
        };
        if same_record && old != new { Ok(Self { old, new }) } else { Err(BadEdit) }
    }

    /// Makes an edit that creates a record.
    #[must_use]
    pub fn create(new: T) -> Self {
        Self { old: None, new: Some(new) }
    }

    /// The record before; `None` if it is new.
    #[must_use]
    pub fn old(&self) -> Option<&T> {
        self.old.as_ref()
    }

    /// The record after; `None` if it is removed.
    #[must_use]
    pub fn new_state(&self) -> Option<&T> {
        self.new.as_ref()
    }

    /// The identity of the record.
    #[must_use]
    pub fn key(&self) -> T::Key {
        match (&self.new, &self.old) {
            (Some(record), _) | (None, Some(record)) => record.key(),
            (None, None) => unreachable!("an edit has a side"),
        }
    }

    /// The edit that reverses this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { old: self.new.clone(), new: self.old.clone() }
    }
}

impl<T: Record> TryFrom<RawEdit<T>> for Edit<T> {
    type Error = BadEdit;

    fn try_from(raw: RawEdit<T>) -> Result<Self, BadEdit> {
        Self::new(raw.old, raw.new)
    }
}
