//! Removing a slot. Its owner may have copied the database key, so the database is rewritten under a new key that only
//! the remaining staff can open. A removal has four phases:
//!
//! | phase | on disk afterwards | after a crash here |
//! |---|---|---|
//! | [`House::begin_removal`] | `house.next.age`: the new key, sealed to those who stay | opens with the old key |
//! | [`Removal::strike`] | the row is gone, this connection has the file alone | opens with the old key; the slot shows as leaving |
//! | [`Removal::rekey`] | the database reads with the new key only | opens with the new key; unlocking finishes the removal |
//! | [`Removal::finish`] | `house.age` is the new one, the slot file is gone | — |
//!
//! A rewrite cut short is rolled back by SQLite at the next opening.

use std::fmt;
use std::os::fd::OwnedFd;
use std::time::Duration;

use age::x25519;
use rusqlite::Connection;
use rustix::fs::FlockOperation;

use crate::staff::{self, CURRENT, NEXT, RECOVERY};
use crate::{House, HouseFolder, HouseKey, Initials, KeyRing, OpenMode, RecoveryKey, Result, StoreError};
use crate::{open, private_file, seal};

/// A removal in progress. [`House::remove_slot`] runs all its phases. Dropping it between two phases leaves the folder
/// as a crash would.
pub struct Removal<'h> {
    house: &'h mut House,
    folder: HouseFolder,
    old_key: HouseKey,
    new_key: HouseKey,
    /// The owner of the slot: initials, or `*` for the recovery key.
    name: String,
    before: Option<String>,
    /// The new recovery key, if the old one is being replaced.
    instead: Option<x25519::Recipient>,
    _lock: OwnedFd,
}

impl House {
    /// Removes a person's slot and rewrites the database under a new key (0.2 s for 40 MB). Earlier backups still open
    /// with the old slots, so they must be destroyed or kept elsewhere.
    ///
    /// # Errors
    /// `BadInitials`, `NoSlot`, `LastSlot`; `HouseInUse` if another connection has the house open, in this process or
    /// another; `RekeyFailed`, `DiskFull`, `ReadOnly`, `Io`. The slot is then still there.
    pub fn remove_slot(&mut self, initials: &str) -> Result<()> {
        self.begin_removal(initials)?.run()
    }

    /// Replaces the recovery key, when the printed one is lost or was used, and rewrites the database.
    ///
    /// # Errors
    /// As [`House::remove_slot`].
    pub fn replace_recovery_key(&mut self) -> Result<RecoveryKey> {
        let new = RecoveryKey::generate();
        let before = staff::recipient(self.conn(), RECOVERY)?;
        self.begin(RECOVERY.to_owned(), before, Some(new.identity().to_public()))?.run()?;
        Ok(new)
    }

    /// The first phase: seals a new key to those who stay. Nothing depends on the new key yet.
    ///
    /// # Errors
    /// `BadInitials`, `NoSlot`, `LastSlot`, `ReadOnly`, `DiskFull`, `Io`.
    pub fn begin_removal(&mut self, initials: &str) -> Result<Removal<'_>> {
        let initials = Initials::new(initials)?;
        let folder = self.place()?.0;
        let before = staff::recipient(self.conn(), initials.as_str())?;
        let file = folder.keys().join(initials.file_name());
        if before.is_none() && private_file::check_file(&file)?.is_none() {
            return Err(StoreError::NoSlot { initials: initials.as_str().to_owned() });
        }
        let stays = |name: &str| name != RECOVERY && name != initials.as_str();
        if !staff::rows(self.conn())?.iter().any(|(name, _)| stays(name)) {
            return Err(StoreError::LastSlot);
        }
        self.begin(initials.as_str().to_owned(), before, None)
    }

    fn begin(
        &mut self,
        name: String,
        before: Option<String>,
        instead: Option<x25519::Recipient>,
    ) -> Result<Removal<'_>> {
        let (folder, old_key) = self.place().map(|(folder, key)| (folder.clone(), key.clone()))?;
        let lock = folder.lock_keys(FlockOperation::LockExclusive)?;
        let new_key = HouseKey::random()?;
        let mut recipients = staff::recipients(self.conn(), Some(&name))?;
        recipients.extend(instead.clone());
        private_file::replace(&folder.keys(), NEXT, &seal::seal_key(&new_key, &recipients)?)?;
        Ok(Removal { house: self, folder, old_key, new_key, name, before, instead, _lock: lock })
    }
}

