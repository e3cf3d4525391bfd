//! The grammar of typed dates: turns tokens into an expression, before a year is chosen.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::DateProblem;
use super::reader::Reader;
use super::tokens::{Token, Unit, days_from_today, is_article, is_day, is_week, stretch};
use crate::Lang;

/// The years that may be typed.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// What the text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// One date, independent of the lean.
    Fixed(NaiveDate),
    /// A weekday in some week.
    Weekday(Weekday),
    /// A day and month in some year.
    DayMonth { day: u32, month: u32 },
    /// An ISO week in some year, or one day of it.
    Week { week: u32, weekday: Option<Weekday> },
    /// The week of this Monday, independent of the lean.
    WeekOf(NaiveDate),
    /// A month in a given or an open year. It is a span, not a date.
    Month { month: u32, year: Option<i32> },
    /// The last day of a month in some year.
    MonthEnd(u32),
    /// A bare number, which only makes sense beside the other end of a span: `24-28.11`, `uge 48-50`.
    Number(u32),
}

impl Meaning {
    /// Whether the year is open. A weekday does not count: it is at most a week away.
    pub(super) fn lacks_year(self) -> bool {
        match self {
            Self::DayMonth { .. } | Self::Week { .. } | Self::MonthEnd(_) => true,
            Self::Month { year, .. } => year.is_none(),
            Self::Fixed(_) | Self::Weekday(_) | Self::WeekOf(_) | Self::Number(_) => false,
        }
    }
}

/// Where in the text a date stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// On its own, so `4/3-13` is a day in 2013.
    Alone,
    /// Possibly one end of a span, so a hyphen before two digits separates the ends.
    InSpan,
}

/// The meaning, with the weekday and week that were typed beside it and must agree: `ons 25. nov · uge 48`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Expression {
    pub meaning: Meaning,
    pub weekday: Option<Weekday>,
    pub week: Option<u32>,
}

/// Parses one date. `text` is only used in errors.
pub(super) fn expression(
    pieces: &[Token],
    written: Written,
    text: &str,
    today: NaiveDate,
    lang: Lang,
) -> Result<Expression, DateProblem> {
    let mut reader = Reader { rest: pieces, written, text, lang };
    let read = reader.read(today)?;
    if reader.rest.is_empty() { Ok(read) } else { Err(DateProblem::NotUnderstood) }
}

