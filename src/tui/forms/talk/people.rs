//! Typed people in a note: participants, doers and readers.

use trivsel_domain::record::{Doer, OpenTo, Participant, Staff};
use trivsel_domain::value::{Coded, Line, Role, StaffId};

use crate::form::tags::split;
use crate::forms::Reading;
use trivsel_words::text::Folded;
use trivsel_words::{self, talk};

/// The completions of the field of participants.
pub(super) fn known(reading: &Reading<'_>) -> Vec<String> {
    let roles = Role::ALL.iter().filter(|r| **r != Role::Other);
    let roles = roles.map(|r| reading.words.code("role", r.code()).to_owned());
    roles.chain(reading.at_work().map(|s| s.initials.as_str().to_owned())).collect()
}

/// Participants as they would be typed.
pub(super) fn names(reading: &Reading<'_>, who: &[Participant]) -> String {
    talk::participants(reading.words, reading.staff, &[], who)
}

/// A member of staff by initials, full name or given name; `None` if two match.
pub(in crate::forms) fn member<'a>(reading: &Reading<'a>, word: &str) -> Option<&'a Staff> {
    let folded = Folded::new(word);
    let is = |text: &str| Folded::new(text) == folded;
    let by = |fits: &dyn Fn(&Staff) -> bool| {
        let mut found = reading.staff.iter().filter(|s| fits(s));
        found.next().filter(|_| found.next().is_none())
    };
    by(&|s| is(s.initials.as_str())).or_else(|| by(&|s| is(s.name.as_str()) || is(s.name.given())))
}

/// The participants.
///
/// # Errors
/// The word that is too long for a name.
pub(super) fn participants(reading: &Reading<'_>, text: &str) -> Result<Vec<Participant>, String> {
    split(text).into_iter().map(|word| participant(reading, &word).ok_or(word)).collect()
}

fn participant(reading: &Reading<'_>, word: &str) -> Option<Participant> {
    let folded = Folded::new(word);
    let role = Role::ALL.iter().find(|r| Folded::new(reading.words.code("role", r.code())) == folded);
    if let Some(role) = role {
        return Some(Participant::Role(*role));
    }
    match member(reading, word) {
        Some(staff) => Some(Participant::Staff(staff.id)),
        None => Line::new(word).ok().map(Participant::Other),
    }
}

/// The doer of an agreement; the author if the field is empty.
///
/// # Errors
/// The text beside the field: several people, or no name.
pub(in crate::forms) fn doer(reading: &Reading<'_>, text: &str) -> Result<Doer, String> {
    if text.is_empty() {
        return Ok(Doer::Staff(reading.me.id));
    }
    if let Some(staff) = member(reading, text) {
        return Ok(Doer::Staff(staff.id));
    }
    let wrong = |id| Err(reading.words.get(id).to_owned());
    if text.contains(',') {
        return wrong("form-one-answers");
    }
    if text.starts_with(|c: char| c.is_ascii_digit() || c == '+') {
        return wrong("form-no-name");
    }
    Line::new(text).map(Doer::Other).or_else(|_| wrong("form-too-long"))
}

/// The name of a doer.
pub(in crate::forms) fn doer_named(reading: &Reading<'_>, who: &Doer) -> String {
    match who {
        Doer::Staff(id) => talk::name(reading.staff, *id).to_owned(),
        Doer::Other(name) => name.as_str().to_owned(),
    }
}

/// The readers of the note: the house, or some of its staff.
///
/// # Errors
/// The word that matches no staff.
pub(super) fn open_to(reading: &Reading<'_>, text: &str) -> Result<OpenTo, String> {
    let words = split(text);
    if words.is_empty() {
        return Ok(OpenTo::House);
    }
    let readers: Result<Vec<StaffId>, String> =
        words.into_iter().map(|w| member(reading, &w).map(|s| s.id).ok_or(w)).collect();
    let mut readers = readers?;
    readers.retain(|who| *who != reading.me.id);
    Ok(OpenTo::Only(readers))
}

/// The readers in words.
pub(super) fn openness(reading: &Reading<'_>, open_to: &OpenTo) -> String {
    let words: &trivsel_words::Words = reading.words;
    match open_to {
        OpenTo::House => words.get("form-open-to-all").to_owned(),
        OpenTo::Only(readers) if readers.is_empty() => words.get("form-open-to-me").to_owned(),
        OpenTo::Only(readers) => {
            let names: Vec<&str> = readers.iter().map(|r| reading.initials(*r)).collect();
            words.with("form-open-to-these", &[("names", names.join(", ").into())])
        }
    }
}
