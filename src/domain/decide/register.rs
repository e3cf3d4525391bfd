//! Decisions on the register: marks, filling from the timetable, foretold absences.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::decide::action::DayEdit;
use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::refusal::{Reason, Refusal};
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::day::{Day, Foretold};
use crate::record::edit::Edit;
use crate::record::timetable::in_force;
use crate::rules::calendar::Calendar;
use crate::rules::register::{Registration, plan_on, registration};
use crate::value::id::CaseId;
use crate::value::mark::{Absence, Half, Mark};

/// The longest span of a foretold absence, in days.
const LONGEST_SPAN: i64 = 366;

impl Reason {
    /// Why a date takes no marks: weekend, public holiday or closure; `None` on a school day.
    #[must_use]
    pub fn no_school(calendar: &Calendar, date: NaiveDate) -> Option<Self> {
        let why = calendar.no_school(date)?;
        Some(Self::NoSchoolDay { date, why })
    }
}

/// The change from the stored day to the new one; `None` if they are equal. An empty day is removed.
pub(crate) fn day_change(old: Option<Day>, new: Day) -> Option<Change> {
    let new = Some(new).filter(|d| !d.says_nothing());
    Edit::new(old, new).ok().map(Change::Day)
}

pub(super) fn edit_day(
    facts: &dyn Facts,
    case: CaseId,
    date: NaiveDate,
    seen: Option<&Day>,
    edit: &DayEdit,
) -> Result<Decision, Denied> {
    let case = facts.case(case)?.ok_or(Reason::NoSuchCase)?;
    let now = facts.day(case.id, date)?;
    let mut reasons = Vec::new();
    if !case.holds_seat_on(date) {
        reasons.push(Reason::NotEnrolled { date });
    }
    let ahead = date > facts.today();
    let mut new = now.clone().unwrap_or_else(|| Day::blank(case.id, date));
    let action_kind = match edit {
        DayEdit::Mark(half, mark) => {
            reasons.extend(Reason::no_school(&facts.calendar()?, date));
            match (ahead, mark.foretellable()) {
                (false, _) => {
                    reasons.extend(second_of_one(facts, &case, date, *half)?);
                    reasons.extend(outside_plan(facts, case.id, date, *mark)?);
                    set_mark(&mut new, *half, *mark);
                    ActionKind::Mark
                }
                (true, Some(cause)) => {
                    new.foretold = Some(foretold(&new, cause, facts));
                    ActionKind::Foretell
                }
                (true, None) => {
                    reasons.push(Reason::NotAhead { date });
                    ActionKind::Mark
                }
            }
        }
        DayEdit::Clear(half) => {
            reasons.extend(second_of_one(facts, &case, date, *half)?);
            clear(&mut new, *half);
            ActionKind::Mark
        }
        // A remark may be written ahead (the dentist at 10), but only on a school day.
        DayEdit::Remark(remark) => {
            reasons.extend(Reason::no_school(&facts.calendar()?, date).filter(|_| remark.is_some()));
            new.remark.clone_from(remark);
            ActionKind::Remark
        }
        DayEdit::Mood(mood) => {
            reasons.extend(Reason::no_school(&facts.calendar()?, date).filter(|_| mood.is_some()));
            reasons.extend(ahead.then_some(Reason::NotAhead { date }));
            new.mood = *mood;
            ActionKind::Mood
        }
    };
    Refusal::unless_empty(reasons)?;
    // If a colleague has just made the same change there is no conflict; any other change to an unseen day is one.
    let change = day_change(now.clone(), new);
    if let Some(change) = &change
        && now.as_ref() != seen
    {
        return Err(overtaken(facts, change, now)?.into());
    }
    Ok(Decision::to_do(action_kind, change.into_iter().collect()))
}

/// Edits several days in the same way: returns the changes of all days, or every reason of every day.
pub(super) fn edit_days(
    facts: &dyn Facts,
    case: CaseId,
    days: &[(NaiveDate, Option<Day>)],
    edit: &DayEdit,
) -> Result<Decision, Denied> {
    let mut together = Decision::to_do(ActionKind::Mark, Vec::new());
    let mut reasons = Vec::new();
    for (date, seen) in days {
        match edit_day(facts, case, *date, seen.as_ref(), edit) {
            Ok(decision) => {
                together.action_kind = decision.action_kind;
                together.changes.extend(decision.changes);
            }
            Err(Denied::Refused(why)) => reasons.extend(why.reasons().iter().cloned()),
            Err(failed) => return Err(failed),
        }
    }
    Refusal::unless_empty(reasons)?;
    Ok(together)
}

