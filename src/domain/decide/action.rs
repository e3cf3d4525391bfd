//! What a person asks the house to do. [`decide`](crate::decide::decide()) says whether it may be done.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::intake::row::{Intake, IntakeDay, IntakeTalk};
use crate::decide::new_case::NewCase;
use crate::decide::note::Note;
use crate::record::change::Change;
use crate::record::day::{Day, Mood};
use crate::record::follow_up::FollowUpEnd;
use crate::record::goal::HowFar;
use crate::record::records::Records;
use crate::record::settings::HouseSettings;
use crate::record::staff::{Competency, Staff};
use crate::rules::steps::step::StepOrder;
use crate::value::id::{AddendumId, CaseId, DocumentId, FollowUpId, GoalId, StaffId, TalkId};
use crate::value::level::Level;
use crate::value::mark::{Absence, Half, Mark};
use crate::value::programme_code::ProgrammeCode;
use crate::value::seat::SeatNorm;
use crate::value::text::{Line, LongText, Tag};

/// One thing to do, whole or not at all.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change one day of one case in the register.
    EditDay {
        /// The case it belongs to.
        case: CaseId,
        /// Which day.
        date: NaiveDate,
        /// What the asker saw there; if it is no longer so, the action is refused.
        seen: Option<Day>,
        /// What to change.
        edit: DayEdit,
    },
    /// Change several days of one case alike, all or none; one step for undo.
    EditDays {
        /// The case it belongs to.
        case: CaseId,
        /// Which days, each with what the asker saw there.
        days: Vec<(NaiveDate, Option<Day>)>,
        /// What to change on each.
        edit: DayEdit,
    },
    /// Fill every blank of a day as the timetable plans it. Never touches a mark or a foretold absence.
    FillAsPlanned {
        /// Which day.
        date: NaiveDate,
    },
    /// Enter an absence ahead, on every school day of a span. Marks already made stay.
    Foretell {
        /// The case it belongs to.
        case: CaseId,
        /// First day.
        from: NaiveDate,
        /// Last day, included.
        to: NaiveDate,
        /// Why.
        cause: Absence,
    },
    /// Take back the asker's last step that can be taken back.
    Undo,
    /// Do again what the asker last took back.
    Redo,
    /// Sign a note, with what was agreed and scored.
    Sign(Box<Note>),
    /// Add to a signed talk.
    Add {
        /// The addendum's identity.
        id: AddendumId,
        /// To which talk.
        talk: TalkId,
        /// What.
        text: LongText,
    },
    /// Say how a follow-up ended.
    EndFollowUp {
        /// Its identity.
        id: FollowUpId,
        /// How.
        how: FollowUpEnd,
        /// What came of it.
        note: Option<Line>,
    },
    /// Settle the house's lists anew.
    Settle {
        /// What the asker saw, if anything was settled; if it is no longer so, the action is refused.
        seen: Option<Box<HouseSettings>>,
        /// What shall be.
        new: Box<HouseSettings>,
    },
    /// Put a case forward to the committee.
    Refer(Box<NewCase>),
    /// Take a case to another stage.
    Step(Box<StepOrder>),
    /// Choose or change the level of a case.
    SetLevel {
        /// Which case.
        case: CaseId,
        /// The level.
        level: Level,
        /// From which day; today or before.
        on: NaiveDate,
        /// The signed talk that it rests on: a dialogue with the referrer or, for a change, a follow-up meeting.
        talk: TalkId,
        /// Why; a change does not go without.
        reason: Option<Line>,
    },
    /// Make, change or remove records of a case or a child by hand, each as it was seen and as it shall be, all or
    /// none; one step for undo. An old side that is no longer so is refused. Signed talks, stages, levels, seats and
    /// staff have actions of their own and can't be said here.
    Save(Vec<Change>),
    /// Note how far a goal has come on a day; what was noted for that day before is replaced.
    RecordProgress {
        /// The case it belongs to.
        case: CaseId,
        /// Which goal.
        goal: GoalId,
        /// The day; today or before, not before the goal was set.
        date: NaiveDate,
        /// How far.
        value: HowFar,
    },
    /// Sign a document. From then on it is never changed.
    SignDocument {
        /// The case it belongs to.
        case: CaseId,
        /// Which.
        document: DocumentId,
    },
    /// A new member of staff.
    AddStaff(Staff),
    /// What a member of staff is trained in and works by is written anew.
    EditStaff {
        /// The member as the asker saw them; if they are no longer so, the action is refused.
        seen: Box<Staff>,
        /// What they are trained in.
        competencies: Vec<Competency>,
        /// The methods they work by.
        methods: Vec<Tag>,
    },
    /// A member of staff leaves.
    RetireStaff {
        /// Who.
        who: StaffId,
        /// From which day.
        on: NaiveDate,
    },
    /// Decide on another number of seats.
    SetSeats {
        /// Of which programme.
        programme: ProgrammeCode,
        /// How many.
        norm: SeatNorm,
    },
    /// Take in cases from a list, all or none.
    TakeIn(Vec<Intake>),
    /// Take in days of attendance from a list, all or none.
    TakeInDays(Vec<IntakeDay>),
    /// Take in old notes of talks from a list, as signed, all or none.
    TakeInTalks(Vec<IntakeTalk>),
    /// Fill an empty house with a whole one.
    Restore(Box<Records>),
}

/// A change to one day of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayEdit {
    /// Mark: the first half for the whole day, the second alone. Ahead of today only what can be foretold.
    Mark(Half, Mark),
    /// Take a mark away; where there is none, the foretold absence.
    Clear(Half),
    /// Set or take away the remark.
    Remark(Option<Line>),
    /// Set or take away the mood.
    Mood(Option<Mood>),
}
