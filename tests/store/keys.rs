//! Key slots: who gets in, who does not, and that no secret is printed.

use std::fs;

use chrono::TimeDelta;
use secrecy::ExposeSecret;

use crate::store::{
    CHEAP, Place, another_staffed_house, asker, colleague, content, enter, fixed_key, founding, open_for,
    passphrase_of, secret, soeren, staffed_house,
};
use trivsel_domain::decide::{Denied, Reason};
use trivsel_domain::record::KeyDeed;
use trivsel_store::{
    Asker, House, HouseFolder, KeyRing, OpenMode, RecoveryKey, Renewal, SlotState, StoreError,
};

#[test]
fn everybody_gets_in_with_their_own_passphrase() {
    let place = Place::new();
    let (folder, recovery) = staffed_house(&place);
    for initials in ["SØ", "ÆG", "Å"] {
        enter(&folder, initials).unwrap();
    }
    let key = KeyRing::new(&folder).unlock_with_recovery(&recovery).unwrap();
    let house = open_for(&folder, &key, OpenMode::Write).unwrap();
    let slots: Vec<_> = house.slots().unwrap();
    assert!(slots.iter().all(|slot| slot.state == SlotState::Active));
    let names: Vec<_> = slots.iter().map(|slot| slot.initials.as_str()).collect();
    assert_eq!(names, ["SØ", "Å", "ÆG"]);
}

#[test]
fn nobody_else_gets_in() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let ring = KeyRing::new(&folder);
    let before = content(&place.path);
    assert_eq!(ring.unlock("SØ", &passphrase_of("Å"), founding()).err(), Some(StoreError::WrongPassphrase));
    assert_eq!(ring.unlock("Å", &secret(""), founding()).err(), Some(StoreError::EmptyPassphrase));
    let none = StoreError::NoSlot { initials: "XY".into() };
    assert_eq!(ring.unlock("XY", &passphrase_of("XY"), founding()).err(), Some(none));
    for bad in ["", "sø", "../A", "ABCDE", "A\u{30a}", "A/", "*", "A B", "ÉÉ"] {
        assert_eq!(
            ring.unlock(bad, &secret("x"), founding()).err(),
            Some(StoreError::BadInitials),
            "{bad:?}"
        );
    }
    // Only the count of the wrong passphrase is written.
    fs::remove_file(folder.keys().join(".SØ.tries")).unwrap();
    assert_eq!(content(&place.path), before);
}

#[test]
fn a_passphrase_is_the_same_however_the_keyboard_writes_it() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let mut house = enter(&folder, "Å").unwrap();
    house.renew_slot(asker(3), "Å", &secret("blå bær"), CHEAP, Renewal::Owner).unwrap();
    let ring = KeyRing::new(&folder);
    ring.unlock("Å", &secret("bla\u{30a} bær"), founding()).unwrap();
}

#[test]
fn one_changes_ones_own_passphrase_and_another_s_only_as_a_leader() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let (now, later) = (founding(), founding() + TimeDelta::seconds(1));
    let mut house = enter(&folder, "ÆG").unwrap();
    let before = content(&folder.keys());
    for (of, how) in
        [("SØ", Renewal::Leader), ("Å", Renewal::Leader), ("Å", Renewal::Owner), ("SØ", Renewal::RecoveryKey)]
    {
        let refused = house.renew_slot(asker(2), of, &secret("ny"), CHEAP, how);
        assert!(matches!(refused, Err(Denied::Refused(_))), "{of} {how:?} {refused:?}");
    }
    assert_eq!(content(&folder.keys()), before);
    house.renew_slot(asker(2), "ÆG", &secret("ny"), CHEAP, Renewal::Owner).unwrap();
    let ring = KeyRing::new(&folder);
    assert_eq!(ring.unlock("ÆG", &passphrase_of("ÆG"), now).err(), Some(StoreError::WrongPassphrase));
    ring.unlock("ÆG", &secret("ny"), later).unwrap();
    enter(&folder, "SØ")
        .unwrap()
        .renew_slot(soeren(), "ÆG", &secret("nyere"), CHEAP, Renewal::Leader)
        .unwrap();
    ring.unlock("ÆG", &secret("nyere"), later).unwrap();
    let deeds: Vec<KeyDeed> = house.key_events().unwrap().into_iter().map(|event| event.deed).collect();
    assert!(matches!(
        deeds.as_slice(),
        [
            KeyDeed::Given(_),
            KeyDeed::RecoveryMade(_),
            KeyDeed::Given(_),
            KeyDeed::Given(_),
            KeyDeed::Changed(_),
            KeyDeed::Renewed(_)
        ]
    ));
    house.verify().unwrap();
}

