//! Documents, in every version. The database refuses changes of a signed document, except that steps are marked done.

use chrono::NaiveDate;
use trivsel_domain::record::{DocumentKind, Outcome, PlanDocument, PlanStep, Signature};
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
            steps: Vec<PlanStep> = "steps" "done",
            destination: Option<Code<Outcome>>,
            receiving: Option<Text>,
            author: Id,
            written_on: NaiveDate,
            signed: Option<Signature> = "signed_by" "signed_at",
        }
    }
}

cell!(Signature { by: Id, at: Moment });
cell!(Vec<PlanStep> as (Json, Json), |steps| split(steps), join);

/// The steps as they were signed, and the day on which each was done.
fn split(steps: &[PlanStep]) -> (Vec<PlanStep>, Vec<Option<NaiveDate>>) {
    let signed = steps.iter().map(|step| PlanStep { done: None, ..step.clone() }).collect();
    (signed, steps.iter().map(|step| step.done).collect())
}

fn join((mut steps, done): (Vec<PlanStep>, Vec<Option<NaiveDate>>)) -> Result<Vec<PlanStep>, &'static str> {
    if steps.len() != done.len() {
        return Err("a plan whose steps and done days do not match");
    }
    for (step, done) in steps.iter_mut().zip(done) {
        step.done = done;
    }
    Ok(steps)
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
