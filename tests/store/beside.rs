//! The seal beside the house: what a damaged log, an older copy or a forgery takes away is told at the next opening.

use std::fs;
use std::os::unix::fs::symlink;

use trivsel_domain::value::Mark;
use trivsel_store::{Access, AccessQuery, Beside, HouseFolder, OpenMode, StoreError};

use crate::store::service::{aegir, case_id, date, mark_today, profiles, reopen, service_on_disk, soren};
use crate::store::{Place, another_bare_house, bare_house, content, fixed_key, open_for, restore, set_mode};

const SEAL: &str = "house.seal";

/// Four marks in a log that a crash left behind, with everything beside it.
fn crashed(place: &Place) -> HouseFolder {
    let folder = service_on_disk(place, 4);
    // Merges what there is, so that the log holds the marks alone.
    drop(reopen(&folder));
    let mut house = reopen(&folder);
    for child in 1..=4 {
        mark_today(&mut house, soren(), child, Mark::Sick);
    }
    let as_left = content(&place.path);
    drop(house);
    restore(&place.path, &as_left);
    folder
}

fn marks(folder: &HouseFolder) -> u64 {
    let house = reopen(folder);
    let today = crate::store::service::today();
    (1..=4).map(|child| u64::from(house.day(case_id(child), today).unwrap().is_some())).sum()
}

#[test]
fn a_flipped_bit_in_a_log_that_was_left_is_told_with_the_number_and_the_time_of_what_is_missing() {
    let place = Place::new();
    let folder = crashed(&place);
    let as_left = content(&place.path);
    assert_eq!(reopen(&folder).beside(), Beside::Agrees);
    let log = place.path.join("house.db-wal");
    let length = as_left[&log].len();
    let mut told = std::collections::BTreeSet::new();
    for tenth in 0..10 {
        restore(&place.path, &as_left);
        let mut bytes = as_left[&log].clone();
        bytes[length * tenth / 10 + 60] ^= 4;
        fs::write(&log, &bytes).unwrap();
        fs::remove_file(place.path.join("house.db-shm")).unwrap_or_default();
        let beside = reopen(&folder).beside();
        let missing = 4 - marks(&folder);
        match beside {
            Beside::Agrees => assert_eq!(missing, 0),
            Beside::Lacks { changes, looks: 0, after, until } => {
                assert_eq!(changes, missing, "{tenth}");
                assert!(after <= until && until == soren().at, "{after} {until}");
            }
            other => panic!("{other:?}"),
        }
        told.insert(missing);
    }
    assert!(told.len() >= 3, "too few of the marks were ever missing: {told:?}");
}

#[test]
fn what_is_missing_is_told_until_somebody_notes_it_and_stays_on_record() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let before = content(&place.path);
    let mut house = reopen(&folder);
    mark_today(&mut house, soren(), 1, Mark::Sick);
    house.log_access(aegir(), &Access::Case(case_id(1))).unwrap();
    drop(house);
    // The database is replaced by the one of before, as a restore of that file alone does.
    fs::write(folder.database(), &before[&folder.database()]).unwrap();
    let lacks = reopen(&folder).beside();
    let Beside::Lacks { changes: 1, looks: 1, .. } = lacks else { panic!("{lacks:?}") };
    let mut house = reopen(&folder);
    assert_eq!(house.beside(), lacks, "opening it does not make it sound");
    let amiss = StoreError::Corrupt { table: "seal", what: "the last changes are missing" };
    assert_eq!(house.verify(), Err(amiss));
    // What is written before it is noted does not hide it either.
    mark_today(&mut house, soren(), 2, Mark::Present);
    house.note_beside(soren()).unwrap();
    assert_eq!(house.beside(), Beside::Agrees);
    house.verify().unwrap();
    mark_today(&mut house, soren(), 2, Mark::Sick);
    drop(house);
    let house = reopen(&folder);
    assert_eq!(house.beside(), Beside::Agrees);
    house.verify().unwrap();
    let noted: Vec<_> = house.seals_amiss().unwrap().into_iter().map(|look| (look.by, look.access)).collect();
    assert_eq!(noted, [(soren().staff, Access::Seal(lacks))]);
}

#[test]
fn another_history_than_the_seals_is_told() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let before = content(&place.path);
    let mut house = reopen(&folder);
    mark_today(&mut house, soren(), 1, Mark::Sick);
    drop(house);
    let seal = fs::read(place.path.join(SEAL)).unwrap();
    restore(&place.path, &before);
    let mut house = reopen(&folder);
    mark_today(&mut house, aegir(), 1, Mark::Unlawful);
    drop(house);
    assert_eq!(reopen(&folder).beside(), Beside::Agrees);
    fs::write(place.path.join(SEAL), seal).unwrap();
    let house = reopen(&folder);
    assert_eq!(house.beside(), Beside::Other);
    assert!(matches!(house.verify(), Err(StoreError::Corrupt { table: "seal", .. })));
}

