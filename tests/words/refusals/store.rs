//! One of each error of the store.

use std::io::ErrorKind;

use trivsel_store::StoreError;

pub fn every_store_error() -> Vec<StoreError> {
    let path = || "/hus".into();
    let initials = || "SÆ".to_owned();
    vec![
        StoreError::NoHouse { path: path() },
        StoreError::NoKeys { path: path() },
        StoreError::HouseAway { path: path() },
        StoreError::HouseExists { path: path() },
        StoreError::NotEmpty { path: path() },
        StoreError::NotABackup { path: path() },
        StoreError::BackupDamaged { path: path() },
        StoreError::BackupDiffers { path: path() },
        StoreError::SeveralHouses { path: path() },
        StoreError::InsideHouse { path: path() },
        StoreError::PathTooLong { path: path() },
        StoreError::NotAFolder { path: path() },
        StoreError::NotAFile { path: path() },
        StoreError::Symlink { path: path() },
        StoreError::ForeignOwner { path: path() },
        StoreError::TooOpen { path: path(), mode: 0o755 },
        StoreError::NetworkFilesystem { path: path() },
        StoreError::UnmergedChanges { path: path() },
        StoreError::BadInitials,
        StoreError::WrongPassphrase,
        StoreError::TooSoon { seconds: 1 },
        StoreError::TooSoon { seconds: 8 },
        StoreError::EmptyPassphrase,
        StoreError::NoSlot { initials: initials() },
        StoreError::SlotExists { initials: initials() },
        StoreError::SlotOutdated { initials: initials() },
        StoreError::Strangers { initials: vec![initials(), "ZZ".to_owned()] },
        StoreError::Strangers { initials: vec!["*".to_owned()] },
        StoreError::SealedToOthers,
        StoreError::LastSlot,
        StoreError::DamagedSlot { path: path() },
        StoreError::DamagedFile { path: path() },
        StoreError::RecoveryKeyInvalid,
        StoreError::RecoveryKeyUnknown,
        StoreError::NotAHouse { path: path() },
        StoreError::NewerSchema { found: 3, known: 1 },
        StoreError::OlderSchema { found: 1, known: 3 },
        StoreError::Busy,
        StoreError::ReadOnly,
        StoreError::DiskFull,
        StoreError::HouseInUse,
        StoreError::RekeyFailed,
        StoreError::NoRandomness,
        StoreError::Io { what: "read", path: path(), kind: ErrorKind::PermissionDenied },
        StoreError::Database { code: 1, what: "sqlite" },
        StoreError::Corrupt { table: "history", what: "the chain is broken" },
        StoreError::UnknownCode { table: "case", column: "stage" },
    ]
}
