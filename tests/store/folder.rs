//! Where a house may be stored, and the access rights it requires.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown, symlink};

use crate::store::{
    CHEAP, Place, bare, bare_house, content, fixed_key, founding, mode, open_for, passphrase_of, set_mode,
    staffed_house,
};
use trivsel_domain::decide::Denied;
use trivsel_store::{House, HouseFolder, OpenMode, StoreError, is_network_file_system};

#[test]
fn a_new_house_is_for_its_owner_only() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    assert_eq!(mode(folder.path()), 0o700);
    assert_eq!(mode(&folder.keys()), 0o700);
    let house = crate::store::enter(&folder, "SØ").unwrap();
    let files = content(folder.path());
    assert!(files.keys().any(|file| file.ends_with("house.db-wal")), "no log beside an open house");
    for file in files.keys() {
        assert_eq!(mode(file), 0o600, "{file:?}");
    }
    drop(house);
    let names: Vec<_> = content(folder.path())
        .into_keys()
        .map(|f| f.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(names, ["house.db", "house.seal", "SØ.age", "house.age", "Å.age", "ÆG.age"]);
}

#[test]
fn a_missing_folder() {
    let place = Place::new();
    let missing = StoreError::NoHouse { path: place.path.clone() };
    assert_eq!(HouseFolder::open(&place.path), Err(missing.clone()));
    HouseFolder::create(&place.path).unwrap();
    assert_eq!(HouseFolder::open(&place.path), Err(missing));
}

#[test]
fn a_second_house_in_the_same_folder() {
    let place = Place::new();
    let folder = bare_house(&place);
    let before = content(&place.path);
    let exists = StoreError::HouseExists { path: place.path.clone() };
    assert_eq!(HouseFolder::create(&place.path), Err(exists.clone()));
    let again = House::found(&folder, &fixed_key(8), vec![], &bare(), founding());
    assert_eq!(again.err(), Some(exists));
    assert_eq!(content(&place.path), before);
}

#[test]
fn a_house_that_is_only_away_keeps_its_keys() {
    let place = Place::new();
    let (folder, _) = staffed_house(&place);
    let aside = tempfile::tempdir().unwrap();
    let aside = aside.path().join("house.db");
    fs::copy(folder.database(), &aside).unwrap();
    fs::remove_file(folder.database()).unwrap();
    let before = content(&place.path);
    let away = StoreError::HouseAway { path: place.path.clone() };
    assert_eq!(HouseFolder::open(&place.path), Err(away.clone()));
    assert_eq!(HouseFolder::create(&place.path), Err(away.clone()));
    let founded = House::found(&folder, &fixed_key(8), vec![], &bare(), founding());
    assert_eq!(founded.err(), Some(away));
    assert_eq!(content(&place.path), before);
    fs::copy(&aside, folder.database()).unwrap();
    assert!(HouseFolder::open(&place.path).is_ok());
}

#[test]
fn an_interrupted_creation_can_be_repeated() {
    let place = Place::new();
    let folder = HouseFolder::create(&place.path).unwrap();
    for left_over in ["house.db.new", "house.db.new-wal", "keys/SØ.age", "keys/.house.age.new"] {
        fs::write(place.path.join(left_over), "half").unwrap();
    }
    assert_eq!(HouseFolder::create(&place.path).as_ref(), Ok(&folder));
    House::create(&folder, &passphrase_of("SØ"), CHEAP, vec![], &bare(), founding()).unwrap();
    assert!(!content(&place.path).keys().any(|file| file.to_string_lossy().contains(".new")));
}

#[test]
fn a_folder_with_other_things_in_it() {
    let place = Place::new();
    fs::create_dir(&place.path).unwrap();
    set_mode(&place.path, 0o700);
    fs::write(place.path.join("ferie.txt"), "x").unwrap();
    assert_eq!(HouseFolder::create(&place.path), Err(StoreError::NotEmpty { path: place.path.clone() }));
}

#[test]
fn a_file_instead_of_a_folder() {
    let place = Place::new();
    fs::write(&place.path, "x").unwrap();
    let refusal = StoreError::NotAFolder { path: place.path.clone() };
    assert_eq!(HouseFolder::open(&place.path), Err(refusal.clone()));
    assert_eq!(HouseFolder::create(&place.path), Err(refusal));
}

#[test]
fn a_linked_folder_also_with_a_slash_behind() {
    let place = Place::new();
    bare_house(&place);
    let link = place.beside("link");
    symlink(&place.path, &link).unwrap();
    let refusal = StoreError::Symlink { path: link.clone() };
    assert_eq!(HouseFolder::open(&link), Err(refusal.clone()));
    assert_eq!(HouseFolder::open(link.join("")), Err(refusal.clone()));
    assert_eq!(HouseFolder::create(&link), Err(refusal));
}

