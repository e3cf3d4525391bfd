//! The programmes that the house runs, and the seats under their norms.

use rusqlite::Connection;
use trivsel_domain::record::{HouseProgramme, Programme};
use trivsel_domain::value::{ProgrammeCode, SeatNorm};

use crate::cell::{Number, Text, cell};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result, StoreError};

const REMOVE_ABOVE: &str = "DELETE FROM seat WHERE programme = ?1 AND number > ?2";
const ADD_UP_TO: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
    INSERT OR IGNORE INTO seat (programme, number) SELECT ?1, i FROM n";

impl Noun for HouseProgramme {
    table! {
        "programme" [code: Text] { seats: SeatNorm }
    }

    /// Removes seats above the norm. The database refuses it while a case holds one of them.
    fn before_write(&self, conn: &Connection) -> Result<()> {
        if let Some(norm) = self.seats.number() {
            conn.prepare_cached(REMOVE_ABOVE)?.execute((self.code.as_str(), norm))?;
        }
        Ok(())
    }

    /// Creates every seat under a norm. Without a norm, a seat is created when a case first holds it.
    fn after_write(&self, conn: &Connection) -> Result<()> {
        if let Some(norm) = self.seats.number() {
            conn.prepare_cached(ADD_UP_TO)?.execute((self.code.as_str(), norm))?;
        }
        Ok(())
    }

    fn before_remove(key: &ProgrammeCode, conn: &Connection) -> Result<()> {
        conn.prepare_cached(REMOVE_ABOVE)?.execute((key.as_str(), 0))?;
        Ok(())
    }
}

cell!(SeatNorm as Option<Number<u16>>, |norm| norm.number(), |number: Option<u16>| SeatNorm::try_from(
    number
)
.map_err(|_| "a norm that is none"));

/// The programmes of the house with their profiles.
pub(crate) fn programmes(
    conn: &Connection,
    profiles: &[Programme],
) -> Result<Vec<(Programme, HouseProgramme)>> {
    row::all::<HouseProgramme>(conn)?
        .into_iter()
        .map(|ours| {
            let profile = profiles.iter().find(|p| *p.code() == ours.code).cloned();
            let profile = profile.ok_or(StoreError::UnknownCode { table: "programme", column: "code" })?;
            Ok((profile, ours))
        })
        .collect()
}

impl House {
    /// The programmes that the house runs, by code, each with its profile.
    ///
    /// # Errors
    /// `UnknownCode` for a programme without a profile among those given when the house was opened; `Corrupt`, `Database`.
    pub fn programmes(&self) -> Result<Vec<(Programme, HouseProgramme)>> {
        programmes(self.conn(), self.profiles())
    }
}
