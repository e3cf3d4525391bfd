//! Schema versions and migrations.

use crate::store::{Place, bare, bare_house, content, fixed_key, founding, open_for, raw};
use trivsel_store::{House, OpenMode, SCHEMA_VERSION, StoreError};

#[test]
fn a_new_house_has_the_newest_schema_on_disk_and_in_memory() {
    let place = Place::new();
    let folder = bare_house(&place);
    let conn = raw(&folder);
    let number = |name: &str| -> i64 { conn.pragma_query_value(None, name, |row| row.get(0)).unwrap() };
    assert_eq!(number("user_version"), i64::from(SCHEMA_VERSION));
    assert_eq!(number("application_id"), 0x5472_7673);
    assert_eq!(House::in_memory(vec![], &bare(), founding()).unwrap().created_at(), Ok(founding()));
}

#[test]
fn every_table_is_strict() {
    let place = Place::new();
    let conn = raw(&bare_house(&place));
    let mut statement = conn
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'")
        .unwrap();
    let loose: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(loose, Vec::<String>::new());
}

#[test]
fn a_database_holds_one_house() {
    let place = Place::new();
    let conn = raw(&bare_house(&place));
    let second = "INSERT INTO house VALUES (?1, randomblob(16), '2026-01-01T00:00:00', randomblob(32))";
    assert!(conn.execute(second, [1]).is_err());
    assert!(conn.execute(second, [2]).is_err());
}

#[test]
fn a_newer_programs_house_is_refused_untouched() {
    let place = Place::new();
    let folder = bare_house(&place);
    let newer = SCHEMA_VERSION + 1;
    raw(&folder).pragma_update(None, "user_version", newer).unwrap();
    let before = content(&place.path);
    let refusal = StoreError::NewerSchema { found: newer, known: SCHEMA_VERSION };
    for mode in [OpenMode::Write, OpenMode::Read] {
        assert_eq!(open_for(&folder, &fixed_key(7), mode).err(), Some(refusal.clone()));
        assert_eq!(content(&place.path), before);
    }
}

#[test]
fn a_newer_programs_house_with_a_log_left_by_a_crash_is_refused_untouched() {
    let place = Place::new();
    let folder = bare_house(&place);
    let conn = raw(&folder);
    conn.pragma_update(None, "user_version", SCHEMA_VERSION + 1).unwrap();
    let crashed = content(&place.path);
    drop(conn);
    crate::store::restore(&place.path, &crashed);
    let log = place.path.join("house.db-wal");
    assert!(crashed[&log].len() > 4096);
    assert!(matches!(open_for(&folder, &fixed_key(7), OpenMode::Write), Err(StoreError::NewerSchema { .. })));
    let after = content(&place.path);
    assert!(after[&log] == crashed[&log], "the log changed");
    assert!(after[&folder.database()] == crashed[&folder.database()], "the database changed");
}

/// Drops every table and view.
fn empty(conn: &rusqlite::Connection) {
    // The tables of a search index are dropped with it.
    let tables = "SELECT 'DROP ' || iif(type = 'view', 'VIEW ', 'TABLE ') || name FROM pragma_table_list
        WHERE schema = 'main' AND type IN ('table', 'virtual', 'view') AND name NOT LIKE 'sqlite_%'";
    let mut statement = conn.prepare(tables).unwrap();
    let drops: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(drops.len() > 10);
    conn.execute_batch(&format!("PRAGMA foreign_keys = OFF; {}; PRAGMA user_version = 0;", drops.join("; ")))
        .unwrap();
}

#[test]
fn an_older_house_is_migrated_when_it_may_be_written() {
    let place = Place::new();
    let folder = bare_house(&place);
    // Version 0: as if only the application id had been written.
    empty(&raw(&folder));
    let before = content(&place.path);
    let older = StoreError::OlderSchema { found: 0, known: SCHEMA_VERSION };
    assert_eq!(open_for(&folder, &fixed_key(7), OpenMode::Read).err(), Some(older));
    assert_eq!(content(&place.path), before);
    let house = open_for(&folder, &fixed_key(7), OpenMode::Write).unwrap();
    assert_eq!(house.slots(), Ok(vec![]));
}
