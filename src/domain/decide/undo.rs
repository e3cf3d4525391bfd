//! Undo and redo. They use only the history, so they work across a restart.

use crate::decide::facts::{Nature, Step};

/// Finds the step that undo reverses: the user's latest step that is not undone. It visits their steps, latest first.
#[derive(Debug, Default)]
pub struct UndoSearch {
    taken_back: u32,
    found: Option<Step>,
}

impl UndoSearch {
    /// Visits one step and returns whether to continue.
    pub fn visit(&mut self, step: Step) -> bool {
        if !step.action_kind.can_be_undone() {
            return true;
        }
        match step.nature {
            Nature::Undo => self.taken_back += 1,
            Nature::Do | Nature::Redo if self.taken_back > 0 => self.taken_back -= 1,
            Nature::Do | Nature::Redo => self.found = Some(step),
        }
        self.found.is_none()
    }

    /// The step found, if any.
    #[must_use]
    pub fn found(self) -> Option<Step> {
        self.found
    }
}

/// Finds the undo that redo reverses. A newer action ends the search.
#[derive(Debug, Default)]
pub struct RedoSearch {
    done_again: u32,
    found: Option<Step>,
}

impl RedoSearch {
    /// Visits one step and returns whether to continue.
    pub fn visit(&mut self, step: Step) -> bool {
        if !step.action_kind.can_be_undone() {
            return true;
        }
        match step.nature {
            Nature::Do => return false,
            Nature::Redo => self.done_again += 1,
            Nature::Undo if self.done_again > 0 => self.done_again -= 1,
            Nature::Undo => self.found = Some(step),
        }
        self.found.is_none()
    }

    /// The step found, if any.
    #[must_use]
    pub fn found(self) -> Option<Step> {
        self.found
    }
}
