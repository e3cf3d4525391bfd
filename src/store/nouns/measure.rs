//! Outcome measures, signed with their talk.

use chrono::NaiveDate;
use rusqlite::Connection;
use trivsel_domain::record::Measure;
use trivsel_domain::value::{CaseId, Role, Tag};

use crate::cell::{Code, Id, Json};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY date, id";
pub(crate) const OF_TALK: &str = "WHERE talk_id = ?1 ORDER BY id";

impl Noun for Measure {
    table! {
        "measure" [id: Id] {
            case: Id = "case_id",
            talk: Id = "talk_id",
            date: NaiveDate,
            rater: Code<Role>,
            score: Json,
        }
    }
}

impl House {
    /// Every measure of a case, oldest first. Includes those of restricted talks, because only the note is restricted,
    /// not the scores.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn measures(&self, case: CaseId) -> Result<Vec<Measure>> {
        of_case(self.conn(), case)
    }
}

/// Every measure of a case, oldest first.
pub(crate) fn of_case(conn: &Connection, case: CaseId) -> Result<Vec<Measure>> {
    row::list(conn, &row::select::<Measure>(OF_CASE), [case.as_u128().to_be_bytes()])
}

/// Whether there is a score in a series of the house.
pub(crate) fn has_scores(conn: &Connection, series: &Tag) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM measure WHERE json_extract(score, '$.own.series') = ?1)";
    Ok(conn.query_row(sql, [series.as_str()], |row| row.get(0))?)
}
