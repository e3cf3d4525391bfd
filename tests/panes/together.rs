//! Two programs on one house, and a program that was restarted.

use secrecy::SecretString;
use tempfile::TempDir;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{KeyDeed, Records, Staff};
use trivsel_domain::value::KeyEventId;
use trivsel_store::{Asker, House, HouseFolder, HouseKey, StoreError};
use trivsel_tui::door::Door;
use trivsel_tui::message::Message;

use crate::harness::{Program, Start, date, house, morning};

/// A house on disk, and the key that reopens it.
pub struct OnDisk {
    folder: HouseFolder,
    key: HouseKey,
    _place: TempDir,
}

impl OnDisk {
    pub fn new() -> Self {
        Self::filled(|_| ())
    }

    /// A house of the usual children, after a change.
    pub fn filled(change: impl FnOnce(&mut Records)) -> Self {
        let mut records = house::records(&house::SIXTEEN);
        change(&mut records);
        let place = TempDir::new().unwrap();
        let folder = HouseFolder::create_throwaway(place.path().join("house")).unwrap();
        let key = HouseKey::from_bytes([7; 32]);
        let profiles = trivsel_defaults::programmes().unwrap();
        let mut made = House::found(&folder, &key, profiles, &house::founding(), morning()).unwrap();
        house::restore(&mut made, records);
        Self { folder, key, _place: place }
    }

    /// Another program that holds the write lock until it is dropped.
    pub fn writer(&self) -> rusqlite::Connection {
        let other = crate::store::raw(&self.folder);
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        other
    }

    pub fn house(&self) -> House {
        House::open(&self.folder, &self.key, trivsel_defaults::programmes().unwrap()).unwrap()
    }

    pub fn program(&self, who: usize) -> Program {
        let house = self.house();
        let me: Staff = house.staff().unwrap().remove(who);
        Start::default().on_as(house, me)
    }
}

/// Closes the house when the screen locks, and opens it anew.
struct FrontDoor(HouseFolder, HouseKey);

impl Door for FrontDoor {
    fn close(&mut self, house: House) {
        drop(house);
    }

    fn open(&mut self, _: &SecretString) -> Result<Option<House>, StoreError> {
        House::open(&self.0, &self.1, trivsel_defaults::programmes().unwrap()).map(Some)
    }
}

#[test]
fn the_seal_beside_the_house_is_looked_at_when_unlocking() {
    let disk = OnDisk::new();
    let older = std::fs::read(disk.folder.database()).unwrap();
    let door = FrontDoor(disk.folder.clone(), disk.key.clone());
    let mut lise = Start { door: Some(Box::new(door)), ..Start::default() }.on(disk.house());
    lise.keys("5Cs<ctrl-l>");
    assert!(lise.shows("Skærmen er låst."), "{}", lise.screen());
    // Somebody puts an older copy of the database in its place meanwhile.
    std::fs::write(disk.folder.database(), older).unwrap();
    lise.keys("x<enter>");
    assert!(lise.shows("Der mangler 1 ændring i huset"), "{}", lise.screen());
    assert!(lise.shows("1 ændring MANGLER"), "{}", lise.screen());
}

#[test]
fn a_mark_made_in_one_shows_in_the_other() {
    let disk = OnDisk::new();
    let (mut maja, mut lise) = (disk.program(0), disk.program(1));
    maja.keys("5");
    lise.keys("5Cs");
    assert!(maja.shows("15 mangler"));
    maja.idle();
    assert!(maja.shows("14 mangler"), "{}", maja.screen());
    assert!(maja.line("C Aya Hassan").contains("S syg"));
}

