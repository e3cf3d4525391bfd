//! Documents, in every version. The database refuses changes of a signed document, except that tasks are marked done.

use chrono::NaiveDate;
use trivsel_domain::record::{DocumentKind, Outcome, PlanDocument, PlanTask, Signature};
use trivsel_domain::value::{CaseId, Moment};

use crate::cell::{Code, Id, Json, Number, Text, cell};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY kind, version";

impl Noun for PlanDocument {
    table! {
        "document" [id: Id] {
            case: Id = "case_id",
            kind: Code<DocumentKind>,
            version: Number<u32>,
            sections: Json,
            tasks: Vec<PlanTask> = "steps" "done",
            figures: Json,
            chosen: Json,
            destination: Option<Code<Outcome>>,
            receiving: Option<Text>,
            author: Id,
            written_on: NaiveDate,
            signed: Option<Signature> = "signed_by" "signed_at",
        }
    }
}

cell!(Signature { by: Id, at: Moment });
cell!(Vec<PlanTask> as (Json, Json), |tasks| split(tasks), join);

/// The tasks as they were signed, and the day on which each was done.
fn split(tasks: &[PlanTask]) -> (Vec<PlanTask>, Vec<Option<NaiveDate>>) {
    let signed = tasks.iter().map(|task| PlanTask { done: None, ..task.clone() }).collect();
    (signed, tasks.iter().map(|task| task.done).collect())
}

fn join((mut tasks, done): (Vec<PlanTask>, Vec<Option<NaiveDate>>)) -> Result<Vec<PlanTask>, &'static str> {
    if tasks.len() != done.len() {
        return Err("a plan whose tasks and done days do not match");
    }
    for (task, done) in tasks.iter_mut().zip(done) {
        task.done = done;
    }
    Ok(tasks)
}

impl House {
    /// Every version of every document of a case. Documents of one kind are ordered oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn documents(&self, case: CaseId) -> Result<Vec<PlanDocument>> {
        row::list(self.conn(), &row::select::<PlanDocument>(OF_CASE), [case.as_u128().to_be_bytes()])
    }
}
