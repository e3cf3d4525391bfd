//! Refusals: everything that stands in the way, at once, as data.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};

use crate::decide::column::Column;
use crate::record::day::Day;
use crate::record::document::DocumentKind;
use crate::record::edit::Contradiction;
use crate::record::measure::Tenths;
use crate::rules::calendar::{Calendar, DayKind};
use crate::rules::steps::evidence::Unmet;
use crate::value::holiday::Holiday;
use crate::value::id::{CaseId, ChildId, StaffId};
use crate::value::level::Level;
use crate::value::name::Initials;
use crate::value::programme_code::ProgrammeCode;
use crate::value::role::Role;
use crate::value::stage::Stage;
use crate::value::text::Tag;

/// Why something was not done. It holds at least one reason, and every one there is.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    reasons: Vec<Reason>,
}

impl Refusal {
    /// A refusal, where there is any reason for one.
    ///
    /// # Errors
    /// The refusal itself, so that `Refusal::unless_empty(reasons)?` goes on only without reasons.
    pub fn unless_empty(reasons: Vec<Reason>) -> Result<(), Self> {
        if reasons.is_empty() { Ok(()) } else { Err(Self { reasons }) }
    }

    /// The reasons, in the order in which they were found.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Self { reasons: vec![reason] }
    }
}

/// Why a day takes no marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSchool {
    /// A Saturday or Sunday.
    Weekend,
    /// A public holiday.
    Holiday(Holiday),
    /// A closure.
    Closed(crate::record::closure::ClosureKind),
}

/// What is not done without a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Waiving a requirement.
    Waiver,
    /// Going back a stage.
    Back,
    /// Closing early.
    Early,
    /// Declining.
    Declining,
    /// Changing the level.
    Level,
}

