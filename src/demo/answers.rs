//! What went out about absence: on the school day after the limit was passed, unless that is to be done now.

use chrono::Days;
use trivsel_domain::record::{Answer, DatedLimits, Day, HowAnswered, Origin, Programme};
use trivsel_domain::rules::obligations::{Ledger, State, obligations_of};
use trivsel_domain::value::{AnswerId, Line, Mark, MarkKind, ObligationKind, StaffId};

use super::Mint;
use super::people::Course;
use super::school::School;

/// How long a contact may wait.
const FORGOTTEN: Days = Days::new(60);

/// The answers of one course to everything that a quarter's absence asked for and that would be overdue.
pub(super) fn of_course(
    course: &Course<'_>,
    days: &[Day],
    (programmes, limits): (&[Programme], &[DatedLimits]),
    (school, by): (&School, Option<StaffId>),
    mint: Mint<'_>,
) -> anyhow::Result<Vec<Answer>> {
    let programme = programmes.iter().find(|p| *p.code() == course.case.programme);
    let (Some(programme), Some(by)) = (programme, by) else { return Ok(Vec::new()) };
    let absent = |day: &&Day| {
        let halves = [day.first, day.second].into_iter().flatten().map(Mark::kind);
        let counts = |kind| matches!(kind, MarkKind::Sick | MarkKind::Unlawful);
        day.origin == Origin::Own && halves.into_iter().any(counts)
    };
    let absences = days.iter().filter(absent).cloned().collect();
    let absence_limits = limits.to_vec();
    let ledger = Ledger { absences, absence_limits, ..Ledger::new(&course.case, &course.child, programme) };
    let mut answers = Vec::new();
    for owed in obligations_of(&ledger, school.calendar(), school.today()) {
        let to = match owed.kind {
            ObligationKind::Warning => "forældrene",
            ObligationKind::Notification => "kommunen",
            ObligationKind::AbsenceContact => "forældrene",
            ObligationKind::SupportPlan => "PPR",
            _ => continue,
        };
        let waits = owed.kind == ObligationKind::AbsenceContact && owed.date >= school.today() - FORGOTTEN;
        let is_to_do = waits && course.row.uncontacted;
        if owed.state != State::Overdue || is_to_do {
            continue;
        }
        let first = owed.window.earliest;
        answers.push(Answer {
            id: AnswerId::from_u128(mint()),
            case: course.case.id,
            obligation: owed.kind,
            since: owed.since,
            on: school.calendar().school_day_after(first).unwrap_or(first),
            how: HowAnswered::Sent(Line::new(to)?),
            by,
        });
    }
    Ok(answers)
}
