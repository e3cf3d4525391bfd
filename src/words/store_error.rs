//! The words for errors of the store. The errors carry no name, key or text from the house.

use std::io::ErrorKind;
use std::path::Path;

use trivsel_store::StoreError;

use super::Words;
use super::text::printable;

/// One sentence for an error of the store, without the full stop.
#[must_use]
pub fn store_error(words: &Words, error: &StoreError) -> String {
    let at = |id: &str, path: &Path| words.with(id, &[("path", shown(path).into())]);
    let of = |id: &str, initials: &str| words.with(id, &[("initials", printable(initials).into())]);
    match error {
        StoreError::NoHouse { path } => at("store-no-house", path),
        StoreError::HouseAway { path } => at("store-house-away", path),
        StoreError::NoKeys { path } => at("store-no-keys", path),
        StoreError::HouseExists { path } => at("store-house-exists", path),
        StoreError::NotEmpty { path } => at("store-not-empty", path),
        StoreError::NotABackup { path } => at("store-not-a-backup", path),
        StoreError::BackupDamaged { path } => at("store-backup-damaged", path),
        StoreError::BackupDiffers { path } => at("store-backup-differs", path),
        StoreError::SeveralHouses { path } => at("store-several-houses", path),
        StoreError::InsideHouse { path } => at("store-inside-house", path),
        StoreError::PathTooLong { path } => at("store-path-too-long", path),
        StoreError::NotAFolder { path } => at("store-not-a-folder", path),
        StoreError::NotAFile { path } => at("store-not-a-file", path),
        StoreError::Symlink { path } => at("store-symlink", path),
        StoreError::ForeignOwner { path } => at("store-foreign-owner", path),
        StoreError::TooOpen { path, mode } => words
            .with("store-too-open", &[("path", shown(path).into()), ("mode", format!("{mode:03o}").into())]),
        StoreError::NetworkFilesystem { path } => at("store-network", path),
        StoreError::UnmergedChanges { path } => at("store-unmerged", path),
        StoreError::BadInitials => words.get("store-bad-initials").to_owned(),
        StoreError::WrongPassphrase => words.get("store-wrong-passphrase").to_owned(),
        StoreError::TooSoon { seconds } => words.with("store-too-soon", &[("count", (*seconds).into())]),
        StoreError::EmptyPassphrase => words.get("store-empty-passphrase").to_owned(),
        StoreError::NoSlot { initials } => of("store-no-slot", initials),
        StoreError::SlotExists { initials } => of("store-slot-exists", initials),
        StoreError::SlotOutdated { initials } => of("store-slot-outdated", initials),
        StoreError::Strangers { initials } => {
            let all: Vec<&str> = initials.iter().map(String::as_str).filter(|name| *name != "*").collect();
            match all.as_slice() {
                [] => words.get("store-strange-recovery").to_owned(),
                all => of("store-strangers", &all.join(", ")),
            }
        }
        StoreError::SealedToOthers => words.get("store-sealed-to-others").to_owned(),
        StoreError::LastSlot => words.get("store-last-slot").to_owned(),
        StoreError::DamagedSlot { path } => at("store-damaged-slot", path),
        StoreError::DamagedFile { path } => at("store-damaged-file", path),
        StoreError::RecoveryKeyInvalid => words.get("store-recovery-invalid").to_owned(),
        StoreError::RecoveryKeyUnknown => words.get("store-recovery-unknown").to_owned(),
        StoreError::NotAHouse { path } => at("store-not-a-house", path),
        StoreError::NewerSchema { found, known } => {
            words.with("store-newer-schema", &[("found", (*found).into()), ("known", (*known).into())])
        }
        StoreError::OlderSchema { found, known } => {
            words.with("store-older-schema", &[("found", (*found).into()), ("known", (*known).into())])
        }
        StoreError::Busy => words.get("store-busy").to_owned(),
        StoreError::ReadOnly => words.get("store-read-only").to_owned(),
        StoreError::DiskFull => words.get("store-disk-full").to_owned(),
        StoreError::HouseInUse => words.get("store-house-in-use").to_owned(),
        StoreError::RekeyFailed => words.get("store-rekey-failed").to_owned(),
        StoreError::NoRandomness => words.get("store-no-randomness").to_owned(),
        StoreError::Io { path, kind, .. } => {
            words.with("store-io", &[("path", shown(path).into()), ("kind", io_kind(words, *kind).into())])
        }
        StoreError::Database { code, .. } => words.with("store-database", &[("code", (*code).into())]),
        StoreError::Corrupt { table, what } => {
            words.with("store-corrupt", &[("table", (*table).into()), ("what", (*what).into())])
        }
        StoreError::UnknownCode { table, column } => {
            words.with("store-unknown-code", &[("table", (*table).into()), ("column", (*column).into())])
        }
    }
}

/// A path, safe to print.
#[must_use]
pub fn shown(path: &Path) -> String {
    printable(&path.display().to_string()).into_owned()
}

/// Why a new file can't be written: what is not there then is its folder.
#[must_use]
pub fn not_written(words: &Words, kind: ErrorKind) -> String {
    if kind == ErrorKind::NotFound { words.get("io-no-folder").to_owned() } else { io_kind(words, kind) }
}

/// Explains why a file could not be used: "findes ikke". Kinds without a message use the system's text.
#[must_use]
pub fn io_kind(words: &Words, kind: ErrorKind) -> String {
    let id = match kind {
        ErrorKind::NotFound => "io-not-found",
        ErrorKind::PermissionDenied => "io-not-allowed",
        ErrorKind::IsADirectory => "io-is-a-folder",
        ErrorKind::NotADirectory => "io-not-a-folder",
        ErrorKind::AlreadyExists => "io-exists",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "io-full",
        ErrorKind::ReadOnlyFilesystem => "io-read-only",
        ErrorKind::InvalidData => "io-not-text",
        other => return other.to_string(),
    };
    words.get(id).to_owned()
}
