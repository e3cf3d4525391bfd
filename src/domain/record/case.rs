//! A case (sag, forløb): one child in one programme, from referral to closing.

use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::record::edit::{Contradiction, Record};
use crate::record::level::LevelChange;
use crate::record::need::Need;
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId, ChildId, StaffId};
use crate::value::level::Level;
use crate::value::programme_code::ProgrammeCode;
use crate::value::requirement::Requirement;
use crate::value::seat::SeatNumber;
use crate::value::stage::{SeatedStage, Stage};
use crate::value::text::{Line, LongText};

coded! {
    "priority"
    /// How urgent a place is for a child who waits.
    pub enum Priority {
        /// Can wait.
        Low = "low",
        /// As most.
        Normal = "normal",
        /// First when a seat is free.
        Urgent = "urgent",
    }
}

coded! {
    "outcome"
    /// How a course ended. Source: service description, aims of the phase-out.
    pub enum Outcome {
        /// Back in general school.
        GeneralSchool = "general_school",
        /// In a less intrusive special programme.
        SpecialProgramme = "special_programme",
        /// In youth education.
        YouthEducation = "youth_education",
        /// In another offer.
        OtherOffer = "other_offer",
        /// Moved to another municipality.
        Moved = "moved",
        /// Withdrawn by the family.
        Withdrawn = "withdrawn",
    }
}

impl Outcome {
    /// Whether it is what a phase-out leads to, and not a course that broke off.
    /// Source: service description, general (the three places children return to).
    #[must_use]
    pub fn is_planned(self) -> bool {
        matches!(self, Self::GeneralSchool | Self::SpecialProgramme | Self::YouthEducation)
    }
}

/// The seat that a case holds, and from which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// Which seat.
    pub seat: SeatNumber,
    /// The day of admission, the first day of holding it.
    pub from: NaiveDate,
}

/// Where a case stands, with what only that standing has. A seat can't be held at any other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Standing {
    /// Before the committee.
    Referral,
    /// Approved, waiting for a seat.
    Waiting {
        /// How urgent.
        priority: Priority,
        /// When the house last spoke with the family.
        last_contact: Option<NaiveDate>,
    },
    /// Holding a seat.
    Seated {
        /// At which stage.
        stage: SeatedStage,
        /// Which seat, from when.
        stay: Stay,
    },
    /// Over.
    Closed {
        /// The seat it held.
        stay: Stay,
        /// How it ended.
        closing: Closing,
    },
    /// Refused or withdrawn before a seat.
    Declined {
        /// When.
        on: NaiveDate,
    },
}

/// How a course ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// The first day without the seat; the day before is the last of the course.
    pub on: NaiveDate,
    /// The outcome.
    pub outcome: Outcome,
    /// The place that received the child.
    #[serde(default)]
    pub place: Option<Line>,
}

/// How the case came to the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// When it was put forward.
    pub on: NaiveDate,
    /// What led to it, in a line.
    pub note: Option<Line>,
}

/// The adults of the house who answer for a case (kontaktpersoner). Source: service description, start-up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contacts {
    /// Primary contact; every course has one.
    pub primary: Option<StaffId>,
    /// Secondary contact.
    pub secondary: Option<StaffId>,
}

/// The reason on the one move that an import makes, where it waives something. It is a code, for words to translate.
pub const IMPORTED: &str = "imported";

/// One step of a case from stage to stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// From which stage; nothing for the first.
    pub from: Option<Stage>,
    /// To which.
    pub to: Stage,
    /// The day it holds from.
    pub on: NaiveDate,
    /// Requirements that were waived.
    pub waived: Vec<Requirement>,
    /// Why: of the waiver, of a move back, of an early closing.
    pub reason: Option<Line>,
    /// Who made it, where that is known.
    #[serde(default)]
    pub by: Option<StaffId>,
    /// When it was written, in the house's own time zone, where that is known.
    #[serde(default)]
    pub at: Option<NaiveDateTime>,
}

