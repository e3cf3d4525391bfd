//! The register: one row per case and date.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use trivsel_domain::record::{Day, Foretold, Origin};
use trivsel_domain::value::{Absence, CaseId, Hours, Mark, MarkKind, TimeOfDay};

use crate::cell::{Code, Id, Number, Text, cell};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY date";
pub(crate) const RANGE: &str = "WHERE case_id = ?1 AND date BETWEEN ?2 AND ?3 ORDER BY date";

impl Noun for Day {
    table! {
        "day" [case: Id = "case_id", date: NaiveDate] {
            origin: Code<Origin>,
            register: Option<Text>,
            first: Option<Mark> = "first" "first_from" "first_to",
            second: Option<Mark> = "second" "second_from" "second_to",
            foretold: Option<Foretold> = "foretold" "told_at",
            remark: Option<Text>,
            mood: Option<Number<u8>>,
        }
    }
}

cell!(Foretold { cause: Code<Absence>, told_at: NaiveDateTime });
cell!(Mark as (Code<MarkKind>, Option<Text>, Option<Text>), mark_parts, mark);

type MarkParts = (MarkKind, Option<TimeOfDay>, Option<TimeOfDay>);

fn mark_parts(mark: &Mark) -> MarkParts {
    let (from, to) = match mark {
        Mark::Late { at } => (Some(*at), None),
        Mark::Partial { hours } => (Some(hours.from()), Some(hours.to())),
        _ => (None, None),
    };
    (mark.kind(), from, to)
}

fn mark((kind, from, to): MarkParts) -> Result<Mark, &'static str> {
    let missing = "a value is missing";
    Ok(match kind {
        MarkKind::Present => Mark::Present,
        MarkKind::Late => Mark::Late { at: from.ok_or(missing)? },
        MarkKind::Partial => {
            let hours = Hours::new(from.ok_or(missing)?, to.ok_or(missing)?);
            Mark::Partial { hours: hours.map_err(|_| "hours that do not run forward")? }
        }
        MarkKind::Sick => Mark::Sick,
        MarkKind::Leave => Mark::Leave,
        MarkKind::Unlawful => Mark::Unlawful,
        MarkKind::Elsewhere => Mark::Elsewhere,
        MarkKind::NotExpected => Mark::NotExpected,
    })
}

/// Every day of a case, by date.
pub(crate) fn of_case(conn: &Connection, case: CaseId) -> Result<Vec<Day>> {
    row::list(conn, &row::select::<Day>(OF_CASE), [case.as_u128().to_be_bytes()])
}

impl House {
    /// The days on record of these cases from one date to another, inclusive, by case in the given order, then by date.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn days(&self, cases: &[CaseId], from: NaiveDate, to: NaiveDate) -> Result<Vec<Day>> {
        let (sql, from, to) = (row::select::<Day>(RANGE), from.to_string(), to.to_string());
        let mut found = Vec::new();
        for case in cases {
            found.extend(row::list::<Day>(self.conn(), &sql, (case.as_u128().to_be_bytes(), &from, &to))?);
        }
        Ok(found)
    }

    /// The day on record of a case on a date, if there is one.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn day(&self, case: CaseId, date: NaiveDate) -> Result<Option<Day>> {
        row::read(self.conn(), &(case, date))
    }
}
