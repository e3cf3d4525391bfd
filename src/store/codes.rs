//! The domain's stable codes, one table per list. Columns refer to them, so a row can't hold an unknown code.
//!
//! A program adds the codes that it knows before its first write. A new code therefore needs no migration, and a house
//! keeps the codes of a newer program.

use rusqlite::Connection;
use trivsel_domain::decide::Nature;
use trivsel_domain::value::Coded;

use crate::Result;
use crate::row::every_table;

/// A list of codes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct CodeList {
    /// The name of its table, such as `talk_kind_code` for the list "talk kind".
    pub(crate) table: String,
    /// The codes that this program knows.
    pub(crate) codes: Vec<&'static str>,
}

impl CodeList {
    pub(crate) fn of<K: Coded>() -> Self {
        Self {
            table: format!("{}_code", K::KIND.replace([' ', '-'], "_")),
            codes: K::ALL.iter().map(|one| one.code()).collect(),
        }
    }

    /// Adds the missing codes. Writes nothing if none is missing.
    pub(crate) fn seed(&self, conn: &Connection) -> Result<()> {
        let mut there = conn.prepare(&format!("SELECT 1 FROM {} WHERE code = ?1", self.table))?;
        for code in &self.codes {
            if !there.exists([code])? {
                conn.execute(&format!("INSERT OR IGNORE INTO {} (code) VALUES (?1)", self.table), [code])?;
            }
        }
        Ok(())
    }
}

/// Every list that a column refers to, without duplicates.
pub(crate) fn lists() -> Vec<CodeList> {
    let mut lists: Vec<CodeList> = every_table().flat_map(|table| &table.lists).flatten().cloned().collect();
    lists.push(CodeList::of::<Nature>());
    lists.sort();
    lists.dedup();
    lists
}

/// Adds every code of this program to the code tables.
///
/// # Errors
/// `Busy`, `DiskFull`, `Database`.
pub(crate) fn seed(conn: &Connection) -> Result<()> {
    lists().iter().try_for_each(|list| list.seed(conn))
}

/// Adds the codes whose tables a database of an older schema has.
///
/// # Errors
/// As [`seed`].
#[cfg(test)]
pub(crate) fn seed_there(conn: &Connection) -> Result<()> {
    let there = |list: &CodeList| conn.table_exists(None, list.table.as_str());
    for list in lists() {
        if there(&list)? {
            list.seed(conn)?;
        }
    }
    Ok(())
}
