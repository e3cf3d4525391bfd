//! The people around the children.

use rusqlite::Connection;
use rusqlite::types::Value;
use trivsel_domain::{ChildId, Person, PersonId};

use crate::column::{self, Columns, Identity, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const OF_CHILD: &str = "WHERE child_id = ?1 ORDER BY role, id";

impl Noun for Person {
    const TABLE: Table = table!(
        "person",
        key["id"],
        rest["child_id", "role", "name", "custody", "phone", "mail", "workplace", "note", "until"]
    );

    fn key_columns(key: &PersonId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &PersonId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        let line = |line: &Option<trivsel_domain::Line>| maybe(line.as_ref(), |l| column::text(l.as_str()));
        Ok(vec![
            column::id(self.child),
            column::code(self.role),
            column::text(self.name.as_str()),
            maybe(self.custody, column::whole),
            line(&self.phone),
            line(&self.mail),
            line(&self.workplace),
            line(&self.note),
            maybe(self.until, column::date),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        Ok(Self {
            id: columns.id()?,
            child: columns.id()?,
            role: columns.code()?,
            name: columns.text()?,
            custody: columns.maybe_whole::<u8>()?.map(|said| said == 1),
            phone: columns.maybe_text()?,
            mail: columns.maybe_text()?,
            workplace: columns.maybe_text()?,
            note: columns.maybe_text()?,
            until: columns.maybe_date()?,
        })
    }
}

/// Everybody around a child.
pub(crate) fn of_child(conn: &Connection, child: ChildId) -> Result<Vec<Person>> {
    row::list(conn, &row::select::<Person>(OF_CHILD), [child.number().to_be_bytes()])
}

impl House {
    /// Everybody around any child, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn everybody_around(&self) -> Result<Vec<Person>> {
        row::all(self.conn())
    }

    /// Everybody around a child, also those who no longer are, by the part they have.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn people(&self, child: ChildId) -> Result<Vec<Person>> {
        of_child(self.conn(), child)
    }
}
