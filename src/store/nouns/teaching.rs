//! Teaching plans, every version.

use chrono::NaiveDate;
use trivsel_domain::record::TeachingPlan;
use trivsel_domain::value::CaseId;

use crate::cell::{Id, Json, Text};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY from_date";

impl Noun for TeachingPlan {
    table! {
        "teaching_plan" [id: Id] {
            case(plan.case()): Id = "case_id",
            from(plan.from()): NaiveDate = "from_date",
            aim(plan.aim().cloned()): Option<Text>,
            subjects(plan.subjects().to_vec()): Json,
        }
        plan => Self::new(id, case, from, aim, subjects).ok()
    }
}

impl House {
    /// Every version of a case's teaching plan, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn teaching(&self, case: CaseId) -> Result<Vec<TeachingPlan>> {
        row::list(self.conn(), &row::select::<TeachingPlan>(OF_CASE), [case.as_u128().to_be_bytes()])
    }
}
