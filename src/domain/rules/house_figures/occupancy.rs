//! Occupancy (belægning): the days on which seats were held, of the days on which there were seats.

use alloc::vec::Vec;

use chrono::{Datelike, Days, NaiveDate};

use crate::rules::house_figures::facts::{CaseFacts, NormFrom};
use crate::value::id::CaseId;

/// A case that held its seat in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The case.
    pub case: CaseId,
    /// The first day in the period.
    pub from: NaiveDate,
    /// The days held in the period, 1 or more.
    pub days: u32,
}

/// The seats of a programme over some days. It counts calendar days, since a seat is held on weekends and in holidays
/// too. Source: our own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupancy {
    /// The first day counted.
    pub from: NaiveDate,
    /// The last day counted.
    pub to: NaiveDate,
    /// Days times seats under the norm of each day; `None` if a day had no norm.
    pub seats: Option<u32>,
    /// The cases that held a seat, by identity.
    pub held: Vec<Held>,
}

impl Occupancy {
    /// Days on which seats were held.
    #[must_use]
    pub fn held_days(&self) -> u32 {
        self.held.iter().map(|h| h.days).sum()
    }

    /// Held days as a share of seat days, 0 and more; `None` without a norm.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let seats = self.seats.filter(|s| *s > 0)?;
        Some(f64::from(self.held_days()) / f64::from(seats))
    }

    /// The parts together; `None` of none.
    #[must_use]
    pub fn together(parts: &[Self]) -> Option<Self> {
        let (first, last) = (parts.first()?, parts.last()?);
        let mut held: Vec<Held> = Vec::new();
        for one in parts.iter().flat_map(|part| &part.held) {
            match held.iter_mut().find(|h| h.case == one.case) {
                Some(known) => known.days += one.days,
                None => held.push(*one),
            }
        }
        held.sort_by_key(|h| h.case);
        Some(Self { from: first.from, to: last.to, seats: parts.iter().map(|p| p.seats).sum(), held })
    }
}

/// The occupancy of so many days, a part for each calendar month.
pub(super) fn by_month(
    cases: &[&CaseFacts<'_>],
    norms: &[NormFrom],
    (first, days): (NaiveDate, u32),
) -> Vec<Occupancy> {
    let all: Vec<NaiveDate> = first.iter_days().take(usize::try_from(days).unwrap_or(0)).collect();
    all.chunk_by(|a, b| a.month() == b.month()).filter_map(|month| part(cases, norms, month)).collect()
}

fn part(cases: &[&CaseFacts<'_>], norms: &[NormFrom], days: &[NaiveDate]) -> Option<Occupancy> {
    let (from, to) = (*days.first()?, *days.last()?);
    let norm = |on: &NaiveDate| {
        let current = norms.iter().rev().find(|n| n.from <= *on).or_else(|| norms.first())?;
        current.norm.number().map(u32::from)
    };
    let held = |facts: &&CaseFacts<'_>| {
        let enrolment = facts.ledger.case.enrolment()?;
        let after = to.checked_add_days(Days::new(1))?;
        let (first, end) = (enrolment.from.max(from), enrolment.until.unwrap_or(after).min(after));
        let days = u32::try_from(end.signed_duration_since(first).num_days()).ok()?;
        (days > 0).then_some(Held { case: facts.ledger.case.id, from: first, days })
    };
    let held = cases.iter().filter_map(held).collect();
    Some(Occupancy { from, to, seats: days.iter().map(norm).sum(), held })
}
