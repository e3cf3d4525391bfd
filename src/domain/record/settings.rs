//! What a house has settled for itself: its lists, its templates, its measures.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::record::edit::{Contradiction, Record, repeats};
use crate::record::measure::Instrument;
use crate::record::series::{CutOffs, Series};
use crate::record::talk::TalkKind;
use crate::value::id::TheHouse;
use crate::value::text::{Line, LongText, Tag};

/// A text to begin a note of a kind with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// For which kind.
    pub kind: TalkKind,
    /// The text.
    pub text: LongText,
}

/// The labels that a house with a licence puts to the four lines of an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// Of which instrument.
    pub instrument: Instrument,
    /// One a line.
    pub lines: [Line; 4],
}

/// The settings that the whole house shares. There is always one; a new house has the default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseSettings {
    /// Themes of talks, in the house's order.
    pub themes: Vec<Tag>,
    /// Methods. Source: service description of the wellbeing programme, methods.
    pub methods: Vec<Tag>,
    /// Templates, at most one a kind.
    pub templates: Vec<Template>,
    /// Where the instruments turn.
    pub cut_offs: CutOffs,
    /// Own series, each name once.
    pub series: Vec<Series>,
    /// Labels of licensed instruments, at most one set each.
    pub labels: Vec<Labels>,
}

impl HouseSettings {
    /// The template for a kind.
    #[must_use]
    pub fn template(&self, kind: TalkKind) -> Option<&LongText> {
        self.templates.iter().find(|t| t.kind == kind).map(|t| &t.text)
    }

    /// The series of a name.
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

    fn contradiction(&self) -> Option<Contradiction> {
        let twice = repeats(self.series.iter().map(Series::name))
            || repeats(self.templates.iter().map(|t| t.kind))
            || repeats(self.labels.iter().map(|l| l.instrument));
        twice.then_some(Contradiction::Twice)
    }
}
