//! Talks held of talks due.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::rules::calendar::Calendar;
use crate::rules::house_figures::facts::CaseFacts;
use crate::rules::obligations::{Obligation, State, talks_owed};
use crate::value::code::coded;
use crate::value::id::CaseId;
use crate::value::obligation::ObligationKind;

coded! {
    "kept"
    /// What became of a talk that was due.
    pub enum Kept {
        /// It was held by its date.
        InTime = "in-time",
        /// It was held later.
        Late = "late",
        /// It was excused with a reason.
        Excused = "excused",
        /// It was not held.
        Missed = "missed",
    }
}

/// A talk that fell due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TalkOwed {
    /// The case.
    pub case: CaseId,
    /// The kind.
    pub kind: ObligationKind,
    /// The last day on which it was in time.
    pub due: NaiveDate,
    /// The day it was held or excused.
    pub on: Option<NaiveDate>,
    /// What became of it.
    pub kept: Kept,
}

/// The talks that fell due in a period. One that is not held yet falls due when its window has passed, so that a talk
/// that can still be held in time is not counted as missed.
pub(super) fn talks(
    cases: &[&CaseFacts<'_>],
    calendar: &Calendar,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Vec<TalkOwed> {
    let of = |facts: &&CaseFacts<'_>| {
        let owed = talks_owed(&facts.ledger, calendar, (from, to), today).into_iter();
        let talk = |o: Obligation| {
            let kept = match o.state {
                State::Fulfilled if o.answered.is_some_and(|on| on <= o.window.latest) => Kept::InTime,
                State::Fulfilled => Kept::Late,
                State::Excused => Kept::Excused,
                State::Overdue => Kept::Missed,
                State::Upcoming | State::Planned | State::Due => return None,
            };
            let due = o.window.latest;
            Some(TalkOwed { case: facts.ledger.case.id, kind: o.kind, due, on: o.answered, kept })
        };
        owed.filter_map(talk).collect::<Vec<_>>()
    };
    cases.iter().flat_map(of).collect()
}
