//! After closing: contacts, where the case asks for them, and the attendance half a year later.

use alloc::vec::Vec;

use crate::record::case::Standing;
use crate::rules::baseline::{MONTHS_AFTER, weeks_after};
use crate::rules::obligations::dates::{appointment, deadline, minus, plus, plus_months};
use crate::rules::obligations::obligation::{Obligation, Window};
use crate::rules::obligations::terms::{Owed, Settled, Terms};
use crate::rules::obligations::why::{Reckoned, Why};
use crate::value::obligation::ObligationKind;

/// Months after closing at which the family is contacted. Source: common practice.
const AFTER: [u32; 3] = [1, 3, 6];
/// Months after closing at which aftercare ends; nothing is asked of a closed case from then on. Source: our own.
pub const AFTERCARE_MONTHS: u32 = 12;
/// Days before its date from which a contact is due, and counts.
const AHEAD: u32 = 14;

/// Days after the last of its weeks by which the later attendance is asked for. Source: our own.
const ASKED: u32 = 21;

/// The attendance at the child's school half a year after a course that ended as planned, once the weeks are over.
/// Source: our own; the baseline tells whether it held.
pub(super) fn attendance(terms: &Terms<'_>) -> Vec<Obligation> {
    let case = terms.ledger.case;
    let Standing::Closed { closing, .. } = &case.standing else { return Vec::new() };
    let weeks = case.enrolment().map(|enrolment| weeks_after(enrolment, terms.calendar)).unwrap_or_default();
    let over = terms.today >= plus_months(closing.on, AFTERCARE_MONTHS);
    let Some(last) = weeks.last().filter(|_| closing.outcome.is_planned() && !over) else {
        return Vec::new();
    };
    let earliest = last.friday();
    let day = deadline(terms.calendar, plus(earliest, ASKED), earliest);
    let why = Why { reckoned: Reckoned::Months { count: MONTHS_AFTER, after: closing.on }, moved: None };
    let kind = ObligationKind::LaterAttendance;
    let window = Window { earliest, latest: day.date };
    let owed = Owed { kind, since: closing.on, window, date: day.date, why };
    let told = weeks.iter().all(|week| terms.ledger.reported.contains(week));
    let settled = told.then(|| Settled::done(earliest)).or_else(|| terms.answer(kind, closing.on));
    [terms.obligation(owed, settled, None)].into()
}

/// The contacts after closing. A talk of any kind answers every contact whose window had begun.
pub(super) fn contacts(terms: &Terms<'_>) -> Vec<Obligation> {
    let case = terms.ledger.case;
    let Standing::Closed { closing, .. } = &case.standing else { return Vec::new() };
    if !case.rhythm.aftercare || terms.today >= plus_months(closing.on, AFTERCARE_MONTHS) {
        return Vec::new();
    }
    let contact = |count: u32| {
        let nominal = plus_months(closing.on, count);
        let day = appointment(terms.calendar, nominal, None);
        let window = Window { earliest: minus(nominal, AHEAD), latest: day.date };
        let why = Why { reckoned: Reckoned::Months { count, after: closing.on }, moved: day.moved };
        let owed = Owed { kind: ObligationKind::Aftercare, since: nominal, window, date: day.date, why };
        let done = terms.ledger.talks.iter().map(|t| t.date).find(|day| *day >= window.earliest);
        let settled = done.map(Settled::done).or_else(|| terms.answer(owed.kind, owed.since));
        let mut booked = terms.ledger.booked.iter().copied();
        let booked = booked.find(|b| b.date >= terms.today && b.date >= window.earliest);
        terms.obligation(owed, settled, booked)
    };
    AFTER.map(contact).into()
}
