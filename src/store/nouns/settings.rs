//! The house's own lists, in one row that exists once they have been set.

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
    /// The house's own lists, if they have been set.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn settings(&self) -> Result<Option<HouseSettings>> {
        row::read(self.conn(), &TheHouse)
    }
}
