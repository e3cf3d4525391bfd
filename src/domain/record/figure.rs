//! Figures in a document: what each counts, over which dates, and its value as it stood when it was written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::goal::HowFar;
use crate::record::measure::{Strand, Tenths};
use crate::record::talk::TalkKind;
use crate::value::halves::{Halves, Pedagogical, Statutory};
use crate::value::id::GoalId;
use crate::value::text::Line;

/// What a figure counts, and its value. The two counts of half-days are never mixed: each figure is of one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "counts", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Counted {
    /// Attendance in the house's own register, in the pedagogical count.
    Attendance {
        /// Half-days attended, at most those registered.
        attended: Halves<Pedagogical>,
        /// Planned half-days with a mark.
        registered: Halves<Pedagogical>,
        /// Planned half-days without a mark.
        unregistered: Halves<Pedagogical>,
    },
    /// Absence by cause, in the count of the order on absence.
    StatutoryAbsence {
        /// Half-days of sickness, disability or the like.
        sick: Halves<Statutory>,
        /// Half-days of leave granted.
        leave: Halves<Statutory>,
        /// Half-days of unlawful absence.
        unlawful: Halves<Statutory>,
        /// The school days of the enrolment.
        school_days: u32,
    },
    /// Attendance at the child's own school, as it was reported, in the pedagogical count.
    Reported {
        /// Half-days attended, at most those possible.
        attended: Halves<Pedagogical>,
        /// Half-days on which the school expected the child.
        possible: Halves<Pedagogical>,
        /// The weeks that were reported.
        weeks: u32,
    },
    /// Signed talks of one kind.
    Talks {
        /// The kind of talk.
        kind: TalkKind,
        /// The number held.
        held: u32,
    },
    /// The progress of a goal.
    Progress {
        /// The goal. It may be gone since: a document does not hold it fast.
        goal: GoalId,
        /// The goal in its own words as they were, for when it is gone; `None` in figures from before that was kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<Line>,
        /// The progress when the dates begin; the first recorded one if there was none by then.
        from: HowFar,
        /// The last progress.
        to: HowFar,
    },
    /// The scores of one strand.
    Scores {
        /// The instrument or series, and the rater.
        strand: Strand,
        /// The number of scores, at least 1.
        count: u32,
        /// The first score.
        first: Tenths,
        /// The last score.
        last: Tenths,
    },
}

impl Counted {
    /// Whether both count the same and come to the same. What a goal is called is no part of that.
    #[must_use]
    pub fn comes_to(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Progress { goal, from, to, .. }, Self::Progress { goal: g, from: f, to: t, .. }) => {
                (goal, from, to) == (g, f, t)
            }
            _ => self == other,
        }
    }
}

/// A figure that a document rests on. A signed document keeps it as it was; what it is now is counted anew each time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The first day counted.
    pub from: NaiveDate,
    /// The last day counted, not before the first.
    pub to: NaiveDate,
    /// What it counts, and its value.
    pub of: Counted,
}
