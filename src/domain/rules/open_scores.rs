//! The scores of a case as one reader sees them: a score follows its note, so those of a restricted note are shown only
//! to the people who may read it. Source: our own (who may read a note may see what was measured in it).

use alloc::vec::Vec;
use core::ops::Deref;

use chrono::{Days, NaiveDate};

use crate::record::measure::Measure;
use crate::record::series::CutOffs;
use crate::rules::alerts::{Alert, QUIET, alerts};
use crate::value::id::TalkId;

/// The scores of a case, oldest first: those that are open to the reader, and the days of the others. It is used like
/// the list of the open ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenScores {
    open: Vec<Measure>,
    sealed: Vec<NaiveDate>,
}

impl OpenScores {
    /// Sorts out the scores of the notes that the reader may not read.
    #[must_use]
    pub fn new(all: Vec<Measure>, may_read: impl Fn(TalkId) -> bool) -> Self {
        let (open, sealed): (Vec<_>, Vec<_>) = all.into_iter().partition(|m| may_read(m.talk));
        Self { open, sealed: sealed.iter().map(|m| m.date).collect() }
    }

    /// How many scores belong to notes that the reader may not read.
    #[must_use]
    pub fn sealed(&self) -> usize {
        self.sealed.len()
    }

    /// Whether a score that the reader may not see was taken between two days, inclusive.
    #[must_use]
    pub fn is_sealed_between(&self, from: NaiveDate, to: NaiveDate) -> bool {
        self.sealed.iter().any(|on| (from..=to).contains(on))
    }

    /// The alerts on the open scores. A score that the reader may not see still says that there was one.
    #[must_use]
    pub fn alerts(&self, cut_offs: CutOffs, today: NaiveDate) -> Vec<Alert> {
        let is_quiet = |on: &NaiveDate| *on + Days::new(QUIET) <= today;
        let mut found = alerts(&self.open, cut_offs, today);
        if !self.sealed.iter().filter(|on| **on <= today).all(is_quiet) {
            found.retain(|alert| !matches!(alert, Alert::Quiet { .. }));
        }
        found
    }
}

impl Deref for OpenScores {
    type Target = [Measure];

    fn deref(&self) -> &[Measure] {
        &self.open
    }
}
