//! Erasing lines of the history.

use super::Theirs;
use crate::Result;
use crate::erased_rows::{self, NO_BODY, NO_SUBJECT};
use crate::history::{Chain, Sealed};
use rusqlite::{Connection, OptionalExtension, Transaction};

const ALL: &str = "SELECT seq, subject, body FROM history ORDER BY seq";
const ONE: &str = "SELECT step, at, by, nature, deed, taken, mac FROM history WHERE seq = ?1";
const SEAL: &str = "SELECT mac FROM history WHERE seq = ?1";
const EMPTY: &str = "UPDATE history SET subject = ?2, body = ?3 WHERE seq = ?1";
const RENAME: &str = "UPDATE history_run SET subject = ?3 WHERE subject = ?1 AND seq = ?2";

/// A line to erase: its number, the subject that it has, and the one that it keeps.
pub(super) type Line = (i64, String, String);

/// The lines about their records, and those of others that name them: a record that was theirs once keeps its subject.
pub(super) fn theirs(conn: &Connection, theirs: &Theirs) -> Result<Vec<Line>> {
    let mut statement = conn.prepare(ALL)?;
    let mut rows = statement.query([])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let [subject, body] = [row.get_ref(1)?.as_str(), row.get_ref(2)?.as_str()];
        let (Ok(subject), Ok(body)) = (subject, body) else { continue };
        // The erasures themselves hold the identities that the children had.
        if subject.starts_with("erasure/") {
            continue;
        }
        let is_of_theirs = theirs.subjects.contains(subject);
        if is_of_theirs || theirs.is_in(body) {
            let is_gone = is_of_theirs || !is_on_record(conn, subject)?;
            let kept = if is_gone { NO_SUBJECT } else { subject };
            lines.push((row.get(0)?, subject.to_owned(), kept.to_owned()));
        }
    }
    Ok(lines)
}

/// Whether a line is about a record that is still there, by the last of its lines.
fn is_on_record(conn: &Connection, subject: &str) -> Result<bool> {
    const LAST: &str = "SELECT json_extract(body, '$.edit.new') IS NOT NULL FROM history
        WHERE seq = (SELECT max(seq) FROM history_by_subject WHERE subject = ?1)";
    Ok(conn.prepare_cached(LAST)?.query_row([subject], |row| row.get(0)).optional()?.unwrap_or(false))
}

/// Empties the lines, notes that it did, and counts them.
pub(super) fn erase(tx: &Transaction<'_>, chain: &Chain, all: &Theirs) -> Result<usize> {
    let lines = theirs(tx, all)?;
    let count = lines.len();
    for (seq, subject, kept) in lines {
        let before = erased_rows::seal_before(tx, chain, SEAL, seq)?;
        let mut one = tx.prepare_cached(ONE)?;
        let mut rows = one.query([seq])?;
        let Some(row) = rows.next()? else { continue };
        let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        let by: Vec<u8> = row.get(2)?;
        let taken: Option<String> = row.get(5)?;
        let left = Sealed {
            seq,
            number: row.get(0)?,
            at: text(1)?,
            by: &by,
            nature: text(3)?,
            action_kind: text(4)?,
            subject: &kept,
            body: NO_BODY,
            taken: taken.as_deref(),
        };
        let mac: Vec<u8> = row.get(6)?;
        erased_rows::put_change(tx, chain, &before, &left, &mac)?;
        drop(rows);
        tx.prepare_cached(EMPTY)?.execute((seq, &kept, NO_BODY))?;
        if subject != kept {
            tx.prepare_cached(RENAME)?.execute((&subject, seq, &kept))?;
        }
    }
    Ok(count)
}
