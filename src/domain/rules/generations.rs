//! Generations: which of the backups of a house stay when a new one has been made.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::str::FromStr;

use chrono::{Datelike, NaiveDateTime};

/// How many generations stay. The newest backup always stays. Source: our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generations {
    /// The last days with a backup of which the newest one stays.
    pub days: usize,
    /// The last ISO weeks, in the same way.
    pub weeks: usize,
    /// The last months, in the same way.
    pub months: usize,
}

impl Generations {
    /// Seven days, four weeks and twelve months.
    pub const USUAL: Self = Self { days: 7, weeks: 4, months: 12 };

    /// The times of the backups that stay, newest first.
    #[must_use]
    pub fn kept(self, taken: &[NaiveDateTime]) -> Vec<NaiveDateTime> {
        let mut newest_first = taken.to_vec();
        newest_first.sort_unstable_by(|a, b| b.cmp(a));
        newest_first.dedup();
        let mut kept: BTreeSet<NaiveDateTime> = newest_first.first().copied().into_iter().collect();
        kept.extend(newest_of(&newest_first, self.days, |at| (at.year(), at.ordinal())));
        kept.extend(newest_of(&newest_first, self.weeks, |at| (at.iso_week().year(), at.iso_week().week())));
        kept.extend(newest_of(&newest_first, self.months, |at| (at.year(), at.month())));
        kept.into_iter().rev().collect()
    }
}

/// The newest backup of each of the last `count` spans that have one.
fn newest_of<S: PartialEq>(
    newest_first: &[NaiveDateTime],
    count: usize,
    span: impl Fn(&NaiveDateTime) -> S,
) -> Vec<NaiveDateTime> {
    let mut spans: Vec<S> = Vec::new();
    let mut newest = Vec::new();
    for at in newest_first {
        let of = span(at);
        if !spans.contains(&of) {
            if spans.len() == count {
                break;
            }
            spans.push(of);
            newest.push(*at);
        }
    }
    newest
}

/// A text that does not say how many generations stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("days, weeks and months, such as 7,4,12")]
pub struct BadGenerations;

/// Reads three numbers from 0 to 999, such as `7,4,12`.
impl FromStr for Generations {
    type Err = BadGenerations;

    fn from_str(text: &str) -> Result<Self, BadGenerations> {
        let numbers: Vec<usize> = text
            .split(',')
            .map(|part| part.trim().parse().ok().filter(|n| *n < 1000).ok_or(BadGenerations))
            .collect::<Result<_, _>>()?;
        match *numbers.as_slice() {
            [days, weeks, months] => Ok(Self { days, weeks, months }),
            _ => Err(BadGenerations),
        }
    }
}
