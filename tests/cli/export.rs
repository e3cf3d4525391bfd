//! Exporting a house, and importing it into a new one.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use trivsel_store::{House, HouseFolder, Reading, ReadingQuery, Slots};

use super::{PASSPHRASE, Place, arg, example};

fn full() -> Place {
    let place = Place::new();
    place.done(&["import", "cases", &example("cases.csv")]);
    place.done(&["import", "attendance", &example("attendance.csv")]);
    let pass = place.secret("cd", "carls sætning");
    place.done(&[
        "staff",
        "add",
        "--name",
        "Carl Dam",
        "--initials",
        "CD",
        "--phone",
        "+45 12 34 56 78",
        "--new-passphrase-file",
        arg(&pass),
    ]);
    place
}

#[test]
fn a_house_goes_into_a_new_one_to_the_byte() {
    let place = full();
    for format in ["json", "csv"] {
        let text = place.done(&["export", "--format", format]);
        let new = Place::new();
        let file = new.write("house.file", &text);
        assert_eq!(
            new.done(&["import", "house", "--dry-run", arg(&file)]),
            "The house can be imported, 10 children. Nothing is changed.\n"
        );
        new.done(&["import", "house", arg(&file)]);
        assert_eq!(new.done(&["export", "--format", format]), text);
        assert!(new.done(&["check"]).starts_with("The house is sound."));
        // Not twice: a house is filled while it has no children.
        assert!(new.refused(&["import", "house", arg(&file)]).contains("children already"));
        // Carl came without a key and can be given one.
        assert!(new.done(&["staff", "list"]).contains("no key"));
        let pass = new.secret("cd", "carls nye sætning");
        new.done(&["staff", "passphrase", "CD", "--new-passphrase-file", arg(&pass)]);
        assert!(!new.done(&["staff", "list"]).contains("no key"));
    }
}

#[test]
fn a_demonstration_house_goes_through_both_formats() {
    let day = "2026-11-20".parse().unwrap();
    let records = trivsel::demo::records(day, trivsel_store::mint).unwrap();
    for format in [trivsel_interchange::Format::Json, trivsel_interchange::Format::Csv] {
        let text = trivsel_interchange::write_house(&records, format).unwrap();
        let place = Place::new();
        let file = place.write("house.file", &text);
        place.done(&["import", "house", arg(&file)]);
        let children = format!(" {} children", records.children.len());
        assert!(place.done(&["check"]).contains(&children));
        let kind = if format == trivsel_interchange::Format::Json { "json" } else { "csv" };
        let (out, again) = (place.path("out.file"), place.path("again.file"));
        place.done(&["export", "--format", kind, "--out", arg(&out)]);
        let new = Place::new();
        new.done(&["import", "house", arg(&out)]);
        new.done(&["export", "--format", kind, "--out", arg(&again)]);
        assert!(fs::read(&again).unwrap() == fs::read(&out).unwrap(), "{kind}");
    }
}

#[test]
fn a_file_is_private_and_never_overwritten_unasked() {
    let place = full();
    let file = place.path("house.json");
    let said = place.done(&["export", "--out", arg(&file)]);
    assert!(said.contains("not encrypted"), "{said}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    fs::write(&file, "mine").unwrap();
    assert!(place.refused(&["export", "--out", arg(&file)]).contains("--force"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    place.done(&["export", "--out", arg(&file), "--force"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), place.done(&["export"]));
    let nowhere = place.path("nowhere/house.json");
    assert!(place.refused(&["export", "--out", arg(&nowhere)]).contains("nowhere"));
    // Nothing half-written stays behind.
    let left: Vec<_> = fs::read_dir(place.dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!left.iter().any(|n| n.to_string_lossy().starts_with(".tmp")), "{left:?}");
}

#[test]
fn minutes_outside_a_day_are_refused_with_their_line() {
    let day = "2026-11-20".parse().unwrap();
    let records = trivsel::demo::records(day, trivsel_store::mint).unwrap();
    let text = trivsel_interchange::write_house(&records, trivsel_interchange::Format::Json).unwrap();
    let place = Place::new();
    for bad in ["0", "1440", "65536"] {
        let changed = text.replacen("\"minutes\": 15", &format!("\"minutes\": {bad}"), 1);
        let file = place.write("house.json", &changed);
        let said = place.refused(&["import", "house", arg(&file)]);
        assert!(said.starts_with("Line ") && !said.contains("database"), "{said}");
    }
}

#[test]
fn a_file_that_is_no_house_is_refused() {
    let place = full();
    let text = place.done(&["export"]);
    let new = Place::new();
    let before = new.done(&["export"]);
    for (bad, says) in [
        ("{}".to_owned(), "no house written by"),
        (text.replace("\"version\": 2", "\"version\": 7"), "newer program"),
        (text.replacen("\"late 08:55\"", "\"late\"", 1), "Line "),
        (text[..text.len() / 2].to_owned(), "Line "),
        (text.replacen("\"seat\": 2,", "\"seat\": 1,", 1), "hold one seat"),
    ] {
        let file = new.write("house.file", &bad);
        let said = new.refused(&["import", "house", arg(&file)]);
        assert!(said.contains(says), "{said}");
    }
    assert_eq!(new.done(&["export"]), before);
}

#[test]
fn restricted_notes_and_cpr_numbers_are_written_whole_and_said_so() {
    let day = "2026-11-20".parse().unwrap();
    let mut records = trivsel::demo::records(day, trivsel_store::mint).unwrap();
    records.talks[0].open_to = trivsel_domain::OpenTo::Only(Vec::new());
    for talk in records.talks.iter_mut().skip(1) {
        talk.open_to = trivsel_domain::OpenTo::House;
    }
    let child = &mut records.children[0];
    child.cpr = trivsel_domain::Cpr::new("010113-1234").ok();
    child.born = child.cpr.map(|c| c.born());
    let text = trivsel_interchange::write_house(&records, trivsel_interchange::Format::Json).unwrap();
    let place = Place::new();
    let file = place.write("house.json", &text);
    place.done(&["import", "house", arg(&file)]);
    let out = place.path("out.json");
    let said = place.done(&["export", "--out", arg(&out)]);
    assert!(said.contains("also holds 1 restricted note"), "{said}");
    assert!(said.contains("also holds 1 CPR number in full"), "{said}");
    let written = fs::read_to_string(&out).unwrap();
    assert!(written.contains("\"open_to\": \"only\"") && written.contains("\"cpr\": \"010113-1234\""));
    let folder = HouseFolder::open(place.house()).unwrap();
    let key = Slots::new(&folder).unlock("AB", &PASSPHRASE.into()).unwrap();
    let house = House::open(&folder, &key, trivsel_defaults::programmes().unwrap()).unwrap();
    let log = house.readings(&ReadingQuery { limit: 9, ..ReadingQuery::default() }).unwrap();
    assert_eq!(log[0].reading, Reading::Export { case: None, what: "json".to_owned() });
}
