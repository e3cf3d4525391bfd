//! Decisions: an action, the facts, and either the changes it takes or everything that stands in its way.

mod files;
mod history;
mod house;
mod levels;
mod people;
mod referral;
mod register;
mod rule;
mod save;
mod steps;
mod talks;

use alloc::vec::Vec;

use crate::action::{Action, Deed};
use crate::change::Change;
use crate::facts::{Facts, Nature, Unreadable};
use crate::refusal::{Reason, Refusal};

/// What an action takes: the changes, to be written together. None where everything is already as asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// What it was.
    pub deed: Deed,
    /// Did, undid or redid.
    pub nature: Nature,
    /// The changes, in the order in which they are to be written.
    pub changes: Vec<Change>,
}

impl Decision {
    pub(crate) fn to_do(deed: Deed, changes: Vec<Change>) -> Self {
        Self { deed, nature: Nature::Do, changes }
    }
}

/// Why there is no decision.
#[derive(Clone, Debug, PartialEq)]
pub enum Denied<E = Unreadable> {
    /// The rules forbid it.
    Refused(Refusal),
    /// The facts could not be read.
    Failed(E),
}

impl<E> From<Refusal> for Denied<E> {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<E> From<Reason> for Denied<E> {
    fn from(reason: Reason) -> Self {
        Self::Refused(reason.into())
    }
}

impl From<Unreadable> for Denied {
    fn from(unreadable: Unreadable) -> Self {
        Self::Failed(unreadable)
    }
}

impl<E> Denied<E> {
    /// The same with another failure.
    pub fn map_failure<O>(self, map: impl FnOnce(E) -> O) -> Denied<O> {
        match self {
            Self::Refused(refusal) => Denied::Refused(refusal),
            Self::Failed(failure) => Denied::Failed(map(failure)),
        }
    }
}

/// Decides an action on the facts.
///
/// # Errors
/// [`Denied::Refused`] with every reason the rules have against it, [`Denied::Failed`] when a fact can't be read.
pub fn decide(action: &Action, facts: &dyn Facts) -> Result<Decision, Denied> {
    refuse_strangers(facts)?;
    match action {
        Action::EditDay { case, date, seen, edit } => {
            register::edit_day(facts, *case, *date, seen.as_ref(), edit)
        }
        Action::EditDays { case, days, edit } => register::edit_days(facts, *case, days, edit),
        Action::FillAsPlanned { date } => register::fill_as_planned(facts, *date),
        Action::Foretell { case, from, to, cause } => register::foretell(facts, *case, *from, *to, *cause),
        Action::Undo => history::undo(facts),
        Action::Redo => history::redo(facts),
        Action::Sign(note) => talks::sign(facts, note),
        Action::Add { id, talk, text } => talks::add(facts, *id, *talk, text),
        Action::EndFollowUp { id, how, note } => talks::end_follow_up(facts, *id, *how, note.as_ref()),
        Action::Settle { seen, new } => talks::settle(facts, seen.as_deref(), new),
        Action::Refer(new) => referral::refer(facts, new),
        Action::Step(order) => steps::step(facts, order),
        Action::SetLevel { case, level, on, talk, reason } => {
            levels::set_level(facts, *case, *level, *on, *talk, reason.as_ref())
        }
        Action::Save(changes) => save::save(facts, changes),
        Action::RecordProgress { case, goal, date, value } => {
            files::record_progress(facts, *case, *goal, *date, *value)
        }
        Action::SignDocument { case, document } => files::sign_document(facts, *case, *document),
        Action::AddStaff(staff) => house::add_staff(facts, staff),
        Action::EditStaff { seen, competencies, methods } => {
            house::edit_staff(facts, seen, competencies, methods)
        }
        Action::RetireStaff { who, on } => house::retire_staff(facts, *who, *on),
        Action::SetSeats { programme, norm } => house::set_seats(facts, programme, *norm),
        Action::TakeIn(rows) => crate::intake::take_in(facts, rows),
        Action::TakeInDays(rows) => crate::intake::take_in_days(facts, rows),
        Action::TakeInTalks(rows) => crate::intake::take_in_talks(facts, rows),
        Action::Restore(records) => crate::records::restore(facts, records),
    }
}

/// Access is for the staff of the house. Source: the protection of the people in it, access only for its staff.
///
/// # Errors
/// [`Denied::Refused`] for who is not on it or has left, [`Denied::Failed`] when a fact can't be read.
pub fn refuse_strangers(facts: &dyn Facts) -> Result<(), Denied> {
    let asker = facts.member(facts.asker())?.ok_or(Reason::NotOnStaff)?;
    match asker.left_on {
        Some(on) if on <= facts.today() => Err(Reason::HasLeft { on }.into()),
        _ => Ok(()),
    }
}
