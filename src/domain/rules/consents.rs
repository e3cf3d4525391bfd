//! What consents allow: whether something may be shared with a party, and which consents must be asked for again.
//! Source: the protection of the people in it, consents.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::consent::Consent;
use crate::record::party::Party;
use crate::record::person::Person;

/// The consent that allows sharing with a party on a date: the one given last of those that hold.
#[must_use]
pub fn allowing<'c>(
    consents: &'c [Consent],
    people: &[Person],
    party: &Party,
    date: NaiveDate,
) -> Option<&'c Consent> {
    let fits = |c: &&Consent| c.holds_on(date) && c.with_whom.covers(party, people);
    consents.iter().filter(fits).max_by_key(|c| (c.from, c.id))
}

/// The consent to share with a party that held last before a date; it has run out or was withdrawn.
#[must_use]
pub fn ended<'c>(
    consents: &'c [Consent],
    people: &[Person],
    party: &Party,
    date: NaiveDate,
) -> Option<&'c Consent> {
    let is_over = |c: &Consent| c.held_until().is_some_and(|last| last < date);
    let fits = |c: &&Consent| is_over(c) && c.with_whom.covers(party, people);
    consents.iter().filter(fits).max_by_key(|c| (c.held_until(), c.id))
}

/// The consents that run out on a day of their own and were not withdrawn, by that day: with each the day on which a
/// later consent of the same case took its place, if one did. A later one is with the same party and holds for longer.
#[must_use]
pub fn that_run_out(consents: &[Consent]) -> Vec<(NaiveDate, &Consent, Option<NaiveDate>)> {
    let later = |old: &Consent, to: NaiveDate| {
        let replaces = |c: &&Consent| {
            c.with_whom == old.with_whom
                && c.id != old.id
                && c.from >= old.from
                && c.to.is_none_or(|t| t > to)
        };
        consents.iter().filter(replaces).map(|c| c.from).min()
    };
    let of = |c| -> Option<(NaiveDate, &Consent, Option<NaiveDate>)> {
        let consent: &Consent = c;
        let to = consent.to.filter(|_| consent.withdrawn.is_none())?;
        Some((to, consent, later(consent, to)))
    };
    let mut found: Vec<_> = consents.iter().filter_map(of).collect();
    found.sort_by_key(|(to, consent, _)| (*to, consent.id));
    found
}
