//! What can be taken back: runs of typing, runs of deleting, and whatever else came in one piece.

use super::buffer::{Change, Spot};

/// How many steps are kept.
const STEPS: usize = 1000;
/// A run of typing longer than this, in bytes of a line, ends before the next word.
pub(super) const RUN: usize = 80;

/// How a change came about, and so which ones run together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Typed,
    Erased,
    Deleted,
    Whole,
}

/// A change to make, and where the cursor was before and after the one first made.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub change: Change,
    pub before: Spot,
    pub after: Spot,
    pub kind: Kind,
}

/// What was done and what was taken back, each step holding the change that turns it round.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    open: bool,
}

impl History {
    /// Ends a run.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// How long the run is that the next letter would join, in bytes of its last line.
    pub fn run(&self) -> usize {
        let Some(Step { change: Change { from, to, .. }, .. }) = self.done.last().filter(|_| self.open)
        else {
            return 0;
        };
        if from.line == to.line { to.byte.saturating_sub(from.byte) } else { to.byte }
    }

    /// Notes a step just made, which had replaced what stood up to a place.
    pub fn note(&mut self, step: Step, replaced_to: Spot) {
        self.undone.clear();
        let kind = step.kind;
        let alone = match self.done.last_mut().filter(|_| self.open) {
            Some(last) => join(last, step, replaced_to),
            None => Some(step),
        };
        if let Some(step) = alone {
            if self.done.len() >= STEPS {
                self.done.remove(0);
            }
            self.done.push(step);
        }
        self.open = kind != Kind::Whole;
    }

    /// The step to take back.
    pub fn undo(&mut self) -> Option<Step> {
        self.open = false;
        self.done.pop()
    }

    /// The step to make again.
    pub fn redo(&mut self) -> Option<Step> {
        self.open = false;
        self.undone.pop()
    }

    /// Keeps a step just taken back.
    pub fn keep_undone(&mut self, step: Step) {
        self.undone.push(step);
    }

    /// Keeps a step just made again.
    pub fn keep_redone(&mut self, step: Step) {
        self.done.push(step);
    }
}

/// Makes one of two steps where the later goes on where the former stopped; otherwise gives it back.
fn join(last: &mut Step, step: Step, replaced_to: Spot) -> Option<Step> {
    let (was, is) = (&mut last.change, &step.change);
    let empty = was.from == was.to && is.from == is.to;
    match step.kind {
        kind if kind != last.kind => return Some(step),
        Kind::Typed if replaced_to == was.to && is.from >= was.from => was.to = is.to,
        Kind::Erased if empty && replaced_to == was.from => {
            was.text.insert_str(0, &is.text);
            (was.from, was.to) = (is.from, is.to);
        }
        Kind::Deleted if empty && is.from == was.from => was.text.push_str(&is.text),
        _ => return Some(step),
    }
    last.after = step.after;
    None
}
