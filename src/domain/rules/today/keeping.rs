//! What the house itself asks for: a backup, to erase whom it keeps no longer, and to say whether two records are of one
//! child.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use super::{DayFacts, Item, Part, Task};

/// Days after which a backup is old. Source: our own.
const OLD: u64 = 7;

/// The backups of a house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backups {
    /// The day of the last one; `None` if there is none.
    pub last: Option<NaiveDate>,
    /// The day on which the house was founded.
    pub founded: NaiveDate,
}

/// The last backup is over a week old, or a house of over a week has none.
pub(super) fn backup(facts: &DayFacts, today: NaiveDate) -> Option<Item> {
    let Backups { last, founded } = facts.backups?;
    let old = last.unwrap_or(founded).checked_add_days(Days::new(OLD))?;
    (old < today).then(|| of_house(old, Task::Backup { last }))
}

/// Children are kept no longer.
pub(super) fn past_retention(facts: &DayFacts, today: NaiveDate) -> Option<Item> {
    let children = facts.past_retention.clone();
    (!children.is_empty()).then(|| of_house(today, Task::PastRetention { children }))
}

/// Two records may be of one child.
pub(super) fn twice(facts: &DayFacts, today: NaiveDate) -> impl Iterator<Item = Item> {
    facts.twice.iter().map(move |twice| {
        let case = Some(twice.case);
        Item { case, ..of_house(today, Task::Twice(twice.clone())) }
    })
}

/// An item of the house, which concerns everybody who sees it.
fn of_house(date: NaiveDate, task: Task) -> Item {
    Item { case: None, part: Part::Due, date, hours: None, staff: Vec::new(), booked: None, task }
}
