//! Joint analyses, every version.

use rusqlite::types::Value;
use trivsel_domain::{AnalysisId, JointAnalysis, LongText};

use crate::Result;
use crate::column::{self, Columns, maybe};
use crate::row::{Noun, Table, table};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY version";

impl Noun for JointAnalysis {
    const TABLE: Table = table!(
        "joint_analysis",
        key["id"],
        rest["case_id", "version", "date", "author", "child", "family", "school", "between_them"]
    );

    fn key_columns(key: &AnalysisId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &AnalysisId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        let long = |text: &Option<LongText>| maybe(text.as_ref(), |t| column::text(t.as_str()));
        Ok(vec![
            column::id(self.case),
            column::whole(self.version),
            column::date(self.date),
            column::id(self.author),
            long(&self.child),
            long(&self.family),
            long(&self.school),
            long(&self.between),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let (id, case) = (columns.id()?, columns.id()?);
        let version = columns.maybe_whole()?;
        Ok(Self {
            id,
            case,
            version: columns.need(version)?,
            date: columns.date()?,
            author: columns.id()?,
            child: columns.maybe_text()?,
            family: columns.maybe_text()?,
            school: columns.maybe_text()?,
            between: columns.maybe_text()?,
        })
    }
}
