//! The manifest of a backup: of which house it is, when it was taken, what it holds in numbers, the head of its history,
//! and a digest of each of its files. It names nobody, and it can be read without a key.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::history;
use crate::row::every_table;
use crate::{Result, SCHEMA_VERSION, StoreError, private_file};

/// The file of the manifest.
pub(crate) const FILE: &str = "backup.json";
/// The version of the manifest that this program writes and reads.
const VERSION: u32 = 1;

/// What a backup says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    trivsel_backup: u32,
    /// The identity of the house.
    pub(crate) house: Uuid,
    /// When it was taken, in the house's own time zone, to the second.
    pub(crate) taken_at: NaiveDateTime,
    /// The version of the database's schema.
    pub(crate) schema: u32,
    #[serde(flatten)]
    pub(crate) census: Census,
    /// The files, by their path in the backup.
    pub(crate) files: BTreeMap<String, FileDigest>,
}

/// A file as it was when the backup was verified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileDigest {
    /// Its length in bytes.
    bytes: u64,
    /// 64 hexadecimal digits.
    sha256: String,
}

/// What a house holds, in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Census {
    /// The number of changes in the history.
    pub(crate) changes: i64,
    /// The seal of the last change, 64 hexadecimal digits.
    head: String,
    /// The number of looks in the access log.
    looks: i64,
    /// The number of records, by table.
    pub(crate) counts: BTreeMap<String, i64>,
}

impl Census {
    /// Counts the house that a connection has open.
    pub(crate) fn of(conn: &Connection) -> Result<Self> {
        let count = |table: &str| -> Result<i64> {
            Ok(conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
        };
        let (changes, mac) = history::head(conn)?.unwrap_or((0, [0; 32]));
        let last_look = conn.query_row("SELECT max(seq) FROM access", [], |row| row.get(0)).optional()?;
        let counts = every_table().map(|table| Ok((table.name.to_owned(), count(table.name)?)));
        Ok(Self {
            changes,
            head: hex(&mac),
            looks: last_look.flatten().unwrap_or(0),
            counts: counts.collect::<Result<_>>()?,
        })
    }
}

impl Manifest {
    /// The manifest of the files of a backup in `folder`.
    pub(crate) fn of(
        folder: &Path,
        files: Vec<String>,
        house: [u8; 16],
        taken_at: NaiveDateTime,
        census: Census,
    ) -> Result<Self> {
        let digest = |name: String| Ok((name.clone(), FileDigest::of(&folder.join(&name))?));
        let files = files.into_iter().map(digest).collect::<Result<_>>()?;
        let house = Uuid::from_bytes(house);
        Ok(Self { trivsel_backup: VERSION, house, taken_at, schema: SCHEMA_VERSION, census, files })
    }

    /// Reads the manifest in a folder; `None` if the folder is no backup.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        let bytes = private_file::read(&folder.join(FILE)).ok()??;
        let manifest: Self = serde_json::from_slice(&bytes).ok()?;
        let inside = |name: &String| {
            let path = Path::new(name);
            path.is_relative() && path.components().all(|c| matches!(c, std::path::Component::Normal(_)))
        };
        (manifest.trivsel_backup == VERSION && manifest.files.keys().all(inside)).then_some(manifest)
    }

    /// Writes the manifest, after the files that it names.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self)
            .map_err(|_| StoreError::Corrupt { table: "memory", what: "a manifest that is no JSON" })?;
        private_file::replace(folder, FILE, text.as_bytes())
    }

    /// Compares the files in a folder with their digests.
    ///
    /// # Errors
    /// `BackupDamaged`, `Io`.
    pub(crate) fn check(&self, folder: &Path) -> Result<()> {
        for (name, digest) in &self.files {
            let path = folder.join(name);
            if FileDigest::of(&path)? != *digest {
                return Err(StoreError::BackupDamaged { path });
            }
        }
        Ok(())
    }
}

impl FileDigest {
    fn of(path: &Path) -> Result<Self> {
        private_file::check_file(path)?.ok_or_else(|| StoreError::BackupDamaged { path: path.to_owned() })?;
        let mut file = File::open(path).map_err(StoreError::on("open", path))?;
        let (mut digest, mut bytes) = (Sha256::new(), 0_u64);
        let mut part = vec![0; 64 * 1024];
        loop {
            let read = file.read(&mut part).map_err(StoreError::on("read", path))?;
            if read == 0 {
                break;
            }
            digest.update(&part[..read]);
            bytes += read as u64;
        }
        Ok(Self { bytes, sha256: hex(&digest.finalize()) })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
