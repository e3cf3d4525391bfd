//! What a case needs of who works with it.

use serde::{Deserialize, Serialize};

use crate::record::staff::{Competency, Staff};
use crate::value::text::Tag;

/// Something that a case needs of who works with it.
/// Source: service description, about us; wellbeing programme, methods (the best match in each case).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A training.
    Competency(Competency),
    /// A method, as the house calls it.
    Method(Tag),
}

impl Need {
    /// Whether a member of staff has it.
    #[must_use]
    pub fn is_met_by(&self, staff: &Staff) -> bool {
        match self {
            Self::Competency(competency) => staff.competencies.contains(competency),
            Self::Method(method) => staff.methods.contains(method),
        }
    }
}
