//! Houses on disk, encrypted, that are filled once a run.

use std::path::Path;
use std::time::Duration;

use trivsel_domain::{Action, Records};
use trivsel_store::{Asker, Founding, House, HouseFolder, HouseKey};

use crate::data;
use crate::measure::timed;

/// A house on disk.
pub struct Built {
    /// Where.
    pub folder: HouseFolder,
    /// How large, in words.
    pub size: String,
    /// How long the filling took.
    pub took: Duration,
}

/// The key of all of them, in bytes.
pub const KEY: [u8; 32] = [7; 32];

impl Built {
    /// Builds a house that has run so many years.
    pub fn of_years(root: &Path, years: u32) -> Self {
        let folder = HouseFolder::create_throwaway(root.join(format!("years-{years}"))).unwrap();
        let records = data::records(years);
        let size = size(years, &records);
        let founding = Founding {
            id: 1,
            staff: data::me(),
            programmes: vec![data::programme()],
            closures: data::closures(),
        };
        let mut house =
            House::found(&folder, &key(), trivsel_defaults::programmes().unwrap(), &founding, data::now())
                .unwrap();
        let fill = Action::Restore(Box::new(records));
        let took = timed(|| drop(house.perform(asker(), &fill).unwrap()));
        Self { folder, size, took }
    }

    /// Opens it.
    pub fn open(&self) -> House {
        House::open(&self.folder, &key(), trivsel_defaults::programmes().unwrap()).unwrap()
    }
}

/// The key of all of them.
pub fn key() -> HouseKey {
    HouseKey::from_bytes(KEY)
}

/// Who asks, on the morning of the day.
pub fn asker() -> Asker {
    Asker { staff: data::me().id, at: data::now() }
}

fn size(years: u32, records: &Records) -> String {
    let Records { cases, days, talks, appointments, .. } = records;
    let (cases, days, talks, rest) = (cases.len(), days.len(), talks.len(), appointments.len());
    format!("{years} years: {cases} cases, {days} days, {talks} talks, {rest} appointments")
}