#[test]
fn linked_files() {
    for name in ["house.db", "house.db-wal", "house.db-journal", "keys/SØ.age", "keys/house.age"] {
        let place = Place::new();
        let (folder, _) = staffed_house(&place);
        let (file, elsewhere) = (place.path.join(name), place.beside("elsewhere"));
        if file.exists() {
            fs::rename(&file, &elsewhere).unwrap();
        } else {
            fs::write(&elsewhere, "").unwrap();
        }
        symlink(&elsewhere, &file).unwrap();
        let refusal = StoreError::Symlink { path: file };
        assert_eq!(HouseFolder::open(&place.path), Err(refusal.clone()), "{name}");
        // The folder is checked again on every opening.
        assert_eq!(open_for(&folder, &fixed_key(7), OpenMode::Read).err(), Some(refusal), "{name}");
    }
}

#[test]
fn a_folder_where_a_file_should_be() {
    let place = Place::new();
    let folder = bare_house(&place);
    fs::remove_file(folder.database()).unwrap();
    fs::create_dir(folder.database()).unwrap();
    assert_eq!(HouseFolder::open(&place.path), Err(StoreError::NotAFile { path: folder.database() }));
}

#[test]
fn a_folder_open_to_others() {
    for (name, bits) in
        [("", 0o750), ("", 0o701), ("keys", 0o710), ("house.db", 0o640), ("keys/SØ.age", 0o604)]
    {
        let place = Place::new();
        staffed_house(&place);
        let path = if name.is_empty() { place.path.clone() } else { place.path.join(name) };
        set_mode(&path, bits);
        assert_eq!(HouseFolder::open(&place.path), Err(StoreError::TooOpen { path, mode: bits }));
    }
}

#[test]
fn another_users_house() {
    let place = Place::new();
    bare_house(&place);
    let us = fs::metadata(&place.path).unwrap().uid();
    // Only root can give a file away; other users use a folder owned by root. In a rootless container even `/usr`
    // may be ours, and only files made by the kernel belong to somebody else.
    let foreign = if chown(&place.path, Some(4321), None).is_ok() {
        place.path.clone()
    } else {
        let folders = ["/usr", "/", "/proc", "/sys", "/dev"];
        let theirs = folders.into_iter().find(|f| fs::symlink_metadata(f).is_ok_and(|m| m.uid() != us));
        theirs.expect("a folder of somebody else's").into()
    };
    assert_eq!(HouseFolder::open(&foreign), Err(StoreError::ForeignOwner { path: foreign }));
}

#[test]
fn network_file_systems_are_known() {
    for magic in [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x6573_5546] {
        assert!(is_network_file_system(magic), "{magic:x}");
    }
    // ext4, btrfs, xfs, tmpfs, zfs, overlay
    for magic in [0xef53, 0x9123_683e, 0x5846_5342, 0x0102_1994, 0x2fc1_2fc1, 0x794c_7630] {
        assert!(!is_network_file_system(magic), "{magic:x}");
    }
}

#[test]
fn a_folder_or_file_without_the_write_bit_is_read_only() {
    for (name, bits) in [("", 0o500), ("house.db", 0o400), ("keys", 0o500)] {
        let place = Place::new();
        let folder = bare_house(&place);
        assert_eq!(folder.open_mode(), Ok(OpenMode::Write));
        let path = if name.is_empty() { place.path.clone() } else { place.path.join(name) };
        set_mode(&path, bits);
        let before = content(&place.path);
        let folder = HouseFolder::open(&place.path).unwrap();
        assert_eq!(folder.open_mode(), Ok(OpenMode::Read));
        let writing = open_for(&folder, &fixed_key(7), OpenMode::Write);
        assert_eq!(writing.err(), Some(StoreError::ReadOnly));
        let mut house = open_for(&folder, &fixed_key(7), OpenMode::Read).unwrap();
        assert!(!house.is_writable());
        assert_eq!(house.created_at(), Ok(founding()));
        let adding = house.add_slot(crate::store::soeren(), "AB", &crate::store::secret("x"), CHEAP);
        assert_eq!(adding, Err(Denied::Failed(StoreError::ReadOnly)));
        drop(house);
        assert_eq!(content(&place.path), before, "{name}");
        set_mode(&path, 0o700);
    }
}

#[test]
fn a_path_that_the_database_cannot_open_is_refused() {
    let place = Place::new();
    let base = place.path.parent().unwrap();
    let deep = |bytes: usize| {
        let mut path = base.to_owned();
        while bytes - path.as_os_str().len() > 200 {
            path.push("d".repeat(100));
        }
        path.join("d".repeat(bytes - path.as_os_str().len() - 1))
    };
    let (longest, longer) = (deep(490), deep(491));
    assert_eq!(HouseFolder::create(&longer).err(), Some(StoreError::PathTooLong { path: longer }));
    let folder = HouseFolder::create(&longest).unwrap();
    House::found(&folder, &fixed_key(8), vec![], &bare(), founding()).unwrap();
}
