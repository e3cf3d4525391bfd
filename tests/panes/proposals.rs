//! The talks that propose themselves: listed by week, taken with a key, never booked unasked.

use trivsel_domain::record::{Appointment, DayPlan, Records, TalkKind, Timetable};
use trivsel_domain::value::{AppointmentId, Line, StaffId, TimetableId};
use trivsel_tui::message::Message;
use trivsel_words::Lang;

use crate::harness::house::{ALMA, changed, many, of};
use crate::harness::keys::presses;
use crate::harness::{Program, Start, date};

const LISE: StaffId = StaffId::from_u128(2);

/// The appointments that the house did not begin with, by day and time.
fn booked(program: &mut Program) -> Vec<Appointment> {
    let all = program.performer.house().appointments(date(2026, 1, 1), date(2027, 12, 31)).unwrap();
    all.into_iter().filter(|a| a.id.as_u128() > 999).collect()
}

fn told(all: &[Appointment]) -> Vec<String> {
    let hours = |a: &Appointment| a.hours.map(|h| format!("{}-{}", h.from(), h.to())).unwrap_or_default();
    all.iter().map(|a| format!("{} {} {}", a.date, hours(a), a.title.as_str())).collect()
}

fn full(number: u128, day: u32, staff: StaffId) -> Appointment {
    Appointment {
        id: AppointmentId::from_u128(number),
        date: date(2026, 11, 22) + chrono::Days::new(day.into()),
        hours: None,
        title: Line::new("Kursus").unwrap(),
        kind: None,
        case: None,
        staff: vec![staff],
        event: None,
        not_held: None,
        series: None,
    }
}

