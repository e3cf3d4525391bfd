//! A new case (henvisning), put forward to the committee with the data known on the first day.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::child::Child;
use crate::record::person::Person;
use crate::value::id::{CaseId, ChildId};
use crate::value::programme_code::ProgrammeCode;
use crate::value::text::Line;

/// The child of a new case.
#[derive(Clone, Debug, PartialEq)]
pub enum Whose {
    /// A child on record.
    Known(ChildId),
    /// A child that is new to the house.
    New(Child),
}

impl Whose {
    /// The child's identity.
    #[must_use]
    pub fn id(&self) -> ChildId {
        match self {
            Self::Known(id) => *id,
            Self::New(child) => child.id,
        }
    }
}

/// A case to put forward. The rules find and link the latest case of the child that is over, in any programme.
/// Source: service description, referral (put forward by parents, PPR and the sending school together).
#[derive(Clone, Debug, PartialEq)]
pub struct NewCase {
    /// The identity of the new case.
    pub id: CaseId,
    /// The child.
    pub child: Whose,
    /// The programme.
    pub programme: ProgrammeCode,
    /// The day it was put forward; today or before.
    pub referred: NaiveDate,
    /// The reason for it, in one line.
    pub note: Option<Line>,
    /// The sending school, if the child has none on record or it has changed.
    pub school: Option<Line>,
    /// The people who put it forward and others around the child. They are added to those on record; a known person
    /// receives only the new data.
    pub people: Vec<Person>,
    /// The day the committee decided, if it has.
    pub decided_on: Option<NaiveDate>,
}
