//! Exporting a house and importing it into a new one.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use trivsel_store::{Access, AccessQuery};

use super::{Place, arg, demonstration, example};

fn full() -> Place {
    let place = Place::new();
    place.done(&["import", "cases", &example("cases.csv")]);
    place.done(&["import", "attendance", &example("attendance.csv")]);
    place.add_carl("carls sætning");
    place
}

/// The export with AB's id replaced by the one AB has in another house.
fn with_ab_of(text: &str, other: &str) -> serde_json::Value {
    let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let ab = |text: &str| {
        let house = parse(text);
        let staff = house["records"]["staff"].as_array().unwrap().iter();
        staff.clone().find(|s| s["initials"] == "AB").unwrap()["id"].as_str().unwrap().to_owned()
    };
    let mut house = parse(&text.replace(&ab(text), &ab(other)));
    // Lists of staff are sorted by id.
    let by_identity = |list: &mut serde_json::Value| {
        list.as_array_mut().unwrap().sort_by_key(ToString::to_string);
    };
    by_identity(&mut house["records"]["staff"]);
    for appointment in house["records"]["appointments"].as_array_mut().unwrap() {
        by_identity(&mut appointment["staff"]);
    }
    for talk in house["records"]["talks"].as_array_mut().unwrap() {
        talk.pointer_mut("/open_to/only").into_iter().for_each(by_identity);
    }
    house
}

#[test]
fn a_house_goes_into_a_new_one_whole() {
    let place = full();
    let text = place.done(&["export"]);
    let new = Place::another();
    let file = new.write("house.file", &text);
    assert_eq!(
        new.done(&["import", "house", "--dry-run", arg(&file)]),
        "The house can be imported, 10 children. Nothing is changed.\n"
    );
    new.done(&["import", "house", arg(&file)]);
    let again = new.done(&["export"]);
    assert_eq!(with_ab_of(&again, &text), with_ab_of(&text, &text));
    assert_eq!(new.done(&["export"]), again);
    assert!(new.done(&["check"]).starts_with("The house is sound."));
    // A second import is refused: only a house without children can be filled.
    assert!(new.refused(&["import", "house", arg(&file)]).contains("children already"));
    // Carl arrives without a key and can be given one.
    assert!(new.done(&["staff", "list"]).contains("no key"));
    let pass = new.secret("cd", "carls nye sætning");
    new.done(&["staff", "passphrase", "CD", "--new-passphrase-file", arg(&pass)]);
    assert!(!new.done(&["staff", "list"]).contains("no key"));
}

#[test]
fn a_demonstration_house_goes_through() {
    let records = demonstration();
    let place = Place::of(&records);
    let children = format!(" {} children", records.children.len());
    assert!(place.done(&["check"]).contains(&children));
    let out = place.path("out.file");
    place.done(&["export", "--unencrypted", "--out", arg(&out)]);
    let new = Place::another();
    new.done(&["import", "house", arg(&out)]);
    let out = fs::read_to_string(&out).unwrap();
    let again = new.path("again.file");
    new.done(&["export", "--unencrypted", "--out", arg(&again)]);
    assert!(with_ab_of(&fs::read_to_string(&again).unwrap(), &out) == with_ab_of(&out, &out));
}

