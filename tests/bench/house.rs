//! Encrypted houses on disk, filled once per run.

use std::path::Path;
use std::time::Duration;

use trivsel_domain::decide::Action;
use trivsel_domain::record::Records;
use trivsel_store::{Asker, Founding, House, HouseFolder, HouseKey};

use crate::data;
use crate::measure::timed;

pub struct Built {
    pub folder: HouseFolder,
    /// The size, in words.
    pub size: String,
    /// How long filling took.
    pub took: Duration,
}

/// The bytes of the key that all of them share.
pub const KEY: [u8; 32] = [7; 32];

impl Built {
    /// Builds a house that has run for this many years.
    pub fn of_years(root: &Path, years: u32) -> Self {
        let folder = HouseFolder::create_throwaway(root.join(format!("years-{years}"))).unwrap();
        let records = data::records(years);
        let size = size(years, &records);
        let founding = Founding {
            id: 1,
            staff: data::me(),
            programmes: vec![data::programme(), data::unlimited()],
            closures: data::closures(),
        };
        let mut house =
            House::found(&folder, &key(), trivsel_defaults::programmes().unwrap(), &founding, data::now())
                .unwrap();
        let fill = Action::Restore(Box::new(records));
        let took = timed(|| drop(house.perform(asker(), &fill).unwrap()));
        Self { folder, size, took }
    }

    pub fn open(&self) -> House {
        House::open(&self.folder, &key(), trivsel_defaults::programmes().unwrap()).unwrap()
    }
}

/// The key that all of them share.
pub fn key() -> HouseKey {
    HouseKey::from_bytes(KEY)
}

/// The user and the time of every action.
pub fn asker() -> Asker {
    Asker::new(data::me().id, data::now())
}

fn size(years: u32, records: &Records) -> String {
    let Records { cases, days, talks, appointments, .. } = records;
    let (cases, days, talks, rest) = (cases.len(), days.len(), talks.len(), appointments.len());
    format!("{years} years: {cases} cases, {days} days, {talks} talks, {rest} appointments")
}
