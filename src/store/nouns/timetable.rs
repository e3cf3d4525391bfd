//! Timetables, every version.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use trivsel_domain::record::Timetable;
use trivsel_domain::value::CaseId;

use crate::cell::{Id, Json};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY from_date";

impl Noun for Timetable {
    table! {
        "timetable" [id: Id] { case: Id = "case_id", from: NaiveDate = "from_date", days: Json }
    }
}

/// Every version of a case's timetable.
pub(crate) fn timetables(conn: &Connection, case: CaseId) -> Result<Vec<Timetable>> {
    row::list(conn, &row::select::<Timetable>(OF_CASE), [case.as_u128().to_be_bytes()])
}

impl House {
    /// Every version of a case's timetable, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn timetables(&self, case: CaseId) -> Result<Vec<Timetable>> {
        timetables(self.conn(), case)
    }

    /// Every version of the timetables of these cases, oldest first. Cases without one are left out.
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
