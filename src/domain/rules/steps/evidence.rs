//! The evidence for a met requirement, and what is missing for an unmet one.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::analysis::System;
use crate::record::document::DocumentKind;
use crate::record::goal::GoalKind;
use crate::record::intervention::InterventionKind;
use crate::record::talk::TalkKind;
use crate::value::id::{AppointmentId, CaseId, PersonId, StaffId, TalkId};
use crate::value::level::Level;
use crate::value::programme_code::ProgrammeCode;
use crate::value::requirement::Requirement;
use crate::value::role::Role;
use crate::value::seat::SeatNumber;
use crate::value::stage::Stage;
use crate::value::text::Line;

/// The place where something is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The fields of the case.
    Case,
    /// The fields of the child.
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
    /// The seats of the programme, for a child that waits for one already.
    SeatsOfWaiting,
    /// The step itself.
    Step,
}

/// Why a requirement does not apply to this child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCalledFor {
    /// The child is below the grade from which it applies.
    BelowGrade(u8),
    /// The house does not teach the child.
    NoTeaching,
}

/// The evidence for a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A date.
    Date(NaiveDate),
    /// One line of text.
    Text(Line),
    /// A text on the case.
    Written,
    /// A person around the child.
    Person(PersonId),
    /// A member of staff.
    Staff(StaffId),
    /// The child is within the programme's range.
    WithinRange,
    /// A seat that is free.
    Seat(SeatNumber),
    /// A talk that took place.
    Talk {
        /// The talk.
        talk: TalkId,
        /// The day of the talk.
        date: NaiveDate,
    },
    /// A talk that is booked.
    Booked {
        /// The appointment.
        appointment: AppointmentId,
        /// The day it is booked for.
        date: NaiveDate,
    },
    /// A version of the analysis.
    Analysis {
        /// The version number, from 1.
        version: u32,
    },
    /// The number of goals.
    Goals(usize),
    /// A level.
    Level(Level),
    /// The number of interventions.
    Interventions(usize),
    /// A teaching plan, in force from a date.
    Teaching(NaiveDate),
    /// A version of a document.
    Document {
        /// The version number, from 1.
        version: u32,
    },
    /// The requirement does not apply.
    NotCalledFor(NotCalledFor),
}

/// A party that must take part in a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// The child.
    Child,
    /// A parent or a person in a parent's place.
    Parent,
    /// The primary or the secondary contact.
    Contact,
}

/// The admission today that took the last seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatTaken {
    /// The member of staff who gave the seat.
    pub by: StaffId,
    /// The case that received it.
    pub case: CaseId,
}

/// What is missing for a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The date is not entered, or is after the step's.
    Date,
    /// The name of the school.
    School,
    /// A person with this role around the child.
    Person(Role),
    /// A parent or a person in a parent's place.
    Parent,
    /// The child's class.
    Class,
    /// The child's date of birth.
    Birthday,
    /// The child is outside the programme's range.
    OutsideRange,
    /// A free seat.
    Seat {
        /// The number of seats.
        norm: u16,
        /// The admission that took the last seat, if it was today.
        taken: Option<SeatTaken>,
    },
    /// A primary contact.
    Contact,
    /// The primary contact has left.
    ContactLeft {
        /// The primary contact.
        who: StaffId,
        /// The day they left.
        on: NaiveDate,
    },
    /// A signed note of a talk of this kind.
    Talk(TalkKind),
    /// A required participant of a talk that took place.
    Party {
        /// The day of the talk.
        date: NaiveDate,
        /// The party that was absent.
        party: Party,
    },
    /// The text.
    Text,
    /// A system of the joint analysis.
    System(System),
    /// A goal of a kind.
    Goal(GoalKind),
    /// A booked parent talk.
    Booking {
        /// The latest day one is booked for, before that of the step.
        past: Option<NaiveDate>,
    },
    /// A teaching plan.
    Teaching,
    /// A document of a kind.
    Document(DocumentKind),
    /// The signature on a document.
    Signature(DocumentKind),
    /// The destination of the phase-out.
    Destination,
    /// The place that receives the child.
    Receiving,
    /// A dated step.
    DatedTask,
    /// The level.
    Level,
    /// One of these interventions.
    Intervention(Vec<InterventionKind>),
}

/// The finding for a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It is met by this evidence.
    Met(Evidence),
    /// It is not met; the list of what is missing is never empty.
    Unmet(Vec<Missing>),
}

impl Finding {
    /// The place where it is entered, if it differs from the requirement's own: a grade belongs to the child, and a
    /// child that waits for a seat can't be put on the waiting list.
    pub(super) fn place(&self, stage: Stage) -> Option<Place> {
        let Self::Unmet(missing) = self else { return None };
        let waits = stage == Stage::Waiting && missing.iter().any(|m| matches!(m, Missing::Seat { .. }));
        match missing.contains(&Missing::Class) {
            true => Some(Place::Child),
            false => waits.then_some(Place::SeatsOfWaiting),
        }
    }

    pub(super) fn or_missing(evidence: Option<Evidence>, missing: Missing) -> Self {
        evidence.map_or_else(|| Self::Unmet(alloc::vec![missing]), Self::Met)
    }
}

/// An unmet requirement in a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// The requirement.
    pub requirement: Requirement,
    /// The programme that asks for it.
    pub programme: ProgrammeCode,
    /// Whether it can't be waived.
    pub hard: bool,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// The place where it is entered.
    pub place: Place,
}
