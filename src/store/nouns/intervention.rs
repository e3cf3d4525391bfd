//! Interventions.

use chrono::NaiveDate;
use trivsel_domain::record::{Intervention, InterventionKind};
use trivsel_domain::value::CaseId;

use crate::cell::{Code, Id, Json, Text};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY from_date, id";

impl Noun for Intervention {
    table! {
        "intervention" [id: Id] {
            case: Id = "case_id",
            kind: Code<InterventionKind>,
            from: NaiveDate = "from_date",
            to: Option<NaiveDate> = "to_date",
            who: Json,
            note: Option<Text>,
        }
    }
}

impl House {
    /// The interventions on a case, ended or not, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn interventions(&self, case: CaseId) -> Result<Vec<Intervention>> {
        row::list(self.conn(), &row::select::<Intervention>(OF_CASE), [case.as_u128().to_be_bytes()])
    }
}
