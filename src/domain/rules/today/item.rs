//! One item of the day's list: what it is, whose it is, and which part of the list it stands in.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};

use crate::record::appointment::Appointment;
use crate::record::follow_up::FollowUp;
use crate::record::talk::TalkKind;
use crate::rules::obligations::{Obligation, State};
use crate::rules::same_child::Pair;
use crate::rules::today::talk_for;
use crate::value::code::{Coded, coded};
use crate::value::id::{CaseId, ChildId, DraftId, StaffId};
use crate::value::name::PersonName;
use crate::value::time::Hours;
use crate::value::week::SchoolWeek;

coded! {
    "part of the day"
    /// The parts of the day's list, in its order.
    pub enum Part {
        /// Somebody is to be called.
        Call = "call",
        /// The register has blanks.
        Register = "register",
        /// It is booked today.
        Planned = "planned",
        /// Its last day has passed.
        Overdue = "overdue",
        /// It is to be done now.
        Due = "due",
        /// It waits for a signature.
        Draft = "draft",
    }
}

coded! {
    "count of the day"
    /// What the items of a day are counted as, in the order of the sentence that tells them.
    pub enum Count {
        /// Talks booked today.
        Talks = "talks",
        /// Other appointments today.
        Appointments = "appointments",
        /// Items whose last day has passed.
        Overdue = "overdue",
        /// Items to be done now.
        Due = "due",
        /// Families to be called.
        Calls = "calls",
        /// Children without an entry in the register.
        Blank = "blank",
        /// Weeks at the children's own schools that are not reported.
        Weeks = "weeks",
        /// Drafts without a signature.
        Drafts = "drafts",
    }
}

/// A draft that is not signed, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsigned {
    /// The draft.
    pub id: DraftId,
    /// The case it is of; `None` if that is not chosen, or it is of none.
    pub case: Option<CaseId>,
    /// The code of its form: `talk`, `addendum`, `list`, `case`.
    pub form: String,
    /// When it was last saved, in the house's own time zone.
    pub saved_at: NaiveDateTime,
}

/// Two records that may be of one child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twice {
    /// The two, and what speaks for it.
    pub pair: Pair,
    /// The latest case of the child that was entered first.
    pub case: CaseId,
    /// The other's name.
    pub name: PersonName,
    /// The other's birthday, if it is known.
    pub born: Option<NaiveDate>,
}

/// What an item is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// The child has unlawful absence today, and nobody has spoken with the parents today.
    Unexplained,
    /// The child has been away several registered days in a row, and nobody has been in contact since.
    Silent {
        /// The first day of the absence.
        since: NaiveDate,
        /// The registered days of the absence.
        days: usize,
    },
    /// Children have no entry in today's register.
    Register {
        /// The cases without an entry.
        blank: Vec<CaseId>,
    },
    /// The week at the own schools of children is not reported.
    OwnSchool {
        /// The week.
        week: SchoolWeek,
        /// The cases without a report.
        missing: Vec<CaseId>,
    },
    /// The staff owe it to the case.
    Owed(Obligation),
    /// It stands in the calendar, and nothing owed is met by it.
    Appointment(Appointment),
    /// It was agreed in a talk.
    FollowUp(FollowUp),
    /// It is begun and not signed.
    Draft(Unsigned),
    /// The years have passed that these children are kept.
    PastRetention {
        /// The children, longest ago first.
        children: Vec<ChildId>,
    },
    /// A child may have been entered twice.
    Twice(Twice),
    /// The last backup is over a week old.
    Backup {
        /// Its day; `None` if there is none.
        last: Option<NaiveDate>,
    },
}

impl Task {
    /// The stable code of what it is: of something owed its kind.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unexplained => "unexplained",
            Self::Silent { .. } => "silent",
            Self::Register { .. } => "register",
            Self::OwnSchool { .. } => "own-school",
            Self::Owed(obligation) => obligation.kind.code(),
            Self::Appointment(_) => "appointment",
            Self::FollowUp(_) => "follow-up",
            Self::Draft(_) => "draft",
            Self::PastRetention { .. } => "past-retention",
            Self::Twice(_) => "same-child",
            Self::Backup { .. } => "backup",
        }
    }
}

/// One item of the day's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The case; `None` for what belongs to no single case.
    pub case: Option<CaseId>,
    /// The part of the list.
    pub part: Part,
    /// The date it has: of an appointment or a deadline, or the day it was last worked on.
    pub date: NaiveDate,
    /// Its hours, if it is booked today.
    pub hours: Option<Hours>,
    /// The members of staff it concerns; empty if it concerns everybody.
    pub staff: Vec<StaffId>,
    /// The appointment of today that it is booked as.
    pub booked: Option<Appointment>,
    /// What it is about.
    pub task: Task,
}

impl Item {
    /// Whether it concerns a member of staff. Source: our own (who is to be called today concerns everybody).
    #[must_use]
    pub fn concerns(&self, who: StaffId) -> bool {
        self.staff.is_empty() || self.staff.contains(&who)
    }

    /// The cases it is about: its own, or those without an entry in a register.
    #[must_use]
    pub fn cases(&self) -> Vec<CaseId> {
        match &self.task {
            Task::Register { blank } => blank.clone(),
            Task::OwnSchool { missing, .. } => missing.clone(),
            _ => self.case.into_iter().collect(),
        }
    }

    /// The state of what is owed, booked or agreed; `None` for calls, the register and drafts.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        match &self.task {
            Task::Owed(obligation) => Some(obligation.state),
            Task::Appointment(_) => Some(State::Planned),
            Task::FollowUp(_) if self.part == Part::Overdue => Some(State::Overdue),
            Task::FollowUp(_) => Some(State::Due),
            Task::Unexplained
            | Task::Silent { .. }
            | Task::Register { .. }
            | Task::OwnSchool { .. }
            | Task::Draft(_)
            | Task::PastRetention { .. }
            | Task::Twice(_)
            | Task::Backup { .. } => None,
        }
    }

    /// The kind of talk that it asks for, if it asks for one.
    #[must_use]
    pub fn talk(&self) -> Option<TalkKind> {
        match &self.task {
            Task::Owed(obligation) => obligation.booked.map(|b| b.kind).or_else(|| talk_for(obligation.kind)),
            Task::Appointment(appointment) => appointment.kind,
            Task::Silent { .. } => Some(TalkKind::Message),
            Task::Unexplained
            | Task::Register { .. }
            | Task::OwnSchool { .. }
            | Task::FollowUp(_)
            | Task::Draft(_)
            | Task::PastRetention { .. }
            | Task::Twice(_)
            | Task::Backup { .. } => None,
        }
    }

    /// What it is counted as.
    #[must_use]
    pub fn counted(&self) -> Count {
        match self.part {
            Part::Call => Count::Calls,
            Part::Register if matches!(self.task, Task::OwnSchool { .. }) => Count::Weeks,
            Part::Register => Count::Blank,
            Part::Planned if self.talk().is_some() => Count::Talks,
            Part::Planned => Count::Appointments,
            Part::Overdue => Count::Overdue,
            Part::Due => Count::Due,
            Part::Draft => Count::Drafts,
        }
    }

    /// How many things it counts for: the registers count every child without an entry.
    pub(super) fn weight(&self) -> usize {
        match &self.task {
            Task::Register { blank } => blank.len(),
            Task::OwnSchool { missing, .. } => missing.len(),
            _ => 1,
        }
    }
}
