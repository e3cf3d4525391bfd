//! Joint analyses, every version.

use chrono::NaiveDate;
use trivsel_domain::record::JointAnalysis;

use crate::cell::{Id, Number, Text};
use crate::row::Noun;
use crate::table::table;

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY version";

impl Noun for JointAnalysis {
    table! {
        "joint_analysis" [id: Id] {
            case: Id = "case_id",
            version: Number<u32>,
            date: NaiveDate,
            author: Id,
            child: Option<Text>,
            family: Option<Text>,
            school: Option<Text>,
            between: Option<Text> = "between_them",
        }
    }
}
