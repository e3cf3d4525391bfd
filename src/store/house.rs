//! An open house: one connection, its folder and its key. The nouns are added to it in their own files.

use std::fmt;

use chrono::NaiveDateTime;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use trivsel_domain::record::Programme;

use crate::nouns::closure::Remembered;
use crate::{HouseFolder, HouseKey, Result, StoreError, open};

/// What an open house is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMode {
    /// Reading and writing.
    Write,
    /// Reading only; every write is refused with `ReadOnly`.
    Read,
}

/// An open house. Several processes may have the same one open.
pub struct House {
    conn: Connection,
    /// `None` in memory.
    place: Option<(HouseFolder, HouseKey)>,
    mode: OpenMode,
    /// The programmes that this program knows; the house says which of them it runs.
    profiles: Vec<Programme>,
    /// `data_version` when last asked.
    seen: i64,
    remembered: Remembered,
}

impl House {
    /// Opens a house with its key, for writing where the folder allows it; [`House::is_writable`] tells.
    ///
    /// # Errors
    /// As [`House::open_for`].
    pub fn open(folder: &HouseFolder, key: &HouseKey, profiles: Vec<Programme>) -> Result<Self> {
        Self::open_for(folder, key, folder.open_mode()?, profiles)
    }

    /// Opens a house with its key. [`HouseFolder::open_mode`] says what the folder allows.
    ///
    /// # Errors
    /// The kinds of [`HouseFolder::open`]; `ReadOnly`, `NetworkFilesystem` (for writing); `NotAHouse`,
    /// `NewerSchema`, `OlderSchema` (for reading), `UnmergedChanges`, `Busy`, `DiskFull`, `Io`, `Database`.
    pub fn open_for(
        folder: &HouseFolder,
        key: &HouseKey,
        mode: OpenMode,
        profiles: Vec<Programme>,
    ) -> Result<Self> {
        let conn = open::connect(folder, key, mode)?;
        Self::of(conn, Some((folder.clone(), key.clone())), mode, profiles)
    }

    /// An open house of its parts.
    pub(crate) fn of(
        conn: Connection,
        place: Option<(HouseFolder, HouseKey)>,
        mode: OpenMode,
        profiles: Vec<Programme>,
    ) -> Result<Self> {
        let seen = data_version(&conn)?;
        Ok(Self { conn, place, mode, profiles, seen, remembered: Remembered::default() })
    }

    /// Whether this connection may write.
    pub fn is_writable(&self) -> bool {
        self.mode == OpenMode::Write
    }

    /// Where the house is; `None` in memory.
    pub fn folder(&self) -> Option<&HouseFolder> {
        self.place.as_ref().map(|(folder, _)| folder)
    }

    /// The house's own id, 16 bytes, the same in every copy and backup.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn id(&self) -> Result<[u8; 16]> {
        Ok(self.conn.query_row("SELECT id FROM house", [], |row| row.get(0))?)
    }

    /// When the house was founded, in its own time zone, to the second.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn created_at(&self) -> Result<NaiveDateTime> {
        let text: String = self.conn.query_row("SELECT created_at FROM house", [], |row| row.get(0))?;
        text.parse().map_err(|_| StoreError::Corrupt { table: "house", what: "created_at is not a time" })
    }

    /// A number that changes whenever another connection has written; cheap enough to ask every second.
    ///
    /// # Errors
    /// `Busy`, `Database`.
    pub fn data_version(&self) -> Result<i64> {
        data_version(&self.conn)
    }

    /// Whether another connection has written since this was last asked, or since the opening.
    ///
    /// # Errors
    /// `Busy`, `Database`.
    pub fn changed_elsewhere(&mut self) -> Result<bool> {
        let now = data_version(&self.conn)?;
        Ok(std::mem::replace(&mut self.seen, now) != now)
    }

    /// Reads every page and checks its seal, the structure, and the references. Seconds for a large house.
    ///
    /// # Errors
    /// `Corrupt` at the first thing found; `Busy`, `Database`.
    pub(crate) fn check_pages(&self) -> Result<()> {
        let damaged = |what| Err(StoreError::Corrupt { table: "database", what });
        if self.place.is_some() && self.any_row("PRAGMA cipher_integrity_check")? {
            return damaged("a page does not match its seal");
        }
        let answer: String = self.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if answer != "ok" {
            return damaged("the structure is broken");
        }
        if self.any_row("PRAGMA foreign_key_check")? {
            return damaged("a reference without its row");
        }
        Ok(())
    }

    fn any_row(&self, sql: &str) -> Result<bool> {
        let mut statement = self.conn.prepare(sql)?;
        Ok(statement.query([])?.next()?.is_some())
    }

    /// For reading.
    pub(crate) fn conn(&self) -> &Connection {
        &self.conn
    }

    /// For bringing an old house up to date.
    #[cfg(test)]
    pub(crate) fn conn_mut(&mut self) -> &mut Connection {
        &mut self.conn
    }

    /// The programmes that this program knows.
    pub(crate) fn profiles(&self) -> &[Programme] {
        &self.profiles
    }

    /// What need not be read again.
    pub(crate) fn remembered(&self) -> &Remembered {
        &self.remembered
    }

    /// A transaction, and beside it the profiles and what need not be read again.
    pub(crate) fn transaction(
        &mut self,
        behavior: TransactionBehavior,
    ) -> Result<(Transaction<'_>, &[Programme], &Remembered)> {
        Ok((self.conn.transaction_with_behavior(behavior)?, &self.profiles, &self.remembered))
    }

    /// For several questions at one instant. Ended, with nothing written, when it is dropped.
    pub(crate) fn snapshot(&self) -> Result<Transaction<'_>> {
        Ok(self.conn.unchecked_transaction()?)
    }

    /// Writes slots. Begins at once, so that what is read inside still holds at the commit.
    /// Rolled back when `work` fails.
    ///
    /// # Errors
    /// `ReadOnly`, `Busy`, `DiskFull`, and whatever `work` returns.
    pub(crate) fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        if !self.is_writable() {
            return Err(StoreError::ReadOnly);
        }
        let (tx, ..) = self.transaction(TransactionBehavior::Immediate)?;
        let done = work(&tx)?;
        tx.commit()?;
        Ok(done)
    }

    /// Folder and key of a house on disk that may be written.
    pub(crate) fn place(&self) -> Result<(&HouseFolder, &HouseKey)> {
        match &self.place {
            Some((folder, key)) if self.is_writable() => Ok((folder, key)),
            _ => Err(StoreError::ReadOnly),
        }
    }

    /// Lets go of the file and takes it up again with `key`.
    pub(crate) fn reopen(&mut self, key: &HouseKey) -> Result<()> {
        let folder = self.place()?.0.clone();
        // The old connection must be gone first: it may hold the whole file, or a dead transaction.
        self.conn = Connection::open_in_memory()?;
        self.conn = open::connect(&folder, key, OpenMode::Write)?;
        self.seen = data_version(&self.conn)?;
        self.remembered.forget();
        self.place = Some((folder, key.clone()));
        Ok(())
    }
}

fn data_version(conn: &Connection) -> Result<i64> {
    Ok(conn.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

impl fmt::Debug for House {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("House").field("folder", &self.folder()).field("mode", &self.mode).finish()
    }
}