/// The reason against a mark whose times do not fit the hours planned on a date. Without known hours any time fits.
pub(super) fn outside_plan(
    facts: &dyn Facts,
    case: CaseId,
    date: NaiveDate,
    mark: Mark,
) -> Result<Option<Reason>, Denied> {
    if !matches!(mark, Mark::Late { .. } | Mark::Partial { .. }) {
        return Ok(None);
    }
    let timetables = facts.timetables(case)?;
    let planned = in_force(&timetables, date).and_then(|t| t.day(date.weekday()).hours());
    Ok(planned.filter(|hours| !mark.fits(*hours)).map(|planned| Reason::OutsidePlan { planned }))
}

fn second_of_one(
    facts: &dyn Facts,
    case: &Case,
    date: NaiveDate,
    half: Half,
) -> Result<Option<Reason>, Denied> {
    if half == Half::First {
        return Ok(None);
    }
    let child = facts.child(case.child)?.ok_or(Reason::NoSuchCase)?;
    Ok((!child.marks_twice_a_day(date)).then_some(Reason::OneMarkADay))
}

fn set_mark(day: &mut Day, half: Half, mark: Mark) {
    match half {
        // A mark counts for both halves until the second has its own; a more exact time for the same kind keeps the
        // second.
        Half::First => {
            let same = day.first.is_some_and(|before| before.kind() == mark.kind());
            day.second = day.second.filter(|second| same && *second != mark);
            day.first = Some(mark);
        }
        // A second mark equal to the first is not stored.
        Half::Second => day.second = Some(mark).filter(|m| day.first != Some(*m)),
    }
}

fn clear(day: &mut Day, half: Half) {
    match half {
        Half::Second => day.second = None,
        Half::First if day.is_marked() => (day.first, day.second) = (None, None),
        Half::First => day.foretold = None,
    }
}

/// Keeps the time at which the same absence was first reported.
fn foretold(day: &Day, cause: Absence, facts: &dyn Facts) -> Foretold {
    day.foretold.filter(|f| f.cause == cause).unwrap_or(Foretold { cause, told_at: facts.now() })
}

pub(super) fn overtaken(facts: &dyn Facts, change: &Change, now: Option<Day>) -> Result<Reason, Denied> {
    let touch = facts.last_touch(change)?;
    Ok(Reason::Overtaken { by: touch.map(|t| t.0), at: touch.map(|t| t.1), now: now.map(Box::new) })
}

pub(super) fn fill_as_planned(facts: &dyn Facts, date: NaiveDate) -> Result<Decision, Denied> {
    let mut reasons: Vec<Reason> = Reason::no_school(&facts.calendar()?, date).into_iter().collect();
    if date > facts.today() {
        reasons.push(Reason::NotAhead { date });
    }
    Refusal::unless_empty(reasons)?;
    let mut changes = Vec::new();
    let programmes = facts.programmes()?;
    for case in facts.cases_on(date)? {
        let day = facts.day(case.id, date)?;
        let timetables = facts.timetables(case.id)?;
        let programme = programmes.iter().find(|(p, _)| *p.code() == case.programme).map(|(p, _)| p);
        let plan = plan_on(&case, programme, &timetables, date);
        if registration(plan, day.as_ref()) == Registration::Blank {
            let mut new = day.clone().unwrap_or_else(|| Day::blank(case.id, date));
            new.first = Some(if plan.is_away_by_agreement() { Mark::Elsewhere } else { Mark::Present });
            changes.extend(day_change(day, new));
        }
    }
    Ok(Decision::to_do(ActionKind::Fill, changes))
}

pub(super) fn foretell(
    facts: &dyn Facts,
    case: CaseId,
    from: NaiveDate,
    to: NaiveDate,
    cause: Absence,
) -> Result<Decision, Denied> {
    let case = facts.case(case)?.ok_or(Reason::NoSuchCase)?;
    let calendar = facts.calendar()?;
    let mut reasons = Vec::new();
    if from < facts.today() {
        reasons.push(Reason::NotBehind { date: from });
    }
    let length = to.signed_duration_since(from).num_days();
    let days: Vec<NaiveDate> = if (0..LONGEST_SPAN).contains(&length) {
        calendar.school_days(from, to).collect()
    } else {
        Vec::new()
    };
    if days.is_empty() {
        reasons.push(Reason::EmptySpan { from, to });
    } else if !days.iter().any(|d| case.holds_seat_on(*d)) {
        reasons.push(Reason::NotEnrolled { date: from });
    }
    Refusal::unless_empty(reasons)?;
    let mut changes = Vec::new();
    for date in days.into_iter().filter(|d| case.holds_seat_on(*d)) {
        let day = facts.day(case.id, date)?;
        let mut new = day.clone().unwrap_or_else(|| Day::blank(case.id, date));
        new.foretold = Some(foretold(&new, cause, facts));
        changes.extend(day_change(day, new));
    }
    Ok(Decision::to_do(ActionKind::Foretell, changes))
}
