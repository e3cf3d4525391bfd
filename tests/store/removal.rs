//! Removing a key slot, also when interrupted at any step.

use std::fs;
use std::time::Duration;

use crate::store::{
    CHEAP, Place, colleague, content, enter, founding, open_for, passphrase_of, restore, soeren,
    staffed_house,
};
use trivsel_domain::decide::Denied;
use trivsel_store::{House, HouseFolder, KeyRing, OpenMode, RecoveryKey, SlotState, StoreError};

fn state(house: &House, initials: &str) -> Option<SlotState> {
    let slots = house.slots().unwrap();
    slots.iter().find(|slot| slot.initials.as_str() == initials).map(|slot| slot.state)
}

fn failed(removal: Result<RecoveryKey, Denied<StoreError>>) -> StoreError {
    match removal {
        Err(Denied::Failed(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn not_a_house(folder: &HouseFolder) -> Option<StoreError> {
    Some(StoreError::NotAHouse { path: folder.database() })
}

#[test]
fn a_removed_person_and_the_old_key_open_nothing_and_the_others_still_do() {
    let place = Place::new();
    let (folder, recovery) = staffed_house(&place);
    let ring = KeyRing::new(&folder);
    let old_key = ring.unlock("Å", &passphrase_of("Å"), founding()).unwrap();
    let (slot, sealed) = (fs::read(folder.keys().join("Å.age")).unwrap(), folder.keys().join("house.age"));
    let old_sealed = fs::read(&sealed).unwrap();
    let mut house = enter(&folder, "SØ").unwrap();
    let new = house.remove_slot(soeren(), "Å").unwrap();
    // The house is unchanged.
    assert_eq!(state(&house, "Å"), None);
    house.add_member(soeren(), &colleague(4, "Nynne Ås", "NY"), &passphrase_of("NY"), CHEAP).unwrap();
    house.verify().unwrap();
    drop(house);
    assert_eq!(open_for(&folder, &old_key, OpenMode::Write).err(), not_a_house(&folder));
    assert_eq!(
        ring.unlock("Å", &passphrase_of("Å"), founding()).err(),
        Some(StoreError::NoSlot { initials: "Å".into() })
    );
    for initials in ["SØ", "ÆG", "NY"] {
        enter(&folder, initials).unwrap();
    }
    // The person who left may have kept the old recovery key, so there is a new one.
    assert_eq!(ring.unlock_with_recovery(&recovery).err(), Some(StoreError::RecoveryKeyUnknown));
    ring.unlock_with_recovery(&new).unwrap();
    assert!(!folder.keys().join("house.next.age").exists());
    // A copy of the slot is useless, and so is a copy of both key files.
    fs::write(folder.keys().join("Å.age"), slot).unwrap();
    assert_eq!(enter(&folder, "Å").err(), Some(StoreError::SlotOutdated { initials: "Å".into() }));
    fs::write(sealed, old_sealed).unwrap();
    assert_eq!(enter(&folder, "Å").err(), not_a_house(&folder));
}

#[test]
fn a_house_in_use_is_not_rewritten() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let before = content(&folder.keys());
    let mut house = enter(&folder, "SØ").unwrap();
    let other = enter(&folder, "ÆG").unwrap();
    assert_eq!(failed(house.remove_slot(soeren(), "Å")), StoreError::HouseInUse);
    assert_eq!(content(&folder.keys()), before);
    assert_eq!(state(&house, "Å"), Some(SlotState::Active));
    // Both sessions still work, and the removal succeeds once the colleague has left.
    assert_eq!(state(&other, "Å"), Some(SlotState::Active));
    house.add_member(soeren(), &colleague(4, "Nynne Ås", "NY"), &passphrase_of("NY"), CHEAP).unwrap();
    drop(other);
    enter(&folder, "Å").unwrap();
    house.remove_slot(soeren(), "Å").unwrap();
    drop(house);
    enter(&folder, "NY").unwrap();
}

#[test]
fn people_that_can_not_be_removed() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let mut house = enter(&folder, "SØ").unwrap();
    assert_eq!(failed(house.remove_slot(soeren(), "XY")), StoreError::NoSlot { initials: "XY".into() });
    assert_eq!(failed(house.remove_slot(soeren(), "*")), StoreError::BadInitials);
    house.remove_slot(soeren(), "Å").unwrap();
    house.remove_slot(soeren(), "ÆG").unwrap();
    assert_eq!(failed(house.remove_slot(soeren(), "SØ")), StoreError::LastSlot);
    drop(house);
    enter(&folder, "SØ").unwrap();
}

#[test]
fn a_replaced_recovery_key() {
    let place = Place::new();
    let (folder, old) = staffed_house(&place);
    let mut house = enter(&folder, "SØ").unwrap();
    let new = house.replace_recovery_key(soeren()).unwrap();
    drop(house);
    let ring = KeyRing::new(&folder);
    assert_eq!(ring.unlock_with_recovery(&old).err(), Some(StoreError::RecoveryKeyUnknown));
    let key = ring.unlock_with_recovery(&new).unwrap();
    drop(open_for(&folder, &key, OpenMode::Write).unwrap());
    for initials in ["SØ", "ÆG", "Å"] {
        enter(&folder, initials).unwrap();
    }
}

/// Takes `steps` steps of removing Å and leaves the folder as a crash would.
fn cut_short(folder: &HouseFolder, steps: usize) {
    let mut house = enter(folder, "SØ").unwrap();
    let mut removal = house.begin_removal(soeren(), "Å").unwrap();
    if steps > 1 {
        removal.strike().unwrap();
    }
    if steps > 2 {
        removal.rekey().unwrap();
    }
}

#[test]
fn cut_short_after_sealing_the_next_key() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    cut_short(&folder, 1);
    assert!(folder.keys().join("house.next.age").exists());
    for initials in ["Å", "ÆG", "SØ"] {
        assert_eq!(state(&enter(&folder, initials).unwrap(), "Å"), Some(SlotState::Active));
    }
    assert!(!folder.keys().join("house.next.age").exists());
}

#[test]
fn nobody_slips_in_while_the_database_is_rewritten() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let mut house = enter(&folder, "SØ").unwrap();
    let mut removal = house.begin_removal(soeren(), "Å").unwrap();
    removal.strike().unwrap();
    // Any key works: the lock is reached before the first page is read.
    let late = crate::store::raw(&folder);
    late.busy_timeout(Duration::ZERO).unwrap();
    let refusal = late.execute_batch("SELECT count(*) FROM sqlite_schema").map_err(StoreError::from);
    assert_eq!(refusal, Err(StoreError::Busy));
    drop(late);
    removal.rekey().unwrap();
    removal.finish().unwrap();
    drop(house);
    enter(&folder, "ÆG").unwrap();
}

