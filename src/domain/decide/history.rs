//! Decisions on undo and redo.

use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::{Facts, Nature, PastAction};
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::register::overtaken;
use crate::decide::save::wrong_way_back;
use crate::decide::undo::{RedoSearch, UndoSearch};
use crate::decide::{merging, mistake};
use crate::record::change::Change;

pub(super) fn undo(facts: &dyn Facts) -> Result<Decision, Denied> {
    let mut search = UndoSearch::default();
    facts.own_actions(&mut |past| search.visit(past))?;
    let past = search.found().ok_or(Reason::NothingToUndo)?;
    take_back(facts, past, Nature::Undo)
}

pub(super) fn redo(facts: &dyn Facts) -> Result<Decision, Denied> {
    let mut search = RedoSearch::default();
    facts.own_actions(&mut |past| search.visit(past))?;
    let past = search.found().ok_or(Reason::NothingToRedo)?;
    take_back(facts, past, Nature::Redo)
}

/// Reverses an action. If any record it wrote has changed since, nothing is reversed.
fn take_back(facts: &dyn Facts, past: PastAction, nature: Nature) -> Result<Decision, Denied> {
    let changes: Vec<Change> = facts.changes_of(past.number)?.iter().rev().map(Change::inverse).collect();
    if past.action_kind == ActionKind::Merge {
        return merging::take_back(facts, past, nature, &changes);
    }
    for change in &changes {
        if !facts.stands(change)? {
            let now = match change {
                Change::Day(edit) => {
                    let (case, date) = edit.key();
                    facts.day(case, date)?
                }
                _ => None,
            };
            return Err(overtaken(facts, change, now)?.into());
        }
    }
    let mut reasons = Vec::new();
    if past.action_kind == ActionKind::RemoveCase {
        reasons.extend(mistake::wrong_way_back(facts, &changes)?);
    } else {
        for change in &changes {
            reasons.extend(wrong_way_back(facts, change)?);
        }
    }
    Refusal::unless_empty(reasons)?;
    Ok(Decision { action_kind: past.action_kind, nature, changes })
}
