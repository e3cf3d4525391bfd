//! Letters, reports and plans: the status letter, the tasks of the phase-out plan, the final report.

use alloc::vec::Vec;

use crate::record::document::DocumentKind;
use crate::rules::obligations::dates::{deadline, minus};
use crate::rules::obligations::ledger::Paper;
use crate::rules::obligations::obligation::{Obligation, Window};
use crate::rules::obligations::terms::{Owed, Settled, Terms};
use crate::rules::obligations::why::{Reckoned, Why};
use crate::value::obligation::ObligationKind;

/// Days from the status letter to its meeting. Source: wellbeing programme, follow-up (beforehand); days our own.
const LETTER: u32 = 7;
/// Days before its date from which a paper is due.
const AHEAD: u32 = 14;
/// Days before its date from which a task of a plan is due.
const STEP_AHEAD: u32 = 7;

/// The status letter before a follow-up meeting: of the day it is booked for, otherwise of its date. If a booked
/// meeting passes without being held, the letter is for the next one.
pub(super) fn status_letter(terms: &Terms<'_>, meeting: &Obligation) -> Obligation {
    let since = meeting.since;
    let day = meeting.booked.map_or(meeting.date, |b| b.date);
    let due = deadline(terms.calendar, minus(day, LETTER), since);
    let why = Why { reckoned: Reckoned::DaysBefore { count: LETTER, meeting: day }, moved: due.moved };
    let window = Window { earliest: minus(due.date, AHEAD), latest: due.date };
    let kind = ObligationKind::StatusLetter;
    let signed = of_kind(terms, DocumentKind::StatusLetter).filter_map(|p| p.signed).find(|on| *on > since);
    let settled = signed.map(Settled::done).or_else(|| terms.answer(kind, since));
    terms.obligation(Owed { kind, since, window, date: due.date, why }, settled, None)
}

/// The tasks of the latest phase-out plan, on their own dates.
pub(super) fn tasks(terms: &Terms<'_>) -> Vec<Obligation> {
    let plan = of_kind(terms, DocumentKind::PhaseOut).max_by_key(|p| p.version);
    let tasks = plan.map_or(&[][..], |p| &p.tasks);
    let task = |(number, task): (usize, &crate::record::document::PlanTask)| {
        let owed = Owed {
            kind: ObligationKind::PhaseOutTask,
            since: task.due,
            window: Window { earliest: minus(task.due, STEP_AHEAD), latest: task.due },
            date: task.due,
            why: Why { reckoned: Reckoned::Plan, moved: None },
        };
        let obligation = terms.obligation(owed, task.done.map(Settled::done), None);
        Obligation { number, what: Some(task.what.clone()), ..obligation }
    };
    (1..).zip(tasks).map(task).collect()
}

/// The final report, by the day the course is expected to end, otherwise by the last task of the plan.
pub(super) fn final_report(terms: &Terms<'_>) -> Vec<Obligation> {
    let plan = of_kind(terms, DocumentKind::PhaseOut).max_by_key(|p| p.version);
    let last = plan.and_then(|p| p.tasks.iter().map(|s| s.due).max());
    let Some(ending) = terms.ledger.case.expected_end.or(last) else { return Vec::new() };
    let since = terms.ledger.case.stay().map_or(ending, |s| s.from);
    let due = deadline(terms.calendar, ending, since);
    let why = Why { reckoned: Reckoned::Ending, moved: due.moved };
    let window = Window { earliest: minus(due.date, AHEAD), latest: due.date };
    let report = of_kind(terms, DocumentKind::FinalReport).find_map(|p| p.signed);
    let owed = Owed { kind: ObligationKind::FinalReport, since, window, date: due.date, why };
    [terms.obligation(owed, report.map(Settled::done), None)].into()
}

fn of_kind<'t>(terms: &'t Terms<'_>, kind: DocumentKind) -> impl Iterator<Item = &'t Paper> {
    terms.ledger.papers.iter().filter(move |p| p.kind == kind)
}
