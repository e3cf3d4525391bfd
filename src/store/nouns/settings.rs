//! The house's own lists: one row, once anybody has settled them.

use trivsel_domain::record::HouseSettings;
use trivsel_domain::value::TheHouse;

use crate::cell::{Json, Number, cell};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

impl Noun for HouseSettings {
    table! {
        "house_settings" [only: TheHouse] { body(settings.clone()): Json }
        settings => {
            let TheHouse = only;
            Some(body)
        }
    }
}

cell!(TheHouse as Number<u8>, |_| 1_u8, |_: u8| Ok(TheHouse));

impl House {
    /// The house's own lists, where they have been settled.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn settings(&self) -> Result<Option<HouseSettings>> {
        row::read(self.conn(), &TheHouse)
    }
}
