//! What a decision may ask about the house while it is being made.

use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};

use crate::decide::action_kind::ActionKind;
use crate::record::appointment::Appointment;
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::child::Child;
use crate::record::day::Day;
use crate::record::follow_up::FollowUp;
use crate::record::person::Person;
use crate::record::programme::{HouseProgramme, Programme};
use crate::record::settings::HouseSettings;
use crate::record::staff::Staff;
use crate::record::talk::Talk;
use crate::record::timetable::Timetable;
use crate::rules::calendar::Calendar;
use crate::rules::dossier::Dossier;
use crate::value::code::coded;
use crate::value::id::{AppointmentId, CaseId, ChildId, FollowUpId, StaffId, TalkId};

coded! {
    "nature"
    /// Whether a step did something, took something back, or did it again.
    pub enum Nature {
        /// Did something.
        Do = "do",
        /// Took a step back.
        Undo = "undo",
        /// Did a step again that was taken back.
        Redo = "redo",
    }
}

/// One step of the history: everything that one action changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number, growing.
    pub number: i64,
    /// Did, undid or redid.
    pub nature: Nature,
    /// What it was.
    pub action_kind: ActionKind,
}

/// A fact could not be read. Why is known to who answers, and not to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the house could not be read")]
pub struct Unreadable;

/// The state of the house at one instant. The store answers from inside the transaction that will hold the changes.
pub trait Facts {
    /// Today, in the house's own time zone.
    fn today(&self) -> NaiveDate;
    /// Now, in the house's own time zone.
    fn now(&self) -> NaiveDateTime;
    /// Who asks.
    fn asker(&self) -> StaffId;

    /// A member of staff, also one who has left.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn member(&self, id: StaffId) -> Result<Option<Staff>, Unreadable>;
    /// Every member of staff, also those who have left.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn staff(&self) -> Result<Vec<Staff>, Unreadable>;
    /// The programmes this house runs.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn programmes(&self) -> Result<Vec<(Programme, HouseProgramme)>, Unreadable>;
    /// The school calendar.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn calendar(&self) -> Result<Calendar, Unreadable>;
    /// A child.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn child(&self, id: ChildId) -> Result<Option<Child>, Unreadable>;
    /// Every child.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn children(&self) -> Result<Vec<Child>, Unreadable>;
    /// A case.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn case(&self, id: CaseId) -> Result<Option<Case>, Unreadable>;
    /// Every case, also closed ones.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn cases(&self) -> Result<Vec<Case>, Unreadable>;
    /// The cases that hold a seat on a date.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn cases_on(&self, date: NaiveDate) -> Result<Vec<Case>, Unreadable>;
    /// Every version of a case's timetable.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn timetables(&self, case: CaseId) -> Result<Vec<Timetable>, Unreadable>;
    /// A day in the register.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn day(&self, case: CaseId, date: NaiveDate) -> Result<Option<Day>, Unreadable>;

    /// A signed talk, open to the asker or not.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn talk(&self, id: TalkId) -> Result<Option<Talk>, Unreadable>;
    /// Every signed talk of a case.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn talks_of(&self, case: CaseId) -> Result<Vec<Talk>, Unreadable>;
    /// Every signed consultation.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn consultations(&self) -> Result<Vec<Talk>, Unreadable>;
    /// Everything on record of a case that the steps between its stages ask about.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn dossier(&self, case: CaseId) -> Result<Option<Dossier>, Unreadable>;
    /// Everyone around a child, past and present.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn people(&self, child: ChildId) -> Result<Vec<Person>, Unreadable>;
    /// An appointment.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn appointment(&self, id: AppointmentId) -> Result<Option<Appointment>, Unreadable>;
    /// A follow-up.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn follow_up(&self, id: FollowUpId) -> Result<Option<FollowUp>, Unreadable>;
    /// The house's own lists, where they have been settled.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn settings(&self) -> Result<Option<HouseSettings>, Unreadable>;

    /// The asker's steps, the latest first, as long as the visitor answers true.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn own_steps(&self, visit: &mut dyn FnMut(Step) -> bool) -> Result<(), Unreadable>;
    /// What a step changed, in the order in which it was written.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn changes_of(&self, step: i64) -> Result<Vec<Change>, Unreadable>;
    /// Whether a change's old side is what is on record now.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn stands(&self, change: &Change) -> Result<bool, Unreadable>;
    /// Who last changed the record of a change, and when.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn last_touch(&self, change: &Change) -> Result<Option<(StaffId, NaiveDateTime)>, Unreadable>;
}
