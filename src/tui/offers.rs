//! Names that a line can hold, and how well a typed name fits each.

use trivsel_domain::record::Staff;
use trivsel_domain::value::CaseId;

use crate::forms::{Known, Lookup};
use trivsel_words::text::{fold, fold_plain};

/// How well a name fits, the best fit first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The typed text is the whole name.
    Whole,
    /// The name begins with the typed text.
    Begins,
    /// A word of the name begins with the typed text.
    WordBegins,
}

/// A name in the spellings that it is compared by.
pub struct Name {
    text: String,
    wide: String,
    plain: String,
    /// The name with its own letters: å differs from a.
    lower: String,
}

/// One thing that a name can mean.
pub struct Offer<P> {
    /// The name, with what tells it from equal names.
    pub name: String,
    pub part: P,
    known_by: Name,
    /// A member's initials, which match only when typed in full.
    initials: Option<Name>,
    /// The name with what tells a child apart from those of the same name.
    apart: Option<Name>,
    /// Whether all the child's cases are closed. Such a child ranks after one with an open case.
    over: bool,
}

impl Name {
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), wide: fold(text), plain: fold_plain(text), lower: text.to_lowercase() }
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

impl<P> Offer<P> {
    #[must_use]
    pub fn new(name: &str, part: P) -> Self {
        let (name, known_by) = (name.to_owned(), Name::new(name));
        Self { name, part, known_by, initials: None, apart: None, over: false }
    }

    /// A member of staff, known by name and by initials.
    #[must_use]
    pub fn member(member: &Staff, part: P) -> Self {
        let (name, initials) = (member.name.as_str(), member.initials.as_str());
        let initial = Some(Name::new(initials));
        Self { name: format!("{name} ({initials})"), initials: initial, ..Self::new(name, part) }
    }

    /// The name with what tells it from equal names.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.apart.as_ref().map_or(&self.name, |name| &name.text)
    }

    /// The name as it is typed on a line: a member by initials.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.initials.as_ref().map_or(self.shown(), |name| &name.text)
    }

    /// How well a typed name fits; a smaller value fits better.
    #[must_use]
    pub fn fit(&self, typed: &Name) -> Option<(Fit, bool, bool)> {
        let initials = self.initials.as_ref().and_then(|name| name.fit(typed));
        let initials = initials.filter(|(fit, _)| *fit == Fit::Whole);
        let apart = self.apart.as_ref().and_then(|name| name.fit(typed));
        let (fit, otherwise) = self.known_by.fit(typed).into_iter().chain(initials).chain(apart).min()?;
        Some((fit, otherwise, self.over))
    }
}

impl<P> Offer<Option<P>> {
    /// The offer, if the name means something.
    #[must_use]
    pub fn known(self) -> Option<Offer<P>> {
        let Self { name, part, known_by, initials, apart, over } = self;
        part.map(|part| Offer { name, part, known_by, initials, apart, over })
    }
}

/// One offer for each child, made of the child's cases, the open one first, and the name that tells it apart.
#[must_use]
pub fn children<P>(lookup: &Lookup<'_>, part: impl Fn(Vec<CaseId>, &str) -> P) -> Vec<Offer<P>> {
    let mut children: Vec<(&Known, Vec<CaseId>, bool)> = Vec::new();
    for known in lookup.cases {
        let (case, open) = (known.case.id, known.case.runs_on(lookup.today()));
        match children.iter_mut().find(|(first, ..)| first.child.id == known.child.id) {
            Some((_, cases, over)) => {
                cases.insert(if open { 0 } else { cases.len() }, case);
                *over &= !open;
            }
            None => children.push((known, vec![case], !open)),
        }
    }
    let offer = |(known, cases, over): (&Known, _, _)| {
        let shown = known.name.to_string();
        let offer = Offer::new(known.child.name.as_str(), part(cases, &shown));
        Offer { apart: Some(Name::new(&shown)), over, ..offer }
    };
    children.into_iter().map(offer).collect()
}
