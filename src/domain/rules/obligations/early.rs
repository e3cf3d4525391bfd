//! From admission to the start-up talk: the first contact, the enrolment talk, the start-up talk.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::talk::TalkKind;
use crate::rules::obligations::dates::{appointment, minus, plus, school_days_after};
use crate::rules::obligations::ledger::WITH_PARENTS;
use crate::rules::obligations::obligation::{Obligation, Window};
use crate::rules::obligations::terms::{Owed, Settled, Terms};
use crate::rules::obligations::why::{Reckoned, Why};
use crate::value::obligation::ObligationKind;

/// School days from admission to the first contact. Source: our own.
const CONTACT: u32 = 3;
/// School days from admission to the enrolment talk. Source: our own.
const ENROLMENT: u32 = 10;
/// Days from the enrolment talk to the start-up talk. Source: service description, start-up ("about three weeks").
const START_UP: u32 = 21;
/// Days by which the start-up talk may be earlier or later. Source: our own.
const MARGIN: u32 = 7;

/// The first contact to the parents; any talk with them since admission counts.
pub(super) fn first_contact(terms: &Terms<'_>) -> Vec<Obligation> {
    let from = terms.ledger.case.stay().map(|s| s.from);
    let done = |from| terms.ledger.held(&WITH_PARENTS).find(|day| *day >= from);
    let owed = from.and_then(|from| {
        let owed = after_admission(terms, ObligationKind::FirstContact, from, CONTACT)?;
        Some(once(terms, owed, done(from), &WITH_PARENTS))
    });
    owed.into_iter().collect()
}

/// The enrolment talk; one held before admission counts, as it does for the step to start-up.
pub(super) fn enrolment(terms: &Terms<'_>) -> Vec<Obligation> {
    let kinds = [TalkKind::Enrolment];
    let owed = terms.ledger.case.stay().and_then(|stay| {
        let owed = after_admission(terms, ObligationKind::EnrolmentTalk, stay.from, ENROLMENT)?;
        Some(once(terms, owed, terms.ledger.held(&kinds).next_back(), &kinds))
    });
    owed.into_iter().collect()
}

/// The start-up talk, reckoned from the enrolment talk; none before that is held.
pub(super) fn start_up(terms: &Terms<'_>) -> Vec<Obligation> {
    let kinds = [TalkKind::StartUp];
    let owed = terms.ledger.held(&[TalkKind::Enrolment]).next_back().map(|since| {
        let (first, last) = (plus(since, START_UP - MARGIN), plus(since, START_UP + MARGIN));
        let day = appointment(terms.calendar, plus(since, START_UP), Some(last));
        // A window that ends in a closure ends on the last school day before it.
        let latest = appointment(terms.calendar, last, Some(last)).date.max(day.date);
        let earliest = first.min(day.date);
        let why = Why { reckoned: Reckoned::Days { count: START_UP, after: since }, moved: day.moved };
        let kind = ObligationKind::StartUpTalk;
        let owed = Owed { kind, since, window: Window { earliest, latest }, date: day.date, why };
        let done = terms.ledger.held(&kinds).find(|day| *day >= since);
        once(terms, owed, done, &kinds)
    });
    owed.into_iter().collect()
}

fn after_admission(terms: &Terms<'_>, kind: ObligationKind, from: NaiveDate, count: u32) -> Option<Owed> {
    let date = school_days_after(terms.calendar, from, count)?;
    let why = Why { reckoned: Reckoned::SchoolDays { count, after: from }, moved: None };
    Some(Owed { kind, since: from, window: Window { earliest: from, latest: date }, date, why })
}

fn once(terms: &Terms<'_>, owed: Owed, done: Option<NaiveDate>, kinds: &[TalkKind]) -> Obligation {
    let settled = done.map(Settled::done).or_else(|| terms.answer(owed.kind, owed.since));
    let booked = terms.booked(kinds, minus(owed.since, 1));
    terms.obligation(owed, settled, booked)
}
