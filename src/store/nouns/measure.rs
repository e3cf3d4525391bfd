//! Outcome measures, signed with their talk.

use rusqlite::types::Value;
use trivsel_domain::{CaseId, Measure, MeasureId};

use crate::column::{self, Columns, Identity};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY date, id";
pub(crate) const OF_TALK: &str = "WHERE talk_id = ?1 ORDER BY id";

impl Noun for Measure {
    const TABLE: Table = table!("measure", key["id"], rest["case_id", "talk_id", "date", "rater", "score"]);

    fn key_columns(key: &MeasureId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &MeasureId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            column::id(self.case),
            column::id(self.talk),
            column::date(self.date),
            column::code(self.rater),
            column::json(&self.score)?,
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        Ok(Self {
            id: columns.id()?,
            case: columns.id()?,
            talk: columns.id()?,
            date: columns.date()?,
            rater: columns.code()?,
            score: columns.json()?,
        })
    }
}

impl House {
    /// Every measure of a case, oldest first. Also those of restricted talks: the numbers are the case's, the note
    /// alone is restricted.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn measures(&self, case: CaseId) -> Result<Vec<Measure>> {
        row::list(self.conn(), &row::select::<Measure>(OF_CASE), [case.number().to_be_bytes()])
    }
}
