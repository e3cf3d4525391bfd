//! Restoring: a new house from a backup. It is made beside the folder that it is to have, opened and compared with the
//! backup there, and gets its name at the end. Nothing that is there is overwritten.

use std::fs::{self, DirBuilder, File};
use std::os::fd::OwnedFd;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use rustix::fs::FlockOperation;
use trivsel_domain::record::Programme;

use super::known::{self, KnownBackup};
use super::manifest::{Census, Manifest};
use super::place::backups_in;
use super::{Backup, write_new};
use crate::folder::only_for_us;
use crate::{House, HouseFolder, HouseKey, OpenMode, Result, StoreError, private_file};

/// A house that is being restored. Dropping it before [`Restoring::finish`] leaves nothing behind.
pub struct Restoring {
    backup: Backup,
    /// Where it is made, and where it is to be.
    unfinished: PathBuf,
    to: PathBuf,
    folder: HouseFolder,
    is_finished: bool,
    _lock: OwnedFd,
}

/// The backup in a folder, or the newest whole one among the backups in it. Their files are compared with their digests.
///
/// # Errors
/// `NotABackup`; `BackupDamaged` for the one that was named, or if none is whole; `SeveralHouses` if the folder has backups
/// of more than one; `Io`.
pub fn backup_at(path: &Path) -> Result<Backup> {
    let path = path.canonicalize().map_err(StoreError::on("find", path))?;
    if let Some(backup) = Backup::at(path.clone()) {
        backup.manifest.check(&backup.path)?;
        return Ok(backup);
    }
    let all = backups_in(&path, None)?;
    if all.iter().any(|b| all.first().is_some_and(|first| first.manifest.house != b.manifest.house)) {
        return Err(StoreError::SeveralHouses { path });
    }
    let mut amiss = StoreError::NotABackup { path };
    for backup in all {
        match backup.manifest.check(&backup.path) {
            Ok(()) => return Ok(backup),
            Err(error) => amiss = error,
        }
    }
    Err(amiss)
}

impl Restoring {
    /// Copies a backup beside the folder that the house is to have.
    ///
    /// # Errors
    /// `HouseExists` or `NotEmpty` if anything is there; `HouseInUse` if another program restores to it; `BackupDamaged`,
    /// `DiskFull`, `Io`.
    pub fn begin(backup: Backup, to: &Path) -> Result<Self> {
        only_for_us();
        let to = refuse_taken(to)?;
        let name = to.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let unfinished = to.with_file_name(format!(".{name}.restoring"));
        if fs::symlink_metadata(&unfinished).is_ok() {
            let _alone = alone(&unfinished)?;
            clear(&unfinished);
        }
        DirBuilder::new().mode(0o700).create(&unfinished).map_err(StoreError::on("make", &unfinished))?;
        let lock = alone(&unfinished)?;
        match copy(&backup.manifest, &backup.path, &unfinished) {
            Ok(folder) => Ok(Self { backup, unfinished, to, folder, is_finished: false, _lock: lock }),
            Err(error) => {
                clear(&unfinished);
                Err(error)
            }
        }
    }

    /// The folder of the house until it is finished, for unlocking it.
    #[must_use]
    pub fn folder(&self) -> &HouseFolder {
        &self.folder
    }

    /// Opens the house, checks it as a whole and compares it with the backup.
    ///
    /// # Errors
    /// `BackupDiffers`; the kinds of [`House::open`] and [`House::verify`].
    pub fn open(&self, key: &HouseKey, profiles: Vec<Programme>) -> Result<House> {
        // Opened for reading first: opening for writing may bring an older schema up to date.
        let house = match House::open_for(&self.folder, key, OpenMode::Read, profiles.clone()) {
            Err(StoreError::OlderSchema { .. }) => House::open(&self.folder, key, profiles)?,
            Ok(house) => {
                if Census::of(house.conn())? != self.backup.manifest.census {
                    return Err(StoreError::BackupDiffers { path: self.backup.path.clone() });
                }
                drop(house);
                House::open(&self.folder, key, profiles)?
            }
            Err(error) => return Err(error),
        };
        house.verify()?;
        Ok(house)
    }

