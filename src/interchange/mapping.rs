//! What a user has said about the columns and marks of a list that its own words do not say.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use trivsel_domain::value::{Coded, MarkKind};

use super::heading::{Heading, ListKind};
use super::month_place::MonthPlace;
use super::synonyms::{Key, Named};
use super::table::Row;
use trivsel_words::text::clean_line;
use trivsel_words::typed_birth::is_cpr;

/// What a column or a mark that is left out is called, in files and options.
const LEFT_OUT: &str = "-";

/// The longest mark that is asked about and remembered, in characters: a longer text may be a remark.
pub(super) const LONGEST_MARK: usize = 12;

/// What a column holds; `None` for one that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ColumnMeaning(pub Option<Heading>);

/// What a mark means; `None` for one that registers nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MarkMeaning(pub Option<MarkKind>);

/// The meanings of columns, by their headings, and of marks, by their letters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Where the month of numbered days stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) month: Option<MonthPlace>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    columns: BTreeMap<String, ColumnMeaning>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    marks: BTreeMap<String, MarkMeaning>,
}

impl Mapping {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.month.is_none() && self.columns.is_empty() && self.marks.is_empty()
    }

    /// The headings and letters that are explained.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().chain(self.marks.keys()).map(String::as_str)
    }

    /// Keeps only the words that a test allows.
    pub fn retain(&mut self, allowed: impl Fn(&str) -> bool) {
        self.columns.retain(|word, _| allowed(word));
        self.marks.retain(|word, _| allowed(word));
    }

    /// Explains a column. What was said about it before, however it was spelt, no longer counts.
    pub fn set_column(&mut self, name: &str, meaning: ColumnMeaning) {
        self.columns.retain(|known, _| !same(known, name));
        self.columns.insert(clean_line(name), meaning);
    }

    /// Explains a mark. What was said about it before, in whatever case, no longer counts.
    pub fn set_mark(&mut self, mark: &str, meaning: MarkMeaning) {
        let mark = clean_line(mark);
        self.marks.retain(|known, _| known.to_lowercase() != mark.to_lowercase());
        self.marks.insert(mark, meaning);
    }

    /// What a column of this name holds, if it is explained.
    pub(super) fn column(&self, name: &str) -> Option<ColumnMeaning> {
        self.columns.iter().find(|(known, _)| same(known, name)).map(|(_, meaning)| *meaning)
    }

    /// What a mark means, if it is explained.
    pub(super) fn mark(&self, word: &str) -> Option<MarkMeaning> {
        let word = word.to_lowercase();
        self.marks.iter().find(|(known, _)| known.to_lowercase() == word).map(|(_, meaning)| *meaning)
    }

    /// These explanations, and those of another where these say nothing.
    pub(super) fn over(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.month = self.month.or(other.month);
        for (name, meaning) in &other.columns {
            if both.column(name).is_none() {
                both.columns.insert(name.clone(), *meaning);
            }
        }
        for (mark, meaning) in &other.marks {
            if both.mark(mark).is_none() {
                both.marks.insert(mark.clone(), *meaning);
            }
        }
        both
    }
}

/// Whether two headings are the same but for case, spaces and the spelling of æ, ø and å.
pub(super) fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    // A place such as `@A` and a heading of signs have no letters to compare.
    let plain = |text: &str| text.starts_with('@') || !text.contains(char::is_alphanumeric);
    if plain(one) || plain(other) {
        return one.to_uppercase() == other.to_uppercase();
    }
    Key::of(one).means(other)
}

/// What the columns of a row of headings are called: their headings, or their place (`@B`) where that is blank, not
/// the only one, or a CPR number.
pub(super) fn column_name(row: &Row, at: usize) -> String {
    let heading = |at: usize| clean_line(row.cells.get(at).map_or("", |cell| cell.trim()));
    let own = heading(at);
    let twice = (0..row.cells.len()).any(|other| other != at && same(&heading(other), &own));
    if own.is_empty() || twice || own.starts_with('@') || is_cpr(&own) { place_name(at) } else { own }
}

/// The name of a column by its place: `@B`.
pub(super) fn place_name(at: usize) -> String {
    format!("@{}", letters(at))
}

/// The place in such a name: `B` of `@B`.
pub(super) fn letters_of(name: &str) -> Option<&str> {
    name.strip_prefix('@')
}

/// The letters of a column in a spreadsheet: `B`, `AA`.
pub(super) fn letters(column: usize) -> String {
    let mut letters = String::new();
    let mut left = column.saturating_add(1);
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters
}

/// The place of a column by its letters.
pub(super) fn place_of(letters: &str) -> Option<usize> {
    let all = !letters.is_empty() && letters.len() <= 3 && letters.bytes().all(|b| b.is_ascii_uppercase());
    let number = |sum: usize, letter: u8| sum * 26 + usize::from(letter - b'A') + 1;
    all.then(|| letters.bytes().fold(0, number) - 1)
}

impl ColumnMeaning {
    /// Reads what a user says of a column of a list: `fase`, `stage`, or `-`.
    #[must_use]
    pub fn read(text: &str, list: ListKind) -> Option<Self> {
        match text.trim() {
            LEFT_OUT => Some(Self(None)),
            word => list.heading(word).map(|heading| Self(Some(heading))),
        }
    }
}

impl MarkMeaning {
    /// Reads what a user says of a mark: `syg`, `s`, `sick`, or `-`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text.trim() {
            LEFT_OUT => Some(Self(None)),
            word => MarkKind::named(word).map(|kind| Self(Some(kind))),
        }
    }
}

impl TryFrom<String> for ColumnMeaning {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        match code.as_str() {
            LEFT_OUT => Ok(Self(None)),
            known => Heading::from_code(known).map(|heading| Self(Some(heading))).ok_or(code),
        }
    }
}

impl From<ColumnMeaning> for String {
    fn from(meaning: ColumnMeaning) -> Self {
        meaning.0.map_or(LEFT_OUT, Heading::code).to_owned()
    }
}

impl TryFrom<String> for MarkMeaning {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        match code.as_str() {
            LEFT_OUT => Ok(Self(None)),
            known => {
                MarkKind::from_code(known).map(|kind| Self(Some(kind))).map_err(|error| error.to_string())
            }
        }
    }
}

impl From<MarkMeaning> for String {
    fn from(meaning: MarkMeaning) -> Self {
        meaning.0.map_or(LEFT_OUT, MarkKind::code).to_owned()
    }
}
