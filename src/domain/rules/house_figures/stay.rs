//! Waiting time, from referral and from listing, and the length of stay. All in calendar days.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::case::{Case, Standing};
use crate::rules::house_figures::facts::CaseFacts;
use crate::rules::house_figures::span::{days_between, within};
use crate::value::id::CaseId;
use crate::value::stage::Stage;

/// How long a child waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waited {
    /// The case.
    pub case: CaseId,
    /// The day it was put forward.
    pub referred: NaiveDate,
    /// The day it first went on the waiting list; `None` if it was admitted without.
    pub listed: Option<NaiveDate>,
    /// The day of admission, or the last day counted if it still waits.
    pub until: NaiveDate,
}

impl Waited {
    /// Days from the referral.
    #[must_use]
    pub fn from_referral(self) -> i64 {
        days_between(self.referred, self.until).max(0)
    }

    /// Days from the listing; `None` if it was admitted without.
    #[must_use]
    pub fn from_listing(self) -> Option<i64> {
        self.listed.map(|listed| days_between(listed, self.until).max(0))
    }

    fn of(case: &Case, until: NaiveDate) -> Self {
        let listed = case.moves.iter().find(|m| m.to == Stage::Waiting && m.on <= until).map(|m| m.on);
        Self { case: case.id, referred: case.referral.on, listed, until }
    }
}

/// How long a course lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stayed {
    /// The case.
    pub case: CaseId,
    /// The day of admission.
    pub from: NaiveDate,
    /// The first day without the seat, or the day after the last one counted if the course runs.
    pub until: NaiveDate,
}

impl Stayed {
    /// Days of the course.
    #[must_use]
    pub fn days(self) -> i64 {
        days_between(self.from, self.until)
    }
}

fn cases<'a>(facts: &[&'a CaseFacts<'a>]) -> impl Iterator<Item = &'a Case> {
    facts.iter().map(|f| f.ledger.case)
}

/// The children admitted in a period.
pub(super) fn admitted(facts: &[&CaseFacts<'_>], from: NaiveDate, to: NaiveDate) -> Vec<Waited> {
    let admission = |case: &Case| case.stay().map(|s| s.from).filter(|on| within(*on, from, to));
    cases(facts).filter_map(|case| admission(case).map(|on| Waited::of(case, on))).collect()
}

/// The children that wait on a day: on the waiting list by then, and neither admitted nor declined.
pub(super) fn waiting(facts: &[&CaseFacts<'_>], on: NaiveDate) -> Vec<Waited> {
    let waits = |case: &&Case| {
        let stage = case.moves.iter().rev().find(|m| m.on <= on).map(|m| m.to);
        match &case.standing {
            Standing::Waiting { .. } => case.waiting_since().is_some_and(|since| since <= on),
            Standing::Seated { stay, .. } | Standing::Closed { stay, .. } => {
                stage == Some(Stage::Waiting) && on < stay.from
            }
            Standing::Declined { on: declined } => stage == Some(Stage::Waiting) && on < *declined,
            Standing::Referral => stage == Some(Stage::Waiting),
        }
    };
    let waited = |case: &Case| {
        let waited = Waited::of(case, on);
        Waited { listed: waited.listed.or_else(|| case.waiting_since()), ..waited }
    };
    cases(facts).filter(waits).map(waited).collect()
}

/// The courses that ended in a period: their first day without the seat lies in it.
pub(super) fn ended(facts: &[&CaseFacts<'_>], from: NaiveDate, to: NaiveDate) -> Vec<Stayed> {
    let end = |case: &Case| ended_in(case, from, to);
    cases(facts).filter_map(end).collect()
}

/// The course of a case, if its first day without the seat lies in a period.
pub(super) fn ended_in(case: &Case, from: NaiveDate, to: NaiveDate) -> Option<Stayed> {
    let enrolment = case.enrolment()?;
    let until = enrolment.until.filter(|on| within(*on, from, to))?;
    Some(Stayed { case: case.id, from: enrolment.from, until })
}

/// The courses that run on a day.
pub(super) fn running(facts: &[&CaseFacts<'_>], on: NaiveDate) -> Vec<Stayed> {
    let until = on.succ_opt().unwrap_or(on);
    let runs = |case: &Case| case.enrolment().filter(|e| e.includes(on)).map(|e| (case.id, e.from));
    cases(facts).filter_map(runs).map(|(case, from)| Stayed { case, from, until }).collect()
}
