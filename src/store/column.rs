//! Converting the domain's values to columns and back. Reading validates every value.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Row;
use rusqlite::types::{Value, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use trivsel_domain::value::{Coded, Identity, Line, PersonName, as_seen};

use crate::{Result, StoreError};

pub(crate) fn id(id: impl Identity) -> Value {
    Value::Blob(id.as_u128().to_be_bytes().to_vec())
}

pub(crate) fn maybe<T>(value: Option<T>, column: impl FnOnce(T) -> Value) -> Value {
    value.map_or(Value::Null, column)
}

pub(crate) fn text(text: &(impl ToString + ?Sized)) -> Value {
    Value::Text(text.to_string())
}

pub(crate) fn code(code: impl Coded) -> Value {
    text(code.code())
}

/// A date as `2026-11-25`.
pub(crate) fn date(date: NaiveDate) -> Value {
    text(&date)
}

/// A time as `2026-11-25T08:15:00`, with decimals of the second if there are any.
pub(crate) fn moment(at: NaiveDateTime) -> Value {
    text(&at.format("%Y-%m-%dT%H:%M:%S%.f"))
}

pub(crate) fn whole(number: impl Into<i64>) -> Value {
    Value::Integer(number.into())
}

/// A nested list as JSON. It can't fail in practice, because the types used here have string keys only.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Result<Value> {
    let json = serde_json::to_string(value);
    json.map(Value::Text)
        .map_err(|_| StoreError::Corrupt { table: "memory", what: "a value that is no JSON" })
}

/// Reads the columns of one row, in their order.
pub(crate) struct Columns<'r, 's> {
    row: &'r Row<'s>,
    table: &'static str,
    names: &'r [&'static str],
    at: usize,
}

impl<'r, 's> Columns<'r, 's> {
    pub(crate) fn new(row: &'r Row<'s>, table: &'static str, names: &'r [&'static str]) -> Self {
        Self { row, table, names, at: 0 }
    }

    pub(crate) fn corrupt(&self, what: &'static str) -> StoreError {
        StoreError::Corrupt { table: self.table, what }
    }

    /// Skips the next `width` columns if they are all NULL. Returns whether they were.
    pub(crate) fn skip_null(&mut self, width: usize) -> Result<bool> {
        for at in self.at..self.at + width {
            let value = self.row.get_ref(at).map_err(|_| self.corrupt("a value of the wrong type"))?;
            if value != ValueRef::Null {
                return Ok(false);
            }
        }
        self.at += width;
        Ok(true)
    }

    fn next<T: rusqlite::types::FromSql>(&mut self) -> Result<T> {
        let at = self.at;
        self.at += 1;
        self.row.get(at).map_err(|_| self.corrupt("a value of the wrong type"))
    }

    fn parsed<S: rusqlite::types::FromSql, T>(
        &mut self,
        parse: impl FnOnce(S) -> Option<T>,
        what: &'static str,
    ) -> Result<Option<T>> {
        match self.next::<Option<S>>()? {
            Some(raw) => parse(raw).map(Some).ok_or_else(|| self.corrupt(what)),
            None => Ok(None),
        }
    }

    fn spelled<T: FromStr>(&mut self, what: &'static str) -> Result<Option<T>> {
        self.maybe_str()?.map(|text| text.parse().map_err(|_| self.corrupt(what))).transpose()
    }

    /// Turns a missing value into an error.
    pub(crate) fn need<T>(&self, value: Option<T>) -> Result<T> {
        value.ok_or_else(|| self.corrupt("a value is missing"))
    }

    pub(crate) fn maybe_id<T: Identity>(&mut self) -> Result<Option<T>> {
        self.parsed(|bytes: [u8; 16]| Some(T::from_u128(u128::from_be_bytes(bytes))), "no identity")
    }

    pub(crate) fn id<T: Identity>(&mut self) -> Result<T> {
        self.maybe_id().and_then(|id| self.need(id))
    }

    /// A text, borrowed from the row.
    pub(crate) fn maybe_str(&mut self) -> Result<Option<&'r str>> {
        let at = self.at;
        self.at += 1;
        let text = self.row.get_ref(at).ok().map(|value| value.as_str_or_null());
        text.and_then(std::result::Result::ok).ok_or_else(|| self.corrupt("a value of the wrong type"))
    }

