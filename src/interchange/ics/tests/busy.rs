//! Tests of calendars that are read: when they make busy, and what is wrong with them.

use trivsel_words::{Lang, Words};

use super::*;
use crate::ics::read::{BusyCalendar, Wanted, read_busy};
use crate::{Fault, sentence};

const FIRST: &str = "2026-08-01";
const LAST: &str = "2027-07-31";

fn read(text: &str, titles: bool) -> BusyCalendar {
    let busy = line("Optaget");
    let wanted = Wanted { from: day(FIRST), to: day(LAST), busy: &busy, titles };
    let mut next = 0;
    read_busy(text.as_bytes(), &wanted, &mut || {
        next += 1;
        next
    })
}

/// A calendar of events, each given by its lines.
fn calendar(events: &[&str]) -> String {
    let event = |(n, lines): (usize, &&str)| {
        let uid = if lines.contains("UID:") { String::new() } else { format!("UID:{n}\n") };
        format!("BEGIN:VEVENT\n{uid}{lines}\nEND:VEVENT\n")
    };
    let events: String = events.iter().enumerate().map(event).collect();
    format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{events}END:VCALENDAR\n").replace('\n', "\r\n")
}

/// The busy times as text: `2027-03-18 13:00-13:50 Optaget`.
fn times(events: &[&str]) -> Vec<String> {
    let read = read(&calendar(events), false);
    assert_eq!(read.problems, []);
    said(&read)
}

fn said(read: &BusyCalendar) -> Vec<String> {
    let times = read.events.iter().flat_map(|event| &event.times);
    times
        .map(|time| {
            let hours = time.hours.map_or("-".to_owned(), |h| format!("{}-{}", h.from(), h.to()));
            format!("{} {hours} {}", time.date, time.title.as_str())
        })
        .collect()
}

#[test]
fn times_come_in_as_copenhagen_times_from_every_zone() {
    let read = times(&[
        "DTSTART:20270318T120000Z\nDTEND:20270318T125000Z",
        "DTSTART:20270330T110000Z\nDURATION:PT50M",
        "DTSTART;TZID=Europe/Copenhagen:20270318T130000\nDTEND;TZID=Europe/Copenhagen:20270318T135000",
        "DTSTART;TZID=Romance Standard Time:20270330T130000\nDTEND;TZID=Romance Standard Time:20270330T135000",
        "DTSTART;TZID=Europe/London:20270330T120000\nDTEND;TZID=Europe/London:20270330T125000",
        "DTSTART:20270330T130000\nDTEND:20270330T135000",
    ]);
    let spring = "2027-03-30 13:00-13:50 Optaget";
    let winter = "2027-03-18 13:00-13:50 Optaget";
    assert_eq!(read, [winter, spring, winter, spring, spring, spring]);
}

#[test]
fn days_are_days_and_a_night_is_two() {
    let read = times(&[
        "DTSTART;VALUE=DATE:20270327\nDTEND;VALUE=DATE:20270329",
        "DTSTART;VALUE=DATE:20261225",
        "DTSTART:20270303T220000\nDTEND:20270304T013000",
        "DTSTART:20270305T220000\nDTEND:20270306T000000",
    ]);
    assert_eq!(
        read,
        [
            "2027-03-27 - Optaget",
            "2027-03-28 - Optaget",
            "2026-12-25 - Optaget",
            "2027-03-03 22:00-23:59 Optaget",
            "2027-03-04 00:00-01:30 Optaget",
            "2027-03-05 22:00-23:59 Optaget",
        ]
    );
}

