//! Decisions on erasing the records of children whose cases ended long ago.
//!
//! Source: protection of the people in the records: a journal is kept for its years, so erasing is a decision of the one who
//! leads the house, with a reason; municipal records also need a decision of an archive.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::keys::not_led;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::retained::Retained;
use crate::decide::rule::{Ruled, ahead};
use crate::record::archive_decision::ArchiveDecision;
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::edit::Edit;
use crate::record::erasure::Erasure;
use crate::record::talk::{Participant, Talk};
use crate::rules::retention::{Kept, erasable_from};
use crate::value::id::{AnyKey, ChildId, ErasureId, PersonId};
use crate::value::role::Role;
use crate::value::text::Line;

/// Only an erasure writes one.
impl Ruled for Erasure {}

/// A decision is recorded as it was made; a wrong one is removed. Source: our own.
impl Ruled for ArchiveDecision {
    const SAVED: Option<ActionKind> = Some(ActionKind::ArchiveDecision);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let mut reasons: Vec<Reason> = not_led(facts)?.into_iter().collect();
        if let Some(new) = edit.new_state() {
            reasons.extend(ahead(facts, new.on));
            let (date, last) = (new.ended_until, new.on);
            reasons.extend((date > last).then_some(Reason::DateAfter { date, last }));
            reasons.extend((edit.old().is_some() || new.by != facts.asker()).then_some(Reason::NotByEditing));
        }
        Ok(reasons)
    }
}

/// Erases the records of children. The decision holds what stays: that they were erased, and the consultations that named
/// people around them, without those names. The store removes the rest, since a change would keep it.
pub(super) fn erase(
    facts: &dyn Facts,
    id: ErasureId,
    children: &[ChildId],
    reason: &Line,
) -> Result<Decision, Denied> {
    let children: BTreeSet<ChildId> = children.iter().copied().collect();
    let all = facts.cases()?;
    let mut reasons: Vec<Reason> = not_led(facts)?.into_iter().collect();
    reasons.extend(children.is_empty().then_some(Reason::NothingWritten));
    for child in &children {
        let cases: Vec<&Case> = all.iter().filter(|case| case.child == *child).collect();
        reasons.extend(retained(facts, *child, &cases)?);
    }
    Refusal::unless_empty(reasons)?;
    let cases = all.iter().filter(|case| children.contains(&case.child)).count();
    // An older backup still has the records that were merged into theirs.
    let mut identities = children.clone();
    for child in &children {
        identities.extend(facts.child(*child)?.into_iter().flat_map(|child| child.former));
    }
    let erasure = Erasure {
        id,
        at: facts.now(),
        by: facts.asker(),
        children: identities.into_iter().collect(),
        cases: u32::try_from(cases).unwrap_or(u32::MAX),
        reason: reason.clone(),
    };
    erased(facts, vec![erasure])
}

/// Erases again what was erased after the backup that this house was restored from.
pub(super) fn erase_again(facts: &dyn Facts, erasures: &[Erasure]) -> Result<Decision, Denied> {
    // The member of staff who decided it may not be on record in an older house.
    let by = facts.asker();
    erased(facts, erasures.iter().map(|erasure| Erasure { by, ..erasure.clone() }).collect())
}

fn erased(facts: &dyn Facts, erasures: Vec<Erasure>) -> Result<Decision, Denied> {
    let roots: Vec<AnyKey> =
        erasures.iter().flat_map(|erasure| &erasure.children).map(|child| (*child).into()).collect();
    let people: Vec<(PersonId, Role)> = facts
        .belongings(&roots)?
        .iter()
        .filter_map(|change| match change {
            Change::Person(edit) => edit.old().map(|person| (person.id, person.role)),
            _ => None,
        })
        .collect();
    let mut changes: Vec<Change> = erasures.into_iter().map(|one| Edit::create(one).into()).collect();
    for talk in facts.consultations()? {
        let new = Talk { participants: unnamed(&talk.participants, &people), ..talk.clone() };
        changes.extend(Edit::new(Some(talk), Some(new)).map(Change::Talk));
    }
    Ok(Decision::to_do(ActionKind::Erase, changes))
}

/// The participants with the role of each of these people in place of the person.
fn unnamed(participants: &[Participant], people: &[(PersonId, Role)]) -> Vec<Participant> {
    let role = |participant: &Participant| match participant {
        Participant::Person(id) => people.iter().find(|(person, _)| person == id).map(|(_, role)| *role),
        _ => None,
    };
    participants.iter().map(|one| role(one).map_or_else(|| one.clone(), Participant::Role)).collect()
}

/// The reasons against erasing a child with these cases.
fn retained(facts: &dyn Facts, child: ChildId, cases: &[&Case]) -> Result<Vec<Reason>, Denied> {
    let Some(name) = facts.child(child)?.map(|child| child.name) else {
        return Ok(vec![Reason::NoSuchChild]);
    };
    let retention = facts.settings()?.unwrap_or_default().retention;
    if let Some(open) = cases.iter().find(|case| case.is_open()) {
        return Ok(vec![Reason::Retained(Retained::Open { child: name, stage: open.stage() })]);
    }
    let kept: Vec<Kept> = cases.iter().map(|case| Kept::from(*case)).collect();
    let mut reasons = Vec::new();
    if let Some(from) = erasable_from(&kept, &retention).filter(|from| *from > facts.today()) {
        reasons.push(Reason::Retained(Retained::TooEarly { child: name.clone(), from }));
    }
    if let Some(ended) = kept.iter().filter_map(|kept| kept.ended).max().filter(|_| retention.municipal)
        && !facts.archive_decisions()?.iter().any(|decision| ended <= decision.ended_until)
    {
        reasons.push(Reason::Retained(Retained::NoArchiveDecision { child: name, ended }));
    }
    Ok(reasons)
}
