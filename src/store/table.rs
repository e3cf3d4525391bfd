//! A noun's table: every column is named once, and the statements are built from the names.

use crate::cell::Shape;
use crate::codes::CodeList;

/// The statements of one table.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The columns, those of the key first.
    pub(crate) columns: Vec<&'static str>,
    /// For each column the list of its codes, if it holds a code.
    pub(crate) lists: Vec<Option<CodeList>>,
    pub(crate) one: String,
    pub(crate) all: String,
    pub(crate) insert: String,
    pub(crate) update: String,
    pub(crate) delete: String,
    /// Selects the identities of a case's records; `?1` is the case. `None` if no column names the case.
    pub(crate) of_case: Option<String>,
}

impl Table {
    /// Builds the statements from the columns of the key, the other columns, and the code lists of all columns.
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

/// The names of a field's columns. The compiler checks their number against the field's cell.
pub(crate) const fn names<C: Shape>(names: &'static [&'static str]) -> &'static [&'static str] {
    assert!(names.len() == C::WIDTH, "a field has as many names of columns as its cell has columns");
    names
}

/// A field's columns: the given names, or one column with the field's name.
macro_rules! columns {
    ($field:ident) => {
        &[stringify!($field)]
    };
    ($field:ident $($column:literal)+) => {
        &[$($column),+]
    };
}
pub(crate) use columns;

/// The value that is written for a field: the field itself, or the declared expression.
macro_rules! value {
    ($record:ident $field:ident) => {
        &$record.$field
    };
    ($record:ident $field:ident $value:expr) => {
        &$value
    };
}
pub(crate) use value;

/// The record made from its fields: a struct, or the declared expression.
macro_rules! made {
    ($columns:ident [$($field:ident)+]) => {
        Ok(Self { $($field),+ })
    };
    ($columns:ident [$($field:ident)+] $make:expr) => {
        $make.ok_or_else(|| $columns.corrupt("values that make no record"))
    };
}
pub(crate) use made;

/// Declares inside `impl Noun` the columns of a record:
/// `"table" [key: Cell] { field: Cell, field: Cell = "column", field(value): Cell = "column" "column" }`.
///
/// A record with private fields ends with `record => expression`. The name `record` is available in the fields' value
/// expressions; the final expression makes an `Option` of the record from the fields.
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
