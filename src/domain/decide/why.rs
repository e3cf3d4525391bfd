//! What a refusal names: why a day takes no marks, and what needs a reason.

use crate::record::closure::ClosureKind;
use crate::value::holiday::Holiday;

/// Why a day takes no marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSchool {
    /// A Saturday or Sunday.
    Weekend,
    /// A public holiday.
    Holiday(Holiday),
    /// A closure.
    Closed(ClosureKind),
}

/// An action that needs a reason from the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Waiving a requirement.
    Waiver,
    /// Going back a stage.
    Back,
    /// Closing early.
    Early,
    /// Declining.
    Declining,
    /// Changing the level.
    Level,
}
