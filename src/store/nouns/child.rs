//! Children.

use rusqlite::types::Value;
use trivsel_domain::{Child, ChildId};

use crate::column::{self, Columns, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

impl Noun for Child {
    const TABLE: Table = table!("child", key["id"], rest["name", "born", "school", "classes", "cpr"]);

    fn key_columns(key: &ChildId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &ChildId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            column::text(self.name.as_str()),
            maybe(self.born, column::date),
            maybe(self.school.as_ref(), |s| column::text(s.as_str())),
            column::json(self.classes())?,
            maybe(self.cpr, |c| column::text(&c.in_full())),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let (id, name, born, school) =
            (columns.id()?, columns.text()?, columns.maybe_date()?, columns.maybe_text()?);
        let mut child = Self::new(id, name, born, school, columns.json()?);
        child.cpr = columns.maybe_text()?;
        Ok(child)
    }
}

impl House {
    /// Every child, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn children(&self) -> Result<Vec<Child>> {
        row::all(self.conn())
    }

    /// A child; nothing where there is none of that identity.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn child(&self, id: ChildId) -> Result<Option<Child>> {
        row::read(self.conn(), &id)
    }
}
