//! Addenda to signed talks.

use rusqlite::Connection;
use trivsel_domain::record::Addendum;
use trivsel_domain::value::Moment;

use crate::cell::{Id, Text};
use crate::nouns::misplacement::placed;
use crate::row::Noun;
use crate::table::table;
use crate::{Result, search_index};

pub(crate) const HOW_MANY: &str = "SELECT count(*) FROM addendum WHERE talk_id = ?1";
pub(crate) const OF_TALK: &str = "WHERE talk_id = ?1 ORDER BY rowid";

/// Leaves out addenda to restricted and misplaced talks, because reading one must be logged as an access.
const TOLD_OF: &str = concat!(
    "SELECT a.id FROM talk t JOIN addendum a ON a.talk_id = t.id
    WHERE t.case_id = ?1 AND t.open_to = '\"house\"' AND ",
    placed!("t.id")
);

impl Noun for Addendum {
    table! {
        "addendum" [id: Id] { talk: Id = "talk_id", text: Text, author: Id, at: Moment }
    }

    fn of_case() -> Option<&'static str> {
        Some(TOLD_OF)
    }

    fn after_write(&self, conn: &Connection) -> Result<()> {
        Ok(search_index::put(conn, self.at.date(), self.talk, Some(self.id), self.text.as_str())?)
    }
}
