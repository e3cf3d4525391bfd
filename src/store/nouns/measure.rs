//! Outcome measures, signed with their talk.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use rusqlite::Connection;
use trivsel_domain::record::Measure;
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::{CaseId, Role, StaffId, Tag, TalkId};

use crate::cell::{Code, Id, Json};
use crate::nouns::misplacement::placed;
use crate::nouns::talk::READABLE;
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const OF_CASE: &str =
    concat!("WHERE case_id = ?1 AND ", placed!("measure.talk_id"), " ORDER BY date, id");
pub(crate) const OF_TALK: &str = "WHERE talk_id = ?1 ORDER BY id";
/// The talks of the case `?3` that a reader may not open. `?1` is the reader's identity, `?2` the same as text.
pub(crate) static CLOSED: LazyLock<String> =
    LazyLock::new(|| format!("SELECT id FROM talk WHERE case_id = ?3 AND NOT {READABLE}"));

/// Leaves out the scores of restricted and misplaced talks, because reading one must be logged as an access.
const TOLD_OF: &str = concat!(
    "SELECT m.id FROM talk t JOIN measure m ON m.talk_id = t.id
    WHERE t.case_id = ?1 AND t.open_to = '\"house\"' AND ",
    placed!("t.id")
);

impl Noun for Measure {
    table! {
        "measure" [id: Id] {
            case: Id = "case_id",
            talk: Id = "talk_id",
            date: NaiveDate,
            rater: Code<Role>,
            score: Json,
        }
    }

    fn of_case() -> Option<&'static str> {
        Some(TOLD_OF)
    }
}

impl House {
    /// The measures of a case, oldest first, but those of misplaced talks. A score follows its note: those of restricted talks that are not open to
    /// the reader are counted only.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn measures(&self, case: CaseId, reader: StaffId) -> Result<OpenScores> {
        let tx = self.snapshot()?;
        of_case(&tx, case, reader)
    }
}

/// The measures of a case, oldest first, as a reader may see them.
pub(crate) fn of_case(conn: &Connection, case: CaseId, reader: StaffId) -> Result<OpenScores> {
    let id = case.as_u128().to_be_bytes();
    let all = row::list(conn, &row::select::<Measure>(OF_CASE), [id])?;
    let mut statement = conn.prepare_cached(&CLOSED)?;
    let mut rows = statement.query((reader.as_u128().to_be_bytes(), reader.to_string(), id))?;
    let mut closed = BTreeSet::new();
    while let Some(row) = rows.next()? {
        closed.insert(TalkId::from_u128(u128::from_be_bytes(row.get(0)?)));
    }
    Ok(OpenScores::new(all, |talk| !closed.contains(&talk)))
}

/// Whether there is a score in a series of the house.
pub(crate) fn has_scores(conn: &Connection, series: &Tag) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM measure WHERE json_extract(score, '$.own.series') = ?1)";
    Ok(conn.query_row(sql, [series.as_str()], |row| row.get(0))?)
}
