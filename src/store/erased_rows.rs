//! Rows of the history and of the access log whose content was erased. Such a row keeps its number and its seal, so that the
//! chain over it holds, and a second seal says that the program emptied it.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

use crate::history::{Chain, Sealed};
use crate::{Result, sealed_rows};

/// The body of an erased change. Its shape keeps it out of the index of removals.
pub(crate) const NO_BODY: &str = r#"{"edit":{"new":false}}"#;
/// The subject of an erased change of a record that is gone.
pub(crate) const NO_SUBJECT: &str = "";
/// The details of an erased look.
pub(crate) const NO_DETAILS: &str = "";

const READ: &str = "SELECT mac FROM erased_row WHERE what = ?1 AND seq = ?2";
/// A row may be erased a second time: its subject goes when the record goes that it was kept for.
const WRITE: &str = "INSERT INTO erased_row (what, seq, mac) VALUES (?1, ?2, ?3)
    ON CONFLICT (what, seq) DO UPDATE SET mac = excluded.mac";

/// The seal of the row before one, or the root of the chain before the first; `seal` reads it by its number.
pub(crate) fn seal_before(conn: &Connection, chain: &Chain, seal: &str, seq: i64) -> Result<Vec<u8>> {
    let before = conn.prepare_cached(seal)?.query_row([seq - 1], |row| row.get(0)).optional()?;
    Ok(before.unwrap_or_else(|| chain.root.to_vec()))
}

/// Notes an erased change: `row` is what is left of it, `mac` the seal that it keeps.
pub(crate) fn put_change(
    conn: &Connection,
    chain: &Chain,
    before: &[u8],
    row: &Sealed<'_>,
    mac: &[u8],
) -> Result<()> {
    let sealed = seal_change(chain, before, row, mac)?;
    conn.prepare_cached(WRITE)?.execute(("history", row.seq, sealed))?;
    Ok(())
}

/// Whether a change was emptied by the program and has been left as it was since.
pub(crate) fn is_erased_change(
    conn: &Connection,
    chain: &Chain,
    before: &[u8],
    row: &Sealed<'_>,
    mac: &[u8],
) -> Result<bool> {
    Ok(row.body == NO_BODY && read(conn, "history", row.seq)? == Some(seal_change(chain, before, row, mac)?))
}

/// Notes an erased look, given by its columns as they are left.
pub(crate) fn put_look(
    conn: &Connection,
    chain: &Chain,
    before: &[u8],
    (seq, columns): (i64, &[ValueRef<'_>]),
    mac: &[u8],
) -> Result<()> {
    let sealed = seal_look(chain, before, columns, mac)?;
    conn.prepare_cached(WRITE)?.execute(("access", seq, sealed))?;
    Ok(())
}

/// Whether a look was emptied by the program and has been left as it was since.
pub(crate) fn is_erased_look(
    conn: &Connection,
    chain: &Chain,
    before: &[u8],
    (seq, columns): (i64, &[ValueRef<'_>]),
    mac: &[u8],
) -> Result<bool> {
    Ok(read(conn, "access", seq)? == Some(seal_look(chain, before, columns, mac)?))
}

fn read(conn: &Connection, what: &str, seq: i64) -> Result<Option<[u8; 32]>> {
    let mut statement = conn.prepare_cached(READ)?;
    Ok(statement.query_row((what, seq), |row| row.get(0)).optional()?)
}

fn seal_change(chain: &Chain, before: &[u8], row: &Sealed<'_>, mac: &[u8]) -> Result<[u8; 32]> {
    let left = chain.seal(before, row)?;
    chain.mac([b"erased change".as_slice(), &left, mac])
}

fn seal_look(chain: &Chain, before: &[u8], columns: &[ValueRef<'_>], mac: &[u8]) -> Result<[u8; 32]> {
    let left = sealed_rows::seal_look(chain, before, columns.iter().copied())?;
    chain.mac([b"erased look".as_slice(), &left, mac])
}
