//! Opening a house: what is read, what is refused, and that a refusal changes nothing.

use std::fs;
use std::process::Command;

use crate::store::{
    Dice, Place, another_bare_house, bare_house, content, fixed_key, founding, open_for, raw, restore,
};
use trivsel_store::{HouseFolder, HouseKey, OpenMode, StoreError};

/// A house with enough rows for more than a few pages.
fn filled_house(place: &Place) -> HouseFolder {
    let folder = bare_house(place);
    let conn = raw(&folder);
    let rows = "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
                INSERT INTO closure_code SELECT 'x' || hex(zeroblob(20)) || i FROM n";
    // The house has no closures, so these codes belong to nothing.
    conn.execute_batch(rows).unwrap();
    drop(conn);
    folder
}

fn dump(folder: &HouseFolder) -> Result<Vec<(String, String)>, rusqlite::Error> {
    let conn = raw(folder);
    let mut statement = conn.prepare("SELECT code, code FROM closure_code ORDER BY code")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

#[test]
fn the_wrong_key_changes_nothing() {
    let place = Place::new();
    let folder = bare_house(&place);
    let before = content(&place.path);
    for key in [fixed_key(8), HouseKey::random().unwrap()] {
        for mode in [OpenMode::Write, OpenMode::Read] {
            let refusal = StoreError::NotAHouse { path: folder.database() };
            assert_eq!(open_for(&folder, &key, mode).err(), Some(refusal));
            assert_eq!(content(&place.path), before);
        }
    }
    open_for(&folder, &fixed_key(7), OpenMode::Write).unwrap();
}

#[test]
fn files_that_are_not_a_house() {
    let place = Place::new();
    let folder = bare_house(&place);
    let plain = place.beside("plain.db");
    rusqlite::Connection::open(&plain)
        .unwrap()
        .execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        .unwrap();
    let foreign = [
        vec![],
        b"x".to_vec(),
        vec![0; 4096],
        vec![0x5a; 40_960],
        b"SQLite format 3\0".to_vec(),
        fs::read(&plain).unwrap(),
    ];
    for bytes in foreign {
        fs::write(folder.database(), &bytes).unwrap();
        let before = content(&place.path);
        for mode in [OpenMode::Write, OpenMode::Read] {
            let refusal = StoreError::NotAHouse { path: folder.database() };
            assert_eq!(open_for(&folder, &fixed_key(7), mode).err(), Some(refusal), "{} bytes", bytes.len());
            assert!(content(&place.path) == before, "{} bytes: touched", bytes.len());
        }
    }
}

#[test]
fn an_encrypted_database_of_another_program() {
    let place = Place::new();
    let folder = bare_house(&place);
    raw(&folder).pragma_update(None, "application_id", 1).unwrap();
    let before = content(&place.path);
    let refusal = StoreError::NotAHouse { path: folder.database() };
    assert_eq!(open_for(&folder, &fixed_key(7), OpenMode::Write).err(), Some(refusal));
    assert!(content(&place.path) == before);
}

#[test]
fn a_cut_file_is_refused_at_every_length() {
    let place = Place::new();
    let folder = filled_house(&place);
    let whole = fs::read(folder.database()).unwrap();
    assert!(whole.len() > 10 * 4096);
    let pages = (0..whole.len()).step_by(4096);
    for length in pages.flat_map(|at| [at, at + 1, at + 2048, at + 4095]) {
        fs::write(folder.database(), &whole[..length]).unwrap();
        let before = content(&place.path);
        let refusal = match length % 4096 {
            // The first page tells how many there are.
            0 if length > 0 => StoreError::Corrupt { table: "database", what: "a page does not read" },
            _ => StoreError::NotAHouse { path: folder.database() },
        };
        assert_eq!(open_for(&folder, &fixed_key(7), OpenMode::Write).err(), Some(refusal), "{length}");
        assert!(content(&place.path) == before, "{length}: touched");
    }
}

#[test]
fn a_flipped_bit_is_never_read_as_data() {
    let place = Place::new();
    let folder = filled_house(&place);
    let whole = content(&place.path);
    let rows = dump(&folder).unwrap();
    open_for(&folder, &fixed_key(7), OpenMode::Read).unwrap().verify().unwrap();
    let mut dice = Dice(2026);
    let (mut refused, mut noticed) = (0, 0);
    for round in 0..100 {
        let mut bytes = whole[&folder.database()].clone();
        // Every fifth round hits the first page, which opening reads.
        let at = dice.below(if round % 5 == 0 { 4096 } else { bytes.len() });
        bytes[at] ^= 1 << dice.below(8);
        fs::write(folder.database(), &bytes).unwrap();
        match open_for(&folder, &fixed_key(7), OpenMode::Write) {
            Err(error) => {
                // What does not read on the first page may be the wrong key, and is damage after it.
                let foreign = error == StoreError::NotAHouse { path: folder.database() };
                let damaged = matches!(error, StoreError::Corrupt { table: "database", .. });
                assert!(if at < 4096 { foreign } else { damaged }, "byte {at}: {error}");
                assert!(fs::read(folder.database()).unwrap() == bytes, "byte {at}: touched");
                refused += 1;
            }
            Ok(house) => {
                assert!(house.verify().is_err(), "byte {at}: not noticed");
                drop(house);
                assert!(dump(&folder).map_or(true, |read| read == rows), "byte {at}: other rows");
                noticed += 1;
            }
        }
        restore(&place.path, &whole);
    }
    assert!(refused > 0 && noticed > 0, "{refused} {noticed}");
}

#[test]
fn a_log_left_by_a_crash_is_read() {
    let place = Place::new();
    let folder = bare_house(&place);
    let conn = raw(&folder);
    conn.execute("INSERT INTO key_slot VALUES ('AB', 'age1x')", []).unwrap();
    let crashed = content(&place.path);
    drop(conn);
    restore(&place.path, &crashed);
    let house = open_for(&folder, &fixed_key(7), OpenMode::Write).unwrap();
    assert_eq!(house.slots().unwrap().len(), 1);
    drop(house);
    assert!(!place.path.join("house.db-wal").exists());
}

#[test]
fn a_log_in_a_read_only_folder_is_read_or_refused_but_never_passed_over() {
    let place = Place::new();
    let folder = bare_house(&place);
    let conn = raw(&folder);
    conn.execute("INSERT INTO key_slot VALUES ('AB', 'age1x')", []).unwrap();
    let mut crashed = content(&place.path);
    crashed.remove(&place.path.join("house.db-shm"));
    drop(conn);
    restore(&place.path, &crashed);
    crate::store::set_mode(&place.path, 0o500);
    match open_for(&folder, &fixed_key(7), OpenMode::Read) {
        Ok(house) => assert_eq!(house.slots().unwrap().len(), 1),
        Err(error) => {
            assert_eq!(error, StoreError::UnmergedChanges { path: place.path.join("house.db-wal") });
        }
    }
    crate::store::set_mode(&place.path, 0o700);
}

#[test]
fn a_rewrite_cut_short_is_rolled_back() {
    let place = Place::new();
    let folder = filled_house(&place);
    let rows = dump(&folder).unwrap();
    let conn = raw(&folder);
    conn.execute_batch(
        "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN; DELETE FROM closure_code",
    )
    .unwrap();
    let crashed = content(&place.path);
    drop(conn);
    restore(&place.path, &crashed);
    assert!(crashed[&place.path.join("house.db-journal")].len() > 10 * 4096);
    crate::store::set_mode(&place.path, 0o500);
    let waits = StoreError::UnmergedChanges { path: place.path.join("house.db-journal") };
    assert_eq!(open_for(&folder, &fixed_key(7), OpenMode::Read).err(), Some(waits));
    assert!(content(&place.path) == crashed);
    crate::store::set_mode(&place.path, 0o700);
    open_for(&folder, &fixed_key(7), OpenMode::Write).unwrap().verify().unwrap();
    assert_eq!(dump(&folder).unwrap(), rows);
}

#[test]
fn reading_only_reads_and_sees_what_others_write() {
    let place = Place::new();
    let folder = bare_house(&place);
    let reader = open_for(&folder, &fixed_key(7), OpenMode::Read).unwrap();
    assert!(!reader.is_writable());
    let version = reader.data_version().unwrap();
    assert_eq!(reader.data_version(), Ok(version));
    raw(&folder).execute("INSERT INTO key_slot VALUES ('AB', 'age1x')", []).unwrap();
    assert_ne!(reader.data_version(), Ok(version));
    assert_eq!(reader.slots().unwrap().len(), 1);
}

#[test]
fn a_house_keeps_its_id_and_has_its_own() {
    let (one, two) = (Place::new(), Place::new());
    let folder = bare_house(&one);
    let open = |folder: &HouseFolder| open_for(folder, &fixed_key(7), OpenMode::Write).unwrap();
    assert_eq!(open(&folder).id(), open(&folder).id());
    assert_ne!(open(&folder).id(), open(&another_bare_house(&two)).id());
    assert_eq!(open(&folder).created_at(), Ok(founding()));
}

/// Runs one test of this binary in a process of its own and returns its stderr.
fn stderr_of(test: &str) -> String {
    let out = Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--nocapture"])
        .env_clear()
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&out.stdout).contains("1 passed"), "{out:?}");
    String::from_utf8_lossy(&out.stderr).into_owned()
}

#[test]
fn a_refusal_prints_nothing_across_the_screen() {
    // The second run shows that there is output to silence.
    assert_eq!(stderr_of("store::opening::child_with_the_wrong_key"), "");
    assert_ne!(stderr_of("store::opening::child_without_silence"), "");
}

#[test]
fn child_with_the_wrong_key() {
    let place = Place::new();
    let folder = bare_house(&place);
    assert!(open_for(&folder, &fixed_key(8), OpenMode::Write).is_err());
}

#[test]
fn child_without_silence() {
    let place = Place::new();
    let folder = bare_house(&place);
    let conn = rusqlite::Connection::open(folder.database()).unwrap();
    conn.execute_batch(&format!("PRAGMA cipher_log_level = ERROR; PRAGMA key = \"x'{}'\"", "08".repeat(32)))
        .unwrap();
    assert!(conn.execute_batch("SELECT count(*) FROM sqlite_schema").is_err());
}
