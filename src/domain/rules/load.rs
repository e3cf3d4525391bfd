//! The caseload of each member of staff, and the match between staff and a case's needs.

use alloc::vec::Vec;

use chrono::{Datelike, Days, NaiveDate};

use crate::record::case::Case;
use crate::record::need::Need;
use crate::record::staff::Staff;
use crate::rules::calendar::Calendar;
use crate::rules::dossier::TalkFact;
use crate::value::id::StaffId;

/// The needs that staff meet, and those that they do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// The needs met.
    pub covered: Vec<Need>,
    /// The needs not met.
    pub missing: Vec<Need>,
}

/// How one or several members of staff together meet a case's needs. Source: our own.
#[must_use]
pub fn fit(needs: &[Need], staff: &[&Staff]) -> Fit {
    let (covered, missing) = needs.iter().cloned().partition(|n| staff.iter().any(|s| n.is_met_by(s)));
    Fit { covered, missing }
}

/// The caseload of a member of staff on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// The member of staff.
    pub staff: StaffId,
    /// The number of running cases with them as primary contact.
    pub primary: usize,
    /// The number of running cases with them as secondary contact.
    pub secondary: usize,
    /// The number of talks they held or took part in during the weeks counted.
    pub talks: usize,
    /// School weeks counted, 0 to 4: fewer if the calendar has fewer within the last half year.
    pub weeks: usize,
}

impl Load {
    /// Talks per week in tenths (25 is 2.5 a week); `None` if no week was counted.
    #[must_use]
    pub fn talks_a_week(&self) -> Option<usize> {
        (self.talks * 10 + self.weeks / 2).checked_div(self.weeks)
    }
}

/// The number of school weeks over which talks are counted.
const WEEKS: usize = 4;
/// The least number of school days in a school week. Source: our own, as for the weekly development talk.
const DAYS_OF_A_SCHOOL_WEEK: usize = 3;

/// The Mondays of the last four school weeks that ended before `today`, latest first.
#[must_use]
pub fn last_school_weeks(calendar: &Calendar, today: NaiveDate) -> Vec<NaiveDate> {
    let this_monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
    (1..=26_u64)
        .map(|ago| this_monday - Days::new(ago * 7))
        .filter(|monday| {
            calendar.school_days(*monday, *monday + Days::new(6)).count() >= DAYS_OF_A_SCHOOL_WEEK
        })
        .take(WEEKS)
        .collect()
}

/// The caseload of all present staff: running cases as primary and secondary contact, and talks over the last four
/// completed school weeks. A talk counts once for each member of staff in it.
#[must_use]
pub fn loads(
    staff: &[Staff],
    cases: &[Case],
    talks: &[TalkFact],
    calendar: &Calendar,
    today: NaiveDate,
) -> Vec<Load> {
    let weeks = last_school_weeks(calendar, today);
    let counted =
        |t: &&TalkFact| weeks.iter().any(|monday| *monday <= t.date && t.date <= *monday + Days::new(6));
    let recent: Vec<&TalkFact> = talks.iter().filter(counted).collect();
    let open: Vec<&Case> = cases.iter().filter(|c| c.runs_on(today)).collect();
    staff
        .iter()
        .filter(|s| s.left_on.is_none_or(|on| today < on))
        .map(|s| Load {
            staff: s.id,
            primary: open.iter().filter(|c| c.contacts.primary == Some(s.id)).count(),
            secondary: open.iter().filter(|c| c.contacts.secondary == Some(s.id)).count(),
            talks: recent.iter().filter(|t| t.has_staff(s.id)).count(),
            weeks: weeks.len(),
        })
        .collect()
}
