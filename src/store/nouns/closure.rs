//! Closures of the school, which make its calendar.

use std::cell::{Cell, RefCell};

use rusqlite::Connection;
use trivsel_domain::record::{Closure, ClosureKind, ClosureRule};
use trivsel_domain::rules::calendar::Calendar;

use crate::cell::{Code, Id, Json, Text, cell};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result, codes};

impl Noun for Closure {
    table! {
        "closure" [id: Id] { kind: Code<ClosureKind>, name: Option<Text>, rule: ClosureRule }
    }
}

cell!(ClosureRule as Json, |rule| *rule, |rule: ClosureRule| rule
    .checked()
    .map_err(|_| "a rule that names no day"));

/// The cached school calendar with the `data_version` it was read at. Every mark needs it, and it rarely changes.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    calendar: RefCell<Option<(i64, Calendar)>>,
    /// Whether this connection has seen that the code tables hold every code of this program.
    codes: Cell<bool>,
}

impl Remembered {
    /// The calendar. Reads it again only if another connection has written since.
    pub(crate) fn calendar(&self, conn: &Connection) -> Result<Calendar> {
        let state = conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        if let Some((read, calendar)) = &*self.calendar.borrow()
            && *read == state
        {
            return Ok(calendar.clone());
        }
        let calendar = row::all(conn).map(Calendar::new)?;
        self.calendar.replace(Some((state, calendar.clone())));
        Ok(calendar)
    }

    /// Seeds the code tables before the first write of this connection; later calls do nothing. Opening a house doesn't
    /// do it, to read as few pages as possible.
    pub(crate) fn seed_codes(&self, conn: &Connection) -> Result<()> {
        if !self.codes.get() {
            codes::seed(conn)?;
        }
        Ok(())
    }

    /// Records that a transaction with [`Self::seed_codes`] was committed.
    pub(crate) fn codes_are_there(&self) {
        self.codes.set(true);
    }

    /// Drops the cached calendar. This connection's own writes don't change `data_version`, so it must be told.
    pub(crate) fn forget(&self) {
        self.calendar.take();
    }
}

impl House {
    /// The school calendar, with its closures ordered by identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn calendar(&self) -> Result<Calendar> {
        self.remembered().calendar(self.conn())
    }
}
