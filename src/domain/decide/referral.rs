//! Decisions on a new case: put forward to the committee, linked to the child's earlier case.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::new_case::{NewCase, Whose};
use crate::decide::people::{wrong_child, wrong_person};
use crate::decide::refusal::{Reason, Refusal};
use crate::record::case::{Case, Referral};
use crate::record::change::Change;
use crate::record::child::Child;
use crate::record::edit::Edit;
use crate::record::person::Person;
use crate::record::stage_move::Move;
use crate::value::id::CaseId;
use crate::value::stage::Stage;

/// Puts a case forward. The next step checks the requirements of the referral, because a referral may arrive in
/// parts.
pub(super) fn refer(facts: &dyn Facts, new: &NewCase) -> Result<Decision, Denied> {
    let mut reasons = Vec::new();
    let known = facts.child(new.child.id())?;
    let mut child = match (&new.child, &known) {
        (Whose::Known(_), None) => return Err(Reason::NoSuchChild.into()),
        (Whose::Known(_), Some(known)) => known.clone(),
        (Whose::New(_), Some(known)) => return Err(Reason::ChildKnown(known.id).into()),
        (Whose::New(child), None) => child.clone(),
    };
    if new.school.is_some() {
        child.school.clone_from(&new.school);
    }
    reasons.extend(wrong_child(facts, &child)?);
    let programmes = facts.programmes()?;
    if !programmes.iter().any(|(_, p)| p.code == new.programme) {
        reasons.push(Reason::NoSuchProgramme(new.programme.clone()));
    }
    let cases = facts.cases()?;
    let own = || cases.iter().filter(|c| c.child == child.id);
    let open = own().find(|c| c.programme == new.programme && c.is_open());
    reasons.extend(open.map(|c| Reason::OpenAlready { case: c.id, stage: c.stage() }));
    if facts.case(new.id)?.is_some() {
        reasons.push(Reason::NotByEditing);
    }
    let today = facts.today();
    for date in [Some(new.referred), new.decided_on].into_iter().flatten() {
        reasons.extend((date > today).then_some(Reason::DateAhead { date }));
    }
    let first = new.referred;
    reasons.extend(new.decided_on.filter(|d| *d < first).map(|date| Reason::DateBefore { date, first }));
    if let Some(first) = child.born.filter(|b| new.referred < *b) {
        reasons.push(Reason::DateBefore { date: new.referred, first });
    }
    reasons.extend(new.people.iter().filter_map(wrong_person));
    if new.people.iter().any(|p| p.child != child.id) {
        reasons.push(Reason::NoSuchChild);
    }
    Refusal::unless_empty(reasons)?;
    // The new case continues one that is over, in any programme.
    let over = own().filter(|c| !c.is_open());
    let follows = over.max_by_key(|c| (c.referral.on, c.id)).map(|c| c.id);
    let on_record = facts.people(child.id)?;
    let mut changes: Vec<Change> = Vec::new();
    changes.extend(Edit::new(known, Some(child.clone())).ok().map(Change::Child));
    changes.extend(new.people.iter().filter_map(|p| person(p, &on_record, today)));
    changes.push(Edit::create(case(facts, new, &child, follows)).into());
    Ok(Decision::to_do(ActionKind::Refer, changes))
}

/// A person already around the child is not added again; only a new telephone number or address is taken over.
fn person(new: &Person, on_record: &[Person], today: NaiveDate) -> Option<Change> {
    let same = |p: &&Person| p.role == new.role && p.is_there_on(today) && p.name.is_like(&new.name);
    let Some(known) = on_record.iter().find(same) else { return Some(Edit::create(new.clone()).into()) };
    let phone = new.phone.clone().or_else(|| known.phone.clone());
    let mail = new.mail.clone().or_else(|| known.mail.clone());
    let told = Person { phone, mail, ..known.clone() };
    Edit::new(Some(known.clone()), Some(told)).ok().map(Change::Person)
}

fn case(facts: &dyn Facts, new: &NewCase, child: &Child, follows: Option<CaseId>) -> Case {
    let referral = Referral { on: new.referred, note: new.note.clone() };
    let first = Move {
        from: None,
        to: Stage::Referral,
        on: new.referred,
        waived: vec![],
        reason: None,
        by: Some(facts.asker()),
        at: Some(facts.moment()),
    };
    Case {
        moves: vec![first],
        decided_on: new.decided_on,
        follows,
        ..Case::new(new.id, child.id, new.programme.clone(), referral)
    }
}
