//! Consents.

use chrono::NaiveDate;
use trivsel_domain::record::{Consent, Party};
use trivsel_domain::value::Role;

use crate::cell::{Code, Id, Text, cell};
use crate::row::Noun;
use crate::table::table;

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY from_date, id";

impl Noun for Consent {
    table! {
        "consent" [id: Id] {
            case: Id = "case_id",
            giver: Party = "giver_person" "giver_role" "giver_other",
            what: Text,
            with_whom: Party = "with_person" "with_role" "with_other",
            from: NaiveDate = "from_date",
            to: Option<NaiveDate> = "to_date",
            withdrawn: Option<NaiveDate>,
            note: Option<Text>,
        }
    }
}

cell!(
    Party as (Option<Id>, Option<Code<Role>>, Option<Text>),
    |party| match party {
        Party::Person(id) => (Some(*id), None, None),
        Party::Role(role) => (None, Some(*role), None),
        Party::Other(name) => (None, None, Some(name.clone())),
    },
    |parts| match parts {
        (Some(id), None, None) => Ok(Party::Person(id)),
        (None, Some(role), None) => Ok(Party::Role(role)),
        (None, None, Some(name)) => Ok(Party::Other(name)),
        _ => Err("a party is a person, a role or a name"),
    },
);
