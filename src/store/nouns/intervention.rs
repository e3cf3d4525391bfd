//! Interventions.

use rusqlite::types::Value;
use trivsel_domain::{CaseId, Intervention, InterventionId};

use crate::column::{self, Columns, Identity, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY from_date, id";

impl Noun for Intervention {
    const TABLE: Table =
        table!("intervention", key["id"], rest["case_id", "kind", "from_date", "to_date", "who", "note"]);

    fn key_columns(key: &InterventionId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &InterventionId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            column::id(self.case),
            column::code(self.kind),
            column::date(self.from),
            maybe(self.to, column::date),
            column::json(&self.who)?,
            maybe(self.note.as_ref(), |n| column::text(n.as_str())),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        Ok(Self {
            id: columns.id()?,
            case: columns.id()?,
            kind: columns.code()?,
            from: columns.date()?,
            to: columns.maybe_date()?,
            who: columns.json()?,
            note: columns.maybe_text()?,
        })
    }
}

impl House {
    /// The interventions on a case, over or not, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn interventions(&self, case: CaseId) -> Result<Vec<Intervention>> {
        row::list(self.conn(), &row::select::<Intervention>(OF_CASE), [case.number().to_be_bytes()])
    }
}
