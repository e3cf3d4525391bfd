//! Reading and writing any noun: one table per noun, one row per record.
//!
//! A noun's file declares its columns. The statements are built from them once, at the first use.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde::Serialize;
use trivsel_domain::record::{Change, Edit, Record};
use trivsel_domain::{for_each_record, with_edit};
use uuid::Uuid;

use crate::column::Columns;
use crate::table::Table;
use crate::{Result, StoreError};

/// A record type with its table. Its file in `nouns/` declares the columns with [`table!`](crate::table::table).
pub(crate) trait Noun: Record + Serialize {
    /// The table and its statements.
    fn table() -> &'static Table;
    /// The values of the key's columns.
    fn key_values(key: &Self::Key) -> Result<Vec<Value>>;
    /// The values of the other columns.
    fn rest_values(&self) -> Result<Vec<Value>>;
    /// Reads a record from the columns of its row.
    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self>;

    /// Selects the identities of the records that a case's history includes; `?1` is the case.
    fn of_case() -> Option<&'static str> {
        Self::table().of_case.as_deref()
    }

    /// Runs before a record is written, for rows that the record depends on.
    fn before_write(&self, _conn: &Connection) -> Result<()> {
        Ok(())
    }

    /// Runs after a record is written, for rows that depend on it.
    fn after_write(&self, _conn: &Connection) -> Result<()> {
        Ok(())
    }

    /// Runs before a record is removed, for rows that depend on it.
    fn before_remove(_key: &Self::Key, _conn: &Connection) -> Result<()> {
        Ok(())
    }
}

/// Reads the record with a key.
pub(crate) fn read<N: Noun>(conn: &Connection, key: &N::Key) -> Result<Option<N>> {
    let mut statement = conn.prepare_cached(&N::table().one)?;
    let found =
        statement.query_row(params_from_iter(N::key_values(key)?), |row| Ok(from_row(row))).optional()?;
    found.transpose()
}

/// Reads every record, by key.
pub(crate) fn all<N: Noun>(conn: &Connection) -> Result<Vec<N>> {
    list(conn, &N::table().all, [])
}

/// Reads the records that a statement selects. The statement must select the table's columns in their order.
pub(crate) fn list<N: Noun>(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<Vec<N>> {
    let mut found = Vec::new();
    each(conn, sql, params, |record| {
        found.push(record);
        Ok(())
    })?;
    Ok(found)
}

/// Visits the records that a statement selects one by one, when they are too many for memory.
pub(crate) fn each<N: Noun>(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    mut visit: impl FnMut(N) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        visit(from_row(row)?)?;
    }
    Ok(())
}

/// Builds a statement that selects a noun's columns from its table; `tail` holds the conditions and the order.
pub(crate) fn select<N: Noun>(tail: &str) -> String {
    format!("SELECT {} FROM {} {tail}", N::table().columns.join(", "), N::table().name)
}

fn from_row<N: Noun>(row: &rusqlite::Row<'_>) -> Result<N> {
    N::from_columns(&mut Columns::new(row, N::table().name, &N::table().columns))
}

/// Writes an edit if its old state is the state on record.
///
/// # Errors
/// `Corrupt` if it is not; `Database` if the database forbids the new state.
pub(crate) fn apply<N: Noun>(conn: &Connection, edit: &Edit<N>) -> Result<()> {
    let key = edit.key();
    if read::<N>(conn, &key)?.as_ref() != edit.old() {
        return Err(StoreError::Corrupt { table: N::table().name, what: "a change that does not follow on" });
    }
    let written = match edit.new_state() {
        None => {
            N::before_remove(&key, conn)?;
            execute(conn, &N::table().delete, N::key_values(&key)?)?
        }
        Some(new) => {
            new.before_write(conn)?;
            let (key, mut rest) = (N::key_values(&key)?, new.rest_values()?);
            let written = if edit.old().is_none() {
                execute(conn, &N::table().insert, key.into_iter().chain(rest))?
            } else {
                rest.extend(key);
                execute(conn, &N::table().update, rest)?
            };
            new.after_write(conn)?;
            written
        }
    };
    if written == 1 {
        Ok(())
    } else {
        Err(StoreError::Corrupt { table: N::table().name, what: "not one row written" })
    }
}

