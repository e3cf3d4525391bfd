//! The register: one row a case and date.

use chrono::NaiveDate;
use rusqlite::types::Value;
use trivsel_domain::{CaseId, Day, Foretold, Hours, Mark, MarkKind, TimeOfDay};

use crate::column::{self, Columns, Identity, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const RANGE: &str = "WHERE case_id = ?1 AND date BETWEEN ?2 AND ?3 ORDER BY date";

impl Noun for Day {
    const TABLE: Table = table!(
        "day",
        key["case_id", "date"],
        rest[
            "origin",
            "first",
            "first_from",
            "first_to",
            "second",
            "second_from",
            "second_to",
            "foretold",
            "told_at",
            "remark",
            "mood"
        ]
    );

    fn key_columns((case, date): &(CaseId, NaiveDate)) -> Vec<Value> {
        vec![column::id(*case), column::date(*date)]
    }

    fn key_text((case, date): &(CaseId, NaiveDate)) -> String {
        format!("{case}/{date}")
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        let [first, first_from, first_to] = mark_columns(self.first);
        let [second, second_from, second_to] = mark_columns(self.second);
        Ok(vec![
            column::code(self.origin),
            first,
            first_from,
            first_to,
            second,
            second_from,
            second_to,
            maybe(self.foretold, |f| column::code(f.cause)),
            maybe(self.foretold, |f| column::moment(f.told_at)),
            maybe(self.remark.as_ref(), |r| column::text(r.as_str())),
            maybe(self.mood, |m| column::whole(m.get())),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        Ok(Self {
            case: columns.id()?,
            date: columns.date()?,
            origin: columns.code()?,
            first: mark(columns)?,
            second: mark(columns)?,
            foretold: {
                let (cause, told_at) = (columns.maybe_code()?, columns.maybe_moment()?);
                cause.zip(told_at).map(|(cause, told_at)| Foretold { cause, told_at })
            },
            remark: columns.maybe_text()?,
            mood: columns
                .maybe_whole::<u8>()?
                .map(trivsel_domain::Mood::new)
                .transpose()
                .map_err(|_| columns.corrupt("a mood outside 1 to 5"))?,
        })
    }
}

fn mark_columns(mark: Option<Mark>) -> [Value; 3] {
    let (from, to) = match mark {
        Some(Mark::Late { at }) => (Some(at), None),
        Some(Mark::Partial { hours }) => (Some(hours.from()), Some(hours.to())),
        _ => (None, None),
    };
    [
        maybe(mark, |m| column::code(m.kind())),
        maybe(from, |t| column::text(&t)),
        maybe(to, |t| column::text(&t)),
    ]
}

fn mark(columns: &mut Columns<'_, '_>) -> Result<Option<Mark>> {
    let kind = columns.maybe_code::<MarkKind>()?;
    let (from, to) = (columns.maybe_text::<TimeOfDay>()?, columns.maybe_text::<TimeOfDay>()?);
    let Some(kind) = kind else { return Ok(None) };
    Ok(Some(match kind {
        MarkKind::Present => Mark::Present,
        MarkKind::Late => Mark::Late { at: columns.need(from)? },
        MarkKind::Partial => {
            let hours = Hours::new(columns.need(from)?, columns.need(to)?);
            Mark::Partial { hours: hours.map_err(|_| columns.corrupt("hours that do not run forward"))? }
        }
        MarkKind::Sick => Mark::Sick,
        MarkKind::Leave => Mark::Leave,
        MarkKind::Unlawful => Mark::Unlawful,
        MarkKind::Elsewhere => Mark::Elsewhere,
        MarkKind::NotExpected => Mark::NotExpected,
    }))
}

impl House {
    /// The days on record of these cases from one date to another, both included; a case's days together, by date.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn days(&self, cases: &[CaseId], from: NaiveDate, to: NaiveDate) -> Result<Vec<Day>> {
        let (sql, from, to) = (row::select::<Day>(RANGE), from.to_string(), to.to_string());
        let mut found = Vec::new();
        for case in cases {
            found.extend(row::list::<Day>(self.conn(), &sql, (case.number().to_be_bytes(), &from, &to))?);
        }
        Ok(found)
    }

    /// What is on record of a case on a date.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn day(&self, case: CaseId, date: NaiveDate) -> Result<Option<Day>> {
        row::read(self.conn(), &(case, date))
    }
}
