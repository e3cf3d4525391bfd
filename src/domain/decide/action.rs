//! Actions: requests of a user. [`decide`](crate::decide::decide()) says whether they are allowed.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::import::busy::BusyTimes;
use crate::decide::import::row::{ImportedCase, ImportedDay, ImportedTalk};
use crate::decide::merge::Merge;
use crate::decide::new_case::NewCase;
use crate::decide::note::Note;
use crate::record::access_review::Verdict;
use crate::record::change::Change;
use crate::record::correction::CaseDate;
use crate::record::day::{Day, Mood};
use crate::record::erasure::Erasure;
use crate::record::follow_up::FollowUpEnd;
use crate::record::goal::HowFar;
use crate::record::key_event::KeyDeed;
use crate::record::records::Records;
use crate::record::settings::HouseSettings;
use crate::record::staff::{Competency, Staff};
use crate::rules::steps::step::StepOrder;
use crate::value::fingerprint::Fingerprint;
use crate::value::id::{
    AccessReviewId, AddendumId, CaseId, ChildId, DocumentId, ErasureId, FollowUpId, GoalId, KeyEventId,
    MisplacementId, StaffId, TalkId,
};
use crate::value::level::Level;
use crate::value::mark::{Absence, Half, Mark};
use crate::value::programme_code::ProgrammeCode;
use crate::value::seat::SeatNorm;
use crate::value::stage::Stage;
use crate::value::text::{Line, LongText, Tag};

