//! The filter of the log, typed on one line in any order: `forældre MK uge 48 søren`.
//!
//! It takes child, kind, staff, period, theme and method. Several parts of one sort mean any of them.

mod offers;
mod read;

use trivsel_domain::record::TalkKind;
use trivsel_domain::value::{CaseId, Coded, StaffId, Tag};
use trivsel_store::{Draft, TalkQuery};

pub use self::read::Problem;
use crate::forms::{Lookup, field};
use crate::model::Model;
use trivsel_words::dates;
use trivsel_words::typed_date::DateSpan;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// The child's cases, the open one first, and the child's name.
    Child(Vec<CaseId>, String),
    Kind(TalkKind),
    Staff(StaffId),
    Period(DateSpan),
    /// A theme in all its spellings.
    Theme(Vec<Tag>),
    /// A method in all its spellings.
    Method(Vec<Tag>),
}

/// What the log is narrowed to. The default lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    text: String,
    /// Sorted by `Part::sort`.
    parts: Vec<Part>,
}

impl Part {
    /// The sort number of a period.
    const PERIOD: usize = 3;

    /// The place of the part in the filter's title; equal numbers are parts of one sort.
    fn sort(&self) -> usize {
        match self {
            Self::Child(..) => 0,
            Self::Kind(_) => 1,
            Self::Staff(_) => 2,
            Self::Period(_) => Self::PERIOD,
            Self::Theme(_) => 4,
            Self::Method(_) => 5,
        }
    }

    /// The part in words, without the name of its sort.
    fn name(&self, lookup: &Lookup<'_>) -> String {
        let words = lookup.words;
        match self {
            Self::Child(_, name) => name.clone(),
            Self::Kind(kind) => words.code("talk", kind.code()).to_owned(),
            Self::Staff(who) => lookup.initials(*who).to_owned(),
            Self::Period(span) => dates::span(words.lang(), span.from, span.to),
            Self::Theme(tags) | Self::Method(tags) => {
                tags.first().map_or_else(String::new, |tag| tag.as_str().to_owned())
            }
        }
    }

    /// The name of the sort, for parts whose sort the text alone does not show.
    fn label(&self, lookup: &Lookup<'_>) -> Option<String> {
        let field = match self {
            Self::Theme(_) => "themes",
            Self::Method(_) => "methods",
            _ => return None,
        };
        Some(lookup.words.code("field", field).to_owned())
    }
}

impl Filter {
    /// A filter for one case.
    #[must_use]
    pub fn of_case(case: CaseId, name: &str) -> Self {
        Self { text: name.to_owned(), parts: vec![Part::Child(vec![case], name.to_owned())] }
    }

    /// The line as it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cases that the filter names.
    pub fn cases(&self) -> impl Iterator<Item = CaseId> {
        self.parts
            .iter()
            .flat_map(|part| match part {
                Part::Child(cases, _) => cases.as_slice(),
                _ => &[],
            })
            .copied()
    }

    /// The case if the filter names a single child; the open case if the child has one.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        let mut children = self.parts.iter().filter_map(|part| match part {
            Part::Child(cases, _) => Some(cases),
            _ => None,
        });
        match (children.next(), children.next()) {
            (Some(cases), None) => cases.first().copied(),
            _ => None,
        }
    }

    /// Whether the filter lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether the filter lets through a note of a case, or of no case.
    #[must_use]
    pub fn takes_case(&self, case: Option<CaseId>) -> bool {
        self.cases().next().is_none() || self.cases().any(|c| case == Some(c))
    }

    /// Whether the filter lets a draft through by child, kind and author. A draft has no final date or tags.
    #[must_use]
    pub fn takes_draft(&self, draft: &Draft) -> bool {
        let settled =
            self.parts.iter().all(|p| matches!(p, Part::Child(..) | Part::Kind(_) | Part::Staff(_)));
        let (mut kinds, mut staff) = (Vec::new(), Vec::new());
        for part in &self.parts {
            match part {
                Part::Kind(kind) => kinds.push(kind.code()),
                Part::Staff(who) => staff.push(*who),
                _ => {}
            }
        }
        settled
            && self.takes_case(draft.case)
            && (kinds.is_empty()
                || draft.fields.get(field::KIND).is_some_and(|k| kinds.contains(&k.as_str())))
            && (staff.is_empty() || staff.contains(&draft.author))
    }

    /// The query that the filter stands for.
    #[must_use]
    pub fn query(&self, limit: usize) -> TalkQuery {
        let mut query = TalkQuery { limit, ..TalkQuery::default() };
        for part in &self.parts {
            match part {
                Part::Child(cases, _) => query.cases.extend(cases),
                Part::Kind(kind) => query.kinds.push(*kind),
                Part::Staff(who) => query.staff.push(*who),
                Part::Period(span) => (query.from, query.to) = (Some(span.from), Some(span.to)),
                Part::Theme(tags) => query.themes.extend(tags.iter().cloned()),
                Part::Method(tags) => query.methods.extend(tags.iter().cloned()),
            }
        }
        query
    }

    /// The filter in words: `Ida eller Søren · Forældresamtale`. Empty if it lets everything through.
    #[must_use]
    pub fn told(&self, lookup: &Lookup<'_>) -> String {
        told(self.parts.iter(), lookup)
    }

    /// The title of the log.
    #[must_use]
    pub fn title(&self, model: &Model) -> String {
        title(self.parts.iter(), model)
    }

    /// The title of the follow-ups, which are narrowed by child only.
    #[must_use]
    pub fn title_of_follow_ups(&self, model: &Model) -> String {
        title(self.parts.iter().filter(|part| matches!(part, Part::Child(..))), model)
    }
}

fn title<'a>(parts: impl Iterator<Item = &'a Part>, model: &Model) -> String {
    let told = told(parts, &Lookup::of(model));
    if told.is_empty() { model.words.get("talks-all").to_owned() } else { told }
}

fn told<'a>(parts: impl Iterator<Item = &'a Part>, lookup: &Lookup<'_>) -> String {
    let or = format!(" {} ", lookup.words.get("filter-or"));
    let parts: Vec<&Part> = parts.collect();
    let same_sort = parts.chunk_by(|one, other| one.sort() == other.sort());
    let told = same_sort.map(|parts| {
        let names = parts.iter().map(|part| part.name(lookup)).collect::<Vec<_>>().join(&or);
        let label = parts.first().and_then(|part| part.label(lookup));
        label.map_or(names.clone(), |label| format!("{label}: {names}"))
    });
    told.collect::<Vec<_>>().join(" · ")
}
