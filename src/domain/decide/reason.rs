//! The reasons against an action and against a row of an imported list, as data.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};

use crate::decide::closure_reason::ClosureReason;
use crate::decide::column::Column;
use crate::decide::merge_fault::MergeFault;
use crate::decide::retained::Retained;
use crate::decide::series_fault::SeriesFault;
use crate::decide::sharing_fault::SharingFault;
use crate::decide::why::Why;
use crate::record::day::Day;
use crate::record::document::DocumentKind;
use crate::record::edit::Contradiction;
pub use crate::rules::calendar::NoSchool;
use crate::rules::same_child::Recognised;
use crate::rules::steps::evidence::Unmet;
use crate::rules::steps::rests::Rest;
use crate::value::grade::SchoolClass;
use crate::value::id::{CaseId, ChildId, StaffId};
use crate::value::judgement::Judgement;
use crate::value::level::Level;
use crate::value::name::{Initials, PersonName};
use crate::value::obligation::ObligationKind;
use crate::value::programme_code::ProgrammeCode;
use crate::value::role::Role;
use crate::value::seat::SeatNumber;
use crate::value::stage::Stage;
use crate::value::time::Hours;

/// One reason against an action.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The user is not on the staff of this house.
    NotOnStaff,
    /// The user has left, and has no access from that day on.
    HasLeft {
        /// The day they left.
        on: NaiveDate,
    },
    /// The case does not exist (any more).
    NoSuchCase,
    /// The member of staff does not exist.
    NoSuchStaff,
    /// This house does not run the programme.
    NoSuchProgramme(ProgrammeCode),
    /// The child is not enrolled on the date.
    NotEnrolled {
        /// The date.
        date: NaiveDate,
    },
    /// The date is not a school day.
    NoSchoolDay {
        /// The date.
        date: NaiveDate,
        /// Why it is not one.
        why: NoSchool,
    },
    /// Only sickness and leave can be entered ahead.
    NotAhead {
        /// The date.
        date: NaiveDate,
    },
    /// A foretold absence can't begin before today.
    NotBehind {
        /// The date.
        date: NaiveDate,
    },
    /// The span runs backward, is longer than a year, or has no day to fill.
    EmptySpan {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// The child's grade has only one mark a day.
    OneMarkADay,
    /// The time of late or partial lies outside the planned hours of the day.
    OutsidePlan {
        /// The planned hours.
        planned: Hours,
    },
    /// The child is in the house's own register in that week: from this first day of its course.
    InOwnRegister(NaiveDate),
    /// Another user changed the record after this user saw it.
    Overtaken {
        /// The member of staff who changed it, if known.
        by: Option<StaffId>,
        /// When, in the house's own time zone.
        at: Option<NaiveDateTime>,
        /// The stored day, if it is a day in the register.
        now: Option<Box<Day>>,
    },
    /// There is no step to undo.
    NothingToUndo,
    /// There is no step to redo.
    NothingToRedo,
    /// A present or former member of staff has the initials.
    InitialsTaken(Initials),
    /// The member of staff has already left.
    AlreadyLeft {
        /// The day they left.
        on: NaiveDate,
    },
    /// Nobody would remain who can open the house.
    LastStaff,
    /// Only a leader of the house may do it. These are the leaders on this day.
    OnlyLeaders(Vec<Initials>),
    /// Nobody would lead the house.
    LastLeader,
    /// The key belongs to another member of staff.
    KeyOfAnother(Initials),
    /// The member of staff who leaves is the primary contact of an open case.
    StillContact {
        /// The child's name.
        child: PersonName,
        /// The child's class today, which tells children of one name apart.
        class: Option<SchoolClass>,
    },
    /// The number is below the seats held today or from a later day already decided.
    SeatsHeld {
        /// The highest seat number held: seats keep their numbers, so it is the lowest possible norm.
        highest: u16,
        /// The number of seats held, today or from a later day already decided.
        occupied: u16,
        /// The number of seats requested.
        asked: u16,
    },
    /// A talk in the future can't be signed.
    TalkAhead {
        /// Its date.
        date: NaiveDate,
    },
    /// The talk does not exist.
    NoSuchTalk,
    /// The user may not read the note.
    NotOpenToYou,
    /// The note is on the wrong child, so only its author and the leaders may read it.
    OnWrongChild,
    /// Of notes that are signed together, each is about another child.
    OneNoteAChild,
    /// Only the author of the note or a leader may do it.
    NoteOfAnother {
        /// The author.
        author: StaffId,
    },
    /// The note is about no child, so it can't be on the wrong one.
    NoteOfNoChild,
    /// The note is on that child already.
    RightChildAlready,
    /// The note is marked already as being on the wrong child.
    MisplacedAlready {
        /// The member of staff who marked it.
        by: StaffId,
        /// When, in the house's own time zone.
        at: NaiveDateTime,
    },
    /// A member of staff who has left can't follow up.
    StaffGone {
        /// Their initials.
        initials: Initials,
        /// The day they left.
        on: NaiveDate,
    },
    /// A follow-up would be due before its talk.
    DueBefore {
        /// The due date.
        due: NaiveDate,
        /// The day of the talk.
        date: NaiveDate,
    },
    /// A consultation belongs to no child, so it has no scores.
    ScoreWithoutCase,
    /// One talk has two scores of one instrument by one rater.
    ScoreTwice,
    /// Something is wrong with a series of the house, or with a score in it.
    Series(SeriesFault),
    /// The follow-up does not exist.
    NoSuchFollowUp,
    /// The follow-up has ended already.
    FollowUpEnded {
        /// The member of staff who ended it.
        by: StaffId,
        /// When, in the house's own time zone.
        at: NaiveDateTime,
    },
    /// A requirement of a step is not met, and is not waived or can't be waived.
    Unmet(Unmet),
    /// The case can't take the step from its current stage.
    NoSuchStep {
        /// The current stage.
        from: Stage,
        /// The target stage.
        to: Stage,
    },
    /// The case has no step on record that can be annulled.
    NothingToAnnul,
    /// Another member of staff took the step.
    StepOfAnother {
        /// The member of staff, if known.
        by: Option<StaffId>,
    },
    /// The step was not taken today.
    StepOlder {
        /// When it was taken, if known.
        at: Option<NaiveDateTime>,
    },
    /// Something recorded since rests on the step.
    RestsOnStep(Rest),
    /// Another child has, or will have, the seat.
    SeatTakenSince {
        /// The seat.
        seat: SeatNumber,
        /// The other child.
        child: PersonName,
        /// The first day on which the other child holds it.
        from: NaiveDate,
        /// The member of staff who gave it to the other child, if known.
        by: Option<StaffId>,
    },
    /// A contact of the case has left, so it can't be open.
    ContactGone {
        /// Their initials.
        initials: Initials,
        /// The day they left.
        on: NaiveDate,
    },
    /// The register has days before the date.
    DaysBefore {
        /// The number of days.
        days: usize,
        /// The first of them.
        first: NaiveDate,
    },
    /// The closure of the school can't be saved.
    Closure(ClosureReason),
    /// The action needs a reason from the user.
    NoReason(Why),
    /// The date is in the future.
    DateAhead {
        /// The date.
        date: NaiveDate,
    },
    /// The date is before the first possible date.
    DateBefore {
        /// The date.
        date: NaiveDate,
        /// The first possible date.
        first: NaiveDate,
    },
    /// The date is after the last possible date.
    DateAfter {
        /// The date.
        date: NaiveDate,
        /// The last possible date.
        last: NaiveDate,
    },
    /// The case is over.
    CaseOver(Stage),
    /// The child already has an open case in the programme.
    OpenAlready {
        /// The open case.
        case: CaseId,
        /// The stage of that case.
        stage: Stage,
    },
    /// The child does not exist (any more).
    NoSuchChild,
    /// A child with this name and birthday, or with this CPR number, is already on record.
    ChildKnown(ChildId),
    /// The civil registration number holds another date of birth.
    OtherBirthday {
        /// The date in the number.
        says: NaiveDate,
    },
    /// The role does not fit: it is the child itself, or has custody without being a parent or in a parent's place.
    RoleDoesNotFit(Role),
    /// A signed note or a record elsewhere names the person, so they can't be removed.
    PersonNamed,
    /// Primary and secondary contact are the same person.
    SameContact,
    /// The field has an action of its own and can't be edited.
    NotByEditing,
    /// The document is signed.
    Signed {
        /// The member of staff who signed.
        by: StaffId,
        /// When, in the house's own time zone.
        at: NaiveDateTime,
    },
    /// An earlier version is still unsigned.
    UnsignedVersion(DocumentKind),
    /// Only the latest version can be changed, and a new version must follow it.
    VersionOrder {
        /// The number of the latest version; 0 without one.
        latest: u32,
    },
    /// A new subject does not pass the gate.
    GateClosed(Box<crate::rules::gate::Gate>),
    /// The record is empty.
    NothingWritten,
    /// A final report has no recommendation for the child.
    NoRecommendation,
    /// The record does not exist (any more).
    NoSuchRecord,
    /// The programme does not have the level.
    NoSuchLevel(Level),
    /// The case is at that level already.
    LevelAlready(Level),
    /// The level needs a recorded talk that it can be based on.
    LevelNeedsTalk {
        /// The day of the last change, which is the earliest day for the talk; `None` for the first choice, which
        /// needs a dialogue with the referrer.
        since: Option<NaiveDate>,
    },
    /// A follow-up meeting can't be signed without its judgement.
    NoJudgement,
    /// The talk or its programme does not have the judgement.
    NoSuchJudgement(Judgement),
    /// The obligation can't be answered in this way.
    AnsweredOtherwise(ObligationKind),
    /// The obligation is answered already.
    AnsweredAlready {
        /// The member of staff who recorded the answer.
        by: StaffId,
        /// The day it was excused, or went out.
        on: NaiveDate,
    },
    /// The records stay.
    Retained(Retained),
    /// Two children can't be merged, or not be parted again.
    Merge(MergeFault),
    /// Something can't be shared as it is written.
    Sharing(SharingFault),
    /// There is no look at a case with this number.
    NoSuchLook,
    /// Nobody reviews a look of their own.
    OwnLook,
    /// The house is not empty, so it can't be filled.
    HouseNotEmpty,
    /// A record contradicts itself or another one.
    Contradiction(Contradiction),
    /// A row of an imported list has a problem.
    InRow {
        /// The row's line in the file, from 1.
        line: u32,
        /// The column.
        column: Column,
        /// The problem.
        why: RowReason,
    },
}

