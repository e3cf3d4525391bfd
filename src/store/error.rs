//! Every way the store can refuse or fail, as data: the words for it are made elsewhere.
//!
//! Nothing in here may carry a name, a CPR number, a key, a passphrase, a text or a bound SQL value.
//! Paths, initials, table names and numbers are allowed.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Why the store refused or failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no house in this folder.
    #[error("no house at {path}")]
    NoHouse {
        /// The folder that was asked for.
        path: PathBuf,
    },
    /// There is a house, but not its folder of keys.
    #[error("no keys at {path}")]
    NoKeys {
        /// Where they should be.
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
    /// A folder was expected.
    #[error("{path} is not a folder")]
    NotAFolder {
        /// What was found.
        path: PathBuf,
    },
    /// A plain file was expected.
    #[error("{path} is not a plain file")]
    NotAFile {
        /// What was found.
        path: PathBuf,
    },
    /// A symbolic link where the house, or one of its files, should be.
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
    /// Changes wait in a write-ahead log that can not be read from a read-only folder.
    #[error("{path} holds changes that must first be merged on a writable disk")]
    UnmergedChanges {
        /// The log.
        path: PathBuf,
    },
    /// Not one to four upper-case letters A–Z, Æ, Ø, Å.
    #[error("not valid initials")]
    BadInitials,
    /// The passphrase does not open this slot.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// An empty passphrase.
    #[error("a passphrase is needed")]
    EmptyPassphrase,
    /// Nobody with these initials has a slot.
    #[error("no slot for {initials}")]
    NoSlot {
        /// Whose.
        initials: String,
    },
    /// There is a slot for these initials already.
    #[error("there is a slot for {initials} already")]
    SlotExists {
        /// Whose.
        initials: String,
    },
    /// The slot is whole, but the house is no longer sealed to it: it must be renewed by a colleague.
    #[error("the slot of {initials} no longer opens this house")]
    SlotOutdated {
        /// Whose.
        initials: String,
    },
    /// The last person can not be removed.
    #[error("the last slot can not be removed")]
    LastSlot,
    /// A key file is cut, altered or not ours.
    #[error("the key file {path} is damaged")]
    DamagedSlot {
        /// The key file.
        path: PathBuf,
    },
    /// Not a recovery key, or mistyped.
    #[error("not a recovery key")]
    RecoveryKeyInvalid,
    /// A recovery key, but not of this house.
    #[error("the recovery key belongs to another house, or has been replaced")]
    RecoveryKeyUnknown,
    /// The database is not ours, is cut or altered, or the key is another.
    #[error("{path} is not a house, is damaged, or was written with another key")]
    NotAHouse {
        /// The database file.
        path: PathBuf,
    },
    /// The database was written by a newer program.
    #[error("the database has schema {found}, this program knows {known}")]
    NewerSchema {
        /// Version of the file.
        found: u32,
        /// Newest version this program knows.
        known: u32,
    },
    /// The database is older than the program and could not be brought up to date because it is only read.
    #[error("the database has schema {found}, this program needs {known}")]
    OlderSchema {
        /// Version of the file.
        found: u32,
        /// Version this program needs.
        known: u32,
    },
    /// Someone else was writing for longer than we wait (10 s).
    #[error("the database is busy")]
    Busy,
    /// The house can be read, not written.
    #[error("the house can only be read")]
    ReadOnly,
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// Changing the key needs the house to itself, and someone else has it open.
    #[error("the house is open elsewhere")]
    HouseInUse,
    /// The database was not rewritten under the new key; the old key still holds.
    #[error("the database could not be rewritten under a new key")]
    RekeyFailed,
    /// The operating system gave no random bytes.
    #[error("no random numbers from the system")]
    NoRandomness,
    /// A file operation failed.
    #[error("could not {what} {path}: {kind}")]
    Io {
        /// What was tried, for the log: "read", "rename".
        what: &'static str,
        /// On which file.
        path: PathBuf,
        /// How it failed.
        kind: io::ErrorKind,
    },
    /// The database failed in a way without a kind of its own.
    #[error("database error {code} ({what})")]
    Database {
        /// Extended SQLite result code, 0 where there is none.
        code: i32,
        /// What kind of failure, without any value from the data.
        what: &'static str,
    },
    /// A row breaks a rule the program relies on.
    #[error("damaged data in {table}: {what}")]
    Corrupt {
        /// Table, or "database".
        table: &'static str,
        /// What is wrong, without the value.
        what: &'static str,
    },
    /// A stored code this program does not know.
    #[error("unknown code in {table}.{column}")]
    UnknownCode {
        /// Table.
        table: &'static str,
        /// Column.
        column: &'static str,
    },
}

impl StoreError {
    /// Turns a file error into ours: full disk and read-only disk have kinds of their own.
    pub(crate) fn io(what: &'static str, path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            kind => Self::Io { what, path: path.to_owned(), kind },
        }
    }

    /// The same, as a closure for `map_err`.
    pub(crate) fn on(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::io(what, path, &error)
    }

    /// While opening, a page that does not decrypt means: this is not our house, or not our key.
    pub(crate) fn while_opening(error: rusqlite::Error, path: &Path) -> Self {
        match Self::from(error) {
            Self::Corrupt { table: "database", .. } => Self::NotAHouse { path: path.to_owned() },
            other => other,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    /// Keeps the kind and drops every message: SQLite's may quote SQL, rusqlite's may quote values.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match error {
            E::SqliteFailure(failure, _) | E::SqlInputError { error: failure, .. } => match failure.code {
                ErrorCode::DiskFull => Self::DiskFull,
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::ReadOnly => Self::ReadOnly,
                ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => {
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
