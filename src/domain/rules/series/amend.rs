//! Changing what appointments are: day, time, length, title, kind, child and staff, and the rule of a series.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::{Closed, Occurrence, Reach, Stuck, in_series, on_another_day, outline};
use crate::record::appointment::{Appointment, InSeries};
use crate::record::edit::Edit;
use crate::record::talk::TalkKind;
use crate::rules::calendar::{Calendar, monday_of};
use crate::value::id::{AppointmentId, CaseId, SeriesId, StaffId};
use crate::value::interval::Interval;
use crate::value::repeat::{Repeat, SchoolWeekdays, SeriesEnd, Times};
use crate::value::school_year::SchoolYear;
use crate::value::text::Line;
use crate::value::time::{Hours, TimeOfDay};

/// The rule that a series gets. What is `None` stays as it is; in a new series the weekday is that of the first day, and
/// the end is that of the school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewRule {
    /// Every so many weeks, 1 to 52.
    pub weeks: Interval,
    /// On these weekdays.
    pub weekdays: Option<SchoolWeekdays>,
    /// Where it ends.
    pub end: Option<SeriesEnd>,
}

/// What is to be different about appointments. What is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amendment {
    /// The day of the appointment; the others of its series that are reached move as far.
    pub date: Option<NaiveDate>,
    /// The start.
    pub from: Option<TimeOfDay>,
    /// The length in minutes.
    pub minutes: Option<u16>,
    /// The title.
    pub title: Option<Line>,
    /// The kind of talk.
    pub kind: Option<TalkKind>,
    /// The case.
    pub case: Option<CaseId>,
    /// The members of staff.
    pub staff: Option<Vec<StaffId>>,
    /// The rule of the series, or of a new one.
    pub rule: Option<NewRule>,
}

/// Appointments that are different.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amended {
    /// The edits, earliest first.
    pub edits: Vec<Edit<Appointment>>,
    /// What moved or is removed because the school is closed.
    pub closed: Vec<Closed>,
    /// The rule, if it is a new one.
    pub rule: Option<Repeat>,
}

impl Amendment {
    /// An appointment with the change made, on its own day.
    fn of(&self, old: Appointment) -> Result<Appointment, Stuck> {
        let from = self.from.or_else(|| old.hours.map(Hours::from));
        let minutes = self.minutes.or_else(|| old.hours.map(Hours::minutes));
        let hours = match (from, minutes) {
            (Some(from), Some(minutes)) => {
                let to = from.minutes().checked_add(minutes).ok_or(Stuck::OutsideDay)?;
                let to = TimeOfDay::from_minutes(to).map_err(|_| Stuck::OutsideDay)?;
                Some(Hours::new(from, to).map_err(|_| Stuck::OutsideDay)?)
            }
            (None, None) => None,
            _ => return Err(Stuck::WholeDay),
        };
        Ok(Appointment {
            hours,
            title: self.title.clone().unwrap_or(old.title),
            kind: self.kind.or(old.kind),
            case: self.case.or(old.case),
            staff: self.staff.clone().unwrap_or(old.staff),
            ..old
        })
    }
}

/// Changes an appointment and those of its series that the change reaches. A new rule reaches at least those after the
/// appointment: from its day on, or from today on, they follow the new rule. One that has begun or was not held stays, and
/// no other is put on its day. Source: our own (what has been is not rewritten by a plan).
///
/// # Errors
/// [`Stuck`], and then nothing is changed.
pub fn amend(
    (one, members): (&Appointment, &[Appointment]),
    reach: Reach,
    amendment: &Amendment,
    (now, calendar): (NaiveDateTime, &Calendar),
    mint: impl FnMut() -> u128,
) -> Result<Amended, Stuck> {
    if let Some(rule) = amendment.rule {
        return follow(one, members, reach, (amendment, rule), (now, calendar), mint);
    }
    let reached = reach.of(one, members);
    let by = amendment.date.map_or(0, |date| (date - one.date).num_days());
    let alone = reached.len() == 1;
    let (mut amended, mut taken) = (Amended::default(), BTreeSet::new());
    for old in reached {
        let moved = match by {
            0 => Some(old.clone()),
            by if alone => Some(on_another_day(old, by)?),
            by => in_series(old, by, &mut taken, &mut amended.closed, calendar)?,
        };
        let new = moved.map(|moved| amendment.of(moved)).transpose()?;
        amended.edits.extend(Edit::new(Some(old.clone()), new).ok());
    }
    Ok(amended)
}

