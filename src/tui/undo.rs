//! The undo key, and what it says of what it can't take back.

use trivsel_domain::decide::{Action, ActionKind};

use super::effect::Effect;
use super::model::Model;

/// Undoes the last undoable step. If the last thing done can't be undone, the first press only says so, since undo would
/// otherwise take back the step before it.
pub fn undo(model: &mut Model) -> Effect {
    let Some((kind, on)) = model.irrevocable.take() else {
        return Effect::perform(Action::Undo);
    };
    let why = match kind {
        ActionKind::Sign | ActionKind::Addendum => "undo-not-signed",
        ActionKind::SignDocument => "undo-not-document",
        // A step is annulled on its own day.
        ActionKind::Step if on == model.today() => "undo-annul",
        ActionKind::Step => "undo-not-step",
        ActionKind::CorrectDate => "undo-not-date",
        _ => "undo-not-decided",
    };
    model.refuse_with(why);
    Effect::None
}
