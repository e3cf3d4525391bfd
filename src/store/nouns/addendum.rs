//! Addenda to signed talks.

use rusqlite::Connection;
use rusqlite::types::Value;
use trivsel_domain::{Addendum, AddendumId};

use crate::column::{self, Columns};
use crate::row::{Noun, Table, table};
use crate::{Result, findable};

pub(crate) const HOW_MANY: &str = "SELECT count(*) FROM addendum WHERE talk_id = ?1";
pub(crate) const OF_TALK: &str = "WHERE talk_id = ?1 ORDER BY at, id";

impl Noun for Addendum {
    const TABLE: Table = table!("addendum", key["id"], rest["talk_id", "text", "author", "at"]);

    fn key_columns(key: &AddendumId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &AddendumId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            column::id(self.talk),
            column::text(self.text.as_str()),
            column::id(self.author),
            column::moment(self.at),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        Ok(Self {
            id: columns.id()?,
            talk: columns.id()?,
            text: columns.text()?,
            author: columns.id()?,
            at: columns.moment()?,
        })
    }

    fn after_write(&self, conn: &Connection) -> Result<()> {
        Ok(findable::put(conn, self.at.date(), self.talk, Some(self.id), self.text.as_str())?)
    }
}
