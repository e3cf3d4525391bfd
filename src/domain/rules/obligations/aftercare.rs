//! Aftercare: contacts after closing, where the case asks for them.

use alloc::vec::Vec;

use crate::record::case::Standing;
use crate::rules::obligations::dates::{appointment, minus, plus_months};
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
