//! Backups: a copy of the open house in a folder of its own, encrypted as the house is, with the keys of that moment. It
//! is a house that can only be read, and it gets its name when it has been opened, checked and found equal.
//!
//! | file | holds |
//! |---|---|
//! | `manifest` | what a backup says about itself |
//! | `place` | the folder that the backups are in, and which of them stay |
//! | `known` | the last backups, remembered beside the house |
//! | `last_seal` | the seal of the last backup, read without the house |
//! | `restore` | a new house from a backup |

pub(crate) mod known;
pub(crate) mod last_seal;
pub(crate) mod manifest;
pub(crate) mod place;
pub(crate) mod restore;

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{NaiveDateTime, Timelike};
use rusqlite::Connection;
use rustix::fs::FlockOperation;
use trivsel_domain::rules::generations::Generations;
use uuid::Uuid;

use crate::beside::{self, Beside};
use crate::folder::DATABASE;
use crate::history::Chain;
use crate::{House, HouseFolder, HouseKey, OpenMode, Result, StoreError, open, private_file};
use known::KnownBackup;
use last_seal::BackupSeal;
use manifest::{Census, Manifest};
use place::Place;

/// A backup of a house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its folder.
    pub path: PathBuf,
    /// When it was taken, in the house's own time zone, to the second.
    pub taken_at: NaiveDateTime,
    pub(crate) manifest: Manifest,
}

impl Backup {
    /// The number of changes in its history, and their head as [`crate::Verification`] prints it.
    #[must_use]
    pub fn changes(&self) -> u64 {
        u64::try_from(self.manifest.census.changes).unwrap_or(0)
    }

    /// The number of children on record in it.
    #[must_use]
    pub fn children(&self) -> u64 {
        let count = self.manifest.census.counts.get("child").copied().unwrap_or(0);
        u64::try_from(count).unwrap_or(0)
    }
}

/// What a new backup left in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackedUp {
    /// The new backup.
    pub backup: Backup,
    /// The number of older backups that no generation needs, and that were removed.
    pub removed: usize,
}

impl House {
    /// Makes a backup in a folder of its own in `place`, and removes those that no generation needs. Others may write
    /// meanwhile; the backup holds the house as it was at one instant. `at` is the time by the machine's clock in the
    /// house's own time zone.
    ///
    /// # Errors
    /// `InsideHouse` for a place in the house itself; `ReadOnly` for a house in memory; `BackupDiffers` if the copy is not
    /// equal to the house; the kinds of [`House::verify`] if the house is damaged; `DiskFull`, `Busy`, `Io`, `Database`.
    /// The backups that were there are then unchanged.
    pub fn back_up(&mut self, place: &Path, at: NaiveDateTime, keep: Generations) -> Result<BackedUp> {
        let (folder, key) = self.key_and_folder().ok_or(StoreError::ReadOnly)?;
        let (folder, key) = (folder.clone(), key.clone());
        refuse_inside(&folder, place)?;
        let at = at.with_nanosecond(0).unwrap_or(at);
        let place = Place::enter(place)?;
        let house = Uuid::from_bytes(self.id()?);
        let name = place.name(house, at);
        let unfinished = place.begin(&name)?;
        let done = self.copy_to(&unfinished, &folder, &key, at).and_then(|manifest| {
            let path = place.complete(&unfinished, &name)?;
            Ok(Backup { path, taken_at: at, manifest })
        });
        let backup = done.inspect_err(|_| {
            place::remove(&unfinished);
        })?;
        // A house that can only be read keeps no list; its backup is as good.
        let known = KnownBackup { path: backup.path.clone(), taken_at: at };
        if self.is_writable() {
            known::remember(folder.path(), house, known)?;
        }
        let removed = place.prune(house, keep)?;
        if self.is_writable() {
            self.keep_erasures()?;
        }
        Ok(BackedUp { backup, removed })
    }

    /// Writes every file of a backup into an empty folder, and proves that it opens and is equal.
    fn copy_to(
        &self,
        to: &Path,
        folder: &HouseFolder,
        key: &HouseKey,
        at: NaiveDateTime,
    ) -> Result<Manifest> {
        // While a key is removed, the database and the keys would not fit each other.
        let _keys = folder.lock_keys(FlockOperation::LockShared)?;
        let census = {
            let tx = self.snapshot()?;
            let census = Census::of(&tx)?;
            // Inside the transaction, so that the copy is of the same instant.
            copy_database(self.conn(), &to.join(DATABASE), key)?;
            beside::seal_copy(&tx, to, &Chain::of(&tx)?)?;
            census
        };
        let mut files = vec![DATABASE.to_owned(), beside::FILE.to_owned()];
        files.extend(copy_keys(&folder.keys(), &to.join("keys"))?);
        for name in &files {
            let path = to.join(name);
            let read_only = fs::Permissions::from_mode(0o400);
            fs::set_permissions(&path, read_only).map_err(StoreError::on("protect", &path))?;
        }
        let manifest = Manifest::of(to, files, self.id()?, at, census)?;
        manifest.write(to)?;
        private_file::sync_folder(to)?;
        prove(to, key, &manifest, self)?;
        Ok(manifest)
    }

