//! The sections that a draft holds, when the template has changed since it was typed: each keeps its text and its heading.

use std::collections::BTreeMap;

use trivsel_domain::record::DocumentKind;
use trivsel_domain::value::Coded;

use super::{heading, is_section, same, usual};
use crate::form::{Form, FormField, draft};
use crate::forms::input::long;
use crate::forms::{Lookup, field};

/// A section in a draft.
struct Drafted {
    name: &'static str,
    number: usize,
    /// Its heading; an earlier program did not keep those of a house's own sections.
    heading: Option<String>,
    is_empty: bool,
}

/// Gives each section of a form the number that it has in a draft, and adds the sections of the draft that the form lacks
/// below the others, so that the draft can be filled in.
pub(in crate::forms::case::document) fn resume(
    kind: DocumentKind,
    form: &mut Form,
    drafted: &BTreeMap<String, String>,
    lookup: &Lookup<'_>,
) {
    let words = lookup.words;
    let all = sections(drafted);
    let mut last = all.iter().map(|one| one.number).max().unwrap_or(0);
    let own = |one: &&Drafted| one.name == field::SEC_OTHER;
    for field in form.fields.iter_mut().filter(|field| field.name == field::SEC_OTHER) {
        let here = heading(field, words);
        let is_it = |one: &&Drafted| match &one.heading {
            Some(there) => same(kind, there, &here),
            None => one.number == field.number,
        };
        field.number = all.iter().filter(own).find(is_it).map_or_else(
            || {
                last += 1;
                last
            },
            |one| one.number,
        );
    }
    let at = form.fields.iter().position(|field| !is_section(field, kind)).unwrap_or(form.fields.len());
    let rest = form.fields.split_off(at);
    for one in all.into_iter().filter(|one| !one.is_empty) {
        let is_it = |field: &&FormField| (field.name, field.number) == (one.name, one.number);
        if form.fields.iter().any(|field| is_it(&field)) {
            continue;
        }
        let mut field = long(one.name, "").numbered(one.number);
        field.heading = one.heading;
        field.note = Some(words.get("papers-not-in-template").to_owned());
        form.fields.push(field);
    }
    form.fields.extend(rest);
}

/// The sections of a draft, in the order of their names and numbers.
fn sections(drafted: &BTreeMap<String, String>) -> Vec<Drafted> {
    let mut names: Vec<&'static str> =
        DocumentKind::ALL.iter().flat_map(|kind| usual(*kind)).map(|(name, _)| *name).collect();
    names.sort_unstable();
    names.dedup();
    names.push(field::SEC_OTHER);
    let own = |key: &str| key.strip_prefix(field::SEC_OTHER)?.strip_prefix('-')?.parse().ok();
    let mut found = Vec::new();
    for (key, text) in drafted {
        let number: Option<usize> = own(key);
        let of = if number.is_some() { field::SEC_OTHER } else { key };
        let Some(name) = names.iter().find(|name| **name == of) else { continue };
        let heading = drafted.get(&draft::heading_key(key)).cloned();
        let is_empty = text.trim().is_empty();
        found.push(Drafted { name, number: number.unwrap_or(0), heading, is_empty });
    }
    found.sort_by_key(|one| (one.name == field::SEC_OTHER, one.name, one.number));
    found
}
