//! An open house: one connection, its folder and its key. The nouns add their methods in their own files.

use std::fmt;
use std::time::Duration;

use chrono::NaiveDateTime;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use trivsel_domain::record::Programme;

use crate::access_log::Access;
use crate::beside::{Beside, SealFile};
use crate::remembered::Remembered;
use crate::{Asker, HouseFolder, HouseKey, Result, StoreError, open};

/// Whether an open house may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMode {
    /// Reading and writing.
    Write,
    /// Reading only. Every write fails with `ReadOnly`.
    Read,
}

/// An open house. Several processes may have the same house open.
pub struct House {
    conn: Connection,
    /// The folder and the key; `None` in memory.
    place: Option<(HouseFolder, HouseKey)>,
    mode: OpenMode,
    /// The programmes that this program knows. The house decides which of them it runs.
    profiles: Vec<Programme>,
    /// The `data_version` when it was last read.
    seen: i64,
    remembered: Remembered,
    /// How long a write waits for other writers.
    patience: Duration,
    /// Whether it can only be read because the disk is full.
    no_room: bool,
    /// Looks that the access log had no room for.
    pub(crate) unwritten: Vec<(Asker, Access)>,
    /// What the seal beside the house said at the opening.
    pub(crate) beside: Beside,
    pub(crate) seal_file: Option<SealFile>,
}

impl House {
    /// Opens a house with its key, for writing if the folder and the disk allow it; see [`House::is_writable`] and
    /// [`House::has_no_room`].
    ///
    /// # Errors
    /// As [`House::open_for`].
    pub fn open(folder: &HouseFolder, key: &HouseKey, profiles: Vec<Programme>) -> Result<Self> {
        let mode = folder.open_mode()?;
        match open::connect(folder, key, mode) {
            Err(StoreError::DiskFull) if mode == OpenMode::Write => {
                // What keeps it from being read, such as an older schema, is due to the full disk as well.
                let conn = open::connect(folder, key, OpenMode::Read).map_err(|_| StoreError::DiskFull)?;
                let house = Self::at(folder, key, OpenMode::Read, profiles, conn)?;
                Ok(Self { no_room: true, ..house })
            }
            conn => Self::at(folder, key, mode, profiles, conn?),
        }
    }

