//! Talks, signed and never changed again: the database sees to it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value;
use trivsel_domain::{CaseId, Matter, Talk, TalkId, TalkKind};

use crate::column::{self, Columns, Identity, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const SIGNED: &str = "ORDER BY date DESC, start DESC, id DESC LIMIT ?1";
pub(crate) const SIGNED_OF_CASE: &str = "WHERE case_id = ?1 ORDER BY date DESC, start DESC, id DESC LIMIT ?2";
pub(crate) const LAST: &str = "SELECT date, kind FROM talk WHERE case_id = ?1
    ORDER BY date DESC, start DESC, id DESC LIMIT 1";

/// Which talks are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TalkQuery {
    /// Of one case; of all cases, and consultations, where there is none.
    pub case: Option<CaseId>,
    /// At most so many.
    pub limit: usize,
}

impl Noun for Talk {
    const TABLE: Table = table!(
        "talk",
        key["id"],
        rest[
            "case_id",
            "kind",
            "place",
            "topic",
            "date",
            "start",
            "minutes",
            "participants",
            "themes",
            "methods",
            "text",
            "author",
            "signed_at",
            "open_to",
            "source"
        ]
    );

    fn key_columns(key: &TalkId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &TalkId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            maybe(self.case(), column::id),
            column::code(self.kind()),
            maybe(self.matter.place(), |p| column::text(p.as_str())),
            maybe(self.matter.topic(), |t| column::text(t.as_str())),
            column::date(self.date),
            maybe(self.start, |s| column::text(&s)),
            maybe(self.minutes, |m| column::whole(m.get())),
            column::json(&self.participants)?,
            column::json(&self.themes)?,
            column::json(&self.methods)?,
            column::text(self.text.as_str()),
            column::id(self.author),
            maybe(self.signed_at, column::moment),
            column::json(&self.open_to)?,
            column::code(self.source),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let id = columns.id()?;
        let (case, kind) = (columns.maybe_id()?, columns.code()?);
        let (place, topic) = (columns.maybe_text()?, columns.maybe_text()?);
        let matter = match (case, place) {
            (Some(case), None) => Matter::of_case(case, kind).ok(),
            (None, Some(place)) => Some(Matter::consultation(place, topic)),
            _ => None,
        };
        Ok(Self {
            id,
            matter: matter.ok_or_else(|| columns.corrupt("a talk of nobody"))?,
            date: columns.date()?,
            start: columns.maybe_text()?,
            minutes: columns
                .maybe_whole::<u16>()?
                .map(trivsel_domain::Minutes::new)
                .transpose()
                .map_err(|_| columns.corrupt("minutes outside a day"))?,
            participants: columns.json()?,
            themes: columns.json()?,
            methods: columns.json()?,
            text: columns.text()?,
            author: columns.id()?,
            signed_at: Some(columns.moment()?),
            open_to: columns.json()?,
            source: columns.code()?,
        })
    }
}

/// Every talk of a case.
pub(crate) fn of_case(conn: &Connection, case: CaseId) -> Result<Vec<Talk>> {
    row::list(conn, &row::select::<Talk>(SIGNED_OF_CASE), (case.number().to_be_bytes(), i64::MAX))
}

impl House {
    /// Signed talks, newest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn talks(&self, query: &TalkQuery) -> Result<Vec<Talk>> {
        let limit = i64::try_from(query.limit).unwrap_or(i64::MAX);
        match query.case.map(|c| c.number().to_be_bytes()) {
            Some(case) => row::list(self.conn(), &row::select::<Talk>(SIGNED_OF_CASE), (case, limit)),
            None => row::list(self.conn(), &row::select::<Talk>(SIGNED), [limit]),
        }
    }

    /// Date and kind of the latest signed talk of each of these cases; a case without one is left out.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn last_talks(&self, cases: &[CaseId]) -> Result<BTreeMap<CaseId, (NaiveDate, TalkKind)>> {
        let mut statement = self.conn().prepare_cached(LAST)?;
        let mut found = BTreeMap::new();
        for case in cases {
            let mut rows = statement.query([case.number().to_be_bytes()])?;
            if let Some(row) = rows.next()? {
                let mut columns = Columns::new(row, "talk", &["date", "kind"]);
                found.insert(*case, (columns.date()?, columns.code()?));
            }
        }
        Ok(found)
    }
}
