//! Staff: everyone who works or worked here.

use rusqlite::types::Value;
use trivsel_domain::{Staff, StaffId};

use crate::column::{self, Columns, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

impl Noun for Staff {
    const TABLE: Table = table!("staff", key["id"], rest["name", "initials", "competencies", "phone", "mail", "left_on", "methods"]);

    fn key_columns(key: &StaffId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &StaffId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            column::text(self.name.as_str()),
            column::text(self.initials.as_str()),
            column::json(&self.competencies)?,
            maybe(self.phone.as_ref(), |p| column::text(p.as_str())),
            maybe(self.mail.as_ref(), |m| column::text(m.as_str())),
            maybe(self.left_on, column::date),
            column::json(&self.methods)?,
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        Ok(Self {
            id: columns.id()?,
            name: columns.text()?,
            initials: columns.text()?,
            competencies: columns.json()?,
            phone: columns.maybe_text()?,
            mail: columns.maybe_text()?,
            left_on: columns.maybe_date()?,
            methods: columns.json()?,
        })
    }
}

impl House {
    /// Everyone who works or worked here, by identity, which is the order in which they came.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`; so for every question.
    pub fn staff(&self) -> Result<Vec<Staff>> {
        row::all(self.conn())
    }
}
