//! Decisions on the house itself: its staff and its seats.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::keys::{event, last_leader, not_led};
use crate::decide::people::not_here;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::register::overtaken;
use crate::record::case::{Case, Contacts};
use crate::record::change::Change;
use crate::record::child::Child;
use crate::record::edit::Edit;
use crate::record::key_event::{KeyDeed, Slot};
use crate::record::programme::HouseProgramme;
use crate::record::staff::{Competency, Staff};
use crate::value::fingerprint::Fingerprint;
use crate::value::id::{KeyEventId, StaffId};
use crate::value::programme_code::ProgrammeCode;
use crate::value::seat::SeatNorm;
use crate::value::text::Tag;

/// Everybody adds colleagues, with a key of their own. Only a leader adds a leader.
pub(super) fn add_staff(
    facts: &dyn Facts,
    staff: &Staff,
    key: Option<(KeyEventId, Fingerprint)>,
) -> Result<Decision, Denied> {
    let mut reasons = Vec::new();
    if facts.staff()?.iter().any(|s| s.initials == staff.initials || s.id == staff.id) {
        reasons.push(Reason::InitialsTaken(staff.initials.clone()));
    }
    if staff.leader {
        reasons.extend(not_led(facts)?);
    }
    Refusal::unless_empty(reasons)?;
    let mut changes = vec![Edit::create(staff.clone()).into()];
    changes.extend(key.map(|(id, fingerprint)| {
        event(facts, id, KeyDeed::Given(Slot { of: staff.initials.clone(), fingerprint }))
    }));
    Ok(Decision::to_do(ActionKind::Staff, changes))
}

/// Former staff keep their recorded trainings and methods.
pub(super) fn edit_staff(
    facts: &dyn Facts,
    seen: &Staff,
    competencies: &[Competency],
    methods: &[Tag],
) -> Result<Decision, Denied> {
    let staff = facts.member(seen.id)?.ok_or(Reason::NoSuchStaff)?;
    if staff != *seen {
        return Err(overtaken(facts, &Change::Staff(Edit::create(staff)), None)?.into());
    }
    if let Some(on) = staff.left_on.filter(|on| *on <= facts.today()) {
        return Err(Reason::StaffGone { initials: staff.initials.clone(), on }.into());
    }
    let mut new = staff.clone();
    (new.competencies, new.methods) = (each_once(competencies), each_once(methods));
    let change = Edit::new(Some(staff), Some(new)).map(Change::Staff);
    Ok(Decision::to_do(ActionKind::Staff, change.into_iter().collect()))
}

fn each_once<T: Clone + PartialEq>(all: &[T]) -> Vec<T> {
    let mut once: Vec<T> = Vec::with_capacity(all.len());
    for one in all {
        if !once.contains(one) {
            once.push(one.clone());
        }
    }
    once
}

/// Who leaves is no longer a contact of any open case.
pub(super) fn retire_staff(
    facts: &dyn Facts,
    who: StaffId,
    on: NaiveDate,
    hand_over_to: Option<StaffId>,
) -> Result<Decision, Denied> {
    let known = facts.staff()?;
    let staff = known.iter().find(|s| s.id == who).ok_or(Reason::NoSuchStaff)?;
    if let Some(left) = staff.left_on {
        return Err(Reason::AlreadyLeft { on: left }.into());
    }
    if !known.iter().any(|s| s.id != who && s.left_on.is_none()) {
        return Err(Reason::LastStaff.into());
    }
    let heir = hand_over_to.filter(|heir| *heir != who);
    let mut reasons: Vec<Reason> = not_led(facts)?.into_iter().collect();
    reasons.extend(last_leader(facts, who)?);
    reasons.extend(not_here(facts, heir.as_slice())?);
    let left = Staff { left_on: Some(on), ..staff.clone() };
    let mut changes: Vec<Change> =
        Edit::new(Some(staff.clone()), Some(left)).map(Change::Staff).into_iter().collect();
    for case in facts.cases()?.into_iter().filter(Case::is_open) {
        if case.contacts.primary == Some(who) && heir.is_none() {
            let child = facts.child(case.child)?;
            let class = |child: &Child| child.class_on(facts.today()).map(|c| c.moved_up_to(facts.today()));
            reasons.extend(child.map(|c| Reason::StillContact { class: class(&c), child: c.name }));
        }
        let new = Case { contacts: without(case.contacts, who, heir), ..case.clone() };
        changes.extend(Edit::new(Some(case), Some(new)).map(Change::Case));
    }
    Refusal::unless_empty(reasons)?;
    Ok(Decision::to_do(ActionKind::Staff, changes))
}

/// The contacts of a case after `who` has left and `heir` has taken over as primary contact.
fn without(contacts: Contacts, who: StaffId, heir: Option<StaffId>) -> Contacts {
    let primary = if contacts.primary == Some(who) { heir } else { contacts.primary };
    let stays = |second: &StaffId| *second != who && Some(*second) != primary;
    Contacts { primary, secondary: contacts.secondary.filter(stays) }
}

/// The numbers of the seats held today or from a later day already decided, lowest first, each once.
fn held(cases: &[Case], programme: &ProgrammeCode, today: NaiveDate) -> BTreeSet<u16> {
    cases
        .iter()
        .filter(|c| c.programme == *programme)
        .filter(|c| c.enrolment().is_some_and(|e| e.until.is_none_or(|end| today < end)))
        .filter_map(|c| c.stay().map(|s| s.seat.get()))
        .collect()
}

/// The norm can't go below the highest seat number held, even if lower seats are free: no child is moved to another
/// seat. Source: our own (domain rules, seats are numbered, and lowering the norm below the occupancy is refused).
pub(super) fn set_seats(
    facts: &dyn Facts,
    programme: &ProgrammeCode,
    norm: SeatNorm,
) -> Result<Decision, Denied> {
    let programmes = facts.programmes()?;
    let (_, old) = programmes
        .iter()
        .find(|(_, p)| p.code == *programme)
        .ok_or_else(|| Reason::NoSuchProgramme(programme.clone()))?;
    let cases = facts.cases()?;
    let mut reasons: Vec<Reason> = not_led(facts)?.into_iter().collect();
    if let Some(asked) = norm.number() {
        let held = held(&cases, programme, facts.today());
        if let Some(highest) = held.last().copied().filter(|highest| *highest > asked) {
            let occupied = u16::try_from(held.len()).unwrap_or(u16::MAX);
            reasons.push(Reason::SeatsHeld { highest, occupied, asked });
        }
    }
    Refusal::unless_empty(reasons)?;
    let new = HouseProgramme { code: programme.clone(), seats: norm };
    let change = Edit::new(Some(old.clone()), Some(new)).map(Change::Programme);
    Ok(Decision::to_do(ActionKind::Seats, change.into_iter().collect()))
}
