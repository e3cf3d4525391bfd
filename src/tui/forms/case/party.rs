//! A typed party: a person around the child, a role, or a name.

use trivsel_domain::record::{Party, Person};
use trivsel_domain::value::{Coded, Line, Role};

use crate::form::{FormField, Input, Tags};
use crate::forms::Lookup;
use trivsel_words::correspondence as told;
use trivsel_words::text::Folded;

/// A field for one party, completed from the people around the child today and the roles.
pub(super) fn party_field(name: &'static str, lookup: &Lookup<'_>, party: Option<&Party>) -> FormField {
    let today = lookup.today();
    let here = people(lookup).iter().filter(|p| p.is_there_on(today));
    let named = here.map(|p| told::party(lookup.words, people(lookup), &Party::Person(p.id)));
    let roles = Role::ALL.iter().filter(|r| **r != Role::Other);
    let roles = roles.map(|r| lookup.words.code("role", r.code()).to_owned());
    let text = party.map_or_else(String::new, |p| told::party(lookup.words, people(lookup), p));
    FormField::new(name, Input::Tags(Tags::single(named.chain(roles), &text)))
}

/// The people around the child of the form, former ones too.
pub(super) fn people<'a>(lookup: &Lookup<'a>) -> &'a [Person] {
    lookup.dossier.map_or(&[][..], |d| &d.people)
}

/// The party that a text means: a person by role and name or by name, a role, or another name as written.
///
/// # Errors
/// The text beside the field.
pub(super) fn party(text: &str, lookup: &Lookup<'_>) -> Result<Party, String> {
    let text = text.trim();
    let typed = Folded::new(text);
    let is = |other: &str| Folded::new(other) == typed;
    let all = people(lookup);
    let whole = |p: &&Person| is(&told::party(lookup.words, all, &Party::Person(p.id)));
    if let Some(person) = all.iter().find(whole) {
        return Ok(Party::Person(person.id));
    }
    let mut named = all.iter().filter(|p| is(p.name.as_str()));
    if let (Some(person), None) = (named.next(), named.next()) {
        return Ok(Party::Person(person.id));
    }
    if let Some(role) = Role::ALL.iter().find(|r| is(lookup.words.code("role", r.code()))) {
        return Ok(Party::Role(*role));
    }
    let id = if text.is_empty() { "form-missing" } else { "case-form-long" };
    Line::new(text).map(Party::Other).map_err(|_| lookup.words.get(id).to_owned())
}
