//! The needs of a case that its staff should meet.

use serde::{Deserialize, Serialize};

use crate::record::staff::{Competency, Staff};
use crate::value::text::Tag;

/// A need of a case that its staff should meet.
/// Source: service description, about us; wellbeing programme, methods (the best match in each case).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A training.
    Competency(Competency),
    /// A method, in the house's own words.
    Method(Tag),
}

impl Need {
    /// Whether a member of staff meets the need.
    #[must_use]
    pub fn is_met_by(&self, staff: &Staff) -> bool {
        match self {
            Self::Competency(competency) => staff.competencies.contains(competency),
            Self::Method(method) => staff.methods.contains(method),
        }
    }
}
