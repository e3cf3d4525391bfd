//! Classes as people type them: `7.b`, `7 b`, `7. klasse`, `7`, `børnehaveklasse`. And back again.

use chrono::NaiveDate;
use trivsel_domain::{Child, Grade, SchoolClass, SchoolYear};

use super::text::{fold, fold_plain};

/// What the year before the first grade is called.
const GRADE_NOUGHT: [&str; 4] = ["børnehaveklasse", "bhkl", "bhklasse", "bh"];
/// What may stand behind a grade without being a letter of the class.
const NO_LETTER: [&str; 5] = ["klasse", "kl", "class", "grade", "thgrade"];

/// The class a text means, said of a school year; nothing where it is none.
#[must_use]
pub fn parse_class(text: &str, year: SchoolYear) -> Option<SchoolClass> {
    let text = text.trim();
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

/// The class of a child on a date as it would be typed: `7.b`; nothing where it is not known.
#[must_use]
pub fn class_on(child: &Child, date: NaiveDate) -> Option<String> {
    let class = child.class_on(date)?;
    Some(written(class.grade_on(date), class.letter()))
}

/// A class as it would be typed: `7.b`, `7`.
#[must_use]
pub fn written(grade: Grade, letter: &str) -> String {
    format!("{}.{letter}", grade.number()).trim_end_matches('.').to_owned()
}

/// Letters alone are compared, without case, and with æ, ø and å written in either way.
fn means_any(text: &str, words: &[&str]) -> bool {
    let letters = |folded: String| folded.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let both = |text: &str| (letters(fold(text)), letters(fold_plain(text)));
    let (wide, plain) = both(text);
    words.iter().map(|w| both(w)).any(|(w, p)| w == wide || p == plain)
}
