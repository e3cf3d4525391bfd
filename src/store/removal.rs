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

use rusqlite::Connection;
use rustix::fs::FlockOperation;

use trivsel_domain::decide::Denied;
use trivsel_domain::record::KeyDeed;

use crate::recipients::RECOVERY;
use crate::staff::{self, CURRENT, NEXT};
use crate::{
    Asker, House, HouseFolder, HouseKey, Initials, KeyRing, OpenMode, RecoveryKey, Result, StoreError,
};
use crate::{open, private_file, recipients, seal};

/// A removal in progress. [`House::remove_slot`] runs all its phases. Dropping it between two phases leaves the folder
/// as a crash would.
pub struct Removal<'h> {
    house: &'h mut House,
    folder: HouseFolder,
    old_key: HouseKey,
    new_key: HouseKey,
    asker: Asker,
    /// What is recorded, in one transaction with the rows.
    deed: KeyDeed,
    /// The rows that change: the name, and the recipient before and after.
    rows: Vec<(String, Option<String>, Option<String>)>,
    /// The new recovery key.
    recovery: RecoveryKey,
    _lock: OwnedFd,
}

impl House {
    /// Removes a person's slot and rewrites the database under a new key (0.2 s for 40 MB). Returns a new recovery key,
    /// because the person may know the old one. Earlier backups still open with the old slots, so they must be destroyed
    /// or kept elsewhere.
    ///
    /// # Errors
    /// [`Denied::Refused`] if the asker is no leader; [`Denied::Failed`] with `BadInitials`, `NoSlot`, `LastSlot`;
    /// `HouseInUse` if another connection has the house open, in this process or another; `RekeyFailed`, `DiskFull`,
    /// `ReadOnly`, `Io`. The slot is then still there.
    pub fn remove_slot(&mut self, asker: Asker, initials: &str) -> Result<RecoveryKey, Denied<StoreError>> {
        self.begin_removal(asker, initials)?.run()
    }

    /// Replaces the recovery key, when the printed one is lost or was used, and rewrites the database.
    ///
    /// # Errors
    /// As [`House::remove_slot`].
    pub fn replace_recovery_key(&mut self, asker: Asker) -> Result<RecoveryKey, Denied<StoreError>> {
        let recovery = RecoveryKey::generate();
        let deed = KeyDeed::RecoveryMade(recovery.fingerprint());
        self.begin(asker, deed, None, recovery)?.run()
    }

    /// The first phase: seals a new key to those who stay. Nothing depends on the new key yet.
    ///
    /// # Errors
    /// As [`House::remove_slot`], without `HouseInUse` and `RekeyFailed`.
    pub fn begin_removal(&mut self, asker: Asker, initials: &str) -> Result<Removal<'_>, Denied<StoreError>> {
        let name = self.removable(initials).map_err(Denied::Failed)?;
        let recovery = RecoveryKey::generate();
        let of = trivsel_domain::value::Initials::new(&name)
            .map_err(|_| Denied::Failed(StoreError::BadInitials))?;
        let deed = KeyDeed::Removed { of, recovery: recovery.fingerprint() };
        self.begin(asker, deed, Some(name), recovery)
    }

    /// The owner of a slot that is not the last one.
    fn removable(&self, initials: &str) -> Result<String> {
        let initials = Initials::new(initials)?;
        let file = self.place()?.0.keys().join(initials.file_name());
        let has_row = recipients::recipient(self.conn(), initials.as_str())?.is_some();
        if !has_row && private_file::check_file(&file)?.is_none() {
            return Err(StoreError::NoSlot { initials: initials.as_str().to_owned() });
        }
        let stays = |name: &str| name != RECOVERY && name != initials.as_str();
        if !recipients::judged(self.conn())?.iter().any(|(name, _, known)| *known && stays(name)) {
            return Err(StoreError::LastSlot);
        }
        Ok(initials.as_str().to_owned())
    }

    fn begin(
        &mut self,
        asker: Asker,
        deed: KeyDeed,
        name: Option<String>,
        recovery: RecoveryKey,
    ) -> Result<Removal<'_>, Denied<StoreError>> {
        self.check(asker, &staff::key_action(deed.clone()))?;
        self.seal_next(asker, deed, name, recovery).map_err(Denied::Failed)
    }

    fn seal_next(
        &mut self,
        asker: Asker,
        deed: KeyDeed,
        name: Option<String>,
        recovery: RecoveryKey,
    ) -> Result<Removal<'_>> {
        let (folder, old_key) = self.place().map(|(folder, key)| (folder.clone(), key.clone()))?;
        let lock = folder.lock_keys(FlockOperation::LockExclusive)?;
        let new_key = HouseKey::random()?;
        let new = recovery.identity().to_public();
        let mut rows =
            vec![(RECOVERY.to_owned(), recipients::recipient(self.conn(), RECOVERY)?, Some(new.to_string()))];
        if let Some(name) = name {
            let before = recipients::recipient(self.conn(), &name)?;
            rows.push((name, before, None));
        }
        // A row that was planted goes with the others.
        for (name, recipient, known) in recipients::judged(self.conn())? {
            if !known && !rows.iter().any(|(changing, ..)| *changing == name) {
                rows.push((name, Some(recipient), None));
            }
        }
        let without: Vec<&str> = rows.iter().map(|(name, ..)| name.as_str()).collect();
        let mut recipients = recipients::on_record(self.conn(), &without)?;
        recipients.push(new);
        private_file::replace(&folder.keys(), NEXT, &seal::seal_key(&new_key, &recipients)?)?;
        Ok(Removal { house: self, folder, old_key, new_key, asker, deed, rows, recovery, _lock: lock })
    }
}

