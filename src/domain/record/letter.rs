//! A house's own templates of letters, reports and plans: their sections, and what each begins with.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::record::document::DocumentKind;
use crate::record::edit::repeats;
use crate::value::code::coded;
use crate::value::text::{Line, LongText};

coded! {
    "letter part"
    /// What a section can begin with from the records since the last document of its kind.
    /// Source: service descriptions (status letter, final report); our own for the division.
    pub enum LetterPart {
        /// The stages and levels, with their dates.
        Course = "course",
        /// The interventions.
        Interventions = "interventions",
        /// The talks that were held.
        Talks = "talks",
        /// Attendance and absence, in both counts.
        Attendance = "attendance",
        /// The scores of each strand.
        Scores = "scores",
        /// The goals with their progress.
        Goals = "goals",
        /// The subjects of the teaching plan.
        Teaching = "teaching",
        /// The child's own words.
        ChildWords = "child-words",
        /// The parents' own words.
        ParentWords = "parent-words",
        /// The agreements made in talks.
        Agreements = "agreements",
        /// The recommendation for the child, which the author writes.
        Recommendation = "recommendation",
    }
}

/// A piece of a section: a part that is filled in, or standing text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// What is on record.
    Part(LetterPart),
    /// Text that every new document begins with.
    Text(LongText),
}

/// A section of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterSection {
    /// The heading.
    pub heading: Line,
    /// What it begins with, in order.
    pub pieces: Vec<Piece>,
}

impl LetterSection {
    /// Whether it is the recommendation for the child.
    #[must_use]
    pub fn recommends(&self) -> bool {
        self.pieces.contains(&Piece::Part(LetterPart::Recommendation))
    }
}

/// Why a template is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLetter {
    /// It has no section, or more than [`LetterTemplate::MOST`].
    #[error("a template has 1 to 12 sections")]
    Sections,
    /// A heading or a part stands in it twice.
    #[error("a template has each heading and each part once")]
    Twice,
    /// It is of a final report and has no place for the recommendation.
    #[error("a final report has a recommendation")]
    NoRecommendation,
}

/// The sections of a kind of document in this house. Documents written before keep their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawLetter", into = "RawLetter")]
pub struct LetterTemplate {
    kind: DocumentKind,
    sections: Vec<LetterSection>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLetter {
    kind: DocumentKind,
    sections: Vec<LetterSection>,
}

impl LetterTemplate {
    /// The most sections of a template.
    pub const MOST: usize = 12;

    /// Makes a template.
    ///
    /// # Errors
    /// [`BadLetter`] without sections or with too many, with a heading or a part twice, or of a final report without
    /// a recommendation. Source: service description, phase-out (a final report recommends).
    pub fn new(kind: DocumentKind, sections: Vec<LetterSection>) -> Result<Self, BadLetter> {
        if sections.is_empty() || sections.len() > Self::MOST {
            return Err(BadLetter::Sections);
        }
        let parts = sections.iter().flat_map(|s| &s.pieces).filter_map(|piece| match piece {
            Piece::Part(part) => Some(*part),
            Piece::Text(_) => None,
        });
        let headings = sections.iter().map(|s| s.heading.as_str().to_lowercase());
        if repeats(parts) || repeats(headings) {
            return Err(BadLetter::Twice);
        }
        if kind == DocumentKind::FinalReport && !sections.iter().any(LetterSection::recommends) {
            return Err(BadLetter::NoRecommendation);
        }
        Ok(Self { kind, sections })
    }

    /// The kind of document.
    #[must_use]
    pub fn kind(&self) -> DocumentKind {
        self.kind
    }

    /// The sections, in their order.
    #[must_use]
    pub fn sections(&self) -> &[LetterSection] {
        &self.sections
    }
}

impl TryFrom<RawLetter> for LetterTemplate {
    type Error = BadLetter;

    fn try_from(raw: RawLetter) -> Result<Self, BadLetter> {
        Self::new(raw.kind, raw.sections)
    }
}

impl From<LetterTemplate> for RawLetter {
    fn from(letter: LetterTemplate) -> Self {
        Self { kind: letter.kind, sections: letter.sections }
    }
}
