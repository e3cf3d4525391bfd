//! The rhythm agreed on a case: the intervals of its meetings and talks, and whether it asks for aftercare.

use serde::{Deserialize, Serialize};

use crate::value::interval::Interval;

/// The agreements on a case's rhythm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rhythm {
    /// Months between follow-up meetings after the first; `None` for the usual three. The municipality decides it.
    #[serde(default)]
    pub follow_up_months: Option<Interval>,
    /// Weeks between wellbeing talks; `None` while none are agreed.
    #[serde(default)]
    pub wellbeing_weeks: Option<Interval>,
    /// Whether the family is contacted after closing.
    #[serde(default)]
    pub aftercare: bool,
}
