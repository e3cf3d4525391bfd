//! From which day the records of a child may be erased.
//!
//! A child is erased as a whole, with all its cases: a later case continues the earlier ones.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::record::case::{Case, Standing};
use crate::record::retention::Retention;
use crate::value::id::ChildId;
use crate::value::programme_code::ProgrammeCode;

/// A case as far as keeping it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The child.
    pub child: ChildId,
    /// The programme.
    pub programme: ProgrammeCode,
    /// The first day after the case; `None` while it is open.
    pub ended: Option<NaiveDate>,
}

impl From<&Case> for Kept {
    fn from(case: &Case) -> Self {
        let ended = match &case.standing {
            Standing::Closed { closing, .. } => Some(closing.on),
            Standing::Declined { on } => Some(*on),
            Standing::Referral | Standing::Waiting { .. } | Standing::Seated { .. } => None,
        };
        Self { child: case.child, programme: case.programme.clone(), ended }
    }
}

/// The first day after so many whole years: closed on 20 October 2026, kept five years, 20 October 2031. After 29 February
/// it is 1 March in a year without that day.
#[must_use]
pub fn after_years(ended: NaiveDate, years: u8) -> NaiveDate {
    let year = ended.year() + i32::from(years);
    ended.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1)).unwrap_or(NaiveDate::MAX)
}

/// The first day on which a child with these cases may be erased; `None` while one of them is open, or without any.
#[must_use]
pub fn erasable_from<'k>(
    cases: impl IntoIterator<Item = &'k Kept>,
    retention: &Retention,
) -> Option<NaiveDate> {
    let from = |kept: &Kept| Some(after_years(kept.ended?, retention.years_of(&kept.programme)));
    let days: Option<Vec<NaiveDate>> = cases.into_iter().map(from).collect();
    days?.into_iter().max()
}

/// The children that are kept no longer on a day, each with the first day on which it might have been erased, longest ago
/// first.
#[must_use]
pub fn past_retention(cases: &[Kept], retention: &Retention, today: NaiveDate) -> Vec<(NaiveDate, ChildId)> {
    let mut of: BTreeMap<ChildId, Vec<&Kept>> = BTreeMap::new();
    for kept in cases {
        of.entry(kept.child).or_default().push(kept);
    }
    let from = |(child, cases): (ChildId, Vec<&Kept>)| Some((erasable_from(cases, retention)?, child));
    let mut past: Vec<(NaiveDate, ChildId)> =
        of.into_iter().filter_map(from).filter(|(day, _)| *day <= today).collect();
    past.sort_unstable();
    past
}
