//! Talks that took place or are booked, as evidence for requirements.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::appointment::Appointment;
use crate::record::talk::TalkKind;
use crate::rules::dossier::{Dossier, TalkFact};
use crate::rules::steps::evidence::{Evidence, Finding, Missing, Party};
use crate::value::role::Role;
use crate::value::stage::Stage;

/// The latest talk of a kind up to and including a date.
pub(super) fn talk_held(dossier: &Dossier, kind: TalkKind, on: NaiveDate) -> Option<Evidence> {
    of_kind(dossier, kind, on).map(met).next_back()
}

/// A talk of a kind up to a date with every required party. Without one, the finding lists who was absent from the
/// latest talk.
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

/// The first parent talk: booked for the day of the step or later, or held since the start-up began. A booking in the
/// past without a note does not count as held.
/// Source: service description, parent talks (the first is agreed at the start-up talk).
pub(super) fn booked_parent_talk(dossier: &Dossier, on: NaiveDate) -> Option<Evidence> {
    let booked = parent_bookings(dossier).find(|a| on <= a.date);
    booked.map(|a| Evidence::Booked { appointment: a.id, date: a.date }).or_else(|| {
        let begun = begun(dossier)?;
        of_kind(dossier, TalkKind::Parent, NaiveDate::MAX).rfind(|t| begun <= t.date).map(met)
    })
}

/// What is missing where no parent talk is booked or held: a booking before the day of the step explains it.
pub(super) fn unbooked_parent_talk(dossier: &Dossier, on: NaiveDate) -> Missing {
    Missing::Booking { past: parent_bookings(dossier).map(|a| a.date).filter(|day| *day < on).max() }
}

fn parent_bookings(dossier: &Dossier) -> impl Iterator<Item = &Appointment> {
    dossier.appointments.iter().filter(|a| a.kind == Some(TalkKind::Parent) && a.takes_place())
}

/// The day the start-up first began; the day of admission if no such step is on record.
fn begun(dossier: &Dossier) -> Option<NaiveDate> {
    let first = dossier.case.moves.iter().find(|m| m.to == Stage::StartUp).map(|m| m.on);
    first.or_else(|| dossier.case.stay().map(|s| s.from))
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