/// Why a row of a list can't be imported.
#[derive(Clone, Debug, PartialEq)]
pub enum RowReason {
    /// The column is empty and must not be.
    Missing,
    /// Nobody in the house has the name or initials.
    Unknown,
    /// More than one child fits.
    Ambiguous,
    /// The row repeats an earlier line.
    Repeats {
        /// The earlier line.
        line: u32,
    },
    /// It is already on record with other data.
    OnRecord,
    /// The child may be this one on record. By the row's line the user says whether it is.
    MayBe(u32, Recognised),
    /// The user says that the child is on record, but none there, or more than one, is like it.
    NotFound,
    /// There is no free seat on those dates.
    NoSeat {
        /// The number of seats.
        norm: u16,
        /// The first day without a free seat.
        on: NaiveDate,
    },
    /// The stage needs a value in this column.
    StageNeeds(Stage),
    /// The date is before a date that it must follow, or after today.
    OutOfOrder,
    /// The child is in another course of the programme on one of those dates.
    TwoCourses {
        /// The first day of the other course.
        from: NaiveDate,
    },
    /// The named member of staff has left, and can't be the contact of an open case.
    ContactLeft {
        /// The day they left.
        on: NaiveDate,
    },
    /// Why the day takes no mark.
    NoMark(Box<Reason>),
}
