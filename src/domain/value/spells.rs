//! The spells of a school day: one span of time, or two with time between them.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::value::time::{BadTime, Hours, TimeOfDay};

/// One or two spans of a day, in order, with at least a minute between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "RawSpells", into = "RawSpells")]
pub struct Spells {
    first: Hours,
    second: Option<Hours>,
}

/// A day with one spell is stored as its hours alone.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSpells {
    from: TimeOfDay,
    to: TimeOfDay,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    then: Option<Hours>,
}

impl Spells {
    /// Makes a day of one spell, or of two.
    ///
    /// # Errors
    /// [`BadTime`] when the second does not begin after the first ends.
    pub fn new(first: Hours, second: Option<Hours>) -> Result<Self, BadTime> {
        if second.is_none_or(|second| first.to() < second.from()) {
            Ok(Self { first, second })
        } else {
            Err(BadTime)
        }
    }

    /// The spells, earliest first.
    pub fn iter(self) -> impl Iterator<Item = Hours> {
        core::iter::once(self.first).chain(self.second)
    }

    /// The time from the first start to the last end.
    #[must_use]
    pub fn around(self) -> Hours {
        let to = self.second.map_or(self.first.to(), Hours::to);
        Hours::new(self.first.from(), to).unwrap_or(self.first)
    }

    /// The length of all spells together in minutes, 1 to 1,439.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.iter().map(Hours::minutes).sum()
    }

    /// The two halves of the day: its two spells, or the halves of its only one.
    #[must_use]
    pub fn halves(self) -> (Hours, Option<Hours>) {
        match self.second {
            Some(second) => (self.first, Some(second)),
            None => self.first.halves(),
        }
    }

    /// Whether a time lies within a spell. Its end does not.
    #[must_use]
    pub fn include(self, at: TimeOfDay) -> bool {
        self.iter().any(|spell| spell.from() <= at && at < spell.to())
    }

    /// The day with a span more. Spells that touch become one.
    ///
    /// # Errors
    /// [`BadTime`] when that makes three spells.
    pub fn with(self, span: Hours) -> Result<Self, BadTime> {
        let mut spans: Vec<Hours> = self.iter().chain([span]).collect();
        spans.sort_by_key(|span| (span.from(), span.to()));
        let mut joined: Vec<Hours> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut().filter(|last| span.from() <= last.to()) {
                Some(last) => *last = Hours::new(last.from(), last.to().max(span.to()))?,
                None => joined.push(span),
            }
        }
        Self::of(&joined)?.ok_or(BadTime)
    }

    /// The day without a span; `None` if nothing is left.
    ///
    /// # Errors
    /// [`BadTime`] when that makes three spells.
    pub fn without(self, span: Hours) -> Result<Option<Self>, BadTime> {
        let rest = self.iter().flat_map(|spell| {
            let before = Hours::new(spell.from(), spell.to().min(span.from())).ok();
            let after = Hours::new(spell.from().max(span.to()), spell.to()).ok();
            before.into_iter().chain(after)
        });
        Self::of(&rest.collect::<Vec<_>>())
    }

    fn of(spans: &[Hours]) -> Result<Option<Self>, BadTime> {
        match spans {
            [] => Ok(None),
            [one] => Self::new(*one, None).map(Some),
            [first, second] => Self::new(*first, Some(*second)).map(Some),
            _ => Err(BadTime),
        }
    }
}

impl From<Hours> for Spells {
    fn from(hours: Hours) -> Self {
        Self { first: hours, second: None }
    }
}

impl TryFrom<RawSpells> for Spells {
    type Error = BadTime;

    fn try_from(raw: RawSpells) -> Result<Self, BadTime> {
        Self::new(Hours::new(raw.from, raw.to)?, raw.then)
    }
}

impl From<Spells> for RawSpells {
    fn from(spells: Spells) -> Self {
        Self { from: spells.first.from(), to: spells.first.to(), then: spells.second }
    }
}
