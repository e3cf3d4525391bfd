//! Backups and restoring: a copy is proven before it counts, generations stay, nothing is overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, TimeDelta};
use trivsel_domain::rules::generations::Generations;
use trivsel_domain::value::Mark;
use trivsel_store::{
    BackedUp, BackupSeal, Beside, ErasedElsewhere, House, HouseFolder, NewestBackup, OpenMode, Restoring,
    StoreError, backup_at, newest_backup,
};

use crate::store::service::{mark_today, profiles, reopen, service_on_disk, soren};
use crate::store::{
    Place, another_staffed_house, content, enter, fixed_key, mode, open_for, passphrase_of, set_mode,
    staffed_house,
};

const FEW: Generations = Generations { days: 2, weeks: 0, months: 0 };

fn night(n: i64) -> NaiveDateTime {
    let first: NaiveDateTime = "2026-11-20T02:00:00".parse().unwrap();
    first + TimeDelta::days(n)
}

fn back_up(house: &mut House, to: &Path, n: i64) -> PathBuf {
    house.back_up(to, night(n), Generations::USUAL).unwrap().backup.path
}

/// The names in a folder, hidden ones too.
fn names(path: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(path).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_the_house_at_one_instant_and_can_only_be_read() {
    let place = Place::new();
    let folder = service_on_disk(&place, 3);
    let to = place.beside("kopier æøå");
    let mut house = reopen(&folder);
    let before = house.records().unwrap();
    let BackedUp { backup, removed } = house.back_up(&to, night(0), Generations::USUAL).unwrap();
    assert_eq!((backup.taken_at, backup.children(), removed), (night(0), 3, 0));
    assert_eq!(backup.changes(), house.verify().unwrap().changes);
    mark_today(&mut house, soren(), 1, Mark::Sick);
    let copy = HouseFolder::open(&backup.path).unwrap();
    assert_eq!(copy.open_mode(), Ok(OpenMode::Read));
    let copied = House::open(&copy, &fixed_key(7), profiles()).unwrap();
    copied.verify().unwrap();
    assert_eq!((copied.records().unwrap(), copied.beside()), (before, Beside::Agrees));
    drop(copied);
    for (file, bytes) in content(&to) {
        assert_eq!(mode(&file) & 0o077, 0, "{}", file.display());
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Søren") && !text.contains("Samtale"), "{}", file.display());
    }
    assert_eq!(names(&backup.path), ["backup.json", "house.db", "house.seal", "keys"]);
    house.verify().unwrap();
}

#[test]
fn the_keys_of_that_moment_open_the_backup_and_no_others() {
    let place = Place::new();
    let (folder, recovery) = staffed_house(&place);
    let to = place.beside("kopier");
    let mut house = enter(&folder, "SØ").unwrap();
    let copy = back_up(&mut house, &to, 0);
    house.remove_slot(crate::store::soeren(), "ÆG").unwrap();
    let copy = HouseFolder::open(copy).unwrap();
    let at = crate::store::founding();
    let ring = trivsel_store::KeyRing::new(&copy);
    for initials in ["SØ", "ÆG", "Å"] {
        let key = ring.unlock(initials, &passphrase_of(initials), at).unwrap();
        open_for(&copy, &key, OpenMode::Read).unwrap();
    }
    ring.unlock_with_recovery(&recovery).unwrap();
}

#[test]
fn older_generations_go_when_a_new_one_is_proven_and_what_is_not_a_backup_stays() {
    let place = Place::new();
    let folder = service_on_disk(&place, 1);
    let to = place.beside("kopier");
    let mut house = reopen(&folder);
    let made: Vec<PathBuf> = (0..4).map(|n| back_up(&mut house, &to, n)).collect();
    fs::write(to.join("læs mig.txt"), "mit").unwrap();
    fs::create_dir(to.join("2026-11-20")).unwrap();
    // Somebody's own file in a backup keeps the folder.
    set_mode(&made[0], 0o700);
    fs::write(made[0].join("min note.txt"), "mit").unwrap();
    let BackedUp { backup, removed } = house.back_up(&to, night(4), FEW).unwrap();
    assert_eq!(removed, 2, "{:?}", names(&to));
    assert!(made[3].exists() && !made[2].exists() && !made[1].exists() && backup.path.exists());
    assert_eq!(names(&made[0]), ["min note.txt"]);
    assert_eq!(fs::read_to_string(to.join("læs mig.txt")).unwrap(), "mit");
    // Another house in the same place keeps its own.
    let other = Place::new();
    let (theirs, _) = another_staffed_house(&other);
    let mut theirs = enter(&theirs, "SØ").unwrap();
    theirs.back_up(&to, night(5), FEW).unwrap();
    assert!(made[3].exists() && backup.path.exists());
    assert!(matches!(backup_at(&to), Err(StoreError::SeveralHouses { .. })));
}

#[test]
fn a_damaged_house_makes_no_backup_and_its_newest_good_one_is_named() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let to = place.beside("kopier");
    let mut house = reopen(&folder);
    let good = back_up(&mut house, &to, 0);
    let later = back_up(&mut house, &to, 1);
    drop(house);
    let length = fs::metadata(folder.database()).unwrap().len();
    let mut bytes = fs::read(folder.database()).unwrap();
    bytes[usize::try_from(length).unwrap() / 2] ^= 1;
    fs::write(folder.database(), &bytes).unwrap();
    let before = names(&to);
    let mut house = reopen(&folder);
    let failed = house.back_up(&to, night(2), FEW).unwrap_err();
    assert!(failed.asks_for_a_backup(), "{failed:?}");
    assert_eq!(names(&to), before, "nothing is removed and nothing is left");
    drop(house);
    let named = |path: &Path| match newest_backup(&place.path) {
        Some(NewestBackup::Good(known)) => assert_eq!(known.path, path),
        other => panic!("{other:?}"),
    };
    named(&later);
    // A damaged copy is not good.
    let sealed = later.join("house.db");
    set_mode(&sealed, 0o600);
    let mut bytes = fs::read(&sealed).unwrap();
    bytes[100] ^= 1;
    fs::write(&sealed, bytes).unwrap();
    named(&good);
    fs::rename(&to, place.beside("væk")).unwrap();
    assert!(matches!(newest_backup(&place.path), Some(NewestBackup::OutOfReach(k)) if k.path == later));
    assert_eq!(newest_backup(&place.beside("intet hus")), None);
}

