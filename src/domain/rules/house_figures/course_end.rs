//! The courses that ended: where they led, attendance before and after, and whether it lasted.

use alloc::vec::Vec;

use chrono::{Months, NaiveDate};

use crate::record::case::{Outcome, Standing};
use crate::rules::baseline::{MONTHS_AFTER, Measured, Point};
use crate::rules::calendar::Calendar;
use crate::rules::gate::Course;
use crate::rules::house_figures::facts::CaseFacts;
use crate::rules::house_figures::stay::ended_in;
use crate::rules::open_scores::OpenScores;
use crate::rules::reported::Attendance;
use crate::value::code::coded;
use crate::value::id::{CaseId, ChildId};
use crate::value::text::Line;

/// The least share of the reported days, in per cent, at which the child counts as attending. Source: our own.
const ATTENDS: u32 = 50;

coded! {
    "lasting"
    /// Whether the outcome of a course lasted for six months.
    pub enum Lasting {
        /// The place of the child reports at six months that the child attends half of the days or more.
        Lasted = "lasted",
        /// The child was referred again within six months, or attends less than half of the days reported.
        Broke = "broke",
        /// Six months have passed, and nothing on record tells.
        Unknown = "unknown",
        /// Six months have not passed.
        TooEarly = "too-early",
    }
}

/// A course that ended.
#[derive(Clone, Debug, PartialEq)]
pub struct CourseEnd {
    /// The case.
    pub case: CaseId,
    /// The child.
    pub child: ChildId,
    /// The first day without the seat.
    pub on: NaiveDate,
    /// The outcome.
    pub outcome: Outcome,
    /// The place that received the child.
    pub place: Option<Line>,
    /// Attendance at the points of the baseline.
    pub measured: Vec<Measured>,
    /// The day on which the child was referred again within six months.
    pub again: Option<NaiveDate>,
    /// Whether it lasted.
    pub lasting: Lasting,
}

impl CourseEnd {
    /// The attendance at a point, each register apart.
    pub fn at(&self, point: Point) -> impl Iterator<Item = &Attendance> {
        self.measured.iter().filter(move |m| m.at == point).map(|m| &m.attendance)
    }

    /// Attendance before the course and at its end. Of two registers that tell of the time before, it takes the one of
    /// the kind that tells of the end, else the sending school's own.
    #[must_use]
    pub fn before_and_end(&self) -> Option<(&Attendance, &Attendance)> {
        let end = self.at(Point::End).next()?;
        let same = |a: &&Attendance| core::mem::discriminant(*a) == core::mem::discriminant(end);
        let before = self.at(Point::Before).find(same).or_else(|| self.at(Point::Before).next())?;
        Some((before, end))
    }
}

/// The courses that ended in a period, judged by what is on record today.
pub(super) fn ends(
    cases: &[&CaseFacts<'_>],
    calendar: &Calendar,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Vec<CourseEnd> {
    let of = |facts: &&CaseFacts<'_>| {
        let case = facts.ledger.case;
        let Standing::Closed { closing, .. } = &case.standing else { return None };
        ended_in(case, from, to)?;
        let unscored = OpenScores::default();
        let course = Course {
            case,
            child: facts.ledger.child,
            programme: Some(facts.ledger.programme),
            timetables: &facts.ledger.timetables,
            calendar,
            days: &facts.days,
            measures: &unscored,
            reported: &facts.reported,
        };
        let measured = course.baseline(today);
        let over = closing.on.checked_add_months(Months::new(MONTHS_AFTER)).unwrap_or(NaiveDate::MAX);
        let soon = |on: &NaiveDate| closing.on <= *on && *on <= over && *on <= today;
        let again = facts.referred_again.iter().copied().filter(soon).min();
        let after = measured.iter().find(|m| m.at == Point::After).and_then(|m| m.attendance.share());
        let lasting = match after {
            _ if again.is_some() => Lasting::Broke,
            _ if today < over => Lasting::TooEarly,
            Some(share) if share * 100.0 >= f64::from(ATTENDS) => Lasting::Lasted,
            Some(_) => Lasting::Broke,
            None => Lasting::Unknown,
        };
        Some(CourseEnd {
            case: case.id,
            child: case.child,
            on: closing.on,
            outcome: closing.outcome,
            place: closing.place.clone(),
            measured,
            again,
            lasting,
        })
    };
    cases.iter().filter_map(of).collect()
}
