//! Goals, with their progress.

use chrono::NaiveDate;
use trivsel_domain::record::{Goal, GoalClosing, GoalEnd, GoalKind};
use trivsel_domain::value::CaseId;

use crate::cell::{Code, Id, Json, Text, cell};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY set_on, id";

impl Noun for Goal {
    table! {
        "goal" [id: Id] {
            case: Id = "case_id",
            kind: Code<GoalKind>,
            text: Text,
            municipal: Option<Text>,
            set_on: NaiveDate,
            progress: Json,
            ended: Option<GoalClosing> = "ended_on" "ended",
        }
    }
}

cell!(GoalClosing { on: NaiveDate, how: Code<GoalEnd> });

impl House {
    /// The goals of a case, ended or not, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn goals(&self, case: CaseId) -> Result<Vec<Goal>> {
        row::list(self.conn(), &row::select::<Goal>(OF_CASE), [case.as_u128().to_be_bytes()])
    }
}
