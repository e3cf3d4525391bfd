//! The people around the children.

use chrono::NaiveDate;
use rusqlite::Connection;
use trivsel_domain::record::Person;
use trivsel_domain::value::{ChildId, Role};

use crate::cell::{Code, Id, Name, Text};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const OF_CHILD: &str = "WHERE child_id = ?1 ORDER BY role, id";

const TOLD_OF: &str = "SELECT p.id FROM case_file c JOIN person p ON p.child_id = c.child_id WHERE c.id = ?1";

impl Noun for Person {
    table! {
        "person" [id: Id] {
            child: Id = "child_id",
            role: Code<Role>,
            name: Name,
            custody: Option<bool>,
            phone: Option<Text>,
            mail: Option<Text>,
            workplace: Option<Text>,
            note: Option<Text>,
            until: Option<NaiveDate>,
        }
    }

    fn of_case() -> Option<&'static str> {
        Some(TOLD_OF)
    }
}

/// Everybody around a child.
pub(crate) fn of_child(conn: &Connection, child: ChildId) -> Result<Vec<Person>> {
    row::list(conn, &row::select::<Person>(OF_CHILD), [child.as_u128().to_be_bytes()])
}

impl House {
    /// Everybody around any child, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn everybody_around(&self) -> Result<Vec<Person>> {
        row::all(self.conn())
    }

    /// Everybody around a child, also former ones, by role.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn people(&self, child: ChildId) -> Result<Vec<Person>> {
        of_child(self.conn(), child)
    }
}
