//! What the log is narrowed to, typed on one line: `forældre MK uge 48 søren`. Child, kind, staff, period, theme and
//! method, in any order; what was understood is said before it is done.

use trivsel_domain::{CaseId, Coded, Staff, StaffId, Tag, TalkKind};
use trivsel_store::{Draft, TalkQuery};

use crate::tui::forms::Reading;
use crate::tui::model::Model;
use crate::words::dates;
use crate::words::text::Folded;
use crate::words::typed_date::{Counting, DateSpan, Lean, parse_span};

/// The most words that together can mean one thing: `ons 25. nov 2026`.
const TOGETHER: usize = 4;

/// One thing that a filter asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Child(CaseId, String),
    Kind(TalkKind),
    Staff(StaffId),
    Period(DateSpan),
    Theme(Tag),
    Method(Tag),
}

/// What the log is narrowed to; everything where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    text: String,
    case: Option<CaseId>,
    parts: Vec<Part>,
}

impl Filter {
    /// One case.
    #[must_use]
    pub fn of_case(case: CaseId) -> Self {
        Self { case: Some(case), ..Self::default() }
    }

    /// Reads a line.
    ///
    /// # Errors
    /// The word that is none of what can be filtered by.
    pub fn read(text: &str, reading: &Reading<'_>) -> Result<Self, String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (mut parts, mut at) = (Vec::new(), 0);
        while at < words.len() {
            let longest = (1..=TOGETHER.min(words.len() - at)).rev();
            let found = longest
                .filter_map(|n| words.get(at..at + n).map(|w| (n, w.join(" "))))
                .find_map(|(n, phrase)| part(&phrase, reading).map(|part| (n, part)));
            let Some((taken, part)) = found else {
                return Err(words.get(at).copied().unwrap_or_default().to_owned());
            };
            parts.push(part);
            at += taken;
        }
        let case = parts.iter().find_map(|p| match p {
            Part::Child(case, _) => Some(*case),
            _ => None,
        });
        Ok(Self { text: text.trim().to_owned(), case, parts })
    }

    /// The line as it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The case, where it is of one.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.case
    }

    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.case.is_none() && self.parts.is_empty()
    }

    /// Whether it lets a draft through: by child, kind and author. Of a draft nothing else is settled yet.
    #[must_use]
    pub fn takes_draft(&self, draft: &Draft) -> bool {
        self.case.is_none_or(|c| draft.case == Some(c))
            && self.parts.iter().all(|part| match part {
                Part::Child(..) => true,
                Part::Kind(kind) => draft.fields.get("kind").is_some_and(|k| k == kind.code()),
                Part::Staff(who) => draft.author == *who,
                Part::Period(_) | Part::Theme(_) | Part::Method(_) => false,
            })
    }

    /// What the house is asked for.
    #[must_use]
    pub fn query(&self, limit: usize) -> TalkQuery {
        let mut query = TalkQuery { cases: self.case.into_iter().collect(), limit, ..TalkQuery::default() };
        for part in &self.parts {
            match part {
                Part::Child(..) => {}
                Part::Kind(kind) => query.kinds.push(*kind),
                Part::Staff(who) => query.staff.push(*who),
                Part::Period(span) => (query.from, query.to) = (Some(span.from), Some(span.to)),
                Part::Theme(tag) => query.themes.push(tag.clone()),
                Part::Method(tag) => query.methods.push(tag.clone()),
            }
        }
        query
    }

    /// What was understood, in words; empty where everything is let through.
    #[must_use]
    pub fn told(&self, reading: &Reading<'_>) -> String {
        let words = reading.words;
        let told = |part: &Part| match part {
            Part::Child(_, name) => name.clone(),
            Part::Kind(kind) => words.code("talk", kind.code()).to_owned(),
            Part::Staff(who) => reading.initials(*who).to_owned(),
            Part::Period(span) => dates::span(words.lang(), span.from, span.to),
            Part::Theme(tag) => format!("{}: {}", words.code("field", "themes"), tag.as_str()),
            Part::Method(tag) => format!("{}: {}", words.code("field", "methods"), tag.as_str()),
        };
        self.parts.iter().map(told).collect::<Vec<_>>().join(" · ")
    }

    /// What the list is called.
    #[must_use]
    pub fn title(&self, model: &Model) -> String {
        if !self.parts.is_empty() {
            return self.told(&Reading::of(model));
        }
        self.case
            .and_then(|c| model.talks.name_of(c).or_else(|| model.name_of(c)))
            .map_or_else(|| model.words.get("talks-all").to_owned(), str::to_owned)
    }
}

/// What a few words mean together: initials, a kind, a tag, a period, a child, the first that fits.
fn part(phrase: &str, reading: &Reading<'_>) -> Option<Part> {
    let folded = Folded::new(phrase);
    staff(&folded, reading)
        .map(|s| Part::Staff(s.id))
        .or_else(|| kind(&folded, reading).map(Part::Kind))
        .or_else(|| tag(&folded, &reading.lists.themes).map(Part::Theme))
        .or_else(|| tag(&folded, &reading.lists.methods).map(Part::Method))
        .or_else(|| {
            parse_span(phrase, reading.today(), Lean::Past, Counting::EveryDay, reading.words.lang())
                .ok()
                .map(Part::Period)
        })
        .or_else(|| child(&folded, reading))
}

fn staff<'a>(phrase: &Folded, reading: &Reading<'a>) -> Option<&'a Staff> {
    reading.staff.iter().find(|s| Folded::new(s.initials.as_str()) == *phrase)
}

fn kind(phrase: &Folded, reading: &Reading<'_>) -> Option<TalkKind> {
    let begins = |k: &&TalkKind| Folded::new(reading.words.code("talk", k.code())).rank(phrase) == 0;
    TalkKind::ALL.iter().find(begins).copied()
}

fn tag(phrase: &Folded, tags: &[Tag]) -> Option<Tag> {
    tags.iter().find(|t| Folded::new(t.as_str()) == *phrase).cloned()
}

/// The child whose name fits best; an open case before one that is over.
fn child(phrase: &Folded, reading: &Reading<'_>) -> Option<Part> {
    let mut fits: Vec<_> = reading
        .cases
        .iter()
        .map(|k| (Folded::new(k.child.name.as_str()).rank(phrase), !k.case.is_open(), k))
        .filter(|(rank, ..)| *rank <= 1)
        .collect();
    fits.sort_by_key(|(rank, over, _)| (*rank, *over));
    fits.first().map(|(.., k)| Part::Child(k.case.id, k.child.name.as_str().to_owned()))
}
