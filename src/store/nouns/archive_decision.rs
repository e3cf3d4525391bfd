//! Decisions of archives.

use chrono::NaiveDate;
use trivsel_domain::record::ArchiveDecision;

use crate::cell::{Id, Text};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

impl Noun for ArchiveDecision {
    table! {
        "archive_decision" [id: Id] {
            archive: Text,
            what: Text,
            on: NaiveDate = "decided",
            ended_until: NaiveDate,
            by: Id,
        }
    }
}

impl House {
    /// The decisions of archives, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn archive_decisions(&self) -> Result<Vec<ArchiveDecision>> {
        row::all(self.conn())
    }
}
