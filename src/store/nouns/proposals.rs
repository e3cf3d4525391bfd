//! Proposals: reads what the talks that are owed and not booked are placed among.

use chrono::{Days, NaiveDateTime};
use trivsel_domain::record::{Case, Child, Staff};
use trivsel_domain::rules::obligations::Ledger;
use trivsel_domain::rules::proposals::{DAYS_AHEAD, Planning, Proposal, proposals};

use super::obligations::{child_of, ledger, programme_of};
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
        let with_child = |case: Case| Ok((child_of(&tx, &case)?, case));
        let cases: Vec<(Child, Case)> = cases.into_iter().map(with_child).collect::<Result<_>>()?;
        let ledger_of = |(child, case)| {
            let of_case = Ledger::new(case, child, programme_of(case, &programmes)?);
            ledger(&tx, of_case, today)
        };
        let ledgers = cases.iter().map(|(child, case)| ledger_of((child, case))).collect::<Result<_>>()?;
        let staff: Vec<Staff> = self.staff()?;
        Ok(proposals(&Planning {
            ledgers,
            appointments: self.appointments(today, today + Days::new(DAYS_AHEAD))?,
            staff: &staff,
            calendar: &self.calendar()?,
            now,
        }))
    }
}