#[test]
fn a_seal_that_is_gone_or_does_not_read_keeps_nobody_out() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let whole = content(&place.path);
    let seal = place.path.join(SEAL);
    let other = Place::new();
    another_bare_house(&other);
    let foreign = fs::read(other.path.join(SEAL)).unwrap();
    let mut flipped = whole[&seal].clone();
    flipped[30] ^= 1;
    let unreadable = [Some(vec![]), Some(vec![7; 40]), Some(vec![7; 5000]), Some(foreign), Some(flipped)];
    for content in unreadable.into_iter().chain([None]) {
        restore(&place.path, &whole);
        let missing = content.is_none();
        match content {
            Some(bytes) => fs::write(&seal, bytes).unwrap(),
            None => fs::remove_file(&seal).unwrap(),
        }
        let mut house = reopen(&folder);
        assert_eq!(house.beside(), if missing { Beside::Missing } else { Beside::Unreadable });
        mark_today(&mut house, soren(), 1, Mark::Sick);
        house.note_beside(soren()).unwrap();
        drop(house);
        let house = reopen(&folder);
        assert_eq!((house.beside(), house.verify().map(|_| ())), (Beside::Agrees, Ok(())));
        assert_eq!(house.seals_amiss().unwrap().len(), 1);
    }
    // A house that can only be read is compared, and left as it is.
    restore(&place.path, &whole);
    fs::remove_file(&seal).unwrap();
    set_mode(&folder.database(), 0o400);
    let mut house = trivsel_store::House::open(&folder, &fixed_key(7), profiles()).unwrap();
    assert!(!house.is_writable());
    assert_eq!(house.beside(), Beside::Missing);
    house.note_beside(soren()).unwrap();
    assert!(!seal.exists());
    assert_eq!(house.verify().map(|_| ()), Ok(()));
}

#[test]
fn a_link_in_place_of_the_seal_is_refused_like_any_other() {
    let place = Place::new();
    let folder = bare_house(&place);
    let seal = place.path.join(SEAL);
    fs::remove_file(&seal).unwrap();
    symlink(place.beside("elsewhere"), &seal).unwrap();
    let refused = open_for(&folder, &fixed_key(7), OpenMode::Write).err();
    assert_eq!(refused, Some(StoreError::Symlink { path: seal }));
}

#[test]
fn the_seal_tells_a_thief_nothing() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let seal = || fs::read(place.path.join(SEAL)).unwrap();
    let mut house = reopen(&folder);
    mark_today(&mut house, soren(), 1, Mark::Sick);
    let first = seal();
    mark_today(&mut house, soren(), 2, Mark::Sick);
    let second = seal();
    // Not even how many bytes of it a change changes: each seal is as random as the one before.
    let same = first[..88].iter().zip(&second[..88]).filter(|(a, b)| a == b).count();
    assert!(same < 12, "{same} of 88 bytes stayed");
    assert_eq!((first.len(), second.len()), (1024, 1024));
}

#[test]
fn the_check_of_the_day_is_due_once_a_day() {
    let place = Place::new();
    let folder = service_on_disk(&place, 0);
    let mut house = reopen(&folder);
    let (day, next) = (date("2026-11-25"), date("2026-11-26"));
    assert_eq!(house.is_check_due(day), Ok(true));
    house.note_check(day).unwrap();
    drop(house);
    let house = reopen(&folder);
    assert_eq!((house.is_check_due(day), house.is_check_due(next)), (Ok(false), Ok(true)));
    // The clock went back: checked again.
    assert_eq!(house.is_check_due(date("2026-11-24")), Ok(true));
    assert_eq!(house.reader().unwrap().open_for_reading().unwrap().verify().map(|_| ()), Ok(()));
}

#[test]
fn looks_are_listed_in_the_order_in_which_they_were_made_also_after_the_clock_went_back() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let mut house = reopen(&folder);
    let later = trivsel_store::Asker::new(soren().staff, soren().at - chrono::TimeDelta::hours(3));
    for (asker, case) in [(soren(), 1), (later, 2)] {
        house.log_access(asker, &Access::Case(case_id(case))).unwrap();
    }
    let looks = house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }).unwrap();
    let listed: Vec<_> = looks.into_iter().map(|look| (look.number, look.access)).collect();
    assert_eq!(listed, [(2, Access::Case(case_id(2))), (1, Access::Case(case_id(1)))]);
}
