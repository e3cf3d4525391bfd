//! The people who stand twice around two children that are one.

use alloc::vec::Vec;

use crate::record::person::Person;

/// The pairs of people who are one: of one role and name, and with nothing on record that contradicts. Each is in one pair
/// at most. Source: our own.
#[must_use]
pub fn doubles<'a>(ours: &'a [Person], theirs: &'a [Person]) -> Vec<(&'a Person, &'a Person)> {
    let mut pairs: Vec<(&Person, &Person)> = Vec::new();
    for their in theirs {
        let free = |our: &&Person| !pairs.iter().any(|(taken, _)| taken.id == our.id);
        let double = ours.iter().filter(free).find(|our| are_one(our, their));
        pairs.extend(double.map(|our| (our, their)));
    }
    pairs
}

/// A person, with what is known only of their double.
#[must_use]
pub fn filled(person: &Person, double: &Person) -> Person {
    Person {
        custody: person.custody.or(double.custody),
        phone: person.phone.clone().or_else(|| double.phone.clone()),
        mail: person.mail.clone().or_else(|| double.mail.clone()),
        workplace: person.workplace.clone().or_else(|| double.workplace.clone()),
        note: person.note.clone().or_else(|| double.note.clone()),
        ..person.clone()
    }
}

fn are_one(a: &Person, b: &Person) -> bool {
    a.role == b.role
        && a.until == b.until
        && a.name.is_like(&b.name)
        && agree(a.custody.as_ref(), b.custody.as_ref())
        && agree(a.phone.as_ref(), b.phone.as_ref())
        && agree(a.mail.as_ref(), b.mail.as_ref())
        && agree(a.workplace.as_ref(), b.workplace.as_ref())
        && agree(a.note.as_ref(), b.note.as_ref())
}

fn agree<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a == b)
}
