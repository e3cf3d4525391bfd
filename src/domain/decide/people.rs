//! Rules for a child, the people around it, the fields of its case and appointments.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::Denied;
use crate::decide::facts::Facts;
use crate::decide::refusal::Reason;
use crate::decide::rule::Ruled;
use crate::record::appointment::Appointment;
use crate::record::case::{Case, Contacts, Standing};
use crate::record::child::Child;
use crate::record::edit::Edit;
use crate::record::party::Party;
use crate::record::person::Person;
use crate::record::talk::Participant;
use crate::rules::dossier::Dossier;
use crate::rules::steps::evidence::{Missing, Unmet};
use crate::value::id::{ChildId, PersonId, StaffId};
use crate::value::not_held::NotHeld;
use crate::value::role::Role;
use crate::value::stage::Stage;

/// The reasons against the new state of a child.
pub(super) fn wrong_child(facts: &dyn Facts, child: &Child) -> Result<Vec<Reason>, Denied> {
    wrong_beside(facts, child, child.id)
}

/// The reasons against the new state of a child beside all others but one, which goes.
pub(super) fn wrong_beside(facts: &dyn Facts, child: &Child, gone: ChildId) -> Result<Vec<Reason>, Denied> {
    let mut reasons = Vec::new();
    reasons.extend(child.born.filter(|b| *b > facts.today()).map(|date| Reason::DateAhead { date }));
    if let Some(says) = child.cpr.map(|c| c.born())
        && child.born.is_some_and(|b| b != says)
    {
        reasons.push(Reason::OtherBirthday { says });
    }
    let known = facts.children()?;
    let twin = known.iter().filter(|k| k.id != child.id && k.id != gone).find(|k| {
        (child.cpr.is_some() && k.cpr == child.cpr)
            || (child.born.is_some() && k.born == child.born && k.name.is_like(&child.name))
    });
    reasons.extend(twin.map(|t| Reason::ChildKnown(t.id)));
    Ok(reasons)
}

/// A child is never removed, and created only with its case.
impl Ruled for Child {
    const SAVED: Option<ActionKind> = Some(ActionKind::Child);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        match (edit.old(), edit.new_state()) {
            (Some(_), Some(new)) => wrong_child(facts, new),
            _ => Ok([Reason::NotByEditing].into()),
        }
    }
}

/// The reason against the new state of a person around a child.
pub(super) fn wrong_person(person: &Person) -> Option<Reason> {
    let fits = person.role != Role::Child && (person.custody != Some(true) || person.role.is_parent());
    (!fits).then_some(Reason::RoleDoesNotFit(person.role))
}

impl Ruled for Person {
    const SAVED: Option<ActionKind> = Some(ActionKind::Person);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let mut reasons = Vec::new();
        match (edit.old(), edit.new_state()) {
            (old, Some(new)) => {
                if facts.child(new.child)?.is_none() {
                    reasons.push(Reason::NoSuchChild);
                }
                reasons.extend(old.filter(|o| o.child != new.child).map(|_| Reason::NotByEditing));
                reasons.extend(wrong_person(new));
            }
            (Some(old), None) => reasons.extend(named_elsewhere(facts, old)?),
            (None, None) => {}
        }
        Ok(reasons)
    }
}

/// A person named in a signed note stays on record; the user can enter their last day instead.
fn named_elsewhere(facts: &dyn Facts, person: &Person) -> Result<Option<Reason>, Denied> {
    Ok(named(facts, person.child)?.contains(&person.id).then_some(Reason::PersonNamed))
}

/// The people that signed notes, consents and correspondence of a child name, and all that consultations name.
pub(super) fn named(facts: &dyn Facts, child: ChildId) -> Result<BTreeSet<PersonId>, Denied> {
    let mut talks = facts.consultations()?;
    let mut named = BTreeSet::new();
    for case in facts.cases()?.iter().filter(|c| c.child == child) {
        talks.extend(facts.talks_of(case.id)?);
        if let Some(dossier) = facts.dossier(case.id)? {
            named.extend(parties(&dossier));
        }
    }
    let of = |participant: &Participant| match participant {
        Participant::Person(id) => Some(*id),
        _ => None,
    };
    named.extend(talks.iter().flat_map(|talk| &talk.participants).filter_map(of));
    Ok(named)
}

/// The people that the consents and the correspondence of a case name.
pub(super) fn parties(dossier: &Dossier) -> impl Iterator<Item = PersonId> {
    let consents = dossier.consents.iter().flat_map(|c| [&c.giver, &c.with_whom]);
    let all = consents.chain(dossier.correspondence.iter().map(|c| &c.party));
    all.filter_map(|party| match party {
        Party::Person(id) => Some(*id),
        Party::Role(_) | Party::Other(_) => None,
    })
}