/// Puts the rest of a series on the days of a new rule: an appointment on one of them stays there, the others go, and new
/// ones come.
fn follow(
    one: &Appointment,
    members: &[Appointment],
    reach: Reach,
    (amendment, rule): (&Amendment, NewRule),
    (now, calendar): (NaiveDateTime, &Calendar),
    mut mint: impl FnMut() -> u128,
) -> Result<Amended, Stuck> {
    let reach = if reach == Reach::One { Reach::Onward } else { reach };
    let begun = |a: &Appointment| a.date.and_time(a.hours.map_or(NaiveTime::MIN, |h| h.from().into())) < now;
    let mut reached = reach.of(one, members);
    reached.retain(|a| !begun(a));
    let first = match reach {
        Reach::All => reached.first().copied().unwrap_or(one),
        _ => one,
    };
    let nominal = first.series.map_or(first.date, |place| place.nominal);
    let from = amendment.date.unwrap_or(nominal).max(now.date());
    let repeat = repeat(one.series.map(|place| place.repeat), rule, (from, reached.len()))?;
    let found = outline(&repeat, from, calendar);
    if found.days.is_empty() {
        return Err(Stuck::NoDay);
    }
    let id = one.series.map_or_else(|| SeriesId::from_u128(mint()), |place| place.id);
    let stays = |date: NaiveDate| {
        let same = |a: &&Appointment| a.date == date && !reached.iter().any(|r| r.id == a.id);
        members.iter().chain([one]).any(|a| same(&a))
    };
    let mut days: Vec<(Occurrence, Option<&Appointment>)> =
        found.days.into_iter().filter(|day| !stays(day.date)).map(|day| (day, None)).collect();
    // An appointment keeps its day if it can, and otherwise its week.
    let mut left = reached.clone();
    let same_day: fn(NaiveDate, NaiveDate) -> bool = |a, b| a == b;
    for same in [same_day, |a, b| monday_of(a) == monday_of(b)] {
        for (day, there) in days.iter_mut().filter(|(_, there)| there.is_none()) {
            *there = left.iter().position(|a| same(a.date, day.date)).map(|at| left.remove(at));
        }
    }
    let mut edits: Vec<Edit<Appointment>> = Vec::new();
    for (day, there) in days {
        let series = Some(InSeries { id, repeat, nominal: day.nominal });
        let id = there.map_or_else(|| AppointmentId::from_u128(mint()), |a| a.id);
        let pattern = there.unwrap_or(one).clone();
        let new = Appointment { id, date: day.date, series, not_held: None, ..amendment.of(pattern)? };
        edits.extend(Edit::new(there.cloned(), Some(new)).ok());
    }
    edits.extend(left.into_iter().filter_map(|a| Edit::new(Some(a.clone()), None).ok()));
    let day = |edit: &Edit<Appointment>| edit.new_state().or(edit.old()).map(|a| a.date);
    edits.sort_by_key(day);
    Ok(Amended { edits, closed: found.closed, rule: Some(repeat) })
}

/// The rule of a series from a day on, of which some appointments are left.
fn repeat(before: Option<Repeat>, rule: NewRule, (from, left): (NaiveDate, usize)) -> Result<Repeat, Stuck> {
    let weekdays = rule.weekdays.or(before.map(|b| b.weekdays));
    let weekdays = weekdays.map_or_else(|| SchoolWeekdays::new([from.weekday()]), Ok);
    let rest = u8::try_from(left.max(1)).ok().and_then(|left| Times::new(left).ok());
    let end = match (rule.end, before.map(|b| b.end)) {
        (Some(end), _) | (None, Some(end @ SeriesEnd::On(_))) => end,
        (None, Some(SeriesEnd::After(times))) => SeriesEnd::After(rest.unwrap_or(times)),
        (None, None) => SeriesEnd::On(SchoolYear::of(from).last_day()),
    };
    Ok(Repeat { weeks: rule.weeks, weekdays: weekdays.map_err(|_| Stuck::Weekend)?, end })
}
