//! Decisions on two children that are one: their cases and people become one child's, and undo parts them again until
//! something is signed.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::{Facts, Nature, PastAction};
use crate::decide::merge::Merge;
use crate::decide::merge_fault::MergeFault;
use crate::decide::people::{named, parties, wrong_beside};
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::register::overtaken;
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::child::Child;
use crate::record::edit::Edit;
use crate::record::person::Person;
use crate::rules::doubles::{doubles, filled};
use crate::value::id::{CaseId, ChildId, PersonId};

/// Makes one child of two. The changes can be written in their order and undone in the reverse one: what refers to a child
/// is moved before that child goes.
pub(super) fn merge(facts: &dyn Facts, merge: &Merge) -> Result<Decision, Denied> {
    let (kept, gone) = (&merge.kept, &merge.gone);
    for seen in [kept, gone] {
        if facts.child(seen.id)?.is_none() {
            return Err(Reason::NoSuchChild.into());
        }
        let removal: Option<Change> = Edit::new(Some(seen.clone()), None).ok().map(Change::from);
        if let Some(removal) = removal
            && !facts.stands(&removal)?
        {
            return Err(overtaken(facts, &removal, None)?.into());
        }
    }
    let cases = facts.cases()?;
    let mut reasons: Vec<Reason> = merge.faults(&cases).into_iter().map(Reason::Merge).collect();
    let child = merge.child();
    reasons.extend(wrong_beside(facts, &child, gone.id)?);
    Refusal::unless_empty(reasons)?;
    let moved = |case: &Case| Edit::new(Some(case.clone()), Some(Case { child: kept.id, ..case.clone() }));
    let theirs = cases.iter().filter(|case| case.child == gone.id);
    let mut changes: Vec<Change> = theirs.filter_map(|case| moved(case).ok().map(Change::from)).collect();
    changes.extend(people(facts, kept.id, gone.id)?);
    changes.extend(Edit::new(Some(gone.clone()), None).ok().map(Change::from));
    changes.extend(Edit::new(Some(kept.clone()), Some(child)).ok().map(Change::from));
    Ok(Decision::to_do(ActionKind::Merge, changes))
}

/// The changes that move people to the child that stays. Of two who are one, the one whom a signed note or a letter names
/// stays, with what the other has more; if both are named, both stay. Source: our own.
fn people(facts: &dyn Facts, kept: ChildId, gone: ChildId) -> Result<Vec<Change>, Denied> {
    let (ours, theirs) = (facts.people(kept)?, facts.people(gone)?);
    let mut named_ones = named(facts, kept)?;
    named_ones.extend(named(facts, gone)?);
    let is_named = |person: &Person| named_ones.contains(&person.id);
    let (mut news, mut removed): (BTreeMap<PersonId, Person>, BTreeSet<PersonId>) = Default::default();
    for their in &theirs {
        news.insert(their.id, Person { child: kept, ..their.clone() });
    }
    for (our, their) in doubles(&ours, &theirs) {
        if !is_named(their) {
            news.insert(our.id, filled(our, their));
            removed.insert(their.id);
        } else if !is_named(our) {
            news.insert(their.id, Person { child: kept, ..filled(their, our) });
            removed.insert(our.id);
        }
    }
    let change = |person: &Person| {
        let new = if removed.contains(&person.id) { None } else { Some(news.get(&person.id)?.clone()) };
        Edit::new(Some(person.clone()), new).ok().map(Change::from)
    };
    Ok(ours.iter().chain(&theirs).filter_map(change).collect())
}

/// Parts the two again, or merges them again. What was written on a case or a person since stays written; only whose they
/// are goes back.
pub(super) fn take_back(
    facts: &dyn Facts,
    past: PastAction,
    nature: Nature,
    changes: &[Change],
) -> Result<Decision, Denied> {
    let mut back: Vec<Change> = Vec::new();
    for change in changes {
        back.extend(rebased(facts, change)?);
    }
    let reasons = match nature {
        Nature::Undo => unpartable(facts, past.number, &back)?,
        Nature::Do | Nature::Redo => unmergeable(facts, &back)?,
    };
    Refusal::unless_empty(reasons)?;
    Ok(Decision { action_kind: past.action_kind, nature, changes: back })
}

