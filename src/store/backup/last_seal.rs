//! The seal of the last backup, read without the house and without a key: a place on a network that hangs then holds up
//! nobody who has the house open.

use std::path::Path;

use super::Backup;
use super::known::{KnownBackup, known_backups};
use crate::{beside, private_file};

/// A backup, and the bytes of the seal that lies in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupSeal {
    /// The backup.
    pub of: KnownBackup,
    /// Empty where the file is not there or does not read.
    pub(crate) bytes: Vec<u8>,
}

impl BackupSeal {
    /// Reads the seal of the last backup that can be reached, by the file in the folder of a house; `None` if there is
    /// none. Takes as long as the place of the backups.
    #[must_use]
    pub fn last(house: &Path) -> Option<Self> {
        let there = |known: &KnownBackup| Backup::at(known.path.clone()).is_some();
        let of = known_backups(house).into_iter().find(there)?;
        let read = private_file::read(&of.path.join(beside::FILE)).ok().flatten();
        Some(Self { bytes: read.map(|bytes| bytes.to_vec()).unwrap_or_default(), of })
    }
}
