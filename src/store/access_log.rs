//! The access log: which cases, restricted notes, searches and exports each member of staff asked for, and when.
//!
//! It is kept in the encrypted database only, and entries are never changed or removed; each is sealed over the entry
//! before. A house that can only be read takes no entries, so restricted notes can't be opened there; cases can still be read and searched.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use trivsel_domain::value::{CaseId, Line, StaffId, TalkId};

use crate::anchor::{self, Of};
use crate::beside::{Beside, Kept, Last};
use crate::column::{self, Columns, maybe};
use crate::history::Chain;
use crate::{Asker, House, Result, StoreError, sealed_rows};

const WRITE: &str = "INSERT INTO access (seq, at, by, what, case_id, talk_id, details, mac)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const HOW_MANY: &str = "SELECT count FROM anchor WHERE what = 'access'";
pub(crate) const ALL: &str = "SELECT seq, at, by, what, case_id, talk_id, details FROM access
    WHERE seq < ?1 AND (?2 IS NULL OR by = ?2) AND at >= ?4 AND at < ?5 ORDER BY seq DESC LIMIT ?3";
pub(crate) const OF_CASE: &str = "SELECT seq, at, by, what, case_id, talk_id, details FROM access
    WHERE seq < ?1 AND (?2 IS NULL OR by = ?2) AND at >= ?4 AND at < ?5 AND case_id = ?6 ORDER BY seq DESC LIMIT ?3";

/// What an entry records.
#[derive(Clone, PartialEq, Eq)]
pub enum Access {
    /// Coming in: the house was opened with the user's passphrase.
    Opened,
    /// A look at a case.
    Case(CaseId),
    /// A look at a note: a restricted one each time it is opened, another when it is opened or has stood on the screen.
    Talk {
        /// The note.
        id: TalkId,
        /// The note's case; `None` for a consultation.
        case: Option<CaseId>,
    },
    /// A look at a restricted note that was refused.
    RefusedTalk {
        /// The note.
        id: TalkId,
        /// The note's case; `None` for a consultation.
        case: Option<CaseId>,
    },
    /// A search.
    Search {
        /// The case it was limited to, if any.
        case: Option<CaseId>,
        /// The text that was searched for.
        text: String,
    },
    /// Why somebody looks at a case or a note, in their own words; it stands after the look.
    Why {
        /// The case; `None` for a consultation.
        case: Option<CaseId>,
        /// The note, if it is about one.
        talk: Option<TalkId>,
        /// The words, on a line.
        text: String,
    },
    /// The seal beside the house was not as the house was left.
    Seal(Beside),
    /// A look at the access log itself.
    Audit {
        /// The case it was limited to, if any.
        case: Option<CaseId>,
    },
    /// An export of records.
    Export {
        /// The case it was limited to; `None` for an export of the house.
        case: Option<CaseId>,
        /// The format or document, in one word.
        what: String,
    },
}

/// An entry of the access log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedAccess {
    /// The entry's number, which grows with each entry.
    pub number: i64,
    /// The time in the house's own time zone, to the second.
    pub at: NaiveDateTime,
    /// The asker; for a refused look possibly somebody who is not on the staff.
    pub by: StaffId,
    /// What the asker did.
    pub access: Access,
}

/// The filters of the access log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccessQuery {
    /// Entries about this case.
    pub case: Option<CaseId>,
    /// Entries of this member of staff.
    pub by: Option<StaffId>,
    /// The first day of the entries; `None` for the first on record.
    pub from: Option<NaiveDate>,
    /// The last day of the entries, included; `None` for the last on record.
    pub to: Option<NaiveDate>,
    /// Where the page begins: only entries with a lower number than this, the last one shown.
    pub before: Option<i64>,
    /// The most entries to return.
    pub limit: usize,
}