#[test]
fn a_forgotten_passphrase_is_replaced_and_the_old_slot_opens_nothing() {
    let place = Place::new();
    let (folder, recovery) = staffed_house(&place);
    let file = folder.keys().join("Å.age");
    let old_slot = fs::read(&file).unwrap();
    let key = KeyRing::new(&folder).unlock_with_recovery(&recovery).unwrap();
    let mut house = open_for(&folder, &key, OpenMode::Write).unwrap();
    house.renew_slot(asker(3), "Å", &secret("ny"), CHEAP, Renewal::RecoveryKey).unwrap();
    let none = Denied::Failed(StoreError::NoSlot { initials: "XY".into() });
    assert_eq!(house.renew_slot(soeren(), "XY", &secret("ny"), CHEAP, Renewal::Leader), Err(none));
    KeyRing::new(&folder).unlock("Å", &secret("ny"), founding()).unwrap();
    enter(&folder, "SØ").unwrap();
    fs::write(&file, old_slot).unwrap();
    let outdated = StoreError::SlotOutdated { initials: "Å".into() };
    assert_eq!(KeyRing::new(&folder).unlock("Å", &passphrase_of("Å"), founding()).err(), Some(outdated));
}

#[test]
fn a_slot_is_given_once() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let mut house = enter(&folder, "SØ").unwrap();
    let exists = Denied::Failed(StoreError::SlotExists { initials: "Å".into() });
    assert_eq!(house.add_slot(soeren(), "Å", &secret("x"), CHEAP), Err(exists));
    let empty = house.add_member(soeren(), &colleague(4, "Carl Dam", "CD"), &secret(""), CHEAP);
    assert_eq!(empty, Err(Denied::Failed(StoreError::EmptyPassphrase)));
    let nobody = house.add_slot(soeren(), "XY", &secret("x"), CHEAP);
    assert_eq!(nobody, Err(Denied::Refused(Reason::NoSuchStaff.into())));
    assert_eq!(house.slots().unwrap().len(), 3);
    enter(&folder, "Å").unwrap();
}

#[test]
fn a_half_added_slot_is_listed_and_can_be_added_again() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    // The file is the last step.
    fs::remove_file(folder.keys().join("Å.age")).unwrap();
    let mut house = enter(&folder, "SØ").unwrap();
    let state =
        |house: &House| house.slots().unwrap().iter().find(|s| s.initials.as_str() == "Å").unwrap().state;
    assert_eq!(state(&house), SlotState::Unfinished);
    house.add_slot(soeren(), "Å", &passphrase_of("Å"), CHEAP).unwrap();
    assert_eq!(state(&house), SlotState::Active);
    enter(&folder, "Å").unwrap();
}

#[test]
fn key_files_of_another_house_open_nothing() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let stranger = Place::new();
    let (theirs, _) = another_staffed_house(&stranger);
    // An attacker with access to the folder swaps in a key file of their own house.
    fs::copy(theirs.keys().join("house.age"), folder.keys().join("house.age")).unwrap();
    let outdated = StoreError::SlotOutdated { initials: "SØ".into() };
    assert_eq!(enter(&folder, "SØ").err(), Some(outdated));
    fs::copy(theirs.keys().join("SØ.age"), folder.keys().join("SØ.age")).unwrap();
    let refused = StoreError::NotAHouse { path: folder.database() };
    assert_eq!(enter(&folder, "SØ").err(), Some(refused));
}

#[test]
fn damaged_key_files() {
    damage_key_files(3);
}

#[test]
#[ignore = "long: a bit of every byte"]
fn key_files_damaged_at_every_byte() {
    damage_key_files(1);
}

