//! Addenda to signed talks.

use chrono::NaiveDateTime;
use rusqlite::Connection;
use trivsel_domain::Addendum;

use crate::cell::{Id, Text};
use crate::row::Noun;
use crate::table::table;
use crate::{Result, findable};

pub(crate) const HOW_MANY: &str = "SELECT count(*) FROM addendum WHERE talk_id = ?1";
pub(crate) const OF_TALK: &str = "WHERE talk_id = ?1 ORDER BY at, id";

impl Noun for Addendum {
    table! {
        "addendum" [id: Id] { talk: Id = "talk_id", text: Text, author: Id, at: NaiveDateTime }
    }
    fn after_write(&self, conn: &Connection) -> Result<()> {
        Ok(findable::put(conn, self.at.date(), self.talk, Some(self.id), self.text.as_str())?)
    }
}
