//! Parses spans of dates: `man-fre`, `24-28.11`, `uge 48-50`, `i dag - fre`, `fra 1.11 til 15.11`, `november`,
//! `sidste uge`, or one date.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::expression::{Expression, Meaning, Written, expression};
use super::tokens::{Token, is_from, is_until};
use super::{DateProblem, Lean, last_of_month, pieces, resolve, within_reach};
use crate::{Lang, dates};

/// A span of dates, both ends included; `from` is never after `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateSpan {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// Which days a span counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counting {
    /// School days, for an absence: a week is Monday to Friday, and both ends must be given.
    SchoolDays,
    /// Every day, for the log: a week is Monday to Sunday, and a span without an end runs until today: `1.9-`,
    /// `siden man`.
    EveryDay,
}

impl Counting {
    fn last_of_week(self) -> Weekday {
        match self {
            Self::SchoolDays => Weekday::Fri,
            Self::EveryDay => Weekday::Sun,
        }
    }
}

/// Parses a span, relative to `today`. One date is a span of one day; a week or month is all of its counted days.
///
/// An absence without a year must start within [`REACH`](super::REACH) days; a log search has no such limit. With
/// [`Lean::Past`] the start is the latest date not after today. With [`Lean::Future`] a weekday is not before
/// today, while dates, weeks and months may have started if they end today or later, so an absence in progress can
/// still be entered. The other end is the nearest date that fits.
pub fn parse_span(
    text: &str,
    today: NaiveDate,
    lean: Lean,
    counting: Counting,
    lang: Lang,
) -> Result<DateSpan, DateProblem> {
    let (said, pieces) = pieces(text)?;
    let spans = Spans { said, today, lean, counting, lang };
    let (from_on, pieces) = match pieces.split_first() {
        Some((first, rest)) if is_from(first, lang) => (true, rest),
        _ => (false, pieces.as_slice()),
    };
    let closed = if from_on { spans.two_ends(pieces) } else { spans.closed(pieces) };
    match (closed, pieces.split_last()) {
        (Err(DateProblem::NotUnderstood), Some((last, start))) if counting == Counting::EveryDay => {
            if is_until(last, lang) {
                spans.until_today(start)
            } else if from_on {
                spans.until_today(pieces)
            } else {
                Err(DateProblem::NotUnderstood)
            }
        }
        (closed, _) => closed,
    }
}

/// The settings a span is parsed with.
struct Spans {
    /// What was typed, for errors.
    said: String,
    today: NaiveDate,
    lean: Lean,
    counting: Counting,
    lang: Lang,
}

impl Spans {
    fn one(&self, pieces: &[Token]) -> Result<Expression, DateProblem> {
        expression(pieces, Written::InSpan, &self.said, self.today, self.lang)
    }

    /// Parses one date, week or month, or two with a separator.
    fn closed(&self, pieces: &[Token]) -> Result<DateSpan, DateProblem> {
        match self.one(pieces).and_then(|one| self.between(one, one)) {
            Ok(span) => Ok(span),
            Err(problem) => match self.two_ends(pieces) {
                Err(DateProblem::NotUnderstood) => Err(problem),
                two => two,
            },
        }
    }

    /// Parses two ends, trying every separator.
    fn two_ends(&self, pieces: &[Token]) -> Result<DateSpan, DateProblem> {
        let mut problem = DateProblem::NotUnderstood;
        let mut found: Option<DateSpan> = None;
        for at in (1..pieces.len()).filter(|at| is_until(&pieces[*at], self.lang)) {
            match self.split(&pieces[..at], &pieces[at + 1..]) {
                Ok(span) => match found {
                    Some(other) if other != span => {
                        let written = |span: DateSpan| dates::span(self.lang, span.from, span.to);
                        let (first, second) = (written(other), written(span));
                        return Err(DateProblem::Ambiguous { text: self.said.clone(), first, second });
                    }
                    _ => found = Some(span),
                },
                // Both ends could be read, so this error says more than the error for the whole text.
                Err(DateProblem::NotUnderstood) => {}
                Err(other) => problem = other,
            }
        }
        found.ok_or(problem)
    }

