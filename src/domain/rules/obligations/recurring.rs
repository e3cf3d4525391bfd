//! What comes again and again: parent talks, wellbeing talks, follow-up meetings with their letters, scores, and the
//! contact to a family that waits.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::case::Standing;
use crate::record::talk::TalkKind;
use crate::rules::obligations::dates::{Day, appointment, deadline, minus, plus, plus_months};
use crate::rules::obligations::ledger::WITH_PARENTS;
use crate::rules::obligations::obligation::{Obligation, Window};
use crate::rules::obligations::papers;
use crate::rules::obligations::terms::{Owed, Terms};
use crate::rules::obligations::why::{Reckoned, Why};
use crate::value::interval::Interval;
use crate::value::obligation::ObligationKind;
use crate::value::stage::Stage;

/// Days between parent talks. Source: service description, parent talks (every 4th week).
const PARENTS: u32 = 28;
/// Months from the beginning of the effort to the first follow-up meeting, and between meetings unless the case says
/// otherwise. Source: wellbeing programme, follow-up; the law on the plan for the child.
const MEETINGS: u32 = 3;
/// Days between scores. Source: outcome measures (a score in the last 4 weeks).
const SCORES: u32 = 28;
/// Days between contacts to a family on the waiting list. Source: our own.
const WAITING: u32 = 14;
/// Days before its date from which a talk is due.
const WEEK_AHEAD: u32 = 7;
/// Days before its date from which a meeting is due: people of other houses take part.
const MEETING_AHEAD: u32 = 14;

/// Parent talks. The first is reckoned from the start-up talk, or from the first day of the course.
pub(super) fn parents(terms: &Terms<'_>) -> Vec<Obligation> {
    let kinds = [TalkKind::Parent];
    let agreed = terms.ledger.held(&[TalkKind::StartUp]).next_back();
    let Some(start) = agreed.or_else(|| terms.first_day(Stage::Course)) else { return Vec::new() };
    let held: Vec<NaiveDate> = terms.ledger.held(&kinds).collect();
    terms.chain(start, &held, &kinds, |since| every(terms, ObligationKind::ParentTalk, since, PARENTS))
}

/// Wellbeing talks, if the case has an interval for them.
pub(super) fn wellbeing(terms: &Terms<'_>) -> Vec<Obligation> {
    let kinds = [TalkKind::Wellbeing];
    let agreed = terms.ledger.case.rhythm.wellbeing_weeks.zip(terms.first_day(Stage::StartUp));
    let Some((weeks, start)) = agreed else { return Vec::new() };
    let held: Vec<NaiveDate> = terms.ledger.held(&kinds).collect();
    let days = u32::from(weeks.get()) * 7;
    terms.chain(start, &held, &kinds, |since| every(terms, ObligationKind::WellbeingTalk, since, days))
}

/// Follow-up meetings, and the status letter before the next one.
pub(super) fn meetings(terms: &Terms<'_>) -> Vec<Obligation> {
    let kinds = [TalkKind::FollowUp];
    let Some(start) = terms.first_day(Stage::StartUp) else { return Vec::new() };
    let held: Vec<NaiveDate> = terms.ledger.held(&kinds).collect();
    let mut found = terms.chain(start, &held, &kinds, |since| meeting(terms, start, since));
    for meeting in &mut found {
        if let Reckoned::Months { count, after } = meeting.why.reckoned {
            let limit = deadline(terms.calendar, plus_months(after, count), after).date;
            meeting.limit = Some(limit).filter(|limit| *limit != meeting.date);
        }
    }
    let letter = found.last().map(|meeting| papers::status_letter(terms, meeting));
    found.extend(letter);
    found
}

fn meeting(terms: &Terms<'_>, start: NaiveDate, since: NaiveDate) -> Owed {
    let agreed = terms.ledger.case.rhythm.follow_up_months.filter(|_| since > start);
    let count = agreed.map_or(MEETINGS, |months: Interval| months.get().into());
    let day = appointment(terms.calendar, plus_months(since, count), None);
    owed(ObligationKind::FollowUpMeeting, since, day, MEETING_AHEAD, Reckoned::Months { count, after: since })
}

/// Scores on an outcome measure, once the case has one.
pub(super) fn measure(terms: &Terms<'_>) -> Vec<Obligation> {
    let Some(last) = terms.ledger.scored else { return Vec::new() };
    terms.chain(last, &[], &[], |since| every(terms, ObligationKind::OutcomeMeasure, since, SCORES))
}

/// The contact to a family on the waiting list; the date on the list and talks with the parents both count.
pub(super) fn waiting(terms: &Terms<'_>) -> Vec<Obligation> {
    let case = terms.ledger.case;
    let Standing::Waiting { last_contact, .. } = case.standing else { return Vec::new() };
    let Some(start) = case.waiting_since().max(last_contact) else { return Vec::new() };
    let held: Vec<NaiveDate> = terms.ledger.held(&WITH_PARENTS).collect();
    terms.chain(start, &held, &WITH_PARENTS, |since| {
        let day = deadline(terms.calendar, plus(since, WAITING), since);
        let reckoned = Reckoned::Days { count: WAITING, after: since };
        owed(ObligationKind::WaitingContact, since, day, WEEK_AHEAD, reckoned)
    })
}

/// An appointment a number of days after another.
fn every(terms: &Terms<'_>, kind: ObligationKind, since: NaiveDate, days: u32) -> Owed {
    let day = appointment(terms.calendar, plus(since, days), None);
    owed(kind, since, day, WEEK_AHEAD, Reckoned::Days { count: days, after: since })
}

fn owed(kind: ObligationKind, since: NaiveDate, day: Day, ahead: u32, reckoned: Reckoned) -> Owed {
    let earliest = minus(day.date, ahead).max(plus(since, 1)).min(day.date);
    let window = Window { earliest, latest: day.date };
    Owed { kind, since, window, date: day.date, why: Why { reckoned, moved: day.moved } }
}
