//! Decisions on one record saved by hand.

use alloc::vec;
use alloc::vec::Vec;

use crate::action::Deed;
use crate::change::Change;
use crate::decide::files::{
    over, wrong_analysis, wrong_document, wrong_goal, wrong_intervention, wrong_teaching,
};
use crate::decide::people::{not_here, wrong_case_edit, wrong_child, wrong_person_edit};
use crate::decide::{Decision, Denied, register::overtaken};
use crate::dossier::Dossier;
use crate::edit::{Edit, Record};
use crate::facts::Facts;
use crate::id::{CaseId, StaffId};
use crate::refusal::{Reason, Refusal};
use crate::save::Entry;
use crate::teaching::TeachingPlan;

pub(super) fn save(facts: &dyn Facts, entry: &Entry) -> Result<Decision, Denied> {
    Refusal::unless_empty(wrong(facts, entry)?)?;
    Ok(Decision::to_do(entry.deed(), vec![entry.change()]))
}

/// Several records by the rules for each, with the reasons of all; no record twice.
pub(super) fn save_many(facts: &dyn Facts, entries: &[Entry]) -> Result<Decision, Denied> {
    let mut reasons: Vec<Reason> = Vec::new();
    for (n, entry) in entries.iter().enumerate() {
        let twice = entries.iter().take(n).any(|e| e.is_of_the_same(entry));
        let found = wrong(facts, entry)?.into_iter().chain(twice.then_some(Reason::NotByEditing));
        for reason in found {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    Refusal::unless_empty(reasons)?;
    let deed = entries.first().map_or(Deed::Case, Entry::deed);
    Ok(Decision::to_do(deed, entries.iter().map(Entry::change).collect()))
}

/// What stands in the way of saving a record.
fn wrong(facts: &dyn Facts, entry: &Entry) -> Result<Vec<Reason>, Denied> {
    let change = entry.change();
    // Who asks for what a colleague has just done, or on what is no longer as it was seen, looks again first.
    if !facts.stands(&change)? {
        return Ok(vec![overtaken(facts, &change, None)?]);
    }
    by_the_rules(facts, entry)
}

/// What the rules for a record say against an edit of it.
fn by_the_rules(facts: &dyn Facts, entry: &Entry) -> Result<Vec<Reason>, Denied> {
    Ok(match entry {
        Entry::Child(edit) => match (edit.old(), edit.new_state()) {
            (Some(_), Some(new)) => wrong_child(facts, new)?,
            _ => vec![Reason::NotByEditing],
        },
        Entry::Case(edit) => wrong_case_edit(facts, edit)?,
        Entry::Person(edit) => wrong_person_edit(facts, edit)?,
        Entry::Analysis(edit) => of_case(facts, edit, |r| r.case, wrong_analysis)?,
        Entry::Goal(edit) => of_case(facts, edit, |r| r.case, wrong_goal)?,
        Entry::Intervention(edit) => of_case(facts, edit, |r| r.case, wrong_intervention)?,
        Entry::Document(edit) => of_case(facts, edit, |r| r.case, wrong_document)?,
        Entry::Teaching(edit) => of_case(facts, edit, TeachingPlan::case, wrong_teaching)?,
        Entry::Appointment(edit) => match edit.new_state() {
            None => vec![],
            Some(new) => {
                let gone = match new.case {
                    Some(case) => facts.case(case)?.is_none(),
                    None => false,
                };
                let seen = edit.old().map_or(&[][..], |o| &o.staff);
                let anew: Vec<StaffId> = new.staff.iter().filter(|s| !seen.contains(s)).copied().collect();
                let mut reasons = not_here(facts, &anew)?;
                reasons.extend(gone.then_some(Reason::NoSuchCase));
                reasons
            }
        },
    })
}

/// What is wrong with an edit of something that belongs to a case, and stays with it.
fn of_case<R: Record>(
    facts: &dyn Facts,
    edit: &Edit<R>,
    case_of: fn(&R) -> CaseId,
    wrong: fn(&dyn Facts, &Dossier, &Edit<R>) -> Vec<Reason>,
) -> Result<Vec<Reason>, Denied> {
    let cases: Vec<CaseId> = [edit.old(), edit.new_state()].into_iter().flatten().map(case_of).collect();
    let case = *cases.first().ok_or(Reason::NoSuchCase)?;
    let dossier = facts.dossier(case)?.ok_or(Reason::NoSuchCase)?;
    let mut reasons = wrong(facts, &dossier, edit);
    if cases.iter().any(|c| *c != case) {
        reasons.push(Reason::NotByEditing);
    }
    Ok(reasons)
}

/// Why a change can't be taken back although nothing of it was changed since: the rules for its record hold on the way
/// back too, or a version that another rests on would go, and what a closed case keeps.
pub(super) fn wrong_way_back(facts: &dyn Facts, change: &Change) -> Result<Vec<Reason>, Denied> {
    match Entry::of(change) {
        None => Ok(vec![]),
        // How far a goal has come is noted by an action of its own, and taken back like it.
        Some(Entry::Goal(edit)) => {
            of_case(facts, &edit, |r| r.case, |_, dossier, _| over(dossier).into_iter().collect())
        }
        Some(entry) => by_the_rules(facts, &entry),
    }
}