fn damage_key_files(step: usize) {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    for name in ["SØ.age", "house.age"] {
        let _ = fs::remove_file(folder.keys().join(".SØ.tries"));
        let path = folder.keys().join(name);
        let whole = fs::read(&path).unwrap();
        let huge = vec![b'x'; 300_000];
        let newer = String::from_utf8_lossy(&whole).replacen("/v1", "/v9", 1).into_bytes();
        let damaged =
            [&whole[..0], &whole[..40], &whole[..whole.len() - 1], b"ikke en age-fil", &huge, &newer];
        for bytes in damaged {
            fs::write(&path, bytes).unwrap();
            let error = enter(&folder, "SØ").err();
            assert_eq!(
                error,
                Some(StoreError::DamagedSlot { path: path.clone() }),
                "{name}, {}",
                bytes.len()
            );
        }
        for at in (0..whole.len()).step_by(step) {
            let _ = fs::remove_file(folder.keys().join(".SØ.tries"));
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            fs::write(&path, bytes).unwrap();
            assert!(enter(&folder, "SØ").is_err(), "{name}: bit of byte {at}");
        }
        fs::write(&path, whole).unwrap();
    }
    fs::remove_file(folder.keys().join("house.age")).unwrap();
    let gone = StoreError::DamagedSlot { path: folder.keys().join("house.age") };
    assert_eq!(enter(&folder, "SØ").err(), Some(gone));
}

#[test]
fn a_slot_made_to_stall_the_program_is_refused() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let path = folder.keys().join("SØ.age");
    let whole = fs::read(&path).unwrap();
    // The header says "-> scrypt <salt> <log2 of the work>".
    let end = whole.iter().enumerate().filter(|(_, b)| **b == b'\n').nth(1).unwrap().0;
    let dear = [&whole[..end - 1], b"40", &whole[end..]].concat();
    assert_eq!(whole[end - 1], b'2', "the cheap cost has moved");
    fs::write(&path, dear).unwrap();
    assert_eq!(enter(&folder, "SØ").err(), Some(StoreError::DamagedSlot { path }));
}

#[test]
fn the_recovery_key_survives_being_typed() {
    let place = Place::new();
    let (folder, recovery) = staffed_house(&place);
    let printed = recovery.printed().expose_secret().to_owned();
    assert_eq!(printed.split(' ').count(), 15);
    let plain = printed.replace(' ', "");
    let typed = [
        printed.clone(),
        printed.to_lowercase(),
        printed.replace(' ', "-"),
        format!("  {}\n", printed.replace(' ', "\n")),
        format!("AGE-SECRET-KEY-1{plain}"),
        plain.replace('0', "O").replace('L', "1").replace('8', "b"),
        plain.replace('0', "o").replace('L', "i"),
    ];
    for text in typed {
        let key = RecoveryKey::parse(&secret(&text)).unwrap_or_else(|error| panic!("{error}"));
        KeyRing::new(&folder).unlock_with_recovery(&key).unwrap();
    }
    let mut swapped = plain.clone();
    swapped.replace_range(4..5, if &plain[4..5] == "Q" { "P" } else { "Q" });
    for text in ["", "hund", &plain[1..], &format!("{plain}Q"), &swapped] {
        assert_eq!(RecoveryKey::parse(&secret(text)).err(), Some(StoreError::RecoveryKeyInvalid));
    }
}

#[test]
fn another_houses_recovery_key() {
    let (place, other) = (Place::new(), Place::new());
    let (folder, _) = staffed_house(&place);
    let (_, theirs) = another_staffed_house(&other);
    let error = KeyRing::new(&folder).unlock_with_recovery(&theirs).err();
    assert_eq!(error, Some(StoreError::RecoveryKeyUnknown));
}

#[test]
fn nothing_secret_in_what_is_printed() {
    let place = Place::new();
    let (folder, recovery) = staffed_house(&place);
    let house = enter(&folder, "SØ").unwrap();
    assert_eq!(format!("{:?}", fixed_key(7)), "HouseKey(…)");
    assert_eq!(format!("{recovery:?}"), "RecoveryKey(…)");
    let shown = format!("{house:?}");
    assert!(shown.contains("Write") && !shown.contains("Key"), "{shown}");
}