#[test]
fn a_house_that_lacks_what_its_backup_has_is_told_by_the_check() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let to = place.beside("kopier");
    let older = content(&place.path);
    let mut house = reopen(&folder);
    mark_today(&mut house, soren(), 1, Mark::Sick);
    back_up(&mut house, &to, 0);
    assert_eq!(house.check_backup(&BackupSeal::last(&place.path).unwrap()), Ok(true));
    drop(house);
    // The database and the seal beside it are both replaced by older ones.
    for name in ["house.db", "house.seal"] {
        fs::write(place.path.join(name), &older[&place.path.join(name)]).unwrap();
    }
    let house = reopen(&folder);
    assert_eq!(house.beside(), Beside::Agrees);
    let amiss = StoreError::Corrupt { table: "backup", what: "changes of the last backup are missing" };
    house.verify().unwrap();
    assert_eq!(house.check_backup(&BackupSeal::last(&place.path).unwrap()), Err(amiss));
    fs::rename(&to, place.beside("væk")).unwrap();
    assert_eq!(BackupSeal::last(&place.path), None, "nothing is known of a backup that is out of reach");
}

#[test]
fn a_backup_is_restored_into_a_folder_where_nothing_is() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let to = place.beside("kopier");
    let mut house = reopen(&folder);
    let backup = back_up(&mut house, &to, 0);
    let records = house.records().unwrap();
    drop(house);
    let as_it_was = content(&to);
    // A folder with a house, with anything, or that is no folder, is left alone.
    let taken = [
        (place.path.clone(), StoreError::HouseExists { path: place.path.clone() }),
        (to.clone(), StoreError::NotEmpty { path: to.clone() }),
        (place.path.join("house.db"), StoreError::NotAFolder { path: place.path.join("house.db") }),
    ];
    for (path, refused) in taken {
        assert_eq!(Restoring::begin(backup_at(&backup).unwrap(), &path).err(), Some(refused));
    }
    let new = place.beside("nyt hus");
    fs::create_dir(&new).unwrap();
    // Given up half-way, nothing is left.
    let restoring = Restoring::begin(backup_at(&backup).unwrap(), &new).unwrap();
    let again = Restoring::begin(backup_at(&backup).unwrap(), &new).err();
    assert_eq!(again, Some(StoreError::HouseInUse));
    drop(restoring);
    assert_eq!(names(&new), [""; 0]);
    // The place stands for its newest backup.
    let restoring = Restoring::begin(backup_at(&to).unwrap(), &new).unwrap();
    let house = restoring.open(&fixed_key(7), profiles()).unwrap();
    let folder = restoring.finish(house).unwrap();
    assert_eq!(folder.path(), new);
    let mut house = House::open(&folder, &fixed_key(7), profiles()).unwrap();
    assert_eq!((house.records().unwrap(), house.beside()), (records, Beside::Agrees));
    assert_eq!(house.last_backup().map(|known| known.path), Some(backup));
    mark_today(&mut house, soren(), 1, Mark::Sick);
    house.verify().unwrap();
    assert_eq!(content(&to), as_it_was, "the backup is as it was");
    let left = names(place.path.parent().unwrap());
    assert!(!left.iter().any(|name| name.contains("restoring")), "{left:?}");
}