    /// A type of the domain that is made from text: a name, a line, a time of day.
    pub(crate) fn maybe_text<T: TryFrom<String>>(&mut self) -> Result<Option<T>> {
        let at = self.at;
        let read = self.parsed(|text: String| T::try_from(text).ok(), "a text that the field does not take");
        read.or_else(|error| {
            self.at = at;
            self.parsed(|text: String| T::try_from(as_seen(&text)).ok(), "").map_err(|_| error)
        })
    }

    pub(crate) fn text<T: TryFrom<String>>(&mut self) -> Result<T> {
        self.maybe_text().and_then(|text| self.need(text))
    }

    pub(crate) fn name(&mut self) -> Result<PersonName> {
        let text = self.maybe_str()?;
        let text = self.need(text)?;
        PersonName::from_before(text).map_err(|_| self.corrupt("a text that the field does not take"))
    }

    pub(crate) fn maybe_code<T: Coded>(&mut self) -> Result<Option<T>> {
        let column = self.names.get(self.at).copied().unwrap_or_default();
        match self.maybe_str()? {
            Some(code) => T::from_code(code)
                .map(Some)
                .map_err(|_| StoreError::UnknownCode { table: self.table, column }),
            None => Ok(None),
        }
    }

    pub(crate) fn code<T: Coded>(&mut self) -> Result<T> {
        self.maybe_code().and_then(|code| self.need(code))
    }

    pub(crate) fn maybe_date(&mut self) -> Result<Option<NaiveDate>> {
        self.spelled("no date")
    }

    pub(crate) fn date(&mut self) -> Result<NaiveDate> {
        self.maybe_date().and_then(|date| self.need(date))
    }

    pub(crate) fn maybe_moment(&mut self) -> Result<Option<NaiveDateTime>> {
        self.spelled("no moment")
    }

    pub(crate) fn moment(&mut self) -> Result<NaiveDateTime> {
        self.maybe_moment().and_then(|moment| self.need(moment))
    }

    /// A whole number within the range of its type.
    pub(crate) fn maybe_whole<T: TryFrom<i64>>(&mut self) -> Result<Option<T>> {
        self.parsed(|number: i64| T::try_from(number).ok(), "a number out of range")
    }

    pub(crate) fn whole<T: TryFrom<i64>>(&mut self) -> Result<T> {
        self.maybe_whole().and_then(|number| self.need(number))
    }

    pub(crate) fn json<T: DeserializeOwned>(&mut self) -> Result<T> {
        let text = self.maybe_str()?.ok_or_else(|| self.corrupt("a value of the wrong type"))?;
        from_json(text).ok_or_else(|| self.corrupt("a list that does not read"))
    }
}

/// Reads what was stored as JSON. A line from a version that let through what can't be seen is read as it is seen, and a
/// name without a letter as [`PersonName::from_before`] reads it.
pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok().or_else(|| {
        let mut value = serde_json::from_str(text).ok()?;
        see(&mut value);
        serde_json::from_value(value.clone()).ok().or_else(|| {
            spell(&mut value);
            serde_json::from_value(value).ok()
        })
    })
}

/// Reads the names of people as they are read from before.
fn spell(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            for (field, value) in fields {
                match value {
                    serde_json::Value::String(text) if field == "name" => {
                        if let Ok(name) = PersonName::from_before(text) {
                            *text = name.into();
                        }
                    }
                    value => spell(value),
                }
            }
        }
        serde_json::Value::Array(all) => all.iter_mut().for_each(spell),
        _ => {}
    }
}

/// Leaves out what can't be seen in every text that is no longer than a line.
fn see(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) if !text.contains('\n') && text.chars().count() <= Line::MAX => {
            *text = as_seen(text);
        }
        serde_json::Value::Array(all) => all.iter_mut().for_each(see),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(see),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use trivsel_domain::record::{Change, Child, Edit};
    use trivsel_domain::value::ChildId;

    use super::{PersonName, from_json};

    #[test]
    fn a_change_that_names_nobody_is_read_as_its_row_is() {
        let name = PersonName::from_before("2013").expect("a name");
        let child = Child::new(ChildId::from_u128(1), name, None, None, Vec::new());
        let change = Change::from(Edit::create(child));
        let text = serde_json::to_string(&change).expect("JSON");
        let before = text.replace("N.N. 2013", "2013");
        assert_ne!(before, text);
        assert!(serde_json::from_str::<Change>(&before).is_err());
        assert_eq!(from_json(&before), Some(change));
    }
}
