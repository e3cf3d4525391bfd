//! A place for backups: a folder with one folder a backup, of one house or of several. Nothing else in it is touched.

use std::fs::{self, DirBuilder, File};
use std::os::fd::OwnedFd;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rustix::fs::FlockOperation;
use trivsel_domain::rules::generations::Generations;
use uuid::Uuid;

use super::Backup;
use super::manifest::{self, Manifest};
use crate::folder::{DATABASE, only_for_us};
use crate::{Result, StoreError, beside, private_file};

/// How the folder of a backup is called that is not whole yet.
const UNFINISHED: &str = ".trivsel-unfinished-";

/// A place that this process alone makes backups in.
pub(super) struct Place {
    path: PathBuf,
    _lock: OwnedFd,
}

impl Place {
    /// Makes the folder if it is not there, waits for other programs that back up to it, and removes what one that was
    /// killed left.
    pub(super) fn enter(path: &Path) -> Result<Self> {
        only_for_us();
        fs::create_dir_all(path).map_err(StoreError::on("make", path))?;
        let path = path.canonicalize().map_err(StoreError::on("find", path))?;
        let lock: OwnedFd = File::open(&path).map_err(StoreError::on("open", &path))?.into();
        // Some network file systems have no locks; there, two at once are told apart by their names alone.
        let _ = rustix::fs::flock(&lock, FlockOperation::LockExclusive);
        let place = Self { path, _lock: lock };
        for left in place.folders()?.into_iter().filter(|name| name.starts_with(UNFINISHED)) {
            remove(&place.path.join(left));
        }
        Ok(place)
    }

    /// Makes the folder of a new backup, under the name that it has until it is whole.
    pub(super) fn begin(&self, name: &str) -> Result<PathBuf> {
        let path = self.path.join(format!("{UNFINISHED}{name}"));
        DirBuilder::new().mode(0o700).create(&path).map_err(StoreError::on("make", &path))?;
        Ok(path)
    }

    /// Gives a backup that is whole its name.
    pub(super) fn complete(&self, unfinished: &Path, name: &str) -> Result<PathBuf> {
        let path = self.path.join(name);
        fs::rename(unfinished, &path).map_err(StoreError::on("rename", &path))?;
        private_file::sync_folder(&self.path)?;
        Ok(path)
    }

    /// A name that no backup has.
    pub(super) fn name(&self, house: Uuid, at: NaiveDateTime) -> String {
        let house = house.simple().to_string();
        // The last digits are random, while the first tell the time of founding.
        let name = format!("{}-{}", at.format("%Y-%m-%dT%H-%M-%S"), &house[24..]);
        let free = |name: &String| fs::symlink_metadata(self.path.join(name)).is_err();
        (1..).map(|n| if n == 1 { name.clone() } else { format!("{name}-{n}") }).find(free).unwrap_or(name)
    }

    /// Removes the backups of a house that no generation needs. Returns how many.
    pub(super) fn prune(&self, house: Uuid, keep: Generations) -> Result<usize> {
        let all = backups_in(&self.path, Some(house))?;
        let times: Vec<NaiveDateTime> = all.iter().map(|b| b.taken_at).collect();
        let kept = keep.kept(&times);
        let old = all.into_iter().filter(|b| !kept.contains(&b.taken_at));
        let removed = old.filter(|b| remove(&b.path)).count();
        if removed > 0 {
            private_file::sync_folder(&self.path)?;
        }
        Ok(removed)
    }

    fn folders(&self) -> Result<Vec<String>> {
        folders(&self.path)
    }
}

fn folders(path: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in fs::read_dir(path).map_err(StoreError::on("list", path))? {
        let file = file.map_err(StoreError::on("list", path))?;
        if file.file_type().is_ok_and(|kind| kind.is_dir()) {
            names.extend(file.file_name().to_str().map(str::to_owned));
        }
    }
    Ok(names)
}

/// The backups in a folder, of one house or of all, newest first. Only their manifests are read.
///
/// # Errors
/// `Io`.
pub(crate) fn backups_in(path: &Path, house: Option<Uuid>) -> Result<Vec<Backup>> {
    let mut found: Vec<Backup> = folders(path)?
        .into_iter()
        .filter(|name| !name.starts_with(UNFINISHED))
        .filter_map(|name| Backup::at(path.join(name)))
        .filter(|backup| house.is_none_or(|house| backup.manifest.house == house))
        .collect();
    found.sort_by(|a, b| (b.taken_at, &b.path).cmp(&(a.taken_at, &a.path)));
    Ok(found)
}

/// Removes the folder of a backup with the files that a backup has. One with other files in it stays. Returns whether it is
/// gone.
pub(super) fn remove(folder: &Path) -> bool {
    let keys = folder.join("keys");
    // What fails here shows in that the folder stays.
    let _ = fs::set_permissions(&keys, fs::Permissions::from_mode(0o700));
    let sealed = fs::read_dir(&keys).into_iter().flatten().flatten();
    for key in sealed.filter(|file| file.file_name().to_string_lossy().ends_with(".age")) {
        let _ = fs::remove_file(key.path());
    }
    let _ = fs::remove_dir(&keys);
    let database = ["", "-wal", "-shm", "-journal"].map(|suffix| format!("{DATABASE}{suffix}"));
    // The manifest goes first, so that what is left of it is no backup any more.
    let _ = fs::remove_file(folder.join(manifest::FILE));
    let rest = [beside::FILE.to_owned(), format!(".{}.new", manifest::FILE)];
    for name in database.into_iter().chain(rest) {
        let _ = fs::remove_file(folder.join(name));
    }
    fs::remove_dir(folder).is_ok()
}

impl Backup {
    /// The backup in a folder; `None` if the folder is none.
    pub(crate) fn at(path: PathBuf) -> Option<Self> {
        let manifest = Manifest::read(&path)?;
        Some(Self { taken_at: manifest.taken_at, path, manifest })
    }
}
