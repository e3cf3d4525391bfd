//! Decisions that correct a case: a step annulled, or a date put right. Each keeps its reason on the case.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::{Facts, Nature};
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::register::overtaken;
use crate::decide::steps::programme_of;
use crate::record::case::{Case, Standing};
use crate::record::change::Change;
use crate::record::correction::{CaseDate, Corrected, Correction};
use crate::record::edit::{Contradiction, Edit};
use crate::record::stage_move::Move;
use crate::rules::dossier::Dossier;
use crate::rules::steps::course_dates::CourseDates;
use crate::rules::steps::rests::{own_days, rests_on};
use crate::value::id::CaseId;
use crate::value::moment::Moment;
use crate::value::stage::{SeatedStage, Stage};
use crate::value::text::Line;

/// Annuls the last step of a case. The case stands as before the step; what was entered in its fields since stays.
pub(super) fn annul(facts: &dyn Facts, case: CaseId, to: Stage, reason: &Line) -> Result<Decision, Denied> {
    let dossier = facts.dossier(case)?.ok_or(Reason::NoSuchCase)?;
    let case = &dossier.case;
    if case.stage() != to {
        return Err(moved_on(facts, case)?.into());
    }
    let step = case.last_step().ok_or(Reason::NothingToAnnul)?;
    let mut reasons = Vec::new();
    if step.by != Some(facts.asker()) {
        reasons.push(Reason::StepOfAnother { by: step.by });
    }
    if step.at.is_none_or(|at| at.day() != facts.today()) {
        reasons.push(Reason::StepOlder { at: step.at.map(Moment::at) });
    }
    let (talks, days) = (facts.talks_of(case.id)?, facts.days_of(case.id)?);
    reasons.extend(rests_on(step, &dossier, &talks, &days).into_iter().map(Reason::RestsOnStep));
    if !case.is_open() {
        reasons.extend(against_opening(facts, &dossier)?);
    }
    Refusal::unless_empty(reasons)?;
    let standing = standing_before(facts, case, step)?.ok_or(Reason::NothingToAnnul)?;
    let mut new = Case { standing, ..case.clone() };
    new.moves.pop();
    let what = Corrected::Step { step: step.clone() };
    corrected(facts, case, new, what, reason, ActionKind::Annul)
}

/// The reasons against opening a case again by annulling its end: the child has another open case, the seat is taken or
/// no longer there, or a contact has left.
fn against_opening(facts: &dyn Facts, dossier: &Dossier) -> Result<Vec<Reason>, Denied> {
    let case = &dossier.case;
    let mut reasons = Vec::new();
    let other = dossier.earlier.iter().find(|c| c.programme == case.programme && c.is_open());
    let other = other.filter(|c| c.follows != Some(case.id));
    reasons.extend(other.map(|c| Reason::OpenAlready { case: c.id, stage: c.stage() }));
    if let Some(stay) = case.stay() {
        reasons.extend(seat_taken(facts, case, stay.from, None)?);
        let (_, house) = programme_of(facts, case)?;
        if !house.seats.has(stay.seat) {
            reasons.push(Reason::Contradiction(Contradiction::SeatOutsideNorm));
        }
    }
    for contact in [case.contacts.primary, case.contacts.secondary].into_iter().flatten() {
        let left = facts.member(contact)?.and_then(|s| Some((s.initials, s.left_on?)));
        let left = left.filter(|(_, on)| *on <= facts.today());
        reasons.extend(left.map(|(initials, on)| Reason::ContactGone { initials, on }));
    }
    Ok(reasons)
}

/// The reason against holding the case's seat from a date until another, not included: another child holds it then.
fn seat_taken(
    facts: &dyn Facts,
    case: &Case,
    from: NaiveDate,
    until: Option<NaiveDate>,
) -> Result<Option<Reason>, Denied> {
    let Some(seat) = case.stay().map(|stay| stay.seat) else { return Ok(None) };
    let cases = facts.cases()?;
    let others = cases.iter().filter(|c| c.id != case.id && c.programme == case.programme);
    let taken = others
        .filter_map(|c| Some((c, c.stay().filter(|s| s.seat == seat)?.from)))
        .filter(|(c, _)| c.enrolment().is_some_and(|e| e.overlaps(from, until)))
        .max_by_key(|(_, first)| *first);
    let Some((other, first)) = taken else { return Ok(None) };
    let child = facts.child(other.child)?.ok_or(Reason::NoSuchChild)?.name;
    let by = other.moves.iter().rev().find(|m| m.to == Stage::Admitted).and_then(|m| m.by);
    Ok(Some(Reason::SeatTakenSince { seat, child, from: first, by }))
}