/// One action, carried out completely or not at all.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change one day of one case in the register.
    EditDay {
        /// The case it belongs to.
        case: CaseId,
        /// The date.
        date: NaiveDate,
        /// The day as the user saw it; if it has changed since, the action is refused.
        seen: Option<Day>,
        /// The change.
        edit: DayEdit,
    },
    /// Change several days of one case in the same way, all or none. One step for undo.
    EditDays {
        /// The case it belongs to.
        case: CaseId,
        /// The dates, each with the day as the user saw it.
        days: Vec<(NaiveDate, Option<Day>)>,
        /// The change to each day.
        edit: DayEdit,
    },
    /// Fill every blank of a day from the timetable. Marks and foretold absences stay.
    FillAsPlanned {
        /// The date.
        date: NaiveDate,
    },
    /// Enter an absence ahead on every school day of a span. Existing marks stay.
    Foretell {
        /// The case it belongs to.
        case: CaseId,
        /// First day.
        from: NaiveDate,
        /// Last day, included.
        to: NaiveDate,
        /// The cause.
        cause: Absence,
    },
    /// Undo the user's last undoable step.
    Undo,
    /// Redo the step that the user last undid.
    Redo,
    /// Sign a note with its agreements and scores.
    Sign(Box<Note>),
    /// Sign the notes of several children about one talk, all or none.
    SignEach(Vec<Note>),
    /// Add to a signed talk.
    Add {
        /// The addendum's identity.
        id: AddendumId,
        /// The talk.
        talk: TalkId,
        /// The text.
        text: LongText,
    },
    /// Mark a signed note as written on the wrong child.
    Misplace {
        /// The identity of the mark.
        id: MisplacementId,
        /// The note.
        talk: TalkId,
        /// The case that it belongs to; `None` if it belongs to no child of the house.
        right: Option<CaseId>,
        /// What happened.
        note: Option<Line>,
    },
    /// End a follow-up.
    EndFollowUp {
        /// Its identity.
        id: FollowUpId,
        /// How it ended.
        how: FollowUpEnd,
        /// The result.
        note: Option<Line>,
    },
    /// Replace the house's settings.
    Settle {
        /// The settings as the user saw them, if there were any; if they have changed since, the action is refused.
        seen: Option<Box<HouseSettings>>,
        /// The new settings.
        new: Box<HouseSettings>,
    },
    /// Put a case forward to the committee.
    Refer(Box<NewCase>),
    /// Move a case to another stage.
    Step(Box<StepOrder>),
    /// Annul the last step of a case: the user's own, of today, and nothing rests on it.
    Annul {
        /// The case.
        case: CaseId,
        /// The stage the user saw, which the step led to; if the case is at another stage now, the action is refused.
        to: Stage,
        /// The reason, which stays on the case.
        reason: Line,
    },
    /// Correct a date of a case.
    CorrectDate {
        /// The case.
        case: CaseId,
        /// Which date.
        of: CaseDate,
        /// The date the user saw; if it has changed since, the action is refused.
        was: NaiveDate,
        /// The right date.
        is: NaiveDate,
        /// The reason, which stays on the case.
        reason: Line,
    },
    /// Choose or change the level of a case.
    SetLevel {
        /// The case.
        case: CaseId,
        /// The level.
        level: Level,
        /// The day it takes effect; today or before.
        on: NaiveDate,
        /// The signed talk it is based on: a dialogue with the referrer or, for a change, a follow-up meeting.
        talk: TalkId,
        /// The reason; required for a change of level.
        reason: Option<Line>,
    },
    /// Create, change or remove records of a case or a child by hand, all or none. One step for undo. Each change
    /// holds the record as the user saw it and the new one; if the old side has changed since, the action is refused.
    /// Signed talks, stages, levels, seats and staff have actions of their own and are refused here.
    Save(Vec<Change>),
    /// Make one child of two that are the same.
    Merge(Box<Merge>),
    /// Record the progress of a goal on a day. It replaces an earlier value of that day.
    RecordProgress {
        /// The case it belongs to.
        case: CaseId,
        /// The goal.
        goal: GoalId,
        /// The date; today or before, not before the goal was set.
        date: NaiveDate,
        /// Progress, 0 to 10.
        value: HowFar,
    },
    /// Sign a document. It is never changed afterwards.
    SignDocument {
        /// The case it belongs to.
        case: CaseId,
        /// The document.
        document: DocumentId,
    },
    /// Add a member of staff.
    AddStaff {
        /// The member of staff. Only a leader adds one who leads the house.
        staff: Staff,
        /// The key that they get with it, and the identity of its key event.
        key: Option<(KeyEventId, Fingerprint)>,
    },
    /// Replace the trainings and methods of a member of staff.
    EditStaff {
        /// The member of staff as the user saw them; if they have changed since, the action is refused.
        seen: Box<Staff>,
        /// The new trainings.
        competencies: Vec<Competency>,
        /// The new methods.
        methods: Vec<Tag>,
    },
    /// Record that a member of staff leaves.
    RetireStaff {
        /// The member of staff.
        who: StaffId,
        /// The day they leave.
        on: NaiveDate,
        /// The new primary contact of their open cases; without one, leaving is refused while they have any.
        hand_over_to: Option<StaffId>,
    },
    /// Give a member of staff the mark of a leader, or take it.
    SetLeader {
        /// The member of staff.
        who: StaffId,
        /// Whether they lead the house from now on.
        leads: bool,
    },
    /// Record what happens to a key.
    Key {
        /// The identity of the key event.
        id: KeyEventId,
        /// What happens.
        deed: KeyDeed,
    },
    /// Record what a leader finds of a look in the access log.
    Review {
        /// The identity of the review.
        id: AccessReviewId,
        /// The number of the look.
        look: i64,
        /// What is found.
        verdict: Verdict,
        /// Why; required unless the look belonged to the work.
        note: Option<Line>,
    },
    /// Change the number of seats of a programme.
    SetSeats {
        /// The programme.
        programme: ProgrammeCode,
        /// The number of seats.
        norm: SeatNorm,
    },
    /// Import cases from a list, all or none.
    TakeIn(Vec<ImportedCase>),
    /// Import days of attendance from a list, all or none.
    TakeInDays(Vec<ImportedDay>),
    /// Import old notes of talks from a list as signed, all or none.
    TakeInTalks(Vec<ImportedTalk>),
    /// Import the busy times of a member of staff from a calendar of their own, all or none.
    TakeInBusy(BusyTimes),
    /// Remove a case that was entered by mistake: it never had a seat, and nothing of it is signed.
    RemoveCase(CaseId),
    /// Erase the records of children whose cases ended long ago. Only the store's erasing carries it out; by itself it
    /// records no more than that they were erased.
    Erase {
        /// The identity of the erasure.
        id: ErasureId,
        /// The children.
        children: Vec<ChildId>,
        /// The reason.
        reason: Line,
    },
    /// Erase again what was erased after the backup that the house was restored from.
    EraseAgain(Vec<Erasure>),
    /// Fill an empty house with the records of another.
    Restore(Box<Records>),
}

/// A change to one day of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayEdit {
    /// Set a mark: the first half marks the whole day, the second only itself. After today only sickness and leave.
    Mark(Half, Mark),
    /// Remove a mark; without a mark, the foretold absence.
    Clear(Half),
    /// Set or remove the remark.
    Remark(Option<Line>),
    /// Set or remove the mood.
    Mood(Option<Mood>),
}
