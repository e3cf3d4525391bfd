//! Appointments.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;
use trivsel_domain::record::{Appointment, InSeries, TalkKind};
use trivsel_domain::rules::booking::{SignedTalk, held};
use trivsel_domain::value::{AppointmentId, CaseId, Hours, NotHeld, SeriesId, TalkId};

use crate::cell::{Code, Id, Json, Text, cell};
use crate::column::Columns;
use crate::nouns::misplacement::placed;
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const BETWEEN: &str = "WHERE date BETWEEN ?1 AND ?2 ORDER BY date, starts, id";
pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY date, starts, id";
pub(crate) const NEXT: &str =
    "WHERE case_id = ?1 AND date >= ?2 AND not_held IS NULL ORDER BY date, starts, id LIMIT 1";
pub(crate) const SERIES: &str = "WHERE series = ?1 ORDER BY date, starts, id";
pub(crate) const TALKS: &str = concat!(
    "SELECT id, kind, date, start FROM talk WHERE case_id = ?1 AND date BETWEEN ?2 AND ?3 AND ",
    placed!("talk.id"),
    " ORDER BY date, start, id"
);
pub(crate) const BUSY: &str = "WHERE event IS NOT NULL ORDER BY date, starts, id";

impl Noun for Appointment {
    table! {
        "appointment" [id: Id] {
            date: NaiveDate,
            hours: Option<Hours> = "starts" "ends",
            title: Text,
            case: Option<Id> = "case_id",
            staff: Json,
            kind: Option<Code<TalkKind>>,
            event: Option<Text>,
            not_held: Option<Code<NotHeld>>,
            series: Option<InSeries> = "series" "repeats" "series_day",
        }
    }
}

cell!(Hours as (Text, Text), |hours| (hours.from(), hours.to()), |(from, to)| Hours::new(from, to)
    .map_err(|_| "hours that do not run forward"));

cell!(InSeries { id: Id, repeat: Json, nominal: NaiveDate });

/// The appointments from calendars of the staff, ordered by date, then whole days first, then by time.
pub(crate) fn busy(conn: &Connection) -> Result<Vec<Appointment>> {
    row::list(conn, &row::select::<Appointment>(BUSY), [])
}

impl House {
    /// The appointments from one date to another, inclusive, ordered by date, then whole days first, then by time.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn appointments(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Appointment>> {
        row::list(self.conn(), &row::select::<Appointment>(BETWEEN), [from.to_string(), to.to_string()])
    }

    /// The signed talks that show which of these appointments were held. Includes restricted talks, because the house may
    /// know that they were held.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn held(&self, appointments: &[Appointment]) -> Result<BTreeMap<AppointmentId, TalkId>> {
        let days = || appointments.iter().map(|a| a.date);
        let (Some(from), Some(to)) = (days().min(), days().max()) else { return Ok(BTreeMap::new()) };
        let cases: BTreeSet<CaseId> = appointments.iter().filter_map(|a| a.case).collect();
        let talks = self.signed_talks(&cases.into_iter().collect::<Vec<_>>(), from, to)?;
        Ok(held(appointments, &talks))
    }

    /// The signed talks of some cases from one date to another, inclusive, by case, whoever may read them.
    pub(super) fn signed_talks(
        &self,
        cases: &[CaseId],
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<SignedTalk>> {
        let (from, to) = (from.to_string(), to.to_string());
        let mut statement = self.conn().prepare_cached(TALKS)?;
        let mut talks = Vec::new();
        for case in cases {
            let mut rows = statement.query((case.as_u128().to_be_bytes(), &from, &to))?;
            while let Some(row) = rows.next()? {
                let mut columns = Columns::new(row, "talk", &["id", "kind", "date", "start"]);
                let (id, kind, date) = (columns.id()?, columns.code()?, columns.date()?);
                talks.push(SignedTalk { id, case: *case, kind, date, start: columns.maybe_text()? });
            }
        }
        Ok(talks)
    }

    /// The appointments of a series, ordered by date.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn series(&self, id: SeriesId) -> Result<Vec<Appointment>> {
        row::list(self.conn(), &row::select::<Appointment>(SERIES), [id.as_u128().to_be_bytes()])
    }

    /// The first appointment of each of these cases on a date or later that takes place. Cases without one are left out.
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
            let next = row::list(self.conn(), &sql, (case.as_u128().to_be_bytes(), &from))?;
            found.extend(next.into_iter().map(|appointment| (*case, appointment)));
        }
        Ok(found)
    }
}
