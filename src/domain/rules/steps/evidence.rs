//! What stands behind a requirement that is met, and what is missing of one that is not.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::analysis::System;
use crate::record::document::DocumentKind;
use crate::record::goal::GoalKind;
use crate::record::intervention::InterventionKind;
use crate::record::talk::TalkKind;
use crate::value::id::{AppointmentId, CaseId, PersonId, StaffId, TalkId};
use crate::value::level::Level;
use crate::value::requirement::Requirement;
use crate::value::role::Role;
use crate::value::seat::SeatNumber;
use crate::value::text::Line;

/// Where something is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The fields of the case.
    Case,
    /// What is known of the child.
    Child,
    /// The people around the child.
    People,
    /// A signed note of a kind.
    Talk(TalkKind),
    /// The joint analysis.
    Analysis,
    /// The goals.
    Goals,
    /// The interventions.
    Interventions,
    /// The level.
    Level,
    /// The teaching plan.
    Teaching,
    /// A document of a kind.
    Document(DocumentKind),
    /// The calendar.
    Calendar,
    /// The seats of the programme.
    Seats,
    /// The step itself.
    Step,
}

/// Why a requirement is not called for with this child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCalledFor {
    /// The child is below the grade from which it is.
    BelowGrade(u8),
    /// Nobody teaches the child here.
    NoTeaching,
}

/// What is on record for a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A date.
    Date(NaiveDate),
    /// Something written in a line.
    Text(Line),
    /// It is written on the case.
    Written,
    /// Somebody around the child.
    Person(PersonId),
    /// A member of staff.
    Staff(StaffId),
    /// The child is inside the programme's range.
    WithinRange,
    /// A seat that is free.
    Seat(SeatNumber),
    /// A talk that was held.
    Talk {
        /// Which.
        talk: TalkId,
        /// When.
        date: NaiveDate,
    },
    /// A talk that is booked.
    Booked {
        /// Which appointment.
        appointment: AppointmentId,
        /// For when.
        date: NaiveDate,
    },
    /// A version of the analysis.
    Analysis {
        /// Which.
        version: u32,
    },
    /// So many goals.
    Goals(usize),
    /// A level.
    Level(Level),
    /// So many interventions.
    Interventions(usize),
    /// A teaching plan, in force from a date.
    Teaching(NaiveDate),
    /// A version of a document.
    Document {
        /// Which.
        version: u32,
    },
    /// It is not called for.
    NotCalledFor(NotCalledFor),
}

/// A part that must be in a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// The child.
    Child,
    /// A parent, or who stands in for one.
    Parent,
    /// The primary or the secondary contact.
    Contact,
}

/// Who holds the seat that was the last one, when it was given today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatTaken {
    /// Who gave it.
    pub by: StaffId,
    /// Into which case.
    pub case: CaseId,
}

/// What is missing of a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The date is not entered, or lies after the step's.
    Date,
    /// The name of the school.
    School,
    /// Somebody with such a part around the child.
    Person(Role),
    /// A parent, or who stands in for one.
    Parent,
    /// The child's class.
    Class,
    /// The child's date of birth.
    Birthday,
    /// The child is outside the programme's range.
    OutsideRange,
    /// A free seat.
    Seat {
        /// How many there are.
        norm: u16,
        /// Who took the last one, where that was today.
        taken: Option<SeatTaken>,
    },
    /// A primary contact.
    Contact,
    /// Who is primary contact has left.
    ContactLeft {
        /// Who.
        who: StaffId,
        /// Since when.
        on: NaiveDate,
    },
    /// A signed note of a talk of this kind.
    Talk(TalkKind),
    /// One who should have been in the talk that was held.
    Party {
        /// When it was held.
        date: NaiveDate,
        /// Who was not there.
        party: Party,
    },
    /// The text.
    Text,
    /// A system of the joint analysis.
    System(System),
    /// A goal of a kind.
    Goal(GoalKind),
    /// A booked parent talk.
    Booking,
    /// A teaching plan.
    Teaching,
    /// A document of a kind.
    Document(DocumentKind),
    /// The signature on a document.
    Signature(DocumentKind),
    /// Where the phase-out leads.
    Destination,
    /// The place that receives the child.
    Receiving,
    /// A dated step.
    DatedStep,
    /// The level.
    Level,
    /// One of these interventions.
    Intervention(Vec<InterventionKind>),
}

/// What was found for a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It is met, by this.
    Met(Evidence),
    /// It is not: everything that is missing, at least one thing.
    Unmet(Vec<Missing>),
}

impl Finding {
    /// Where it is entered, where that is elsewhere than the requirement's own place: a grade is the child's.
    pub(super) fn place(&self) -> Option<Place> {
        match self {
            Self::Unmet(missing) if missing.contains(&Missing::Class) => Some(Place::Child),
            _ => None,
        }
    }

    pub(super) fn or_missing(evidence: Option<Evidence>, missing: Missing) -> Self {
        evidence.map_or_else(|| Self::Unmet(alloc::vec![missing]), Self::Met)
    }
}

/// An unmet requirement in a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// Which.
    pub requirement: Requirement,
    /// Whether it can't be waived.
    pub hard: bool,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// Where it is entered.
    pub place: Place,
}
