//! The order in which a database is opened. Every step stands where it stands for a reason:
//!
//! 1. umask, and every check of the folder;
//! 2. length: a cut file is refused before SQLite sees it, an empty one would pass for a new database;
//! 3. connect without following links; silence SQLCipher, which would print across the screen; the key;
//! 4. a first read: wrong key, foreign or damaged file, newer schema are refused with nothing written;
//! 5. only then [`prepare`], which is the same for a database in memory.

use std::ffi::OsString;
use std::fmt::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::folder::only_for_us;
use crate::migrate::{self, APPLICATION_ID, SCHEMA_VERSION};
use crate::{HouseFolder, HouseKey, OpenMode, Result, StoreError};

/// SQLCipher's page, in bytes; a house at rest is a whole number of them.
const PAGE: u64 = 4096;
/// How long to wait for a colleague's write before saying that the house is busy.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Opens the database of a house.
///
/// # Errors
/// Those of [`HouseFolder::open`]; `ReadOnly` and `NetworkFilesystem` for `OpenMode::Write`; `NotAHouse`,
/// `NewerSchema`, `OlderSchema`, `UnmergedChanges`, `Busy`, `DiskFull`, `Io`, `Database`. The files
/// are then as they were; only a rewrite cut short by a crash has been rolled back.
pub(crate) fn connect(folder: &HouseFolder, key: &HouseKey, mode: OpenMode) -> Result<Connection> {
    only_for_us();
    folder.check()?;
    if mode == OpenMode::Write {
        folder.refuse_unwritable()?;
    }
    let waiting = refuse_cut(folder)?;
    let path = folder.database();
    let mut flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = if folder.refuse_unwritable().is_ok() {
        flags |= OpenFlags::SQLITE_OPEN_READ_WRITE;
        Connection::open_with_flags(&path, flags)
    } else if waiting {
        flags |= OpenFlags::SQLITE_OPEN_READ_ONLY;
        Connection::open_with_flags(&path, flags)
    } else {
        // No log can be made beside the file, so nobody can be writing here.
        flags |= OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        Connection::open_with_flags(immutable_uri(&path), flags)
    };
    let mut conn = conn.map_err(|error| StoreError::while_opening(error, &path))?;
    conn.busy_timeout(PATIENCE)?;
    // A log left by a crash is not merged into a file we may yet refuse.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, waiting)?;
    unlock(&conn, key).map_err(|error| StoreError::while_opening(error, &path))?;
    first_read(&conn, &path).map_err(|error| if waiting { unmerged(folder, error) } else { error })?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    prepare(&mut conn, mode)?;
    Ok(conn)
}

/// Makes the database of a new house at `path`, with all tables and no rows.
///
/// # Errors
/// `DiskFull`, `Io`, `Database`.
pub(crate) fn make(path: &Path, key: &HouseKey) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let mut conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(PATIENCE)?;
    unlock(&conn, key)?;
    prepare(&mut conn, OpenMode::Write)?;
    Ok(conn)
}

/// A database in memory, without a key: for tests.
pub(crate) fn make_in_memory() -> Result<Connection> {
    let mut conn = Connection::open_in_memory()?;
    prepare(&mut conn, OpenMode::Write)?;
    Ok(conn)
}

/// Whether this key reads the database; nothing is changed.
///
/// # Errors
/// As [`connect`], without `NotAHouse` and the schema kinds.
pub(crate) fn reads(folder: &HouseFolder, key: &HouseKey) -> Result<bool> {
    match connect(folder, key, OpenMode::Read) {
        Ok(_) | Err(StoreError::NewerSchema { .. } | StoreError::OlderSchema { .. }) => Ok(true),
        Err(StoreError::NotAHouse { .. }) => Ok(false),
        Err(other) => Err(other),
    }
}

/// What every connection gets, on disk and in memory alike.
fn prepare(conn: &mut Connection, mode: OpenMode) -> Result<()> {
    // Every statement that a screen or an action asks with.
    conn.set_prepared_statement_cache_capacity(128);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    if mode == OpenMode::Write {
        // Answers "memory" for a database in memory.
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        conn.pragma_update(None, "synchronous", "FULL")?;
    }
    conn.pragma_update(None, "cache_size", -65536)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // Erased means overwritten, not merely unlinked.
    conn.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    match mode {
        OpenMode::Write => migrate::to_latest(conn)?,
        OpenMode::Read => {
            let found = migrate::version(conn)?;
            migrate::refuse_newer(found)?;
            if found < SCHEMA_VERSION {
                return Err(StoreError::OlderSchema { found, known: SCHEMA_VERSION });
            }
            conn.pragma_update(None, "query_only", true)?;
        }
    }
    conn.pragma_update(None, "foreign_keys", true)?;
    Ok(())
}

/// Silence first: SQLCipher prints its complaints to the terminal by default.
fn unlock(conn: &Connection, key: &HouseKey) -> rusqlite::Result<()> {
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    conn.execute_batch(&key.pragma("key"))
}

fn first_read(conn: &Connection, path: &Path) -> Result<()> {
    let opening = |error| StoreError::while_opening(error, path);
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(opening)?;
    let mark: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(opening)?;
    if mark != APPLICATION_ID {
        return Err(StoreError::NotAHouse { path: path.to_owned() });
    }
    migrate::refuse_newer(migrate::version(conn).map_err(opening)?)
}

/// What waits beside the file could not be taken in, for want of a place to write.
fn unmerged(folder: &HouseFolder, error: StoreError) -> StoreError {
    match error {
        StoreError::ReadOnly => StoreError::UnmergedChanges { path: folder.beside("-journal") },
        StoreError::Database { code, .. } if code & 0xff == rusqlite::ffi::SQLITE_CANTOPEN => {
            StoreError::UnmergedChanges { path: folder.beside("-wal") }
        }
        other => other,
    }
}

/// Refuses a file that can not be a database at rest; says whether a log or journal waits beside it.
fn refuse_cut(folder: &HouseFolder) -> Result<bool> {
    let length = |path: PathBuf| std::fs::symlink_metadata(path).map_or(0, |meta| meta.len());
    let waiting = length(folder.beside("-wal")) > 0 || length(folder.beside("-journal")) > 0;
    let size = length(folder.database());
    if size < PAGE || (!waiting && size % PAGE != 0) {
        return Err(StoreError::NotAHouse { path: folder.database() });
    }
    Ok(waiting)
}

fn immutable_uri(path: &Path) -> OsString {
    let mut uri = String::from("file:");
    for &byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri.push_str("?immutable=1");
    uri.into()
}
