//! What a refusal names: what needs a reason.

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
