//! Documents, every version. A signed one is never changed, the database sees to it; only what was done is noted.

use chrono::NaiveDate;
use rusqlite::types::Value;
use trivsel_domain::{CaseId, DocumentId, PlanDocument, PlanStep, Signature};

use crate::column::{self, Columns, Identity, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY kind, version";

impl Noun for PlanDocument {
    const TABLE: Table = table!(
        "document",
        key["id"],
        rest[
            "case_id",
            "kind",
            "version",
            "sections",
            "steps",
            "done",
            "destination",
            "receiving",
            "author",
            "written_on",
            "signed_by",
            "signed_at"
        ]
    );

    fn key_columns(key: &DocumentId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &DocumentId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        let done: Vec<Option<NaiveDate>> = self.steps.iter().map(|s| s.done).collect();
        Ok(vec![
            column::id(self.case),
            column::code(self.kind),
            column::whole(self.version),
            column::json(&self.sections)?,
            column::json(&self.as_signed().steps)?,
            column::json(&done)?,
            maybe(self.destination, column::code),
            maybe(self.receiving.as_ref(), |r| column::text(r.as_str())),
            column::id(self.author),
            column::date(self.written_on),
            maybe(self.signed, |s| column::id(s.by)),
            maybe(self.signed, |s| column::moment(s.at)),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let (id, case, kind) = (columns.id()?, columns.id()?, columns.code()?);
        let version = columns.maybe_whole()?;
        let (version, sections) = (columns.need(version)?, columns.json()?);
        let (mut steps, done): (Vec<PlanStep>, Vec<Option<NaiveDate>>) = (columns.json()?, columns.json()?);
        if steps.len() != done.len() {
            return Err(columns.corrupt("a plan whose steps and done days do not match"));
        }
        for (step, done) in steps.iter_mut().zip(done) {
            step.done = done;
        }
        let (destination, receiving) = (columns.maybe_code()?, columns.maybe_text()?);
        let (author, written_on) = (columns.id()?, columns.date()?);
        let signed = match (columns.maybe_id()?, columns.maybe_moment()?) {
            (Some(by), Some(at)) => Some(Signature { by, at }),
            (None, None) => None,
            _ => return Err(columns.corrupt("half a signature")),
        };
        Ok(Self {
            id,
            case,
            kind,
            version,
            sections,
            steps,
            destination,
            receiving,
            author,
            written_on,
            signed,
        })
    }
}

impl House {
    /// Every version of every document of a case; of one kind oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn documents(&self, case: CaseId) -> Result<Vec<PlanDocument>> {
        row::list(self.conn(), &row::select::<PlanDocument>(OF_CASE), [case.number().to_be_bytes()])
    }
}