fn execute(conn: &Connection, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<usize> {
    Ok(conn.prepare_cached(sql)?.execute(params_from_iter(values))?)
}

/// The name that the history gives a record: table and key, such as `day/<case>/<date>`.
pub(crate) fn subject<N: Noun>(key: &N::Key) -> Result<String> {
    let mut subject = N::table().name.to_owned();
    for value in N::key_values(key)? {
        subject.push('/');
        subject.push_str(&key_text(&value));
    }
    Ok(subject)
}

/// A column of a key as text. An identity is written as a UUID with hyphens.
fn key_text(value: &Value) -> String {
    match value {
        Value::Blob(bytes) => Uuid::from_slice(bytes).map(|id| id.to_string()).unwrap_or_default(),
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Real(_) | Value::Null => String::new(),
    }
}

macro_rules! tables {
    ($($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+) => {
        [$(<$record>::table()),+]
    };
}

/// The table of every record type.
pub(crate) fn every_table() -> impl Iterator<Item = &'static Table> {
    for_each_record!([tables]).into_iter()
}

macro_rules! of_case {
    ($($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+) => {
        [$((<$record>::table().name, <$record>::of_case())),+]
    };
}

/// Every table that a case's history includes, with its statement from [`Noun::of_case`].
pub(crate) fn tables_of_case() -> impl Iterator<Item = (&'static str, &'static str)> {
    for_each_record!([of_case]).into_iter().filter_map(|(table, sql)| Some((table, sql?)))
}

/// [`apply`] for any change.
pub(crate) fn apply_change(conn: &Connection, change: &Change) -> Result<()> {
    with_edit!(change, edit => apply(conn, edit))
}

/// Removes the row of the record that a change is about, whatever state it is in.
pub(crate) fn erase_record(conn: &Connection, change: &Change) -> Result<()> {
    fn of<N: Noun>(conn: &Connection, edit: &Edit<N>) -> Result<()> {
        N::before_remove(&edit.key(), conn)?;
        execute(conn, &N::table().delete, N::key_values(&edit.key())?).map(drop)
    }
    with_edit!(change, edit => of(conn, edit))
}

/// [`subject`] for any change.
pub(crate) fn subject_of(change: &Change) -> Result<String> {
    fn of<N: Noun>(edit: &Edit<N>) -> Result<String> {
        subject::<N>(&edit.key())
    }
    with_edit!(change, edit => of(edit))
}

#[cfg(test)]
mod tests {
    use trivsel_domain::record::Child;
    use trivsel_domain::value::{ChildId, PersonName};

    use super::*;

    fn child(name: &str) -> Child {
        Child::new(ChildId::from_u128(1), PersonName::new(name).expect("a name"), None, None, vec![])
    }

    #[test]
    fn an_edit_is_written_only_over_what_it_says_was_there() {
        let conn = crate::open::make_in_memory().expect("a database");
        let follows = |old: Option<&str>, new: Option<&str>| {
            apply(&conn, &Edit::new(old.map(child), new.map(child)).expect("an edit"))
        };
        let stale = Err(StoreError::Corrupt { table: "child", what: "a change that does not follow on" });
        assert_eq!(follows(Some("Åse"), Some("Åsa")), stale);
        assert_eq!(follows(Some("Åse"), None), stale);
        assert_eq!(follows(None, Some("Åse")), Ok(()));
        assert_eq!(follows(None, Some("Åsa")), stale);
        assert_eq!(follows(Some("Åsa"), None), stale);
        assert_eq!(follows(Some("Åse"), Some("Åsa")), Ok(()));
        assert_eq!(read(&conn, &ChildId::from_u128(1)), Ok(Some(child("Åsa"))));
        assert_eq!(follows(Some("Åsa"), None), Ok(()));
        assert_eq!(all::<Child>(&conn), Ok(vec![]));
    }
}
