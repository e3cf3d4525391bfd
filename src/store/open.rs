//! Opening a database. The order of the actions matters:
//!
//! 1. Set the umask and check the folder.
//! 2. Check the length: SQLite would take an empty file for a new database, so a cut file must not reach it.
//! 3. Connect without following links, silence SQLCipher, which would print across the screen, and set the key.
//! 4. Read once, to refuse a wrong key, a foreign or damaged file, or a newer schema before anything is written.
//! 5. Run [`prepare`], which also prepares a database in memory.

use std::ffi::OsString;
use std::fmt::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::folder::only_for_us;
use crate::migrate::{self, APPLICATION_ID, SCHEMA_VERSION};
use crate::{HouseFolder, HouseKey, OpenMode, Result, StoreError};

/// SQLCipher's page size in bytes. The file of a house at rest is a whole number of pages.
const PAGE: u64 = 4096;
/// How long to wait for a colleague's write before failing with `Busy`.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Opens the database of a house.
///
/// # Errors
/// Those of [`HouseFolder::open`]; `ReadOnly` and `NetworkFilesystem` for `OpenMode::Write`; `NotAHouse`,
/// `NewerSchema`, `OlderSchema`, `UnmergedChanges`, `Busy`, `DiskFull`, `Io`, `Database`. The files
/// are then unchanged, except that a rewrite interrupted by a crash is rolled back.
pub(crate) fn connect(folder: &HouseFolder, key: &HouseKey, mode: OpenMode) -> Result<Connection> {
    match connect_with(folder, key, mode, Index::Shared) {
        // A full disk has no room for the index of the log.
        Err(StoreError::DiskFull) if mode == OpenMode::Read => connect_with(folder, key, mode, Index::Own),
        other => other,
    }
}

/// The index of the log: in a file that all programs share, or in the memory of this one, which only reads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Index {
    Shared,
    Own,
}

fn connect_with(folder: &HouseFolder, key: &HouseKey, mode: OpenMode, index: Index) -> Result<Connection> {
    only_for_us();
    folder.check()?;
    if mode == OpenMode::Write {
        folder.refuse_unwritable()?;
    }
    let waiting = refuse_cut(folder)?;
    let path = folder.database();
    let mut flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = if index == Index::Own {
        flags |= OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        Connection::open_with_flags(uri(&path, "mode=ro&readonly_shm=1"), flags)
    } else if folder.refuse_unwritable().is_ok() {
        flags |= OpenFlags::SQLITE_OPEN_READ_WRITE;
        Connection::open_with_flags(&path, flags)
    } else if waiting {
        flags |= OpenFlags::SQLITE_OPEN_READ_ONLY;
        Connection::open_with_flags(&path, flags)
    } else {
        // No log can be created in a read-only folder, so nobody can be writing.
        flags |= OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        Connection::open_with_flags(uri(&path, "immutable=1"), flags)
    };
    let mut conn = conn.map_err(|error| StoreError::while_opening(error, &path))?;
    conn.busy_timeout(PATIENCE)?;
    // The file may still be refused, so don't merge a log left by a crash into it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, waiting)?;
    unlock(&conn, key).map_err(|error| StoreError::while_opening(error, &path))?;
    first_read(&conn, &path).map_err(|error| if waiting { unmerged(folder, error) } else { error })?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    prepare(&mut conn, mode)?;
    Ok(conn)
}

/// Creates the database of a new house at `path`, with all tables and no rows.
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

/// Creates an empty file to copy a database into, under a key. It keeps no journal: a copy that is cut short is thrown away.
///
/// # Errors
/// `DiskFull`, `Io`, `Database`.
pub(crate) fn blank(path: &Path, key: &HouseKey) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = Connection::open_with_flags(path, flags)?;
    unlock(&conn, key)?;
    conn.pragma_update_and_check(None, "journal_mode", "OFF", |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    Ok(conn)
}

/// A database in memory at the newest schema, without a house. A copy of it costs a tenth of all migrations.
static NEWEST: Mutex<Option<Connection>> = Mutex::new(None);

/// Creates a database in memory without a key, for tests.
pub(crate) fn make_in_memory() -> Result<Connection> {
    let mut newest = NEWEST.lock().unwrap_or_else(PoisonError::into_inner);
    let from = match &mut *newest {
        Some(conn) => conn,
        none => {
            let mut conn = Connection::open_in_memory()?;
            prepare(&mut conn, OpenMode::Write)?;
            none.insert(conn)
        }
    };
    let mut conn = Connection::open_in_memory()?;
    Backup::new(from, &mut conn)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
    prepare(&mut conn, OpenMode::Write)?;
    Ok(conn)
}

/// Whether this key reads the database. Changes nothing.
///
/// # Errors
/// As [`connect`], without `NotAHouse`, `NewerSchema` and `OlderSchema`.
pub(crate) fn reads(folder: &HouseFolder, key: &HouseKey) -> Result<bool> {
    match connect(folder, key, OpenMode::Read) {
        Ok(_) | Err(StoreError::NewerSchema { .. } | StoreError::OlderSchema { .. }) => Ok(true),
        Err(StoreError::NotAHouse { .. }) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Configures a connection and brings the schema up to date, on disk and in memory alike.
fn prepare(conn: &mut Connection, mode: OpenMode) -> Result<()> {
    // Room for every statement that a screen or an action uses.
    conn.set_prepared_statement_cache_capacity(128);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    if mode == OpenMode::Write {
        // SQLite returns "memory" for a database in memory, so the answer is not checked.
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        conn.pragma_update(None, "synchronous", "FULL")?;
    }
    conn.pragma_update(None, "cache_size", -65536)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // Overwrite deleted content instead of only unlinking it.
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

/// Sets the key. Silences SQLCipher first, because it prints errors to the terminal by default.
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

/// Turns an error of a house with a waiting log in a read-only folder into `UnmergedChanges`.
fn unmerged(folder: &HouseFolder, error: StoreError) -> StoreError {
    match error {
        StoreError::ReadOnly => StoreError::UnmergedChanges { path: folder.beside("-journal") },
        StoreError::Database { code, .. } if code & 0xff == rusqlite::ffi::SQLITE_CANTOPEN => {
            StoreError::UnmergedChanges { path: folder.beside("-wal") }
        }
        other => other,
    }
}

/// Refuses a file that can't be a database at rest. Returns whether a log or journal lies beside it.
fn refuse_cut(folder: &HouseFolder) -> Result<bool> {
    let length = |path: PathBuf| std::fs::symlink_metadata(path).map_or(0, |meta| meta.len());
    let waiting = length(folder.beside("-wal")) > 0 || length(folder.beside("-journal")) > 0;
    let size = length(folder.database());
    if size < PAGE || (!waiting && size % PAGE != 0) {
        return Err(StoreError::NotAHouse { path: folder.database() });
    }
    Ok(waiting)
}

fn uri(path: &Path, how: &str) -> OsString {
    let mut uri = String::from("file:");
    for &byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri.push('?');
    uri.push_str(how);
    uri.into()
}
