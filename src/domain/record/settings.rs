//! The settings of a house: its lists, its templates, its measures.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::record::absence_rule::DatedLimits;
use crate::record::concern_rule::{ConcernChoice, ConcernRule};
use crate::record::document::DocumentKind;
use crate::record::edit::{Contradiction, Record, repeats};
use crate::record::letter::LetterTemplate;
use crate::record::measure::{Instrument, Strand, Tenths};
use crate::record::retention::Retention;
use crate::record::series::{CutOffs, Direction, Series};
use crate::record::talk::TalkKind;
use crate::value::code::Coded;
use crate::value::grade::Grade;
use crate::value::id::{AnyKey, TheHouse};
use crate::value::text::{Line, LongText, Tag};

/// A text that a new note of a kind starts with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The kind of talk.
    pub kind: TalkKind,
    /// The text.
    pub text: LongText,
}

/// The labels that a house with a licence gives the four lines of an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// The instrument.
    pub instrument: Instrument,
    /// The labels, one per line of the instrument.
    pub lines: [Line; 4],
}

/// The settings that the whole house shares. A new house has the default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseSettings {
    /// Themes of talks, in the house's order.
    pub themes: Vec<Tag>,
    /// Methods of talks. Source: service description of the wellbeing programme, methods.
    pub methods: Vec<Tag>,
    /// Templates, at most one per kind.
    pub templates: Vec<Template>,
    /// The cut-offs of the instruments.
    pub cut_offs: CutOffs,
    /// The house's own series; names are unique.
    pub series: Vec<Series>,
    /// Labels of licensed instruments, at most one set each.
    pub labels: Vec<Labels>,
    /// The house's own limits of a quarter's absence, at most one from a date, in place of the shipped ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absence_limits: Vec<DatedLimits>,
    /// The rules of concern, each once; the first that fires is told. None stands for the usual one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concern: Vec<ConcernChoice>,
    /// How long cases are kept that have ended.
    #[serde(default, skip_serializing_if = "Retention::is_usual")]
    pub retention: Retention,
    /// The grade of the year of confirmation in the municipality, 7 or 8; `None` stands for the shipped one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation: Option<Grade>,
    /// The house's own templates of documents, at most one of a kind, in place of the usual ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<LetterTemplate>,
}

/// The rules of a house that has chosen none.
const USUAL: &[ConcernChoice] = &[ConcernChoice::Preset(ConcernRule::USUAL)];

impl HouseSettings {
    /// The template for a kind of talk.
    #[must_use]
    pub fn template(&self, kind: TalkKind) -> Option<&LongText> {
        self.templates.iter().find(|t| t.kind == kind).map(|t| &t.text)
    }

    /// The house's own template of a kind of document.
    #[must_use]
    pub fn letter(&self, kind: DocumentKind) -> Option<&LetterTemplate> {
        self.letters.iter().find(|l| l.kind() == kind)
    }

    /// The rules of concern in force, in the order in which they are asked.
    #[must_use]
    pub fn concern_rules(&self) -> &[ConcernChoice] {
        if self.concern.is_empty() { USUAL } else { &self.concern }
    }

    /// The cut-off of a strand at an age in years: the first one of a series; `None` if it has none.
    #[must_use]
    pub fn cut_off(&self, strand: &Strand, age: Option<u32>) -> Option<Tenths> {
        match strand {
            Strand::Fit(instrument, _) => Some(self.cut_offs.of(*instrument, age)),
            Strand::Own(name, _, rater) => self.series(name)?.cut_offs_of(*rater, age).next(),
        }
    }

    /// The direction of a strand that is better: up for the instruments, and for a series that the house has no longer.
    #[must_use]
    pub fn better(&self, strand: &Strand) -> Direction {
        match strand {
            Strand::Fit(..) => Direction::Up,
            Strand::Own(name, ..) => self.series(name).map_or(Direction::Up, Series::better),
        }
    }

    /// The series with a name.
    #[must_use]
    pub fn series(&self, name: &Tag) -> Option<&Series> {
        self.series.iter().find(|s| s.name() == name)
    }
}

impl Record for HouseSettings {
    type Key = TheHouse;

    fn key(&self) -> TheHouse {
        TheHouse
    }

    fn owner(&self) -> Option<AnyKey> {
        None
    }

    fn contradiction(&self) -> Option<Contradiction> {
        let twice = repeats(self.series.iter().map(Series::name))
            || repeats(self.templates.iter().map(|t| t.kind))
            || repeats(self.labels.iter().map(|l| l.instrument))
            || repeats(self.letters.iter().map(LetterTemplate::kind))
            || repeats(self.absence_limits.iter().map(|l| l.from))
            || repeats(self.retention.years.iter().map(|y| &y.programme))
            || repeats(self.concern.iter().map(|rule| match rule {
                ConcernChoice::Preset(rule) => rule.code(),
                ConcernChoice::Own(rule) => rule.name().as_str(),
            }));
        twice.then_some(Contradiction::Twice)
    }
}
