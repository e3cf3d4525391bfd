//! The tokens of a typed date, and the words that have a meaning in it.

use chrono::Weekday;

use crate::text::fold;
use crate::{Lang, names};

/// The longest number that is parsed, in digits: enough for 24112026.
const MOST_DIGITS: usize = 9;

/// One token of a typed date. Spaces are dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A run of letters, folded: "søn" is `soen`.
    Word(String),
    /// A run of digits, with its length.
    Number { value: u32, digits: usize },
    /// One of `. , - / +`; long dashes count as `-`.
    Sign(char),
}

/// Splits a text into tokens; `None` if it contains a character that no date has.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let folded = fold(text);
    let mut found = Vec::new();
    let mut rest = folded.as_str();
    while let Some(c) = rest.chars().next() {
        let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        let taken = if c.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            if end > MOST_DIGITS {
                return None;
            }
            found.push(Token::Number { value: rest[..end].parse().ok()?, digits: end });
            end
        } else if c.is_alphabetic() {
            let end = run(char::is_alphabetic);
            found.push(Token::Word(rest[..end].to_owned()));
            end
        } else {
            match c {
                '.' | ',' | '-' | '/' | '+' => found.push(Token::Sign(c)),
                '–' | '—' | '−' => found.push(Token::Sign('-')),
                // The program writes a middle dot between date and week.
                c if c.is_whitespace() || c == '·' => {}
                _ => return None,
            }
            c.len_utf8()
        };
        rest = &rest[taken..];
    }
    Some(found)
}

/// The result of looking up the start of a word: none, one match, or two candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found<T> {
    Nothing,
    One(T),
    Either(T, T),
}

const DA_DAYS: &[(&str, i64)] = &[
    ("iforgaars", -2),
    ("iforgars", -2),
    ("igaar", -1),
    ("igar", -1),
    ("idag", 0),
    ("imorgen", 1),
    ("iovermorgen", 2),
    ("overmorgen", 2),
];
const EN_DAYS: &[(&str, i64)] =
    &[("daybeforeyesterday", -2), ("yesterday", -1), ("today", 0), ("tomorrow", 1), ("dayaftertomorrow", 2)];

/// The number of days from today that a folded phrase means: `igaar` is -1.
pub(super) fn days_from_today(phrase: &str, lang: Lang) -> Option<i64> {
    let english = if lang == Lang::En { EN_DAYS } else { &[] };
    DA_DAYS.iter().chain(english).find(|(known, _)| *known == phrase).map(|(_, days)| *days)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Week,
    Month,
}

const DA_STRETCHES: &[(&str, Unit, i32)] = &[
    ("sidsteuge", Unit::Week, -1),
    ("forrigeuge", Unit::Week, -1),
    ("denneuge", Unit::Week, 0),
    ("naesteuge", Unit::Week, 1),
    ("sidstemaaned", Unit::Month, -1),
    ("sidstemaned", Unit::Month, -1),
    ("forrigemaaned", Unit::Month, -1),
    ("forrigemaned", Unit::Month, -1),
    ("dennemaaned", Unit::Month, 0),
    ("dennemaned", Unit::Month, 0),
    ("naestemaaned", Unit::Month, 1),
    ("naestemaned", Unit::Month, 1),
];
const EN_STRETCHES: &[(&str, Unit, i32)] = &[
    ("lastweek", Unit::Week, -1),
    ("thisweek", Unit::Week, 0),
    ("nextweek", Unit::Week, 1),
    ("lastmonth", Unit::Month, -1),
    ("thismonth", Unit::Month, 0),
    ("nextmonth", Unit::Month, 1),
];

/// The unit and offset that a folded phrase means: `sidsteuge` is one week back.
pub(super) fn stretch(phrase: &str, lang: Lang) -> Option<(Unit, i32)> {
    let english = if lang == Lang::En { EN_STRETCHES } else { &[] };
    let known = DA_STRETCHES.iter().chain(english).find(|(known, ..)| *known == phrase);
    known.map(|(_, unit, away)| (*unit, *away))
}

const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The weekdays with an ø, in both of their folded spellings.
const FOLDED_WEEKDAYS: [(&str, Weekday); 4] = [
    ("loerdag", Weekday::Sat),
    ("lordag", Weekday::Sat),
    ("soendag", Weekday::Sun),
    ("sondag", Weekday::Sun),
];

/// The weekday that starts with a folded word: `ma`, `tirs`, `son` and `soen` match one; `t` matches two.
pub(super) fn weekday(word: &str, lang: Lang) -> Found<Weekday> {
    let known = languages(lang).flat_map(|lang| names::names(lang).weekdays.into_iter().zip(WEEKDAYS));
    begun(word, known.chain(FOLDED_WEEKDAYS))
}

/// The month that starts with a folded word, 1 to 12.
pub(super) fn month(word: &str, lang: Lang) -> Found<u32> {
    begun(word, languages(lang).flat_map(|lang| names::names(lang).months.into_iter().zip(1..)))
}

/// Whether a folded word means week: `u`, `uge`, `uger`; in English also `w`, `week`, `weeks`.
pub(super) fn is_week(word: &str, lang: Lang) -> bool {
    matches!(word, "u" | "uge" | "uger") || lang == Lang::En && matches!(word, "w" | "week" | "weeks")
}

/// Whether a folded word means day: `d`, `dag`, `dage`; in English also `day`, `days`.
pub(super) fn is_day(word: &str, lang: Lang) -> bool {
    matches!(word, "d" | "dag" | "dage") || lang == Lang::En && matches!(word, "day" | "days")
}

/// Whether a folded word may precede a date without changing it: `den`, `d.`, `i november`.
pub(super) fn is_article(word: &str, lang: Lang) -> bool {
    matches!(word, "d" | "den" | "i") || lang == Lang::En && matches!(word, "the" | "in")
}

/// Whether a token starts an open span: `fra`, `siden`.
pub(super) fn is_from(token: &Token, lang: Lang) -> bool {
    let Token::Word(word) = token else { return false };
    matches!(word.as_str(), "fra" | "siden") || lang == Lang::En && matches!(word.as_str(), "from" | "since")
}

/// Whether a token may separate the two ends of a span.
pub(super) fn is_until(token: &Token, lang: Lang) -> bool {
    match token {
        Token::Sign(sign) => *sign == '-',
        Token::Word(word) => word == "til" || lang == Lang::En && matches!(word.as_str(), "to" | "until"),
        Token::Number { .. } => false,
    }
}

/// The languages whose words are understood: Danish words are accepted on an English screen too.
fn languages(lang: Lang) -> impl Iterator<Item = Lang> {
    std::iter::once(Lang::Da).chain((lang == Lang::En).then_some(Lang::En))
}

fn begun<T: Copy + PartialEq>(word: &str, known: impl Iterator<Item = (&'static str, T)>) -> Found<T> {
    let mut found = Found::Nothing;
    let begins = |name: &str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    for (_, meaning) in known.filter(|(name, _)| begins(name)) {
        found = match found {
            Found::Nothing => Found::One(meaning),
            Found::One(first) if first != meaning => return Found::Either(first, meaning),
            one => one,
        };
    }
    found
}
