//! The terms under which the obligations of one case are reckoned, and the state that follows from the answers.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::answer::HowAnswered;
use crate::record::talk::TalkKind;
use crate::rules::calendar::Calendar;
use crate::rules::obligations::ledger::{Booked, Ledger};
use crate::rules::obligations::obligation::{Obligation, State, Window};
use crate::rules::obligations::why::Why;
use crate::value::obligation::ObligationKind;
use crate::value::stage::Stage;

/// A case's ledger with the calendar and the day.
pub(super) struct Terms<'a> {
    pub(super) ledger: &'a Ledger<'a>,
    pub(super) calendar: &'a Calendar,
    pub(super) today: NaiveDate,
    /// The days whose talks are all asked for, answered or not; `None` for what is open and the last that was answered.
    pub(super) between: Option<(NaiveDate, NaiveDate)>,
}

/// What is owed, before it is known whether it was done.
#[derive(Clone, Copy)]
pub(super) struct Owed {
    pub(super) kind: ObligationKind,
    pub(super) since: NaiveDate,
    pub(super) window: Window,
    pub(super) date: NaiveDate,
    pub(super) why: Why,
}

/// How something owed was answered, and on which day.
#[derive(Clone, Copy)]
pub(super) struct Settled {
    pub(super) state: State,
    pub(super) on: NaiveDate,
}

impl Settled {
    pub(super) fn done(on: NaiveDate) -> Self {
        Self { state: State::Fulfilled, on }
    }
}

impl Terms<'_> {
    /// The first day of a stage; the day of admission if no step to it is on record.
    pub(super) fn first_day(&self, stage: Stage) -> Option<NaiveDate> {
        let case = self.ledger.case;
        let step = case.moves.iter().find(|m| m.to == stage).map(|m| m.on);
        step.or_else(|| case.stay().map(|s| s.from))
    }

    /// The answer by hand to an obligation.
    pub(super) fn answer(&self, kind: ObligationKind, since: NaiveDate) -> Option<Settled> {
        let mut answers = self.ledger.answers.iter();
        let answer = answers.find(|a| a.obligation == kind && a.since == since)?;
        let state = match answer.how {
            HowAnswered::Excused(_) => State::Excused,
            HowAnswered::Sent(_) => State::Fulfilled,
        };
        Some(Settled { state, on: answer.on })
    }

    /// The first appointment of some kinds from today on that is later than a date.
    pub(super) fn booked(&self, kinds: &[TalkKind], after: NaiveDate) -> Option<Booked> {
        let mut booked = self.ledger.booked.iter();
        booked.find(|b| kinds.contains(&b.kind) && b.date >= self.today && b.date > after).copied()
    }

    /// The obligation in its state. An appointment makes it planned only until its window has passed, so nothing that
    /// is overdue hides behind a booking.
    pub(super) fn obligation(
        &self,
        owed: Owed,
        settled: Option<Settled>,
        booked: Option<Booked>,
    ) -> Obligation {
        let Owed { kind, since, window, date, why } = owed;
        let state = match settled {
            Some(settled) => settled.state,
            None if self.today > window.latest => State::Overdue,
            None if booked.is_some() => State::Planned,
            None if self.today >= window.earliest => State::Due,
            None => State::Upcoming,
        };
        Obligation {
            kind,
            since,
            number: 0,
            what: None,
            window,
            date,
            limit: None,
            state,
            why,
            booked: booked.filter(|_| state.is_open()),
            answered: settled.map(|s| s.on),
        }
    }

    /// The chain of a recurring obligation: each is reckoned from the day on which the one before was done, or from the
    /// date of the one before if that was excused. Returns the last answered one, if any, and the open one; all of them if
    /// all of some days are asked for.
    pub(super) fn chain(
        &self,
        start: NaiveDate,
        held: &[NaiveDate],
        kinds: &[TalkKind],
        owed: impl Fn(NaiveDate) -> Owed,
    ) -> Vec<Obligation> {
        let mut since = start;
        let mut answered = Vec::new();
        loop {
            let next = owed(since);
            let (date, kind) = (next.date, next.kind);
            let done = held.iter().copied().find(|day| *day > since);
            let excused =
                self.answer(kind, since).filter(|_| done.is_none_or(|day| day > date) && date > since);
            let settled = excused.or(done.map(Settled::done));
            let booked = self.booked(kinds, since);
            let obligation = self.obligation(next, settled, booked);
            since = match (excused, done) {
                (Some(_), _) => date,
                (None, Some(day)) => day,
                (None, None) => {
                    answered.push(obligation);
                    return answered;
                }
            };
            if self.between.is_none() {
                answered.clear();
            }
            answered.push(obligation);
        }
    }
}