/// A change as it is made now: of a case or a person that was changed since, only the child.
fn rebased(facts: &dyn Facts, change: &Change) -> Result<Option<Change>, Denied> {
    if facts.stands(change)? {
        return Ok(Some(change.clone()));
    }
    let now = match change {
        Change::Case(edit) => match (edit.old(), edit.new_state(), facts.case(edit.key())?) {
            (Some(old), Some(new), Some(now)) if now.child == old.child => {
                let moved = Case { child: new.child, ..now.clone() };
                Edit::new(Some(now), Some(moved)).ok().map(Change::from)
            }
            _ => None,
        },
        Change::Person(edit) => match (edit.old(), edit.new_state()) {
            (Some(old), Some(new)) => {
                let now = facts.people(old.child)?.into_iter().find(|person| person.id == old.id);
                let Some(now) = now else { return Err(overtaken(facts, change, None)?.into()) };
                if old.child == new.child {
                    return Ok(None);
                }
                let moved = Person { child: new.child, ..now.clone() };
                Edit::new(Some(now), Some(moved)).ok().map(Change::from)
            }
            _ => None,
        },
        _ => None,
    };
    match now {
        Some(now) => Ok(Some(now)),
        None => Err(overtaken(facts, change, None)?.into()),
    }
}

/// The child that stays, before and after, and the other, which comes or goes.
fn children(changes: &[Change]) -> Option<(&Child, &Child, &Child)> {
    let edits = || {
        changes.iter().filter_map(|change| match change {
            Change::Child(edit) => Some(edit),
            _ => None,
        })
    };
    let (before, after) = edits().find_map(|edit| edit.old().zip(edit.new_state()))?;
    let other = edits().find_map(|edit| match (edit.old(), edit.new_state()) {
        (Some(one), None) | (None, Some(one)) => Some(one),
        _ => None,
    })?;
    Some((before, after, other))
}

/// The reasons against parting the two: something was signed since the step, or joins their cases.
fn unpartable(facts: &dyn Facts, step: i64, changes: &[Change]) -> Result<Vec<Reason>, Denied> {
    let Some((kept, _, other)) = children(changes) else { return Ok(Vec::new()) };
    let own: Vec<Case> = facts.cases()?.into_iter().filter(|case| case.child == kept.id).collect();
    let ids: Vec<CaseId> = own.iter().map(|case| case.id).collect();
    let signed = facts.signed_since(step, &ids)?;
    let mut reasons: Vec<Reason> =
        signed.map(|(by, at)| Reason::Merge(MergeFault::SignedSince { by, at })).into_iter().collect();
    // A third child may have come meanwhile that the one that comes back would be.
    reasons.extend(wrong_beside(facts, other, kept.id)?);
    let leaves = |case: CaseId| changes.iter().any(|change| change.key() == case.into());
    let goes_back = |person: PersonId| {
        changes.iter().any(|change| match change {
            Change::Person(edit) => {
                edit.key() == person && edit.new_state().is_some_and(|new| new.child == other.id)
            }
            _ => false,
        })
    };
    let mut joined = own.iter().any(|case| case.follows.is_some_and(|f| leaves(f) != leaves(case.id)));
    for case in ids {
        let dossier = facts.dossier(case)?;
        joined |= dossier.is_some_and(|dossier| parties(&dossier).any(|p| goes_back(p) != leaves(case)));
    }
    reasons.extend(joined.then_some(Reason::Merge(MergeFault::JoinedSince)));
    Ok(reasons)
}

/// The reasons against merging the two again: those of every merging, and that the other has more now than it had.
fn unmergeable(facts: &dyn Facts, changes: &[Change]) -> Result<Vec<Reason>, Denied> {
    let Some((kept, after, other)) = children(changes) else { return Ok(Vec::new()) };
    let merge = Merge { kept: kept.clone(), gone: other.clone(), theirs: Vec::new() };
    let cases = facts.cases()?;
    let mut reasons: Vec<Reason> = merge.faults(&cases).into_iter().map(Reason::Merge).collect();
    reasons.extend(wrong_beside(facts, after, other.id)?);
    let cases = cases.iter().filter(|case| case.child == other.id).map(|case| case.id.into());
    let people = facts.people(other.id)?;
    let mut theirs = cases.chain(people.iter().map(|person| person.id.into()));
    let more = theirs.any(|key| !changes.iter().any(|change| change.key() == key));
    reasons.extend(more.then_some(Reason::Overtaken { by: None, at: None, now: None }));
    Ok(reasons)
}
