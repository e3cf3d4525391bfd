//! Who of the staff carries how much, and who fits what a case needs.

use alloc::vec::Vec;

use chrono::{Datelike, Days, NaiveDate};

use crate::record::case::Case;
use crate::record::need::Need;
use crate::record::staff::Staff;
use crate::rules::calendar::Calendar;
use crate::rules::dossier::TalkFact;
use crate::value::id::StaffId;

/// Which needs somebody covers, and which they do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// What they bring.
    pub covered: Vec<Need>,
    /// What they do not.
    pub missing: Vec<Need>,
}

/// How a member of staff, or several together, fit what a case needs. Source: our own.
#[must_use]
pub fn fit(needs: &[Need], staff: &[&Staff]) -> Fit {
    let (covered, missing) = needs.iter().cloned().partition(|n| staff.iter().any(|s| n.is_met_by(s)));
    Fit { covered, missing }
}

/// What a member of staff carries on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Who.
    pub staff: StaffId,
    /// Open cases they are primary contact of.
    pub primary: usize,
    /// Open cases they are secondary contact of.
    pub secondary: usize,
    /// Talks they held or took part in during the weeks counted.
    pub talks: usize,
    /// School weeks counted, 0 to 4: fewer where the calendar has fewer within the last half year.
    pub weeks: usize,
}

impl Load {
    /// Talks a week in tenths (25 is 2.5 a week); nothing where no week was counted.
    #[must_use]
    pub fn talks_a_week(&self) -> Option<usize> {
        (self.talks * 10 + self.weeks / 2).checked_div(self.weeks)
    }
}

/// How many school weeks the talks are counted over.
const WEEKS: usize = 4;
/// A week with as many school days is a school week. Source: our own, as for the weekly development talk.
const DAYS_OF_A_SCHOOL_WEEK: usize = 3;

/// The Mondays of the last four school weeks that were over before a day, latest first.
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

/// What everyone still here carries: open cases as primary and secondary contact, talks over the last four school
/// weeks that are over. A talk counts once for everyone of the staff in it.
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
    let open: Vec<&Case> = cases.iter().filter(|c| c.is_open()).collect();
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
