//! The words for a mark of the register, and for those of a day.

use trivsel_domain::value::{Coded, Mark};

use super::{Words, dates};

/// The name of a mark, with the time of arrival or the hours if it has them.
#[must_use]
pub fn mark(words: &Words, mark: Mark) -> String {
    let name = words.code("mark", mark.kind().code());
    let lang = words.lang();
    match mark {
        Mark::Late { at } => format!("{name} {}", dates::time(lang, at.into())),
        Mark::Partial { hours } => {
            format!("{name} {}", dates::time_range(lang, hours.from().into(), hours.to().into()))
        }
        _ => name.to_owned(),
    }
}

/// The marks of a day; one that holds for both halves is said once: "sygt", "til stede / ikke registreret".
#[must_use]
pub fn marks(words: &Words, marks: &[Option<Mark>]) -> String {
    let one = |one: &Option<Mark>| {
        one.map_or_else(|| words.get("counted-blank").to_owned(), |one| mark(words, one))
    };
    match marks {
        [first, second] if first != second => format!("{} / {}", one(first), one(second)),
        [first, ..] => one(first),
        [] => String::new(),
    }
}
