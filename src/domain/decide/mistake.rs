//! Decisions on a case that was entered by mistake: it never had a seat and holds nothing signed, so it is removed, and undo
//! brings it back.

use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::people::wrong_child;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::retained::Retained;
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::correction::Corrected;
use crate::record::talk::Participant;
use crate::value::id::{AnyKey, CaseId};
use crate::value::stage::Stage;

/// Removes a case with all that belongs to it, and the child with it if it has no other case.
pub(super) fn remove_case(facts: &dyn Facts, case: CaseId) -> Result<Decision, Denied> {
    let case = facts.case(case)?.ok_or(Reason::NoSuchCase)?;
    let others = others(facts, &case)?;
    let root: AnyKey = if others.is_empty() { case.child.into() } else { case.id.into() };
    let belongings = facts.belongings(&[root])?;
    Refusal::unless_empty(reasons(facts, &case, &others, &belongings)?)?;
    // What belongs to a record goes before it.
    Ok(Decision::to_do(ActionKind::RemoveCase, belongings.into_iter().rev().collect()))
}

/// The other cases of the child of a case.
fn others(facts: &dyn Facts, case: &Case) -> Result<Vec<Case>, Denied> {
    let is_other = |other: &Case| other.child == case.child && other.id != case.id;
    Ok(facts.cases()?.into_iter().filter(is_other).collect())
}

fn reasons(
    facts: &dyn Facts,
    case: &Case,
    others: &[Case],
    belongings: &[Change],
) -> Result<Vec<Reason>, Denied> {
    let mut reasons = Vec::new();
    if has_been_seated(case) {
        reasons.push(Reason::Retained(Retained::Seated));
    }
    let count = belongings.iter().filter(|change| matches!(change, Change::Talk(_))).count();
    reasons.extend((count > 0).then_some(Reason::Retained(Retained::Notes { count })));
    let signed = belongings.iter().find_map(|change| match change {
        Change::Document(edit) => edit.old().and_then(|document| document.signed),
        _ => None,
    });
    reasons.extend(signed.map(|signature| Reason::Signed { by: signature.by, at: signature.at.at() }));
    if others.iter().any(|other| other.follows == Some(case.id)) {
        reasons.push(Reason::Retained(Retained::Continued));
    }
    let people = belongings.iter().filter_map(|change| match change {
        Change::Person(edit) => edit.old().map(|person| person.id),
        _ => None,
    });
    let people: Vec<_> = people.collect();
    let names = |one: &Participant| matches!(one, Participant::Person(id) if people.contains(id));
    let is_named =
        !people.is_empty() && facts.consultations()?.iter().any(|talk| talk.participants.iter().any(names));
    reasons.extend(is_named.then_some(Reason::PersonNamed));
    Ok(reasons)
}

/// Whether the case has ever had a seat, also by a step that was annulled.
fn has_been_seated(case: &Case) -> bool {
    let annulled = case.corrections.iter().any(|one| match &one.what {
        Corrected::Step { step } => step.to == Stage::Admitted,
        _ => false,
    });
    case.stay().is_some() || annulled || case.moves.iter().any(|step| step.to == Stage::Admitted)
}

/// The reasons against undoing or redoing a removal, whose changes start from what is there.
pub(super) fn wrong_way_back(facts: &dyn Facts, changes: &[Change]) -> Result<Vec<Reason>, Denied> {
    let mut found = Vec::new();
    for change in changes {
        match change {
            Change::Child(edit) => {
                if let Some(child) = edit.new_state() {
                    found.extend(wrong_child(facts, child)?);
                }
            }
            Change::Case(edit) => match (edit.old(), edit.new_state()) {
                (_, Some(case)) if case.is_open() => {
                    let others = others(facts, case)?;
                    let open = others.iter().find(|c| c.programme == case.programme && c.is_open());
                    found.extend(open.map(|c| Reason::OpenAlready { case: c.id, stage: c.stage() }));
                }
                (Some(case), None) => {
                    let others = others(facts, case)?;
                    let belongings = facts.belongings(&[case.id.into()])?;
                    found.extend(reasons(facts, case, &others, &belongings)?);
                    // Something was added to the case since it came back.
                    let unknown = |one: &&Change| !changes.iter().any(|change| change.key() == one.key());
                    found.extend(belongings.iter().find(unknown).map(|_| Reason::Overtaken {
                        by: None,
                        at: None,
                        now: None,
                    }));
                }
                _ => {}
            },
            _ => {}
        }
    }
    Ok(found)
}
