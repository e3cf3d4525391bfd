//! Staff: everyone who works or worked here.

use chrono::NaiveDate;
use trivsel_domain::record::Staff;

use crate::cell::{Id, Json, Name, Text};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

impl Noun for Staff {
    table! {
        "staff" [id: Id] {
            name: Name,
            initials: Text,
            competencies: Json,
            phone: Option<Text>,
            mail: Option<Text>,
            left_on: Option<NaiveDate>,
            methods: Json,
            leader: bool,
        }
    }
}

impl House {
    /// Everyone who works or worked here, by identity, which is the order in which they were added.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn staff(&self) -> Result<Vec<Staff>> {
        row::all(self.conn())
    }
}
