//! Key events, in the order in which they were written.

use chrono::NaiveDateTime;
use rusqlite::Connection;
use trivsel_domain::record::KeyEvent;

use crate::cell::{Id, Json};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const IN_ORDER: &str = "ORDER BY rowid";
const LATEST: &str = "ORDER BY rowid DESC LIMIT 1";

impl Noun for KeyEvent {
    table! {
        "key_event" [id: Id] {
            at: NaiveDateTime,
            by: Id,
            deed: Json,
        }
    }
}

/// Every key event, oldest first.
pub(crate) fn in_order(conn: &Connection) -> Result<Vec<KeyEvent>> {
    row::list(conn, &row::select::<KeyEvent>(IN_ORDER), [])
}

impl House {
    /// What happened to the keys of the house, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn key_events(&self) -> Result<Vec<KeyEvent>> {
        in_order(self.conn())
    }

    /// The last thing that happened to the keys; `None` if nothing has yet.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn last_key_event(&self) -> Result<Option<KeyEvent>> {
        Ok(row::list(self.conn(), &row::select::<KeyEvent>(LATEST), [])?.pop())
    }
}
