//! An open house: one connection, its folder and its key. The nouns are added to it in their own files.

use std::fmt;

use age::secrecy::SecretString;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use uuid::{NoContext, Timestamp, Uuid};

use crate::folder::UNFINISHED;
use crate::private_file;
use crate::seal;
use crate::staff::{self, RECOVERY};
use crate::{Cost, HouseFolder, HouseKey, Initials, RecoveryKey, Result, StoreError, open};

/// What an open house is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
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
    access: Access,
}

impl House {
    /// Makes a house with its first person, and the recovery key, which is shown once and kept nowhere.
    ///
    /// `now` becomes the day of founding (whole seconds, UTC) and part of the house's id.
    /// After a crash there is either no house, and this may be called again, or a whole one.
    ///
    /// # Errors
    /// `HouseExists`, `BadInitials`, `EmptyPassphrase`, `NoRandomness`, `DiskFull`, `Io`, `Database`.
    pub fn create(
        folder: &HouseFolder,
        founder: &str,
        passphrase: &SecretString,
        cost: Cost,
        now: DateTime<Utc>,
    ) -> Result<(Self, RecoveryKey)> {
        let founder = Initials::new(founder)?;
        let key = HouseKey::random()?;
        let recovery = RecoveryKey::generate();
        let identity = age::x25519::Identity::generate();
        let slots = [(founder.as_str(), identity.to_public()), (RECOVERY, recovery.identity().to_public())];
        // The keys first: the database's own name makes the house exist, and comes last.
        let keys = folder.keys();
        refuse_existing(folder)?;
        private_file::replace(
            &keys,
            &founder.file_name(),
            &seal::seal_identity(&identity, passphrase, cost)?,
        )?;
        let recipients: Vec<_> = slots.iter().map(|(_, recipient)| recipient.clone()).collect();
        private_file::replace(&keys, staff::CURRENT, &seal::seal_key(&key, &recipients)?)?;
        Self::found(folder, &key, now, |tx| {
            slots.iter().try_for_each(|(initials, recipient)| staff::insert(tx, initials, recipient))
        })?;
        Ok((Self::open(folder, &key, Access::Write)?, recovery))
    }

    /// Makes a house that only this key opens, without slots: for demos and tests.
    ///
    /// # Errors
    /// As [`House::create`].
    pub fn create_throwaway(folder: &HouseFolder, key: &HouseKey, now: DateTime<Utc>) -> Result<Self> {
        refuse_existing(folder)?;
        Self::found(folder, key, now, |_| Ok(()))?;
        Self::open(folder, key, Access::Write)
    }

    /// Opens a house with its key. [`HouseFolder::access`] says what the folder allows.
    ///
    /// # Errors
    /// The kinds of [`HouseFolder::open`]; `ReadOnly`, `NetworkFilesystem` (for writing); `NotAHouse`,
    /// `NewerSchema`, `OlderSchema` (for reading), `UnmergedChanges`, `Busy`, `DiskFull`, `Io`, `Database`.
    pub fn open(folder: &HouseFolder, key: &HouseKey, access: Access) -> Result<Self> {
        let conn = open::connect(folder, key, access)?;
        Ok(Self { conn, place: Some((folder.clone(), key.clone())), access })
    }

    /// A house in memory, without file, key or slots: for tests. Prepared like any other.
    ///
    /// # Errors
    /// `Database`.
    pub fn open_in_memory(now: DateTime<Utc>) -> Result<Self> {
        let mut conn = open::make_in_memory()?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        insert_house(&tx, now)?;
        tx.commit()?;
        Ok(Self { conn, place: None, access: Access::Write })
    }

    /// Whether this connection may write.
    pub fn is_writable(&self) -> bool {
        self.access == Access::Write
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

    /// When the house was founded, to the second.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn created_at(&self) -> Result<DateTime<Utc>> {
        let text: String = self.conn.query_row("SELECT created_at FROM house", [], |row| row.get(0))?;
        DateTime::parse_from_rfc3339(&text)
            .map(|at| at.to_utc())
            .map_err(|_| StoreError::Corrupt { table: "house", what: "created_at is not a time" })
    }

    /// A number that changes whenever another connection has written; cheap enough to ask every second.
    ///
    /// # Errors
    /// `Busy`, `Database`.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.conn.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Reads every page and checks its seal, the structure, and the references. Seconds for a large house.
    ///
    /// # Errors
    /// `Corrupt` at the first thing found; `Busy`, `Database`.
    pub fn verify(&self) -> Result<()> {
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

    /// The only way to write: begins at once, so that what is read inside still holds at the commit.
    /// Rolled back when `work` fails.
    ///
    /// # Errors
    /// `ReadOnly`, `Busy`, `DiskFull`, and whatever `work` returns.
    pub(crate) fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        if !self.is_writable() {
            return Err(StoreError::ReadOnly);
        }
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
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
        self.conn = open::connect(&folder, key, Access::Write)?;
        self.place = Some((folder, key.clone()));
        Ok(())
    }

    fn found(
        folder: &HouseFolder,
        key: &HouseKey,
        now: DateTime<Utc>,
        fill: impl FnOnce(&Transaction<'_>) -> Result<()>,
    ) -> Result<()> {
        let path = folder.path().join(UNFINISHED);
        for left_over in ["", "-wal", "-shm", "-journal"] {
            private_file::remove(&folder.path().join(format!("{UNFINISHED}{left_over}")))?;
        }
        let mut conn = open::make(&path, key)?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        insert_house(&tx, now)?;
        fill(&tx)?;
        tx.commit()?;
        // Closing the only connection merges the log, so one file is the whole house.
        conn.close().map_err(|(_, error)| error)?;
        private_file::rename(folder.path(), UNFINISHED, crate::folder::DATABASE)
    }
}

fn refuse_existing(folder: &HouseFolder) -> Result<()> {
    match private_file::check_file(&folder.database())? {
        Some(_) => Err(StoreError::HouseExists { path: folder.path().to_owned() }),
        None => Ok(()),
    }
}

fn insert_house(tx: &Transaction<'_>, now: DateTime<Utc>) -> Result<()> {
    let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
    let id = Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()));
    tx.execute(
        "INSERT INTO house (only, id, created_at) VALUES (1, ?1, ?2)",
        (id.as_bytes(), now.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
    )?;
    Ok(())
}

impl fmt::Debug for House {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("House").field("folder", &self.folder()).field("access", &self.access).finish()
    }
}
