//! Goals, with how far each has come.

use rusqlite::types::Value;
use trivsel_domain::{CaseId, Goal, GoalClosing, GoalId};

use crate::column::{self, Columns, Identity, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY set_on, id";

impl Noun for Goal {
    const TABLE: Table = table!(
        "goal",
        key["id"],
        rest["case_id", "kind", "text", "municipal", "set_on", "progress", "ended", "ended_on"]
    );

    fn key_columns(key: &GoalId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &GoalId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            column::id(self.case),
            column::code(self.kind),
            column::text(self.text.as_str()),
            maybe(self.municipal.as_ref(), |m| column::text(m.as_str())),
            column::date(self.set_on),
            column::json(&self.progress)?,
            maybe(self.ended, |e| column::code(e.how)),
            maybe(self.ended, |e| column::date(e.on)),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let (id, case, kind) = (columns.id()?, columns.id()?, columns.code()?);
        let (text, municipal) = (columns.text()?, columns.maybe_text()?);
        let (set_on, progress) = (columns.date()?, columns.json()?);
        let ended = match (columns.maybe_code()?, columns.maybe_date()?) {
            (Some(how), Some(on)) => Some(GoalClosing { on, how }),
            (None, None) => None,
            _ => return Err(columns.corrupt("half an end of a goal")),
        };
        Ok(Self { id, case, kind, text, municipal, set_on, progress, ended })
    }
}

impl House {
    /// The goals of a case, ended or not, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn goals(&self, case: CaseId) -> Result<Vec<Goal>> {
        row::list(self.conn(), &row::select::<Goal>(OF_CASE), [case.number().to_be_bytes()])
    }
}
