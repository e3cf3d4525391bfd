//! Schema versions. Each has one SQL file under `data/schema`, which is never edited after it has shipped.
//!
//! The version is SQLite's `user_version`: 1 after `0001_house.sql`, and so on.

use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{HookError, HookResult, M, Migrations};

use crate::{Result, StoreError, codes, first_leader, sealed_rows, search_index};

/// The migrations, one per version. SQL can't fold letters or seal
/// rows, so hooks fill the full-text index and seal the looks and drafts.
pub(crate) fn migrations() -> Migrations<'static> {
    Migrations::new(vec![
        M::up(include_str!("../../data/schema/0001_house.sql")).foreign_key_check(),
        M::up_with_hook(
            include_str!("../../data/schema/0002_talks.sql"),
            |tx: &rusqlite::Transaction<'_>| -> HookResult { Ok(search_index::put_all(tx)?) },
        )
        .foreign_key_check(),
        M::up(include_str!("../../data/schema/0003_case.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0004_custody.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0005_codes.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0006_draft_base.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0007_corrections.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0008_rhythm.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0009_busy.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0010_series.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0011_reported.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0012_history_by_subject.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0013_own_series.sql")).foreign_key_check(),
        M::up_with_hook(
            include_str!("../../data/schema/0014_keys.sql"),
            |tx: &rusqlite::Transaction<'_>| -> HookResult {
                first_leader::appoint(tx).map_err(|error| HookError::Hook(error.to_string()))
            },
        )
        .foreign_key_check(),
        M::up(include_str!("../../data/schema/0015_moments.sql")).foreign_key_check(),
        M::up_with_hook(
            include_str!("../../data/schema/0016_seals.sql"),
            |tx: &rusqlite::Transaction<'_>| -> HookResult {
                sealed_rows::seal_all(tx).map_err(|error| HookError::Hook(error.to_string()))
            },
        )
        .foreign_key_check(),
        M::up(include_str!("../../data/schema/0017_figures.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0018_erasures.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0019_misplaced.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0020_correspondence.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0021_access_review.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0022_merged.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0023_chosen.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0024_two_children.sql")).foreign_key_check(),
        M::up(include_str!("../../data/schema/0025_register.sql")).foreign_key_check(),
    ])
}

/// The newest schema version that this program knows; at least 1.
pub const SCHEMA_VERSION: u32 = 25;

/// The `application_id` of Trivsel's database files: "Trvs". The first migration sets it.
pub(crate) const APPLICATION_ID: i64 = 0x5472_7673;

/// The schema version of a database; 0 for an empty database.
pub(crate) fn version(conn: &Connection) -> rusqlite::Result<u32> {
    conn.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Refuses a database of a newer program.
///
/// # Errors
/// `NewerSchema`.
pub(crate) fn refuse_newer(found: u32) -> Result<()> {
    if found > SCHEMA_VERSION {
        return Err(StoreError::NewerSchema { found, known: SCHEMA_VERSION });
    }
    Ok(())
}

/// Runs every missing migration or none.
///
/// Two programs may start at once; the second finds the schema up to date, which is no error.
///
/// # Errors
/// `NewerSchema`, `Busy`, `DiskFull`, `Corrupt`, `Database`.
pub(crate) fn to_latest(conn: &mut Connection) -> Result<()> {
    let found = version(conn)?;
    refuse_newer(found)?;
    if found == SCHEMA_VERSION {
        return Ok(());
    }
    // Rebuilding a table drops the old one, so foreign keys are off. Each migration checks the references itself.
    conn.pragma_update(None, "foreign_keys", false)?;
    conn.set_transaction_behavior(TransactionBehavior::Immediate);
    let outcome = migrations().to_latest(conn);
    conn.set_transaction_behavior(TransactionBehavior::Deferred);
    match outcome {
        Ok(()) => codes::seed(conn),
        Err(_) if version(conn)? == SCHEMA_VERSION => Ok(()),
        Err(rusqlite_migration::Error::RusqliteError { err, .. }) => Err(err.into()),
        Err(rusqlite_migration::Error::ForeignKeyCheck(_)) => {
            Err(StoreError::Corrupt { table: "database", what: "a reference without its row" })
        }
        Err(_) => Err(StoreError::Database { code: 0, what: "migration" }),
    }
}