impl Removal<'_> {
    fn run(mut self) -> Result<()> {
        match self.strike().and_then(|()| self.rekey()) {
            Ok(()) => self.finish(),
            Err(error) => {
                self.abandon();
                Err(error)
            }
        }
    }

    /// The second phase: locks the database for this connection alone and removes the row.
    ///
    /// # Errors
    /// `HouseInUse`, `DiskFull`, `Database`.
    pub fn strike(&mut self) -> Result<()> {
        let size = std::fs::metadata(self.folder.database())
            .map_err(StoreError::on("look at", &self.folder.database()))?
            .len();
        // The rewrite needs room for log, journal and database. Check now, rather than fail half way.
        if self.folder.free_bytes()? < size.saturating_mul(3) {
            return Err(StoreError::DiskFull);
        }
        alone(self.house.conn()).map_err(|error| match error {
            StoreError::Busy => StoreError::HouseInUse,
            other => other,
        })?;
        let after = self.instead.as_ref().map(ToString::to_string);
        self.house.write(|tx| staff::put_back(tx, &self.name, after.as_deref()))
    }

    /// The third phase: rewrites every page under the new key, and opens the house with it.
    ///
    /// # Errors
    /// `RekeyFailed`: the old key is still valid, and the house is open with it.
    pub fn rekey(&mut self) -> Result<()> {
        // SQLCipher returns OK even if the rewrite failed, and this connection may keep the wrong key. Only a new
        // connection shows which key is valid.
        let _ = self.house.conn().execute_batch(&self.new_key.pragma("rekey"));
        match self.house.reopen(&self.new_key) {
            Err(StoreError::NotAHouse { .. }) => {
                self.house.reopen(&self.old_key)?;
                Err(StoreError::RekeyFailed)
            }
            other => other,
        }
    }

    /// The last phase: makes the new key the current key and removes the slot file.
    ///
    /// # Errors
    /// `Io`, `DiskFull`: the house still opens, and the next unlocking finishes the removal.
    pub fn finish(self) -> Result<()> {
        private_file::rename(&self.folder.keys(), NEXT, CURRENT)?;
        sweep(self.house.conn(), &self.folder)
    }

    /// Restores the state before the removal, as far as the disk allows.
    fn abandon(&mut self) {
        // Errors in here are harmless: the next unlocking tries both keys.
        if self.house.reopen(&self.old_key).is_ok() {
            let restored = self.house.write(|tx| staff::put_back(tx, &self.name, self.before.as_deref()));
            if restored.is_ok() {
                let _ = private_file::remove(&self.folder.keys().join(NEXT));
            }
        }
    }
}

impl fmt::Debug for Removal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Removal").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Finishes a removal that was interrupted after the database was rewritten. The caller must hold the lock on the keys.
pub(crate) fn settle(folder: &HouseFolder, key: &HouseKey) -> Result<()> {
    let conn = open::connect(folder, key, OpenMode::Write)?;
    private_file::rename(&folder.keys(), NEXT, CURRENT)?;
    sweep(&conn, folder)
}

/// Removes slot files that have no row in the table.
fn sweep(conn: &Connection, folder: &HouseFolder) -> Result<()> {
    let rows = staff::rows(conn)?;
    for initials in KeyRing::new(folder).names()? {
        if !rows.iter().any(|(name, _)| name == initials.as_str()) {
            private_file::remove(&folder.keys().join(initials.file_name()))?;
        }
    }
    private_file::sync_folder(&folder.keys())
}

/// Locks the file for this connection alone and leaves write-ahead logging, which SQLite allows only the last
/// connection to do. Reopening undoes both.
fn alone(conn: &Connection) -> Result<()> {
    conn.busy_timeout(Duration::ZERO)?;
    conn.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
    if mode == "delete" { Ok(()) } else { Err(StoreError::Busy) }
}
