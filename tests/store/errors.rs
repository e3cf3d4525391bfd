//! Database errors: each maps to its kind, and none contains a value from the data.

use std::time::Duration;

use crate::store::{Place, bare_house, raw};
use trivsel_store::StoreError;

const NAME: &str = "Søren Ægård";

fn kind(outcome: rusqlite::Result<usize>) -> StoreError {
    StoreError::from(outcome.expect_err("a failure"))
}

#[test]
fn a_full_disk() {
    let place = Place::new();
    let conn = raw(&bare_house(&place));
    conn.execute_batch("CREATE TABLE t (x); PRAGMA max_page_count = 1").unwrap();
    assert_eq!(kind(conn.execute("INSERT INTO t VALUES (zeroblob(1000000))", [])), StoreError::DiskFull);
}

#[test]
fn another_writer() {
    let place = Place::new();
    let folder = bare_house(&place);
    let (one, two) = (raw(&folder), raw(&folder));
    two.busy_timeout(Duration::ZERO).unwrap();
    one.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(kind(two.execute("BEGIN IMMEDIATE", [])), StoreError::Busy);
}

#[test]
fn a_read_only_connection() {
    let place = Place::new();
    let conn = raw(&bare_house(&place));
    conn.execute_batch("PRAGMA query_only = 1").unwrap();
    assert_eq!(kind(conn.execute("DELETE FROM key_slot", [])), StoreError::ReadOnly);
}

#[test]
fn no_value_in_any_error() {
    let place = Place::new();
    let conn = raw(&bare_house(&place));
    conn.execute_batch("CREATE TABLE t (x TEXT UNIQUE, n INT) STRICT").unwrap();
    conn.execute("INSERT INTO t VALUES (?1, 1)", [NAME]).unwrap();
    let failures = [
        conn.execute("INSERT INTO t VALUES (?1, 2)", [NAME]).err(),
        conn.execute("INSERT INTO t (n) VALUES (?1)", [NAME]).err(),
        conn.execute(&format!("INSERT INTO {NAME}"), []).err(),
        conn.execute(&format!("INSERT INTO t VALUES ('{NAME}', oops)"), []).err(),
        conn.execute_batch(&format!(
            "CREATE TRIGGER r BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, '{NAME}'); END"
        ))
        .err(),
        conn.execute("DELETE FROM t", []).err(),
        conn.query_row("SELECT x FROM t", [], |row| row.get::<_, i64>(0)).err(),
        conn.query_row(&format!("SELECT 1 AS \"{NAME}\""), [], |row| row.get::<_, String>(0)).err(),
        conn.query_row("SELECT x FROM t", [], |row| row.get::<_, i64>(NAME)).err(),
        conn.query_row(&format!("SELECT '{NAME}' WHERE 0"), [], |row| row.get::<_, String>(0)).err(),
    ];
    let mut seen = 0;
    let mut would_have_told = 0;
    for failure in failures.into_iter().flatten() {
        would_have_told += usize::from(format!("{failure} {failure:?}").contains("Søren"));
        let error = StoreError::from(failure);
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("Søren"), "{shown}");
        seen += 1;
    }
    assert_eq!(seen, 9);
    assert!(would_have_told >= 3, "nothing here was worth hiding");
}
