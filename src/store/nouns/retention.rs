//! Which children are kept no longer.

use chrono::{Days, NaiveDate};
use rusqlite::Connection;
use trivsel_domain::rules::retention::{Kept, past_retention};
use trivsel_domain::value::ChildId;

use crate::column::Columns;
use crate::{House, Result};

/// Every case of the children with one that ended on a day or before.
pub(crate) const KEPT: &str = "SELECT child_id, programme, coalesce(closed, declined) FROM case_file
    WHERE child_id IN (SELECT child_id FROM case_file WHERE closed <= ?1
        UNION ALL SELECT child_id FROM case_file WHERE declined <= ?1)";

fn kept(conn: &Connection, until: NaiveDate) -> Result<Vec<Kept>> {
    let mut statement = conn.prepare_cached(KEPT)?;
    let mut rows = statement.query([until.to_string()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, "case_file", &["child_id", "programme", "closed"]);
        let (child, programme) = (columns.id()?, columns.text()?);
        found.push(Kept { child, programme, ended: columns.maybe_date()? });
    }
    Ok(found)
}

impl House {
    /// The children that are kept no longer on a day, each with the first day on which it might have been erased, longest
    /// ago first.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn past_retention(&self, today: NaiveDate) -> Result<Vec<(NaiveDate, ChildId)>> {
        let retention = self.settings()?.unwrap_or_default().retention;
        // Cases that ended later are kept by the shortest rule too.
        let until = today - Days::new(365 * u64::from(retention.fewest_years()));
        Ok(past_retention(&kept(self.conn(), until)?, &retention, today))
    }
}
