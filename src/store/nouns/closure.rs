//! Closures of the school, which make its calendar.

use std::cell::RefCell;

use rusqlite::Connection;
use rusqlite::types::Value;
use trivsel_domain::{Calendar, Closure, ClosureId, ClosureRule};

use crate::column::{self, Columns, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

impl Noun for Closure {
    const TABLE: Table = table!("closure", key["id"], rest["kind", "name", "rule"]);

    fn key_columns(key: &ClosureId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &ClosureId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            column::code(self.kind),
            maybe(self.name.as_ref(), |n| column::text(n.as_str())),
            column::json(&self.rule)?,
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let (id, kind, name) = (columns.id()?, columns.code()?, columns.maybe_text()?);
        let rule = columns.json::<ClosureRule>()?.checked();
        Ok(Self { id, kind, name, rule: rule.map_err(|_| columns.corrupt("a rule that names no day"))? })
    }
}

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