#[test]
fn houses_of_format_2_are_imported_from_json_and_from_csv() {
    let old =
        |kind: &str| format!("{}/src/interchange/house/tests/format-2.{kind}", env!("CARGO_MANIFEST_DIR"));
    let imported = ["json", "csv"].map(|kind| {
        let place = Place::new();
        place.done(&["import", "house", &old(kind)]);
        assert!(place.done(&["check"]).starts_with("The house is sound."));
        let out = place.path("out.json");
        place.done(&["export", "--unencrypted", "--out", arg(&out)]);
        fs::read_to_string(&out).unwrap()
    });
    let names = |text: &str| {
        let house: serde_json::Value = serde_json::from_str(text).unwrap();
        let children = house["records"]["children"].as_array().unwrap().clone();
        assert_eq!(house["records"]["talks"].as_array().unwrap().len(), 5);
        children.iter().map(|c| c["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&imported[0])[0], "Søren Ægård Åse");
    assert_eq!(names(&imported[0]), names(&imported[1]));
}

#[test]
fn tables_go_to_a_new_private_folder() {
    let place = full();
    let nowhere = place.run(&["export", "--format", "csv"]);
    assert_eq!((nowhere.code, nowhere.out.as_str()), (2, ""));
    assert!(nowhere.err.contains("--out"), "{}", nowhere.err);
    let folder = place.path("tables");
    let said = place.done(&["export", "--format", "csv", "--unencrypted", "--out", arg(&folder)]);
    assert!(said.contains("not encrypted"), "{said}");
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    for file in ["children.csv", "cases.csv", "cases-moves.csv", "days.csv", "staff.csv"] {
        let mode = fs::metadata(folder.join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    assert_eq!(fs::read_to_string(folder.join("children.csv")).unwrap().lines().count(), 11);
    for extra in [&[][..], &["--force"]] {
        let again = [&["export", "--format", "csv", "--unencrypted", "--out", arg(&folder)], extra].concat();
        assert!(place.refused(&again).contains("exists already"));
    }
    assert!(place.refused(&["import", "house", arg(&folder.join("children.csv"))]).contains("no house"));
    let left: Vec<_> = fs::read_dir(place.dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!left.iter().any(|n| n.to_string_lossy().starts_with(".tmp")), "{left:?}");
}

#[test]
fn a_file_is_private_and_never_overwritten_unasked() {
    let place = full();
    let file = place.path("house.json");
    let said = place.done(&["export", "--unencrypted", "--out", arg(&file)]);
    assert!(said.contains("not encrypted"), "{said}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    fs::write(&file, "mine").unwrap();
    assert!(place.refused(&["export", "--unencrypted", "--out", arg(&file)]).contains("--force"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    place.done(&["export", "--unencrypted", "--out", arg(&file), "--force"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), place.done(&["export"]));
    let nowhere = place.path("nowhere/house.json");
    assert!(place.refused(&["export", "--unencrypted", "--out", arg(&nowhere)]).contains("nowhere"));
    // No partial file is left behind.
    let left: Vec<_> = fs::read_dir(place.dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!left.iter().any(|n| n.to_string_lossy().starts_with(".tmp")), "{left:?}");
}

#[test]
fn minutes_outside_a_day_are_refused_with_their_place() {
    let records = demonstration();
    let text = trivsel_interchange::write_house(&records).unwrap();
    let place = Place::new();
    for bad in ["0", "1440", "65536"] {
        let changed = text.replacen("\"minutes\": 15", &format!("\"minutes\": {bad}"), 1);
        let file = place.write("house.json", &changed);
        let said = place.refused(&["import", "house", arg(&file)]);
        assert!(
            said.starts_with("Line ") && said.contains("records.talks[") && !said.contains("database"),
            "{said}"
        );
    }
}

#[test]
fn a_file_that_is_not_a_house_is_refused() {
    let place = full();
    let text = place.done(&["export"]);
    let new = Place::another();
    let before = new.done(&["export"]);
    for (bad, says) in [
        ("{}".to_owned(), "no house written by"),
        (text.replacen("\"version\": ", "\"version\": 9", 1), "newer program"),
        (text.replacen("\"mark\": \"late\"", "\"mark\": \"later\"", 1), "records.days["),
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
fn restricted_notes_and_cpr_numbers_are_exported_with_a_warning() {
    let mut records = demonstration();
    records.talks[0].open_to = trivsel_domain::record::OpenTo::Only(Vec::new());
    for talk in records.talks.iter_mut().skip(1) {
        talk.open_to = trivsel_domain::record::OpenTo::House;
    }
    let child = &mut records.children[0];
    child.cpr = trivsel_domain::value::Cpr::new("010113-1234").ok();
    child.born = child.cpr.map(|c| c.born());
    let place = Place::of(&records);
    let out = place.path("out.json");
    let said = place.done(&["export", "--unencrypted", "--out", arg(&out)]);
    assert!(said.contains("also holds 1 restricted note"), "{said}");
    assert!(said.contains("also holds 1 CPR number in full"), "{said}");
    let written = fs::read_to_string(&out).unwrap();
    assert!(written.contains("\"only\": []") && written.contains("\"cpr\": \"010113-1234\""));
    let house = place.open();
    let log = house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }).unwrap();
    assert_eq!(log[0].access, Access::Export { case: None, what: "json".to_owned() });
}
