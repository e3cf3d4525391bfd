//! What the log is narrowed to, typed on one line: `forældre MK uge 48 søren`. Child, kind, staff, period, theme and
//! method, in any order; several of one sort mean either of them. What was understood is said before it is done.

mod offers;
mod read;

use trivsel_domain::{CaseId, Coded, StaffId, Tag, TalkKind};
use trivsel_store::{Draft, TalkQuery};

pub use self::read::Problem;
use crate::forms::Reading;
use crate::model::Model;
use trivsel_words::dates;
use trivsel_words::typed_date::DateSpan;

/// One thing that a filter asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// A child by their cases, the open one first, and their name.
    Child(Vec<CaseId>, String),
    Kind(TalkKind),
    Staff(StaffId),
    Period(DateSpan),
    /// A theme in every way it is written.
    Theme(Vec<Tag>),
    /// A method in every way it is written.
    Method(Vec<Tag>),
}

/// What the log is narrowed to; everything where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    text: String,
    /// Child before kind before staff, and so on.
    parts: Vec<Part>,
}

impl Part {
    /// The sort of a period.
    const PERIOD: usize = 3;

    /// Its place in what is told.
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

    /// In words, without its sort.
    fn name(&self, reading: &Reading<'_>) -> String {
        let words = reading.words;
        match self {
            Self::Child(_, name) => name.clone(),
            Self::Kind(kind) => words.code("talk", kind.code()).to_owned(),
            Self::Staff(who) => reading.initials(*who).to_owned(),
            Self::Period(span) => dates::span(words.lang(), span.from, span.to),
            Self::Theme(tags) | Self::Method(tags) => {
                tags.first().map_or_else(String::new, |tag| tag.as_str().to_owned())
            }
        }
    }

    /// What its sort is called, where that is not seen.
    fn label(&self, reading: &Reading<'_>) -> Option<String> {
        let field = match self {
            Self::Theme(_) => "themes",
            Self::Method(_) => "methods",
            _ => return None,
        };
        Some(reading.words.code("field", field).to_owned())
    }
}

impl Filter {
    /// One case of a child.
    #[must_use]
    pub fn of_case(case: CaseId, name: &str) -> Self {
        Self { text: name.to_owned(), parts: vec![Part::Child(vec![case], name.to_owned())] }
    }

    /// The line as it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cases, where it is of some.
    pub fn cases(&self) -> impl Iterator<Item = CaseId> {
        self.parts
            .iter()
            .flat_map(|part| match part {
                Part::Child(cases, _) => cases.as_slice(),
                _ => &[],
            })
            .copied()
    }

    /// The case, where it is of one child: the open one, if there is one.
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

    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether it lets through what is of a case, or of none.
    #[must_use]
    pub fn takes_case(&self, case: Option<CaseId>) -> bool {
        self.cases().next().is_none() || self.cases().any(|c| case == Some(c))
    }

    /// Whether it lets a draft through: by child, kind and author. Of a draft nothing else is settled yet.
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
            && (kinds.is_empty() || draft.fields.get("kind").is_some_and(|k| kinds.contains(&k.as_str())))
            && (staff.is_empty() || staff.contains(&draft.author))
    }

    /// What the house is asked for.
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

    /// What was understood, in words: `Ida eller Søren · Forældresamtale`. Empty where everything is let through.
    #[must_use]
    pub fn told(&self, reading: &Reading<'_>) -> String {
        told(self.parts.iter(), reading)
    }

    /// What the log is called.
    #[must_use]
    pub fn title(&self, model: &Model) -> String {
        title(self.parts.iter(), model)
    }

    /// What the list of follow-ups is called: they are narrowed by child alone.
    #[must_use]
    pub fn title_of_follow_ups(&self, model: &Model) -> String {
        title(self.parts.iter().filter(|part| matches!(part, Part::Child(..))), model)
    }
}

fn title<'a>(parts: impl Iterator<Item = &'a Part>, model: &Model) -> String {
    let told = told(parts, &Reading::of(model));
    if told.is_empty() { model.words.get("talks-all").to_owned() } else { told }
}

fn told<'a>(parts: impl Iterator<Item = &'a Part>, reading: &Reading<'_>) -> String {
    let or = format!(" {} ", reading.words.get("filter-or"));
    let parts: Vec<&Part> = parts.collect();
    let same_sort = parts.chunk_by(|one, other| one.sort() == other.sort());
    let told = same_sort.map(|parts| {
        let names = parts.iter().map(|part| part.name(reading)).collect::<Vec<_>>().join(&or);
        let label = parts.first().and_then(|part| part.label(reading));
        label.map_or(names.clone(), |label| format!("{label}: {names}"))
    });
    told.collect::<Vec<_>>().join(" · ")
}
