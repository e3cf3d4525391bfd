//! The rows of lists that are taken in: cases, days of attendance, talks.

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

/// One row of a list of cases, read but not yet judged. Identities are given by whoever reads the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    /// The row's line in the file, from 1.
    pub line: u32,
    /// Identity for the child, if it is new here.
    pub child_id: ChildId,
    /// Identity for the case.
    pub case_id: CaseId,
    /// The child's name.
    pub name: PersonName,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// Class in a school year.
    pub class: Option<SchoolClass>,
    /// Sending school.
    pub school: Option<Line>,
    /// Programme.
    pub programme: ProgrammeCode,
    /// The stage it stands at now.
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
    /// How it ended.
    pub closing: Option<Closing>,
    /// Priority on the waiting list.
    pub priority: Priority,
    /// Date of last contact while waiting.
    pub last_contact: Option<NaiveDate>,
    /// The weekly timetable, in force from admission.
    pub timetable: Option<(TimetableId, [DayPlan; 5])>,
}

/// One row of a list of attendance, read but not yet judged.
#[derive(Clone, Debug, PartialEq)]
pub struct IntakeDay {
    /// The row's line in the file, from 1.
    pub line: u32,
    /// The child's name.
    pub name: PersonName,
    /// Date of birth, to tell children of the same name apart.
    pub born: Option<NaiveDate>,
    /// The day.
    pub date: NaiveDate,
    /// Whose register.
    pub origin: Origin,
    /// The first mark.
    pub first: Option<Mark>,
    /// The second mark, where it differs.
    pub second: Option<Mark>,
    /// A remark.
    pub remark: Option<Line>,
    /// The day's mood.
    pub mood: Option<Mood>,
}

/// What a talk in a list is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TalkOf {
    /// A child, by name.
    Child {
        /// The child's name.
        name: PersonName,
        /// Date of birth, to tell children of the same name apart.
        born: Option<NaiveDate>,
        /// The kind of talk; no consultation.
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

/// One row of a list of talks, read but not yet judged. Identities are given by whoever reads the list.
#[derive(Clone, Debug, PartialEq)]
pub struct IntakeTalk {
    /// The row's line in the file, from 1.
    pub line: u32,
    /// Identity for the talk.
    pub id: TalkId,
    /// What it is about.
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
    /// Who wrote it; also somebody who has left.
    pub author: StaffId,
}

pub(super) fn in_row(line: u32, column: Column, why: RowReason) -> Reason {
    Reason::InRow { line, column, why }
}

pub(super) fn no_mark(line: u32, why: Reason) -> Reason {
    in_row(line, Column::Date, RowReason::NoMark(Box::new(why)))
}

/// Names are the same when their letters are, in whichever case.
pub(super) fn same_name(a: &PersonName, b: &PersonName) -> bool {
    let lower = |n: &PersonName| n.as_str().chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
    lower(a) == lower(b)
}
