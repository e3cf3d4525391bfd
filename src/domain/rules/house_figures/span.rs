//! The periods that a house is counted over.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::rules::quarter::Quarter;
use crate::value::code::coded;
use crate::value::school_year::SchoolYear;

coded! {
    "span kind"
    /// The kinds of period.
    pub enum SpanKind {
        /// A calendar month.
        Month = "month",
        /// A calendar quarter, as the meter of unlawful absence has it.
        Quarter = "quarter",
        /// A school year, 1 August to 31 July.
        SchoolYear = "school-year",
        /// Three school years, for groups that are too small in one. Source: our own.
        ThreeYears = "three-years",
    }
}

/// A period, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The kind; `None` if its days were chosen freely.
    pub kind: Option<SpanKind>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, not before the first.
    pub to: NaiveDate,
}

impl Span {
    /// The period of a kind that a date lies in. Three years end with the school year of the date.
    #[must_use]
    pub fn around(kind: SpanKind, date: NaiveDate) -> Self {
        let (from, to) = match kind {
            SpanKind::Month => {
                let first = date.with_day(1).unwrap_or(date);
                (first, last_before(first, 1))
            }
            SpanKind::Quarter => (Quarter::of(date).first_day(), Quarter::of(date).last_day()),
            SpanKind::SchoolYear => (SchoolYear::of(date).first_day(), SchoolYear::of(date).last_day()),
            SpanKind::ThreeYears => {
                let last = SchoolYear::of(date);
                let first = SchoolYear::from_starting(last.starting().saturating_sub(2));
                (first.first_day(), last.last_day())
            }
        };
        Self { kind: Some(kind), from, to }
    }

    /// Days chosen freely; `None` if they run backward.
    #[must_use]
    pub fn free(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to).then_some(Self { kind: None, from, to })
    }

    /// The period of the same kind before it; three years move by one. A free one moves by its length.
    #[must_use]
    pub fn before(self) -> Self {
        match self.kind {
            Some(SpanKind::ThreeYears) => self.moved_by_year(-1),
            Some(kind) => Self::around(kind, self.from.pred_opt().unwrap_or(self.from)),
            None => {
                let length = Days::new(u64::from(self.days_through(self.to).1));
                let moved = |date: NaiveDate| date.checked_sub_days(length).unwrap_or(date);
                Self { kind: None, from: moved(self.from), to: moved(self.to) }
            }
        }
    }

    /// The period of the same kind after it; three years move by one. A free one moves by its length.
    #[must_use]
    pub fn after(self) -> Self {
        match self.kind {
            Some(SpanKind::ThreeYears) => self.moved_by_year(1),
            Some(kind) => Self::around(kind, self.to.succ_opt().unwrap_or(self.to)),
            None => {
                let length = Days::new(u64::from(self.days_through(self.to).1));
                let moved = |date: NaiveDate| date.checked_add_days(length).unwrap_or(date);
                Self { kind: None, from: moved(self.from), to: moved(self.to) }
            }
        }
    }

    fn moved_by_year(self, years: i32) -> Self {
        let last = SchoolYear::of(self.to);
        Self::around(
            SpanKind::ThreeYears,
            SchoolYear::from_starting(last.starting().saturating_add(years)).last_day(),
        )
    }

    /// The first day with the number of days up to and including a date; none if it begins after it.
    #[must_use]
    pub fn days_through(self, through: NaiveDate) -> (NaiveDate, u32) {
        let days = through.signed_duration_since(self.from).num_days() + 1;
        (self.from, u32::try_from(days).unwrap_or(0))
    }
}

/// The last day of so many months that begin on a date.
fn last_before(first: NaiveDate, months: u32) -> NaiveDate {
    first.checked_add_months(Months::new(months)).and_then(|d| d.pred_opt()).unwrap_or(first)
}

/// Whether a date lies from one day to another, both included.
pub(super) fn within(date: NaiveDate, from: NaiveDate, to: NaiveDate) -> bool {
    from <= date && date <= to
}

/// The days from one date to a later one.
pub(super) fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}
