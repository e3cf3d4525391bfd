//! The names that the log can be narrowed to.

use trivsel_domain::record::TalkKind;
use trivsel_domain::value::{Coded, Tag};
use trivsel_store::TagsInUse;

use super::Part;
use crate::forms::Lookup;
use crate::offers::{Offer, children};
use trivsel_words::text::Folded;

/// All names: staff, kinds of talk, themes and methods from the house's lists or on record, and children.
pub(super) fn offers(lookup: &Lookup<'_>, used: &TagsInUse) -> Vec<Offer<Part>> {
    let staff = lookup.staff.iter().map(|member| Offer::member(member, Part::Staff(member.id)));
    let kinds = TalkKind::ALL
        .iter()
        .map(|kind| Offer::new(lookup.words.code("talk", kind.code()), Part::Kind(*kind)));
    let themes = tags(&lookup.lists.themes, &used.themes, Part::Theme, lookup);
    let methods = tags(&lookup.lists.methods, &used.methods, Part::Method, lookup);
    let children = children(lookup, |cases, name| Part::Child(cases, name.to_owned()));
    staff.chain(kinds).chain(themes).chain(methods).chain(children).collect()
}

/// One offer for all tags that fold to the same text: `Søvn` on an old note and `søvn` on the list are one theme.
fn tags(listed: &[Tag], used: &[Tag], part: fn(Vec<Tag>) -> Part, lookup: &Lookup<'_>) -> Vec<Offer<Part>> {
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
        let label = offer.part.label(lookup).unwrap_or_default();
        offer.name = format!("{label}: {name}");
        offer
    };
    groups.into_iter().map(|(_, tags)| offer(tags)).collect()
}
