//! Shortens the names of children and of the people around them to initials, because a telephone's calendar is no place
//! for them.

use std::collections::BTreeSet;

use trivsel_domain::record::Records;
use trivsel_words::text::{clean_line, fold, fold_plain};

/// The words of every name that is shortened, folded in both spellings.
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// The names of all children and of the people around them.
    pub fn of(records: &Records) -> Self {
        let children = records.children.iter().map(|child| &child.name);
        let names = children.chain(records.people.iter().map(|person| &person.name));
        // The small words of a name, such as "af", stand in every other sentence too.
        let own = |word: &&str| word.chars().count() > 1 && !word.starts_with(char::is_lowercase);
        let spelt = |word| [fold(word), fold_plain(word)];
        Self(names.flat_map(|name| words(name.as_str()).filter(own).flat_map(spelt)).collect())
    }

    /// A text with every word of a name shortened, also in the genitive and in another spelling.
    pub fn shortened(&self, text: &str) -> String {
        // A letter and its accent are one character here.
        let text = clean_line(text);
        let mut short = String::with_capacity(text.len());
        let mut rest = text.as_str();
        for word in words(&text) {
            let Some((before, after)) = rest.split_once(word) else { break };
            short.push_str(before);
            if self.holds(word) {
                short.push_str(&initial(word));
            } else {
                short.push_str(word);
            }
            rest = after;
        }
        short.push_str(rest);
        short
    }

    fn holds(&self, word: &str) -> bool {
        let word = fold(word);
        self.0.contains(&word) || word.strip_suffix('s').is_some_and(|nominative| self.0.contains(nominative))
    }
}

/// The initials of a name: `A.H.`
pub(super) fn initials(name: &str) -> String {
    words(name).map(initial).collect()
}

fn initial(word: &str) -> String {
    word.chars().take(1).flat_map(char::to_uppercase).chain(['.']).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
