//! Tests of the store, and the fixtures they share.

mod audit;
mod backup;
mod beside;
mod calendar;
mod capacity;
mod cases;
mod demonstration;
mod drafts;
mod erasing;
mod errors;
mod folder;
mod house_figures;
mod keys;
mod last_seat;
pub(crate) mod merged;
mod migrations;
mod misplaced;
mod notes;
mod obligations;
mod opening;
mod outside;
mod records;
mod register;
mod removal;
mod replay;
mod search;
mod service;
mod tampering;
mod together;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;
use trivsel_domain::record::{Competency, Staff};
use trivsel_domain::value::{Initials, PersonName, StaffId};
use trivsel_store::{
    Asker, Cost, Founding, House, HouseFolder, HouseKey, KeyRing, OpenMode, RecoveryKey, mint,
};

pub use crate::harness::template::content;

use crate::harness::template;

/// Holds the recovery key of a template.
const PRINTED: &str = "printed";

pub const CHEAP: Cost = Cost::Throwaway;

pub fn founding() -> NaiveDateTime {
    "2026-08-10T07:30:00".parse().expect("a time")
}

/// The founding of a house without programmes, by Søren, with a new id each time.
pub fn bare() -> Founding {
    let staff = Staff { leader: true, ..colleague(1, "Søren Ægård Åse", "SØ") };
    Founding { id: mint(), staff, programmes: vec![], closures: vec![] }
}

/// A member of staff.
pub fn colleague(id: u128, name: &str, initials: &str) -> Staff {
    Staff {
        id: StaffId::from_u128(id),
        name: PersonName::new(name).expect("a name"),
        initials: Initials::new(initials).expect("initials"),
        competencies: vec![Competency::Therapy],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    }
}

/// Søren, who founded the house and leads it, at its founding.
pub fn soeren() -> Asker {
    asker(1)
}

/// A member of staff, at the founding.
pub fn asker(id: u128) -> Asker {
    Asker::new(StaffId::from_u128(id), founding())
}

/// Opens a house without programmes.
pub fn open_for(folder: &HouseFolder, key: &HouseKey, mode: OpenMode) -> trivsel_store::Result<House> {
    House::open_for(folder, key, mode, vec![])
}

pub fn secret(text: &str) -> SecretString {
    SecretString::from(text.to_owned())
}

pub fn fixed_key(byte: u8) -> HouseKey {
    HouseKey::from_bytes([byte; 32])
}

/// A temporary folder for one test.
pub struct Place {
    _tmp: TempDir,
    pub path: PathBuf,
}

impl Place {
    pub fn new() -> Self {
        let tmp = tempfile::tempdir().expect("a temporary folder");
        let path = tmp.path().canonicalize().expect("its real name").join("hus på Ærø");
        Self { _tmp: tmp, path }
    }

    pub fn beside(&self, name: &str) -> PathBuf {
        self.path.with_file_name(name)
    }
}

/// A closed house without key slots, whose key is all sevens.
pub fn bare_house(place: &Place) -> HouseFolder {
    bare_house_named("bare", place)
}

/// A second one, with an identity of its own.
pub fn another_bare_house(place: &Place) -> HouseFolder {
    bare_house_named("another bare", place)
}

fn bare_house_named(name: &str, place: &Place) -> HouseFolder {
    template::put(name, &place.path, |at| {
        let folder = HouseFolder::create_throwaway(at).expect("a folder");
        drop(House::found(&folder, &fixed_key(7), vec![], &bare(), founding()).expect("a house"));
    });
    HouseFolder::open(&place.path).expect("a folder")
}

/// A house of Søren (SØ), Ægir (ÆG) and Åse (Å); each passphrase is "hemmelig-" plus the initials.
pub fn staffed_house(place: &Place) -> (HouseFolder, RecoveryKey) {
    staffed_house_named("staffed", place)
}

/// A second one, with an identity and keys of its own.
pub fn another_staffed_house(place: &Place) -> (HouseFolder, RecoveryKey) {
    staffed_house_named("another staffed", place)
}

fn staffed_house_named(name: &str, place: &Place) -> (HouseFolder, RecoveryKey) {
    template::put(name, &place.path, |at| {
        let folder = HouseFolder::create(at).expect("a folder");
        let (mut house, recovery) =
            House::create(&folder, &passphrase_of("SØ"), CHEAP, vec![], &bare(), founding())
                .expect("a house");
        for (id, name, initials) in [(2, "Ægir Dam", "ÆG"), (3, "Åse Bæk", "Å")] {
            let staff = colleague(id, name, initials);
            house.add_member(soeren(), &staff, &passphrase_of(initials), CHEAP).expect("a colleague");
        }
        drop(house);
        fs::write(at.join(PRINTED), recovery.printed().expose_secret()).expect("a printed key");
    });
    // It is no file of the house.
    let printed = place.path.join(PRINTED);
    let recovery = RecoveryKey::parse(&secret(&fs::read_to_string(&printed).expect("a key")));
    fs::remove_file(printed).expect("a house without it");
    (HouseFolder::open(&place.path).expect("a folder"), recovery.expect("a key"))
}

pub fn passphrase_of(initials: &str) -> SecretString {
    secret(&format!("hemmelig-{initials}"))
}

/// Unlocks the house and opens it for writing.
pub fn enter(folder: &HouseFolder, initials: &str) -> trivsel_store::Result<House> {
    let key = KeyRing::new(folder).unlock(initials, &passphrase_of(initials), founding())?;
    let house = open_for(folder, &key, OpenMode::Write)?;
    assert_eq!(house.created_at()?, founding());
    Ok(house)
}

/// Opens a bare house's database directly, without the store.
pub fn raw(folder: &HouseFolder) -> rusqlite::Connection {
    let conn = rusqlite::Connection::open(folder.database()).expect("a connection");
    conn.execute_batch("PRAGMA cipher_log_level = NONE").expect("silence");
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "07".repeat(32))).expect("a key");
    conn
}

/// Restores files to an earlier state and removes new ones.
pub fn restore(path: &Path, was: &BTreeMap<PathBuf, Vec<u8>>) {
    for stray in content(path).keys().filter(|file| !was.contains_key(*file)) {
        fs::remove_file(stray).expect("removed");
    }
    for (file, bytes) in was {
        fs::write(file, bytes).expect("written");
        set_mode(file, 0o600);
    }
}

pub fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("a file").permissions().mode() & 0o777
}

pub fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

/// A repeatable random generator.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end as u64).expect("fits")
    }
}
