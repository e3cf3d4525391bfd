//! What the law asks for when a child is absent: the contact about sick teaching, and what a quarter's absence asks for.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::absence_rule::{AbsenceRule, Limits};
use crate::rules::obligations::dates::school_days_after;
use crate::rules::obligations::ledger::WITH_PARENTS;
use crate::rules::obligations::obligation::{Obligation, Window};
use crate::rules::obligations::terms::{Owed, Settled, Terms};
use crate::rules::obligations::why::{Reckoned, Why};
use crate::rules::quarter::{Quarter, QuarterLevel, QuarterMeter};
use crate::value::obligation::ObligationKind;

/// School days after the last day attended by which the school contacts the parents. Source: the order on sick
/// teaching.
const SICK: u32 = 15;
/// School days after the last day attended from which a contact is about sick teaching. Source: our own.
const SICK_FROM: u32 = 10;
/// School days after a limit was passed by which the letter goes out. Source: our own; the order says without delay.
const LETTER: u32 = 3;

/// The contact to the parents of a child that is absent for long, whatever the cause. Days without an entry in the
/// register are no absence: the last entry must be an absence.
pub(super) fn sick_teaching(terms: &Terms<'_>) -> Vec<Obligation> {
    let kind = ObligationKind::SickTeaching;
    let ledger = terms.ledger;
    let away = ledger.attended.filter(|attended| ledger.absent.is_some_and(|absent| *attended < absent));
    let owed = away.and_then(|since| {
        let earliest = school_days_after(terms.calendar, since, SICK_FROM)?;
        let date = school_days_after(terms.calendar, earliest, SICK - SICK_FROM)?;
        let why = Why { reckoned: Reckoned::SchoolDays { count: SICK, after: since }, moved: None };
        Some(Owed { kind, since, window: Window { earliest, latest: date }, date, why })
    });
    let obligation = owed.map(|owed| {
        let done = ledger.held(&WITH_PARENTS).find(|day| *day >= owed.window.earliest);
        let settled = done.map(Settled::done).or_else(|| terms.answer(kind, owed.since));
        let booked = terms.booked(&WITH_PARENTS, owed.since);
        terms.obligation(owed, settled, booked)
    });
    obligation.into_iter().collect()
}

/// What the limits of this quarter and of the one before ask for; an older one has lapsed. In per cent: the warning and
/// the notification about unlawful absence. In days: the contact of the head, and the plan of support with PPR.
pub(super) fn letters(terms: &Terms<'_>) -> Vec<Obligation> {
    let this = Quarter::of(terms.today);
    let before = this.first_day().pred_opt().map(Quarter::of);
    let mut found = Vec::new();
    for quarter in before.into_iter().chain([this]) {
        let within = |date: NaiveDate| quarter.first_day() <= date && date <= quarter.last_day();
        if !terms.ledger.absences.iter().any(|d| within(d.date)) {
            continue;
        }
        let school_days: Vec<NaiveDate> =
            terms.calendar.school_days(quarter.first_day(), quarter.last_day()).collect();
        let rule = terms.ledger.programme.absence().on(quarter.first_day(), &terms.ledger.absence_limits);
        let Some(rule) = rule else { continue };
        let kinds = match rule.limits {
            Limits::Percent { .. } => [ObligationKind::Warning, ObligationKind::Notification],
            Limits::Days { .. } => [ObligationKind::AbsenceContact, ObligationKind::SupportPlan],
        };
        for (kind, level) in kinds.into_iter().zip([QuarterLevel::Warn, QuarterLevel::Notify]) {
            let Some(on) = passed(terms, quarter, &rule, &school_days, level) else { continue };
            let Some(date) = school_days_after(terms.calendar, on, LETTER) else { continue };
            let since = quarter.first_day();
            let reckoned = reckoned(rule.limits, level, since, on);
            let window = Window { earliest: on, latest: date };
            let owed = Owed { kind, since, window, date, why: Why { reckoned, moved: None } };
            found.push(terms.obligation(owed, terms.answer(kind, since), None));
        }
    }
    found
}

fn reckoned(limits: Limits, level: QuarterLevel, quarter: NaiveDate, on: NaiveDate) -> Reckoned {
    let (first, second) = limits.pair();
    let over = level == QuarterLevel::Warn;
    let limit = if over { first } else { second };
    match limits {
        Limits::Percent { .. } => Reckoned::Passed { percent: limit, quarter, on, count: LETTER },
        Limits::Days { .. } => Reckoned::PassedDays { limit, over, quarter, on, count: LETTER },
    }
}

/// The day on which a quarter's absence reached a level.
fn passed(
    terms: &Terms<'_>,
    quarter: Quarter,
    rule: &AbsenceRule,
    school_days: &[NaiveDate],
    level: QuarterLevel,
) -> Option<NaiveDate> {
    let ledger = terms.ledger;
    let enrolment = ledger.case.enrolment()?;
    let reached = |until: NaiveDate| {
        let day = |date| ledger.absences.iter().find(|d| d.date == date && date <= until);
        QuarterMeter::count(quarter, rule, ledger.child, enrolment, school_days, day).level() >= level
    };
    let last = *school_days.last()?;
    if !reached(last) {
        return None;
    }
    ledger
        .absences
        .iter()
        .map(|d| d.date)
        .filter(|date| school_days.contains(date))
        .find(|date| reached(*date))
}
