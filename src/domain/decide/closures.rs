//! Decisions on the closures of the school.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::closure_reason::ClosureReason;
use crate::decide::decision::Denied;
use crate::decide::facts::Facts;
use crate::decide::refusal::Reason;
use crate::decide::rule::Ruled;
use crate::record::case::Case;
use crate::record::closure::{Closure, ClosureRule};
use crate::record::edit::Edit;

/// The most days of a closure that is entered with its dates: more is a typing error. Source: our own, the summer
/// holiday twice.
const MOST_DAYS: u16 = 100;

impl Ruled for Closure {
    const SAVED: Option<ActionKind> = Some(ActionKind::Settings);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let unsound = edit.new_state().is_some_and(|new| !is_sound(new.rule));
        let found =
            if unsound { Some(ClosureReason::Days { most: MOST_DAYS }) } else { marked(facts, edit)? };
        Ok(found.map(Reason::Closure).into_iter().collect())
    }
}

fn is_sound(rule: ClosureRule) -> bool {
    let short = match rule {
        ClosureRule::Dates { from, to } => (to - from).num_days() < i64::from(MOST_DAYS),
        _ => true,
    };
    short && rule.checked().is_ok()
}

/// The reason against closing days that have marks: a child who was there, or absent, was so on a school day. Source:
/// our own.
fn marked(facts: &dyn Facts, edit: &Edit<Closure>) -> Result<Option<ClosureReason>, Denied> {
    let (before, today) = (facts.calendar()?, facts.today());
    let after = before.with(core::slice::from_ref(edit));
    let cases = facts.cases()?;
    let Some(first) = cases.iter().filter_map(Case::stay).map(|stay| stay.from).min() else {
        return Ok(None);
    };
    let closes = |date: &NaiveDate| before.is_school_day(*date) && !after.is_school_day(*date);
    let mut days = Vec::new();
    for date in first.iter_days().take_while(|date| *date <= today).filter(closes) {
        let mut there = cases.iter().filter(|case| case.holds_seat_on(date));
        let is_marked = there.try_fold(false, |found, case| {
            let day = if found { None } else { facts.day(case.id, date)? };
            Ok::<bool, Denied>(found || day.is_some_and(|d| d.first.is_some() || d.second.is_some()))
        })?;
        days.extend(is_marked.then_some(date));
    }
    Ok(days.first().map(|first| ClosureReason::Marked { days: days.len(), first: *first }))
}