#[test]
fn what_a_killed_program_left_is_removed_by_the_next_one() {
    let place = Place::new();
    let folder = service_on_disk(&place, 1);
    let to = place.beside("kopier");
    let mut house = reopen(&folder);
    let backup = back_up(&mut house, &to, 0);
    let left = to.join(".trivsel-unfinished-2026-11-21T02-00-00-0");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("house.db"), "half").unwrap();
    let new = place.beside("nyt hus");
    let half = place.beside(".nyt hus.restoring");
    fs::create_dir_all(half.join("keys")).unwrap();
    fs::write(half.join("house.db"), "half").unwrap();
    back_up(&mut house, &to, 1);
    assert!(!left.exists());
    assert_eq!(backup_at(&to).unwrap().taken_at, night(1));
    let restoring = Restoring::begin(backup_at(&backup).unwrap(), &new).unwrap();
    let house = restoring.open(&fixed_key(7), profiles()).unwrap();
    restoring.finish(house).unwrap();
    assert!(!half.exists() && new.join("house.db").exists());
}

#[test]
fn a_place_in_the_house_itself_is_refused() {
    let place = Place::new();
    let folder = service_on_disk(&place, 1);
    let before = names(&place.path);
    let mut house = reopen(&folder);
    for inside in [place.path.clone(), place.path.join("kopier"), place.path.join("a/b")] {
        let refused = house.back_up(&inside, night(0), FEW).unwrap_err();
        assert_eq!(refused, StoreError::InsideHouse { path: inside });
    }
    drop(house);
    assert_eq!(names(&place.path), before);
}

#[test]
fn a_house_that_is_there_and_has_no_list_of_erasures_has_erased_nobody() {
    let place = Place::new();
    let folder = service_on_disk(&place, 1);
    let to = place.beside("kopier");
    let mut house = reopen(&folder);
    back_up(&mut house, &to, 0);
    let found = house.erasures_elsewhere(&to, std::slice::from_ref(&place.path)).unwrap();
    assert_eq!(found, ErasedElsewhere { later: vec![], is_known: true });
    assert_eq!(house.erasures_elsewhere(&to, &[]).unwrap(), ErasedElsewhere::default());
}
