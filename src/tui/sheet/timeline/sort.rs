//! What the time line shows.

use crate::cursor::turned;
use crate::forms::field;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Everything, with the register limited to what is unusual.
    #[default]
    All,
    /// Talks and follow-ups.
    Talks,
    /// Every mark.
    Marks,
    Scores,
    /// Goals and their progress.
    Goals,
    /// The analysis and documents.
    Papers,
    /// Stages and levels.
    Moves,
}

impl Sort {
    pub const ALL: [Self; 7] =
        [Self::All, Self::Talks, Self::Marks, Self::Scores, Self::Goals, Self::Papers, Self::Moves];

    /// The stable code that its words are found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Talks => "talks",
            Self::Marks => "marks",
            Self::Scores => field::SCORES,
            Self::Goals => "goals",
            Self::Papers => "papers",
            Self::Moves => "moves",
        }
    }

    /// The next selection; the first one follows the last.
    #[must_use]
    pub fn next(self) -> Self {
        turned(&Self::ALL, self, 1)
    }

    pub(super) fn takes(self, other: Self) -> bool {
        self == Self::All || self == other
    }
}
