//! Headings that are days: with a date, without a year, or by their number in a month.

use chrono::{NaiveDate, Weekday};

use super::merged::Merged;
use super::month_name::MonthNamed;
use super::table::{Row, WIDEST};
use super::value;
use trivsel_words::Lang;
use trivsel_words::text::clean_line;
use trivsel_words::typed_date::{DateProblem, Lean, parse_date, typed_week, weekday_of};

/// The fewest numbers beside each other that are days of a month, and the fewest days that make a row one of headings.
pub(super) const DAYS: usize = 3;

/// The longest heading that can be a day, in bytes.
const LONGEST: usize = 80;

/// The days of the longest month.
const LONGEST_MONTH: u32 = 31;

/// The first letters of the weekdays, from Monday, in Danish and English.
const INITIALS: [[char; 7]; 2] = [['m', 't', 'o', 't', 'f', 'l', 's'], ['m', 't', 'w', 't', 'f', 's', 's']];

/// The weekdays, from Monday.
const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// A heading that is a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayHead {
    On(NaiveDate),
    /// A day and month without a year.
    Open,
    /// The number of a day in a month that stands elsewhere.
    OfMonth {
        day: u32,
        month: Option<MonthNamed>,
    },
    /// Written like a day, but there is none such.
    Wrong,
}

/// A column that is a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DayColumn {
    pub at: usize,
    /// Its heading.
    pub name: String,
    pub head: DayHead,
    /// The weekday that stands with the number of a day.
    pub weekday: Option<Weekday>,
}

impl DayColumn {
    /// The day's number in its month, if that is all the heading says.
    pub fn number(&self) -> Option<u32> {
        match self.head {
            DayHead::OfMonth { day, .. } => Some(day),
            DayHead::On(_) | DayHead::Open | DayHead::Wrong => None,
        }
    }
}

/// Reads a heading as a day: `16-11-2026`, `man 16/11`, `1.9.26`. A week, a bare number or a phrase is none.
pub(super) fn day_head(text: &str) -> Option<DayHead> {
    let text = value::without_midnight(text.trim());
    let (word, number) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    // A weekday of three letters is no month.
    let month_named = letters >= 3 && number_head(text).is_none();
    let dated = numbers >= 2 || numbers == 1 && month_named;
    if !dated || text.starts_with(['+', '-']) || typed_week(&[word.trim(), number.trim()], Lang::En).is_some()
    {
        return None;
    }
    let [one, other] = value::SEEN_FROM.map(|today| parse_date(text, today, Lean::Past, Lang::En));
    match (one, other) {
        (Err(DateProblem::NotUnderstood | DateProblem::Empty), _) => None,
        (Ok(one), Ok(other)) if one == other => Some(DayHead::On(one)),
        (one, other) if one == other => Some(DayHead::Wrong),
        _ => Some(DayHead::Open),
    }
}

/// Reads a heading as the number of a day, with its weekday where it has one: `3`, `03.`, `ma 3`, `man. 3.`, `3 ma`.
fn number_head(text: &str) -> Option<(u32, Option<Weekday>)> {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (one, other) = (words.next()?, words.next());
    if words.next().is_some() || text.starts_with(['+', '-']) || text.contains(['%', ',']) {
        return None;
    }
    let number = |word: &str| {
        let digits = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| word.parse().ok()).flatten().filter(|day| (1..=LONGEST_MONTH).contains(day))
    };
    let weekday = |word: &str| weekday_of(word, Lang::En);
    match other {
        None => number(one).map(|day| (day, None)),
        Some(other) => match number(other) {
            Some(day) => weekday(one).map(|weekday| (day, Some(weekday))),
            None => Some((number(one)?, Some(weekday(other)?))),
        },
    }
}

