//! Addenda to signed talks.

use rusqlite::types::Value;
use trivsel_domain::{Addendum, AddendumId, TalkId};

use crate::column::{self, Columns, Identity};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

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
}

impl House {
    /// What was added to a talk, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn addenda(&self, talk: TalkId) -> Result<Vec<Addendum>> {
        row::list(self.conn(), &row::select::<Addendum>(OF_TALK), [talk.number().to_be_bytes()])
    }
}
