//! The weeks that the children's own schools report.

use chrono::NaiveDate;
use trivsel_domain::record::{ReportSource, ReportedDays, ReportedWeek};
use trivsel_domain::value::{Halves, ReportedWeekId, SchoolWeek};

use super::Mint;
use super::people::Course;
use super::school::School;

/// The weeks that have ended, as far back as the child has days; weeks without school are skipped. The school reports
/// them, and every fifth time a parent.
pub(super) fn weeks(course: &Course<'_>, school: &School, mint: Mint<'_>) -> Vec<ReportedWeek> {
    let school_days = |week: SchoolWeek| -> Vec<NaiveDate> {
        school.calendar().school_days(week.monday(), week.friday()).collect()
    };
    let mut week = SchoolWeek::of(school.today()).before();
    let mut found = Vec::new();
    for (n, days) in course.row.own_school.iter().rev().enumerate() {
        while school_days(week).is_empty() {
            week = week.before();
        }
        let possible = u32::try_from(school_days(week).len()).unwrap_or(0);
        let attended = u32::try_from(*days).ok().map(|days| Halves::new(2 * days.min(possible)));
        let days = attended.and_then(|attended| ReportedDays::new(attended, Halves::new(2 * possible)).ok());
        found.extend(days.map(|days| ReportedWeek {
            id: ReportedWeekId::from_u128(mint()),
            case: course.case.id,
            monday: week,
            days,
            source: if n % 5 == 4 { ReportSource::Parent } else { ReportSource::School },
        }));
        week = week.before();
    }
    found
}
