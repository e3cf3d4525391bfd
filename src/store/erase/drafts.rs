//! Erasing drafts: those of a case, and those that hold an identity of the children in a field.

use rusqlite::{Connection, Transaction};

use super::Theirs;
use crate::Result;

const ALL: &str = "SELECT id, case_id, fields, base FROM draft";

/// The drafts that are theirs.
pub(super) fn theirs(conn: &Connection, theirs: &Theirs) -> Result<Vec<[u8; 16]>> {
    let mut statement = conn.prepare(ALL)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let case: Option<[u8; 16]> = row.get(1)?;
        let (fields, base): (String, Option<String>) = (row.get(2)?, row.get(3)?);
        let is_of_case =
            case.is_some_and(|case| theirs.cases.iter().any(|own| own.as_u128().to_be_bytes() == case));
        if is_of_case || theirs.is_in(&fields) || base.is_some_and(|base| theirs.is_in(&base)) {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}

/// Removes them, and counts them. The caller seals the drafts that are left.
pub(super) fn erase(tx: &Transaction<'_>, all: &Theirs) -> Result<usize> {
    let found = theirs(tx, all)?;
    for id in &found {
        tx.execute("DELETE FROM draft WHERE id = ?1", [id])?;
    }
    Ok(found.len())
}
