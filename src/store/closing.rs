//! Asking everybody who has the house open to close it, for what needs it alone. Screens close themselves in time.

use std::time::Duration;

use chrono::{NaiveDateTime, TimeDelta};
use trivsel_domain::decide::Denied;
use trivsel_domain::record::KeyDeed;

use crate::{Asker, House, StoreError, staff};

/// How long the others have to close the house.
pub const TIME_TO_CLOSE: Duration = Duration::from_secs(60);

/// How long to wait until they have, with the time that the slowest screen takes.
pub const TIME_FOR_ALL: Duration = TIME_TO_CLOSE.saturating_add(Duration::from_secs(20));

impl House {
    /// Asks everybody to close the house. Returns until when they have time.
    ///
    /// # Errors
    /// As [`House::perform`].
    pub fn ask_to_close(&mut self, asker: Asker) -> Result<NaiveDateTime, Denied<StoreError>> {
        let until = asker.at + TimeDelta::from_std(TIME_TO_CLOSE).unwrap_or_default();
        self.perform(asker, &staff::key_action(KeyDeed::AskedToClose { until }))?;
        Ok(until)
    }
}
