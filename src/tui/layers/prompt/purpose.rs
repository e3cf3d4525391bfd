//! What a field of one line is for.

use chrono::NaiveDate;
use trivsel_domain::record::{Appointment, FollowUpEnd, Staff};
use trivsel_domain::value::{CaseId, FollowUpId, Half, Hours, ProgrammeCode, TalkId};
use trivsel_store::TagsInUse;

use crate::layers::school_year::line::About;
use crate::model::Pane;
use crate::panes::calendar::amend::Amending;
use crate::sheet::report::Writing;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Go to a date.
    GoTo,
    /// Book an appointment, on this day if the line names none.
    Book(NaiveDate),
    /// Change an appointment, or some of its series.
    Amend(Box<Amending>),
    /// Show somebody's calendar.
    Whose,
    /// Record why an appointment was not held.
    NotHeld(Box<Appointment>),
    /// Set the days of a closure of the school.
    Closure(Box<About>),
    /// Set the time when a child arrived, within the planned hours if they are known.
    Late(RegisterCell, Option<Hours>),
    /// Set the hours when a child was present, within the planned hours if they are known.
    Partial(RegisterCell, Option<Hours>),
    /// Set the remark on a child's day.
    Remark(RegisterCell),
    /// Set the mood of a child's day.
    Mood(RegisterCell),
    /// Foretell an absence with its cause and days: `s 24.11-28.11`.
    Foretell(CaseId),
    /// Search in a pane.
    Search(Pane),
    /// Narrow the log of talks, also by the tags on record.
    Filter(Box<TagsInUse>),
    /// Change these cases.
    ChangeCases(Vec<CaseId>),
    /// Show the seats on a date.
    SeatsOn,
    /// Set the number of seats of a programme.
    Norm(ProgrammeCode),
    /// Set the trainings and methods of a member of staff.
    Methods(Box<Staff>),
    /// Choose the days of an attendance sheet.
    Period(CaseId),
    /// Write why the user looks at a case, or at a note of one.
    Why(Option<CaseId>, Option<TalkId>),
    /// Back up to a folder.
    BackUp,
    /// Write a report to a file.
    Write(Box<Writing>),
    /// End a follow-up, with an optional line about the result.
    EndFollowUp(FollowUpId, FollowUpEnd),
}

impl Purpose {
    /// The day that the field is about, if it is about one.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Late(cell, _) | Self::Partial(cell, _) | Self::Remark(cell) | Self::Mood(cell) => {
                Some(cell.date)
            }
            _ => None,
        }
    }
}

/// One half of one day of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterCell {
    pub case: CaseId,
    pub date: NaiveDate,
    pub half: Half,
}
