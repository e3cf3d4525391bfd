//! Taking in lists: children already in the middle of a course, attendance registered elsewhere, old notes of talks.

mod cases;
mod days;
mod talks;

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;

pub(crate) use cases::take_in;
pub(crate) use days::take_in_days;
pub(crate) use talks::take_in_talks;

use crate::attendance::{Mark, Mood, Origin};
use crate::case::{Closing, Priority};
use crate::code::coded;
use crate::grade::SchoolClass;
use crate::id::{CaseId, ChildId, StaffId, TalkId, TimetableId};
use crate::person::PersonName;
use crate::programme::ProgrammeCode;
use crate::refusal::{Reason, RowReason};
use crate::stage::Stage;
use crate::talk::{Participant, TalkKind};
use crate::text::{Line, LongText, Tag};
use crate::time::{Minutes, TimeOfDay};
use crate::timetable::DayPlan;

coded! {
    "column"
    /// The columns of the lists.
    pub enum Column {
        /// The child's name.
        Child = "child",
        /// Date of birth.
        Born = "born",
        /// Class.
        Class = "class",
        /// Sending school.
        School = "school",
        /// Programme.
        Programme = "programme",
        /// Stage.
        Stage = "stage",
        /// Date of referral.
        Referred = "referred",
        /// Date of admission.
        Admitted = "admitted",
        /// Primary contact's initials.
        Primary = "primary",
        /// Secondary contact's initials.
        Secondary = "secondary",
        /// When the course is expected to end.
        ExpectedEnd = "expected_end",
        /// Date of closing.
        Closed = "closed",
        /// Outcome.
        Outcome = "outcome",
        /// Priority on the waiting list.
        Priority = "priority",
        /// Date of last contact while waiting.
        LastContact = "last_contact",
        /// Planned hours on Monday.
        Monday = "monday",
        /// Planned hours on Tuesday.
        Tuesday = "tuesday",
        /// Planned hours on Wednesday.
        Wednesday = "wednesday",
        /// Planned hours on Thursday.
        Thursday = "thursday",
        /// Planned hours on Friday.
        Friday = "friday",
        /// The day of a mark.
        Date = "date",
        /// The first mark.
        First = "first",
        /// The second mark.
        Second = "second",
        /// A remark.
        Remark = "remark",
        /// The day's mood.
        Mood = "mood",
        /// Whose register.
        Origin = "origin",
        /// The kind of talk.
        Kind = "kind",
        /// When it began.
        Start = "start",
        /// How long, in minutes.
        Minutes = "minutes",
        /// Who took part.
        Participants = "participants",
        /// Themes.
        Themes = "themes",
        /// Methods.
        Methods = "methods",
        /// A note.
        Text = "text",
        /// Who wrote it.
        Author = "author",
        /// The school or profession of a consultation.
        Place = "place",
        /// The topic of a consultation.
        Topic = "topic",
        /// The row as a whole.
        Row = "row",
    }
}

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
    /// When the course is expected to end.
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
    /// Date of birth, to tell two of one name apart.
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
        /// Date of birth, to tell two of one name apart.
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
    /// When it began.
    pub start: Option<TimeOfDay>,
    /// How long.
    pub minutes: Option<Minutes>,
    /// Who took part.
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

fn in_row(line: u32, column: Column, why: RowReason) -> Reason {
    Reason::InRow { line, column, why }
}

fn no_mark(line: u32, why: Reason) -> Reason {
    in_row(line, Column::Date, RowReason::NoMark(Box::new(why)))
}

/// Names are the same when their letters are, in whichever case.
fn same_name(a: &PersonName, b: &PersonName) -> bool {
    let lower = |n: &PersonName| n.as_str().chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
    lower(a) == lower(b)
}
