//! To whom the database key is sealed: a table inside the encrypted file, and the key events that put its rows there.
//!
//! Invariant: the key is sealed only to recipients that are on record: a row of a present member of staff, or of the
//! recovery key, with the fingerprint that the last key event of its owner names.

#[cfg(test)]
mod tests;

use std::str::FromStr;

use age::x25519;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use trivsel_domain::record::{KeyEvent, Staff, keys_on_record};
use trivsel_domain::value::{Fingerprint, Initials};

use crate::nouns::key_event;
use crate::staff::CURRENT;
use crate::{HouseFolder, Result, StoreError, private_file, row, seal};

/// The name of the recovery key in the table.
pub(crate) const RECOVERY: &str = "*";

/// The fingerprint of a recipient: the first 8 bytes of the SHA-256 of its text.
pub(crate) fn fingerprint(recipient: &str) -> Fingerprint {
    let digest: [u8; 32] = Sha256::digest(recipient.as_bytes()).into();
    let mut short = [0; 8];
    short.copy_from_slice(&digest[..8]);
    Fingerprint::new(short)
}

/// The owner of a row; `None` for the recovery key.
pub(crate) fn owner(name: &str) -> Result<Option<Initials>> {
    if name == RECOVERY { Ok(None) } else { Initials::new(name).map(Some).map_err(|_| bad_row()) }
}

/// Every row, as (initials or `*`, recipient).
pub(crate) fn rows(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare("SELECT initials, recipient FROM key_slot ORDER BY initials")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The rows, each with whether it is on record.
pub(crate) fn judged(conn: &Connection) -> Result<Vec<(String, String, bool)>> {
    judge(rows(conn)?, &row::all(conn)?, &key_event::in_order(conn)?)
}

fn judge(
    rows: Vec<(String, String)>,
    staff: &[Staff],
    events: &[KeyEvent],
) -> Result<Vec<(String, String, bool)>> {
    let on_record = keys_on_record(events);
    let judge = |(name, recipient): (String, String)| {
        let owner = owner(&name)?;
        let is_here = owner
            .as_ref()
            .is_none_or(|owner| staff.iter().any(|s| s.initials == *owner && s.left_on.is_none()));
        let known = is_here && on_record.contains(&(owner, fingerprint(&recipient)));
        Ok((name, recipient, known))
    };
    rows.into_iter().map(judge).collect()
}

/// The recipients on record, leaving out those named in `without`.
pub(crate) fn on_record(conn: &Connection, without: &[&str]) -> Result<Vec<x25519::Recipient>> {
    judged(conn)?
        .iter()
        .filter(|(name, _, known)| *known && !without.contains(&name.as_str()))
        .map(|(_, text, _)| x25519::Recipient::from_str(text).map_err(|_| bad_row()))
        .collect()
}

/// The recipient of a row.
pub(crate) fn recipient(conn: &Connection, name: &str) -> Result<Option<String>> {
    Ok(conn
        .query_row("SELECT recipient FROM key_slot WHERE initials = ?1", [name], |row| row.get(0))
        .optional()?)
}

/// Writes a row, or removes it for `None`.
pub(crate) fn put(conn: &Connection, name: &str, recipient: Option<&str>) -> Result<()> {
    match recipient {
        Some(text) => conn.execute(
            "INSERT INTO key_slot (initials, recipient) VALUES (?1, ?2)
             ON CONFLICT (initials) DO UPDATE SET recipient = excluded.recipient",
            (name, text),
        )?,
        None => conn.execute("DELETE FROM key_slot WHERE initials = ?1", [name])?,
    };
    Ok(())
}

/// Checks that the key is sealed to nobody who is not on record.
///
/// # Errors
/// `Strangers` with their initials; `SealedToOthers` if the file is sealed to more people than the table says; `Io`,
/// `Corrupt`, `Database`.
pub(crate) fn check(conn: &Connection, folder: Option<&HouseFolder>) -> Result<()> {
    let rows = judged(conn)?;
    let strangers: Vec<String> =
        rows.iter().filter(|(_, _, known)| !known).map(|(name, ..)| name.clone()).collect();
    if !strangers.is_empty() {
        return Err(StoreError::Strangers { initials: strangers });
    }
    let Some(folder) = folder else { return Ok(()) };
    match private_file::read(&folder.keys().join(CURRENT))? {
        Some(sealed) if seal::recipients(&sealed) > rows.len() => Err(StoreError::SealedToOthers),
        _ => Ok(()),
    }
}

pub(crate) fn bad_row() -> StoreError {
    StoreError::Corrupt { table: "key_slot", what: "a row that is no slot" }
}
