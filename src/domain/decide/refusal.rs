//! Refusals: all reasons against an action at once.

use alloc::vec::Vec;

pub use crate::decide::reason::*;

/// A refusal holds every reason against an action, at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    reasons: Vec<Reason>,
}

impl Refusal {
    /// Makes a refusal if there is any reason.
    ///
    /// # Errors
    /// The refusal itself, so that `Refusal::unless_empty(reasons)?` continues only without reasons.
    pub fn unless_empty(reasons: Vec<Reason>) -> Result<(), Self> {
        if reasons.is_empty() { Ok(()) } else { Err(Self { reasons }) }
    }

    /// The reasons, in the order found.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Self { reasons: [reason].into() }
    }
}
