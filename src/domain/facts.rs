//! What a decision may ask about the house while it is being made.

use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};

use crate::action::Deed;
use crate::appointment::Appointment;
use crate::around::Person;
use crate::attendance::Day;
use crate::calendar::Calendar;
use crate::case::Case;
use crate::change::Change;
use crate::child::Child;
use crate::code::coded;
use crate::dossier::Dossier;
use crate::follow_up::FollowUp;
use crate::house::HouseSettings;
use crate::id::{AppointmentId, CaseId, ChildId, FollowUpId, StaffId, TalkId};
use crate::programme::{HouseProgramme, Programme};
use crate::staff::Staff;
use crate::talk::Talk;
use crate::timetable::Timetable;

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
    pub deed: Deed,
}

/// The state of the house at one instant. The store answers from inside the transaction that will hold the changes.
pub trait Facts {
    /// How asking can fail.
    type Error;

    /// Today, in the house's own time zone.
    fn today(&self) -> NaiveDate;
    /// Now, in the house's own time zone.
    fn now(&self) -> NaiveDateTime;
    /// Who asks.
    fn asker(&self) -> StaffId;

    /// A member of staff, also one who has left.
    ///
    /// # Errors
    /// When the house can't be read.
    fn member(&self, id: StaffId) -> Result<Option<Staff>, Self::Error>;
    /// Every member of staff, also those who have left.
    ///
    /// # Errors
    /// When the house can't be read; so for every question below.
    fn staff(&self) -> Result<Vec<Staff>, Self::Error>;
    /// The programmes this house runs.
    ///
    /// # Errors
    /// When the house can't be read.
    fn programmes(&self) -> Result<Vec<(Programme, HouseProgramme)>, Self::Error>;
    /// The school calendar.
    ///
    /// # Errors
    /// When the house can't be read.
    fn calendar(&self) -> Result<Calendar, Self::Error>;
    /// A child.
    ///
    /// # Errors
    /// When the house can't be read.
    fn child(&self, id: ChildId) -> Result<Option<Child>, Self::Error>;
    /// Every child.
    ///
    /// # Errors
    /// When the house can't be read.
    fn children(&self) -> Result<Vec<Child>, Self::Error>;
    /// A case.
    ///
    /// # Errors
    /// When the house can't be read.
    fn case(&self, id: CaseId) -> Result<Option<Case>, Self::Error>;
    /// Every case, also closed ones.
    ///
    /// # Errors
    /// When the house can't be read.
    fn cases(&self) -> Result<Vec<Case>, Self::Error>;
    /// The cases that hold a seat on a date.
    ///
    /// # Errors
    /// When the house can't be read.
    fn cases_on(&self, date: NaiveDate) -> Result<Vec<Case>, Self::Error>;
    /// Every version of a case's timetable.
    ///
    /// # Errors
    /// When the house can't be read.
    fn timetables(&self, case: CaseId) -> Result<Vec<Timetable>, Self::Error>;
    /// A day in the register.
    ///
    /// # Errors
    /// When the house can't be read.
    fn day(&self, case: CaseId, date: NaiveDate) -> Result<Option<Day>, Self::Error>;

    /// A signed talk, open to the asker or not.
    ///
    /// # Errors
    /// When the house can't be read.
    fn talk(&self, id: TalkId) -> Result<Option<Talk>, Self::Error>;
    /// Every signed talk of a case.
    ///
    /// # Errors
    /// When the house can't be read.
    fn talks_of(&self, case: CaseId) -> Result<Vec<Talk>, Self::Error>;
    /// Every signed consultation.
    ///
    /// # Errors
    /// When the house can't be read.
    fn consultations(&self) -> Result<Vec<Talk>, Self::Error>;
    /// Everything on record of a case that the steps between its stages ask about.
    ///
    /// # Errors
    /// When the house can't be read.
    fn dossier(&self, case: CaseId) -> Result<Option<Dossier>, Self::Error>;
    /// Everybody around a child, also those who no longer are.
    ///
    /// # Errors
    /// When the house can't be read.
    fn people(&self, child: ChildId) -> Result<Vec<Person>, Self::Error>;
    /// An appointment.
    ///
    /// # Errors
    /// When the house can't be read.
    fn appointment(&self, id: AppointmentId) -> Result<Option<Appointment>, Self::Error>;
    /// A follow-up.
    ///
    /// # Errors
    /// When the house can't be read.
    fn follow_up(&self, id: FollowUpId) -> Result<Option<FollowUp>, Self::Error>;
    /// The house's own lists, where they have been settled.
    ///
    /// # Errors
    /// When the house can't be read.
    fn settings(&self) -> Result<Option<HouseSettings>, Self::Error>;

    /// The asker's steps, the latest first, as long as the visitor answers true.
    ///
    /// # Errors
    /// When the house can't be read.
    fn own_steps(&self, visit: &mut dyn FnMut(Step) -> bool) -> Result<(), Self::Error>;
    /// What a step changed, in the order in which it was written.
    ///
    /// # Errors
    /// When the house can't be read.
    fn changes_of(&self, step: i64) -> Result<Vec<Change>, Self::Error>;
    /// Whether a change's old side is what is on record now.
    ///
    /// # Errors
    /// When the house can't be read.
    fn stands(&self, change: &Change) -> Result<bool, Self::Error>;
    /// Who last changed the record of a change, and when.
    ///
    /// # Errors
    /// When the house can't be read.
    fn last_touch(&self, change: &Change) -> Result<Option<(StaffId, NaiveDateTime)>, Self::Error>;
}
