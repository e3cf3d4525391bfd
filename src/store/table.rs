//! A noun's table: every column named once, and the statements made of the names.

use crate::cell::Shape;
use crate::codes::CodeList;

/// The statements of one table.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The key's columns come first.
    pub(crate) columns: Vec<&'static str>,
    /// For each column the list that its code is of.
    pub(crate) lists: Vec<Option<CodeList>>,
    pub(crate) one: String,
    pub(crate) all: String,
    pub(crate) insert: String,
    pub(crate) update: String,
    pub(crate) delete: String,
    /// Selects the identities of a case's records, where a column names the case; `?1` is the case.
    pub(crate) of_case: Option<String>,
}

impl Table {
    /// From the columns of the key, the columns of the rest, and the lists of all of them.
    pub(crate) fn new(
        name: &'static str,
        key: &[&[&'static str]],
        rest: &[&[&'static str]],
        lists: Vec<Option<CodeList>>,
    ) -> Self {
        let (key, rest) = (key.concat(), rest.concat());
        let columns = [key.clone(), rest.clone()].concat();
        let equal = |columns: &[&str], between| {
            columns.iter().map(|column| format!("{column} = ?")).collect::<Vec<_>>().join(between)
        };
        let (list, this) = (columns.join(", "), equal(&key, " AND "));
        let marks = vec!["?"; columns.len()].join(", ");
        let by_case = key == ["id"] && rest.contains(&"case_id");
        Self {
            name,
            one: format!("SELECT {list} FROM {name} WHERE {this}"),
            all: format!("SELECT {list} FROM {name} ORDER BY {}", key.join(", ")),
            insert: format!("INSERT INTO {name} ({list}) VALUES ({marks})"),
            update: format!("UPDATE {name} SET {} WHERE {this}", equal(&rest, ", ")),
            delete: format!("DELETE FROM {name} WHERE {this}"),
            of_case: by_case.then(|| format!("SELECT id FROM {name} WHERE case_id = ?1")),
            columns,
            lists,
        }
    }
}

/// The names of a field's columns, checked against its cell when the program is compiled.
pub(crate) const fn names<C: Shape>(names: &'static [&'static str]) -> &'static [&'static str] {
    assert!(names.len() == C::WIDTH, "a field has as many names of columns as its cell has columns");
    names
}

/// A field's columns: those that are named, or one that is called like the field.
macro_rules! columns {
    ($field:ident) => {
        &[stringify!($field)]
    };
    ($field:ident $($column:literal)+) => {
        &[$($column),+]
    };
}
pub(crate) use columns;

/// What is written of a field: its value, or what the declaration says.
macro_rules! value {
    ($record:ident $field:ident) => {
        &$record.$field
    };
    ($record:ident $field:ident $value:expr) => {
        &$value
    };
}
pub(crate) use value;

/// The record of its fields: a struct of them, or what the declaration makes.
macro_rules! made {
    ($columns:ident [$($field:ident)+]) => {
        Ok(Self { $($field),+ })
    };
    ($columns:ident [$($field:ident)+] $make:expr) => {
        $make.ok_or_else(|| $columns.corrupt("values that make no record"))
    };
}
pub(crate) use made;

/// Says inside `impl Noun` in which columns a record stands:
/// `"table" [key: Cell] { field: Cell, field: Cell = "column", field(value): Cell = "column" "column" }`.
///
/// A record with private fields ends with `record => expression`: `record` names it where a field says its value, and
/// the expression makes an `Option` of the record from the fields.
macro_rules! table {
    (
        $name:literal [$($key:ident: $key_cell:ty $(= $key_column:literal)?),+]
        { $($field:ident $(($value:expr))?: $cell:ty $(= $($column:literal)+)?),+ $(,)? }
        $($record:ident => $make:expr)?
    ) => {
        fn table() -> &'static $crate::table::Table {
            use $crate::cell::Shape;
            use $crate::table::{Table, columns, names};
            static TABLE: std::sync::LazyLock<Table> = std::sync::LazyLock::new(|| {
                let mut lists = Vec::new();
                $(<$key_cell as Shape>::lists(&mut lists);)+
                $(<$cell as Shape>::lists(&mut lists);)+
                Table::new(
                    $name,
                    &[$(const { names::<$key_cell>(columns!($key $($key_column)?)) }),+],
                    &[$(const { names::<$cell>(columns!($field $($($column)+)?)) }),+],
                    lists,
                )
            });
            &TABLE
        }

        fn key_values(key: &Self::Key) -> $crate::Result<Vec<rusqlite::types::Value>> {
            let mut values = Vec::new();
            #[allow(unused_parens, reason = "a key of one column is no tuple")]
            let ($($key),+) = key;
            $(<$key_cell as $crate::cell::Cell<_>>::write($key, &mut values)?;)+
            Ok(values)
        }

        fn rest_values(&self) -> $crate::Result<Vec<rusqlite::types::Value>> {
            let mut values = Vec::with_capacity(Self::table().columns.len());
            $(let $record = self;)?
            $(<$cell as $crate::cell::Cell<_>>::write(
                $crate::table::value!(self $field $($value)?), &mut values)?;)+
            Ok(values)
        }

        fn from_columns(columns: &mut $crate::column::Columns<'_, '_>) -> $crate::Result<Self> {
            $(let $key = <$key_cell as $crate::cell::Cell<_>>::read(columns)?;)+
            $(let $field = <$cell as $crate::cell::Cell<_>>::read(columns)?;)+
            $crate::table::made!(columns [$($key)+ $($field)+] $($make)?)
        }
    };
}
pub(crate) use table;

#[cfg(test)]
mod tests;
