//! Finds the months that a text names: `Fravær aug. 2026`, `08-2026`, `1.–31. august 2026`.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::value::SchoolYear;

use super::value;
use trivsel_words::Lang;
use trivsel_words::names::names;

/// How many years before this one a list may be of, and how many after.
const YEARS: std::ops::RangeInclusive<i32> = -10..=1;

/// The longest text that can be a title, in bytes.
const LONGEST: usize = 400;

/// A month, with its year where that is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthNamed {
    /// 1 to 12.
    pub(super) month: u32,
    pub(super) year: Option<i32>,
}

/// A year that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearNamed {
    Calendar(i32),
    School(SchoolYear),
}

impl MonthNamed {
    /// Its first day, if the year is known.
    pub(super) fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, 1)
    }

    /// The month in a year that stands elsewhere.
    pub(super) fn in_year(self, year: YearNamed) -> Self {
        let year = match year {
            YearNamed::Calendar(year) => year,
            YearNamed::School(year) => {
                let starts = year.first_day();
                starts.year() + i32::from(self.month < starts.month())
            }
        };
        Self { year: self.year.or(Some(year)), ..self }
    }

    /// Whether both can be the same month.
    pub(super) fn agrees(self, other: Self) -> bool {
        let years = self.year.is_none() || other.year.is_none() || self.year == other.year;
        self.month == other.month && years
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token<'t> {
    Number { digits: &'t str, value: u32 },
    Word(&'t str),
    Sign(char),
}

/// The months that a text names, in its order, each once. A date names none, but from the first to the last day of a
/// month names that.
pub(super) fn months(text: &str, today: NaiveDate) -> Vec<MonthNamed> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let tokens = tokens(text);
    let (mut months, mut dates) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        let (read, taken) = match read(&tokens[at..], today) {
            Some((Read::Month(month), taken)) => (Some(month), taken),
            Some((Read::Day(day, month), taken)) => {
                dates.push((day, month));
                (None, taken)
            }
            Some((Read::Week, taken)) => (None, taken),
            None => (None, 1),
        };
        months.extend(read);
        at += taken;
    }
    months.extend(whole(&dates, &tokens));
    let mut once: Vec<MonthNamed> = Vec::new();
    for month in months {
        match once.iter_mut().find(|known| known.agrees(month)) {
            Some(known) => known.year = known.year.or(month.year),
            None => once.push(month),
        }
    }
    once
}

/// The one month that a text names, as a user says it: `8-2026`, `aug 2026`, `august`.
#[must_use]
pub fn month(text: &str, today: NaiveDate) -> Option<MonthNamed> {
    match months(text, today).as_slice() {
        [month] => Some(*month),
        _ => None,
    }
}

enum Read {
    Month(MonthNamed),
    /// A day of a month.
    Day(u32, MonthNamed),
    Week,
}

