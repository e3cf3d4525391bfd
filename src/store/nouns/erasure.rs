//! Erasures, in the order in which they were done.

use chrono::NaiveDateTime;
use trivsel_domain::record::Erasure;

use crate::cell::{Id, Json, Number, Text};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

const IN_ORDER: &str = "ORDER BY rowid";

impl Noun for Erasure {
    table! {
        "erasure" [id: Id] {
            at: NaiveDateTime,
            by: Id,
            children: Json,
            cases: Number<u32>,
            reason: Text,
        }
    }
}

impl House {
    /// That records were erased, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn erasures(&self) -> Result<Vec<Erasure>> {
        row::list(self.conn(), &row::select::<Erasure>(IN_ORDER), [])
    }
}
