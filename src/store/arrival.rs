//! Coming in: when the user was here last, and the wrong passphrases tried since.

use chrono::NaiveDateTime;
use rusqlite::OptionalExtension;
use trivsel_domain::record::{KeyDeed, Staff};

use crate::access_log::Access;
use crate::staff::key_action;
use crate::tries::{self, FailedTries};
use crate::{Asker, House, Initials, Result, StoreError, row};

/// The time of the user's last entry; the entries are read from the newest.
const LAST_HERE: &str = "SELECT at FROM access WHERE by = ?1 AND what = 'opened' ORDER BY seq DESC LIMIT 1";

/// What a user is told who comes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// When they last came in, in the house's own time zone, to the second; `None` the first time.
    pub last: Option<NaiveDateTime>,
    /// The wrong passphrases tried for their slot since.
    pub tries: Option<FailedTries>,
}

impl House {
    /// Notes in the access log that the user came in, and puts the wrong passphrases tried since then on record. What can't
    /// be written now, because somebody else writes or the disk is full, is written the next time.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Io`, `Database` if the house can't be read.
    pub fn arrive(&mut self, asker: Asker) -> Result<Arrival> {
        let last: Option<String> = self
            .conn()
            .query_row(LAST_HERE, [asker.staff.as_u128().to_be_bytes()], |row| row.get(0))
            .optional()?;
        let last = last
            .map(|text| {
                text.parse().map_err(|_| StoreError::Corrupt { table: "access", what: "at is not a time" })
            })
            .transpose()?;
        let staff: Option<Staff> = row::read(self.conn(), &asker.staff)?;
        let (Some(folder), Some(staff)) = (self.folder().cloned(), staff) else {
            return Ok(Arrival { last, tries: None });
        };
        let slot = Initials::new(staff.initials.as_str())?;
        let tries = tries::read(&folder, &slot)?;
        if self.is_writable() {
            let _ = self.write_access(asker, &Access::Opened);
            if let Some(FailedTries { count, first, last }) = tries {
                let deed = KeyDeed::FailedTries { of: staff.initials, count, first, last };
                if self.perform(asker, &key_action(deed)).is_ok() {
                    let _ = tries::forget(&folder, &slot);
                }
            }
        }
        Ok(Arrival { last, tries })
    }
}