#[test]
fn cut_short_before_rewriting() {
    let place = Place::new();
    let (folder, recovery) = staffed_house(&place);
    cut_short(&folder, 2);
    KeyRing::new(&folder).unlock_with_recovery(&recovery).unwrap();
    let mut house = enter(&folder, "ÆG").unwrap();
    assert_eq!(state(&house, "Å"), Some(SlotState::Leaving));
    // A second attempt succeeds.
    house.remove_slot(soeren(), "Å").unwrap();
    assert_eq!(state(&house, "Å"), None);
    drop(house);
    enter(&folder, "SØ").unwrap();
    assert!(enter(&folder, "Å").is_err());
}

#[test]
fn cut_short_after_rewriting() {
    for first in ["SØ", "ÆG", "Å"] {
        let place = Place::new();
        let (folder, old) = staffed_house(&place);
        cut_short(&folder, 3);
        assert!(folder.keys().join("house.next.age").exists());
        match first {
            "Å" => {
                let out = StoreError::SlotOutdated { initials: "Å".into() };
                assert_eq!(enter(&folder, "Å").err(), Some(out));
            }
            stays => drop(enter(&folder, stays).unwrap()),
        }
        for initials in ["SØ", "ÆG"] {
            assert_eq!(state(&enter(&folder, initials).unwrap(), "Å"), None);
        }
        let unknown = KeyRing::new(&folder).unlock_with_recovery(&old).err();
        assert_eq!(unknown, Some(StoreError::RecoveryKeyUnknown));
        assert!(!folder.keys().join("house.next.age").exists());
        assert!(!folder.keys().join("Å.age").exists());
    }
}

#[test]
fn cut_short_after_the_new_key_took_its_place() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let file = folder.keys().join("Å.age");
    let slot = fs::read(&file).unwrap();
    enter(&folder, "SØ").unwrap().remove_slot(soeren(), "Å").unwrap();
    fs::write(&file, slot).unwrap();
    crate::store::set_mode(&file, 0o600);
    assert_eq!(enter(&folder, "Å").err(), Some(StoreError::SlotOutdated { initials: "Å".into() }));
    let mut house = enter(&folder, "ÆG").unwrap();
    assert_eq!(state(&house, "Å"), Some(SlotState::Leaving));
    house.remove_slot(soeren(), "Å").unwrap();
    assert!(!file.exists());
}

#[test]
fn cut_short_and_read_only_afterwards() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    cut_short(&folder, 3);
    let before = content(&place.path);
    crate::store::set_mode(&place.path, 0o500);
    let key = KeyRing::new(&folder).unlock("ÆG", &passphrase_of("ÆG"), founding()).unwrap();
    open_for(&folder, &key, OpenMode::Read).unwrap().id().unwrap();
    crate::store::set_mode(&place.path, 0o700);
    assert!(content(&place.path) == before);
}

#[test]
fn a_database_put_back_from_before_the_removal_opens_with_its_own_keys() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let backup = content(&place.path);
    enter(&folder, "SØ").unwrap().remove_slot(soeren(), "Å").unwrap();
    assert!(enter(&folder, "Å").is_err());
    restore(&place.path, &backup);
    enter(&folder, "Å").unwrap();
}
