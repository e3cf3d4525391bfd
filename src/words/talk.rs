//! The words for talks: participants and the person who follows up.

use trivsel_domain::record::{Doer, Participant, Staff};
use trivsel_domain::value::{Coded, PersonId, PersonName, StaffId};

use super::Words;

/// A person around a child, reduced to what a text needs.
pub type Around<'a> = (PersonId, &'a PersonName);

/// The initials of a member of staff, or a dash.
#[must_use]
pub fn initials(staff: &[Staff], who: StaffId) -> &str {
    staff.iter().find(|s| s.id == who).map_or("–", |s| s.initials.as_str())
}

/// The name of a member of staff, or a dash.
#[must_use]
pub fn name(staff: &[Staff], who: StaffId) -> &str {
    staff.iter().find(|s| s.id == who).map_or("–", |s| s.name.as_str())
}

/// The participants on one line: "barnet, mor, Lise Bang".
#[must_use]
pub fn participants(words: &Words, staff: &[Staff], people: &[Around<'_>], who: &[Participant]) -> String {
    who.iter().map(|p| participant(words, staff, people, p)).collect::<Vec<_>>().join(", ")
}

#[must_use]
pub fn participant(words: &Words, staff: &[Staff], people: &[Around<'_>], who: &Participant) -> String {
    match who {
        Participant::Staff(id) => initials(staff, *id).to_owned(),
        Participant::Role(role) => words.code("role", role.code()).to_owned(),
        Participant::Person(id) => people
            .iter()
            .find(|(person, _)| person == id)
            .map_or_else(|| "–".to_owned(), |(_, name)| name.as_str().to_owned()),
        Participant::Other(name) => name.as_str().to_owned(),
    }
}

/// The person who follows up: initials, or the name as written.
#[must_use]
pub fn doer(staff: &[Staff], who: &Doer) -> String {
    match who {
        Doer::Staff(id) => initials(staff, *id).to_owned(),
        Doer::Other(name) => name.as_str().to_owned(),
    }
}

/// Who does it, by name: a letter is read by people who do not know the initials.
#[must_use]
pub fn doer_by_name(staff: &[Staff], who: &Doer) -> String {
    match who {
        Doer::Staff(id) => name(staff, *id).to_owned(),
        Doer::Other(name) => name.as_str().to_owned(),
    }
}
