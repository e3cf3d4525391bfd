//! The rows of imported lists: cases, days of attendance, talks.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::column::Column;
use crate::decide::refusal::{Reason, RowReason};
use crate::record::case::{Closing, Priority};
use crate::record::day::{Mood, Origin};
use crate::record::talk::{Participant, TalkKind};
use crate::record::timetable::DayPlan;
use crate::value::grade::SchoolClass;
use crate::value::id::{CaseId, ChildId, StaffId, TalkId, TimetableId};
use crate::value::mark::Mark;
use crate::value::name::PersonName;
use crate::value::programme_code::ProgrammeCode;
use crate::value::stage::Stage;
use crate::value::text::{Line, LongText, Tag};
use crate::value::time::{Minutes, TimeOfDay};

/// What the user says of a child in a row that may be one on record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaidOf {
    /// Nothing yet; the row is held.
    #[default]
    Nothing,
    /// It is the child on record.
    OnRecord,
    /// It is another child.
    Another,
}

/// One row of a list of cases, read but not yet checked. The reader of the list supplies the identities.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedCase {
    /// The row's line in the file, from 1.
    pub line: u32,
    /// The identity of the child, if it is new.
    pub child_id: ChildId,
    /// The identity of the case.
    pub case_id: CaseId,
    /// The child's name.
    pub name: PersonName,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// The class in a school year.
    pub class: Option<SchoolClass>,
    /// Sending school.
    pub school: Option<Line>,
    /// Programme.
    pub programme: ProgrammeCode,
    /// The current stage.
    pub stage: Stage,
    /// Date of referral.
    pub referred: NaiveDate,
    /// Date of admission.
    pub admitted: Option<NaiveDate>,
    /// Primary contact.
    pub primary: Option<StaffId>,
    /// Secondary contact.
    pub secondary: Option<StaffId>,
    /// The day the course is expected to end.
    pub expected_end: Option<NaiveDate>,
    /// The end of the course.
    pub closing: Option<Closing>,
    /// Priority on the waiting list.
    pub priority: Priority,
    /// Date of last contact while waiting.
    pub last_contact: Option<NaiveDate>,
    /// The weekly timetable, in force from the day of admission.
    pub timetable: Option<(TimetableId, [DayPlan; 5])>,
    /// What the user says if the child may be one on record.
    pub said: SaidOf,
}

/// One row of a list of attendance, read but not yet checked.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedDay {
    /// The row's line in the file, from 1.
    pub line: u32,
    /// The child's name.
    pub name: PersonName,
    /// Date of birth, to tell children of the same name apart.
    pub born: Option<NaiveDate>,
    /// The date.
    pub date: NaiveDate,
    /// The register it comes from.
    pub origin: Origin,
    /// The school that kept it.
    pub register: Option<Line>,
    /// The first mark.
    pub first: Option<Mark>,
    /// The second mark, if it differs.
    pub second: Option<Mark>,
    /// A remark.
    pub remark: Option<Line>,
    /// The day's mood.
    pub mood: Option<Mood>,
}

/// The subject of a talk in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TalkOf {
    /// A talk of a child, found by name.
    Child {
        /// The child's name.
        name: PersonName,
        /// Date of birth, to tell children of the same name apart.
        born: Option<NaiveDate>,
        /// The kind of talk, not a consultation.
        kind: TalkKind,
    },
    /// A consultation.
    Consultation {
        /// The school or profession.
        place: Line,
        /// The topic.
        topic: Option<Line>,
    },
}

/// One row of a list of talks, read but not yet checked. The reader of the list supplies the identities.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedTalk {
    /// The row's line in the file, from 1.
    pub line: u32,
    /// The identity of the talk.
    pub id: TalkId,
    /// The child and kind of talk, or the consultation.
    pub of: TalkOf,
    /// The day it was held.
    pub date: NaiveDate,
    /// The time it began.
    pub start: Option<TimeOfDay>,
    /// The length in minutes.
    pub minutes: Option<Minutes>,
    /// The participants.
    pub participants: Vec<Participant>,
    /// Themes.
    pub themes: Vec<Tag>,
    /// Methods.
    pub methods: Vec<Tag>,
    /// The note.
    pub text: LongText,
    /// The author, present or former staff.
    pub author: StaffId,
}

pub(super) fn in_row(line: u32, column: Column, why: RowReason) -> Reason {
    Reason::InRow { line, column, why }
}

pub(super) fn no_mark(line: u32, why: Reason) -> Reason {
    in_row(line, Column::Date, RowReason::NoMark(Box::new(why)))
}
