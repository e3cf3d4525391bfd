//! Tests of calendars: what is written, byte for byte.

mod busy;

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::record::*;
use trivsel_domain::value::*;
use trivsel_words::{Lang, Words};

use super::initials::{Names, initials};
use super::revision::Revisions;
use super::write::{Agenda, write_agenda};

/// Written by this program, and opened without a complaint in khal and in Python's icalendar.
const GOLDEN: &str = include_str!("tests/agenda.ics");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

fn name(text: &str) -> PersonName {
    PersonName::new(text).unwrap()
}

fn hours(from: (u32, u32), to: (u32, u32)) -> Option<Hours> {
    let time = |(hour, minute)| TimeOfDay::new(hour, minute).unwrap();
    Hours::new(time(from), time(to)).ok()
}

fn appointment(id: u128, date: &str, hours: Option<Hours>, title: &str, case: Option<u128>) -> Appointment {
    Appointment {
        id: AppointmentId::from_u128(id),
        date: day(date),
        hours,
        title: line(title),
        kind: None,
        case: case.map(CaseId::from_u128),
        staff: vec![StaffId::from_u128(1)],
        event: None,
        not_held: None,
        series: None,
    }
}

fn child(id: u128, text: &str) -> Child {
    Child::new(ChildId::from_u128(id), name(text), None, None, vec![])
}

fn case(id: u128) -> Case {
    let referral = Referral { on: day("2026-08-10"), note: None };
    Case::new(CaseId::from_u128(id), ChildId::from_u128(id), ProgrammeCode::new("trivsel").unwrap(), referral)
}

/// Appointments on both sides of the change to summer time, with names that are hard to write and to hide.
fn house() -> Records {
    let staff = |id, initials, full| Staff {
        id: StaffId::from_u128(id),
        name: name(full),
        initials: Initials::new(initials).unwrap(),
        competencies: vec![],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    };
    let mother = Person {
        id: PersonId::from_u128(1),
        child: ChildId::from_u128(1),
        role: Role::Mother,
        name: name("Birgit af Rosenørn"),
        custody: None,
        phone: None,
        mail: None,
        workplace: None,
        note: None,
        until: None,
    };
    let both = appointment(14, "2027-03-30", hours((13, 0), (13, 50)), "Søren og moren, Birgit", Some(1));
    Records {
        staff: vec![staff(1, "LB", "Lise Bang"), staff(2, "AB", "Anne Bæk")],
        children: vec![child(1, "Søren Ægård Åse"), child(2, "مريم Li-Na; \\n, O’Brien")],
        people: vec![mother],
        cases: vec![case(1), case(2)],
        closures: vec![Closure {
            id: ClosureId::from_u128(9),
            kind: ClosureKind::Local,
            name: Some(line("Personaledag, mappe; uge \\12")),
            rule: ClosureRule::Dates { from: day("2027-03-22"), to: day("2027-03-24") },
        }],
        appointments: vec![
            appointment(13, "2027-03-18", hours((13, 0), (13, 50)), "Forældresamtale", Some(1)),
            Appointment { staff: vec![StaffId::from_u128(2), StaffId::from_u128(1)], ..both },
            appointment(
                15,
                "2027-03-31",
                None,
                "Tur til Ægårds gård af de lange: aase, SOREN og linas",
                Some(2),
            ),
            appointment(16, "2027-03-28", hours((2, 30), (23, 59)), "Natten, da timen faldt ud", None),
            appointment(17, "2029-03-28", hours((8, 0), (9, 0)), "For langt fremme", None),
        ],
        ..Records::default()
    }
}

fn history(house: &Records) -> Vec<(NaiveDateTime, Change)> {
    let created = |a: &Appointment| (at("2026-11-20T08:15:00"), Edit::create(a.clone()).into());
    let mut history: Vec<(NaiveDateTime, Change)> = house.appointments.iter().map(created).collect();
    let old = appointment(13, "2027-03-17", hours((13, 0), (13, 50)), "Forældresamtale", Some(1));
    let moved = Edit::new(Some(old), house.appointments.first().cloned()).unwrap();
    let removed = appointment(18, "2027-03-19", hours((10, 0), (11, 0)), "Åse hjemme", Some(1));
    history.push((at("2027-03-01T09:00:00"), moved.into()));
    history.push((at("2027-03-02T09:00:00"), Edit::create(removed.clone()).into()));
    history.push((at("2027-04-03T09:00:00"), Edit::new(Some(removed), None).unwrap().into()));
    history
}

fn written(staff: Option<u128>, full_names: bool) -> (String, usize) {
    of(&house(), staff, full_names)
}

fn of(house: &Records, staff: Option<u128>, full_names: bool) -> (String, usize) {
    let history = history(house);
    let revisions = Revisions::of(history.iter().map(|(at, change)| (*at, change)));
    let (from, to) = (day("2026-08-01"), day("2028-07-31"));
    let staff = staff.map(StaffId::from_u128);
    let agenda = Agenda { records: house, revisions: &revisions, staff, from, to, full_names };
    write_agenda(&Words::new(Lang::Da), &agenda).unwrap()
}

