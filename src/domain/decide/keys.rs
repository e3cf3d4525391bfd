//! Rules for the keys of the house: who gives, renews and removes them, and who leads the house.
//!
//! They are rules of the program. A person with a key can read the file without it. Source: our own.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::people::not_here;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::rule::Ruled;
use crate::record::change::Change;
use crate::record::edit::Edit;
use crate::record::key_event::{KeyDeed, KeyEvent};
use crate::record::staff::Staff;
use crate::value::id::{KeyEventId, StaffId};
use crate::value::name::Initials;

/// Only its own action writes a key event.
impl Ruled for KeyEvent {}

/// The reason against an action of somebody who does not lead the house; it names the leaders to ask.
pub(super) fn not_led(facts: &dyn Facts) -> Result<Option<Reason>, Denied> {
    if facts.member(facts.asker())?.is_some_and(|asker| asker.leads(facts.today())) {
        return Ok(None);
    }
    Ok(not_among_leaders(&facts.staff()?, facts.asker(), facts.today()))
}

/// The reason against what only a leader does, for somebody who does not lead the house on a day.
pub(super) fn not_among_leaders(staff: &[Staff], who: StaffId, today: NaiveDate) -> Option<Reason> {
    let leaders = || staff.iter().filter(|s| s.leads(today));
    if leaders().any(|s| s.id == who) {
        return None;
    }
    Some(Reason::OnlyLeaders(leaders().map(|s| s.initials.clone()).collect()))
}

/// The reason against an action after which nobody would lead the house.
pub(super) fn last_leader(facts: &dyn Facts, who: StaffId) -> Result<Option<Reason>, Denied> {
    let today = facts.today();
    let leaders: Vec<Staff> = facts.staff()?.into_iter().filter(|s| s.leads(today)).collect();
    let last = leaders.iter().any(|s| s.id == who) && leaders.len() == 1;
    Ok(last.then_some(Reason::LastLeader))
}

/// Gives a member of staff the mark of a leader, or takes it.
pub(super) fn set_leader(facts: &dyn Facts, who: StaffId, leads: bool) -> Result<Decision, Denied> {
    let staff = facts.member(who)?.ok_or(Reason::NoSuchStaff)?;
    let mut reasons: Vec<Reason> = not_led(facts)?.into_iter().collect();
    reasons.extend(not_here(facts, &[who])?);
    if !leads {
        reasons.extend(last_leader(facts, who)?);
    }
    Refusal::unless_empty(reasons)?;
    let new = Staff { leader: leads, ..staff.clone() };
    let change = Edit::new(Some(staff), Some(new)).map(Change::Staff);
    Ok(Decision::to_do(ActionKind::Leader, change.into_iter().collect()))
}

/// Records what happens to a key, if the user may do it.
pub(super) fn key(facts: &dyn Facts, id: KeyEventId, deed: &KeyDeed) -> Result<Decision, Denied> {
    let own = |of: &Initials| -> Result<Option<Reason>, Denied> {
        let is_own = facts.member(facts.asker())?.is_some_and(|asker| asker.initials == *of);
        Ok((!is_own).then_some(Reason::KeyOfAnother(of.clone())))
    };
    let mut reasons = Vec::new();
    match deed {
        KeyDeed::Given(slot) | KeyDeed::Renewed(slot) => {
            reasons.extend(not_led(facts)?);
            reasons.extend(not_present(facts, &slot.of)?);
        }
        KeyDeed::Changed(slot) | KeyDeed::Recovered(slot) => reasons.extend(own(&slot.of)?),
        KeyDeed::FailedTries { of, .. } => reasons.extend(own(of)?),
        KeyDeed::RecoveryMade(_)
        | KeyDeed::Removed { .. }
        | KeyDeed::AskedToClose { .. }
        | KeyDeed::Exported { whole: true, .. } => reasons.extend(not_led(facts)?),
        KeyDeed::Exported { whole: false, .. } | KeyDeed::PutBack { .. } => {}
    }
    Refusal::unless_empty(reasons)?;
    Ok(Decision::to_do(ActionKind::Key, vec![event(facts, id, deed.clone())]))
}

/// A key event of the user's, now.
pub(super) fn event(facts: &dyn Facts, id: KeyEventId, deed: KeyDeed) -> Change {
    Edit::create(KeyEvent { id, at: facts.now(), by: facts.asker(), deed }).into()
}

fn not_present(facts: &dyn Facts, initials: &Initials) -> Result<Vec<Reason>, Denied> {
    match facts.staff()?.iter().find(|s| s.initials == *initials) {
        Some(staff) => not_here(facts, &[staff.id]),
        None => Ok(vec![Reason::NoSuchStaff]),
    }
}
