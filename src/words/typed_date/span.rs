//! Spans of dates: `man-fre`, `24.11-28.11`, `24-28.11`, `uge 48`, `uge 48-50`, `i dag - fre`, or one date.

use chrono::{Datelike, NaiveDate, Weekday};

use super::expression::{Expression, Meaning, expression};
use super::tokens::{Token, is_until};
use super::{DateProblem, Lean, pieces, resolve};
use crate::words::{Lang, dates};

/// A span of dates, both ends included; `from` is never after `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateSpan {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// The span a text means, seen from `today`. One date is a span of a day; a week is its Monday to Friday.
///
/// With [`Lean::Past`] the start is the latest not after today. With [`Lean::Future`] a weekday starts not before
/// today, and dates or weeks end not before today, so a span under way can still be written. The other end is the
/// nearest that fits.
///
/// # Errors
/// What is wrong, as data.
pub fn parse_span(text: &str, today: NaiveDate, lean: Lean, lang: Lang) -> Result<DateSpan, DateProblem> {
    let (said, pieces) = pieces(text)?;
    let whole = expression(&pieces, &said, today, lang).and_then(|one| between(one, one, today, lean, &said));
    let mut problem = match whole {
        Ok(span) => return Ok(span),
        Err(problem) => problem,
    };
    let mut found: Option<DateSpan> = None;
    for at in (1..pieces.len()).filter(|at| is_until(&pieces[*at], lang)) {
        match split(&pieces[..at], &pieces[at + 1..], &said, today, lean, lang) {
            Ok(span) => match found {
                Some(other) if other != span => {
                    let written = |span: DateSpan| dates::span(lang, span.from, span.to);
                    return Err(DateProblem::Ambiguous {
                        text: said,
                        first: written(other),
                        second: written(span),
                    });
                }
                _ => found = Some(span),
            },
            // Both ends could be read, so this says more than that the whole could not.
            Err(DateProblem::NotUnderstood) => {}
            Err(other) => problem = other,
        }
    }
    found.ok_or(problem)
}

fn split(
    from: &[Token],
    to: &[Token],
    text: &str,
    today: NaiveDate,
    lean: Lean,
    lang: Lang,
) -> Result<DateSpan, DateProblem> {
    let (from, to) = (expression(from, text, today, lang), expression(to, text, today, lang));
    // An end that can't be read at all means that this was not the place to split.
    let (mut from, mut to) = match (from, to) {
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
    between(from, to, today, lean, text)
}

/// The span from one to the other.
fn between(
    from: Expression,
    to: Expression,
    today: NaiveDate,
    lean: Lean,
    text: &str,
) -> Result<DateSpan, DateProblem> {
    let start = |anchor, lean| resolve(from, anchor, lean, text);
    let end = |anchor, lean| resolve(last_day(to), anchor, lean, text);
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
    if from <= to { Ok(DateSpan { from, to }) } else { Err(DateProblem::Backwards { from, to }) }
}

/// As the last day of a span, a whole week is its Friday.
fn last_day(to: Expression) -> Expression {
    match to.meaning {
        Meaning::Week { week, weekday: None } => {
            Expression { meaning: Meaning::Week { week, weekday: Some(Weekday::Fri) }, ..to }
        }
        _ => to,
    }
}
