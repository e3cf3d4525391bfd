//! Reading every child, and the names of some.

use std::collections::HashMap;

use trivsel_domain::record::{Case, Child, Person};
use trivsel_domain::value::{CaseId, ChildId};
use trivsel_store::{House, StoreError};

use super::Opening;
use crate::forms::{Known, Notes};
use crate::view::{Names, Roster};
use trivsel_words::text::Collator;

/// Every case with its child and the people around the child, by name, and with its notes counted for what tells them.
pub(super) fn directory(house: &House, roster: &Roster, opening: &Opening) -> Result<Vec<Known>, StoreError> {
    let children: HashMap<ChildId, Child> = house.children()?.into_iter().map(|c| (c.id, c)).collect();
    let mut people: HashMap<ChildId, Vec<Person>> = HashMap::new();
    for person in house.everybody_around()? {
        people.entry(person.child).or_default().push(person);
    }
    let known = |case: Case| {
        let child = children.get(&case.child).cloned()?;
        let people = people.get(&case.child).cloned().unwrap_or_default();
        Some(Known { case, name: roster.namesakes.name(&child), child, people, notes: None })
    };
    let mut all: Vec<Known> = house.cases()?.into_iter().filter_map(known).collect();
    let collator = Collator::new();
    all.sort_by(|a, b| collator.compare(a.child.name.as_str(), b.child.name.as_str()));
    if matches!(opening, Opening::SameChild(..)) {
        count_notes(house, &mut all)?;
    }
    Ok(all)
}

/// Counts the notes of every case.
fn count_notes(house: &House, cases: &mut [Known]) -> Result<(), StoreError> {
    let counted = house.counted_talks()?;
    for known in cases {
        let notes = counted.get(&known.case.id);
        known.notes = Some(
            notes.map_or_else(Notes::default, |(count, last)| Notes { count: *count, last: Some(*last) }),
        );
    }
    Ok(())
}

/// The child's name for each case.
///
/// # Errors
/// When the house can't be read.
pub fn names(
    house: &House,
    roster: &Roster,
    cases: impl Iterator<Item = CaseId>,
) -> Result<Names, StoreError> {
    let mut names = Names::new();
    for id in cases {
        if names.contains_key(&id) {
            continue;
        }
        let Some(case) = house.case(id)? else { continue };
        if let Some(child) = house.child(case.child)? {
            names.insert(id, roster.namesakes.name(&child));
        }
    }
    Ok(names)
}