#[test]
fn a_mark_over_a_colleagues_change_overwrites_nothing_and_names_them() {
    let disk = OnDisk::new();
    let (mut maja, mut lise) = (disk.program(0), disk.program(1));
    maja.keys("5");
    lise.keys("5Cs");
    maja.keys("Ct");
    assert_eq!(maja.on_record("Aya Hassan", date(2026, 11, 25)).as_deref(), Some("sick/·"));
    assert!(maja.shows("LB kom først kl. 8.55: syg"), "{}", maja.screen());
    assert!(maja.line("C Aya Hassan").contains("S syg"), "the screen shows what stands now");
    // Now the change has been seen, and the same key corrects it.
    maja.keys("Ct");
    assert_eq!(maja.on_record("Aya Hassan", date(2026, 11, 25)).as_deref(), Some("present/·"));
}

#[test]
fn undo_goes_on_across_a_restart() {
    let disk = OnDisk::new();
    disk.program(0).keys("5CsDu");
    let mut again = disk.program(0);
    again.keys("5<ctrl-z><ctrl-z>");
    assert_eq!(again.on_record("Aya Hassan", date(2026, 11, 25)), None);
    again.keys("<ctrl-y>");
    assert_eq!(again.on_record("Aya Hassan", date(2026, 11, 25)).as_deref(), Some("sick/·"));
}

#[test]
fn an_undo_that_a_colleague_has_overtaken_changes_nothing() {
    let disk = OnDisk::new();
    let (mut maja, mut lise) = (disk.program(0), disk.program(1));
    maja.keys("5Cs");
    lise.keys("5Cu");
    maja.keys("<ctrl-z>");
    assert_eq!(maja.on_record("Aya Hassan", date(2026, 11, 25)).as_deref(), Some("unlawful/·"));
    assert!(maja.shows("LB kom først"), "{}", maja.screen());
}

#[test]
fn undo_does_not_reverse_a_colleagues_step() {
    let disk = OnDisk::new();
    let (mut maja, mut lise) = (disk.program(0), disk.program(1));
    maja.keys("5Cs");
    lise.keys("5Du");
    maja.keys("<ctrl-z>");
    assert_eq!(maja.on_record("Aya Hassan", date(2026, 11, 25)), None);
    assert_eq!(maja.on_record("Bertram Juhl", date(2026, 11, 25)).as_deref(), Some("unlawful/·"));
}

#[test]
fn an_undo_on_another_day_goes_there_and_shows_it() {
    let mut program = Program::usual();
    program.keys("5<lt>Csi<ctrl-z>");
    assert!(program.shows("Fortrudt: Aya Hassan"), "{}", program.screen());
    assert!(program.shows("Fremmøde · i går"), "{}", program.screen());
}

#[test]
fn whoever_has_the_house_open_is_asked_to_close_it_and_closed_after_a_minute() {
    let disk = OnDisk::new();
    let mut lise = disk.program(1);
    lise.keys("5n<enter>i dag<enter>Mor ringede");
    let mut house = disk.house();
    let maja = house.staff().unwrap().remove(0);
    let until = morning() + chrono::TimeDelta::minutes(1);
    let deed = KeyDeed::AskedToClose { until };
    let asks = Action::Key { id: KeyEventId::from_u128(9), deed };
    house.perform(Asker::new(maja.id, morning()), &asks).unwrap();
    lise.idle();
    assert!(lise.shows("giver huset en ny nøgle. Luk det inden kl."), "{}", lise.screen());
    lise.keys("!");
    assert!(lise.shows("HUSET LUKKES KL."), "it goes on being said: {}", lise.screen());
    lise.idle();
    lise.send(Message::MustClose);
    assert!(lise.shows("er lukket for alle") && !lise.shows("Mor ringede"), "{}", lise.screen());
    assert_eq!(house.drafts(lise.model.me.id).unwrap().len(), 1);
    lise.keys("right<enter>");
    assert!(lise.shows("Mor ringede!"), "{}", lise.screen());
    assert!(!lise.shows("HUSET LUKKES"), "{}", lise.screen());
    lise.idle();
    assert!(!lise.shows("HUSET LUKKES"), "{}", lise.screen());
}