impl Access {
    /// The stable code of what it records.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Case(_) => "open-case",
            Self::Talk { .. } => "open-talk",
            Self::RefusedTalk { .. } => "refused-talk",
            Self::Search { .. } => "search",
            Self::Why { .. } => "why",
            Self::Seal(_) => "seal",
            Self::Audit { .. } => "audit",
            Self::Export { .. } => "export",
        }
    }

    /// The case it was about, if any.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::Opened => None,
            Self::Case(case) => Some(*case),
            Self::Seal(_) => None,
            Self::Talk { case, .. }
            | Self::RefusedTalk { case, .. }
            | Self::Search { case, .. }
            | Self::Why { case, .. }
            | Self::Audit { case }
            | Self::Export { case, .. } => *case,
        }
    }

    fn talk(&self) -> Option<TalkId> {
        match self {
            Self::Talk { id, .. } | Self::RefusedTalk { id, .. } => Some(*id),
            Self::Why { talk, .. } => *talk,
            _ => None,
        }
    }

    fn details(&self) -> Option<String> {
        match self {
            Self::Search { text, .. } | Self::Why { text, .. } => Some(text.clone()),
            Self::Export { what, .. } => Some(what.clone()),
            Self::Seal(beside) => Some(beside.to_string()),
            _ => None,
        }
    }

    fn of(code: &str, case: Option<CaseId>, talk: Option<TalkId>, details: Option<String>) -> Option<Self> {
        Some(match (code, talk, details) {
            ("opened", None, None) => Self::Opened,
            ("open-case", None, None) => Self::Case(case?),
            ("open-talk", Some(id), None) => Self::Talk { id, case },
            ("refused-talk", Some(id), None) => Self::RefusedTalk { id, case },
            ("seal", None, Some(beside)) => Self::Seal(beside.parse().ok()?),
            ("search", None, Some(text)) => Self::Search { case, text },
            ("why", talk, Some(text)) => Self::Why { case, talk, text },
            ("audit", None, None) => Self::Audit { case },
            ("export", None, Some(what)) => Self::Export { case, what },
            _ => return None,
        })
    }
}