impl Move {
    /// Whether an import made it, and says no more of why.
    #[must_use]
    pub fn is_imported(&self) -> bool {
        self.from.is_none()
            && self.by.is_none()
            && self.reason.as_ref().is_some_and(|r| r.as_str() == IMPORTED)
    }
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Which.
    pub id: CaseId,
    /// Whose.
    pub child: ChildId,
    /// In which programme.
    pub programme: ProgrammeCode,
    /// How it came.
    pub referral: Referral,
    /// Where it stands.
    pub standing: Standing,
    /// Who answers for it.
    pub contacts: Contacts,
    /// When the course is expected to end.
    pub expected_end: Option<NaiveDate>,
    /// Every step so far, oldest first.
    pub moves: Vec<Move>,
    /// When the committee decided.
    #[serde(default)]
    pub decided_on: Option<NaiveDate>,
    /// When the case files had come.
    #[serde(default)]
    pub files_on: Option<NaiveDate>,
    /// How the start is structured, seen from the child's perspective. Source: service description, start-up.
    #[serde(default)]
    pub start_structure: Option<LongText>,
    /// Every decision on the level so far, oldest first; none in a programme without levels.
    #[serde(default)]
    pub levels: Vec<LevelChange>,
    /// The earlier case of the child, over by then, in whichever programme: a closed case is not reopened.
    #[serde(default)]
    pub follows: Option<CaseId>,
    /// What the case needs of who works with it.
    #[serde(default)]
    pub needs: Vec<Need>,
}

/// The days on which a child belongs to the house: from admission up to, not including, closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// The first day.
    pub from: NaiveDate,
    /// The first day after, where it is over.
    pub until: Option<NaiveDate>,
}

impl Enrolment {
    /// Whether a date is one of them.
    #[must_use]
    pub fn includes(self, date: NaiveDate) -> bool {
        self.from <= date && self.until.is_none_or(|end| date < end)
    }

    /// Whether it shares a day with a span that ends before `until` (or never).
    #[must_use]
    pub fn overlaps(self, from: NaiveDate, until: Option<NaiveDate>) -> bool {
        self.until.is_none_or(|end| from < end) && until.is_none_or(|end| self.from < end)
    }
}

impl Case {
    /// A case that has just been put forward, with nothing else known of it.
    #[must_use]
    pub fn new(id: CaseId, child: ChildId, programme: ProgrammeCode, referral: Referral) -> Self {
        Self {
            id,
            child,
            programme,
            referral,
            standing: Standing::Referral,
            contacts: Contacts::default(),
            expected_end: None,
            moves: Vec::new(),
            decided_on: None,
            files_on: None,
            start_structure: None,
            levels: Vec::new(),
            follows: None,
            needs: Vec::new(),
        }
    }

    /// The level, where one has been chosen.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.levels.last().map(|l| l.level)
    }

    /// The stage.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match &self.standing {
            Standing::Referral => Stage::Referral,
            Standing::Waiting { .. } => Stage::Waiting,
            Standing::Seated { stage, .. } => (*stage).into(),
            Standing::Closed { .. } => Stage::Closed,
            Standing::Declined { .. } => Stage::Declined,
        }
    }

    /// The seat it holds or held, with the day of admission.
    #[must_use]
    pub fn stay(&self) -> Option<Stay> {
        match &self.standing {
            Standing::Seated { stay, .. } | Standing::Closed { stay, .. } => Some(*stay),
            _ => None,
        }
    }

    /// The days of the course, for a case that ever had a seat.
    #[must_use]
    pub fn enrolment(&self) -> Option<Enrolment> {
        let until = match &self.standing {
            Standing::Closed { closing, .. } => Some(closing.on),
            _ => None,
        };
        self.stay().map(|stay| Enrolment { from: stay.from, until })
    }

    /// Whether it holds its seat on a date.
    #[must_use]
    pub fn holds_seat_on(&self, date: NaiveDate) -> bool {
        self.enrolment().is_some_and(|e| e.includes(date))
    }

    /// Since when it waits for a seat: the step onto the list, or where none is on record the referral.
    #[must_use]
    pub fn waiting_since(&self) -> Option<NaiveDate> {
        let onto = || self.moves.iter().rev().find(|m| m.to == Stage::Waiting).map(|m| m.on);
        matches!(self.standing, Standing::Waiting { .. }).then(|| onto().unwrap_or(self.referral.on))
    }

    /// Whether it is neither closed nor declined.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.standing, Standing::Closed { .. } | Standing::Declined { .. })
    }
}

impl Record for Case {
    type Key = CaseId;

    fn key(&self) -> CaseId {
        self.id
    }

    fn references(&self) -> Vec<AnyKey> {
        let contacts = [self.contacts.primary, self.contacts.secondary].into_iter().flatten();
        let staff =
            contacts.chain(self.moves.iter().filter_map(|m| m.by)).chain(self.levels.iter().map(|l| l.by));
        let own = [self.child.into(), self.programme.clone().into()];
        own.into_iter()
            .chain(staff.map(AnyKey::from))
            .chain(self.follows.map(AnyKey::from))
            .chain(self.levels.iter().map(|l| l.talk.into()))
            .collect()
    }

    fn contradiction(&self) -> Option<Contradiction> {
        let backward = self.enrolment().is_some_and(|e| e.until.is_some_and(|until| until <= e.from));
        backward.then_some(Contradiction::Backward)
    }
}