    /// Parses a start, and ends the span today.
    fn until_today(&self, pieces: &[Token]) -> Result<DateSpan, DateProblem> {
        let start = first_day(self.one(pieces)?);
        let (from, to) = (resolve(start, self.today, self.lean, &self.said)?, self.today);
        if from <= to { Ok(DateSpan { from, to }) } else { Err(DateProblem::Backwards { from, to }) }
    }

    fn split(&self, from: &[Token], to: &[Token]) -> Result<DateSpan, DateProblem> {
        // If an end can't be read at all, this was the wrong place to split.
        let (mut from, mut to) = match (self.one(from), self.one(to)) {
            (Err(DateProblem::NotUnderstood), _) | (_, Err(DateProblem::NotUnderstood)) => {
                return Err(DateProblem::NotUnderstood);
            }
            (from, to) => (from?, to?),
        };
        match (from.meaning, to.meaning) {
            (Meaning::Number(first), Meaning::DayMonth { day, month }) if first <= day => {
                from.meaning = Meaning::DayMonth { day: first, month };
            }
            (Meaning::Number(first), Meaning::Fixed(last)) => {
                from.meaning = Meaning::Fixed(last.with_day(first).ok_or(DateProblem::NotUnderstood)?);
            }
            (Meaning::Week { weekday: None, .. }, Meaning::Number(week)) if (1..=53).contains(&week) => {
                to.meaning = Meaning::Week { week, weekday: None };
            }
            _ => {}
        }
        self.between(from, to)
    }

    /// Builds the span between two ends.
    fn between(&self, from: Expression, to: Expression) -> Result<DateSpan, DateProblem> {
        let (from, to) = (first_day(from), last_day(to, self.counting));
        let said = (from, to);
        let (today, lean) = (self.today, self.lean);
        let start = |anchor, lean| resolve(from, anchor, lean, &self.said);
        let end = |anchor, lean| resolve(to, anchor, lean, &self.said);
        let fixed = |one: Expression| matches!(one.meaning, Meaning::Fixed(_));
        let from_start = |start: NaiveDate| Ok((start, end(start, Lean::Future)?));
        let from_end = |end: NaiveDate| Ok((start(end, Lean::Past)?, end));
        let (from, to) = if fixed(from) {
            from_start(start(today, lean)?)
        } else if fixed(to) {
            from_end(end(today, lean)?)
        } else if lean == Lean::Past || matches!(from.meaning, Meaning::Weekday(_)) {
            from_start(start(today, lean)?)
        } else {
            from_end(end(today, lean)?)
        }?;
        if from > to {
            return Err(DateProblem::Backwards { from, to });
        }
        self.taken(DateSpan { from, to }, said)
    }

    /// An absence is written to the record, so its nearer end must be within reach if neither end has a year.
    fn taken(&self, span: DateSpan, (from, to): (Expression, Expression)) -> Result<DateSpan, DateProblem> {
        let open = from.meaning.lacks_year() && to.meaning.lacks_year();
        if self.counting == Counting::SchoolDays && open {
            let nearer = if span.to < self.today { span.to } else { span.from };
            within_reach(nearer, from, self.today, self.lean)?;
        }
        Ok(span)
    }
}

/// A whole month as the start of a span means its first day.
fn first_day(from: Expression) -> Expression {
    let meaning = match from.meaning {
        Meaning::Month { month, year: None } => Meaning::DayMonth { day: 1, month },
        Meaning::Month { month, year: Some(year) } => {
            NaiveDate::from_ymd_opt(year, month, 1).map_or(from.meaning, Meaning::Fixed)
        }
        Meaning::WeekOf(monday) => Meaning::Fixed(monday),
        other => other,
    };
    Expression { meaning, ..from }
}

/// A whole week as the end of a span means its last counted day.
fn last_day(to: Expression, counting: Counting) -> Expression {
    let last = counting.last_of_week();
    let meaning = match to.meaning {
        Meaning::Week { week, weekday: None } => Meaning::Week { week, weekday: Some(last) },
        Meaning::WeekOf(monday) => {
            let days = Days::new(u64::from(last.num_days_from_monday()));
            monday.checked_add_days(days).map_or(to.meaning, Meaning::Fixed)
        }
        Meaning::Month { month, year: None } => Meaning::MonthEnd(month),
        Meaning::Month { month, year: Some(year) } => {
            last_of_month(year, month).map_or(to.meaning, Meaning::Fixed)
        }
        other => other,
    };
    Expression { meaning, ..to }
}