#[test]
fn nothing_readable_on_disk() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let house = enter(&folder, "SØ").unwrap();
    // The recipient of a key is 62 characters; four of them alone occur by chance.
    let recipient = |bytes: &[u8]| bytes.starts_with(b"age1") && bytes.iter().all(u8::is_ascii_alphanumeric);
    assert!(recipient(b"age1qyqszqgpqyqszqgpq"));
    for (file, bytes) in content(folder.path()) {
        for word in ["SQLite format", "key_slot", "hemmelig", "AGE-SECRET"] {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word} in {file:?}");
        }
        assert!(!bytes.windows(20).any(recipient), "a recipient in {file:?}");
    }
    drop(house);
    assert!(HouseFolder::open(&place.path).is_ok());
}

#[test]
fn a_change_of_keys_that_the_disk_refuses_leaves_the_key_as_it_was() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let mut house = enter(&folder, "ÆG").unwrap();
    let mine = fs::read(folder.keys().join("ÆG.age")).unwrap();
    // The new slot can't take its place.
    fs::create_dir(folder.keys().join(".ÆG.age.new")).unwrap();
    let changed = house.renew_slot(asker(2), "ÆG", &secret("ny"), CHEAP, Renewal::Owner);
    assert!(matches!(changed, Err(Denied::Failed(StoreError::Io { .. }))), "{changed:?}");
    fs::remove_dir(folder.keys().join(".ÆG.age.new")).unwrap();
    assert_eq!(fs::read(folder.keys().join("ÆG.age")).unwrap(), mine);
    house.verify().unwrap();
    let last = house.last_key_event().unwrap().unwrap().deed;
    assert!(matches!(last, KeyDeed::PutBack { .. }), "{last:?}");
    drop(house);
    enter(&folder, "ÆG").unwrap();
    assert!(!content(&place.path).keys().any(|file| file.to_string_lossy().contains(".before")));
}

#[test]
fn a_change_of_keys_that_was_cut_short_leaves_nothing_after_the_next_opening() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let kept = folder.keys().join(".SØ.age.before");
    fs::copy(folder.keys().join("SØ.age"), &kept).unwrap();
    enter(&folder, "SØ").unwrap();
    assert!(!kept.exists());
}

#[test]
fn wrong_passphrases_wait_longer_each_time_and_their_owner_is_told() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let ring = KeyRing::new(&folder);
    let mut now = founding();
    let after = |seconds| TimeDelta::seconds(seconds);
    for wait in [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300] {
        assert_eq!(ring.unlock("Å", &secret("gæt"), now).err(), Some(StoreError::WrongPassphrase), "{wait}");
        let seconds = u32::try_from(wait).unwrap();
        let too_soon = Some(StoreError::TooSoon { seconds });
        assert_eq!(ring.unlock("Å", &passphrase_of("Å"), now).err(), too_soon, "the right one waits too");
        let last =
            ring.unlock("Å", &passphrase_of("Å"), now + after(wait) - TimeDelta::milliseconds(1)).err();
        assert_eq!(last, Some(StoreError::TooSoon { seconds: 1 }));
        now += after(wait);
    }
    ring.unlock("ÆG", &passphrase_of("ÆG"), now).unwrap();
    let key = ring.unlock("Å", &passphrase_of("Å"), now).unwrap();
    let mut house = open_for(&folder, &key, OpenMode::Write).unwrap();
    let comes = |house: &mut House, at| house.arrive(Asker::new(asker(3).staff, at)).unwrap();
    let arrival = comes(&mut house, now);
    let tries = arrival.tries.unwrap();
    assert_eq!((arrival.last, tries.count, tries.first), (None, 11, founding()));
    assert!(matches!(house.last_key_event().unwrap().unwrap().deed, KeyDeed::FailedTries { count: 11, .. }));
    let again = comes(&mut house, now + after(60));
    assert_eq!((again.last, again.tries), (Some(now), None));
    // One typing error makes nobody wait for long, and a clock that was set back makes nobody wait.
    assert_eq!(ring.unlock("Å", &secret("gæt"), now).err(), Some(StoreError::WrongPassphrase));
    ring.unlock("Å", &passphrase_of("Å"), now - after(3600)).unwrap();
    house.verify().unwrap();
}
