//! Children who look like one and are two, and those who may still be one.

use trivsel_domain::record::TwoChildren;
use trivsel_domain::rules::same_child::Pair;

use crate::cell::Id;
use crate::row::Noun;
use crate::table::table;
use crate::{House, Result};

const TOLD_OF: &str = "SELECT t.id FROM case_file c CROSS JOIN two_children t
    ON t.one = c.child_id OR t.other = c.child_id WHERE c.id = ?1";

impl Noun for TwoChildren {
    table! {
        "two_children" [id: Id] {
            one: Id,
            other: Id,
            by: Id,
        }
    }

    fn of_case() -> Option<&'static str> {
        Some(TOLD_OF)
    }
}

impl House {
    /// The pairs of children that may be one and were not found to be two, by the identity of the one entered first.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn same_children(&self) -> Result<Vec<Pair>> {
        self.remembered()?.same_children(self.conn())
    }
}
