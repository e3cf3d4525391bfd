//! Converting a record's field to columns. A [`Cell`] writes a value and reads it back.
//!
//! A type with a form of its own is its own cell (`NaiveDate`, `GoalClosing`). Forms that many types share are named
//! cells: [`Id`], [`Code`], [`Text`], [`Name`], [`Number`], [`Json`]. An `Option` of a cell writes `None` as NULL in all columns.

use std::marker::PhantomData;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::types::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;
use trivsel_domain::value::{Coded, Identity, Moment, PersonName};

use crate::Result;
use crate::codes::CodeList;
use crate::column::{self, Columns};

/// The columns of a cell, independent of the type of its value.
pub(crate) trait Shape {
    /// The number of columns, at least 1.
    const WIDTH: usize = 1;

    /// Adds one item per column: the list of its codes, or `None`.
    fn lists(to: &mut Vec<Option<CodeList>>) {
        to.push(None);
    }
}

/// Writes and reads a `T`.
pub(crate) trait Cell<T = Self>: Shape {
    /// Appends `WIDTH` values.
    fn write(value: &T, to: &mut Vec<Value>) -> Result<()>;
    /// Reads the next `WIDTH` columns.
    fn read(from: &mut Columns<'_, '_>) -> Result<T>;
}

/// An identity as the 16 bytes of its UUID.
pub(crate) struct Id;

impl Shape for Id {}
impl<T: Identity> Cell<T> for Id {
    fn write(value: &T, to: &mut Vec<Value>) -> Result<()> {
        to.push(column::id(*value));
        Ok(())
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<T> {
        from.id()
    }
}

/// A code of the list `K`. The column refers to the list's table.
pub(crate) struct Code<K>(PhantomData<K>);

impl<K: Coded> Shape for Code<K> {
    fn lists(to: &mut Vec<Option<CodeList>>) {
        to.push(Some(CodeList::of::<K>()));
    }
}
impl<K: Coded> Cell<K> for Code<K> {
    fn write(value: &K, to: &mut Vec<Value>) -> Result<()> {
        to.push(column::code(*value));
        Ok(())
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<K> {
        from.code()
    }
}

/// A type that converts to and from text: a name, a line, a time of day.
pub(crate) struct Text;

impl Shape for Text {}
impl<T: Clone + Into<String> + TryFrom<String>> Cell<T> for Text {
    fn write(value: &T, to: &mut Vec<Value>) -> Result<()> {
        to.push(Value::Text(value.clone().into()));
        Ok(())
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<T> {
        from.text()
    }
}

/// The name of a person; one from an earlier version may have no letter.
pub(crate) struct Name;

impl Shape for Name {}
impl Cell<PersonName> for Name {
    fn write(value: &PersonName, to: &mut Vec<Value>) -> Result<()> {
        Text::write(value, to)
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<PersonName> {
        from.name()
    }
}

/// A type that converts to and from the number type `R`.
pub(crate) struct Number<R>(PhantomData<R>);

impl<R> Shape for Number<R> {}
impl<R: Into<i64> + TryFrom<i64>, T: Copy + Into<R> + TryFrom<R>> Cell<T> for Number<R> {
    fn write(value: &T, to: &mut Vec<Value>) -> Result<()> {
        to.push(column::whole((*value).into()));
        Ok(())
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<T> {
        let number: R = from.whole()?;
        number.try_into().map_err(|_| from.corrupt("a number out of range"))
    }
}

/// A nested list as JSON, for lists that no statement searches.
pub(crate) struct Json;

impl Shape for Json {}
impl<T: Serialize + DeserializeOwned> Cell<T> for Json {
    fn write(value: &T, to: &mut Vec<Value>) -> Result<()> {
        to.push(column::json(value)?);
        Ok(())
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<T> {
        from.json()
    }
}

impl Shape for NaiveDate {}
impl Cell for NaiveDate {
    fn write(value: &Self, to: &mut Vec<Value>) -> Result<()> {
        to.push(column::date(*value));
        Ok(())
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<Self> {
        from.date()
    }
}

impl Shape for NaiveDateTime {}
impl Cell for NaiveDateTime {
    fn write(value: &Self, to: &mut Vec<Value>) -> Result<()> {
        to.push(column::moment(*value));
        Ok(())
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<Self> {
        from.moment()
    }
}

impl Shape for Moment {}
impl Cell for Moment {
    fn write(value: &Self, to: &mut Vec<Value>) -> Result<()> {
        to.push(column::text(value));
        Ok(())
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<Self> {
        let text = from.maybe_text()?;
        from.need(text)
    }
}

impl Shape for bool {}
impl Cell for bool {
    fn write(value: &Self, to: &mut Vec<Value>) -> Result<()> {
        to.push(column::whole(*value));
        Ok(())
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<Self> {
        from.whole::<u8>().map(|number| number == 1)
    }
}

impl<C: Shape> Shape for Option<C> {
    const WIDTH: usize = C::WIDTH;