#[test]
fn next_weeks_proposals_are_taken_in_three_keys_and_undone_in_one() {
    let keys = "2fa";
    assert!(presses(keys) <= 3);
    let mut program = Start::default().on(changed(|_| {}));
    program.keys("2");
    assert!(program.shows(" Forslag: 7 ─"), "{}", program.screen());
    // They do not hide what the cursor stands on.
    assert!(!program.line("ons 25. nov").is_empty(), "{}", program.screen());
    program.keys("fa");
    let all = booked(&mut program);
    let week =
        ["2026-11-30 08:30-09:15 Udviklingssamtale Alma", "2026-12-01 08:30-09:15 Udviklingssamtale Asger"];
    assert_eq!(told(&all), week);
    assert!(all.iter().all(|a| a.kind == Some(TalkKind::Development) && a.case.is_some()), "{all:?}");
    assert!(program.shows("2 aftaler er lagt i kalenderen.  Ctrl+Z fortryder."), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(booked(&mut program).is_empty(), "{}", program.screen());
}

#[test]
fn how_many_talks_propose_themselves_has_room_in_the_demonstration_in_both_languages() {
    for (lang, told) in [(Lang::Da, " Forslag: 31 ─"), (Lang::En, " Proposals: 31 ─")] {
        let mut program = Start { lang, ..Start::default() }.on(of(&many(8)));
        program.model.demo = true;
        program.keys("2");
        assert!(program.shows("DEMO") && program.shows(told), "{}", program.screen());
        // The user's own calendar is named by initials where the name has no room.
        program.keys("a");
        assert!(program.shows("─ MK ─") && program.shows(told), "{}", program.screen());
    }
}

#[test]
fn one_is_taken_another_put_aside_and_nothing_is_booked_unasked() {
    let mut program = Start::default().on(changed(|_| {}));
    program.keys("0f");
    assert!(program.shows("Udviklingssamtale") && program.shows("én gang i uge 49"), "{}", program.screen());
    assert!(booked(&mut program).is_empty());
    program.keys("-");
    assert!(program.shows("Lagt til side"), "{}", program.screen());
    program.keys("<enter>");
    assert_eq!(told(&booked(&mut program)), ["2026-12-01 08:30-09:15 Udviklingssamtale Asger"]);
    assert!(
        program.shows("Aftale gemt: Udviklingssamtale Asger, tir 1. dec 8.30–9.15.  Ctrl+Z fortryder."),
        "{}",
        program.screen()
    );
    // What is put aside is neither listed again nor taken with the others.
    program.keys("<esc>2f<end>a");
    assert!(booked(&mut program).iter().all(|a| a.date < date(2026, 11, 30) || a.case != Some(ALMA)));
}

#[test]
fn a_talk_without_a_free_time_says_why() {
    let mut program = Start::default().on(changed(|records: &mut Records| {
        // The first contact of both children is away the whole of next week.
        records.appointments.extend((1..=14).map(|n| full(10 + u128::from(n), n, StaffId::from_u128(1))));
    }));
    program.keys("2f");
    assert!(program.shows("ingen ledig tid"), "{}", program.screen());
    assert!(
        program.shows("Ingen ledig tid i perioden, hvor barnet og MK kan mødes."),
        "{}",
        program.screen()
    );
    program.keys("a");
    assert!(program.shows("Ingen af dem har en ledig tid"), "{}", program.screen());
    assert!(booked(&mut program).is_empty());
}

#[test]
fn a_colleague_who_was_faster_is_not_booked_over() {
    let mut program = Start::default().on(changed(|_| {}));
    program.keys("2f");
    let taken = full(500, 8, StaffId::from_u128(1));
    let asker = trivsel_store::Asker::new(LISE, crate::harness::morning());
    let edit = trivsel_domain::record::Edit::create(taken);
    let action = trivsel_domain::decide::Action::Save(vec![edit.into()]);
    program.performer.house().perform(asker, &action).unwrap();
    program.keys("a");
    assert!(program.shows("En af tiderne er lige blevet taget"), "{}", program.screen());
    assert!(booked(&mut program).is_empty());
    // The list has moved on; the same key takes the new times.
    program.keys("a");
    let all = booked(&mut program);
    assert!(!all.is_empty() && all.iter().all(|a| a.date > date(2026, 11, 30)), "{all:?}");
}

#[test]
fn the_list_is_ones_own_or_everybodys_and_follows_the_house() {
    let mut program = Start::default().on(changed(|records: &mut Records| {
        records.cases[1].contacts.primary = Some(LISE);
        records.cases[1].contacts.secondary = None;
    }));
    program.keys("2f");
    assert!(!program.shows("Asger Lund") && program.shows("[Mine]"), "{}", program.screen());
    program.keys("v");
    assert!(program.shows("Asger Lund") && program.shows("[Alle]"), "{}", program.screen());
    // A colleague books one above the cursor: the cursor stays on its own.
    program.keys("<end>");
    let selected = program.turned_over();
    let taken = full(500, 4, StaffId::from_u128(1));
    let asker = trivsel_store::Asker::new(LISE, crate::harness::morning());
    let action =
        trivsel_domain::decide::Action::Save(vec![trivsel_domain::record::Edit::create(taken).into()]);
    program.performer.house().perform(asker, &action).unwrap();
    program.send(Message::ChangedElsewhere);
    assert_eq!(program.turned_over(), selected, "{}", program.screen());
}

#[test]
fn nothing_is_taken_where_the_house_is_only_read() {
    let mut program = Start::default().on(changed(|_| {}));
    program.model.writable = false;
    program.keys("2fa");
    assert!(program.shows("Huset kan kun læses"), "{}", program.screen());
    assert!(booked(&mut program).is_empty());
}

#[test]
fn the_proposals_on_two_screens() {
    for (name, width, height) in [("proposals_80", 80, 24), ("proposals_120", 120, 40)] {
        let mut program = Start::sized(width, height).on(of(&crate::harness::house::SIXTEEN));
        program.keys("2f");
        insta::assert_snapshot!(name, program.screen());
    }
}

#[test]
fn the_next_free_times_of_the_people_on_the_line_are_put_into_it() {
    let mut program = Program::usual();
    program.keys("2nforældre toft lb mk<ctrl-t>");
    assert!(program.shows("Ledige tider · 50 minutter · Ida Marie Toft LB MK"), "{}", program.screen());
    program.keys("2");
    assert!(program.shows("Forældresamtale · Ida Marie Toft · LB MK"), "{}", program.screen());
    program.keys("<enter>");
    let all = booked(&mut program);
    assert_eq!(told(&all), ["2026-11-25 10:00-10:50 Forældresamtale Ida"]);
    // Alma's own appointment at 13, which is Maja Krog's too, is no free time; the child goes home at 12.
    program.keys("nudvikling alma 25.11 11<ctrl-t><down><enter><enter>");
    let all = booked(&mut program);
    assert_eq!(told(&all)[1], "2026-11-26 08:30-09:15 Udviklingssamtale Alma");
}

#[test]
fn later_times_are_a_page_away_and_the_typed_text_stays() {
    let mut program = Program::usual();
    program.keys("2n\"Status 13\" fre 10 lb 40m<ctrl-t>");
    assert!(program.shows("10–10.40") && program.shows("10.45–11.25"), "{}", program.screen());
    program.keys("4");
    assert!(
        program.shows("▲ Der er 3 tider på listen: 1 til 3 sætter en af dem ind."),
        "{}",
        program.screen()
    );
    assert!(program.shows("Ledige tider"), "{}", program.screen());
    program.keys("q");
    assert!(program.shows("▲ 1-3 eller Enter sætter tiden ind"), "{}", program.screen());
    program.keys("<pgdn>");
    assert!(program.shows("12.15–12.55") && !program.shows("10–10.40"), "{}", program.screen());
    program.keys("<pgup>");
    assert!(program.shows("10–10.40"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("fre 10 lb 40m"), "{}", program.screen());
    program.keys("<ctrl-t>1<enter>");
    let all = booked(&mut program);
    assert_eq!(told(&all), ["2026-11-27 10:00-10:40 Status 13"]);
    assert_eq!(all[0].staff, [LISE]);
}

#[test]
fn a_line_that_is_wrong_or_has_no_free_time_says_so() {
    let mut program = Program::usual();
    program.keys("2ntoft alma<ctrl-t>");
    assert!(program.shows("ét barn ad gangen"), "{}", program.screen());
    let mut program = Start::default().on(changed(|records: &mut Records| {
        let days = [const { DayPlan::Off }; 5];
        let id = TimetableId::from_u128(900);
        records.timetables.push(Timetable { id, case: ALMA, from: date(2026, 11, 1), days });
    }));
    program.keys("2nudvikling alma<ctrl-t>");
    assert!(program.shows("Ingen ledig tid i de næste 8 uger"), "{}", program.screen());
    assert!(program.shows("udvikling alma"), "{}", program.screen());
    // A talk with the parents needs no child.
    program.keys("<ctrl-u>forældre alma<ctrl-t>");
    assert!(program.shows("Ledige tider · 50 minutter · Alma Holm MK"), "{}", program.screen());
}
