//! The caseload of each member of staff, and the match between staff and a case's needs.

use alloc::vec::Vec;

use chrono::{Datelike, Days, NaiveDate};

use crate::record::appointment::Appointment;
use crate::record::case::Case;
use crate::record::need::Need;
use crate::record::staff::Staff;
use crate::rules::calendar::{Calendar, monday_of};
use crate::rules::dossier::TalkFact;
use crate::rules::talks_due::TalkDue;
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

/// One week of a member of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekLoad {
    /// Its Monday.
    pub monday: NaiveDate,
    /// The talks of their cases that fall due in it and are not held yet; in the present week also the overdue ones.
    pub due: usize,
    /// Those of them that are overdue.
    pub late: usize,
    /// The talks they held or took part in.
    pub held: usize,
    /// The minutes of their appointments; one that takes all day has none.
    pub minutes: u32,
}

/// The caseload of a member of staff on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The present week and the coming ones, [`WEEKS_AHEAD`] in all.
    pub ahead: Vec<WeekLoad>,
}

impl Load {
    /// Talks per week in tenths (25 is 2.5 a week); `None` if no week was counted.
    #[must_use]
    pub fn talks_a_week(&self) -> Option<usize> {
        (self.talks * 10 + self.weeks / 2).checked_div(self.weeks)
    }

    /// Whether a week asks for more talks than they usually hold in one, rounded up. Nobody is over who has held none
    /// yet. Source: our own.
    #[must_use]
    pub fn is_over(&self, week: &WeekLoad) -> bool {
        let usual = self.talks_a_week().filter(|tenths| *tenths > 0);
        usual.is_some_and(|tenths| week.due + week.held > tenths.div_ceil(10))
    }
}

/// The facts that the load is counted from.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoadFacts<'a> {
    /// All staff.
    pub staff: &'a [Staff],
    /// The cases.
    pub cases: &'a [Case],
    /// The talks of the last school weeks and of this week.
    pub talks: &'a [TalkFact],
    /// The talks that fall due until the end of the coming weeks.
    pub due: &'a [TalkDue],
    /// The appointments of this week and the coming ones.
    pub appointments: &'a [Appointment],
}

/// The number of weeks that are looked at ahead, the present one included. Source: our own, as long as the time between
/// two parent talks.
pub const WEEKS_AHEAD: u64 = 4;
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

/// The caseload of all present staff: running cases as primary and secondary contact, talks over the last four
/// completed school weeks, and the weeks ahead. A talk counts once for each member of staff in it, also one with several
/// children that has a note for each; one that is due counts for the contact of the case.
#[must_use]
pub fn loads(facts: &LoadFacts<'_>, calendar: &Calendar, today: NaiveDate) -> Vec<Load> {
    let weeks = last_school_weeks(calendar, today);
    let counted = |t: &&TalkFact| weeks.iter().any(|monday| is_in_week(t.date, *monday));
    let recent: Vec<&TalkFact> = facts.talks.iter().filter(counted).collect();
    let open: Vec<&Case> = facts.cases.iter().filter(|c| c.runs_on(today)).collect();
    facts
        .staff
        .iter()
        .filter(|s| s.left_on.is_none_or(|on| today < on))
        .map(|s| Load {
            staff: s.id,
            primary: open.iter().filter(|c| c.contacts.primary == Some(s.id)).count(),
            secondary: open.iter().filter(|c| c.contacts.secondary == Some(s.id)).count(),
            talks: once(recent.iter().copied().filter(|t| t.has_staff(s.id))).len(),
            weeks: weeks.len(),
            ahead: weeks_ahead(today).map(|monday| week_of(s.id, facts, monday, today)).collect(),
        })
        .collect()
}

/// The Mondays of the present week and the coming ones.
pub fn weeks_ahead(today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (0..WEEKS_AHEAD).map(move |n| monday_of(today) + Days::new(n * 7))
}

/// The talks that fall due in this week, or are overdue, in cases without a contact.
#[must_use]
pub fn without_contact(due: &[TalkDue], today: NaiveDate) -> usize {
    due.iter().filter(|d| d.staff.is_none() && is_in_week(d.date.max(today), monday_of(today))).count()
}

fn is_in_week(date: NaiveDate, monday: NaiveDate) -> bool {
    monday <= date && date <= monday + Days::new(6)
}

/// The talks, of several notes about one talk the first: it takes the time of one.
fn once<'a>(talks: impl Iterator<Item = &'a TalkFact>) -> Vec<&'a TalkFact> {
    let mut found: Vec<&TalkFact> = Vec::new();
    for talk in talks {
        if !found.iter().any(|other| talk.is_joint_with(other)) {
            found.push(talk);
        }
    }
    found
}

fn week_of(who: StaffId, facts: &LoadFacts<'_>, monday: NaiveDate, today: NaiveDate) -> WeekLoad {
    let (mut due, mut late) = (0, 0);
    for one in facts.due_in(who, monday, today) {
        due += 1;
        late += usize::from(one.late);
    }
    let minutes = facts.booked_in(who, monday).filter_map(|a| a.hours).map(|h| u32::from(h.minutes())).sum();
    WeekLoad { monday, due, late, held: facts.held_in(who, monday).len(), minutes }
}

impl<'a> LoadFacts<'a> {
    /// The talks of a member's cases that fall due in a week; in the present one also the overdue ones.
    pub fn due_in(
        &self,
        who: StaffId,
        monday: NaiveDate,
        today: NaiveDate,
    ) -> impl Iterator<Item = &'a TalkDue> + use<'a> {
        let mine = move |d: &&TalkDue| d.staff == Some(who) && is_in_week(d.date.max(today), monday);
        self.due.iter().filter(mine)
    }

    /// The talks that a member held or took part in in a week; one with several children is one.
    #[must_use]
    pub fn held_in(&self, who: StaffId, monday: NaiveDate) -> Vec<&'a TalkFact> {
        once(self.talks.iter().filter(|t| t.has_staff(who) && is_in_week(t.date, monday)))
    }

    /// The appointments of a member that take place in a week.
    pub fn booked_in(
        &self,
        who: StaffId,
        monday: NaiveDate,
    ) -> impl Iterator<Item = &'a Appointment> + use<'a> {
        let there = move |a: &&Appointment| {
            a.event.is_none() && a.takes_place() && a.staff.contains(&who) && is_in_week(a.date, monday)
        };
        self.appointments.iter().filter(there)
    }
}