    /// Opens a house with its key in a mode that [`HouseFolder::open_mode`] allows.
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
        Self::at(folder, key, mode, profiles, open::connect(folder, key, mode)?)
    }

    fn at(
        folder: &HouseFolder,
        key: &HouseKey,
        mode: OpenMode,
        profiles: Vec<Programme>,
        conn: Connection,
    ) -> Result<Self> {
        let mut house = Self::of(conn, Some((folder.clone(), key.clone())), mode, profiles)?;
        house.look_beside();
        Ok(house)
    }

    /// A house without a folder, a key or a record, which nothing can be read from or written to. It stands in for a house
    /// that is closed for a while.
    ///
    /// # Errors
    /// `Database`.
    pub fn nowhere() -> Result<Self> {
        Self::of(Connection::open_in_memory()?, None, OpenMode::Read, Vec::new())
    }

    /// Makes an open house of its parts.
    pub(crate) fn of(
        conn: Connection,
        place: Option<(HouseFolder, HouseKey)>,
        mode: OpenMode,
        profiles: Vec<Programme>,
    ) -> Result<Self> {
        let seen = data_version(&conn)?;
        let (remembered, patience) = (Remembered::default(), open::PATIENCE);
        let (beside, seal_file) = (Beside::default(), None);
        let (no_room, unwritten) = (false, Vec::new());
        Ok(Self {
            conn,
            place,
            mode,
            profiles,
            seen,
            remembered,
            patience,
            no_room,
            unwritten,
            beside,
            seal_file,
        })
    }

    /// Whether the house was opened for reading only because the disk was full.
    pub fn has_no_room(&self) -> bool {
        self.no_room
    }

    /// Whether this connection may write.
    pub fn is_writable(&self) -> bool {
        self.mode == OpenMode::Write
    }

    /// Sets how long a write waits for other writers before it fails with `Busy`. At first it is ten seconds.
    ///
    /// # Errors
    /// `Database`.
    pub fn set_patience(&mut self, patience: Duration) -> Result<()> {
        self.patience = patience;
        self.wait_for_writers(patience)
    }

    /// How long a write waits for other writers.
    pub(crate) fn patience(&self) -> Duration {
        self.patience
    }

    pub(crate) fn wait_for_writers(&self, time: Duration) -> Result<()> {
        Ok(self.conn.busy_timeout(time)?)
    }

    /// The folder of the house; `None` in memory.
    pub fn folder(&self) -> Option<&HouseFolder> {
        self.place.as_ref().map(|(folder, _)| folder)
    }

    /// The house's identity, 16 bytes, which is the same in every copy and backup.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn id(&self) -> Result<[u8; 16]> {
        Ok(self.conn.query_row("SELECT id FROM house", [], |row| row.get(0))?)
    }

    /// When the house was founded, in the house's own time zone, to the second.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn created_at(&self) -> Result<NaiveDateTime> {
        let text: String = self.conn.query_row("SELECT created_at FROM house", [], |row| row.get(0))?;
        text.parse().map_err(|_| StoreError::Corrupt { table: "house", what: "created_at is not a time" })
    }

    /// A number that changes when another connection has written. It is cheap enough to read every second.
    ///
    /// # Errors
    /// `Busy`, `Database`.
    pub fn data_version(&self) -> Result<i64> {
        data_version(&self.conn)
    }

    /// Whether another connection has written since the last call, or since the house was opened.
    ///
    /// # Errors
    /// `Busy`, `Database`.
    pub fn changed_elsewhere(&mut self) -> Result<bool> {
        let now = data_version(&self.conn)?;
        Ok(std::mem::replace(&mut self.seen, now) != now)
    }

    /// Reads every page and checks its seal, the structure and the references. Takes seconds for a large house.
    ///
    /// # Errors
    /// `Corrupt` at the first fault found; `Busy`, `Database`.
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

    /// The connection, for reading.
    pub(crate) fn conn(&self) -> &Connection {
        &self.conn
    }

    /// The programmes that this program knows.
    pub(crate) fn profiles(&self) -> &[Programme] {
        &self.profiles
    }

    /// The values that are cached between calls.
    pub(crate) fn remembered(&self) -> Result<&Remembered> {
        self.remembered.drop_stale(&self.conn)?;
        Ok(&self.remembered)
    }

    /// Drops the cached values, after records went without a change.
    pub(crate) fn forget_all(&mut self) {
        self.remembered = Remembered::default();
    }

    /// Begins a transaction. Returns it with the profiles and the cached values.
    pub(crate) fn transaction(
        &mut self,
        behavior: TransactionBehavior,
    ) -> Result<(Transaction<'_>, &[Programme], &Remembered)> {
        let tx = self.conn.transaction_with_behavior(behavior)?;
        self.remembered.drop_stale(&tx)?;
        Ok((tx, &self.profiles, &self.remembered))
    }

    /// Begins a transaction for several reads at one instant. Dropping it ends it without writing.
    pub(crate) fn snapshot(&self) -> Result<Transaction<'_>> {
        Ok(self.conn.unchecked_transaction()?)
    }

    /// Runs `work` in a transaction and rolls it back if `work` fails. The transaction takes the write lock at once, so
    /// values read inside are still valid at the commit.
    ///
    /// # Errors
    /// `ReadOnly`, `Busy`, `DiskFull`, and the errors of `work`.
    pub(crate) fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        if !self.is_writable() {
            return Err(StoreError::ReadOnly);
        }
        let (tx, ..) = self.transaction(TransactionBehavior::Immediate)?;
        let done = work(&tx)?;
        tx.commit()?;
        Ok(done)
    }

    /// The folder and key of a house on disk.
    pub(crate) fn key_and_folder(&self) -> Option<(&HouseFolder, &HouseKey)> {
        self.place.as_ref().map(|(folder, key)| (folder, key))
    }

    /// The folder and key of a house on disk that may be written.
    pub(crate) fn place(&self) -> Result<(&HouseFolder, &HouseKey)> {
        match &self.place {
            Some((folder, key)) if self.is_writable() => Ok((folder, key)),
            _ => Err(StoreError::ReadOnly),
        }
    }

    /// Closes the file and opens it again with `key`.
    pub(crate) fn reopen(&mut self, key: &HouseKey) -> Result<()> {
        let folder = self.place()?.0.clone();
        // Close the old connection first: it may hold a lock on the file or a failed transaction.
        self.conn = Connection::open_in_memory()?;
        self.conn = open::connect(&folder, key, OpenMode::Write)?;
        self.wait_for_writers(self.patience)?;
        self.seen = data_version(&self.conn)?;
        self.remembered = Remembered::default();
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
