//! A monkey that fills and saves every form, in two programs at once on one house. In the end the house is sound, and its
//! export fills a new house with the same records.
//!
//! The forms come from their own list, so a new one is filled without being named here. `TRIVSEL_MONKEY_SEED` repeats a
//! walk, as far as the machine's clock and the new ids let it.

mod dice;
mod fruit;
mod hand;
mod opening;

use std::collections::BTreeMap;
use std::fmt::Write;

use tempfile::TempDir;
use trivsel_domain::decide::Action;
use trivsel_domain::record::Records;
use trivsel_domain::value::StaffId;
use trivsel_interchange::{read_house, write_house};
use trivsel_store::{Asker, Founding, House, HouseFolder, HouseKey};
use trivsel_tui::forms::FormKind;

use self::dice::Dice;
use self::hand::{Hand, Pace};
use crate::harness::{Start, morning};

/// Repeats one walk.
const SEED: &str = "TRIVSEL_MONKEY_SEED";
/// How many doings may pass until every form is saved.
const ENOUGH: usize = 20_000;

/// The demonstration's house on disk.
struct Cage {
    folder: HouseFolder,
    _place: TempDir,
}

fn key() -> HouseKey {
    HouseKey::from_bytes([7; 32])
}

fn founding(records: &Records) -> Founding {
    Founding {
        id: 1,
        staff: records.staff[0].clone(),
        programmes: records.programmes.clone(),
        closures: records.closures.clone(),
    }
}

/// Fills a house that was founded with the first of these people.
fn restore(house: &mut House, records: Records) -> StaffId {
    let me = records.staff[0].id;
    house.perform(Asker::new(me, morning()), &Action::Restore(Box::new(records))).unwrap();
    me
}

impl Cage {
    fn new() -> Self {
        let mut next = 0;
        let mint = || {
            next += 1;
            next
        };
        let mut records = trivsel::demo::records(morning().date(), mint).unwrap();
        records.days.retain(|d| (morning().date() - d.date).num_days() < 25);
        let place = TempDir::new().unwrap();
        let folder = HouseFolder::create_throwaway(place.path().join("house")).unwrap();
        let profiles = trivsel_defaults::programmes().unwrap();
        let mut house = House::found(&folder, &key(), profiles, &founding(&records), morning()).unwrap();
        restore(&mut house, records);
        Self { folder, _place: place }
    }

    fn house(&self) -> House {
        House::open(&self.folder, &key(), trivsel_defaults::programmes().unwrap()).unwrap()
    }

    fn hand(&self, who: usize, pace: Pace) -> Hand {
        let house = self.house();
        let me = house.staff().unwrap().remove(who);
        Hand::new(Start::sized(120, 40).on_as(house, me), pace)
    }
}

/// Walks until every form was saved so many times, and looks at what came of it.
fn walk(seed: u64, times: usize, pace: Pace) {
    println!("{SEED}={seed}");
    let mut dice = Dice::of(seed);
    let cage = Cage::new();
    let mut hands = [cage.hand(0, pace), cage.hand(1, pace)];
    // An erasure needs the house alone.
    let codes = FormKind::codes().filter(|code| *code != "erase");
    let mut saved: BTreeMap<&str, usize> = codes.map(|code| (code, 0)).collect();
    let mut doings = 0;
    for _ in 0..ENOUGH * times {
        if saved.values().all(|count| *count >= times) {
            break;
        }
        doings += 1;
        let hand = dice.roll(hands.len());
        if let Some(code) = hands[hand].does_something(&mut dice, &saved) {
            *saved.get_mut(code).expect("a listed form") += 1;
        }
    }
    let told = saved.iter().fold(String::new(), |mut all, (code, count)| {
        write!(all, "{code} {count}  ").unwrap();
        all
    });
    println!("after {doings} doings: {told}");
    let refused: Vec<String> = hands.iter().map(Hand::told).collect();
    assert!(
        saved.values().all(|count| *count >= times),
        "a form was never saved: {told}\n{}",
        refused.join("\n")
    );
    for hand in &mut hands {
        hand.lets_go();
    }
    goes_round(&cage.house());
}

/// The house is sound, and its export fills a new one with the same records.
fn goes_round(house: &House) {
    house.verify().unwrap();
    let records = house.records().unwrap();
    let text = write_house(&records).unwrap();
    let mut next = 1 << 100;
    let mut mint = || {
        next += 1;
        next
    };
    let read = read_house(text.as_bytes(), &records.staff[..1], &mut mint).unwrap();
    let mut new =
        House::in_memory(trivsel_defaults::programmes().unwrap(), &founding(&records), morning()).unwrap();
    restore(&mut new, read);
    new.verify().unwrap();
    let again = write_house(&new.records().unwrap()).unwrap();
    let differs = text.lines().zip(again.lines()).find(|(one, other)| one != other);
    assert_eq!(differs, None);
    assert_eq!(text.len(), again.len());
}

fn seed() -> u64 {
    std::env::var(SEED).map_or(5, |seed| seed.parse().unwrap())
}

#[test]
fn two_programs_at_once_fill_and_save_every_form() {
    walk(seed(), 1, Pace::Straight);
}

#[test]
#[ignore = "takes a minute"]
fn two_programs_at_once_roam_until_every_form_is_saved() {
    walk(seed(), 1, Pace::Roaming);
}

#[test]
#[ignore = "takes an hour"]
fn many_walks() {
    for seed in 0..20 {
        walk(seed, 3, Pace::Roaming);
    }
}
