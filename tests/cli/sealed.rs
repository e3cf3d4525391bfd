//! What leaves the house: encrypted to a passphrase, nothing plain left behind, and nothing that is not open to who takes it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use secrecy::SecretString;
use trivsel_domain::record::OpenTo;
use trivsel_store::{Cost, open_file, seal_file};

use super::faults::killed_when;
use super::{Ended, Place, arg, demonstration, ended};

const OF_FILE: &str = "gul hest under broen 4";

/// A filled house in which CD is no leader.
fn filled(place: Place) -> Place {
    place.add_carl("carls lange sætning 9");
    place.secret("of-file", OF_FILE);
    place
}

fn as_cd(place: &Place, args: &[&str]) -> Ended {
    let mut command = place.bare();
    command.args(["--lang", "en", "--today", "2026-11-20", "--as", "CD"]);
    command.arg("--house").arg(place.house()).arg("--passphrase-file").arg(place.path("cd"));
    ended(command.args(args))
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_encrypted_to_its_own_passphrase_and_goes_in_again() {
    let place = filled(Place::demonstration());
    let (file, pass) = (place.path("house.age"), place.path("of-file"));
    let export = ["export", "--out", arg(&file), "--export-passphrase-file", arg(&pass)];
    let said = place.done(&export);
    assert!(said.contains("encrypted to the passphrase you chose"), "{said}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let sealed = fs::read(&file).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1"));
    let plain = open_file(&sealed, &SecretString::from(OF_FILE), &file).unwrap();
    assert_eq!(String::from_utf8(plain.to_vec()).unwrap(), place.run(&["export"]).out);
    let new = Place::another();
    new.done(&["import", "house", arg(&file), "--export-passphrase-file", arg(&pass)]);
    // A file that opens at once stands in for those that are refused.
    let cheap = seal_file(&plain, &SecretString::from(OF_FILE), Cost::Throwaway).unwrap();
    let (wrong, whole) = (new.secret("wrong", "helt forkert"), new.write("whole.age", &cheap));
    let cut = new.write("cut.age", &cheap[..cheap.len() / 2]);
    let refused = |file: &Path, pass: &Path| {
        new.refused(&["import", "house", arg(file), "--export-passphrase-file", arg(pass)])
    };
    assert!(refused(&whole, &wrong).contains("passphrase does not fit"));
    assert!(refused(&cut, &pass).contains("is damaged"));
    assert!(new.refused(&["import", "house", arg(&file)]).contains("--export-passphrase-file"));
}

#[test]
fn without_a_passphrase_or_with_a_weak_one_no_file_is_written() {
    let place = filled(Place::demonstration());
    let (file, weak) = (place.path("house.age"), place.secret("weak", "sommer2026"));
    assert!(place.refused(&["export", "--out", arg(&file)]).contains("--unencrypted"));
    let export = ["export", "--out", arg(&file), "--export-passphrase-file", arg(&weak)];
    assert!(place.refused(&export).contains("easy to guess"));
    let named = ["export", "--format", "ics", "--names", "--out", arg(&file)];
    assert!(place.run(&named).err.contains("--unencrypted"));
    assert!(!file.exists());
}

#[test]
fn tables_are_encrypted_under_a_key_that_lies_beside_them() {
    let place = filled(Place::demonstration());
    let (folder, pass) = (place.path("tables"), place.path("of-file"));
    place.done(&["export", "--format", "csv", "--out", arg(&folder), "--export-passphrase-file", arg(&pass)]);
    let names = names(&folder);
    assert!(
        names.contains(&"cases.csv.age".to_owned()) && names.iter().all(|n| n.ends_with(".age")),
        "{names:?}"
    );
    let key = fs::read(folder.join("key.age")).unwrap();
    let key = open_file(&key, &SecretString::from(OF_FILE), &folder).unwrap();
    assert!(key.starts_with(b"AGE-SECRET-KEY-1"));
    for name in names {
        assert!(fs::read(folder.join(&name)).unwrap().starts_with(b"age-encryption.org/v1"), "{name}");
    }
}

#[test]
fn somebody_who_is_no_leader_takes_out_what_is_open_to_them() {
    let mut records = demonstration();
    let scored = records.measures[0].talk;
    for talk in &mut records.talks {
        talk.open_to = if talk.id == scored { OpenTo::Only(vec![]) } else { OpenTo::House };
    }
    let text = |talk: &trivsel_domain::record::Talk| talk.text.as_str().to_owned();
    let secret = records.talks.iter().find(|t| t.id == scored).map(text).unwrap();
    let place = filled(Place::of(&records));
    let whole = place.run(&["export"]).out;
    let Ended { code, out, err } = as_cd(&place, &["export"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.starts_with("1 restricted note is not open to you"), "{err}");
    let records = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap()["records"].take();
    let (mine, all) = (records(&out), records(&whole));
    let count = |records: &serde_json::Value, list: &str| records[list].as_array().unwrap().len();
    assert_eq!(count(&mine, "talks"), count(&all, "talks"));
    assert!(count(&mine, "measures") < count(&all, "measures"));
    let told = |records: &serde_json::Value| records["talks"].to_string().contains(&secret);
    assert!(told(&all) && !told(&mine));
    for list in ["measures", "addenda", "follow_ups"] {
        assert!(!mine[list].to_string().contains(&scored.to_string()), "{list}");
    }
    // What is exported goes in again.
    let new = Place::another();
    let file = new.write("part.json", &out);
    new.done(&["import", "house", arg(&file)]);
    assert!(new.done(&["check"]).starts_with("The house is sound."));
}

#[test]
fn an_export_that_is_killed_leaves_nothing_plain() {
    let place = filled(Place::demonstration());
    let out = place.path("out");
    fs::create_dir(&out).unwrap();
    let (file, tables) = (out.join("house.json"), out.join("tables"));
    let before = place.run(&["export"]).out;
    let exports: [&[&str]; 2] = [
        &["export", "--unencrypted", "--out", arg(&file)],
        &["export", "--unencrypted", "--format", "csv", "--out", arg(&tables)],
    ];
    for args in exports {
        // As soon as anything is seen in the folder.
        killed_when(&place, args, || fs::read_dir(&out).unwrap().next().is_some());
        for name in names(&out) {
            match name.as_str() {
                "house.json" => assert_eq!(fs::read_to_string(&file).unwrap(), before),
                "tables" => assert!(tables.join("staff.csv").exists()),
                // A folder whose files have no names yet.
                _ => assert!(name.starts_with(".trivsel-") && names(&out.join(&name)).is_empty(), "{name}"),
            }
        }
        let _ = (fs::remove_file(&file), fs::remove_dir_all(&tables));
        // The next one removes what is left.
        place.done(args);
        assert!(names(&out).iter().all(|name| !name.starts_with(".trivsel-")), "{:?}", names(&out));
        let _ = (fs::remove_file(&file), fs::remove_dir_all(&tables));
    }
}
