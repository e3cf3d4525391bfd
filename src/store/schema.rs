//! The schema of a house compared with that of this program: a trigger or an index that is taken away or made up.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::{Result, StoreError, open};

/// What SQLite makes by itself has no statement.
const ALL: &str = "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL";

/// Compares every table, index and trigger with those of a new house.
///
/// # Errors
/// `Corrupt` in "schema"; `Busy`, `Database`.
pub(crate) fn check(conn: &Connection) -> Result<()> {
    let amiss = |what| Err(StoreError::Corrupt { table: "schema", what });
    let mut found = statements(conn)?;
    for (name, sql) in statements(&open::make_in_memory()?)? {
        match found.remove(&name) {
            Some(same) if same == sql => {}
            Some(_) => return amiss("a table, index or trigger that is not the program's"),
            None => return amiss("a table, index or trigger is missing"),
        }
    }
    if found.is_empty() { Ok(()) } else { amiss("a table, index or trigger that the program did not make") }
}

fn statements(conn: &Connection) -> Result<BTreeMap<String, String>> {
    let mut statement = conn.prepare(ALL)?;
    let all = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(all.collect::<std::result::Result<_, _>>()?)
}
