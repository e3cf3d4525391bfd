//! A case (sag, forløb): one child in one programme, from referral to closing.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::correction::{CaseDate, Correction};
use crate::record::edit::{Contradiction, Record};
use crate::record::level::LevelChange;
use crate::record::need::Need;
use crate::record::rhythm::Rhythm;
use crate::record::stage_move::Move;
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId, ChildId, StaffId};
use crate::value::level::Level;
use crate::value::programme_code::ProgrammeCode;
use crate::value::seat::SeatNumber;
use crate::value::stage::{SeatedStage, Stage};
use crate::value::text::{Line, LongText};

coded! {
    "priority"
    /// The priority of a child on the waiting list.
    pub enum Priority {
        /// Can wait.
        Low = "low",
        /// The usual priority.
        Normal = "normal",
        /// Gets the first free seat.
        Urgent = "urgent",
    }
}

coded! {
    "outcome"
    /// The outcome of a course. Source: service description, aims of the phase-out.
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
    /// Whether a phase-out leads to it; otherwise the course broke off.
    /// Source: service description, general (the three places children return to).
    #[must_use]
    pub fn is_planned(self) -> bool {
        matches!(self, Self::GeneralSchool | Self::SpecialProgramme | Self::YouthEducation)
    }
}

/// The seat of a case and the day from which it holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// The seat.
    pub seat: SeatNumber,
    /// The day of admission, the first day of holding it.
    pub from: NaiveDate,
}

/// The standing of a case with the data of that standing. Only `Seated` holds a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Standing {
    /// The committee has the case.
    Referral,
    /// Approved, waiting for a seat.
    Waiting {
        /// The priority on the waiting list.
        priority: Priority,
        /// The day the house last spoke with the family.
        last_contact: Option<NaiveDate>,
    },
    /// Holding a seat.
    Seated {
        /// The stage.
        stage: SeatedStage,
        /// The seat and the day of admission.
        stay: Stay,
    },
    /// The course has ended.
    Closed {
        /// The seat it held.
        stay: Stay,
        /// The end of the course.
        closing: Closing,
    },
    /// Refused or withdrawn before it had a seat.
    Declined {
        /// The day it was declined.
        on: NaiveDate,
    },
}

/// The end of a course.
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

/// The referral of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// The day the case was put forward.
    pub on: NaiveDate,
    /// The reason for it, in one line.
    pub note: Option<Line>,
}

/// The adults of the house responsible for a case (kontaktpersoner). Source: service description, start-up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contacts {
    /// The primary contact; every course has one.
    pub primary: Option<StaffId>,
    /// The secondary contact.
    pub secondary: Option<StaffId>,
}

impl Contacts {
    /// Whether a member of staff is one of them.
    #[must_use]
    pub fn has(self, who: StaffId) -> bool {
        [self.primary, self.secondary].contains(&Some(who))
    }
}

/// A case (sag): one child in one programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its identity.
    pub id: CaseId,
    /// The child.
    pub child: ChildId,
    /// The programme.
    pub programme: ProgrammeCode,
    /// The referral.
    pub referral: Referral,
    /// The standing.
    pub standing: Standing,
    /// The contacts.
    pub contacts: Contacts,
    /// The day the course is expected to end.
    pub expected_end: Option<NaiveDate>,
    /// Every move so far, oldest first.
    pub moves: Vec<Move>,
    /// The day the committee decided.
    #[serde(default)]
    pub decided_on: Option<NaiveDate>,
    /// The day the case files had arrived.
    #[serde(default)]
    pub files_on: Option<NaiveDate>,
    /// The structure of the start, from the child's perspective. Source: service description, start-up.
    #[serde(default)]
    pub start_structure: Option<LongText>,
    /// Every decision on the level so far, oldest first; none in a programme without levels.
    #[serde(default)]
    pub levels: Vec<LevelChange>,
    /// The child's earlier case that this one continues, in any programme: a closed case is not reopened.
    #[serde(default)]
    pub follows: Option<CaseId>,
    /// The needs that staff of the case should meet.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// The steps annulled and the dates corrected, oldest first. An annulled step is no longer among the moves.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// The intervals agreed on the case.
    #[serde(default)]
    pub rhythm: Rhythm,
}

/// The days a child is enrolled: from admission up to, not including, closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// The first day.
    pub from: NaiveDate,
    /// The first day after the enrolment; `None` while it lasts.
    pub until: Option<NaiveDate>,
}

impl Enrolment {
    /// Whether the enrolment includes a date.
    #[must_use]
    pub fn includes(self, date: NaiveDate) -> bool {
        self.from <= date && self.until.is_none_or(|end| date < end)
    }

    /// Whether it shares a day with the span from `from` up to, not including, `until`; `None` never ends.
    #[must_use]
    pub fn overlaps(self, from: NaiveDate, until: Option<NaiveDate>) -> bool {
        self.until.is_none_or(|end| from < end) && until.is_none_or(|end| self.from < end)
    }
}

impl Case {
    /// A new case at the stage of referral, with no other data.
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
            corrections: Vec::new(),
            rhythm: Rhythm::default(),
        }
    }

    /// The date of the case, if it has one.
    #[must_use]
    pub fn date(&self, of: CaseDate) -> Option<NaiveDate> {
        match of {
            CaseDate::Referral => Some(self.referral.on),
            CaseDate::Admission => self.stay().map(|stay| stay.from),
        }
    }

    /// The last step taken, if it is on record. The move that brought the case here is no step.
    #[must_use]
    pub fn last_step(&self) -> Option<&Move> {
        self.moves.last().filter(|m| m.from.is_some())
    }

    /// The current level, if one has been chosen.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.levels.last().map(|l| l.level)
    }

    /// The stage of the case.
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

    /// The stage of the case on a date, by its moves; the present one before the first of them.
    #[must_use]
    pub fn stage_on(&self, date: NaiveDate) -> Stage {
        self.moves.iter().rev().find(|m| m.on <= date).map_or_else(|| self.stage(), |m| m.to)
    }

    /// The seat it holds or held, with the day of admission.
    #[must_use]
    pub fn stay(&self) -> Option<Stay> {
        match &self.standing {
            Standing::Seated { stay, .. } | Standing::Closed { stay, .. } => Some(*stay),
            _ => None,
        }
    }

    /// The days of the course; `None` if the case never had a seat.
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

    /// The day the case went on the waiting list, or the day of referral if no such move is on record; `None` unless
    /// it waits.
    #[must_use]
    pub fn waiting_since(&self) -> Option<NaiveDate> {
        let onto = || self.moves.iter().rev().find(|m| m.to == Stage::Waiting).map(|m| m.on);
        matches!(self.standing, Standing::Waiting { .. }).then(|| onto().unwrap_or(self.referral.on))
    }

    /// Whether the case is neither closed nor declined.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.standing, Standing::Closed { .. } | Standing::Declined { .. })
    }

    /// Whether the course is not over on a date: the case is open, or it is closed from a later day and holds its seat
    /// until then.
    #[must_use]
    pub fn runs_on(&self, date: NaiveDate) -> bool {
        self.is_open() || self.holds_seat_on(date)
    }
}

impl Record for Case {
    type Key = CaseId;

    fn key(&self) -> CaseId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.child.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        let contacts = [self.contacts.primary, self.contacts.secondary].into_iter().flatten();
        let staff = contacts
            .chain(self.moves.iter().filter_map(|m| m.by))
            .chain(self.levels.iter().map(|l| l.by))
            .chain(self.corrections.iter().flat_map(|c| [Some(c.by), c.taken_by()]).flatten());
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