impl Removal<'_> {
    fn run(mut self) -> Result<RecoveryKey, Denied<StoreError>> {
        match self.strike().and_then(|()| self.rekey().map_err(Denied::Failed)) {
            Ok(()) => self.finish().map_err(Denied::Failed),
            Err(error) => {
                self.abandon();
                Err(error)
            }
        }
    }

    /// The second phase: locks the database for this connection alone, and removes the row and records it.
    ///
    /// # Errors
    /// `HouseInUse`, `DiskFull`, `Database`.
    pub fn strike(&mut self) -> Result<(), Denied<StoreError>> {
        be_alone(self.house).map_err(Denied::Failed)?;
        let rows = &self.rows;
        self.house.perform_with(self.asker, &staff::key_action(self.deed.clone()), |tx| {
            rows.iter().try_for_each(|(name, _, after)| recipients::put(tx, name, after.as_deref()))
        })?;
        Ok(())
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

    /// The last phase: makes the new key the current key and removes the slot file. Returns the new recovery key.
    ///
    /// # Errors
    /// `Io`, `DiskFull`: the house still opens, and the next unlocking finishes the removal.
    pub fn finish(self) -> Result<RecoveryKey> {
        private_file::rename(&self.folder.keys(), NEXT, CURRENT)?;
        sweep(self.house.conn(), &self.folder)?;
        Ok(self.recovery)
    }

    /// Restores the state before the removal, as far as the disk allows.
    fn abandon(&mut self) {
        // Errors in here are harmless: the next unlocking tries both keys.
        if self.house.reopen(&self.old_key).is_err() {
            return;
        }
        for (name, before, _) in &self.rows {
            if recipients::recipient(self.house.conn(), name).is_ok_and(|now| now != *before) {
                self.house.put_back(self.asker, name, before.as_deref());
            }
        }
        let is_as_before = |(name, before, _): &(String, Option<String>, Option<String>)| {
            recipients::recipient(self.house.conn(), name).is_ok_and(|now| now == *before)
        };
        if self.rows.iter().all(is_as_before) {
            let _ = private_file::remove(&self.folder.keys().join(NEXT));
        }
    }
}

impl fmt::Debug for Removal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Removal").field("deed", &self.deed).finish_non_exhaustive()
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
    let rows = recipients::rows(conn)?;
    for initials in KeyRing::new(folder).names()? {
        if !rows.iter().any(|(name, _)| name == initials.as_str()) {
            private_file::remove(&folder.keys().join(initials.file_name()))?;
        }
    }
    private_file::sync_folder(&folder.keys())
}

/// Makes the house this connection's alone, until it is opened again.
///
/// # Errors
/// `HouseInUse` if another connection has it open; `DiskFull` without room to write the database anew; `ReadOnly`, `Io`.
pub(crate) fn be_alone(house: &House) -> Result<()> {
    let (folder, _) = house.place()?;
    let size =
        std::fs::metadata(folder.database()).map_err(StoreError::on("look at", &folder.database()))?.len();
    // The rewrite needs room for log, journal and database. Check now, rather than fail half way.
    if folder.free_bytes()? < size.saturating_mul(3) {
        return Err(StoreError::DiskFull);
    }
    alone(house.conn()).map_err(|error| match error {
        StoreError::Busy => StoreError::HouseInUse,
        other => other,
    })
}

/// Locks the file for this connection alone and leaves write-ahead logging, which SQLite allows only the last
/// connection to do. Reopening undoes both.
fn alone(conn: &Connection) -> Result<()> {
    conn.busy_timeout(Duration::ZERO)?;
    conn.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
    if mode == "delete" { Ok(()) } else { Err(StoreError::Busy) }
}
