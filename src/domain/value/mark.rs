//! One mark in the register.

use serde::{Deserialize, Serialize};

use crate::value::code::coded;
use crate::value::time::{Hours, TimeOfDay};

coded! {
    "half"
    /// The two times of day at which absence is registered.
    pub enum Half {
        /// The morning.
        First = "first",
        /// The last lesson.
        Second = "second",
    }
}

coded! {
    "mark"
    /// The kinds of mark. Source: the order on absence in the Folkeskole; *elsewhere* is the service's own.
    pub enum MarkKind {
        /// Til stede.
        Present = "present",
        /// For sent.
        Late = "late",
        /// Delvis: present for part of the time.
        Partial = "partial",
        /// Syg, or a similar cause.
        Sick = "sick",
        /// Ekstraordinær frihed, granted by the head.
        Leave = "leave",
        /// Ulovligt: every other absence.
        Unlawful = "unlawful",
        /// Met at home, online or out: counts as contact, not as attendance.
        Elsewhere = "elsewhere",
        /// Not expected: outside the statutory causes.
        NotExpected = "not-expected",
    }
}

impl MarkKind {
    /// How much a mark asks for attention, 0 (none) to 5 (most).
    /// Source: our own (unlawful absence has limits to act on; the other absences are foretold or granted).
    #[must_use]
    pub fn gravity(self) -> u8 {
        match self {
            Self::Present => 0,
            Self::NotExpected | Self::Elsewhere => 1,
            Self::Late => 2,
            Self::Partial => 3,
            Self::Sick | Self::Leave => 4,
            Self::Unlawful => 5,
        }
    }
}

coded! {
    "absence"
    /// The causes of absence that can be reported ahead.
    /// Source: the order on absence (sickness or the like, and leave granted by the head); unlawful, the third cause,
    /// is everything else and never reported ahead.
    pub enum Absence {
        /// Syg.
        Sick = "sick",
        /// Ekstraordinær frihed.
        Leave = "leave",
    }
}

impl From<Absence> for Mark {
    fn from(absence: Absence) -> Self {
        match absence {
            Absence::Sick => Self::Sick,
            Absence::Leave => Self::Leave,
        }
    }
}

/// A mark with the times of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "mark", rename_all = "kebab-case")]
pub enum Mark {
    /// Present the whole time.
    Present,
    /// Present from a time on.
    Late {
        /// The time the child arrived.
        at: TimeOfDay,
    },
    /// Present between two times.
    Partial {
        /// The hours present.
        hours: Hours,
    },
    /// Absent, sick.
    Sick,
    /// Absent on leave.
    Leave,
    /// Absent, unlawfully.
    Unlawful,
    /// Met elsewhere.
    Elsewhere,
    /// Not expected.
    NotExpected,
}

impl Mark {
    /// The kind of mark.
    #[must_use]
    pub fn kind(self) -> MarkKind {
        match self {
            Self::Present => MarkKind::Present,
            Self::Late { .. } => MarkKind::Late,
            Self::Partial { .. } => MarkKind::Partial,
            Self::Sick => MarkKind::Sick,
            Self::Leave => MarkKind::Leave,
            Self::Unlawful => MarkKind::Unlawful,
            Self::Elsewhere => MarkKind::Elsewhere,
            Self::NotExpected => MarkKind::NotExpected,
        }
    }

    /// The cause of absence, if it can be reported ahead.
    #[must_use]
    pub fn foretellable(self) -> Option<Absence> {
        match self {
            Self::Sick => Some(Absence::Sick),
            Self::Leave => Some(Absence::Leave),
            _ => None,
        }
    }

    /// Whether the times of the mark lie within the planned hours: an arrival after the start and before the end, or
    /// presence that does not reach beyond them.
    #[must_use]
    pub fn fits(self, planned: Hours) -> bool {
        match self {
            Self::Late { at } => planned.from() < at && at < planned.to(),
            Self::Partial { hours } => planned.from() <= hours.from() && hours.to() <= planned.to(),
            _ => true,
        }
    }

    /// Minutes of the planned hours at which the child was present, 0 to the length of the hours.
    #[must_use]
    pub fn minutes_within(self, planned: Hours) -> u32 {
        let attended = match self {
            Self::Present => planned.minutes(),
            Self::Late { at } => Hours::new(at.max(planned.from()), planned.to()).map_or(0, Hours::minutes),
            Self::Partial { hours } => hours.shared_minutes(planned),
            _ => 0,
        };
        u32::from(attended)
    }
}
