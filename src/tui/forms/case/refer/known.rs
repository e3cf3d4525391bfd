//! Finds the child of a new case on record.

use trivsel_domain::record::Child;
use trivsel_domain::rules::same_child::{Features, Likeness};
use trivsel_domain::value::Coded;

use crate::form::Form;
use crate::forms::{Known, Lookup, field};
use trivsel_words::dates;
use trivsel_words::text::{Folded, clip};

/// The child that the typed name and birthday match.
#[derive(Debug)]
pub(super) enum Found<'a> {
    /// No child on record.
    New,
    /// A child on record, who gets the new case.
    Known(&'a Child),
    /// A child of that name with a birthday, while none is typed.
    Unsure(&'a Child),
    /// A child of that name with a different birthday.
    Namesake(&'a Child),
    /// The child that most likely is the same, by what is typed.
    Alike(&'a Child, Likeness),
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
    let birth = super::birth(&form.text(field::BORN), lookup).ok();
    let (born, cpr) = birth.map_or((None, None), |(born, cpr)| (Some(born), cpr));
    let same = alike.iter().find(|c| c.born == born);
    match (same, alike.first()) {
        (Some(child), _) => return Found::Known(child),
        (None, Some(child)) if born.is_none() => return Found::Unsure(child),
        _ => {}
    }
    let typed = Features::new(&form.text(field::NAME), born, cpr);
    let like = |known: &'a Known| Some((Features::of(&known.child).likeness(&typed)?, &known.child));
    let likeliest = lookup.cases.iter().filter_map(like).min_by_key(|(likeness, _)| *likeness);
    match (likeliest, alike.first()) {
        (Some((likeness, child)), _) => Found::Alike(child, likeness),
        (None, Some(child)) => Found::Namesake(child),
        (None, None) => Found::New,
    }
}

/// What to do about a child on record that may be the same; it stands beside the birthday, which is typed last.
pub(super) fn advice(found: &Found<'_>, lookup: &Lookup<'_>) -> Option<String> {
    let Found::Alike(child, _) = found else { return None };
    let (name, born) = (lookup.name(child).to_string(), dates::birth(lookup.words, child.born));
    Some(lookup.words.with("refer-alike-advice", &[("name", name.into()), ("born", born.into())]))
}

/// The question before a child is entered that may be on record, with names of so many columns at most; nothing where the
/// rules refuse it anyway.
#[must_use]
pub fn before_alike(form: &Form, lookup: &Lookup<'_>, most: usize) -> Option<String> {
    match found(form, lookup) {
        Found::Alike(child, likeness) if likeness != Likeness::Number => {
            let typed = clip(&form.text(field::NAME), most);
            let args = [("typed", typed.into()), ("who", who(child, likeness, lookup, most).into())];
            Some(lookup.words.with("question-refer-alike", &args))
        }
        _ => None,
    }
}

/// "Søren Ægård Åse, født 4. mar 2013 (samme fødselsdag, og navnene ligner hinanden)".
fn who(child: &Child, likeness: Likeness, lookup: &Lookup<'_>, most: usize) -> String {
    let words = lookup.words;
    let likeness = words.code("likeness", likeness.code());
    let args = [
        ("name", lookup.name(child).within(most).into()),
        ("born", dates::birth(words, child.born).into()),
        ("likeness", likeness.into()),
    ];
    words.with("refer-who", &args)
}

/// The text beside the name of a child on record.
pub(super) fn told(found: &Found<'_>, lookup: &Lookup<'_>) -> Option<String> {
    let words = lookup.words;
    let born = |child: &Child| child.born.map(|day| dates::day_month_year(words.lang(), day));
    match found {
        Found::New => None,
        Found::Known(child) => {
            let latest = lookup.cases.iter().filter(|k| k.child.id == child.id);
            let latest = latest.max_by_key(|k| (k.case.referral.on, k.case.id))?;
            let stage = words.code("stage", latest.case.stage().code());
            let day = dates::day_month_year(words.lang(), latest.case.referral.on);
            Some(words.with("refer-known", &[("stage", stage.into()), ("day", day.into())]))
        }
        Found::Unsure(child) => born(child).map(|day| words.with("refer-unsure", &[("day", day.into())])),
        Found::Alike(child, _) => Some(words.with("refer-alike", &[("name", child.name.as_str().into())])),
        Found::Namesake(child) => born(child).map(|day| words.with("refer-namesake", &[("day", day.into())])),
    }
}
