//! Signatures in the history: notes, additions to them and documents, since a step.

use chrono::NaiveDateTime;
use rusqlite::Connection;
use trivsel_domain::record::{Change, Talk};
use trivsel_domain::value::{CaseId, StaffId};

use crate::column::Columns;
use crate::{Result, row};

/// The changes of notes, additions and documents after a step, in their order. Undo reaches no further back than some
/// thousand changes, so they need no index.
const AFTER: &str = "SELECT at, by, body FROM history WHERE seq > ?1 AND step > ?1
    AND (subject GLOB 'talk/*' OR subject GLOB 'addendum/*' OR subject GLOB 'document/*') ORDER BY seq";

/// The first signature after a step in one of these cases: who signed, and when.
pub(crate) fn signed_since(
    conn: &Connection,
    step: i64,
    cases: &[CaseId],
) -> Result<Option<(StaffId, NaiveDateTime)>> {
    let mut statement = conn.prepare_cached(AFTER)?;
    let mut rows = statement.query([step])?;
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, "history", &["at", "by", "body"]);
        let (at, by) = (columns.moment()?, columns.id()?);
        let case = signed_in(conn, &columns.json()?)?;
        if case.is_some_and(|case| cases.contains(&case)) {
            return Ok(Some((by, at)));
        }
    }
    Ok(None)
}

/// The case of what a change signs; `None` if it signs nothing.
fn signed_in(conn: &Connection, change: &Change) -> Result<Option<CaseId>> {
    Ok(match change {
        Change::Talk(edit) => edit.new_state().and_then(Talk::case),
        Change::Addendum(edit) => match edit.new_state() {
            Some(addendum) => row::read::<Talk>(conn, &addendum.talk)?.and_then(|talk| talk.case()),
            None => None,
        },
        Change::Document(edit) => {
            edit.new_state().filter(|document| document.signed.is_some()).map(|document| document.case)
        }
        _ => None,
    })
}
