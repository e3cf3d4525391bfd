//! The facts about the house that a decision reads.

use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};

use crate::decide::action_kind::ActionKind;
use crate::record::appointment::Appointment;
use crate::record::archive_decision::ArchiveDecision;
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::child::Child;
use crate::record::day::Day;
use crate::record::follow_up::FollowUp;
use crate::record::misplacement::Misplacement;
use crate::record::person::Person;
use crate::record::programme::{HouseProgramme, Programme};
use crate::record::settings::HouseSettings;
use crate::record::staff::Staff;
use crate::record::talk::Talk;
use crate::record::timetable::Timetable;
use crate::record::two_children::TwoChildren;
use crate::rules::audit::Look;
use crate::rules::calendar::Calendar;
use crate::rules::dossier::Dossier;
use crate::rules::open_scores::OpenScores;
use crate::value::code::coded;
use crate::value::id::{AnyKey, AppointmentId, CaseId, ChildId, FollowUpId, StaffId, TalkId};
use crate::value::moment::Moment;
use crate::value::text::Tag;

coded! {
    "nature"
    /// Whether an action does, undoes or redoes.
    pub enum Nature {
        /// An action.
        Do = "do",
        /// The undo of an action.
        Undo = "undo",
        /// The redo of an undone action.
        Redo = "redo",
    }
}

/// An action in the history, with all its changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastAction {
    /// The number; it grows from action to action.
    pub number: i64,
    /// Whether it did, undid or redid.
    pub nature: Nature,
    /// The kind of action.
    pub action_kind: ActionKind,
}

/// A fact could not be read. The implementation of [`Facts`] keeps the cause; the rules do not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the house could not be read")]
pub struct Unreadable;

/// The state of the house at one instant. The store reads it inside the transaction that writes the changes.
pub trait Facts {
    /// Today, in the house's own time zone.
    fn today(&self) -> NaiveDate;
    /// Now, in the house's own time zone.
    fn now(&self) -> NaiveDateTime;
    /// The moment that goes on record: now by the machine's clock, which may be another than [`Facts::now`].
    fn moment(&self) -> Moment {
        self.now().into()
    }
    /// The user who requests the action.
    fn asker(&self) -> StaffId;

    /// A member of staff, present or former.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn member(&self, id: StaffId) -> Result<Option<Staff>, Unreadable>;
    /// Every member of staff, present or former.
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
    /// Every case, including closed ones.
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

    /// Every day of a case in the register, by date.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn days_of(&self, case: CaseId) -> Result<Vec<Day>, Unreadable>;

    /// The scores of a case, as the user may see them.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn measures_of(&self, case: CaseId) -> Result<OpenScores, Unreadable>;

    /// A signed talk, whether or not the user may read it.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn talk(&self, id: TalkId) -> Result<Option<Talk>, Unreadable>;
    /// The mark of a note that is on the wrong child.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn misplacement(&self, talk: TalkId) -> Result<Option<Misplacement>, Unreadable>;
    /// Every signed talk of a case.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn talks_of(&self, case: CaseId) -> Result<Vec<Talk>, Unreadable>;
    /// A look at a case in the access log, by its number from 1; a look on one day, so its count is 1.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn look(&self, number: i64) -> Result<Option<Look>, Unreadable>;
    /// Every signed consultation.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn consultations(&self) -> Result<Vec<Talk>, Unreadable>;
    /// The dossier of a case: all records that its steps need. It leaves out talks that are marked as misplaced.
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
    /// The appointments that were taken from calendars of the staff themselves.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn busy_times(&self) -> Result<Vec<Appointment>, Unreadable>;
    /// A follow-up.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn follow_up(&self, id: FollowUpId) -> Result<Option<FollowUp>, Unreadable>;
    /// The changes that remove the records of these keys and all that belongs to them, each after what it belongs to.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn belongings(&self, roots: &[AnyKey]) -> Result<Vec<Change>, Unreadable>;
    /// The decisions of archives.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn archive_decisions(&self) -> Result<Vec<ArchiveDecision>, Unreadable>;
    /// The children who look like one and are two.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn two_children(&self) -> Result<Vec<TwoChildren>, Unreadable>;
    /// The house's settings, if they have been set.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn settings(&self) -> Result<Option<HouseSettings>, Unreadable>;

    /// Whether there is a score in the series of the house with this name.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn has_scores(&self, series: &Tag) -> Result<bool, Unreadable>;

    /// Visits the user's steps, latest first, while the visitor returns true.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn own_actions(&self, visit: &mut dyn FnMut(PastAction) -> bool) -> Result<(), Unreadable>;
    /// The changes of a step, in writing order.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn changes_of(&self, step: i64) -> Result<Vec<Change>, Unreadable>;
    /// The first signature after a step in one of these cases: of a note, an addition or a document, with who signed and
    /// when.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn signed_since(
        &self,
        step: i64,
        cases: &[CaseId],
    ) -> Result<Option<(StaffId, NaiveDateTime)>, Unreadable>;
    /// Whether the old side of a change equals the stored record.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn stands(&self, change: &Change) -> Result<bool, Unreadable>;
    /// The member of staff who last changed the record of a change, and the time.
    ///
    /// # Errors
    /// [`Unreadable`].
    fn last_touch(&self, change: &Change) -> Result<Option<(StaffId, NaiveDateTime)>, Unreadable>;
}