    fn lists(to: &mut Vec<Option<CodeList>>) {
        C::lists(to);
    }
}
impl<T, C: Cell<T>> Cell<Option<T>> for Option<C> {
    fn write(value: &Option<T>, to: &mut Vec<Value>) -> Result<()> {
        match value {
            Some(value) => C::write(value, to)?,
            None => to.extend(std::iter::repeat_n(Value::Null, C::WIDTH)),
        }
        Ok(())
    }

    fn read(from: &mut Columns<'_, '_>) -> Result<Option<T>> {
        if from.skip_null(C::WIDTH)? { Ok(None) } else { C::read(from).map(Some) }
    }
}

/// Cells side by side, as a tuple.
macro_rules! side_by_side {
    ($($cell:ident $value:ident),+) => {
        impl<$($cell: Shape),+> Shape for ($($cell,)+) {
            const WIDTH: usize = 0 $(+ $cell::WIDTH)+;

            fn lists(to: &mut Vec<Option<CodeList>>) {
                $($cell::lists(to);)+
            }
        }
        impl<$($cell: Cell<$value>, $value),+> Cell<($($value,)+)> for ($($cell,)+) {
            #[allow(non_snake_case, reason = "each value is named like its type")]
            fn write(($($value,)+): &($($value,)+), to: &mut Vec<Value>) -> Result<()> {
                $($cell::write($value, to)?;)+
                Ok(())
            }

            fn read(from: &mut Columns<'_, '_>) -> Result<($($value,)+)> {
                Ok(($($cell::read(from)?,)+))
            }
        }
    };
}
side_by_side!(A T, B U);
side_by_side!(A T, B U, C V);
side_by_side!(A T, B U, C V, D W);

/// Makes a type its own cell: a struct field by field, or any type by conversion to another cell's value.
macro_rules! cell {
    ($record:ident { $($field:ident: $cell:ty),+ $(,)? }) => {
        impl $crate::cell::Shape for $record {
            const WIDTH: usize = 0 $(+ <$cell as $crate::cell::Shape>::WIDTH)+;

            fn lists(to: &mut Vec<Option<$crate::codes::CodeList>>) {
                $(<$cell as $crate::cell::Shape>::lists(to);)+
            }
        }
        impl $crate::cell::Cell for $record {
            fn write(value: &Self, to: &mut Vec<rusqlite::types::Value>) -> $crate::Result<()> {
                $(<$cell as $crate::cell::Cell<_>>::write(&value.$field, to)?;)+
                Ok(())
            }

            fn read(from: &mut $crate::column::Columns<'_, '_>) -> $crate::Result<Self> {
                Ok(Self { $($field: <$cell as $crate::cell::Cell<_>>::read(from)?),+ })
            }
        }
    };
    ($record:ty as $cell:ty, $write:expr, $read:expr $(,)?) => {
        impl $crate::cell::Shape for $record {
            const WIDTH: usize = <$cell as $crate::cell::Shape>::WIDTH;

            fn lists(to: &mut Vec<Option<$crate::codes::CodeList>>) {
                <$cell as $crate::cell::Shape>::lists(to);
            }
        }
        impl $crate::cell::Cell for $record {
            fn write(value: &Self, to: &mut Vec<rusqlite::types::Value>) -> $crate::Result<()> {
                let parts: fn(&Self) -> _ = $write;
                <$cell as $crate::cell::Cell<_>>::write(&parts(value), to)
            }

            fn read(from: &mut $crate::column::Columns<'_, '_>) -> $crate::Result<Self> {
                let whole: fn(_) -> std::result::Result<Self, &'static str> = $read;
                let parts = <$cell as $crate::cell::Cell<_>>::read(from)?;
                whole(parts).map_err(|what| from.corrupt(what))
            }
        }
    };
}
pub(crate) use cell;
