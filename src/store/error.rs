//! Every way the store can refuse or fail, as data. The user interface words the messages.
//!
//! An error must not carry a name, a CPR number, a key, a passphrase, a text or a bound SQL value. Paths, initials, table
//! names and numbers are allowed.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

/// The codes by which SQLite says that the disk takes no more where it does not say `FULL`: a write beyond a limit of the
/// user, and no room for the index of the log, which is made at each opening.
const NO_ROOM: [i32; 4] =
    [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_FSYNC, ffi::SQLITE_IOERR_SHMOPEN, ffi::SQLITE_IOERR_SHMSIZE];

/// Why the store refused or failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no house in this folder.
    #[error("no house at {path}")]
    NoHouse {
        /// The folder that was asked for.
        path: PathBuf,
    },
    /// The keys of a house are here, but its database is not: it was moved, or is being restored.
    #[error("the house of the keys at {path} is not there")]
    HouseAway {
        /// The folder.
        path: PathBuf,
    },
    /// There is a house, but not its folder of keys.
    #[error("no keys at {path}")]
    NoKeys {
        /// Where the folder of keys should be.
        path: PathBuf,
    },
    /// There is a house in this folder already.
    #[error("there is a house at {path} already")]
    HouseExists {
        /// The folder.
        path: PathBuf,
    },
    /// A new house needs an empty folder.
    #[error("{path} is not empty")]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// The folder is no backup, and no backup is in it.
    #[error("{path} is not a backup")]
    NotABackup {
        /// The folder.
        path: PathBuf,
    },
    /// A file of a backup is missing, or is not as it was when the backup was made.
    #[error("the file {path} of a backup is damaged")]
    BackupDamaged {
        /// The file.
        path: PathBuf,
    },
    /// A copy of the house is not equal to the house.
    #[error("the copy {path} differs from what it was made of")]
    BackupDiffers {
        /// The folder of the copy.
        path: PathBuf,
    },
    /// The place holds backups of more than one house, so one has to be named.
    #[error("{path} has backups of several houses")]
    SeveralHouses {
        /// The place.
        path: PathBuf,
    },
    /// A backup in the folder of the house would be lost together with it.
    #[error("{path} is inside the house")]
    InsideHouse {
        /// The place that was asked for.
        path: PathBuf,
    },
    /// The path of the folder has more bytes than the database takes: at most 490.
    #[error("the path {path} is too long")]
    PathTooLong {
        /// The folder.
        path: PathBuf,
    },
    /// A folder was expected.
    #[error("{path} is not a folder")]
    NotAFolder {
        /// The path that was found.
        path: PathBuf,
    },
    /// A plain file was expected.
    #[error("{path} is not a plain file")]
    NotAFile {
        /// The path that was found.
        path: PathBuf,
    },
    /// A symbolic link stands in place of the house or one of its files.
    #[error("{path} is a symbolic link")]
    Symlink {
        /// The link.
        path: PathBuf,
    },
    /// The folder or file belongs to another user of this machine.
    #[error("{path} belongs to another user")]
    ForeignOwner {
        /// The folder or file.
        path: PathBuf,
    },
    /// Others on this machine may read or write the folder or file.
    #[error("{path} is open to others (mode {mode:03o})")]
    TooOpen {
        /// The folder or file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// Writing over a network file system would damage the database.
    #[error("{path} is on a network file system")]
    NetworkFilesystem {
        /// The folder.
        path: PathBuf,
    },
    /// A write-ahead log holds changes, and it can't be read in a read-only folder.
    #[error("{path} holds changes that must first be merged on a writable disk")]
    UnmergedChanges {
        /// The log.
        path: PathBuf,
    },
    /// The initials are not one to four upper-case letters A–Z, Æ, Ø, Å.
    #[error("not valid initials")]
    BadInitials,
    /// The passphrase does not open this slot.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// Wrong passphrases were tried for this slot, and the next try has to wait.
    #[error("wait {seconds} seconds for the next passphrase")]
    TooSoon {
        /// How long, in seconds; at least 1.
        seconds: u32,
    },
    /// The passphrase is empty.
    #[error("a passphrase is needed")]
    EmptyPassphrase,
    /// Nobody with these initials has a slot.
    #[error("no slot for {initials}")]
    NoSlot {
        /// The owner of the slot.
        initials: String,
    },
    /// There is a slot for these initials already.
    #[error("there is a slot for {initials} already")]
    SlotExists {
        /// The owner of the slot.
        initials: String,
    },
    /// The slot is whole, but the house is no longer sealed to it. A colleague must renew it.
    #[error("the slot of {initials} no longer opens this house")]
    SlotOutdated {
        /// The owner of the slot.
        initials: String,
    },
    /// The house is sealed to people who are not on record as staff with that key.
    #[error("sealed to people who are not on record: {}", initials.join(", "))]
    Strangers {
        /// Their initials; `*` for a recovery key.
        initials: Vec<String>,
    },
    /// The file with the database key is sealed to more people than the house knows.
    #[error("the database key is sealed to somebody unknown")]
    SealedToOthers,
    /// The last slot can't be removed.
    #[error("the last slot can not be removed")]
    LastSlot,
    /// A key file is cut, altered or foreign.
    #[error("the key file {path} is damaged")]
    DamagedSlot {
        /// The key file.
        path: PathBuf,
    },
    /// An encrypted file from outside the house is cut, altered, or encrypted in another way than to a passphrase.
    #[error("the encrypted file {path} is damaged")]
    DamagedFile {
        /// The file.
        path: PathBuf,
    },
    /// The text is not a recovery key, or it is mistyped.
    #[error("not a recovery key")]
    RecoveryKeyInvalid,
    /// The recovery key is not the current one of this house.
    #[error("the recovery key belongs to another house, or has been replaced")]
    RecoveryKeyUnknown,
    /// The database is foreign, cut or altered, or was written with another key.
    #[error("{path} is not a house, is damaged, or was written with another key")]
    NotAHouse {
        /// The database file.
        path: PathBuf,
    },
    /// The database was written by a newer program.
    #[error("the database has schema {found}, this program knows {known}")]
    NewerSchema {
        /// The schema version of the file.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The database has an older schema and can't be migrated, because it is open for reading only.
    #[error("the database has schema {found}, this program needs {known}")]
    OlderSchema {
        /// The schema version of the file.
        found: u32,
        /// The version that this program needs.
        known: u32,
    },
    /// Someone else was writing for longer than the wait: 10 s, or 250 ms for drafts.
    #[error("the database is busy")]
    Busy,
    /// The house can only be read.
    #[error("the house can only be read")]
    ReadOnly,
    /// The disk takes no more: it has no room left, or a limit of the user is reached.
    #[error("the disk is full")]
    DiskFull,
    /// Changing the key needs exclusive use of the house, and someone else has it open.
    #[error("the house is open elsewhere")]
    HouseInUse,
    /// The database was not rewritten under the new key. The old key is still valid.
    #[error("the database could not be rewritten under a new key")]
    RekeyFailed,
    /// The operating system gave no random bytes.
    #[error("no random numbers from the system")]
    NoRandomness,
    /// A file operation failed.
    #[error("could not {what} {path}: {kind}")]
    Io {
        /// The operation, for the log: "read", "rename".
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// The kind of failure.
        kind: io::ErrorKind,
    },
    /// The database failed in a way that no other kind covers.
    #[error("database error {code} ({what})")]
    Database {
        /// SQLite's extended result code; 0 if there is none.
        code: i32,
        /// The kind of failure, without any value from the data.
        what: &'static str,
    },
    /// A row breaks a rule that the program relies on.
    #[error("damaged data in {table}: {what}")]
    Corrupt {
        /// The table, or "database".
        table: &'static str,
        /// The fault, without the value.
        what: &'static str,
    },
    /// This program does not know a stored code.
    #[error("unknown code in {table}.{column}")]
    UnknownCode {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
}

impl StoreError {
    /// Whether it means that the house or its keys are damaged or gone, so that a backup is of help.
    #[must_use]
    pub fn asks_for_a_backup(&self) -> bool {
        matches!(
            self,
            Self::NotAHouse { .. }
                | Self::HouseAway { .. }
                | Self::NoHouse { .. }
                | Self::NoKeys { .. }
                | Self::DamagedSlot { .. }
                | Self::Corrupt { .. }
                | Self::UnknownCode { .. }
        )
    }

    /// Converts a file error. A full disk and a read-only disk have their own kinds.
    pub(crate) fn io(what: &'static str, path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::DiskFull
            }
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            kind => Self::Io { what, path: path.to_owned(), kind },
        }
    }

    /// [`Self::io`] as a closure for `map_err`.
    pub(crate) fn on(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::io(what, path, &error)
    }

    /// Converts an error while opening. A first page that can't be decrypted means a foreign file or a wrong key; what
    /// does not read after it is damaged.
    pub(crate) fn while_opening(error: rusqlite::Error, path: &Path) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotAHouse { path: path.to_owned() },
            _ => error.into(),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    /// Keeps the kind and drops the message, because SQLite may quote SQL and rusqlite may quote values.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match error {
            E::SqliteFailure(failure, _) | E::SqlInputError { error: failure, .. } => match failure.code {
                ErrorCode::DiskFull => Self::DiskFull,
                _ if NO_ROOM.contains(&failure.extended_code) => Self::DiskFull,
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::ReadOnly => Self::ReadOnly,
                // The cipher reports a page that does not match its seal as a lack of memory.
                ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt | ErrorCode::OutOfMemory => {
                    Self::Corrupt { table: "database", what: "a page does not read" }
                }
                ErrorCode::ConstraintViolation => {
                    Self::Database { code: failure.extended_code, what: "constraint" }
                }
                _ => Self::Database { code: failure.extended_code, what: "sqlite" },
            },
            E::FromSqlConversionFailure(..)
            | E::IntegralValueOutOfRange(..)
            | E::InvalidColumnType(..)
            | E::Utf8Error(..) => Self::Corrupt { table: "database", what: "a value of the wrong type" },
            E::QueryReturnedNoRows => Self::Database { code: 0, what: "no such row" },
            E::StatementChangedRows(_) => Self::Database { code: 0, what: "not exactly one row changed" },
            _ => Self::Database { code: 0, what: "misuse" },
        }
    }
}