/// Writes an entry in the caller's transaction. Returns its seal.
fn write(conn: &Connection, chain: &Chain, asker: Asker, access: &Access) -> Result<Last> {
    let (last, before) = sealed_rows::last_look(conn, chain)?;
    let at = asker.to_the_second().machine;
    let mut values = vec![
        column::whole(last + 1),
        Value::Text(at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        column::id(asker.staff),
        Value::Text(access.code().to_owned()),
        maybe(access.case(), column::id),
        maybe(access.talk(), column::id),
        maybe(access.details(), Value::Text),
    ];
    let mac = sealed_rows::seal_look(chain, &before, values.iter().map(ValueRef::from))?;
    values.push(Value::Blob(mac.to_vec()));
    conn.prepare_cached(WRITE)?.execute(params_from_iter(values))?;
    let count: Option<i64> = conn.prepare_cached(HOW_MANY)?.query_row([], |row| row.get(0)).optional()?;
    anchor::put(conn, chain, Of::Access, count.unwrap_or(0) + 1, &mac)?;
    Ok(Last { seq: last + 1, mac, at })
}

impl House {
    /// Writes a look at a case, or an export, to the access log. Returns whether it was written: a house that can only
    /// be read takes no entry, and that is no error. On a full disk the house can be read too; the entry then waits in
    /// memory, and is written before the next one.
    ///
    /// [`House::search`] and [`House::open_talk`] log searches and restricted notes themselves.
    ///
    /// # Errors
    /// `Busy`, `Database`.
    pub fn log_access(&mut self, asker: Asker, access: &Access) -> Result<bool> {
        self.log_accesses(vec![(asker, access.clone())])
    }

    /// Logs looks in one step, in their order, as [`House::log_access`] logs one: all of them, or none.
    ///
    /// # Errors
    /// As [`House::log_access`].
    pub fn log_accesses(&mut self, looks: Vec<(Asker, Access)>) -> Result<bool> {
        if !self.is_writable() {
            return Ok(false);
        }
        match self.write_accesses(&looks) {
            Err(StoreError::DiskFull) => {
                self.unwritten.extend(looks);
                Ok(false)
            }
            written => written.map(|()| true),
        }
    }

    /// Logs in one step that a report of some cases, or of the whole house if there are none, goes out of the house, and why
    /// where that is said. Returns what [`House::log_access`] returns.
    ///
    /// # Errors
    /// As [`House::log_access`].
    pub fn log_export(
        &mut self,
        asker: Asker,
        cases: &[CaseId],
        what: &str,
        why: Option<&Line>,
    ) -> Result<bool> {
        let of_case = |case: Option<CaseId>| {
            let export = Access::Export { case, what: what.to_owned() };
            let why = why.map(|why| Access::Why { case, talk: None, text: why.as_str().to_owned() });
            std::iter::once(export).chain(why)
        };
        let house = cases.is_empty().then_some(None);
        let all = cases.iter().copied().map(Some).chain(house).flat_map(of_case);
        self.log_accesses(all.map(|access| (asker, access)).collect())
    }

    /// Writes an entry after those that had no room, and its seal beside the house.
    pub(crate) fn write_access(&mut self, asker: Asker, access: &Access) -> Result<()> {
        self.write_accesses(&[(asker, access.clone())])
    }

    /// Writes entries after those that had no room, in one transaction. Without an entry nothing is written.
    fn write_accesses(&mut self, looks: &[(Asker, Access)]) -> Result<()> {
        let chain = self.remembered()?.chain(self.conn())?;
        let waiting = std::mem::take(&mut self.unwritten);
        let written = self.write(|tx| {
            let all = waiting.iter().chain(looks);
            all.map(|(by, look)| write(tx, &chain, *by, look)).try_fold(None, |_, last| last.map(Some))
        });
        if written.is_err() {
            self.unwritten = waiting;
        }
        if let Some(last) = written? {
            self.keep_seal(Kept::Looks, last);
        }
        Ok(())
    }

    /// The openings at which the seal beside the house did not agree, earliest first.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn seals_amiss(&self) -> Result<Vec<LoggedAccess>> {
        let all = self.access_log(&AccessQuery { limit: usize::MAX, ..AccessQuery::default() })?;
        Ok(all.into_iter().rev().filter(|look| matches!(look.access, Access::Seal(_))).collect())
    }

    /// Reads a page of the access log, latest first, for an audit.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn access_log(&self, query: &AccessQuery) -> Result<Vec<LoggedAccess>> {
        read(self.conn(), query)
    }
}

/// Reads a page of the access log, latest first.
pub(crate) fn read(conn: &Connection, query: &AccessQuery) -> Result<Vec<LoggedAccess>> {
    // Times are compared as texts, and every time is between these.
    let from = query.from.map_or_else(String::new, |day| day.to_string());
    let after = query.to.and_then(|day| day.succ_opt()).map_or_else(|| "~".to_owned(), |day| day.to_string());
    let mut values = vec![
        column::whole(query.before.unwrap_or(i64::MAX)),
        maybe(query.by, column::id),
        column::whole(i64::try_from(query.limit).unwrap_or(i64::MAX)),
        Value::Text(from),
        Value::Text(after),
    ];
    values.extend(query.case.map(column::id));
    let mut statement = conn.prepare_cached(if query.case.is_some() { OF_CASE } else { ALL })?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let names = &["seq", "at", "by", "what", "case_id", "talk_id", "details"];
        let mut columns = Columns::new(row, "access", names);
        let (number, at, by) = (columns.whole()?, columns.moment()?, columns.id()?);
        let (code, case, talk): (String, _, _) = (columns.text()?, columns.maybe_id()?, columns.maybe_id()?);
        let access = Access::of(&code, case, talk, columns.maybe_text()?)
            .ok_or(StoreError::UnknownCode { table: "access", column: "what" })?;
        found.push(LoggedAccess { number, at, by, access });
    }
    Ok(found)
}

/// Omits texts.
impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Access({}", self.code())?;
        self.case().map_or(Ok(()), |case| write!(f, ", {case}"))?;
        self.talk().map_or(Ok(()), |talk| write!(f, ", {talk}"))?;
        f.write_str(")")
    }
}