/// The fields of a case. The stage, the level and the seat have actions of their own.
impl Ruled for Case {
    const SAVED: Option<ActionKind> = Some(ActionKind::Case);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (Some(old), Some(new)) = (edit.old(), edit.new_state()) else {
            return Ok([Reason::NotByEditing].into());
        };
        let mut reasons = Vec::new();
        if !old.is_open() {
            reasons.push(Reason::CaseOver(old.stage()));
        }
        if !only_fields(old, new) {
            reasons.push(Reason::NotByEditing);
        }
        let today = facts.today();
        let spoken = match &new.standing {
            Standing::Waiting { last_contact, .. } => *last_contact,
            _ => None,
        };
        for date in [new.decided_on, new.files_on, spoken].into_iter().flatten() {
            reasons.extend((date > today).then_some(Reason::DateAhead { date }));
        }
        let first = new.referral.on;
        for date in [new.decided_on, new.expected_end].into_iter().flatten() {
            reasons.extend((date < first).then_some(Reason::DateBefore { date, first }));
        }
        reasons.extend(wrong_contacts(facts, old.contacts, new.contacts)?);
        let needs_contact = matches!(old.stage(), Stage::StartUp | Stage::Course | Stage::PhaseOut);
        if needs_contact && old.contacts.primary.is_some() && new.contacts.primary.is_none() {
            let requirement = crate::value::requirement::Requirement::PrimaryContact;
            let missing = [Missing::Contact].into();
            reasons.push(Reason::Unmet(Unmet {
                requirement,
                programme: new.programme.clone(),
                hard: true,
                missing,
                place: requirement.place(),
            }));
        }
        Ok(reasons)
    }
}

/// Whether the two differ only in fields that are edited by hand.
fn only_fields(old: &Case, new: &Case) -> bool {
    let standing = match (&old.standing, &new.standing) {
        (Standing::Waiting { .. }, Standing::Waiting { .. }) => new.standing.clone(),
        _ => old.standing.clone(),
    };
    let mut edited = Case {
        standing,
        contacts: new.contacts,
        expected_end: new.expected_end,
        decided_on: new.decided_on,
        files_on: new.files_on,
        start_structure: new.start_structure.clone(),
        needs: new.needs.clone(),
        rhythm: new.rhythm,
        ..old.clone()
    };
    edited.referral.note.clone_from(&new.referral.note);
    edited == *new
}

/// A new contact must be present staff; a previous contact may stay on record.
fn wrong_contacts(facts: &dyn Facts, old: Contacts, new: Contacts) -> Result<Vec<Reason>, Denied> {
    let mut reasons = Vec::new();
    if new.primary.is_some() && new.primary == new.secondary {
        reasons.push(Reason::SameContact);
    }
    let appointed = [(old.primary, new.primary), (old.secondary, new.secondary)];
    let anew: Vec<StaffId> = appointed.into_iter().filter(|(o, n)| o != n).filter_map(|(_, n)| n).collect();
    reasons.extend(not_here(facts, &anew)?);
    Ok(reasons)
}

/// A reason for each of these who is not on the staff or has left.
pub(super) fn not_here(facts: &dyn Facts, who: &[StaffId]) -> Result<Vec<Reason>, Denied> {
    let mut reasons = Vec::new();
    for id in who {
        match facts.member(*id)? {
            None => reasons.push(Reason::NoSuchStaff),
            Some(staff) => reasons.extend(
                staff
                    .left_on
                    .filter(|on| *on <= facts.today())
                    .map(|on| Reason::StaffGone { initials: staff.initials.clone(), on }),
            ),
        }
    }
    Ok(reasons)
}

/// A new participant must be present staff; a previous one may stay. Nobody has failed to come before the day. A busy
/// time is changed in the calendar that it came from. Source: our own.
impl Ruled for Appointment {
    const SAVED: Option<ActionKind> = Some(ActionKind::Appointment);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        if edit.old().or(edit.new_state()).is_some_and(|a| a.event.is_some()) {
            return Ok([Reason::NotByEditing].into());
        }
        let Some(new) = edit.new_state() else { return Ok(Vec::new()) };
        let seen = edit.old().map_or(&[][..], |o| &o.staff);
        let anew: Vec<StaffId> = new.staff.iter().filter(|s| !seen.contains(s)).copied().collect();
        let mut reasons = not_here(facts, &anew)?;
        let ahead = new.not_held == Some(NotHeld::NoShow) && new.date > facts.today();
        reasons.extend(ahead.then_some(Reason::DateAhead { date: new.date }));
        if let Some(case) = new.case {
            reasons.extend(facts.case(case)?.is_none().then_some(Reason::NoSuchCase));
        }
        Ok(reasons)
    }
}
