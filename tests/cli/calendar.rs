//! Calendars: the house's appointments in a file for a telephone.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use trivsel_store::{Access, AccessQuery};

use super::{Place, arg};

#[test]
fn the_appointments_go_to_a_private_file_without_a_name_of_a_child() {
    let place = Place::demonstration();
    let file = place.path("house.ics");
    let export = ["export", "--format", "ics", "--out", arg(&file)];
    let closed = place.run(&export);
    assert_eq!((closed.code, closed.out.as_str(), file.exists()), (2, "", false));
    assert!(closed.err.contains("--unencrypted"), "{}", closed.err);
    let export = [&export[..], &["--unencrypted"]].concat();
    let said = place.done(&export);
    assert!(said.contains("from 1 Aug 2026 to 31 Jul 2028"), "{said}");
    assert!(said.contains("Children have initials."), "{said}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(place.done(&["export", "--format", "ics"]), text);
    let (house, _) = place.open_as_ab();
    for child in house.children().unwrap() {
        for word in child.name.as_str().split(' ') {
            let whole = text.split(|c: char| !c.is_alphanumeric()).any(|w| w == word);
            assert!(!whole, "{word}: {text}");
        }
    }
    assert!(place.refused(&export).contains("--force"));
    place.done(&[&export[..], &["--force", "--names"]].concat());
    assert!(fs::read_to_string(&file).unwrap().contains(" · Alma Holm"));
    let log = house.access_log(&AccessQuery { limit: 1, ..AccessQuery::default() }).unwrap();
    assert_eq!(log[0].access, Access::Export { case: None, what: "ics".to_owned() });
}

#[test]
fn one_member_of_staff_and_some_days_can_be_chosen() {
    let place = Place::demonstration();
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

/// AB's own calendar: a weekly meeting over the change to summer time, a private visit, and a free evening.
const OWN: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n\
    BEGIN:VEVENT\r\nUID:uge@egen\r\nDTSTART;TZID=Europe/Copenhagen:20270316T130000\r\n\
    DTEND;TZID=Europe/Copenhagen:20270316T140000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Kor\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:l\u{e6}ge@egen\r\nDTSTART:20261124T080000Z\r\nDTEND:20261124T083000Z\r\n\
    SUMMARY:L\u{e6}gen\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:fri@egen\r\nDTSTART:20261125T180000Z\r\nDTEND:20261125T190000Z\r\n\
    TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn busy(place: &Place) -> Vec<String> {
    let (house, asker) = place.open_as_ab();
    let all = house.appointments("2026-08-01".parse().unwrap(), "2027-07-31".parse().unwrap()).unwrap();
    let busy = all.into_iter().filter(|a| a.event.is_some());
    busy.map(|a| {
        assert_eq!((a.case, a.staff), (None, vec![asker.staff]));
        let hours = a.hours.unwrap();
        format!("{} {}-{} {}", a.date, hours.from(), hours.to(), a.title.as_str())
    })
    .collect()
}

#[test]
fn a_persons_own_calendar_makes_them_busy_and_comes_again_without_doubling() {
    let place = Place::demonstration();
    let file = place.write("own.ics", OWN);
    let said = place.done(&["import", "ics", "--dry-run", arg(&file)]);
    assert!(said.contains("4 new, 0 would change, 0 would go. Nothing is changed."), "{said}");
    assert_eq!(busy(&place), [""; 0]);
    let said = place.done(&["import", "ics", arg(&file)]);
    assert!(said.contains("4 new, 0 changed, 0 removed.\n1 event takes no time"), "{said}");
    let before = [
        "2026-11-24 09:00-09:30 Busy",
        "2027-03-16 13:00-14:00 Busy",
        "2027-03-23 13:00-14:00 Busy",
        "2027-03-30 13:00-14:00 Busy",
    ];
    assert_eq!(busy(&place), before);
    assert!(place.done(&["import", "ics", arg(&file)]).contains("0 new, 0 changed, 0 removed."));
    assert_eq!(busy(&place), before);
    // Moved to Wednesdays, one fewer, and the visit cancelled.
    let moved = OWN.replace("20270316T", "20270317T").replace("COUNT=3", "COUNT=2");
    let moved = moved.replace("SUMMARY:L\u{e6}gen", "STATUS:CANCELLED\r\nSUMMARY:L\u{e6}gen");
    let file = place.write("own.ics", moved);
    assert!(place.done(&["import", "ics", arg(&file)]).contains("0 new, 2 changed, 2 removed."));
    assert_eq!(busy(&place), ["2027-03-17 13:00-14:00 Busy", "2027-03-24 13:00-14:00 Busy"]);
    // What has left the file goes only if the file is the whole calendar.
    let empty = place.write("own.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n");
    assert!(place.done(&["import", "ics", arg(&empty)]).contains("0 new, 0 changed, 0 removed."));
    assert!(place.done(&["import", "ics", "--all", arg(&empty)]).contains("0 new, 0 changed, 2 removed."));
    assert_eq!(busy(&place), [""; 0]);
    assert!(place.done(&["check"]).starts_with("The house is sound."));
}

#[test]
fn a_calendar_with_a_bad_event_changes_nothing_and_names_it() {
    let place = Place::demonstration();
    let file = place.write("own.ics", OWN.replace("DTSTART:20261124T080000Z", "DTSTART:snart"));
    let said = place.refused(&["import", "ics", arg(&file)]);
    assert!(said.starts_with("Line 11, “DTSTART”, “snart”: neither a date"), "{said}");
    assert!(said.contains("1 problem. Nothing is imported"), "{said}");
    assert!(!said.contains("L\u{e6}gen"), "{said}");
    assert_eq!(busy(&place), [""; 0]);
}

#[test]
fn titles_come_in_when_asked_and_busy_times_do_not_go_out_again() {
    let place = Place::demonstration();
    let before = place.done(&["export", "--format", "ics", "--staff", "AB"]);
    let file = place.write("own.ics", OWN);
    place.done(&["import", "ics", "--titles", "--from", "2027-01-01", "--to", "2027-03-20", arg(&file)]);
    assert_eq!(busy(&place), ["2027-03-16 13:00-14:00 Kor"]);
    assert_eq!(place.done(&["export", "--format", "ics", "--staff", "AB"]), before);
    // The house's own export makes nobody busy twice.
    let own = place.write("out.ics", place.done(&["export", "--format", "ics"]));
    assert!(place.done(&["import", "ics", arg(&own)]).contains("0 new, 0 changed, 0 removed."));
    // The house goes into another with its busy times.
    let whole = place.path("whole.json");
    place.done(&["export", "--unencrypted", "--out", arg(&whole)]);
    let (new, again) = (Place::another(), place.path("again.json"));
    new.done(&["import", "house", arg(&whole)]);
    new.done(&["export", "--unencrypted", "--out", arg(&again)]);
    assert!(fs::read_to_string(&again).unwrap().contains("\"event\": \"uge@egen\""));
}
