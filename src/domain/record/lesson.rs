//! A lesson of a day in the timetable: a part of it at school, with the block that begins it. The grid copies it whole.

use alloc::vec::Vec;

use crate::record::timetable::{Block, DayPlan};
use crate::value::text::Line;
use crate::value::time::{BadTime, Hours, TimeOfDay};

/// A part of a day at school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its time.
    pub hours: Hours,
    /// The block that begins it; `None` where the timetable has none.
    pub what: Option<Line>,
}

impl Lesson {
    /// The same lesson a number of minutes later, or earlier if it is negative.
    ///
    /// # Errors
    /// [`BadTime`] outside the day.
    pub fn later(&self, minutes: i32) -> Result<Self, BadTime> {
        let from = u16::try_from(i32::from(self.hours.from().minutes()) + minutes).map_err(|_| BadTime)?;
        let hours = Hours::lasting(TimeOfDay::from_minutes(from)?, self.hours.minutes())?;
        Ok(Self { hours, what: self.what.clone() })
    }
}

impl DayPlan {
    /// The lesson that goes on in a span: from its block to the next one or to the end of the spell. Before the first
    /// block of a spell it begins with the spell. A block that begins in the span comes before one that goes on; `None`
    /// without school in the span.
    #[must_use]
    pub fn lesson(&self, span: Hours) -> Option<Lesson> {
        let spells = self.spells()?;
        let spell = spells.iter().find(|spell| spell.shared_minutes(span) > 0)?;
        let inside: Vec<&Block> =
            self.blocks().iter().filter(|b| spell.from() <= b.at && b.at < spell.to()).collect();
        let begins = inside.iter().find(|b| span.from() <= b.at && b.at < span.to());
        let block = begins.or_else(|| inside.iter().rfind(|b| b.at <= span.from()));
        let from = block.map_or(spell.from(), |b| b.at);
        let to = inside.iter().map(|b| b.at).find(|at| *at > from).unwrap_or(spell.to());
        let hours = Hours::new(from, to).ok()?;
        Some(Lesson { hours, what: block.map(|b| b.what.clone()) })
    }

    /// The day with a lesson in its time, in place of the blocks there. What went on there goes on after it.
    ///
    /// # Errors
    /// [`BadTime`] when that makes three spells.
    pub fn with_lesson(&self, lesson: &Lesson) -> Result<Self, BadTime> {
        let Lesson { hours, what } = lesson;
        let end = hours.to();
        let spell = self.spells().and_then(|all| all.iter().find(|s| s.from() <= end && end < s.to()));
        let going_on = spell.and_then(|s| self.blocks().iter().rfind(|b| s.from() <= b.at && b.at <= end));
        let day = self.with(*hours)?.saying(*hours, None);
        let Self::Expected { hours: spells, mut blocks } = day else { return Ok(day) };
        blocks.extend(what.clone().map(|what| Block { at: hours.from(), what }));
        blocks.extend(going_on.map(|block| Block { at: end, what: block.what.clone() }));
        blocks.sort_by_key(|b| b.at);
        blocks.dedup_by_key(|b| b.at);
        Ok(Self::Expected { hours: spells, blocks })
    }
}