/// The lines of a calendar, unfolded.
fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

#[test]
fn a_calendar_is_written_byte_for_byte() {
    let (text, count) = written(None, false);
    if std::env::var_os("INSTA_UPDATE").is_some_and(|v| v == "always") {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/ics/tests/agenda.ics"), &text).unwrap();
    } else {
        assert_eq!(text, GOLDEN);
    }
    assert_eq!(count, 4);
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn local_times_are_right_on_both_sides_of_the_change() {
    let lines = lines(&written(None, false).0);
    for holds in [
        "DTSTART:20270318T120000Z",
        "DTEND:20270318T125000Z",
        "DTSTART:20270330T110000Z",
        // 2.30 does not exist on that night: with the offset before it, it is 3.30 summer time.
        "DTSTART:20270328T013000Z",
        "DTEND:20270328T215900Z",
        "DTSTART;VALUE=DATE:20270331",
        "DTEND;VALUE=DATE:20270401",
        "DTSTART;VALUE=DATE:20270322",
        "DTEND;VALUE=DATE:20270325",
        "DTSTAMP:20270403T070000Z",
    ] {
        assert!(lines.iter().any(|line| line == holds), "{holds}: {lines:#?}");
    }
}

#[test]
fn names_are_initials_unless_they_are_asked_for() {
    let shortened = lines(&written(None, false).0);
    let titles: Vec<&str> = shortened.iter().filter_map(|line| line.strip_prefix("SUMMARY:")).collect();
    assert_eq!(
        titles,
        [
            "Forældresamtale · S.Æ.Å.",
            "Natten\\, da timen faldt ud",
            "S. og moren\\, B. · S.Æ.Å.",
            "Tur til Æ. gård af de lange: A.\\, S. og linas · م.L.N.N.O.B.",
            "Å. hjemme · S.Æ.Å.",
            "Personaledag\\, mappe\\; uge \\\\12",
        ]
    );
    let full = lines(&written(None, true).0);
    assert!(full.iter().any(|line| line == "SUMMARY:Forældresamtale · Søren Ægård Åse"), "{full:#?}");
}

#[test]
fn a_removed_appointment_is_cancelled_under_its_own_uid() {
    let lines = lines(&written(None, false).0);
    let at = lines.iter().position(|line| line == "STATUS:CANCELLED").unwrap();
    let event = &lines[..at];
    let uid = event.iter().rev().find(|line| line.starts_with("UID:")).unwrap();
    assert_eq!(uid, "UID:00000000-0000-0000-0000-000000000012@trivsel");
    assert_eq!(event.iter().rev().find(|line| line.starts_with("SEQUENCE")).unwrap(), "SEQUENCE:1");
    assert_eq!(lines.iter().filter(|line| *line == "STATUS:CONFIRMED").count(), 4);
}

#[test]
fn an_appointment_that_was_not_held_is_cancelled_and_not_counted() {
    let mut records = house();
    let before = of(&records, None, false);
    records.appointments[0].not_held = Some(NotHeld::FamilyCancelled);
    let after = of(&records, None, false);
    assert_eq!(after.1 + 1, before.1);
    let count = |text: &str, status| lines(text).iter().filter(|line| *line == status).count();
    assert_eq!(count(&after.0, "STATUS:CANCELLED"), count(&before.0, "STATUS:CANCELLED") + 1);
    assert_eq!(count(&after.0, "STATUS:CONFIRMED") + 1, count(&before.0, "STATUS:CONFIRMED"));
}

#[test]
fn a_calendar_of_one_member_of_staff_holds_theirs_and_the_closing_days() {
    let (text, count) = written(Some(2), false);
    let lines = lines(&text);
    assert_eq!(count, 1);
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 2);
    assert!(lines.iter().any(|line| line == "DESCRIPTION:AB LB"));
}

#[test]
fn a_calendar_without_appointments_is_still_one() {
    let (records, revisions) = (Records::default(), Revisions::default());
    let (from, to) = (day("2026-08-01"), day("2027-07-31"));
    let agenda =
        Agenda { records: &records, revisions: &revisions, staff: None, from, to, full_names: false };
    let (text, count) = write_agenda(&Words::new(Lang::En), &agenda).unwrap();
    assert_eq!(count, 0);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
}

#[test]
fn a_name_is_found_in_every_spelling_and_as_a_whole_word() {
    let names = Names::of(&house());
    for (text, short) in [
        ("Møde om Søren", "Møde om S."),
        ("so\u{308}ren, Sørens og SOEREN", "S., S. og S."),
        ("sørensen er en anden", "sørensen er en anden"),
        ("(Rosenørn)", "(R.)"),
        ("", ""),
    ] {
        assert_eq!(names.shortened(text), short);
    }
    assert_eq!(initials("Carl Emil Friis"), "C.E.F.");
}