    /// Closes the house and gives it its folder.
    ///
    /// # Errors
    /// `NotEmpty` if something was put there meanwhile; `Io`.
    pub fn finish(mut self, house: House) -> Result<HouseFolder> {
        drop(house);
        let Backup { path, taken_at, manifest } = &self.backup;
        let known = KnownBackup { path: path.clone(), taken_at: *taken_at };
        known::remember(self.folder.path(), manifest.house, known)?;
        // Takes the place of an empty folder, and of nothing else.
        fs::rename(&self.unfinished, &self.to).map_err(|error| match error.kind() {
            std::io::ErrorKind::DirectoryNotEmpty | std::io::ErrorKind::AlreadyExists => {
                StoreError::NotEmpty { path: self.to.clone() }
            }
            _ => StoreError::io("rename", &self.to, &error),
        })?;
        self.is_finished = true;
        if let Some(parent) = self.to.parent() {
            private_file::sync_folder(parent)?;
        }
        HouseFolder::open(&self.to)
    }
}

impl Drop for Restoring {
    fn drop(&mut self) {
        if !self.is_finished {
            clear(&self.unfinished);
        }
    }
}

/// The folder, with the links before it resolved, if nothing is in it.
fn refuse_taken(to: &Path) -> Result<PathBuf> {
    let to: PathBuf = std::path::absolute(to).map_err(StoreError::on("find", to))?.components().collect();
    let (Some(parent), Some(name)) = (to.parent(), to.file_name()) else {
        return Err(StoreError::NotEmpty { path: to });
    };
    fs::create_dir_all(parent).map_err(StoreError::on("make", parent))?;
    let to = parent.canonicalize().map_err(StoreError::on("find", parent))?.join(name);
    match fs::symlink_metadata(&to) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(to),
        Err(error) => return Err(StoreError::io("look at", &to, &error)),
        Ok(meta) if meta.is_symlink() => return Err(StoreError::Symlink { path: to }),
        Ok(meta) if !meta.is_dir() => return Err(StoreError::NotAFolder { path: to }),
        Ok(_) => {}
    }
    if fs::symlink_metadata(to.join(crate::folder::DATABASE)).is_ok() {
        return Err(StoreError::HouseExists { path: to });
    }
    match fs::read_dir(&to).map_err(StoreError::on("list", &to))?.next() {
        Some(_) => Err(StoreError::NotEmpty { path: to }),
        None => Ok(to),
    }
}

/// Locks a folder, which another program that restores to it has locked.
fn alone(folder: &Path) -> Result<OwnedFd> {
    let dir: OwnedFd = File::open(folder).map_err(StoreError::on("open", folder))?.into();
    match rustix::fs::flock(&dir, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(dir),
        Err(rustix::io::Errno::WOULDBLOCK) => Err(StoreError::HouseInUse),
        Err(error) => Err(StoreError::io("lock", folder, &error.into())),
    }
}

/// Copies the files of a backup into an empty folder, and compares the copies with their digests.
fn copy(manifest: &Manifest, from: &Path, to: &Path) -> Result<HouseFolder> {
    DirBuilder::new().mode(0o700).create(to.join("keys")).map_err(StoreError::on("make", to))?;
    for name in manifest.files.keys() {
        let (from, to) = (from.join(name), to.join(name));
        write_new(&to, File::open(&from).map_err(StoreError::on("open", &from))?)?;
    }
    private_file::sync_folder(&to.join("keys"))?;
    private_file::sync_folder(to)?;
    manifest.check(to)?;
    HouseFolder::open(to)
}

/// Removes what a restoring made. A folder with anything else in it stays.
fn clear(unfinished: &Path) {
    let is_ours = |name: &str| name.trim_start_matches('.').starts_with("house.");
    for folder in [unfinished.join("keys"), unfinished.to_owned()] {
        let is_keys = folder != unfinished;
        for file in fs::read_dir(&folder).into_iter().flatten().flatten() {
            if is_keys || is_ours(&file.file_name().to_string_lossy()) {
                let _ = fs::remove_file(file.path());
            }
        }
        let _ = fs::remove_dir(folder);
    }
}
