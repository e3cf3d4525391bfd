//! Proposals: reads what the talks that are owed and not booked are placed among.

use chrono::{Days, NaiveDateTime};
use trivsel_domain::record::{Case, Staff};
use trivsel_domain::rules::proposals::{DAYS_AHEAD, Planning, Proposal, proposals};

use super::obligations::{children, ledgers};
use super::{case, programme};
use crate::row::{self, select};
use crate::{House, Result};

impl House {
    /// The proposals of this week and the next for all staff, by week; within a week those with a time first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn proposals(&self, now: NaiveDateTime) -> Result<Vec<Proposal>> {
        let tx = self.snapshot()?;
        let today = now.date();
        let programmes = programme::programmes(&tx, self.profiles())?;
        let cases: Vec<Case> = row::list(&tx, &select::<Case>(case::OPEN), [])?;
        let children = children(&tx, &cases)?;
        let staff: Vec<Staff> = self.staff()?;
        Ok(proposals(&Planning {
            ledgers: ledgers(&tx, &cases, &children, &programmes, today)?,
            appointments: self.appointments(today, today + Days::new(DAYS_AHEAD))?,
            staff: &staff,
            calendar: &self.calendar()?,
            now,
        }))
    }
}
