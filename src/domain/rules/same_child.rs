//! Which records may be of one child that was entered twice.
//!
//! Source: our own. Two different civil registration numbers are two children, and so are two different birthdays, unless
//! the name is the same and only day and month have changed places. Twins share birthday and family name, so a given name
//! counts as the same only if it is spelled as people spell one name.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::record::child::Child;
use crate::record::two_children::TwoChildren;
use crate::value::code::coded;
use crate::value::cpr::Cpr;
use crate::value::id::ChildId;
use crate::value::name::PersonName;

/// The most children of a house who share a birthday. A day that more have stands for an unknown one. Source: our own.
const BORN_TOGETHER: usize = 20;

/// The most pairs that are asked about at a time, the likeliest first. The next follow when these are decided. Source: our
/// own.
pub const ASKED_AT_ONCE: usize = 10;

coded! {
    "likeness"
    /// What speaks for two records being of one child, the strongest first.
    pub enum Likeness {
        /// They have the same civil registration number.
        Number = "number",
        /// They have the same birthday and one name: in another order, in another spelling, or with more names.
        Name = "name",
        /// They have the same name, and day and month of the birthday have changed places.
        Swapped = "swapped",
        /// They have the same name, and the birthday of one is not known.
        Undated = "undated",
        /// They have the same birthday and given name, and another family name.
        Given = "given",
    }
}

/// What a child is recognised by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Features {
    cpr: Option<Cpr>,
    born: Option<NaiveDate>,
    /// The words of the name, each as it sounds; at least one.
    words: Vec<String>,
}

impl Features {
    /// The features of a name, a birthday and a number. The number tells the birthday if that is missing.
    #[must_use]
    pub fn new(name: &str, born: Option<NaiveDate>, cpr: Option<Cpr>) -> Self {
        let folded = trivsel_fold::fold(name);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(sound);
        Self { cpr, born: born.or_else(|| cpr.map(|cpr| cpr.born())), words: words.collect() }
    }

    /// The features of a child on record.
    #[must_use]
    pub fn of(child: &Child) -> Self {
        Self::new(child.name.as_str(), child.born, child.cpr)
    }

    /// What speaks for this and another record being of one child; `None` if they are two for all that is known.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Option<Likeness> {
        if let Some((ours, theirs)) = self.cpr.zip(other.cpr) {
            return (ours == theirs).then_some(Likeness::Number);
        }
        match self.born.zip(other.born) {
            None => self.is_named_as(other).then_some(Likeness::Undated),
            Some((ours, theirs)) if ours != theirs => {
                (is_swapped(ours, theirs) && self.is_named_as(other)).then_some(Likeness::Swapped)
            }
            Some(_) if self.is_named_within(other) || other.is_named_within(self) => Some(Likeness::Name),
            Some(_) => (self.words.first() == other.words.first()).then_some(Likeness::Given),
        }
    }

    /// The words in an order that does not depend on how they are written.
    fn sorted(&self) -> Vec<&String> {
        let mut words: Vec<&String> = self.words.iter().collect();
        words.sort_unstable();
        words
    }

    /// Whether the names have the same words, in any order.
    fn is_named_as(&self, other: &Self) -> bool {
        self.sorted() == other.sorted()
    }

    /// Whether all words of this name, at least two, are in the other's.
    fn is_named_within(&self, other: &Self) -> bool {
        let mut theirs = other.sorted();
        let mut take = |word: &String| {
            let at = theirs.iter().position(|their| *their == word);
            at.map(|at| theirs.remove(at)).is_some()
        };
        self.words.len() > 1 && self.words.iter().all(&mut take)
    }
}

/// A child on record that somebody may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The name on record.
    pub name: PersonName,
    /// The birthday on record, if it is known.
    pub born: Option<NaiveDate>,
    /// What speaks for it.
    pub likeness: Likeness,
}

/// What two records must share to be compared.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Shared<'a> {
    Number(Cpr),
    Born(NaiveDate),
    Name(Vec<&'a String>),
}

/// Two records that may be of one child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The child that was entered first.
    pub one: ChildId,
    /// The other.
    pub other: ChildId,
    /// What speaks for it.
    pub likeness: Likeness,
}

/// The pairs of children that may be one and were not found to be two, each once. Only those are compared that share a
/// number, a birthday or a name.
#[must_use]
pub fn pairs<'a>(children: impl IntoIterator<Item = &'a Child>, found: &[TwoChildren]) -> Vec<Pair> {
    let mut all: Vec<(&Child, Features)> =
        children.into_iter().map(|child| (child, Features::of(child))).collect();
    all.sort_by_key(|(child, _)| child.id);
    let mut alike: BTreeMap<Shared<'_>, Vec<usize>> = BTreeMap::new();
    for (at, (_, of)) in all.iter().enumerate() {
        let keys = [of.cpr.map(Shared::Number), of.born.map(Shared::Born), Some(Shared::Name(of.sorted()))];
        keys.into_iter().flatten().for_each(|key| alike.entry(key).or_default().push(at));
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    let is_known = |shared: &Shared<'_>, group: &[usize]| match shared {
        Shared::Born(_) => group.len() <= BORN_TOGETHER,
        Shared::Number(_) | Shared::Name(_) => true,
    };
    for (_, group) in alike.iter().filter(|(shared, group)| is_known(shared, group)) {
        for (n, other) in group.iter().enumerate() {
            pairs.extend(group.iter().take(n).map(|one| (*one, *other)));
        }
    }
    let pair = |(one, other): (usize, usize)| {
        let ((one, ours), (other, theirs)) = (all.get(one)?, all.get(other)?);
        let likeness = ours.likeness(theirs)?;
        let is_found = found.iter().any(|two| two.names(&identities(one)) && two.names(&identities(other)));
        (!is_found).then_some(Pair { one: one.id, other: other.id, likeness })
    };
    pairs.into_iter().filter_map(pair).collect()
}

/// The identities that a child has had.
fn identities(child: &Child) -> Vec<ChildId> {
    core::iter::once(child.id).chain(child.former.iter().copied()).collect()
}

/// Whether day and month of two dates in one year have changed places.
fn is_swapped(one: NaiveDate, other: NaiveDate) -> bool {
    (one.year(), one.month(), one.day()) == (other.year(), other.day(), other.month())
}

/// A folded word as it sounds: Sophie is Sofie, Mathias is Mattias, Christian is Kristian, Soeren and Soren are Søren.
fn sound(word: &str) -> String {
    let mut sound = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let (heard, silent) = match (letter, next) {
            ('p', Some('h')) => ('f', true),
            ('t', Some('h')) => ('t', true),
            ('c', Some('h' | 'k')) => ('k', true),
            ('o', Some('e')) => ('o', true),
            ('c', _) => ('k', false),
            ('w', _) => ('v', false),
            ('z', _) => ('s', false),
            _ => (letter, false),
        };
        letters.next_if(|_| silent);
        if !heard.is_alphabetic() || !sound.ends_with(heard) {
            sound.push(heard);
        }
    }
    sound
}
