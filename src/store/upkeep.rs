//! What the program notes for itself: that a seal is kept beside the house, and the check once a day.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::{House, Result, StoreError};

/// How many steps of SQLite's machine pass between two questions whether it is enough.
const STEPS: i32 = 1_000;

/// Whether a seal was ever kept beside the house.
pub(crate) fn is_sealed(conn: &Connection) -> Result<bool> {
    Ok(conn.query_row("SELECT sealed FROM upkeep", [], |row| row.get(0))?)
}

/// Notes that a seal is kept beside the house.
pub(crate) fn note_seal(conn: &Connection) -> Result<()> {
    conn.execute("UPDATE upkeep SET sealed = 1 WHERE sealed = 0", [])?;
    Ok(())
}

impl House {
    /// Whether the house has not been checked on a day, by the machine's clock. A house in memory needs no check.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn is_check_due(&self, day: NaiveDate) -> Result<bool> {
        if self.folder().is_none() {
            return Ok(false);
        }
        let checked: Option<String> =
            self.conn().query_row("SELECT checked FROM upkeep", [], |row| row.get(0))?;
        Ok(checked != Some(day.to_string()))
    }

    /// Notes that the house was checked on a day and found sound. A house that can only be read takes no note.
    ///
    /// # Errors
    /// `Busy`, `DiskFull`, `Database`.
    pub fn note_check(&mut self, day: NaiveDate) -> Result<()> {
        match self.write(|tx| Ok(tx.execute("UPDATE upkeep SET checked = ?1", [day.to_string()])?)) {
            Err(StoreError::ReadOnly) | Ok(_) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Makes every reading of this house fail from the moment that `enough` says so.
    ///
    /// # Errors
    /// `Database`.
    pub fn stop_reading_when(&self, enough: impl FnMut() -> bool + Send + 'static) -> Result<()> {
        Ok(self.conn().progress_handler(STEPS, Some(enough))?)
    }
}