/// The standing before a step. The moves do not keep the priority and the last contact of a child that waited, so those
/// come from the history. `None` if they are not in it.
fn standing_before(facts: &dyn Facts, case: &Case, step: &Move) -> Result<Option<Standing>, Denied> {
    let Some(before) = step.from else { return Ok(None) };
    if before == Stage::Referral {
        return Ok(Some(Standing::Referral));
    }
    if let Ok(stage) = SeatedStage::try_from(before) {
        return Ok(case.stay().map(|stay| Standing::Seated { stage, stay }));
    }
    let mut steps = Vec::new();
    facts.own_actions(&mut |one| {
        if one.action_kind == ActionKind::Step && one.nature == Nature::Do {
            steps.push(one.number);
        }
        true
    })?;
    for number in steps {
        for change in facts.changes_of(number)? {
            let Change::Case(edit) = change else { continue };
            let took = edit.new_state().and_then(|c| c.moves.last());
            let it = took.is_some_and(|m| (m.from, m.to, m.at) == (step.from, step.to, step.at));
            if edit.key() == case.id && it {
                return Ok(edit.old().map(|old| old.standing.clone()));
            }
        }
    }
    Ok(None)
}

/// Corrects the day of referral or of admission. The order of the steps, the other dates, the seats and the register
/// must fit the new date.
pub(super) fn correct_date(
    facts: &dyn Facts,
    case: CaseId,
    of: CaseDate,
    was: NaiveDate,
    is: NaiveDate,
    reason: &Line,
) -> Result<Decision, Denied> {
    let dossier = facts.dossier(case)?.ok_or(Reason::NoSuchCase)?;
    let case = &dossier.case;
    if case.date(of) != Some(was) {
        return Err(moved_on(facts, case)?.into());
    }
    if was == is {
        return Ok(Decision::to_do(ActionKind::CorrectDate, Vec::new()));
    }
    let CourseDates { first, last, ahead } = CourseDates::of(&dossier, of, facts.today());
    let mut reasons = Vec::new();
    reasons.extend(first.filter(|first| is < *first).map(|first| Reason::DateBefore { date: is, first }));
    reasons.extend(last.filter(|last| *last < is).map(|last| Reason::DateAfter { date: is, last }));
    reasons.extend((ahead < is).then_some(Reason::DateAhead { date: is }));
    if of == CaseDate::Admission {
        reasons.extend(seat_taken(facts, case, is, case.enrolment().and_then(|e| e.until))?);
        let days = facts.days_of(case.id)?;
        let before = own_days(&days, |day| was <= day && day < is);
        reasons.extend(before.map(|(days, first)| Reason::DaysBefore { days, first }));
    }
    Refusal::unless_empty(reasons)?;
    let new = dated(case, of, was, is);
    corrected(facts, case, new, Corrected::Date { of, was, is }, reason, ActionKind::CorrectDate)
}

/// The case with another date, also on the move of that day.
fn dated(case: &Case, of: CaseDate, was: NaiveDate, is: NaiveDate) -> Case {
    let mut new = case.clone();
    match (of, &mut new.standing) {
        (CaseDate::Referral, _) => new.referral.on = is,
        (CaseDate::Admission, Standing::Seated { stay, .. } | Standing::Closed { stay, .. }) => {
            stay.from = is;
        }
        (CaseDate::Admission, _) => {}
    }
    let move_of = CourseDates::move_of(case, of);
    if let Some(moved) = move_of.and_then(|n| new.moves.get_mut(n)).filter(|m| m.on == was) {
        moved.on = is;
    }
    new
}

fn corrected(
    facts: &dyn Facts,
    old: &Case,
    mut new: Case,
    what: Corrected,
    reason: &Line,
    kind: ActionKind,
) -> Result<Decision, Denied> {
    let (by, at) = (facts.asker(), facts.moment());
    new.corrections.push(Correction { what, reason: reason.clone(), by, at });
    let change = Edit::new(Some(old.clone()), Some(new)).map(Change::Case);
    Ok(Decision::to_do(kind, change.into_iter().collect()))
}

/// The reason against an action on a case that is not as the user saw it.
fn moved_on(facts: &dyn Facts, case: &Case) -> Result<Reason, Denied> {
    overtaken(facts, &Change::Case(Edit::create(case.clone())), None)
}
