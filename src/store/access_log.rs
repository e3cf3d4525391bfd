//! The access log: who looked at which case, opened which restricted note, searched for what, exported what.
//!
//! It is in the encrypted database and nowhere else, and it is only ever added to. A house that can only be read
//! takes no entries: restricted notes are then not opened, while cases can still be read and searched.

use std::fmt;

use chrono::NaiveDateTime;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use trivsel_domain::value::{CaseId, StaffId, TalkId};

use crate::column::{self, Columns, maybe};
use crate::{Asker, House, Result, StoreError};

const WRITE: &str =
    "INSERT INTO access (at, by, what, case_id, talk_id, details) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
pub(crate) const ALL: &str = "SELECT seq, at, by, what, case_id, talk_id, details FROM access
    WHERE seq < ?1 AND (?2 IS NULL OR by = ?2) ORDER BY seq DESC LIMIT ?3";
pub(crate) const OF_CASE: &str = "SELECT seq, at, by, what, case_id, talk_id, details FROM access
    WHERE seq < ?1 AND (?2 IS NULL OR by = ?2) AND case_id = ?4 ORDER BY seq DESC LIMIT ?3";

/// What was looked at.
#[derive(Clone, PartialEq, Eq)]
pub enum Access {
    /// A case.
    Case(CaseId),
    /// A restricted note was opened.
    Talk {
        /// Which.
        id: TalkId,
        /// Of whose case.
        case: Option<CaseId>,
    },
    /// A restricted note was refused to somebody it is not open to.
    RefusedTalk {
        /// Which.
        id: TalkId,
        /// Of whose case.
        case: Option<CaseId>,
    },
    /// A search.
    Search {
        /// In one case.
        case: Option<CaseId>,
        /// For what.
        text: String,
    },
    /// Records went out of the house.
    Export {
        /// Those of one case.
        case: Option<CaseId>,
        /// What, in a word: a format, a document.
        what: String,
    },
}

/// An entry of the access log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedAccess {
    /// Its number, growing.
    pub number: i64,
    /// When, in the house's own time zone, to the second.
    pub at: NaiveDateTime,
    /// Who; also somebody who is not on the staff and was refused.
    pub by: StaffId,
    /// What.
    pub access: Access,
}

/// Which entries are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccessQuery {
    /// About one case.
    pub case: Option<CaseId>,
    /// By one person.
    pub by: Option<StaffId>,
    /// Only those with a lower number than this: the last one shown.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: usize,
}

impl Access {
    fn code(&self) -> &'static str {
        match self {
            Self::Case(_) => "open-case",
            Self::Talk { .. } => "open-talk",
            Self::RefusedTalk { .. } => "refused-talk",
            Self::Search { .. } => "search",
            Self::Export { .. } => "export",
        }
    }

    /// Whose case it was about.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::Case(case) => Some(*case),
            Self::Talk { case, .. }
            | Self::RefusedTalk { case, .. }
            | Self::Search { case, .. }
            | Self::Export { case, .. } => *case,
        }
    }

    fn talk(&self) -> Option<TalkId> {
        match self {
            Self::Talk { id, .. } | Self::RefusedTalk { id, .. } => Some(*id),
            _ => None,
        }
    }

    fn details(&self) -> Option<&str> {
        match self {
            Self::Search { text, .. } => Some(text),
            Self::Export { what, .. } => Some(what),
            _ => None,
        }
    }

    fn of(code: &str, case: Option<CaseId>, talk: Option<TalkId>, details: Option<String>) -> Option<Self> {
        Some(match (code, talk, details) {
            ("open-case", None, None) => Self::Case(case?),
            ("open-talk", Some(id), None) => Self::Talk { id, case },
            ("refused-talk", Some(id), None) => Self::RefusedTalk { id, case },
            ("search", None, Some(text)) => Self::Search { case, text },
            ("export", None, Some(what)) => Self::Export { case, what },
            _ => return None,
        })
    }
}

/// Writes an entry, inside whatever transaction there is.
pub(crate) fn write(conn: &Connection, asker: Asker, access: &Access) -> Result<()> {
    let values = [
        Value::Text(asker.at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        column::id(asker.staff),
        Value::Text(access.code().to_owned()),
        maybe(access.case(), column::id),
        maybe(access.talk(), column::id),
        maybe(access.details(), column::text),
    ];
    conn.prepare_cached(WRITE)?.execute(params_from_iter(values))?;
    Ok(())
}

impl House {
    /// Puts a look at a case, or an export, in the access log. Answers whether it is there: a house that can only be
    /// read takes no entry, and reading goes on.
    ///
    /// Searches and restricted notes are put there by [`House::search`] and [`House::open_talk`].
    ///
    /// # Errors
    /// `Busy`, `DiskFull`, `Database`.
    pub fn log_access(&mut self, asker: Asker, access: &Access) -> Result<bool> {
        if !self.is_writable() {
            return Ok(false);
        }
        self.write(|tx| write(tx, asker, access)).map(|()| true)
    }

    /// The access log, latest first: for an audit.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn access_log(&self, query: &AccessQuery) -> Result<Vec<LoggedAccess>> {
        let mut values = vec![
            column::whole(query.before.unwrap_or(i64::MAX)),
            maybe(query.by, column::id),
            column::whole(i64::try_from(query.limit).unwrap_or(i64::MAX)),
        ];
        values.extend(query.case.map(column::id));
        let mut statement = self.conn().prepare_cached(if query.case.is_some() { OF_CASE } else { ALL })?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let names = &["seq", "at", "by", "what", "case_id", "talk_id", "details"];
            let mut columns = Columns::new(row, "access", names);
            let (number, at, by) = (columns.whole()?, columns.moment()?, columns.id()?);
            let (code, case, talk): (String, _, _) =
                (columns.text()?, columns.maybe_id()?, columns.maybe_id()?);
            let access = Access::of(&code, case, talk, columns.maybe_text()?)
                .ok_or(StoreError::UnknownCode { table: "access", column: "what" })?;
            found.push(LoggedAccess { number, at, by, access });
        }
        Ok(found)
    }
}

/// Without what was searched for.
impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Access({}", self.code())?;
        self.case().map_or(Ok(()), |case| write!(f, ", {case}"))?;
        self.talk().map_or(Ok(()), |talk| write!(f, ", {talk}"))?;
        f.write_str(")")
    }
}
