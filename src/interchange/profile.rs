//! Answers about a list that are remembered under a name, and used again for a list with the same headings.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use trivsel_domain::record::Child;

use super::day_head::{day_columns, day_head};
use super::heading::ListKind;
use super::mapping::{Mapping, same};
use super::month_name::months;
use super::table::{Row, WIDEST};
use trivsel_words::text::clean_line;
use trivsel_words::typed_birth::is_cpr;

/// What is remembered: headings and the letters of marks, nothing from the rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub list: ListKind,
    /// The headings of the list it was made for, without those that are days.
    pub headings: Vec<String>,
    pub mapping: Mapping,
}

/// A profile and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedProfile {
    pub name: String,
    pub profile: Profile,
}

impl Profile {
    /// Drops every heading and mark that is the name of one of these children, or a part of it.
    pub fn forget_names(&mut self, children: &[Child]) {
        let names: Vec<&str> = children.iter().map(|child| child.name.as_str()).collect();
        let part_of = |word: &str, name: &str| {
            name.split([' ', '-']).any(|part| part.chars().count() > 1 && same(word, part))
        };
        let named = |word: &str| names.iter().any(|name| part_of(word, name));
        // A name may stand in the genitive.
        let allowed = |text: &str| {
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            !words.any(|word| named(word) || word.strip_suffix(['s', 'S']).is_some_and(named))
        };
        self.headings.retain(|heading| allowed(heading));
        self.mapping.retain(allowed);
    }

    /// Whether these are exactly the headings of the list that the profile was made for.
    pub(super) fn fits(&self, here: &[String]) -> bool {
        let all_in = |some: &[String], others: &[String]| {
            some.iter().all(|heading| others.iter().any(|other| same(heading, other)))
        };
        !here.is_empty() && all_in(here, &self.headings) && all_in(&self.headings, here)
    }
}

/// What stands for the days of a month by their numbers.
const NUMBERED: &str = "1…31";

/// The headings of a row that are words, in the order of the columns. A CPR number is none, and neither is what changes
/// from list to list: days, and the month of numbered ones.
pub(super) fn headings(row: &Row, today: NaiveDate) -> Vec<String> {
    let days = day_columns(row, &[]);
    let numbered = days.iter().any(|day| day.number().is_some());
    let cells = row.cells.iter().take(WIDEST).enumerate();
    let words = cells.filter(|(at, _)| !days.iter().any(|day| day.at == *at));
    let words = words.map(|(_, cell)| clean_line(cell.trim()));
    let stays = |word: &String| {
        let day = day_head(word).is_some() || numbered && !months(word, today).is_empty();
        !word.is_empty() && !is_cpr(word) && !day
    };
    words.filter(stays).chain(numbered.then(|| NUMBERED.to_owned())).collect()
}
