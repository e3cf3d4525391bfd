//! A new case (henvisning): put forward to the committee, with what is known from the first day.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::child::Child;
use crate::record::person::Person;
use crate::value::id::{CaseId, ChildId};
use crate::value::programme_code::ProgrammeCode;
use crate::value::text::Line;

/// Whose case it is.
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

/// A case to put forward. The latest case of the child that is over is found and
/// linked by the rules, whichever programme it was in.
/// Source: service description, referral (put forward by parents, PPR and the sending school together).
#[derive(Clone, Debug, PartialEq)]
pub struct NewCase {
    /// Identity for the case.
    pub id: CaseId,
    /// Whose.
    pub child: Whose,
    /// In which programme.
    pub programme: ProgrammeCode,
    /// When it was put forward; today or before.
    pub referred: NaiveDate,
    /// What led to it, in a line.
    pub note: Option<Line>,
    /// The sending school, where it is not on record of the child or has changed.
    pub school: Option<Line>,
    /// Who put it forward, and anyone else around the child; added to those on record, whoever is there already only
    /// with what is new.
    pub people: Vec<Person>,
    /// When the committee decided, where it has.
    pub decided_on: Option<NaiveDate>,
}
