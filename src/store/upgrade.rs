//! Tests that houses of older schemas keep their content through the migrations.

mod access_review;
mod busy;
mod cases;
mod chosen;
mod codes;
mod correspondence;
mod drafts;
mod erasures;
mod figures;
mod history;
mod keys;
mod merged;
mod misplaced;
mod moments;
mod own_series;
mod people;
mod register;
mod reported;
mod rhythm;
mod series;
mod talks;
mod two_children;

use rusqlite::Connection;

use crate::migrate;

/// A database of an older schema with its rows, brought up to date.
fn upgraded(schema: usize, rows: &str) -> Connection {
    let mut conn = Connection::open_in_memory().expect("a database");
    let migrations = migrate::migrations();
    conn.execute_batch("PRAGMA foreign_keys = OFF").expect("a setting");
    migrations.to_version(&mut conn, schema).expect("the schema before");
    conn.execute_batch(rows).expect("rows");
    migrations.to_latest(&mut conn).expect("the newest schema");
    conn
}
