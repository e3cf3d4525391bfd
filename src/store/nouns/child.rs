//! Children.

use chrono::NaiveDate;
use rusqlite::Connection;
use trivsel_domain::record::Child;
use trivsel_domain::value::ChildId;

use crate::cell::{Id, Json, Name, Text};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

const TOLD_OF: &str = "SELECT child_id FROM case_file WHERE id = ?1";

const NAMESAKES: &str =
    "WHERE name IN (SELECT name FROM child GROUP BY name HAVING count(*) > 1) ORDER BY id";

impl Noun for Child {
    table! {
        "child" [id: Id] {
            name: Name,
            born: Option<NaiveDate>,
            school: Option<Text>,
            classes(child.classes().to_vec()): Json,
            cpr: Option<Text>,
            former: Json,
        }
        child => {
            let mut child = Self::new(id, name, born, school, classes);
            (child.cpr, child.former) = (cpr, former);
            Some(child)
        }
    }

    fn of_case() -> Option<&'static str> {
        Some(TOLD_OF)
    }
}

/// A child, and the records that were merged into its one.
pub(crate) fn identities(conn: &Connection, child: ChildId) -> Result<Vec<ChildId>> {
    let former = row::read::<Child>(conn, &child)?.map(|child| child.former);
    Ok(std::iter::once(child).chain(former.into_iter().flatten()).collect())
}

impl House {
    /// Every child, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn children(&self) -> Result<Vec<Child>> {
        row::all(self.conn())
    }

    /// The children who share their name with another child, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn namesakes(&self) -> Result<Vec<Child>> {
        row::list(self.conn(), &row::select::<Child>(NAMESAKES), [])
    }

    /// The child with an identity, if there is one.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn child(&self, id: ChildId) -> Result<Option<Child>> {
        row::read(self.conn(), &id)
    }
}
