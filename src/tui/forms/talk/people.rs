//! Typed people in a note: participants, doers and readers.

use trivsel_domain::record::{Doer, OpenTo, Participant, Staff};
use trivsel_domain::value::{Coded, Line, Role, StaffId};

use crate::form::tags::split;
use crate::forms::Lookup;
use trivsel_words::text::Folded;
use trivsel_words::{self, talk};

/// The completions of the field of participants.
pub(super) fn known(lookup: &Lookup<'_>) -> Vec<String> {
    let roles = Role::ALL.iter().filter(|r| **r != Role::Other);
    let roles = roles.map(|r| lookup.words.code("role", r.code()).to_owned());
    roles.chain(lookup.at_work().map(|s| s.initials.as_str().to_owned())).collect()
}

/// Participants as they would be typed.
pub(super) fn names(lookup: &Lookup<'_>, who: &[Participant]) -> String {
    talk::participants(lookup.words, lookup.staff, &[], who)
}

/// A member of staff by initials, full name or given name; `None` if two match.
pub(in crate::forms) fn member<'a>(lookup: &Lookup<'a>, word: &str) -> Option<&'a Staff> {
    let folded = Folded::new(word);
    let is = |text: &str| Folded::new(text) == folded;
    let by = |fits: &dyn Fn(&Staff) -> bool| {
        let mut found = lookup.staff.iter().filter(|s| fits(s));
        found.next().filter(|_| found.next().is_none())
    };
    by(&|s| is(s.initials.as_str())).or_else(|| by(&|s| is(s.name.as_str()) || is(s.name.given())))
}

/// The participants.
///
/// # Errors
/// The word that is too long for a name.
pub(super) fn participants(lookup: &Lookup<'_>, text: &str) -> Result<Vec<Participant>, String> {
    split(text).into_iter().map(|word| participant(lookup, &word).ok_or(word)).collect()
}

fn participant(lookup: &Lookup<'_>, word: &str) -> Option<Participant> {
    let folded = Folded::new(word);
    let role = Role::ALL.iter().find(|r| Folded::new(lookup.words.code("role", r.code())) == folded);
    if let Some(role) = role {
        return Some(Participant::Role(*role));
    }
    match member(lookup, word) {
        Some(staff) => Some(Participant::Staff(staff.id)),
        None => Line::new(word).ok().map(Participant::Other),
    }
}

/// The doer of an agreement; the author if the field is empty.
///
/// # Errors
/// The text beside the field: several people, or no name.
pub(in crate::forms) fn doer(lookup: &Lookup<'_>, text: &str) -> Result<Doer, String> {
    if text.is_empty() {
        return Ok(Doer::Staff(lookup.me.id));
    }
    if let Some(staff) = member(lookup, text) {
        return Ok(Doer::Staff(staff.id));
    }
    let wrong = |id| Err(lookup.words.get(id).to_owned());
    if text.contains(',') {
        return wrong("form-one-answers");
    }
    if text.starts_with(|c: char| c.is_ascii_digit() || c == '+') {
        return wrong("form-no-name");
    }
    Line::new(text).map(Doer::Other).or_else(|_| wrong("form-too-long"))
}

/// The name of a doer.
pub(in crate::forms) fn doer_named(lookup: &Lookup<'_>, who: &Doer) -> String {
    match who {
        Doer::Staff(id) => talk::name(lookup.staff, *id).to_owned(),
        Doer::Other(name) => name.as_str().to_owned(),
    }
}

/// The readers of the note: the house, or some of its staff.
///
/// # Errors
/// The word that matches no staff.
pub(super) fn open_to(lookup: &Lookup<'_>, text: &str) -> Result<OpenTo, String> {
    let words = split(text);
    if words.is_empty() {
        return Ok(OpenTo::House);
    }
    let readers: Result<Vec<StaffId>, String> =
        words.into_iter().map(|w| member(lookup, &w).map(|s| s.id).ok_or(w)).collect();
    let mut readers = readers?;
    readers.retain(|who| *who != lookup.me.id);
    Ok(OpenTo::Only(readers))
}

/// The readers in words.
pub(super) fn openness(lookup: &Lookup<'_>, open_to: &OpenTo) -> String {
    let words: &trivsel_words::Words = lookup.words;
    match open_to {
        OpenTo::House => words.get("form-open-to-all").to_owned(),
        OpenTo::Only(readers) if readers.is_empty() => words.get("form-open-to-me").to_owned(),
        OpenTo::Only(readers) => {
            let names: Vec<&str> = readers.iter().map(|r| lookup.initials(*r)).collect();
            words.with("form-open-to-these", &[("names", names.join(", ").into())])
        }
    }
}
