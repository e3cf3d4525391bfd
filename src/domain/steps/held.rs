//! Talks that were held or booked, as requirements ask for them.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Evidence, Finding, Missing, Party};
use crate::dossier::{Dossier, TalkFact};
use crate::role::Role;
use crate::talk::TalkKind;

/// The latest talk of a kind that was held by a date.
pub(super) fn talk_held(dossier: &Dossier, kind: TalkKind, on: NaiveDate) -> Option<Evidence> {
    of_kind(dossier, kind, on).map(met).next_back()
}

/// A talk of a kind that was held by a date with everyone who must be in it. Where there is none such, what was
/// missing of the latest one.
pub(super) fn held_with(dossier: &Dossier, kind: TalkKind, parties: &[Party], on: NaiveDate) -> Finding {
    let absent = |talk: &TalkFact| -> Vec<Missing> {
        let gone = parties.iter().filter(|p| !was_there(dossier, talk, **p));
        gone.map(|party| Missing::Party { date: talk.date, party: *party }).collect()
    };
    let mut short = vec![Missing::Talk(kind)];
    for talk in of_kind(dossier, kind, on) {
        short = absent(talk);
        if short.is_empty() {
            return Finding::Met(met(talk));
        }
    }
    Finding::Unmet(short)
}

/// The first parent talk: booked for whenever, or already held. Source: service description, parent talks (the first
/// is agreed at the start-up talk).
pub(super) fn booked_parent_talk(dossier: &Dossier) -> Option<Evidence> {
    let booked = dossier.appointments.iter().find(|a| a.kind == Some(TalkKind::Parent));
    booked
        .map(|a| Evidence::Booked { appointment: a.id, date: a.date })
        .or_else(|| talk_held(dossier, TalkKind::Parent, NaiveDate::MAX))
}

fn of_kind(dossier: &Dossier, kind: TalkKind, on: NaiveDate) -> impl DoubleEndedIterator<Item = &TalkFact> {
    dossier.talks.iter().filter(move |t| t.kind == kind && t.date <= on)
}

fn met(talk: &TalkFact) -> Evidence {
    Evidence::Talk { talk: talk.id, date: talk.date }
}

fn was_there(dossier: &Dossier, talk: &TalkFact, party: Party) -> bool {
    let contacts = dossier.case.contacts;
    match party {
        Party::Child => talk.has_role(&dossier.people, |r| r == Role::Child),
        Party::Parent => talk.has_role(&dossier.people, Role::is_parent),
        Party::Contact => {
            contacts.primary.into_iter().chain(contacts.secondary).any(|who| talk.has_staff(who))
        }
    }
}
