//! The triggers that keep signed records, the history and the log as they are. They are taken down for an erasure, and put
//! back in the same transaction.

use rusqlite::Transaction;

use crate::Result;

const ALL: &str = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name";

/// A trigger's name and its statement.
pub(super) type Guard = (String, String);

pub(super) fn take_down(tx: &Transaction<'_>) -> Result<Vec<Guard>> {
    let guards: Vec<Guard> = tx
        .prepare(ALL)?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<std::result::Result<_, _>>()?;
    for (name, _) in &guards {
        tx.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    Ok(guards)
}

pub(super) fn put_back(tx: &Transaction<'_>, guards: &[Guard]) -> Result<()> {
    guards.iter().try_for_each(|(_, sql)| Ok(tx.execute_batch(sql)?))
}
