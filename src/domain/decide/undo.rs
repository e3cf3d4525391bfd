//! Undo and redo. They use only the history, so they work across a restart.

use crate::decide::facts::{Nature, PastAction};

/// Finds the action that undo reverses: the user's latest action that is not undone. It visits their actions, latest first.
#[derive(Debug, Default)]
pub struct UndoSearch {
    taken_back: u32,
    found: Option<PastAction>,
}

impl UndoSearch {
    /// Visits one action and returns whether to continue.
    pub fn visit(&mut self, past: PastAction) -> bool {
        if !past.action_kind.can_be_undone() {
            return true;
        }
        match past.nature {
            Nature::Undo => self.taken_back += 1,
            Nature::Do | Nature::Redo if self.taken_back > 0 => self.taken_back -= 1,
            Nature::Do | Nature::Redo => self.found = Some(past),
        }
        self.found.is_none()
    }

    /// The action found, if any.
    #[must_use]
    pub fn found(self) -> Option<PastAction> {
        self.found
    }
}

/// Finds the undo that redo reverses. A newer action ends the search.
#[derive(Debug, Default)]
pub struct RedoSearch {
    done_again: u32,
    found: Option<PastAction>,
}

impl RedoSearch {
    /// Visits one action and returns whether to continue.
    pub fn visit(&mut self, past: PastAction) -> bool {
        if !past.action_kind.can_be_undone() {
            return true;
        }
        match past.nature {
            Nature::Do => return false,
            Nature::Redo => self.done_again += 1,
            Nature::Undo if self.done_again > 0 => self.done_again -= 1,
            Nature::Undo => self.found = Some(past),
        }
        self.found.is_none()
    }

    /// The action found, if any.
    #[must_use]
    pub fn found(self) -> Option<PastAction> {
        self.found
    }
}
