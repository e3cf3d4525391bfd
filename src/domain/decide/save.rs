//! Decisions on records saved by hand.

use alloc::vec;
use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::register::overtaken;
use crate::decide::rule::Ruled;
use crate::record::change::Change;
use crate::record::edit::Edit;
use crate::with_edit;

/// Checks each record by its rules and collects all reasons. No record may appear twice.
pub(super) fn save(facts: &dyn Facts, changes: &[Change]) -> Result<Decision, Denied> {
    let mut reasons: Vec<Reason> = Vec::new();
    for (n, change) in changes.iter().enumerate() {
        let twice = changes.iter().take(n).any(|c| c.key() == change.key());
        let found = wrong(facts, change)?.into_iter().chain(twice.then_some(Reason::NotByEditing));
        for reason in found {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    Refusal::unless_empty(reasons)?;
    let action_kind = changes.first().and_then(action_kind).unwrap_or(ActionKind::Case);
    Ok(Decision::to_do(action_kind, changes.to_vec()))
}

/// The kind of action that saving the record records in the history.
fn action_kind(change: &Change) -> Option<ActionKind> {
    fn of<R: Ruled>(_: &Edit<R>) -> Option<ActionKind> {
        R::SAVED
    }
    with_edit!(change, edit => of(edit))
}

/// The reasons against saving a record.
fn wrong(facts: &dyn Facts, change: &Change) -> Result<Vec<Reason>, Denied> {
    // The record has changed since the user saw it, even if to the same state, so the user must look again.
    if !facts.stands(change)? {
        return Ok(vec![overtaken(facts, change, None)?]);
    }
    with_edit!(change, edit => Ruled::wrong(facts, edit))
}

/// The reasons against undoing a change.
pub(super) fn wrong_way_back(facts: &dyn Facts, change: &Change) -> Result<Vec<Reason>, Denied> {
    with_edit!(change, edit => Ruled::wrong_way_back(facts, edit))
}
