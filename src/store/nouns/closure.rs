//! Closures of the school, which make its calendar.

use trivsel_domain::record::{Closure, ClosureKind, ClosureRule};
use trivsel_domain::rules::calendar::Calendar;

use crate::cell::{Code, Id, Json, Text, cell};
use crate::row::Noun;
use crate::table::table;
use crate::{House, Result};

impl Noun for Closure {
    table! {
        "closure" [id: Id] { kind: Code<ClosureKind>, name: Option<Text>, rule: ClosureRule }
    }
}

cell!(ClosureRule as Json, |rule| *rule, |rule: ClosureRule| rule
    .checked()
    .map_err(|_| "a rule that names no day"));

impl House {
    /// The school calendar, with its closures ordered by identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn calendar(&self) -> Result<Calendar> {
        self.remembered()?.calendar(self.conn())
    }
}
