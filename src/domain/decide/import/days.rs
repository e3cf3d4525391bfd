//! Import of a list of attendance.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::column::Column;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::import::row::{ImportedDay, in_row, no_mark};
use crate::decide::refusal::{Reason, Refusal, RowReason};
use crate::decide::register::outside_plan;
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::child::Child;
use crate::record::day::{Day, Origin};
use crate::record::edit::{BadEdit, Edit};
use crate::rules::calendar::Calendar;
use crate::value::id::CaseId;

/// Imports a list of attendance, all or none. A row equal to a stored day is skipped; a row that differs is refused,
/// so that a file never overwrites a registration made here.
pub(crate) fn take_in_days(facts: &dyn Facts, rows: &[ImportedDay]) -> Result<Decision, Denied> {
    let children = facts.children()?;
    let cases = facts.cases()?;
    let calendar = facts.calendar()?;
    let mut seen: BTreeMap<(CaseId, NaiveDate), u32> = BTreeMap::new();
    let mut changes: Vec<Change> = Vec::new();
    let mut reasons = Vec::new();
    for row in rows {
        let (child, case) = match whose(row, &children, &cases) {
            Ok(found) => found,
            Err(reason) => {
                reasons.push(reason);
                continue;
            }
        };
        let mut against = against(row, child, case, &calendar, facts.today());
        for (column, mark) in [(Column::First, row.first), (Column::Second, row.second)] {
            let Some(mark) = mark.filter(|_| row.origin == Origin::Own) else { continue };
            let outside = outside_plan(facts, case.id, row.date, mark)?;
            against.extend(outside.map(|why| in_row(row.line, column, RowReason::NoMark(Box::new(why)))));
        }
        if !against.is_empty() {
            reasons.extend(against);
            continue;
        }
        if let Some(line) = seen.insert((case.id, row.date), row.line) {
            reasons.push(in_row(row.line, Column::Row, RowReason::Repeats { line }));
            continue;
        }
        let day = day_of(row, case.id);
        match facts.day(case.id, row.date)? {
            Some(known) => match named(&known, day) {
                Some(Ok(edit)) => changes.push(edit.into()),
                Some(Err(_)) => {}
                None => reasons.push(in_row(row.line, Column::Row, RowReason::OnRecord)),
            },
            None => changes.push(Edit::create(day).into()),
        }
    }
    Refusal::unless_empty(reasons)?;
    Ok(Decision::to_do(ActionKind::Import, changes))
}

/// The change of a day on record that a row says the same of: it gets the name of its register, if it has none. `None`
/// if the row says something else. Lists do not hold foretold absences, and need not name the register.
fn named(known: &Day, row: Day) -> Option<Result<Edit<Day>, BadEdit>> {
    let register = known.register.clone().or_else(|| row.register.clone());
    let other = row.register.is_some() && row.register != register;
    let new = Day { register, ..known.clone() };
    let same = Day { foretold: None, ..new.clone() } == Day { register: new.register.clone(), ..row };
    (same && !other).then(|| Edit::new(Some(known.clone()), Some(new)))
}

fn day_of(row: &ImportedDay, case: CaseId) -> Day {
    Day {
        origin: row.origin,
        register: row.register.clone().filter(|_| row.origin == Origin::SendingSchool),
        first: row.first,
        second: row.second.filter(|s| row.first != Some(*s)),
        remark: row.remark.clone(),
        mood: row.mood,
        ..Day::blank(case, row.date)
    }
}

/// The child with the name and the case of the day: the one it was enrolled in or, for the sending school's register,
/// the first one that began later.
fn whose<'a>(
    row: &ImportedDay,
    children: &'a [Child],
    cases: &'a [Case],
) -> Result<(&'a Child, &'a Case), Reason> {
    let named: Vec<&Child> = children
        .iter()
        .filter(|c| c.name.is_like(&row.name) && (row.born.is_none() || c.born == row.born))
        .collect();
    let &[child] = named.as_slice() else {
        let why = if named.is_empty() { RowReason::Unknown } else { RowReason::Ambiguous };
        return Err(in_row(row.line, Column::Child, why));
    };
    let mut own = cases.iter().filter(|c| c.child == child.id);
    let case = match row.origin {
        Origin::Own => own.find(|c| c.holds_seat_on(row.date)),
        Origin::SendingSchool => {
            // A course that was over by then does not count; one that was running does, and the row is refused below.
            own.filter(|c| c.enrolment().and_then(|e| e.until).is_none_or(|until| row.date < until))
                .min_by_key(|c| c.enrolment().map_or(NaiveDate::MAX, |e| e.from))
        }
    };
    case.map(|case| (child, case)).ok_or_else(|| no_mark(row.line, Reason::NotEnrolled { date: row.date }))
}

fn against(
    row: &ImportedDay,
    child: &Child,
    case: &Case,
    calendar: &Calendar,
    today: NaiveDate,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if row.first.is_none() && row.second.is_none() && row.remark.is_none() && row.mood.is_none() {
        reasons.push(in_row(row.line, Column::First, RowReason::Missing));
    }
    if row.date > today {
        reasons.push(no_mark(row.line, Reason::NotAhead { date: row.date }));
    }
    match row.origin {
        Origin::Own => {
            reasons.extend(Reason::no_school(calendar, row.date).map(|why| no_mark(row.line, why)));
            if row.second.is_some() && row.second != row.first && !child.marks_twice_a_day(row.date) {
                let why = RowReason::NoMark(Box::new(Reason::OneMarkADay));
                reasons.push(in_row(row.line, Column::Second, why));
            }
        }
        // From a child's first day here on, only the house keeps its register.
        Origin::SendingSchool => {
            if case.enrolment().is_some_and(|e| row.date >= e.from) {
                reasons.push(in_row(row.line, Column::Origin, RowReason::OutOfOrder));
            }
        }
    }
    reasons
}
