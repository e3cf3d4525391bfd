//! Timetables, every version.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::Value;
use trivsel_domain::{CaseId, Timetable, TimetableId};

use crate::column::{self, Columns, Identity};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY from_date";

impl Noun for Timetable {
    const TABLE: Table = table!("timetable", key["id"], rest["case_id", "from_date", "days"]);

    fn key_columns(key: &TimetableId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &TimetableId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![column::id(self.case), column::date(self.from), column::json(&self.days)?])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        Ok(Self { id: columns.id()?, case: columns.id()?, from: columns.date()?, days: columns.json()? })
    }
}

/// Every version of a case's timetable.
pub(crate) fn timetables(conn: &Connection, case: CaseId) -> Result<Vec<Timetable>> {
    row::list(conn, &row::select::<Timetable>(OF_CASE), [case.number().to_be_bytes()])
}

impl House {
    /// Every version of a case's timetable, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn timetables(&self, case: CaseId) -> Result<Vec<Timetable>> {
        timetables(self.conn(), case)
    }

    /// Every version of the timetables of these cases, oldest first; a case without one is left out.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn timetables_of(&self, cases: &[CaseId]) -> Result<BTreeMap<CaseId, Vec<Timetable>>> {
        let mut found = BTreeMap::new();
        for case in cases {
            let versions = timetables(self.conn(), *case)?;
            if !versions.is_empty() {
                found.insert(*case, versions);
            }
        }
        Ok(found)
    }
}
