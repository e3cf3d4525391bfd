//! Children.

use chrono::NaiveDate;
use rusqlite::Connection;
use trivsel_domain::record::{Change, Child};
use trivsel_domain::value::{ChildId, PersonName};

use crate::cell::{Id, Json, Name, Text};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result, history};

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

/// The names that a child has had.
pub(crate) fn names_of(conn: &Connection, child: ChildId) -> Result<Vec<PersonName>> {
    let mut names: Vec<PersonName> = Vec::new();
    for (_, change) in history::changes_of_record::<Child>(conn, &child)? {
        let Change::Child(edit) = change else { continue };
        let sides = [edit.old(), edit.new_state()].into_iter().flatten();
        names.extend(sides.map(|child| child.name.clone()));
    }
    Ok(names)
}

impl House {
    /// The children that have or had a name that fits. The names of a record that was merged into a child's count too.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn children_named(&self, fits: impl Fn(&PersonName) -> bool) -> Result<Vec<Child>> {
        let mut found = Vec::new();
        for child in self.children()? {
            let mut had = vec![child.name.clone()];
            for identity in identities(self.conn(), child.id)? {
                had.extend(names_of(self.conn(), identity)?);
            }
            if had.iter().any(&fits) {
                found.push(child);
            }
        }
        Ok(found)
    }

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
