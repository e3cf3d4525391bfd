//! Talks. A draft is seen by its author alone; a signed one is never changed again, the database sees to it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::Value;
use trivsel_domain::{CaseId, StaffId, Talk, TalkId, TalkKind};

use crate::column::{self, Columns, Identity, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const DRAFTS: &str = "WHERE author = ?1 AND signed_at IS NULL AND (?2 IS NULL OR case_id = ?2)
    ORDER BY date DESC, start DESC, id DESC LIMIT ?3";
pub(crate) const SIGNED: &str =
    "WHERE signed_at IS NOT NULL ORDER BY date DESC, start DESC, id DESC LIMIT ?1";
pub(crate) const SIGNED_OF_CASE: &str =
    "WHERE case_id = ?1 AND signed_at IS NOT NULL ORDER BY date DESC, start DESC, id DESC LIMIT ?2";
pub(crate) const LAST: &str = "SELECT date, kind FROM talk WHERE case_id = ?1 AND signed_at IS NOT NULL
    ORDER BY date DESC, start DESC, id DESC LIMIT 1";

/// Which talks are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TalkQuery {
    /// Of one case; of all cases, and consultations, where there is none.
    pub case: Option<CaseId>,
    /// Who reads, and so whose drafts are seen.
    pub reader: StaffId,
    /// At most so many.
    pub limit: usize,
}

impl Noun for Talk {
    const TABLE: Table = table!(
        "talk",
        key["id"],
        rest["case_id", "kind", "date", "start", "minutes", "participants", "text", "author", "signed_at"]
    );

    fn key_columns(key: &TalkId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &TalkId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            maybe(self.case, column::id),
            column::code(self.kind),
            column::date(self.date),
            maybe(self.start, |s| column::text(&s)),
            maybe(self.minutes, |m| column::whole(m.get())),
            maybe(self.participants.as_ref(), |p| column::text(p.as_str())),
            column::text(self.text.as_str()),
            column::id(self.author),
            maybe(self.signed_at, column::moment),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        Ok(Self {
            id: columns.id()?,
            case: columns.maybe_id()?,
            kind: columns.code()?,
            date: columns.date()?,
            start: columns.maybe_text()?,
            minutes: columns
                .maybe_whole::<u16>()?
                .map(trivsel_domain::Minutes::new)
                .transpose()
                .map_err(|_| columns.corrupt("minutes outside a day"))?,
            participants: columns.maybe_text()?,
            text: columns.text()?,
            author: columns.id()?,
            signed_at: columns.maybe_moment()?,
        })
    }
}

impl House {
    /// The reader's own drafts, then signed talks; newest first in both.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn talks(&self, query: &TalkQuery) -> Result<Vec<Talk>> {
        let limit = |left: usize| i64::try_from(left).unwrap_or(i64::MAX);
        let case = query.case.map(|c| c.number().to_be_bytes());
        let reader = query.reader.number().to_be_bytes();
        let mut found: Vec<Talk> =
            row::list(self.conn(), &row::select::<Talk>(DRAFTS), (reader, case, limit(query.limit)))?;
        let left = limit(query.limit.saturating_sub(found.len()));
        found.extend(match case {
            Some(case) => row::list::<Talk>(self.conn(), &row::select::<Talk>(SIGNED_OF_CASE), (case, left))?,
            None => row::list::<Talk>(self.conn(), &row::select::<Talk>(SIGNED), [left])?,
        });
        Ok(found)
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
