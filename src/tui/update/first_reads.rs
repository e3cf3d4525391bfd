//! What is read when the screen opens: at the start, and when it comes back from a lock.

use super::{load_cases, load_pane};
use crate::effect::Effect;
use crate::load::Query;
use crate::model::Model;

/// What is read when the program starts.
#[must_use]
pub fn start(model: &Model) -> Effect {
    // Nobody has left the drafts that a demonstration invents.
    let drafts = Effect::Load(if model.demo { Query::Drafts } else { Query::DraftsToOffer });
    // The palette finds the children of the caseload from every pane.
    let first = if model.agenda.shown { load_cases(model) } else { Effect::None };
    Effect::Many(vec![Effect::Load(Query::Roster), first, load_pane(model), drafts])
}

/// What is read when the house is open again after a lock.
#[must_use]
pub fn again(model: &Model) -> Effect {
    let first = if model.agenda.shown { load_cases(model) } else { Effect::None };
    Effect::Many(vec![Effect::Load(Query::Roster), first, load_pane(model), Effect::Load(Query::Drafts)])
}
