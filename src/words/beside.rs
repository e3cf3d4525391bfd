//! What the seal beside the house says at an opening, in words.

use chrono::NaiveDateTime;
use trivsel_store::Beside;

use crate::{Words, dates};

/// The sentence, without the full stop; `None` where the seal agrees.
#[must_use]
pub fn sentence(words: &Words, beside: Beside) -> Option<String> {
    Some(match beside {
        Beside::Agrees => return None,
        Beside::Missing => words.get("seal-missing").to_owned(),
        Beside::Unreadable => words.get("seal-unreadable").to_owned(),
        Beside::Other => words.get("seal-other").to_owned(),
        Beside::Lacks { changes, looks, after, until } => {
            lacks(words, "seal-lacks", changes, looks, after, until)
        }
    })
}

/// A few words for the upper rule: what is missing, and from when; `None` where nothing is known to be missing.
#[must_use]
pub fn badge(words: &Words, beside: Beside) -> Option<String> {
    match beside {
        Beside::Agrees | Beside::Missing | Beside::Unreadable => None,
        Beside::Other => Some(words.get("badge-amiss").to_owned()),
        Beside::Lacks { changes, looks, after, until } => {
            Some(lacks(words, "badge-lacks", changes, looks, after, until))
        }
    }
}

fn lacks(
    words: &Words,
    id: &str,
    changes: u64,
    looks: u64,
    after: NaiveDateTime,
    until: NaiveDateTime,
) -> String {
    let lang = words.lang();
    let count = |noun, number: u64| {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        (number > 0).then(|| words.count(noun, number))
    };
    let what = [count("change", changes), count("look", looks)];
    let what = what.into_iter().flatten().collect::<Vec<_>>().join(" + ");
    let time =
        |at: NaiveDateTime| format!("{} {}", dates::day_month(lang, at.date()), dates::time(lang, at.time()));
    words.with(id, &[("what", what.into()), ("after", time(after).into()), ("until", time(until).into())])
}