/// What the first tokens are, and how many they are.
fn read(tokens: &[Token<'_>], today: NaiveDate) -> Option<(Read, usize)> {
    use Token::{Number, Sign, Word};
    let long = |digits: &str| digits.len() == 4;
    let joins = |sign: &char| matches!(sign, '-' | '/' | '.');
    let month = |value: u32| (1..=12).contains(&value).then_some(value);
    let of = |month, year: Option<i32>| MonthNamed { month, year };
    let full = |value: u32| i32::try_from(value).ok();
    match tokens {
        // 2026-08-31, 31-08-2026
        [
            Number { digits, value },
            Sign(a),
            Number { value: m, .. },
            Sign(b),
            Number { value: d, .. },
            ..,
        ] if long(digits) && joins(a) && joins(b) => Some((Read::Day(*d, of(month(*m)?, full(*value))), 5)),
        [
            Number { value: d, .. },
            Sign(a),
            Number { value: m, .. },
            Sign(b),
            Number { digits, value },
            ..,
        ] if joins(a) && joins(b) && digits.len() >= 2 => {
            Some((Read::Day(*d, of(month(*m)?, year(digits, *value, today))), 5))
        }
        // 08-2026, 2026-08
        [Number { value: m, digits: short }, Sign(a), Number { digits, value }, ..]
            if joins(a) && long(digits) && short.len() <= 2 =>
        {
            Some((Read::Month(of(month(*m)?, Some(year(digits, *value, today)?))), 3))
        }
        [Number { digits, value }, Sign('-'), Number { value: m, digits: short }, ..]
            if long(digits) && short.len() == 2 =>
        {
            Some((Read::Month(of(month(*m)?, Some(year(digits, *value, today)?))), 3))
        }
        // 31. august 2026
        [Number { value: d, digits }, Sign('.'), Word(word), rest @ ..] if digits.len() <= 2 => {
            let (year, more) = year_after(rest, today);
            Some((Read::Day(*d, of(month_of(word)?, year)), 3 + more))
        }
        [Number { value: d, digits }, Word(word), rest @ ..] if digits.len() <= 2 => {
            let (year, more) = year_after(rest, today);
            Some((Read::Day(*d, of(month_of(word)?, year)), 2 + more))
        }
        // uge 8/2026 is no month.
        [Word(word), Number { .. }, ..] if is_week(word) => Some((Read::Week, 2)),
        // august 2026, but not Jan Holm
        [Word(word), rest @ ..] => {
            let (year, more) = year_after(rest, today);
            let month = month_of(word)?;
            let named = year.is_none() && matches!(rest, [Word(next), ..] if is_name(next));
            (!named).then_some((Read::Month(of(month, year)), 1 + more))
        }
        _ => None,
    }
}

/// The year after the name of a month, and how many tokens it is: `2026`, `. 26`, `'26`, `-26`.
fn year_after(tokens: &[Token<'_>], today: NaiveDate) -> (Option<i32>, usize) {
    let signs =
        tokens.iter().take_while(|t| matches!(t, Token::Sign('.' | '\'' | '’' | '-' | ',' | '/'))).count();
    let Some(Token::Number { digits, value }) = tokens.get(signs) else { return (None, 0) };
    // A day may follow: august 2026, but not 1. august - 31. august.
    let of_a_date = matches!(tokens.get(signs + 1), Some(Token::Sign('.'))) && digits.len() <= 2;
    match year(digits, *value, today).filter(|_| !of_a_date) {
        Some(year) => (Some(year), signs + 1),
        None => (None, 0),
    }
}

/// A year of two or four digits, if a list may be of it.
fn year(digits: &str, value: u32, today: NaiveDate) -> Option<i32> {
    let value = i32::try_from(value).ok()?;
    let year = match digits.len() {
        2 => 2000 + value,
        4 => value,
        _ => return None,
    };
    YEARS.contains(&(year - today.year())).then_some(year)
}

/// The month whose first and last day are the only two days, as `1.–31. august 2026` or `01-08-2026 – 31-08-2026`.
fn whole(dates: &[(u32, MonthNamed)], tokens: &[Token<'_>]) -> Option<MonthNamed> {
    let last = |month: MonthNamed| {
        let first = NaiveDate::from_ymd_opt(month.year.unwrap_or(2000), month.month, 1);
        first.map(|first| u32::from(first.num_days_in_month()))
    };
    match dates {
        [(1, one), (day, other)] if one.agrees(*other) && Some(*day) == last(*other) => Some(*other),
        [(day, month)] if Some(*day) == last(*month) => {
            let one = |token: &Token<'_>| matches!(token, Token::Number { value: 1, .. });
            tokens.iter().any(one).then_some(*month)
        }
        _ => None,
    }
}

fn is_week(word: &str) -> bool {
    [Lang::Da, Lang::En].iter().any(|lang| names(*lang).week == word.to_lowercase())
}

/// Whether a word after the name of a month makes it the name of a person: `August Holm`, `Jan Æ.`
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none_or(char::is_lowercase)
        && month_of(word).is_none()
}

/// The number of a month by its name or the beginning that is usual for it.
fn month_of(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let known = |lang: Lang| names(lang).months.into_iter().chain(names(lang).months_short);
    let found = [Lang::Da, Lang::En].into_iter().flat_map(|lang| known(lang).zip((1..=12).cycle()));
    let mut found = found.filter(|(name, _)| name.trim_end_matches('.').to_lowercase() == word);
    found.next().map(|(_, month)| month).or((word == "sept").then_some(9))
}

/// The year that a text names by itself: `2026`, `Skoleår 2026/27`.
pub(super) fn year_alone(text: &str, today: NaiveDate) -> Option<YearNamed> {
    let sign = |c: char| matches!(c, '.' | ',' | ':' | ';' | '(' | ')');
    text.split_whitespace().map(|word| word.trim_matches(sign)).find_map(|word| {
        let number = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let number = number.then(|| word.parse::<u32>().ok()).flatten();
        match number {
            Some(value) => year(word, value, today).map(YearNamed::Calendar),
            None => value::school_year(word).map(YearNamed::School),
        }
    })
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
        let end = match kind(first) {
            (false, false) => first.len_utf8(),
            same => rest.find(|c: char| kind(c) != same).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(end);
        match kind(first) {
            (true, _) => {
                tokens.push(Token::Number { digits: token, value: token.parse().unwrap_or(u32::MAX) });
            }
            (_, true) => tokens.push(Token::Word(token)),
            _ if first.is_whitespace() => {}
            _ => tokens.push(Token::Sign(if first == '–' { '-' } else { first })),
        }
        rest = after;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
    }

    fn said(text: &str) -> Vec<(u32, Option<i32>)> {
        months(text, today()).into_iter().map(|month| (month.month, month.year)).collect()
    }

    #[test]
    fn months_as_titles_name_them() {
        for text in [
            "August 2026",
            "Fravær aug. 2026",
            "08-2026",
            "8/2026",
            "2026-08",
            "aug 26",
            "Aug-26",
            "aug. '26",
            "AUGUST 2026 – 7. klasse",
            "Fremmøde, august 2026",
            "1.-31. august 2026",
            "1. august - 31. august 2026",
            "Periode: 01-08-2026 - 31-08-2026",
            "Periode 1.8.2026–31.8.2026",
            "August 2026 (august)",
            "7.b, August 2026",
            "August 2026 Lindeskolen",
            "AUGUST 2026, lærer Jan Holm",
        ] {
            assert_eq!(said(text), [(8, Some(2026))], "{text}");
        }
        for text in ["August", "aug.", "Fravær i august", "august, 7. klasse"] {
            assert_eq!(said(text), [(8, None)], "{text}");
        }
        assert_eq!(said("Feb 2024"), [(2, Some(2024))]);
        assert_eq!(said("marts og april 2027"), [(3, None), (4, Some(2027))]);
        for text in [
            "",
            "Udskrevet 3. september 2026",
            "3/9 2026",
            "03-09-2026",
            "Skoleår 2026/27",
            "Skoleår 2011-12",
            "7. klasse",
            "Uge 36",
            "Majbrit Holm",
            "Klasselærer: Jan Ægård",
            "Lærer Jan Æ.",
            "August Holm",
            "Uge 8/2026",
            "uge 8-2026",
            "Ark1",
            "13-2026",
            "2026-08-03",
        ] {
            assert_eq!(said(text), [], "{text}");
        }
    }

    #[test]
    fn years_as_titles_name_them() {
        let school = |year| Some(YearNamed::School(SchoolYear::from_starting(year)));
        assert_eq!(year_alone("Skoleår 2026/27", today()), school(2026));
        assert_eq!(year_alone("skoleåret 2025-2026.", today()), school(2025));
        assert_eq!(year_alone("Fravær 2026", today()), Some(YearNamed::Calendar(2026)));
        for text in ["1234", "08-2026", "03-09-2026", "Åskolen", "12345678"] {
            assert_eq!(year_alone(text, today()), None, "{text}");
        }
    }
}
