//! Identities: one newtype per noun over a 128-bit UUID, so a child's id does not pass for a case's.

use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::value::programme_code::ProgrammeCode;

/// A text that is not an identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an identity: 32 hexadecimal digits, hyphens allowed")]
pub struct BadId;

fn parse(text: &str) -> Result<u128, BadId> {
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    if digits.len() != 32 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(BadId);
    }
    u128::from_str_radix(&digits, 16).map_err(|_| BadId)
}

fn write(value: u128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let hex = alloc::format!("{value:032x}");
    write!(f, "{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// An identity: a 128-bit UUID in a type of its own.
pub trait Identity: Copy + fmt::Display {
    /// Wraps a UUID given as a number.
    fn from_u128(value: u128) -> Self;
    /// The UUID as a number.
    fn as_u128(self) -> u128;
}

/// A plain number identifies a screen.
impl Identity for u128 {
    fn from_u128(value: u128) -> Self {
        value
    }

    fn as_u128(self) -> u128 {
        self
    }
}

macro_rules! identities {
    ($($(#[$doc:meta])* $noun:ident: $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(u128);

        impl $name {
            /// Wraps a UUID given as a number.
            #[must_use]
            pub const fn from_u128(value: u128) -> Self {
                Self(value)
            }

            /// The UUID as a number.
            #[must_use]
            pub const fn as_u128(self) -> u128 {
                self.0
            }
        }

        impl Identity for $name {
            fn from_u128(value: u128) -> Self {
                Self(value)
            }

            fn as_u128(self) -> u128 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write(self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                parse(text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;

            fn try_from(text: String) -> Result<Self, BadId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }

        impl From<$name> for AnyKey {
            fn from(id: $name) -> Self {
                Self::$noun(id)
            }
        }
    )+

        /// The key of any record.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum AnyKey {
            $($(#[$doc])* $noun($name),)+
            /// A programme.
            Programme(ProgrammeCode),
            /// A case's day in the register.
            Day(CaseId, NaiveDate),
            /// A record that a house has only once.
            House,
        }
    };
}

identities! {
    /// Identity of a child.
    Child: ChildId,
    /// Identity of a case (sag, forløb).
    Case: CaseId,
    /// Identity of a member of staff.
    Staff: StaffId,
    /// Identity of a closure of the school.
    Closure: ClosureId,
    /// Identity of one version of a child's weekly timetable.
    Timetable: TimetableId,
    /// Identity of one version of a teaching plan.
    TeachingPlan: TeachingPlanId,
    /// Identity of an appointment.
    Appointment: AppointmentId,
    /// Identity of a series of appointments.
    Series: SeriesId,
    /// Identity of a talk.
    Talk: TalkId,
    /// Identity of an addendum to a talk.
    Addendum: AddendumId,
    /// Identity of a follow-up.
    FollowUp: FollowUpId,
    /// Identity of an outcome measure.
    Measure: MeasureId,
    /// Identity of the mark of a misplaced note.
    Misplacement: MisplacementId,
    /// Identity of a person around a child.
    Person: PersonId,
    /// Identity of one version of a joint analysis.
    Analysis: AnalysisId,
    /// Identity of a goal.
    Goal: GoalId,
    /// Identity of an intervention.
    Intervention: InterventionId,
    /// Identity of one version of a document.
    Document: DocumentId,
    /// Identity of an answer to an obligation.
    Answer: AnswerId,
    /// Identity of a week reported from a child's own school.
    ReportedWeek: ReportedWeekId,
    /// Identity of a consent.
    Consent: ConsentId,
    /// Identity of a letter, message or paper that came in or went out.
    Correspondence: CorrespondenceId,
    /// Identity of a review of a look in the access log.
    AccessReview: AccessReviewId,
    /// Identity of a key event.
    KeyEvent: KeyEventId,
    /// Identity of an erasure.
    Erasure: ErasureId,
    /// Identity of a decision of an archive.
    ArchiveDecision: ArchiveDecisionId,
    /// Identity of the finding that two children are two.
    TwoChildren: TwoChildrenId,
    /// Identity of a draft.
    Draft: DraftId,
}

impl From<ProgrammeCode> for AnyKey {
    fn from(code: ProgrammeCode) -> Self {
        Self::Programme(code)
    }
}

impl From<(CaseId, NaiveDate)> for AnyKey {
    fn from((case, date): (CaseId, NaiveDate)) -> Self {
        Self::Day(case, date)
    }
}

/// The key of a record that a house has only once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TheHouse;

impl From<TheHouse> for AnyKey {
    fn from(_: TheHouse) -> Self {
        Self::House
    }
}
