//! Who may open the house: giving, renewing and listing slots while it is open.
//!
//! Invariant: nobody opens the house who is not in the table `key_slot`, save while a removal is
//! unfinished, and then [`House::slots`] says so. So rows are written before `house.age`, and a
//! person's own file last: a file means that all went well.

use std::collections::BTreeMap;
use std::str::FromStr;

use age::secrecy::SecretString;
use age::x25519;
use rusqlite::{Connection, OptionalExtension};
use rustix::fs::FlockOperation;

use crate::{Cost, House, Initials, KeyRing, Result, StoreError};
use crate::{private_file, seal};

/// The database key, sealed to everybody.
pub(crate) const CURRENT: &str = "house.age";
/// The next database key, sealed to everybody who stays.
pub(crate) const NEXT: &str = "house.next.age";
/// Stands for the recovery key in the table.
pub(crate) const RECOVERY: &str = "*";

/// How far a person's slot has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotState {
    /// Opens the house.
    Active,
    /// Was being given and never finished: opens nothing. Add it again.
    Unfinished,
    /// Was being taken away and never finished: still opens the house. Remove it again.
    Leaving,
}

/// A person's slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Whose.
    pub initials: Initials,
    /// How far it has come.
    pub state: SlotState,
}

impl House {
    /// Everyone with a slot, finished or not, in the order of code points. Not the recovery key.
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

    /// Gives a person a slot.
    ///
    /// # Errors
    /// `BadInitials`, `EmptyPassphrase`, `SlotExists`; `ReadOnly`, `Busy`, `DiskFull`, `Io`: nobody new
    /// can open the house then.
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

    /// Gives a person who has a slot a new one, when the passphrase is forgotten. The old slot, and
    /// copies of it, no longer open the house as it now is; whoever noted the database key still can,
    /// so for a stolen slot remove the person and add them again.
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
        // The slow step, and the one that may refuse, before anything is written.
        let slot = seal::seal_identity(&identity, passphrase, cost)?;
        let before = recipient(self.conn(), initials.as_str())?;
        self.write(|tx| insert(tx, initials.as_str(), &identity.to_public()))?;
        let keys = self.place()?.0.keys();
        let written =
            self.seal_to_all().and_then(|()| private_file::replace(&keys, &initials.file_name(), &slot));
        if written.is_err() {
            let _ = self.write(|tx| put_back(tx, initials.as_str(), before.as_deref()));
            let _ = self.seal_to_all();
        }
        written
    }

    /// Seals the key of this open house to exactly those in the table. An open house has the true key,
    /// so whatever an interrupted removal left beside it is settled by this too.
    fn seal_to_all(&self) -> Result<()> {
        let (folder, key) = self.place()?;
        let sealed = seal::seal_key(key, &recipients(self.conn(), None)?)?;
        private_file::replace(&folder.keys(), CURRENT, &sealed)?;
        private_file::remove(&folder.keys().join(NEXT))
    }
}

/// Everyone the key is sealed to: (initials or `*`, recipient).
pub(crate) fn rows(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare("SELECT initials, recipient FROM key_slot ORDER BY initials")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The recipients, without one of them if so asked.
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

/// Writes a row, over the old one if there is one.
pub(crate) fn insert(conn: &Connection, name: &str, recipient: &x25519::Recipient) -> Result<()> {
    put_back(conn, name, Some(&recipient.to_string()))
}

/// Makes a row what it was: this recipient, or none.
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
