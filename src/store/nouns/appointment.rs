//! Appointments.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::Value;
use trivsel_domain::{Appointment, AppointmentId, CaseId, Hours, TimeOfDay};

use crate::column::{self, Columns, Identity, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const BETWEEN: &str = "WHERE date BETWEEN ?1 AND ?2 ORDER BY date, starts, id";
pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY date, starts, id";
pub(crate) const NEXT: &str = "WHERE case_id = ?1 AND date >= ?2 ORDER BY date, starts, id LIMIT 1";

impl Noun for Appointment {
    const TABLE: Table =
        table!("appointment", key["id"], rest["date", "starts", "ends", "title", "case_id", "staff", "kind"]);

    fn key_columns(key: &AppointmentId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &AppointmentId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            column::date(self.date),
            maybe(self.hours, |h| column::text(&h.from())),
            maybe(self.hours, |h| column::text(&h.to())),
            column::text(self.title.as_str()),
            maybe(self.case, column::id),
            column::json(&self.staff)?,
            maybe(self.kind, column::code),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let (id, date) = (columns.id()?, columns.date()?);
        let (starts, ends) = (columns.maybe_text::<TimeOfDay>()?, columns.maybe_text::<TimeOfDay>()?);
        let hours = starts.zip(ends).map(|(from, to)| Hours::new(from, to)).transpose();
        Ok(Self {
            id,
            date,
            hours: hours.map_err(|_| columns.corrupt("hours that do not run forward"))?,
            title: columns.text()?,
            case: columns.maybe_id()?,
            staff: columns.json()?,
            kind: columns.maybe_code()?,
        })
    }
}

impl House {
    /// Appointments from one date to another, both included: by date, whole days first, then by hour.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn appointments(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Appointment>> {
        row::list(self.conn(), &row::select::<Appointment>(BETWEEN), [from.to_string(), to.to_string()])
    }

    /// The first appointment of each of these cases on a date or later; a case without one is left out.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn next_appointments(
        &self,
        cases: &[CaseId],
        from: NaiveDate,
    ) -> Result<BTreeMap<CaseId, Appointment>> {
        let (sql, from) = (row::select::<Appointment>(NEXT), from.to_string());
        let mut found = BTreeMap::new();
        for case in cases {
            let next = row::list(self.conn(), &sql, (case.number().to_be_bytes(), &from))?;
            found.extend(next.into_iter().map(|appointment| (*case, appointment)));
        }
        Ok(found)
    }
}
