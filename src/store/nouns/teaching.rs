//! Teaching plans, every version.

use rusqlite::types::Value;
use trivsel_domain::{CaseId, TeachingPlan, TeachingPlanId};

use crate::column::{self, Columns, Identity, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY from_date";

impl Noun for TeachingPlan {
    const TABLE: Table = table!("teaching_plan", key["id"], rest["case_id", "from_date", "aim", "subjects"]);

    fn key_columns(key: &TeachingPlanId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &TeachingPlanId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            column::id(self.case()),
            column::date(self.from()),
            maybe(self.aim(), |a| column::text(a.as_str())),
            column::json(self.subjects())?,
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let (id, case, from) = (columns.id()?, columns.id()?, columns.date()?);
        Self::new(id, case, from, columns.maybe_text()?, columns.json()?)
            .map_err(|_| columns.corrupt("a teaching plan without its subjects"))
    }
}

impl House {
    /// Every version of a case's teaching plan, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn teaching(&self, case: CaseId) -> Result<Vec<TeachingPlan>> {
        row::list(self.conn(), &row::select::<TeachingPlan>(OF_CASE), [case.number().to_be_bytes()])
    }
}
