//! Decisions: from an action and the facts to the changes, or to every reason against it.

pub mod action;
pub mod action_kind;
mod answers;
mod audit;
pub mod closure_reason;
mod closures;
pub mod column;
mod corrections;
mod correspondence;
pub mod decision;
mod erase;
pub mod facts;
mod files;
mod history;
mod house;
pub mod import;
mod keys;
mod levels;
pub mod merge;
pub mod merge_fault;
mod merging;
mod misplacement;
mod mistake;
pub mod new_case;
pub mod note;
mod people;
pub mod reason;
mod referral;
pub mod refusal;
mod register;
mod reported;
mod restore;
pub mod retained;
mod rule;
mod save;
pub mod series_fault;
mod settings;
pub mod sharing_fault;
mod steps;
mod talks;
pub mod timetables;
mod two_children;
mod undo;
pub mod why;

pub use action::*;
pub use action_kind::*;
pub use audit::only_leaders;
pub use closure_reason::ClosureReason;
pub use column::*;
pub use decision::*;
pub use facts::*;
pub use import::busy::{BusyTime, BusyTimes, ImportedBusy};
pub use import::row::*;
pub use merge::*;
pub use merge_fault::*;
pub use new_case::*;
pub use note::*;
pub use refusal::*;
pub use retained::*;
pub use series_fault::*;
pub use sharing_fault::*;
pub use undo::*;
pub use why::*;
/// Decides an action from the facts.
///
/// # Errors
/// [`Denied::Refused`] with every reason against it, [`Denied::Failed`] when a fact can't be read.
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
        Action::SignEach(notes) => talks::sign_each(facts, notes),
        Action::Misplace { id, talk, right, note } => {
            misplacement::misplace(facts, *id, *talk, *right, note.as_ref())
        }
        Action::Add { id, talk, text } => talks::add(facts, *id, *talk, text),
        Action::EndFollowUp { id, how, note } => talks::end_follow_up(facts, *id, *how, note.as_ref()),
        Action::Settle { seen, new } => settings::settle(facts, seen.as_deref(), new),
        Action::Refer(new) => referral::refer(facts, new),
        Action::Step(order) => steps::step(facts, order),
        Action::Annul { case, to, reason } => corrections::annul(facts, *case, *to, reason),
        Action::CorrectDate { case, of, was, is, reason } => {
            corrections::correct_date(facts, *case, *of, *was, *is, reason)
        }
        Action::SetLevel { case, level, on, talk, reason } => {
            levels::set_level(facts, *case, *level, *on, *talk, reason.as_ref())
        }
        Action::Save(changes) => save::save(facts, changes),
        Action::Merge(merge) => merging::merge(facts, merge),
        Action::RecordProgress { case, goal, date, value } => {
            files::record_progress(facts, *case, *goal, *date, *value)
        }
        Action::SignDocument { case, document } => files::sign_document(facts, *case, *document),
        Action::AddStaff { staff, key } => house::add_staff(facts, staff, *key),
        Action::EditStaff { seen, competencies, methods } => {
            house::edit_staff(facts, seen, competencies, methods)
        }
        Action::RetireStaff { who, on, hand_over_to } => house::retire_staff(facts, *who, *on, *hand_over_to),
        Action::SetLeader { who, leads } => keys::set_leader(facts, *who, *leads),
        Action::Key { id, deed } => keys::key(facts, *id, deed),
        Action::Review { id, look, verdict, note } => {
            audit::review(facts, *id, *look, *verdict, note.as_ref())
        }
        Action::SetSeats { programme, norm } => house::set_seats(facts, programme, *norm),
        Action::TakeIn(rows) => import::cases::take_in(facts, rows),
        Action::TakeInDays(rows) => import::days::take_in_days(facts, rows),
        Action::TakeInTalks(rows) => import::talks::take_in_talks(facts, rows),
        Action::TakeInBusy(busy) => import::busy::take_in_busy(facts, busy),
        Action::RemoveCase(case) => mistake::remove_case(facts, *case),
        Action::Erase { id, children, reason } => erase::erase(facts, *id, children, reason),
        Action::EraseAgain(erasures) => erase::erase_again(facts, erasures),
        Action::Restore(records) => restore::restore(facts, records),
    }
}

/// Only present staff of the house have access. Source: the protection of the people in it, access only for its
/// staff.
///
/// # Errors
/// [`Denied::Refused`] for a user who is not on the staff or has left, [`Denied::Failed`] when a fact can't be read.
pub fn refuse_strangers(facts: &dyn Facts) -> Result<(), Denied> {
    let asker = facts.member(facts.asker())?.ok_or(Reason::NotOnStaff)?;
    match asker.left_on {
        Some(on) if on <= facts.today() => Err(Reason::HasLeft { on }.into()),
        _ => Ok(()),
    }
}
