//! The house's own lists: one row, once anybody has settled them.

use rusqlite::types::Value;
use trivsel_domain::{HouseSettings, TheHouse};

use crate::column::{self, Columns};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

impl Noun for HouseSettings {
    const TABLE: Table = table!("house_settings", key["only"], rest["body"]);

    fn key_columns(_: &TheHouse) -> Vec<Value> {
        vec![column::whole(1)]
    }

    fn key_text(_: &TheHouse) -> String {
        "1".to_owned()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![column::json(self)?])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let _: i64 = columns.whole()?;
        columns.json()
    }
}

impl House {
    /// The house's own lists, where they have been settled.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn settings(&self) -> Result<Option<HouseSettings>> {
        row::read(self.conn(), &TheHouse)
    }
}
