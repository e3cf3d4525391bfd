//! Closures of the school, and the rules that give their days as data.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::code::coded;
use crate::value::holiday::easter;
use crate::value::id::{AnyKey, ClosureId};
use crate::value::school_year::SchoolYear;
use crate::value::text::Line;

coded! {
    "closure"
    /// The kinds of closure.
    pub enum ClosureKind {
        /// Sommerferie.
        Summer = "summer",
        /// Efterårsferie.
        Autumn = "autumn",
        /// Juleferie.
        Christmas = "christmas",
        /// Vinterferie.
        Winter = "winter",
        /// Grundlovsdag.
        ConstitutionDay = "constitution-day",
        /// Juleaftensdag.
        ChristmasEve = "christmas-eve",
        /// Nytårsaftensdag.
        NewYearsEve = "new-years-eve",
        /// Påskeferie: the days before Maundy Thursday.
        Easter = "easter",
        /// Dagen efter Kristi himmelfart.
        AfterAscension = "after-ascension",
        /// The house's own closing day (lukkedag).
        Local = "local",
    }
}

impl ClosureKind {
    /// The school year that a closure of this kind on a date belongs to. The summer holiday ends a school year, also
    /// with its days in August.
    #[must_use]
    pub fn school_year(self, date: NaiveDate) -> SchoolYear {
        match self {
            Self::Summer => SchoolYear::from_starting(date.year().saturating_sub(1)),
            _ => SchoolYear::of(date),
        }
    }
}

/// The rule that gives the days of a closure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum ClosureRule {
    /// One ISO week of every year.
    Week {
        /// The week number, 1 to 53.
        week: u32,
    },
    /// The same days of every year, both included; may run over New Year.
    Yearly {
        /// First month and day.
        from: MonthDay,
        /// Last month and day.
        to: MonthDay,
    },
    /// A number of days from Easter Day.
    Easter {
        /// Days after Easter Day, −60 to 120.
        offset: i64,
    },
    /// From the last Saturday of June until the day before the second Monday of August.
    /// The law sets the start; the end is the usual one.
    Summer,
    /// These dates once, both included.
    Dates {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
}

/// A day of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MonthDay {
    /// The month, 1 to 12.
    pub month: u32,
    /// The day of the month, 1 to 31.
    pub day: u32,
}

/// A rule that gives no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a closure names an ISO week 1 to 53, days that exist, or dates that run forward")]
pub struct ClosureProblem;

impl ClosureRule {
    /// Returns the rule if it can give a day.
    ///
    /// # Errors
    /// [`ClosureProblem`] when it gives none.
    pub fn checked(self) -> Result<Self, ClosureProblem> {
        let exists = |d: MonthDay| NaiveDate::from_ymd_opt(2024, d.month, d.day).is_some();
        let sound = match self {
            Self::Week { week } => (1..=53).contains(&week),
            Self::Yearly { from, to } => exists(from) && exists(to),
            Self::Easter { offset } => (-60..=120).contains(&offset),
            Self::Summer => true,
            Self::Dates { from, to } => from <= to,
        };
        if sound { Ok(self) } else { Err(ClosureProblem) }
    }

    /// Whether it gives days in every year, not once.
    #[must_use]
    pub fn is_yearly(&self) -> bool {
        !matches!(self, Self::Dates { .. })
    }

    /// Whether the rule covers a date.
    #[must_use]
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.covers_day(&Dated::of(date))
    }

    /// [`Self::covers`], for a date that many rules are asked about.
    pub(crate) fn covers_day(&self, dated: &Dated) -> bool {
        let Dated { date, day, week: of_year } = *dated;
        match *self {
            Self::Week { week } => of_year == week,
            Self::Yearly { from, to } => {
                if from <= to {
                    from <= day && day <= to
                } else {
                    from <= day || day <= to
                }
            }
            // A frame asks about hundreds of dates, and few of them are near an Easter.
            Self::Easter { offset } => {
                let days_from_21_march = i64::from(date.ordinal()) - 80;
                (offset..=offset + 36).contains(&days_from_21_march)
                    && easter(date.year()).is_some_and(|e| date.signed_duration_since(e).num_days() == offset)
            }
            Self::Summer => match day.month {
                6 => last_saturday_of_june(date.year()).is_some_and(|first| date >= first),
                7 => true,
                8 => NaiveDate::from_weekday_of_month_opt(date.year(), 8, Weekday::Mon, 2)
                    .is_some_and(|back| date < back),
                _ => false,
            },
            Self::Dates { from, to } => from <= date && date <= to,
        }
    }
}

/// A date with what the rules look at.
pub(crate) struct Dated {
    date: NaiveDate,
    day: MonthDay,
    week: u32,
}

impl Dated {
    pub(crate) fn of(date: NaiveDate) -> Self {
        Self { date, day: MonthDay { month: date.month(), day: date.day() }, week: date.iso_week().week() }
    }
}

fn last_saturday_of_june(year: i32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, 6, 30)?;
    last.checked_sub_days(Days::new(u64::from((last.weekday().num_days_from_sunday() + 1) % 7)))
}

/// A closure of the school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// Its identity.
    pub id: ClosureId,
    /// The kind of closure.
    pub kind: ClosureKind,
    /// A name of its own, if the kind is not enough.
    pub name: Option<Line>,
    /// The rule that gives its days.
    pub rule: ClosureRule,
}

impl Record for Closure {
    type Key = ClosureId;

    fn key(&self) -> ClosureId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        None
    }
}