/// The columns whose headings are days. A heading over several columns is one of each.
pub(super) fn day_columns(row: &Row, merged: &[Merged]) -> Vec<DayColumn> {
    let day = |at: usize, cell: &String| {
        let name = clean_line(cell.trim());
        day_head(&name).map(|head| DayColumn { at, name, head, weekday: None })
    };
    let cells = short_cells(row);
    let mut days: Vec<DayColumn> = cells.filter_map(|(at, cell)| day(at, cell)).collect();
    if days.iter().all(|day| day.head == DayHead::Wrong) {
        days.clear();
    }
    days.extend(numbers(row));
    let over = |merged: &&Merged| (merged.first.0..=merged.last.0).contains(&row.line);
    for merged in merged.iter().filter(over) {
        let Some(day) = days.iter().find(|day| day.at == merged.first.1).cloned() else { continue };
        let covered = (merged.first.1 + 1..=merged.last.1).filter(|at| *at < WIDEST && !row.has(*at));
        days.extend(covered.map(|at| DayColumn { at, ..day.clone() }));
    }
    days.sort_by_key(|day| day.at);
    days
}

/// The cells that are no longer than a day is written.
fn short_cells(row: &Row) -> impl Iterator<Item = (usize, &String)> {
    let cells = row.cells.iter().take(WIDEST).enumerate();
    cells.filter(|(_, cell)| !cell.is_empty() && cell.len() <= LONGEST)
}

/// The columns whose headings are the days of a month by their numbers: at least three, one after the other.
fn numbers(row: &Row) -> Vec<DayColumn> {
    let cells = short_cells(row);
    let number = |(at, cell): (usize, &String)| {
        let name = clean_line(cell.trim());
        let (day, weekday) = number_head(&name)?;
        Some(DayColumn { at, name, head: DayHead::OfMonth { day, month: None }, weekday })
    };
    let found: Vec<DayColumn> = cells.filter_map(number).collect();
    let long = |run: &&[DayColumn]| {
        let steps = run.windows(2).filter(|two| two[0].number() != two[1].number()).count();
        steps + 1 >= DAYS
    };
    runs(&found).into_iter().filter(long).flatten().cloned().collect()
}

/// The days of each month: the numbers begin again where the next month does.
pub(super) fn runs(numbers: &[DayColumn]) -> Vec<&[DayColumn]> {
    numbers.chunk_by(|one, next| one.number() <= next.number()).collect()
}

/// Whether a row has cells only where the days are.
pub(super) fn is_of_days(row: &Row, days: &[DayColumn]) -> bool {
    row.own().all(|at| days.iter().any(|day| day.at == at))
}

/// What a row says of the days above or below it, if it says nothing else: the weekday of each, where it is clear.
pub(super) fn weekdays(row: &Row, days: &[DayColumn]) -> Option<Vec<(usize, Option<Weekday>)>> {
    let mut cells = Vec::new();
    for day in days.iter().filter(|day| row.has(day.at) && !row.from_above.contains(&day.at)) {
        cells.push((day, clean_line(&row.cells[day.at]).trim().trim_end_matches('.').to_lowercase()));
    }
    let named = |(day, word): &(&DayColumn, String)| Some((day.at, Some(weekday_of(word, Lang::En)?)));
    if let Some(named) = cells.iter().map(named).collect::<Option<Vec<_>>>() {
        return (!named.is_empty()).then_some(named);
    }
    // Each month begins on a weekday of its own.
    let months = cells.chunk_by(|(one, _), (next, _)| one.number() <= next.number());
    let letters = months.map(letters).collect::<Option<Vec<_>>>()?;
    let letters: Vec<_> = letters.concat();
    (!letters.is_empty()).then_some(letters)
}

/// The weekdays of single letters, if they follow each other as those of a month do.
fn letters(cells: &[(&DayColumn, String)]) -> Option<Vec<(usize, Option<Weekday>)>> {
    let place = |day: u32, first: usize| (usize::try_from(day).unwrap_or_default() + first) % 7;
    let fits = |first: usize, initials: &[char; 7]| {
        cells.iter().all(|(day, word)| {
            let mut letters = word.chars();
            let letter = letters.next().filter(|_| letters.next().is_none());
            day.number().is_some_and(|number| letter == Some(initials[place(number, first)]))
        })
    };
    let firsts = (0..7).filter(|first| INITIALS.iter().any(|initials| fits(*first, initials)));
    let firsts: Vec<usize> = firsts.collect();
    if cells.len() < DAYS || firsts.is_empty() {
        return None;
    }
    let weekday = |day: &DayColumn| match firsts.as_slice() {
        [first] => day.number().map(|number| WEEK[place(number, *first)]),
        _ => None,
    };
    Some(cells.iter().map(|(day, _)| (day.at, weekday(day))).collect())
}
