//! The names that the log can be narrowed to, and how well a typed name fits each.

use trivsel_domain::record::TalkKind;
use trivsel_domain::value::{ChildId, Coded, Tag};
use trivsel_store::TagsInUse;

use super::Part;
use crate::forms::Reading;
use trivsel_words::text::{Folded, fold, fold_plain};

/// How well a name fits, the best fit first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The typed text is the whole name.
    Whole,
    /// The name begins with the typed text.
    Begins,
    /// A word of the name begins with the typed text.
    WordBegins,
}

/// A name in the spellings that it is compared by.
pub(super) struct Name {
    wide: String,
    plain: String,
    /// The name with its own letters: å differs from a.
    lower: String,
}

/// One thing the log can be narrowed to.
pub(super) struct Offer {
    /// The name with its sort, to tell it from equal names.
    pub(super) name: String,
    pub(super) part: Part,
    known_by: Name,
    /// A member's initials, which match only when typed in full.
    initials: Option<Name>,
    /// The name with what tells a child apart from those of the same name.
    apart: Option<Name>,
    /// Whether all the child's cases are closed. Such a child ranks after one with an open case.
    over: bool,
}

impl Name {
    pub(super) fn new(text: &str) -> Self {
        Self { wide: fold(text), plain: fold_plain(text), lower: text.to_lowercase() }
    }

    /// How well a typed name fits, and whether it fits only by another spelling. A plain o may stand for ø, but not ø
    /// for o.
    fn fit(&self, typed: &Self) -> Option<(Fit, bool)> {
        let plain = (typed.wide == typed.plain).then_some((&self.plain, &typed.plain));
        let spelled = std::iter::once((&self.wide, &typed.wide)).chain(plain);
        let fit = spelled.filter_map(|(name, typed)| fit(name, typed)).min()?;
        Some((fit, self::fit(&self.lower, &typed.lower) != Some(fit)))
    }
}

fn fit(name: &str, typed: &str) -> Option<Fit> {
    if name == typed {
        Some(Fit::Whole)
    } else if name.starts_with(typed) {
        Some(Fit::Begins)
    } else {
        name.split_whitespace().any(|word| word.starts_with(typed)).then_some(Fit::WordBegins)
    }
}

impl Offer {
    fn new(name: &str, part: Part) -> Self {
        Self {
            name: name.to_owned(),
            part,
            known_by: Name::new(name),
            initials: None,
            apart: None,
            over: false,
        }
    }

    /// How well a typed name fits; a smaller value fits better.
    pub(super) fn fit(&self, typed: &Name) -> Option<(Fit, bool, bool)> {
        let initials = self.initials.as_ref().and_then(|name| name.fit(typed));
        let initials = initials.filter(|(fit, _)| *fit == Fit::Whole);
        let apart = self.apart.as_ref().and_then(|name| name.fit(typed));
        let (fit, otherwise) = self.known_by.fit(typed).into_iter().chain(initials).chain(apart).min()?;
        Some((fit, otherwise, self.over))
    }
}

/// All names: staff, kinds of talk, themes and methods from the house's lists or on record, and children.
pub(super) fn offers(reading: &Reading<'_>, used: &TagsInUse) -> Vec<Offer> {
    let staff = reading.staff.iter().map(|member| {
        let (name, initials) = (member.name.as_str(), member.initials.as_str());
        let mut offer = Offer::new(name, Part::Staff(member.id));
        offer.initials = Some(Name::new(initials));
        offer.name = format!("{name} ({initials})");
        offer
    });
    let kinds = TalkKind::ALL
        .iter()
        .map(|kind| Offer::new(reading.words.code("talk", kind.code()), Part::Kind(*kind)));
    let themes = tags(&reading.lists.themes, &used.themes, Part::Theme, reading);
    let methods = tags(&reading.lists.methods, &used.methods, Part::Method, reading);
    staff.chain(kinds).chain(themes).chain(methods).chain(children(reading)).collect()
}

/// One offer for all tags that fold to the same text: `Søvn` on an old note and `søvn` on the list are one theme.
fn tags(listed: &[Tag], used: &[Tag], part: fn(Vec<Tag>) -> Part, reading: &Reading<'_>) -> Vec<Offer> {
    let mut groups: Vec<(Folded, Vec<Tag>)> = Vec::new();
    for tag in listed.iter().chain(used) {
        let folded = Folded::new(tag.as_str());
        match groups.iter_mut().find(|(known, _)| *known == folded) {
            Some((_, tags)) if tags.contains(tag) => {}
            Some((_, tags)) => tags.push(tag.clone()),
            None => groups.push((folded, vec![tag.clone()])),
        }
    }
    let offer = |tags: Vec<Tag>| {
        let name = tags.first().map_or("", Tag::as_str).to_owned();
        let mut offer = Offer::new(&name, part(tags));
        let label = offer.part.label(reading).unwrap_or_default();
        offer.name = format!("{label}: {name}");
        offer
    };
    groups.into_iter().map(|(_, tags)| offer(tags)).collect()
}

/// One offer for each child, with all the child's cases.
fn children(reading: &Reading<'_>) -> Vec<Offer> {
    let mut children: Vec<(ChildId, Offer)> = Vec::new();
    for known in reading.cases {
        let (case, open) = (known.case.id, known.case.runs_on(reading.today()));
        match children.iter_mut().find(|(child, _)| *child == known.child.id) {
            Some((_, Offer { part: Part::Child(cases, _), over, .. })) => {
                cases.insert(if open { 0 } else { cases.len() }, case);
                *over &= !open;
            }
            _ => {
                let name = known.child.name.as_str();
                let shown = known.name.to_string();
                let mut offer = Offer::new(name, Part::Child(vec![case], shown.clone()));
                offer.apart = Some(Name::new(&shown));
                offer.over = !open;
                children.push((known.child.id, offer));
            }
        }
    }
    children.into_iter().map(|(_, offer)| offer).collect()
}
