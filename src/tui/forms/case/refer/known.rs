//! Finds the child of a new case on record.

use trivsel_domain::record::Child;
use trivsel_domain::value::Coded;

use crate::form::Form;
use crate::forms::{Known, Lookup, alike, field};
use trivsel_words::dates;
use trivsel_words::text::Folded;

/// The child that the typed name and birthday match.
#[derive(Debug)]
pub(super) enum Found<'a> {
    /// No child on record.
    New,
    /// A child on record, who gets the new case.
    Known(&'a Child),
    /// A child of that name with a birthday, while none is typed.
    Unsure(&'a Child),
    /// A child of that name with a different birthday, or none on record.
    Namesake(&'a Child),
    /// A child with the birthday and the given name, and another name otherwise.
    Alike(&'a Child),
}

/// Looks for the child in every case, closed ones too.
pub(super) fn found<'a>(form: &Form, lookup: &Lookup<'a>) -> Found<'a> {
    let name = form.text(field::NAME);
    if name.is_empty() {
        return Found::New;
    }
    let name = Folded::new(&name);
    let mut alike: Vec<&Child> = Vec::new();
    for known in lookup.cases {
        let new = !alike.iter().any(|c| c.id == known.child.id);
        if new && Folded::new(known.child.name.as_str()) == name {
            alike.push(&known.child);
        }
    }
    let born = super::birth(&form.text(field::BORN), lookup).ok().map(|b| b.0);
    let same = alike.iter().find(|c| c.born == born);
    match (same, alike.first()) {
        (Some(child), _) => Found::Known(child),
        (None, Some(child)) if born.is_none() => Found::Unsure(child),
        (None, Some(child)) => Found::Namesake(child),
        (None, None) => {
            let typed = form.text(field::NAME);
            let may_be = |known: &&Known| born.is_some() && alike::may_be(&known.child, &typed, born);
            lookup.cases.iter().find(may_be).map_or(Found::New, |known| Found::Alike(&known.child))
        }
    }
}

/// The text beside the name of a child on record.
pub(super) fn told(found: &Found<'_>, lookup: &Lookup<'_>) -> Option<String> {
    let words = lookup.words;
    let born =
        |child: &Child| child.born.map_or_else(|| "–".to_owned(), |d| dates::day_month_year(words.lang(), d));
    match found {
        Found::New => None,
        Found::Known(child) => {
            let latest = lookup.cases.iter().filter(|k| k.child.id == child.id);
            let latest = latest.max_by_key(|k| (k.case.referral.on, k.case.id))?;
            let stage = words.code("stage", latest.case.stage().code());
            let day = dates::day_month_year(words.lang(), latest.case.referral.on);
            Some(words.with("refer-known", &[("stage", stage.into()), ("day", day.into())]))
        }
        Found::Unsure(child) => Some(words.with("refer-unsure", &[("day", born(child).into())])),
        Found::Alike(child) => Some(words.with("refer-alike", &[("name", child.name.as_str().into())])),
        Found::Namesake(child) => Some(words.with("refer-namesake", &[("day", born(child).into())])),
    }
}
