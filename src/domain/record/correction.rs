//! A correction (rettelse) of a case: a step that was annulled, or a wrong date that was put right.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::stage_move::Move;
use crate::value::code::coded;
use crate::value::id::StaffId;
use crate::value::moment::Moment;
use crate::value::text::Line;

coded! {
    "case date"
    /// The dates of a case that can be corrected.
    pub enum CaseDate {
        /// The day the case was put forward.
        Referral = "referral",
        /// The day of admission, the first day of holding the seat.
        Admission = "admission",
    }
}

/// What was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Corrected {
    /// A step was annulled.
    Step {
        /// The step as it was taken.
        step: Move,
    },
    /// A date was replaced.
    Date {
        /// Which date.
        of: CaseDate,
        /// The wrong date.
        was: NaiveDate,
        /// The right date.
        is: NaiveDate,
    },
}

impl Corrected {
    /// The stable code of what was corrected.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Step { .. } => "step",
            Self::Date { .. } => "date",
        }
    }
}

/// One correction of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// What was corrected.
    pub what: Corrected,
    /// The reason.
    pub reason: Line,
    /// The member of staff who made it.
    pub by: StaffId,
    /// When it was made, in the house's own time zone.
    pub at: Moment,
}

impl Correction {
    /// The member of staff who took the annulled step, if a step was annulled and they are known.
    #[must_use]
    pub fn taken_by(&self) -> Option<StaffId> {
        match &self.what {
            Corrected::Step { step } => step.by,
            Corrected::Date { .. } => None,
        }
    }
}
