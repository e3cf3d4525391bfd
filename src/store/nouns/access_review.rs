//! Reviews of the access log.

use chrono::NaiveDate;
use trivsel_domain::record::{AccessReview, Verdict};
use trivsel_domain::value::Moment;

use crate::cell::{Code, Id, Number, Text};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

impl Noun for AccessReview {
    table! {
        "access_review" [id: Id] {
            look: Number<i64>,
            case: Id = "case_id",
            reader: Id,
            on: NaiveDate = "looked_on",
            verdict: Code<Verdict>,
            note: Option<Text>,
            by: Id = "reviewed_by",
            at: Moment = "reviewed_at",
        }
    }

    /// What a leader finds of the staff is none of the case's history.
    fn of_case() -> Option<&'static str> {
        None
    }
}

impl House {
    /// Every review of a look, earliest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn access_reviews(&self) -> Result<Vec<AccessReview>> {
        let mut all: Vec<AccessReview> = row::all(self.conn())?;
        all.sort_by_key(|review| (review.at, review.id));
        Ok(all)
    }
}