#[test]
fn recurrences_keep_their_local_time_over_the_change_and_end_where_they_say() {
    for (start, end, until) in [
        (
            "DTSTART;TZID=Europe/Copenhagen:20270316T130000",
            "DTEND;TZID=Europe/Copenhagen:20270316T140000",
            "COUNT=3",
        ),
        ("DTSTART:20270316T130000", "DURATION:PT1H", "UNTIL=20270330T130000"),
        // The last one is at 11:00 UTC, to the second.
        ("DTSTART;TZID=Europe/Copenhagen:20270316T130000", "DURATION:PT1H", "UNTIL=20270330T110000Z"),
        ("DTSTART;TZID=Europe/Copenhagen:20270316T130000", "DURATION:PT1H", "UNTIL=20270330"),
    ] {
        let read = times(&[&format!("{start}\n{end}\nRRULE:FREQ=WEEKLY;{until}")]);
        let days = ["2027-03-16", "2027-03-23", "2027-03-30"].map(|d| format!("{d} 13:00-14:00 Optaget"));
        assert_eq!(read, days, "{until}");
    }
    // A time of UTC stays one, so that the local time follows the change.
    let read = times(&["DTSTART:20270316T120000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20270330T120000Z"]);
    assert_eq!(
        read,
        [
            "2027-03-16 13:00-14:00 Optaget",
            "2027-03-23 13:00-14:00 Optaget",
            "2027-03-30 14:00-15:00 Optaget"
        ]
    );
}

#[test]
fn recurrences_without_an_end_fill_the_days_asked_for() {
    let read = |rule: &str| times(&[&format!("DTSTART:20240105T080000\nDURATION:PT1H\nRRULE:{rule}")]).len();
    assert_eq!(read("FREQ=DAILY"), 365);
    assert_eq!(read("FREQ=WEEKLY;BYDAY=MO,TH"), 104);
    assert_eq!(read("FREQ=MONTHLY;BYDAY=1FR"), 12);
    assert_eq!(read("FREQ=YEARLY"), 1);
}

#[test]
fn one_of_a_series_can_be_moved_left_out_or_cancelled() {
    let series = "UID:a\nSEQUENCE:4\nDTSTART;TZID=Europe/Copenhagen:20270301T130000\nDURATION:PT1H\n\
        EXDATE;TZID=Europe/Copenhagen:20270308T130000\nRRULE:FREQ=WEEKLY;COUNT=4";
    let moved = "UID:a\nSEQUENCE:5\nRECURRENCE-ID;TZID=Europe/Copenhagen:20270315T130000\n\
        DTSTART;TZID=Europe/Copenhagen:20270316T090000\nDURATION:PT30M";
    let cancelled = "UID:a\nSEQUENCE:1\nRECURRENCE-ID:20270322T120000Z\nSTATUS:CANCELLED\n\
        DTSTART;TZID=Europe/Copenhagen:20270322T130000\nDURATION:PT1H";
    // Another series at the same times is not touched by it.
    let other =
        "UID:b\nDTSTART;TZID=Europe/Copenhagen:20270301T130000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4";
    let both = calendar(&[series, moved, cancelled, other]);
    let read = read(&both, false);
    assert_eq!(read.problems, []);
    assert_eq!(read.events.len(), 2);
    assert_eq!(read.events[1].times.len(), 4);
    let mut first: Vec<String> = read.events[0].times.iter().map(|time| time.date.to_string()).collect();
    first.sort();
    assert_eq!(first, ["2027-03-01", "2027-03-16"]);
}

#[test]
fn what_takes_no_time_or_is_on_other_days_is_counted_and_left_out() {
    let read = read(
        &calendar(&[
            "DTSTART:20270301T080000\nDURATION:PT1H\nTRANSP:TRANSPARENT",
            "DTSTART:20270301T080000\nDURATION:PT1H\nSTATUS:CANCELLED",
            "DTSTART:20270301T080000",
            "DTSTART:20250301T080000\nDURATION:PT1H",
            "DTSTART:20270801T080000\nDURATION:PT1H",
        ]),
        false,
    );
    assert_eq!((read.free, read.outside, said(&read).len(), read.problems.len()), (3, 2, 0, 0));
}

