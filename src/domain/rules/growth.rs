//! The next step of a growing timetable, from how the last weeks went. It is a proposal, which staff take or not.
//!
//! Source: service description, teaching (individual, adjusted as it goes); our own for the shares and the lengths.

use chrono::{Days, NaiveDate, Weekday};

use crate::record::timetable::{DayPlan, Timetable};
use crate::rules::calendar::monday_of;
use crate::rules::figures::Figures;
use crate::value::spells::Spells;
use crate::value::time::Hours;

/// The number of whole weeks that are looked at.
const WEEKS: u64 = 2;
/// The fewest registered half-days in them.
pub const FEWEST_HALF_DAYS: u32 = 8;
/// The least share of the planned minutes for a longer week, and the greatest for a shorter one, in per cent.
const LONGER: u32 = 80;
const SHORTER: u32 = 50;
/// The length of a step, and the shortest and the longest day that it makes, in minutes.
const STEP: u16 = 30;
const SHORTEST: u16 = 60;
const LONGEST: u16 = 360;

/// What the last weeks call for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adjustment {
    /// One day a little longer, or a day more.
    Longer(Weekday, DayPlan),
    /// One day a little shorter.
    Shorter(Weekday, DayPlan),
    /// The week stays as it is.
    Stay,
    /// The timetable began after these weeks, which say nothing of it.
    TooSoon,
    /// Too few half-days are registered to say.
    TooFew {
        /// The number there is.
        found: u32,
    },
}

/// The weeks that the next step looks at: the last whole ones before the week of a day.
#[must_use]
pub fn weeks_before(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let monday = monday_of(today);
    (monday - Days::new(7 * WEEKS), monday - Days::new(3))
}

/// The next step after a timetable, from the figures of [`weeks_before`]. Days of unknown hours stay as they are.
#[must_use]
pub fn adjustment(table: &Timetable, figures: &Figures) -> Adjustment {
    if table.from > figures.to {
        return Adjustment::TooSoon;
    }
    if figures.registered().get() < FEWEST_HALF_DAYS || figures.minutes_planned == 0 {
        return Adjustment::TooFew { found: figures.registered().get() };
    }
    let attended = 100 * u64::from(figures.minutes_attended);
    let planned = u64::from(figures.minutes_planned);
    let step = if attended >= u64::from(LONGER) * planned {
        longer(table)
    } else if attended < u64::from(SHORTER) * planned {
        shorter(table).map(|(weekday, day)| Adjustment::Shorter(weekday, day))
    } else {
        None
    };
    step.unwrap_or(Adjustment::Stay)
}

const WEEKDAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// The days of known hours.
fn school_days(table: &Timetable) -> impl Iterator<Item = (Weekday, &DayPlan, Spells)> {
    let days = WEEKDAYS.into_iter().zip(&table.days);
    days.filter_map(|(weekday, day)| Some((weekday, day, day.spells()?)))
}

/// The shortest day becomes longer until all are alike; then the first free day is opened, half as long; then the
/// first day becomes longer again.
fn longer(table: &Timetable) -> Option<Adjustment> {
    let shortest = school_days(table).min_by_key(|(.., spells)| spells.minutes())?;
    let longest = school_days(table).map(|(.., spells)| spells.minutes()).max()?;
    let free = WEEKDAYS.into_iter().zip(&table.days).find(|(_, day)| **day == DayPlan::Off);
    let (weekday, day, spells) = shortest;
    if spells.minutes() == longest
        && let Some((weekday, _)) = free
    {
        let half = (longest / 2 / 15 * 15).max(SHORTEST);
        let hours = Hours::lasting(spells.around().from(), half).ok()?;
        let day = DayPlan::Expected { hours: Some(hours.into()), blocks: alloc::vec![] };
        return Some(Adjustment::Longer(weekday, day));
    }
    if spells.minutes() + STEP > LONGEST {
        return None;
    }
    let more = Hours::lasting(spells.around().to(), STEP).ok()?;
    Some(Adjustment::Longer(weekday, day.with(more).ok()?))
}

/// The longest day becomes shorter.
fn shorter(table: &Timetable) -> Option<(Weekday, DayPlan)> {
    let (weekday, day, spells) = school_days(table).max_by_key(|(weekday, _, spells)| {
        (spells.minutes(), core::cmp::Reverse(weekday.num_days_from_monday()))
    })?;
    if spells.minutes() < SHORTEST + STEP {
        return None;
    }
    let end = spells.around().to();
    let from = crate::value::time::TimeOfDay::from_minutes(end.minutes() - STEP).ok()?;
    Some((weekday, day.without(Hours::new(from, end).ok()?).ok()?))
}
