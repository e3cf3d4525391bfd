//! Everything on record at one instant, for an export.

use trivsel_domain::Records;

use crate::{House, Result, row};

impl House {
    /// Every record, each kind by its identity and days by case and date: the same house always in the same order.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn records(&self) -> Result<Records> {
        let tx = self.snapshot()?;
        Ok(Records {
            staff: row::all(&tx)?,
            programmes: row::all(&tx)?,
            closures: row::all(&tx)?,
            children: row::all(&tx)?,
            people: row::all(&tx)?,
            cases: row::all(&tx)?,
            analyses: row::all(&tx)?,
            goals: row::all(&tx)?,
            interventions: row::all(&tx)?,
            documents: row::all(&tx)?,
            timetables: row::all(&tx)?,
            teaching: row::all(&tx)?,
            appointments: row::all(&tx)?,
            talks: row::all(&tx)?,
            addenda: row::all(&tx)?,
            follow_ups: row::all(&tx)?,
            measures: row::all(&tx)?,
            settings: row::read(&tx, &trivsel_domain::TheHouse)?,
            days: row::all(&tx)?,
        })
    }
}