#[test]
fn a_title_comes_in_only_if_it_is_asked_for_and_not_private() {
    let long = "æ".repeat(300);
    let events = calendar(&[
        "DTSTART:20270301T080000\nDURATION:PT1H\nSUMMARY:Tandlæge\\, kl. 8",
        "DTSTART:20270302T080000\nDURATION:PT1H\nSUMMARY:Læge\nCLASS:PRIVATE",
        "DTSTART:20270303T080000\nDURATION:PT1H\nSUMMARY:Bytte\u{202e}\u{1b}[31m",
        &format!("DTSTART:20270304T080000\nDURATION:PT1H\nSUMMARY:{long}"),
    ]);
    let titles = |titles| -> Vec<String> {
        let read = read(&events, titles);
        assert_eq!(read.problems, []);
        said(&read).iter().map(|time| time.split_once("09:00 ").unwrap().1.to_owned()).collect()
    };
    assert_eq!(titles(false), ["Optaget"; 4]);
    assert_eq!(titles(true), ["Tandlæge, kl. 8", "Optaget", "Bytte[31m", &"æ".repeat(200)]);
}

#[test]
fn every_bad_event_is_named_with_its_line() {
    let text = calendar(&[
        "DTSTART:20270301T080000\nDTEND:20270301T090000",
        "SUMMARY:Uden tid",
        "DTSTART:i morgen\nDURATION:PT1H",
        "DTSTART;TZID=Månen/Bagsiden:20270301T080000\nDURATION:PT1H",
        "DTSTART:20270301T080000\nDTEND:20270301T070000",
        "DTSTART:20270301T080000\nDURATION:PT1H\nRRULE:FREQ=HOURLY",
        "DTSTART:20271341T080000\nDURATION:PT1H",
        "UID: \nDTSTART:20270301T080000\nDURATION:PT1H",
        "DTSTART:19000101T080000\nDURATION:PT1H\nRRULE:FREQ=DAILY",
        "DTSTART:20270328T023000\nDURATION:PT1H\nRRULE:FREQ=NEVER",
    ]);
    let read = read(&text, false);
    let words = Words::new(Lang::En);
    let said: Vec<String> = read.problems.iter().map(|p| sentence(&words, &[], p)).collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_file_that_is_no_calendar_or_only_half_of_one_is_refused() {
    let whole = calendar(&["DTSTART:20270301T080000\nDURATION:PT1H"]);
    let fault = |bytes: &[u8]| {
        let busy = line("Optaget");
        let wanted = Wanted { from: day(FIRST), to: day(LAST), busy: &busy, titles: false };
        read_busy(bytes, &wanted, &mut || 1).problems.into_iter().map(|p| p.fault).collect::<Vec<_>>()
    };
    assert_eq!(fault(whole.as_bytes()), []);
    assert_eq!(fault(format!("\u{feff}{whole}").as_bytes()), []);
    for bad in [&b""[..], b"barn;dato\nAlma;1-1-2027\n", b"BEGIN:VCARD\nEND:VCARD\n", b"\xff\xfe\x00"] {
        assert_eq!(fault(bad), [Fault::NotACalendar]);
    }
    for cut in ["END:VEVENT", "END:VCALENDAR"] {
        assert_eq!(fault(whole.split(cut).next().unwrap().as_bytes()), [Fault::CutOff], "{cut}");
    }
}

#[test]
fn an_export_comes_back_with_its_times_and_says_what_it_was() {
    let (text, count) = written(None, true);
    let read = read(&text, true);
    assert_eq!(read.problems, []);
    let busy: Vec<_> = read.events.iter().filter(|event| !event.times.is_empty()).collect();
    assert_eq!(busy.len(), count);
    let ids: Vec<u128> = busy.iter().map(|event| event.own.unwrap().as_u128()).collect();
    assert_eq!(ids, [13, 16, 14, 15]);
    let house = house();
    for event in busy {
        let sent = house.appointments.iter().find(|a| Some(a.id) == event.own).unwrap();
        // The night without an hour from two to three comes back as the clock showed it.
        if sent.id.as_u128() != 16 {
            assert_eq!((event.times[0].date, event.times[0].hours), (sent.date, sent.hours));
        }
    }
}

proptest::proptest! {
    #[test]
    fn no_line_makes_the_reader_panic(lines in proptest::collection::vec("[A-Z;=:,0-9TZ\\-\\PC]{0,40}", 0..6)) {
        let text = calendar(&[&format!("DTSTART:20270301T080000\nRRULE:FREQ=DAILY;COUNT=2\n{}", lines.join("\n"))]);
        let _ = read(&text, true);
    }
}
