//! Proposals: reads what the talks that are owed and not booked are placed among.

use chrono::{Days, NaiveDateTime};
use rusqlite::Connection;
use trivsel_domain::record::{Case, Staff};
use trivsel_domain::rules::obligations::{Ledger, Obligation, obligations_of};
use trivsel_domain::rules::proposals::{DAYS_AHEAD, Planning, Proposal, proposals};
use trivsel_domain::value::CaseId;

use super::obligations::{children, ledgers, owing};
use super::{case, programme};
use crate::row::{self, select};
use crate::{House, Result};

/// What a case is owed.
type Owed = (CaseId, Obligation);

impl House {
    /// The proposals of this week and the next for all staff, by week; within a week those with a time first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn proposals(&self, now: NaiveDateTime) -> Result<Vec<Proposal>> {
        let tx = self.snapshot()?;
        let cases: Vec<Case> = row::list(&tx, &select::<Case>(case::OPEN), [])?;
        Ok(self.placed(&tx, &cases, now)?.1)
    }

    /// What [`House::obligations`] and [`House::proposals`] give, from one reading of the records.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn obligations_and_proposals(&self, now: NaiveDateTime) -> Result<(Vec<Owed>, Vec<Proposal>)> {
        let tx = self.snapshot()?;
        let cases = owing(&tx, now.date())?;
        self.placed(&tx, &cases, now)
    }

    /// What some cases are owed, and the proposals for them.
    fn placed(
        &self,
        conn: &Connection,
        cases: &[Case],
        now: NaiveDateTime,
    ) -> Result<(Vec<Owed>, Vec<Proposal>)> {
        let today = now.date();
        let programmes = programme::programmes(conn, self.profiles())?;
        let children = children(conn, cases)?;
        let staff: Vec<Staff> = self.staff()?;
        let calendar = self.calendar()?;
        let ledgers = ledgers(conn, cases, &children, &programmes, today)?;
        let owed = |ledger: &Ledger<'_>| {
            let case = ledger.case.id;
            obligations_of(ledger, &calendar, today).into_iter().map(move |owed| (case, owed))
        };
        let owed = ledgers.iter().flat_map(owed).collect();
        let appointments = self.appointments(today, today + Days::new(DAYS_AHEAD))?;
        let planning = Planning { ledgers, appointments, staff: &staff, calendar: &calendar, now };
        Ok((owed, proposals(&planning)))
    }
}
