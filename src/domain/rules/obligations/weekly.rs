//! The weekly development talk with the child.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::talk::TalkKind;
use crate::record::timetable::DayPlan;
use crate::rules::calendar::{Calendar, monday_of};
use crate::rules::obligations::dates::plus;
use crate::rules::obligations::ledger::Ledger;
use crate::rules::obligations::obligation::{Obligation, Window};
use crate::rules::obligations::terms::{Owed, Settled, Terms};
use crate::rules::obligations::why::{Reckoned, Why};
use crate::rules::register::plan_on;
use crate::value::obligation::ObligationKind;

/// School days of a week that make a development talk due. Source: our own.
const DAYS: usize = 3;
/// Weeks ahead in which the next one is looked for: longer than the summer holiday.
const AHEAD: u32 = 10;

/// The first and the last day of the week of this Monday on which the child is planned, if the week asks for a
/// development talk: three or more school days on which the child is enrolled and planned.
#[must_use]
pub fn development_week(ledger: &Ledger<'_>, calendar: &Calendar, monday: NaiveDate) -> Option<Window> {
    let case = ledger.case;
    let planned = |day: &NaiveDate| {
        case.holds_seat_on(*day)
            && *plan_on(case, Some(ledger.programme), &ledger.timetables, *day) != DayPlan::Off
    };
    let days: Vec<NaiveDate> = calendar.school_days(monday, plus(monday, 4)).filter(planned).collect();
    let (earliest, latest) = days.first().zip(days.last())?;
    (days.len() >= DAYS).then_some(Window { earliest: *earliest, latest: *latest })
}

/// The development talk of every week of the course among the days asked for, up to today, each answered by a talk in its
/// own week alone.
pub(super) fn every_week(terms: &Terms<'_>) -> Vec<Obligation> {
    let Some(enrolment) = terms.ledger.case.enrolment() else { return Vec::new() };
    let held: Vec<NaiveDate> = terms.ledger.held(&[TalkKind::Development]).collect();
    let Some((from, to)) = terms.between else { return Vec::new() };
    let last = enrolment.until.unwrap_or(to).min(to).min(terms.today);
    let mondays =
        monday_of(enrolment.from.max(from)).iter_days().step_by(7).take_while(|monday| *monday <= last);
    let week = |monday: NaiveDate| {
        let window = development_week(terms.ledger, terms.calendar, monday)?;
        let done = held.iter().copied().find(|day| monday_of(*day) == monday);
        let kind = ObligationKind::DevelopmentTalk;
        let settled = done.map(Settled::done).or_else(|| terms.answer(kind, monday));
        let why = Why { reckoned: Reckoned::Week(monday), moved: None };
        let owed = Owed { kind, since: monday, window, date: window.latest, why };
        Some(terms.obligation(owed, settled, None))
    };
    mondays.filter_map(week).collect()
}

/// The development talk: of this week or the last one held, and the first since then that is open. A talk answers its
/// own week and every missed one before it.
pub(super) fn development(terms: &Terms<'_>) -> Vec<Obligation> {
    let Some(stay) = terms.ledger.case.stay() else { return Vec::new() };
    let held = terms.ledger.held(&[TalkKind::Development]).next_back().filter(|day| *day >= stay.from);
    let first = held.map_or_else(|| monday_of(stay.from), |day| plus(monday_of(day), 7));
    let last = plus(monday_of(terms.today.max(first)), 7 * AHEAD);
    let week = |monday: NaiveDate, settled: Option<Settled>| {
        let window = development_week(terms.ledger, terms.calendar, monday)?;
        let booked = terms.ledger.booked.iter().copied().find(|b| {
            b.kind == TalkKind::Development && b.date >= terms.today && monday_of(b.date) == monday
        });
        let why = Why { reckoned: Reckoned::Week(monday), moved: None };
        let kind = ObligationKind::DevelopmentTalk;
        let owed = Owed { kind, since: monday, window, date: window.latest, why };
        Some(terms.obligation(owed, settled, booked))
    };
    let mut found: Vec<Obligation> =
        held.and_then(|day| week(monday_of(day), Some(Settled::done(day)))).into_iter().collect();
    let mut monday = first;
    while monday <= last {
        let answer = terms.answer(ObligationKind::DevelopmentTalk, monday);
        if let Some(obligation) = week(monday, answer) {
            let open = obligation.is_open();
            if !open {
                found.clear();
            }
            found.push(obligation);
            if open {
                break;
            }
        }
        monday = plus(monday, 7);
    }
    found
}