impl Reader<'_> {
    fn read(&mut self, today: NaiveDate) -> Result<Expression, DateProblem> {
        let plain = |meaning| Ok(Expression { meaning, weekday: None, week: None });
        if let Some(sign @ (Token::Sign('+') | Token::Sign('-'))) = self.rest.first() {
            let ahead = *sign == Token::Sign('+');
            self.rest = &self.rest[1..];
            return plain(Meaning::Fixed(self.counted(today, ahead)?));
        }
        if let Some(date) = self.phrase(today)? {
            return plain(Meaning::Fixed(date));
        }
        if self.rest.len() > 1 && self.word_if(is_article) {
            self.sign('.');
        }
        if let Some(stretch) = self.stretch(today)? {
            return plain(stretch);
        }
        if let Some(week) = self.week()? {
            let weekday = self.weekday()?;
            return plain(Meaning::Week { week, weekday });
        }
        let weekday = self.weekday()?;
        if weekday.is_some() {
            self.sign('.');
            self.sign(',');
        }
        let week = self.week()?;
        match (weekday, week) {
            (Some(day), None) if self.rest.is_empty() => plain(Meaning::Weekday(day)),
            (Some(_), Some(week)) => plain(Meaning::Week { week, weekday }),
            _ => {
                let meaning = self.date()?;
                if weekday.is_some() && matches!(meaning, Meaning::Month { .. }) {
                    return Err(DateProblem::NotUnderstood);
                }
                let week = self.week()?;
                Ok(Expression { meaning, weekday, week })
            }
        }
    }

    /// Parses the rest of `+3`, `-1` or `+2u` after the sign.
    fn counted(&mut self, today: NaiveDate, ahead: bool) -> Result<NaiveDate, DateProblem> {
        let (number, _) = self.number().ok_or(DateProblem::NotUnderstood)?;
        let weeks = self.word_if(is_week);
        if !weeks {
            self.word_if(is_day);
        }
        let days = Days::new(u64::from(number) * if weeks { 7 } else { 1 });
        let date = if ahead { today.checked_add_days(days) } else { today.checked_sub_days(days) };
        date.ok_or_else(|| self.no_such())
    }

    /// Parses a phrase of words only, with or without spaces: `i dag`, `igår`, `day after tomorrow`.
    fn phrase(&mut self, today: NaiveDate) -> Result<Option<NaiveDate>, DateProblem> {
        let days = self.words().and_then(|phrase| days_from_today(&phrase, self.lang));
        let Some(days) = days else { return Ok(None) };
        self.rest = &[];
        today.checked_add_signed(TimeDelta::days(days)).map(Some).ok_or_else(|| self.no_such())
    }

    /// Parses `sidste uge`, `denne måned`.
    fn stretch(&mut self, today: NaiveDate) -> Result<Option<Meaning>, DateProblem> {
        let stretch = self.words().and_then(|phrase| stretch(&phrase, self.lang));
        let Some((unit, away)) = stretch else { return Ok(None) };
        self.rest = &[];
        let meaning = match unit {
            Unit::Week => {
                let monday = i64::from(away) * 7 - i64::from(today.weekday().num_days_from_monday());
                today.checked_add_signed(TimeDelta::days(monday)).map(Meaning::WeekOf)
            }
            Unit::Month => {
                let first = today.with_day(1);
                let months = Months::new(away.unsigned_abs());
                let first = match away {
                    ..0 => first.and_then(|first| first.checked_sub_months(months)),
                    _ => first.and_then(|first| first.checked_add_months(months)),
                };
                first.map(|first| Meaning::Month { month: first.month(), year: Some(first.year()) })
            }
        };
        meaning.map(Some).ok_or_else(|| self.no_such())
    }

    /// The remaining tokens joined, if all of them are words.
    fn words(&self) -> Option<String> {
        let word = |token: &Token| match token {
            Token::Word(word) => Some(word.clone()),
            _ => None,
        };
        self.rest.iter().map(word).collect()
    }

    /// Parses a date with a day, or a whole month.
    fn date(&mut self) -> Result<Meaning, DateProblem> {
        if let Some(month) = self.month()? {
            match *self.rest {
                [] => return Ok(Meaning::Month { month, year: None }),
                [Token::Number { value, digits: 4 }] => {
                    self.rest = &[];
                    // The first exists in every month, so only the year can be wrong.
                    self.checked(1, month, Some((value, 4)))?;
                    return Ok(Meaning::Month { month, year: i32::try_from(value).ok() });
                }
                _ => {}
            }
            let (day, _) = self.number().ok_or(DateProblem::NotUnderstood)?;
            self.sign(',');
            return self.with_year(day, month);
        }
        let (first, digits) = self.number().ok_or(DateProblem::NotUnderstood)?;
        if digits > 2 {
            return self.compact(first, digits);
        }
        let point = self.any_sign();
        if let Some(month) = self.month()? {
            self.sign('.');
            return self.with_year(first, month);
        }
        let Some((second, digits)) = self.number() else {
            // `24.` can only start a span; any other sign must be followed by something.
            return if matches!(point, None | Some('.')) {
                Ok(Meaning::Number(first))
            } else {
                Err(DateProblem::NotUnderstood)
            };
        };
        if digits > 2 {
            return Err(DateProblem::NotUnderstood);
        }
        match *self.rest {
            [Token::Sign(again), Token::Number { .. }, ..] if Some(again) == point => self.sign(again),
            [Token::Sign('-'), Token::Number { value, digits }, ..]
                if point == Some('/') && self.is_year_after_hyphen(value, digits) =>
            {
                self.sign('-');
            }
            // The same sign twice is a span, not a year: `1-5.11` is not a day in 2011.
            [Token::Sign('.'), Token::Number { .. }, ..] => return Err(DateProblem::NotUnderstood),
            _ => self.sign('.'),
        }
        self.with_year(first, second)
    }

    /// Whether the digits after `25/11-` are the year.
    fn is_year_after_hyphen(&self, value: u32, digits: usize) -> bool {
        match digits {
            2 => self.written == Written::Alone,
            4 => i32::try_from(value).is_ok_and(|year| YEARS.contains(&year)),
            _ => false,
        }
    }

    /// Parses digits only: `2411`, `241126`, `24112026`, and `2026-11-24`.
    fn compact(&mut self, number: u32, digits: usize) -> Result<Meaning, DateProblem> {
        match digits {
            3 => self.three(number),
            4 => match *self.rest {
                [
                    Token::Sign(a),
                    Token::Number { value: month, .. },
                    Token::Sign(b),
                    Token::Number { value: day, digits },
                    ..,
                ] if a == b && digits <= 2 => {
                    self.rest = &self.rest[4..];
                    self.checked(day, month, Some((number, 4)))
                }
                _ => self.checked(number / 100, number % 100, None),
            },
            6 => self.checked(number / 10_000, number / 100 % 100, Some((number % 100, 2))),
            8 => self
                .checked(number / 1_000_000, number / 10_000 % 100, Some((number % 10_000, 4)))
                .or_else(|_| self.checked(number % 100, number / 100 % 100, Some((number / 10_000, 4)))),
            _ => Err(DateProblem::NotUnderstood),
        }
    }

    /// Parses three digits: 111 can be 1.11 or 11.1, 312 only 3.12.
    fn three(&self, number: u32) -> Result<Meaning, DateProblem> {
        let short = (number / 100, number % 100);
        let long = (number / 10, number % 10);
        match (self.checked(short.0, short.1, None), self.checked(long.0, long.1, None)) {
            (Ok(_), Ok(_)) => {
                Err(self.either(format!("{}.{}", short.0, short.1), format!("{}.{}", long.0, long.1)))
            }
            (one, other) => one.or(other),
        }
    }

    fn with_year(&mut self, day: u32, month: u32) -> Result<Meaning, DateProblem> {
        let year = self.number();
        if year.is_some() {
            self.sign('.');
        }
        self.checked(day, month, year)
    }

    /// Checks that the date exists; without a year, that it exists in some year. `year` comes with its number of
    /// digits.
    fn checked(&self, day: u32, month: u32, year: Option<(u32, usize)>) -> Result<Meaning, DateProblem> {
        let Some((year, digits)) = year else {
            // 2000 was a leap year, so 29 February exists in some year.
            let exists = NaiveDate::from_ymd_opt(2000, month, day).is_some();
            return if exists { Ok(Meaning::DayMonth { day, month }) } else { Err(self.no_such()) };
        };
        let year = match digits {
            2 => 2000 + year,
            4 => year,
            _ => return Err(DateProblem::NotUnderstood),
        };
        i32::try_from(year)
            .ok()
            .filter(|year| YEARS.contains(year))
            .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
            .map(Meaning::Fixed)
            .ok_or_else(|| self.no_such())
    }
}
