//! Decisions on filling an empty house.

use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::keys::not_led;
use crate::decide::refusal::{Reason, Refusal};
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::edit::Edit;
use crate::record::records::Records;

/// The cases ordered so that each comes after the case that it follows, if there is no loop.
fn cases_in_order(cases: &[Case]) -> Vec<Case> {
    let mut order: Vec<Case> = Vec::with_capacity(cases.len());
    let mut waiting: Vec<&Case> = cases.iter().collect();
    loop {
        let left = waiting.len();
        waiting.retain(|c| {
            let ready = c.follows.is_none_or(|f| order.iter().any(|o| o.id == f));
            if ready {
                order.push((*c).clone());
            }
            !ready
        });
        if waiting.is_empty() || waiting.len() == left {
            order.extend(waiting.into_iter().cloned());
            return order;
        }
    }
}

/// Fills an empty house. Restored records replace the staff, programmes, closures and settings of the founding by
/// key.
pub(super) fn restore(facts: &dyn Facts, records: &Records) -> Result<Decision, Denied> {
    let mut reasons: Vec<Reason> = records.contradictions().into_iter().map(Reason::Contradiction).collect();
    // A file must not make its reader a leader.
    reasons.extend(not_led(facts)?);
    if !facts.children()?.is_empty() {
        reasons.insert(0, Reason::HouseNotEmpty);
    }
    let there = Records {
        staff: facts.staff()?,
        programmes: facts.programmes()?.into_iter().map(|(_, p)| p).collect(),
        closures: facts.calendar()?.closures().to_vec(),
        settings: facts.settings()?.into_iter().collect(),
        ..Records::default()
    };
    let taken =
        records.staff.iter().filter(|r| there.staff.iter().any(|s| s.initials == r.initials && s.id != r.id));
    reasons.extend(taken.map(|s| Reason::InitialsTaken(s.initials.clone())));
    Refusal::unless_empty(reasons)?;
    // Closures are replaced as a whole: the founding's defaults must not stay beside the restored ones.
    let gone = there.closures.iter().filter(|c| !records.closures.iter().any(|r| r.id == c.id));
    let mut changes: Vec<Change> =
        gone.filter_map(|c| Edit::new(Some(c.clone()), None).ok()).map(Change::from).collect();
    let mut records = records.clone();
    // The keys of another house say nothing of this one, and its leaders stay leaders.
    records.key_events.clear();
    for staff in &mut records.staff {
        staff.leader |= there.staff.iter().any(|s| s.id == staff.id && s.leader);
    }
    records.cases = cases_in_order(&records.cases);
    records.days.retain(|day| !day.says_nothing());
    changes.extend(records.changes_from(&there));
    Ok(Decision::to_do(ActionKind::Found, changes))
}
