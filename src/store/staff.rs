//! The slots of an open house: adding, renewing and listing those who may open it.
//!
//! Invariant: only people in the table `key_slot` can open the house, except while a removal is unfinished, which
//! [`House::slots`] shows. Rows are therefore written before `house.age`, and a person's own file last, so that file
//! shows that the slot is complete.

use std::collections::BTreeMap;
use std::str::FromStr;

use age::secrecy::SecretString;
use age::x25519;
use rusqlite::{Connection, OptionalExtension};
use rustix::fs::FlockOperation;

use crate::{Cost, House, Initials, KeyRing, Result, StoreError};
use crate::{private_file, seal};

/// The file with the database key, sealed to everybody.
pub(crate) const CURRENT: &str = "house.age";
/// The file with the next database key, sealed to everybody who stays.
pub(crate) const NEXT: &str = "house.next.age";
/// The name of the recovery key in the table.
pub(crate) const RECOVERY: &str = "*";

/// The state of a person's slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotState {
    /// The slot opens the house.
    Active,
    /// Adding the slot was interrupted. It opens nothing; add it again.
    Unfinished,
    /// Removing the slot was interrupted. It still opens the house; remove it again.
    Leaving,
}

/// A person's slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The owner's initials.
    pub initials: Initials,
    /// Whether it opens the house.
    pub state: SlotState,
}

impl House {
    /// Every slot, also unfinished ones, by the code points of the initials. Leaves out the recovery key.
    ///
    /// # Errors
    /// `ReadOnly` in memory; `Corrupt`, `Busy`, `Io`, `Database`.
    pub fn slots(&self) -> Result<Vec<Slot>> {
        let folder = self.folder().ok_or(StoreError::ReadOnly)?;
        let mut found: BTreeMap<Initials, SlotState> = KeyRing::new(folder)
            .names()?
            .into_iter()
            .map(|initials| (initials, SlotState::Leaving))
            .collect();
        for (name, _) in rows(self.conn())?.into_iter().filter(|(name, _)| name != RECOVERY) {
            let initials = Initials::new(&name).map_err(|_| bad_row())?;
            let state = if found.contains_key(&initials) { SlotState::Active } else { SlotState::Unfinished };
            found.insert(initials, state);
        }
        Ok(found.into_iter().map(|(initials, state)| Slot { initials, state }).collect())
    }

    /// Adds a slot for a person.
    ///
    /// # Errors
    /// `BadInitials`, `EmptyPassphrase`, `SlotExists`; `ReadOnly`, `Busy`, `DiskFull`, `Io`. The person
    /// can't open the house then.
    pub fn add_slot(&mut self, initials: &str, passphrase: &SecretString, cost: Cost) -> Result<()> {
        let initials = Initials::new(initials)?;
        let folder = self.place()?.0.clone();
        let _lock = folder.lock_keys(FlockOperation::LockExclusive)?;
        let has_row = recipient(self.conn(), initials.as_str())?.is_some();
        let has_file = private_file::check_file(&folder.keys().join(initials.file_name()))?.is_some();
        if has_row && has_file {
            return Err(StoreError::SlotExists { initials: initials.as_str().to_owned() });
        }
        self.give(&initials, passphrase, cost)
    }

    /// Replaces a person's slot, when the passphrase is forgotten. The old slot and copies of it no longer open the
    /// house. A thief may have copied the database key, which stays the same, so after a theft remove the person and add
    /// them again.
    ///
    /// # Errors
    /// As [`House::add_slot`]; `NoSlot` instead of `SlotExists`.
    pub fn renew_slot(&mut self, initials: &str, passphrase: &SecretString, cost: Cost) -> Result<()> {
        let initials = Initials::new(initials)?;
        let folder = self.place()?.0.clone();
        let _lock = folder.lock_keys(FlockOperation::LockExclusive)?;
        if recipient(self.conn(), initials.as_str())?.is_none() {
            return Err(StoreError::NoSlot { initials: initials.as_str().to_owned() });
        }
        self.give(&initials, passphrase, cost)
    }

    fn give(&mut self, initials: &Initials, passphrase: &SecretString, cost: Cost) -> Result<()> {
        let identity = x25519::Identity::generate();
        // This is slow and may fail, so do it before anything is written.
        let slot = seal::seal_identity(&identity, passphrase, cost)?;
        let before = recipient(self.conn(), initials.as_str())?;
        self.write(|tx| insert(tx, initials.as_str(), &identity.to_public()))?;
        let folder = self.place()?.0;
        let written = self.seal_to_all(|| {
            private_file::replace_proven(&folder.keys(), &initials.file_name(), &slot, || {
                KeyRing::new(folder).prove(initials, passphrase)
            })
        });
        if written.is_err() {
            let _ = self.write(|tx| put_back(tx, initials.as_str(), before.as_deref()));
            let _ = self.seal_to_all(|| Ok(()));
        }
        written
    }

    /// Seals the key of this open house to exactly the people in the table. Keeps the old seal until `prove` has used the
    /// new one. An open house has the valid key, so this also repairs what an interrupted removal left behind.
    fn seal_to_all(&self, prove: impl FnOnce() -> Result<()>) -> Result<()> {
        let (folder, key) = self.place()?;
        let sealed = seal::seal_key(key, &recipients(self.conn(), None)?)?;
        private_file::replace_proven(&folder.keys(), CURRENT, &sealed, prove)?;
        private_file::remove(&folder.keys().join(NEXT))
    }
}

/// Everyone the key is sealed to, as (initials or `*`, recipient).
pub(crate) fn rows(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare("SELECT initials, recipient FROM key_slot ORDER BY initials")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The recipients, leaving out the slot named `without`.
pub(crate) fn recipients(conn: &Connection, without: Option<&str>) -> Result<Vec<x25519::Recipient>> {
    rows(conn)?
        .iter()
        .filter(|(name, _)| Some(name.as_str()) != without)
        .map(|(_, text)| x25519::Recipient::from_str(text).map_err(|_| bad_row()))
        .collect()
}

pub(crate) fn recipient(conn: &Connection, name: &str) -> Result<Option<String>> {
    Ok(conn
        .query_row("SELECT recipient FROM key_slot WHERE initials = ?1", [name], |row| row.get(0))
        .optional()?)
}

/// Writes a row, replacing an old one.
pub(crate) fn insert(conn: &Connection, name: &str, recipient: &x25519::Recipient) -> Result<()> {
    put_back(conn, name, Some(&recipient.to_string()))
}

/// Restores a row: writes the recipient, or removes the row for `None`.
pub(crate) fn put_back(conn: &Connection, name: &str, before: Option<&str>) -> Result<()> {
    match before {
        Some(text) => conn.execute(
            "INSERT INTO key_slot (initials, recipient) VALUES (?1, ?2)
             ON CONFLICT (initials) DO UPDATE SET recipient = excluded.recipient",
            (name, text),
        )?,
        None => conn.execute("DELETE FROM key_slot WHERE initials = ?1", [name])?,
    };
    Ok(())
}

fn bad_row() -> StoreError {
    StoreError::Corrupt { table: "key_slot", what: "a row that is no slot" }
}
