//! Changes: the one form in which anything is ever written, with old and new side by side.

use serde::{Deserialize, Serialize};

use crate::analysis::JointAnalysis;
use crate::appointment::Appointment;
use crate::around::Person;
use crate::attendance::Day;
use crate::calendar::Closure;
use crate::case::Case;
use crate::child::Child;
use crate::document::PlanDocument;
use crate::follow_up::FollowUp;
use crate::goal::Goal;
use crate::house::HouseSettings;
use crate::intervention::Intervention;
use crate::measure::Measure;
use crate::programme::HouseProgramme;
use crate::staff::Staff;
use crate::talk::{Addendum, Talk};
use crate::teaching::TeachingPlan;
use crate::timetable::Timetable;

/// Something on record that has an identity.
pub trait Record: Clone + PartialEq {
    /// What it is found by.
    type Key: Clone + Eq;

    /// Its identity.
    fn key(&self) -> Self::Key;
}

/// An edit whose sides are equal, both missing, or of different records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an edit changes one record from something to something else")]
pub struct BadEdit;

/// One record before and after: made (no old), changed, or removed (no new).
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
    /// An edit from old to new.
    ///
    /// # Errors
    /// [`BadEdit`] when nothing would change, or the two are different records.
    pub fn new(old: Option<T>, new: Option<T>) -> Result<Self, BadEdit> {
        let same_record = match (&old, &new) {
            (Some(old), Some(new)) => old.key() == new.key(),
            (None, None) => false,
            _ => true,
        };
        if same_record && old != new { Ok(Self { old, new }) } else { Err(BadEdit) }
    }

    /// An edit that makes a new record.
    #[must_use]
    pub fn create(new: T) -> Self {
        Self { old: None, new: Some(new) }
    }

    /// The record before; nothing where it is new.
    #[must_use]
    pub fn old(&self) -> Option<&T> {
        self.old.as_ref()
    }

    /// The record after; nothing where it is removed.
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

    /// The edit that takes this one back.
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

macro_rules! changes {
    ($($(#[$doc:meta])* $name:ident($record:ty)),+ $(,)?) => {
        /// One write. History, undo, conflicts and the audit all read this same value.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "of", content = "edit", rename_all = "snake_case")]
        pub enum Change {
            $($(#[$doc])* $name(Edit<$record>)),+
        }

        impl Change {
            /// The change that takes this one back.
            #[must_use]
            pub fn inverse(&self) -> Self {
                match self { $(Self::$name(edit) => Self::$name(edit.inverse())),+ }
            }
        }

        $(impl From<Edit<$record>> for Change {
            fn from(edit: Edit<$record>) -> Self {
                Self::$name(edit)
            }
        })+
    };
}

changes! {
    /// A member of staff.
    Staff(Staff),
    /// A programme that the house runs, with its norm.
    Programme(HouseProgramme),
    /// A closure of the school.
    Closure(Closure),
    /// A child.
    Child(Child),
    /// Somebody around a child.
    Person(Person),
    /// A case.
    Case(Case),
    /// A version of a joint analysis.
    Analysis(JointAnalysis),
    /// A goal.
    Goal(Goal),
    /// An intervention.
    Intervention(Intervention),
    /// A version of a document.
    Document(PlanDocument),
    /// A timetable.
    Timetable(Timetable),
    /// A teaching plan.
    Teaching(TeachingPlan),
    /// An appointment.
    Appointment(Appointment),
    /// A talk.
    Talk(Talk),
    /// An addendum to a talk.
    Addendum(Addendum),
    /// A follow-up.
    FollowUp(FollowUp),
    /// An outcome measure.
    Measure(Measure),
    /// The house's own lists.
    Settings(HouseSettings),
    /// A day in the register.
    Day(Day),
}
