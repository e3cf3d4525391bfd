//! A decision: the changes that carry out an action, or the reason for none.

use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::facts::{Nature, Unreadable};
use crate::decide::refusal::{Reason, Refusal};
use crate::record::change::Change;

/// The changes that carry out an action, written together. Empty if everything is already as requested.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The kind of action.
    pub action_kind: ActionKind,
    /// Whether it does, undoes or redoes.
    pub nature: Nature,
    /// The changes, in writing order.
    pub changes: Vec<Change>,
}

impl Decision {
    pub(crate) fn to_do(action_kind: ActionKind, changes: Vec<Change>) -> Self {
        Self { action_kind, nature: Nature::Do, changes }
    }
}

/// Why there is no decision.
#[derive(Clone, Debug, PartialEq)]
pub enum Denied<E = Unreadable> {
    /// The rules forbid it.
    Refused(Refusal),
    /// The facts could not be read.
    Failed(E),
}

impl<E> From<Refusal> for Denied<E> {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<E> From<Reason> for Denied<E> {
    fn from(reason: Reason) -> Self {
        Self::Refused(reason.into())
    }
}

impl From<Unreadable> for Denied {
    fn from(unreadable: Unreadable) -> Self {
        Self::Failed(unreadable)
    }
}

impl<E> Denied<E> {
    /// Replaces the failure.
    pub fn map_failure<O>(self, map: impl FnOnce(E) -> O) -> Denied<O> {
        match self {
            Self::Refused(refusal) => Denied::Refused(refusal),
            Self::Failed(failure) => Denied::Failed(map(failure)),
        }
    }
}
