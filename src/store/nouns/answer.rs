//! Answers to obligations by hand.

use chrono::NaiveDate;
use trivsel_domain::record::{Answer, HowAnswered};
use trivsel_domain::value::ObligationKind;

use crate::cell::{Code, Id, Text, cell};
use crate::row::Noun;
use crate::table::table;

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY obligation, since";

impl Noun for Answer {
    table! {
        "answer" [id: Id] {
            case: Id = "case_id",
            obligation: Code<ObligationKind>,
            since: NaiveDate,
            on: NaiveDate = "answered",
            how: HowAnswered = "excused" "sent_to",
            by: Id = "answered_by",
        }
    }
}

cell!(
    HowAnswered as (Option<Text>, Option<Text>),
    |how| match how {
        HowAnswered::Excused(reason) => (Some(reason.clone()), None),
        HowAnswered::Sent(to) => (None, Some(to.clone())),
    },
    |parts| match parts {
        (Some(reason), None) => Ok(HowAnswered::Excused(reason)),
        (None, Some(to)) => Ok(HowAnswered::Sent(to)),
        _ => Err("an answer is excused or went out"),
    }
);
