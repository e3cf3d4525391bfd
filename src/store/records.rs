//! Every record at one instant, for an export.

use trivsel_domain::for_each_record;
use trivsel_domain::record::Records;

use crate::{House, Result, row};

macro_rules! read_all {
    (
        $conn:ident
        $($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+
    ) => {
        Records { $($list: row::all(&$conn)?),+ }
    };
}

impl House {
    /// Reads every record. Each kind is ordered by identity and days by case and date, so the order is always the same.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn records(&self) -> Result<Records> {
        let tx = self.snapshot()?;
        Ok(for_each_record!([read_all] tx))
    }
}