/// One reason.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Who asks is not on the staff of this house.
    NotOnStaff,
    /// Who asks has left, and has no access from that day on.
    HasLeft {
        /// When.
        on: NaiveDate,
    },
    /// There is no such case (any more).
    NoSuchCase,
    /// There is no such member of staff.
    NoSuchStaff,
    /// There is no such programme in this house.
    NoSuchProgramme(ProgrammeCode),
    /// The child does not belong to the house on that date.
    NotEnrolled {
        /// The date.
        date: NaiveDate,
    },
    /// The date is no school day.
    NoSchoolDay {
        /// The date.
        date: NaiveDate,
        /// Why.
        why: NoSchool,
    },
    /// Only sickness and leave can be entered ahead of their day.
    NotAhead {
        /// The date.
        date: NaiveDate,
    },
    /// An absence is foretold from today on.
    NotBehind {
        /// The date.
        date: NaiveDate,
    },
    /// A span that runs backward, is longer than a year, or has no day to fill.
    EmptySpan {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// The child's grade has one mark a day.
    OneMarkADay,
    /// Somebody else changed the day after the asker saw it.
    Overtaken {
        /// Who, where it is known.
        by: Option<StaffId>,
        /// When.
        at: Option<NaiveDateTime>,
        /// What stands there now, if it is a day in the register.
        now: Option<Box<Day>>,
    },
    /// There is nothing to take back.
    NothingToUndo,
    /// There is nothing to do again.
    NothingToRedo,
    /// The initials are somebody's already, or once were.
    InitialsTaken(Initials),
    /// The member of staff has already left.
    AlreadyLeft {
        /// When.
        on: NaiveDate,
    },
    /// Nobody would be left who can open the house.
    LastStaff,
    /// Fewer seats than are held, today or from a later day already decided.
    SeatsHeld {
        /// The highest seat number held: seats keep their numbers, so it is the lowest norm there can be.
        highest: u16,
        /// How many seats are held.
        occupied: u16,
        /// How many were asked for.
        asked: u16,
    },
    /// A talk that has not been held yet can't be signed.
    TalkAhead {
        /// Its date.
        date: NaiveDate,
    },
    /// There is no such talk.
    NoSuchTalk,
    /// The note is open to others, not to who asks.
    NotOpenToYou,
    /// A member of staff who has left can't follow up.
    StaffGone {
        /// Who.
        initials: Initials,
        /// Since when.
        on: NaiveDate,
    },
    /// A follow-up would be due before its talk.
    DueBefore {
        /// When it would be due.
        due: NaiveDate,
        /// The day of the talk.
        date: NaiveDate,
    },
    /// A consultation belongs to no child, so it has no scores.
    ScoreWithoutCase,
    /// The same instrument by the same rater twice in one talk.
    ScoreTwice,
    /// The house has no series of that name.
    NoSuchSeries(Tag),
    /// The value is outside the series.
    OutsideSeries {
        /// Which series.
        series: Tag,
        /// The lowest value.
        low: Tenths,
        /// The highest value.
        high: Tenths,
    },
    /// Two series of one name.
    SeriesTwice(Tag),
    /// There is no such follow-up.
    NoSuchFollowUp,
    /// The follow-up has ended already.
    FollowUpEnded {
        /// Who said so.
        by: StaffId,
        /// When.
        at: NaiveDateTime,
    },
    /// A requirement of a step is not met, and not waived or not to be waived.
    Unmet(Unmet),
    /// There is no such step from where the case stands.
    NoSuchStep {
        /// Where it stands.
        from: Stage,
        /// Where to it should go.
        to: Stage,
    },
    /// It is not done without a reason.
    NoReason(Why),
    /// The date has not come yet.
    DateAhead {
        /// The date.
        date: NaiveDate,
    },
    /// The date lies before another that it can't lie before.
    DateBefore {
        /// The date.
        date: NaiveDate,
        /// The first that it could be.
        first: NaiveDate,
    },
    /// The case is over.
    CaseOver(Stage),
    /// The child has an open case in the programme already.
    OpenAlready {
        /// Which.
        case: CaseId,
        /// Where it stands.
        stage: Stage,
    },
    /// There is no such child (any more).
    NoSuchChild,
    /// A child of this name and birthday, or this number, is on record already.
    ChildKnown(ChildId),
    /// The civil registration number says another date of birth.
    OtherBirthday {
        /// The date that the number says.
        says: NaiveDate,
    },
    /// The part does not fit: the child itself, or custody with somebody who can't have it.
    RoleDoesNotFit(Role),
    /// A signed note or a record elsewhere names the person, so they can't be removed.
    PersonNamed,
    /// Primary and secondary contact are one person.
    SameContact,
    /// The field has an action of its own and is not changed by editing.
    NotByEditing,
    /// The document is signed.
    Signed {
        /// By whom.
        by: StaffId,
        /// When.
        at: NaiveDateTime,
    },
    /// An earlier version is not signed yet.
    UnsignedVersion(DocumentKind),
    /// Only the latest version is written on, and the next follows it.
    VersionOrder {
        /// The latest there is; 0 where there is none.
        latest: u32,
    },
    /// There is nothing written in it.
    NothingWritten,
    /// There is no such record (any more).
    NoSuchRecord,
    /// The programme has no such level.
    NoSuchLevel(Level),
    /// The case is at that level already.
    LevelAlready(Level),
    /// The level rests on no recorded talk that it could rest on.
    LevelNeedsTalk {
        /// The day of the last change, which the talk can't lie before; nothing for the first choice, which takes a
        /// dialogue with the referrer.
        since: Option<NaiveDate>,
    },
    /// A house must be empty before it is filled.
    HouseNotEmpty,
    /// A record that contradicts another one.
    Contradiction(Contradiction),
    /// A reason in a row of a list.
    InRow {
        /// The row's line in the file, from 1.
        line: u32,
        /// The column.
        column: Column,
        /// Why.
        why: RowReason,
    },
}

/// Why a row of a list can't be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum RowReason {
    /// The column is empty and must not be.
    Missing,
    /// A name or initials that nobody here has.
    Unknown,
    /// More than one child fits.
    Ambiguous,
    /// The row says the same as an earlier line.
    Repeats {
        /// The earlier line.
        line: u32,
    },
    /// It is on record already, and differently.
    OnRecord,
    /// There is no free seat on those dates.
    NoSeat {
        /// The norm.
        norm: u16,
        /// The first day without one.
        on: NaiveDate,
    },
    /// The stage needs what this column holds.
    StageNeeds(Stage),
    /// A date that lies before another one it must follow, or after today.
    OutOfOrder,
    /// The child is in another course of the programme on one of those dates.
    TwoCourses {
        /// The first day of the other.
        from: NaiveDate,
    },
    /// Who is named has left, and can't be the contact of a case that is open.
    ContactLeft {
        /// When.
        on: NaiveDate,
    },
    /// Why the day takes no mark.
    NoMark(Box<Reason>),
}

impl Reason {
    /// Why a date takes no marks, if it does not: weekend, public holiday or closure.
    #[must_use]
    pub fn no_school(calendar: &Calendar, date: NaiveDate) -> Option<Self> {
        let why = match calendar.kind(date) {
            DayKind::School => return None,
            DayKind::Weekend => NoSchool::Weekend,
            DayKind::Holiday(holiday) => NoSchool::Holiday(holiday),
            DayKind::Closed(closure) => NoSchool::Closed(closure.kind),
        };
        Some(Self::NoSchoolDay { date, why })
    }
}
