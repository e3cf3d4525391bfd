//! Calendars: the house's appointments in a file for a telephone.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use trivsel_store::{Access, AccessQuery, Asker, House, HouseFolder, KeyRing};

use super::{PASSPHRASE, Place, arg};

/// A house of invented children, with their appointments around 20 November 2026.
fn full() -> Place {
    let records = trivsel::demo::records("2026-11-20".parse().unwrap(), trivsel_store::mint).unwrap();
    let place = Place::new();
    let file = place.write("house.json", trivsel_interchange::write_house(&records).unwrap());
    place.done(&["import", "house", arg(&file)]);
    place
}

fn open(place: &Place) -> (House, Asker) {
    let folder = HouseFolder::open(place.house()).unwrap();
    let key = KeyRing::new(&folder).unlock("AB", &PASSPHRASE.into()).unwrap();
    let house = House::open(&folder, &key, trivsel_defaults::programmes().unwrap()).unwrap();
    let staff = house.staff().unwrap().into_iter().find(|s| s.initials.as_str() == "AB").unwrap();
    (house, Asker { staff: staff.id, at: "2026-11-20T08:15:00".parse().unwrap() })
}

#[test]
fn the_appointments_go_to_a_private_file_without_a_name_of_a_child() {
    let place = full();
    let file = place.path("house.ics");
    let said = place.done(&["export", "--format", "ics", "--out", arg(&file)]);
    assert!(said.contains("from 1 Aug 2026 to 31 Jul 2028"), "{said}");
    assert!(said.contains("Children have initials."), "{said}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(place.done(&["export", "--format", "ics"]), text);
    let (house, _) = open(&place);
    for child in house.children().unwrap() {
        for word in child.name.as_str().split(' ') {
            let whole = text.split(|c: char| !c.is_alphanumeric()).any(|w| w == word);
            assert!(!whole, "{word}: {text}");
        }
    }
    assert!(place.refused(&["export", "--format", "ics", "--out", arg(&file)]).contains("--force"));
    place.done(&["export", "--format", "ics", "--out", arg(&file), "--force", "--names"]);
    assert!(fs::read_to_string(&file).unwrap().contains(" · Alma Holm"));
    let log = house.access_log(&AccessQuery { limit: 1, ..AccessQuery::default() }).unwrap();
    assert_eq!(log[0].access, Access::Export { case: None, what: "ics".to_owned() });
}

#[test]
fn one_member_of_staff_and_some_days_can_be_chosen() {
    let place = full();
    let events = |args: &[&str]| {
        let text = place.done(&[&["export", "--format", "ics"], args].concat());
        text.matches("STATUS:CONFIRMED").count()
    };
    let (all, week) = (events(&[]), events(&["--from", "2026-11-16", "--to", "2026-11-22"]));
    let hers = events(&["--staff", "lb", "--from", "2026-11-16", "--to", "2026-11-22"]);
    assert!(0 < hers && hers < week && week < all, "{hers} {week} {all}");
    assert!(place.refused(&["export", "--format", "ics", "--staff", "QQ"]).contains("staff"));
    for (wrong, says) in [
        (&["--format", "ics", "--from", "2027-01-01", "--to", "2026-01-01"][..], "--from is after --to"),
        (&["--format", "json", "--names"][..], "--format ics"),
        (&["--format", "ics", "--from", "i går"][..], "a date such as 2026-11-25"),
    ] {
        let ended = place.run(&[&["export"], wrong].concat());
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{wrong:?}");
        assert!(ended.err.contains(says), "{}", ended.err);
    }
}
