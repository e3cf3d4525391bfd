//! Who is absent and must be called, which children have no entry in the register, and whose week is not reported.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{DayFacts, Item, Part, Task};
use crate::record::case::Case;
use crate::record::day::{Day, Origin};
use crate::rules::calendar::Calendar;
use crate::rules::register::{Registration, plan_on, registration};
use crate::rules::reported::week_to_report;
use crate::rules::unexplained::{is_unexplained, is_with_parents};
use crate::value::id::CaseId;
use crate::value::mark::{Mark, MarkKind};

/// Registered days of absence in a row from which silence is noticed. Source: our own.
const SILENT: usize = 3;
/// Days after the last absence in which it still says something: over a weekend.
const RECENT: i64 = 4;

/// Whom to call about a child that is absent today, or has been for days.
pub(super) fn call(facts: &DayFacts, case: &Case, today: NaiveDate) -> Option<Item> {
    if !case.holds_seat_on(today) {
        return None;
    }
    let own = |d: &&Day| d.case == case.id && d.origin == Origin::Own && d.date <= today;
    let days: Vec<&Day> = facts.days.iter().filter(own).collect();
    let task = unexplained(facts, case.id, &days, today).or_else(|| silent(facts, case.id, &days, today))?;
    Some(Item {
        case: Some(case.id),
        part: Part::Call,
        date: today,
        hours: None,
        staff: Vec::new(),
        booked: None,
        task,
    })
}

/// Unlawful absence today that nobody has explained.
fn unexplained(facts: &DayFacts, case: CaseId, days: &[&Day], today: NaiveDate) -> Option<Task> {
    let day = days.last().filter(|d| d.date == today)?;
    let mut talks = facts.talks.iter().filter(|talk| talk.case == case && talk.date == today);
    let spoken = talks.any(|talk| is_with_parents(talk.kind));
    is_unexplained(day, spoken).then_some(Task::Unexplained)
}

/// An absence over several registered days in which nobody spoke with the family. Leave was granted, so it is no
/// absence here.
fn silent(facts: &DayFacts, case: CaseId, days: &[&Day], today: NaiveDate) -> Option<Task> {
    let away = |d: &&&Day| matches!(own_mark(d), Some(MarkKind::Sick | MarkKind::Unlawful));
    let entered = days.iter().rev().filter(|d| own_mark(d).is_some());
    let run: Vec<&&Day> = entered.take_while(away).collect();
    let (last, first) = run.first().zip(run.last())?;
    let spoken = facts.talks.iter().any(|talk| talk.case == case && talk.date >= first.date);
    let told = run.iter().any(|d| d.foretold.is_some_and(|f| f.told_at.date() >= first.date));
    let recent = (today - last.date).num_days() < RECENT;
    (run.len() >= SILENT && recent && !spoken && !told)
        .then_some(Task::Silent { since: first.date, days: run.len() })
}

fn own_mark(day: &Day) -> Option<MarkKind> {
    day.first.map(Mark::kind)
}

/// The children whom the register expects today and has no entry for.
pub(super) fn register(facts: &DayFacts, calendar: &Calendar, today: NaiveDate) -> Option<Item> {
    if !calendar.is_school_day(today) {
        return None;
    }
    let is_blank = |case: &&Case| {
        let programme = facts.programmes.iter().find(|p| *p.code() == case.programme);
        let timetables = facts.timetables.get(&case.id).map_or(&[][..], Vec::as_slice);
        let day = facts.days.iter().find(|d| d.case == case.id && d.date == today);
        case.holds_seat_on(today)
            && registration(plan_on(case, programme, timetables, today), day) == Registration::Blank
    };
    let blank: Vec<CaseId> = facts.cases.iter().filter(is_blank).map(|c| c.id).collect();
    let any = !blank.is_empty();
    let task = Task::Register { blank };
    any.then(|| of_all(today, task))
}

/// An item of a register, which is of no single case and concerns everybody.
fn of_all(today: NaiveDate, task: Task) -> Item {
    Item { case: None, part: Part::Register, date: today, hours: None, staff: Vec::new(), booked: None, task }
}

/// The children at their own schools whose last week is not reported.
pub(super) fn own_school(facts: &DayFacts, calendar: &Calendar, today: NaiveDate) -> Option<Item> {
    let week = week_to_report(today);
    calendar.school_days(week.monday(), week.friday()).next()?;
    let is_missing = |case: &&Case| {
        let programme = facts.programmes.iter().find(|p| *p.code() == case.programme);
        programme.is_some_and(|p| !p.keeps_register())
            && case.enrolment().is_some_and(|enrolment| enrolment.includes(week.thursday()))
            && !facts.reported.iter().any(|w| w.case == case.id && w.monday == week)
    };
    let missing: Vec<CaseId> = facts.cases.iter().filter(is_missing).map(|c| c.id).collect();
    let any = !missing.is_empty();
    let task = Task::OwnSchool { week, missing };
    any.then(|| of_all(today, task))
}
