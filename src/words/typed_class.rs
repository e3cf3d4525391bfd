//! Parses typed classes and formats them back: `7.b`, `7 b`, `7. klasse`, `7`, `børnehaveklasse`, `7.b 2025/26`.

use chrono::NaiveDate;
use trivsel_domain::record::Child;
use trivsel_domain::value::{Grade, SchoolClass, SchoolYear};

use super::dates;
use super::text::{fold, fold_plain};

/// Names for the year before the first grade.
const GRADE_NOUGHT: [&str; 4] = ["børnehaveklasse", "bhkl", "bhklasse", "bh"];
/// Words that may follow a grade but are not the letter of the class.
const NO_LETTER: [&str; 5] = ["klasse", "kl", "class", "grade", "thgrade"];

/// Parses the class of a school year, or of the year that the text names; `None` if the text is not a class.
#[must_use]
pub fn parse_class(text: &str, year: SchoolYear) -> Option<SchoolClass> {
    let text = text.trim();
    let (text, year) =
        match text.rsplit_once(' ').and_then(|(class, named)| Some((class, school_year(named)?))) {
            Some((class, named)) => (class.trim_end(), named),
            None => (text, year),
        };
    if means_any(text, &GRADE_NOUGHT) {
        return SchoolClass::new(year, Grade::new(0).ok()?, "").ok();
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (grade, rest) = text.split_at(digits);
    if !(1..=2).contains(&digits) {
        return None;
    }
    let grade = Grade::new(grade.parse().ok()?).ok()?;
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    SchoolClass::new(year, grade, if means_any(rest, &NO_LETTER) { "" } else { rest }).ok()
}

/// The class of a child on a date, in typed form: `7.b`; `None` if it is unknown.
#[must_use]
pub fn class_on(child: &Child, date: NaiveDate) -> Option<String> {
    let class = child.class_on(date)?;
    Some(written(class.grade_on(date), class.letter()))
}

/// A class in typed form: `7.b`, `7`.
#[must_use]
pub fn written(grade: Grade, letter: &str) -> String {
    format!("{}.{letter}", grade.number()).trim_end_matches('.').to_owned()
}

/// A class with its school year, which means the same in every year: `7.b 2025/26`.
#[must_use]
pub fn with_year(class: &SchoolClass) -> String {
    format!("{} {}", written(class.grade(), class.letter()), dates::school_year(class.year()))
}

/// Parses `2025/26`.
fn school_year(text: &str) -> Option<SchoolYear> {
    let (starting, ending) = text.split_once('/')?;
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    let starting = starting.parse::<i32>().ok().filter(|_| digits(starting, 4))?;
    let follows = digits(ending, 2) && ending.parse() == Ok((starting + 1).rem_euclid(100));
    follows.then(|| SchoolYear::from_starting(starting))
}

/// Compares letters only, ignoring case and the spelling of æ, ø and å.
fn means_any(text: &str, words: &[&str]) -> bool {
    let letters = |folded: String| folded.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let both = |text: &str| (letters(fold(text)), letters(fold_plain(text)));
    let (wide, plain) = both(text);
    words.iter().map(|w| both(w)).any(|(w, p)| w == wide || p == plain)
}
