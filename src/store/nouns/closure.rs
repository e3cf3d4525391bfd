//! Closures of the school, which make its calendar.

use std::cell::RefCell;

use rusqlite::Connection;
use trivsel_domain::{Calendar, Closure, ClosureKind, ClosureRule};

use crate::cell::{Code, Id, Json, Text, cell};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

impl Noun for Closure {
    table! {
        "closure" [id: Id] { kind: Code<ClosureKind>, name: Option<Text>, rule: ClosureRule }
    }
}

cell!(ClosureRule as Json, |rule| rule.clone(), |rule: ClosureRule| rule
    .checked()
    .map_err(|_| "a rule that names no day"));

/// The school calendar, and at which state of the file it was read: every mark asks for it, and it hardly ever changes.
#[derive(Debug, Default)]
pub(crate) struct Remembered(RefCell<Option<(i64, Calendar)>>);

impl Remembered {
    /// The calendar, read again only when another connection has written since.
    pub(crate) fn calendar(&self, conn: &Connection) -> Result<Calendar> {
        let state = conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        if let Some((read, calendar)) = &*self.0.borrow()
            && *read == state
        {
            return Ok(calendar.clone());
        }
        let calendar = row::all(conn).map(Calendar::new)?;
        self.0.replace(Some((state, calendar.clone())));
        Ok(calendar)
    }

    /// What this connection writes shows in no number, so it must be told.
    pub(crate) fn forget(&self) {
        self.0.take();
    }
}

impl House {
    /// The school calendar, its closures by identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn calendar(&self) -> Result<Calendar> {
        self.remembered().calendar(self.conn())
    }
}
