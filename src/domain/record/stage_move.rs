//! A move of a case from stage to stage.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::value::id::StaffId;
use crate::value::moment::Moment;
use crate::value::requirement::Requirement;
use crate::value::stage::Stage;
use crate::value::text::Line;

/// The reason on an imported move that waives requirements. It is a code; `words` translates it.
pub const IMPORTED: &str = "imported";

/// One step of a case from stage to stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The stage before; `None` for the first move.
    pub from: Option<Stage>,
    /// The stage after.
    pub to: Stage,
    /// The day it takes effect.
    pub on: NaiveDate,
    /// The requirements that were waived.
    pub waived: Vec<Requirement>,
    /// The reason for the waiver, the move back or the early closing.
    pub reason: Option<Line>,
    /// The member of staff who made it, if known.
    #[serde(default)]
    pub by: Option<StaffId>,
    /// When it was recorded, in the house's own time zone, if known.
    #[serde(default)]
    pub at: Option<Moment>,
}

impl Move {
    /// Whether an import made it without giving another reason.
    #[must_use]
    pub fn is_imported(&self) -> bool {
        self.from.is_none()
            && self.by.is_none()
            && self.reason.as_ref().is_some_and(|r| r.as_str() == IMPORTED)
    }
}
