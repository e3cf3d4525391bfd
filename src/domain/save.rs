//! What can be saved by hand, one record at a time: as it was seen, and as it shall be.

use alloc::boxed::Box;

use crate::action::Deed;
use crate::analysis::JointAnalysis;
use crate::appointment::Appointment;
use crate::around::Person;
use crate::case::Case;
use crate::change::Change;
use crate::child::Child;
use crate::document::PlanDocument;
use crate::edit::Edit;
use crate::goal::Goal;
use crate::intervention::Intervention;
use crate::teaching::TeachingPlan;

/// An edit of one record: without old side it is made, without new side removed. The old side is what the asker saw;
/// if it is no longer so, the action is refused. Signed talks, stages, levels, seats and staff have actions of their
/// own and can't be said here.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// What is known of a child; never removed.
    Child(Edit<Child>),
    /// The fields of a case: dates, contacts, start, needs, and on the waiting list priority and last contact.
    Case(Box<Edit<Case>>),
    /// Somebody around a child.
    Person(Edit<Person>),
    /// A joint analysis; only the latest version is written on.
    Analysis(Edit<JointAnalysis>),
    /// A goal, but for how far it has come.
    Goal(Edit<Goal>),
    /// An intervention.
    Intervention(Edit<Intervention>),
    /// A document that is not signed, or what was done of a signed plan.
    Document(Edit<PlanDocument>),
    /// An appointment.
    Appointment(Edit<Appointment>),
    /// A version of the teaching plan; only the latest one is written on.
    Teaching(Edit<TeachingPlan>),
}

impl Entry {
    /// The entry that asks for a change; nothing where that is not saved by hand.
    #[must_use]
    pub fn of(change: &Change) -> Option<Self> {
        Some(match change {
            Change::Child(edit) => Self::Child(edit.clone()),
            Change::Case(edit) => Self::Case(Box::new(edit.clone())),
            Change::Person(edit) => Self::Person(edit.clone()),
            Change::Analysis(edit) => Self::Analysis(edit.clone()),
            Change::Goal(edit) => Self::Goal(edit.clone()),
            Change::Intervention(edit) => Self::Intervention(edit.clone()),
            Change::Document(edit) => Self::Document(edit.clone()),
            Change::Appointment(edit) => Self::Appointment(edit.clone()),
            Change::Teaching(edit) => Self::Teaching(edit.clone()),
            _ => return None,
        })
    }

    /// The change that it asks for.
    #[must_use]
    pub fn change(&self) -> Change {
        match self {
            Self::Child(edit) => edit.clone().into(),
            Self::Case(edit) => edit.as_ref().clone().into(),
            Self::Person(edit) => edit.clone().into(),
            Self::Analysis(edit) => edit.clone().into(),
            Self::Goal(edit) => edit.clone().into(),
            Self::Intervention(edit) => edit.clone().into(),
            Self::Document(edit) => edit.clone().into(),
            Self::Appointment(edit) => edit.clone().into(),
            Self::Teaching(edit) => edit.clone().into(),
        }
    }

    /// Whether the two are of one record.
    #[must_use]
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Child(a), Self::Child(b)) => a.key() == b.key(),
            (Self::Case(a), Self::Case(b)) => a.key() == b.key(),
            (Self::Person(a), Self::Person(b)) => a.key() == b.key(),
            (Self::Analysis(a), Self::Analysis(b)) => a.key() == b.key(),
            (Self::Goal(a), Self::Goal(b)) => a.key() == b.key(),
            (Self::Intervention(a), Self::Intervention(b)) => a.key() == b.key(),
            (Self::Document(a), Self::Document(b)) => a.key() == b.key(),
            (Self::Appointment(a), Self::Appointment(b)) => a.key() == b.key(),
            (Self::Teaching(a), Self::Teaching(b)) => a.key() == b.key(),
            _ => false,
        }
    }

    /// What it will be in the history.
    #[must_use]
    pub fn deed(&self) -> Deed {
        match self {
            Self::Child(_) => Deed::Child,
            Self::Case(_) => Deed::Case,
            Self::Person(_) => Deed::Person,
            Self::Analysis(_) => Deed::Analysis,
            Self::Goal(_) => Deed::Goal,
            Self::Intervention(_) => Deed::Intervention,
            Self::Document(_) => Deed::Document,
            Self::Appointment(_) => Deed::Appointment,
            Self::Teaching(_) => Deed::Teaching,
        }
    }
}
