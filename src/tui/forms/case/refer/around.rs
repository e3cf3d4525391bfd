//! The people around the child of a new case, as typed and as on record.

use trivsel_domain::record::{Child, Person};
use trivsel_domain::value::{Coded, Line, Role};

use crate::forms::Lookup;
use crate::forms::alike::are_spellings;
use trivsel_words::Words;
use trivsel_words::problems::text_problem;
use trivsel_words::typed_people::{PeopleProblem, TypedPerson, parse_contact, parse_parents};

/// The typed parents.
///
/// # Errors
/// The text beside the field.
pub(super) fn parents(text: &str, words: &Words) -> Result<Vec<TypedPerson>, String> {
    parse_parents(text, words).map_err(|problem| people_problem(&problem, "people-no-name", words))
}

/// The typed contact in PPR.
///
/// # Errors
/// The text beside the field.
pub(super) fn ppr(text: &str, words: &Words) -> Result<TypedPerson, String> {
    parse_contact(text, Role::Ppr, words)
        .map_err(|problem| people_problem(&problem, "people-no-contact", words))
}

fn people_problem(problem: &PeopleProblem, no_name: &str, words: &Words) -> String {
    match problem {
        PeopleProblem::NoRole { word } => words.with("people-no-role", &[("word", word.into())]),
        PeopleProblem::NoName => words.get(no_name).to_owned(),
        PeopleProblem::TooLong => words.get("case-form-name-long").to_owned(),
        PeopleProblem::Unfit(problem) => text_problem(words, *problem),
    }
}

/// The people around a child today.
pub(super) fn on_record<'a>(child: &Child, lookup: &Lookup<'a>) -> impl Iterator<Item = &'a Person> {
    let known = lookup.cases.iter().find(|k| k.child.id == child.id);
    let today = lookup.today();
    known.into_iter().flat_map(|k| &k.people).filter(move |p| p.is_there_on(today))
}

/// The parents on record as they would be typed. A parent who can't be typed is left out of the field only.
pub(super) fn parents_text(child: &Child, lookup: &Lookup<'_>) -> String {
    let words = lookup.words;
    let parent = |person: &Person| {
        let role = words.code("parent-words", person.role.code()).split_whitespace().next()?;
        let text = format!("{role} {}", named(person));
        (parse_parents(&text, words).ok()? == [as_typed(person)]).then_some(text)
    };
    let parents = on_record(child, lookup).filter(|p| p.role.is_parent());
    parents.filter_map(parent).collect::<Vec<_>>().join(", ")
}

/// The contact in PPR on record as it would be typed.
pub(super) fn ppr_text(child: &Child, lookup: &Lookup<'_>) -> String {
    let typed = |person: &Person| {
        let text = named(person);
        (parse_contact(&text, Role::Ppr, lookup.words).ok()? == as_typed(person)).then_some(text)
    };
    on_record(child, lookup).filter(|p| p.role == Role::Ppr).find_map(typed).unwrap_or_default()
}

fn named(person: &Person) -> String {
    let reached = [&person.phone, &person.mail].into_iter().flatten().map(Line::as_str);
    core::iter::once(person.name.as_str()).chain(reached).collect::<Vec<_>>().join(" ")
}

fn as_typed(person: &Person) -> TypedPerson {
    TypedPerson {
        role: person.role,
        name: person.name.clone(),
        phone: person.phone.clone(),
        mail: person.mail.clone(),
    }
}

/// The person on record that a typed person matches.
fn known<'a>(typed: &TypedPerson, child: &Child, lookup: &Lookup<'a>) -> Option<&'a Person> {
    let is_it = |p: &&Person| p.role == typed.role && are_spellings(p.name.as_str(), typed.name.as_str());
    on_record(child, lookup).find(is_it)
}

/// A typed person with the name on record: østergaard is Østergård.
pub(super) fn by_name_on_record(mut typed: TypedPerson, child: &Child, lookup: &Lookup<'_>) -> TypedPerson {
    if let Some(person) = known(&typed, child, lookup) {
        typed.name = person.name.clone();
    }
    typed
}

/// The people as understood: "mor Mette Holm, 12 34 56 78 · far Jens Holm"; or that all are on record.
pub(super) fn told(people: &[TypedPerson], child: Option<&Child>, lookup: &Lookup<'_>) -> String {
    let words = lookup.words;
    let stands = |typed: &TypedPerson| {
        let known = child.and_then(|child| known(typed, child, lookup));
        known.is_some_and(|p| {
            [(&typed.phone, &p.phone), (&typed.mail, &p.mail)].iter().all(|(t, k)| t.is_none() || t == k)
        })
    };
    if people.iter().all(stands) {
        return words.get("refer-people-known").to_owned();
    }
    let one = |p: &TypedPerson| {
        let mut told = format!("{} {}", words.code("role", p.role.code()), p.name.as_str());
        for more in [&p.phone, &p.mail].into_iter().flatten() {
            told.push_str(", ");
            told.push_str(more.as_str());
        }
        told
    };
    people.iter().map(one).collect::<Vec<_>>().join(" · ")
}