    /// Checks that the house holds what a backup of it held. Answers whether the backup's seal says so; one that does not
    /// read says nothing of the house.
    ///
    /// # Errors
    /// `Corrupt` in "backup"; `Busy`, `Database`.
    pub fn check_backup(&self, seal: &BackupSeal) -> Result<bool> {
        let amiss = |what| Err(StoreError::Corrupt { table: "backup", what });
        match self.compared_with(&seal.bytes)? {
            Beside::Lacks { .. } => amiss("changes of the last backup are missing"),
            Beside::Other => amiss("other changes than those of the last backup"),
            found => Ok(found == Beside::Agrees),
        }
    }

    /// The last backup in each place, latest first.
    #[must_use]
    pub fn known_backups(&self) -> Vec<KnownBackup> {
        self.folder().map(|folder| known::known_backups(folder.path())).unwrap_or_default()
    }

    /// The last backup, in whichever place; `None` if none is known.
    #[must_use]
    pub fn last_backup(&self) -> Option<KnownBackup> {
        self.known_backups().into_iter().next()
    }
}

/// Opens a copy and compares it with its manifest.
///
/// # Errors
/// `BackupDiffers`; the kinds of [`House::verify`].
fn prove(copy: &Path, key: &HouseKey, manifest: &Manifest, like: &House) -> Result<()> {
    let house = House::open_for(&HouseFolder::open(copy)?, key, OpenMode::Read, like.profiles().to_vec())?;
    house.verify()?;
    if Census::of(house.conn())? == manifest.census && house.id()? == *manifest.house.as_bytes() {
        Ok(())
    } else {
        Err(StoreError::BackupDiffers { path: copy.to_owned() })
    }
}

/// Copies the database page by page with SQLite's own copying, under the same key.
fn copy_database(from: &Connection, to: &Path, key: &HouseKey) -> Result<()> {
    let mut copy = open::blank(to, key)?;
    let copying = rusqlite::backup::Backup::new(from, &mut copy)?;
    copying.run_to_completion(i32::MAX, Duration::ZERO, None).map_err(|error| match error.into() {
        // SQLCipher has no code of its own for a page that does not match its seal.
        StoreError::Database { code: rusqlite::ffi::SQLITE_ERROR, .. } => {
            StoreError::Corrupt { table: "database", what: "a page does not read" }
        }
        other => other,
    })?;
    drop(copying);
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Copies the key files. Returns their names, seen from the folder around the keys.
fn copy_keys(from: &Path, to: &Path) -> Result<Vec<String>> {
    DirBuilder::new().mode(0o700).create(to).map_err(StoreError::on("make", to))?;
    let mut names = Vec::new();
    for file in fs::read_dir(from).map_err(StoreError::on("list", from))? {
        let name = file.map_err(StoreError::on("list", from))?.file_name();
        let Some(name) = name.to_str().filter(|n| n.ends_with(".age") && !n.starts_with('.')) else {
            continue;
        };
        // It was made for a removal of a key that has not happened.
        if name == crate::staff::NEXT {
            continue;
        }
        let Some(bytes) = private_file::read(&from.join(name))? else { continue };
        write_new(&to.join(name), &bytes[..])?;
        names.push(format!("keys/{name}"));
    }
    private_file::sync_folder(to)?;
    names.sort();
    Ok(names)
}

/// Writes a file that must not be there, durably.
fn write_new(path: &Path, mut content: impl Read) -> Result<()> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .and_then(|mut file| io::copy(&mut content, &mut file).and_then(|_| file.sync_all()))
        .map_err(StoreError::on("write", path))
}

/// Refuses a place in the folder of the house, which is lost together with the house.
fn refuse_inside(folder: &HouseFolder, place: &Path) -> Result<()> {
    let there = place.ancestors().find_map(|path| path.canonicalize().ok());
    let rest = there.as_ref().is_some_and(|path| path.starts_with(folder.path()));
    if rest { Err(StoreError::InsideHouse { path: place.to_owned() }) } else { Ok(()) }
}
