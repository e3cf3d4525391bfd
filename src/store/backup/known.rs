//! Where the backups of a house are: the last one in each place, in a small file beside the house. It is read when the
//! house itself does not open, so it is plain; it holds paths and times.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Backup;
use super::place::backups_in;
use crate::folder::DATABASE;
use crate::{Result, StoreError, private_file};

/// The file beside the house.
pub(crate) const FILE: &str = "house.backups";
/// The number of places that are remembered.
const PLACES: usize = 12;

#[derive(Default, Serialize, Deserialize)]
struct Known {
    house: Uuid,
    /// The last backup in each place, latest first.
    backups: Vec<KnownBackup>,
}

/// A backup that was found good when it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownBackup {
    /// Its folder.
    pub path: PathBuf,
    /// When it was taken, in the house's own time zone.
    pub taken_at: NaiveDateTime,
}

/// The newest backup of a house that is known beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewestBackup {
    /// Its files are as they were when it was found good.
    Good(KnownBackup),
    /// No place of a backup can be reached now; this is the last one that was made.
    OutOfReach(KnownBackup),
}

/// The last backup in each place, latest first; none if the file beside the house is missing or does not read. Needs
/// neither the house nor a key.
pub(crate) fn known_backups(house: &Path) -> Vec<KnownBackup> {
    read(house).backups
}

/// Whether the folder is that of a house with an identity, by the file beside it. Needs neither the house nor a key.
pub(crate) fn is_of(folder: &Path, house: [u8; 16]) -> bool {
    folder.join(DATABASE).exists() && read(folder).house == Uuid::from_bytes(house)
}

/// The newest backup whose files are as they were when it was found good, by the file in the folder of a house; `None` if
/// none is known. Reads the whole backup, about a second for 100 MB. Needs neither the house nor a key.
#[must_use]
pub fn newest_backup(house: &Path) -> Option<NewestBackup> {
    let Known { house, backups } = read(house);
    let last = backups.first()?.clone();
    let places = backups.iter().filter_map(|known| known.path.parent());
    let mut all: Vec<Backup> =
        places.filter_map(|place| backups_in(place, Some(house)).ok()).flatten().collect();
    all.sort_by_key(|backup| std::cmp::Reverse(backup.taken_at));
    let good = all.into_iter().find(|backup| backup.manifest.check(&backup.path).is_ok());
    Some(match good {
        Some(Backup { path, taken_at, .. }) => NewestBackup::Good(KnownBackup { path, taken_at }),
        None => NewestBackup::OutOfReach(last),
    })
}

fn read(house: &Path) -> Known {
    let bytes = private_file::read(&house.join(FILE)).ok().flatten();
    bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Remembers a backup as the last one in its place.
pub(crate) fn remember(folder: &Path, house: Uuid, backup: KnownBackup) -> Result<()> {
    let mut known = read(folder);
    known.house = house;
    known.backups.retain(|other| other.path.parent() != backup.path.parent());
    known.backups.push(backup);
    known.backups.sort_by_key(|backup| std::cmp::Reverse(backup.taken_at));
    known.backups.truncate(PLACES);
    let text = serde_json::to_string_pretty(&known)
        .map_err(|_| StoreError::Corrupt { table: "memory", what: "a path that is no text" })?;
    private_file::replace(folder, FILE, text.as_bytes())
}
