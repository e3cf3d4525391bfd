//! What is different about an appointment, typed on one line: time, people, title and kind, and the rule of a series.

use trivsel_domain::record::{Appointment, TalkKind};
use trivsel_domain::value::StaffId;

use crate::harness::keys::presses;
use crate::harness::{Program, Start, date, house};

/// The appointments after today, by day and time.
fn all(program: &mut Program) -> Vec<Appointment> {
    program.performer.house().appointments(date(2026, 11, 26), date(2028, 12, 31)).unwrap()
}

/// Ida's development talk each Thursday at 10, five times from 26 November, with the cursor on the second.
fn on_the_second_of_five() -> Program {
    let mut program = Start::default().on(house::of(&house::SIXTEEN));
    program.keys("2n<ctrl-u>tor 10 udvikling toft hver uge 5 gange<enter><ctrl-o>g3.12<enter>");
    assert_eq!(program.model.calendar.selected_appointment().map(|a| a.date), Some(date(2026, 12, 3)));
    assert_eq!(all(&mut program).len(), 5, "{}", program.screen());
    program
}

fn days(program: &mut Program) -> Vec<String> {
    all(program).iter().map(|a| a.date.format("%d.%m").to_string()).collect()
}

#[test]
fn a_series_gets_another_rule_from_a_date_on_in_one_line_and_one_undo() {
    let before = ["26.11", "03.12", "10.12", "17.12", "22.12"];
    for (typed, after) in [
        ("hver 4. uge", ["26.11", "03.12", "04.01", "28.01", "25.02"].as_slice()),
        ("hver mandag til 14.12", &["26.11", "07.12", "14.12"]),
        ("hver man tor til 14.12", &["26.11", "03.12", "07.12", "10.12", "14.12"]),
        ("til 10.12", &["26.11", "03.12", "10.12"]),
        ("2 gange", &["26.11", "03.12", "10.12"]),
        ("fre", &["26.11", "04.12", "11.12", "18.12", "22.12"]),
    ] {
        let mut program = on_the_second_of_five();
        let (keys, enter) = ("re", "<enter>");
        assert!(presses(keys) + presses(enter) <= 3);
        program.keys(keys);
        assert!(program.shows("Ret fra tor 3. dec:"), "{}", program.screen());
        program.keys(typed);
        program.keys(enter);
        if program.shows("Lukkede dage") {
            program.keys("<ctrl-o>");
        }
        assert_eq!(days(&mut program), after, "{typed}\n{}", program.screen());
        assert!(!program.shows("Ret fra"), "{}", program.screen());
        program.keys("<ctrl-z>");
        assert_eq!(days(&mut program), before, "{typed}\n{}", program.screen());
    }
}

#[test]
fn what_a_new_rule_does_is_told_before_and_after() {
    let mut program = on_the_second_of_five();
    program.keys("rehver mandag til 14.12");
    let told = program.line("= man 7. dec");
    assert!(told.contains("man 7. dec 10–"), "{told}");
    assert!(told.contains("2 gange, hver uge man til 14. dec"), "{told}\n{}", program.screen());
    assert!(told.contains("▲ 2 slettes"), "{told}\n{}", program.screen());
    program.keys("<enter>");
    assert!(
        program.shows("Serien er ændret: Udviklingssamtale Ida, hver uge man til 14. dec."),
        "{}",
        program.screen()
    );
}

#[test]
fn a_rule_typed_for_one_of_a_series_tells_that_it_is_of_those_after_it_too() {
    let mut program = on_the_second_of_five();
    program.keys("e");
    assert!(program.shows("hvad er anderledes? Prøv 14, lb, hver 4. uge"), "{}", program.screen());
    program.keys("hver 4. uge");
    assert!(program.shows("= tor 3. dec 10–10.45 · ▲ 3 slettes · også de følgende"), "{}", program.screen());
}

#[test]
fn people_kind_title_and_time_of_a_series_change_from_a_date_on() {
    for (typed, changed) in [
        ("lb", "Udviklingssamtale Ida 10:00 [2]"),
        ("forældre 13", "Forældresamtale Ida 13:00 [1]"),
        ("\"Gåtur\" mk lb", "Gåtur 10:00 [1, 2]"),
        ("søren", "Udviklingssamtale Søren 10:00 [1]"),
    ] {
        let told = |a: &Appointment| {
            let staff: Vec<u128> = a.staff.iter().map(|who| StaffId::as_u128(*who)).collect();
            format!("{} {} {staff:?}", a.title.as_str(), a.hours.unwrap().from())
        };
        let mut program = on_the_second_of_five();
        let before: Vec<String> = all(&mut program).iter().map(told).collect();
        program.keys("re").keys(typed).keys("<enter>");
        let after: Vec<String> = all(&mut program).iter().map(told).collect();
        assert_eq!(after[0], before[0], "{typed}");
        assert!(after[1..].iter().all(|a| a == changed), "{typed} {after:?}\n{}", program.screen());
        assert_eq!(after.len(), 5);
        assert!(program.shows("4 aftaler ændret"), "{}", program.screen());
        program.keys("<ctrl-z>");
        assert_eq!(all(&mut program).iter().map(told).collect::<Vec<_>>(), before);
    }
}

#[test]
fn one_appointment_is_changed_on_its_line_and_stays_what_it_was_in_the_rest() {
    let mut program = Program::usual();
    program.keys("2e");
    assert!(program.shows("Ret ons 25. nov:"), "{}", program.screen());
    program.keys("fre 14 lb");
    assert!(program.line("= fre").contains("fre 27. nov 14–14.50"), "{}", program.screen());
    program.keys("<enter>");
    let one = &all(&mut program)[0];
    assert_eq!((one.date, one.title.as_str()), (date(2026, 11, 27), "Forældresamtale"));
    assert_eq!(one.staff, [StaffId::from_u128(2)]);
    assert!(program.shows("Flyttet til fre 27. nov 14–14.50"), "{}", program.screen());
    program.keys("e\"Møde på skolen\"<enter>");
    assert!(program.shows("Rettet: Møde på skolen, fre 27. nov 14–14.50 LB."), "{}", program.screen());
    program.keys("<ctrl-z><ctrl-z>");
    assert!(all(&mut program).is_empty(), "{}", program.screen());
}

#[test]
fn one_appointment_becomes_a_series_on_its_line() {
    let mut program = Start::default().on(house::of(&house::SIXTEEN));
    program.keys("2n<ctrl-u>tor 10 udvikling toft<enter>ehver uge til 10.12<enter>");
    assert_eq!(days(&mut program), ["26.11", "03.12", "10.12"], "{}", program.screen());
    assert!(all(&mut program).iter().all(|a| a.kind == Some(TalkKind::Development)));
}

#[test]
fn a_line_that_changes_nothing_says_what_it_can_change() {
    for (typed, said) in [
        ("", "hvad er anderledes?"),
        ("10", "sådan er aftalen allerede"),
        ("vejret", "hverken barn, medarbejder eller tid"),
        ("23.30", "inden for dagen"),
        ("hver uge til 1.12", "ingen skoledag"),
        ("10-11 40m", "enten fra–til eller en længde"),
    ] {
        let mut program = on_the_second_of_five();
        program.keys("re").keys(typed).keys("<enter>");
        assert!(program.shows(said), "{typed}\n{}", program.screen());
        assert_eq!(days(&mut program).len(), 5);
    }
    let mut program = on_the_second_of_five();
    program.keys("xkom<enter>");
    program.keys("e");
    assert!(program.shows("2. dec") || !program.shows("Ret tor"), "{}", program.screen());
}

#[test]
fn a_change_that_collides_asks_and_keeps_the_line() {
    let mut program = on_the_second_of_five();
    program.keys("n<ctrl-u>3.12 14 teammøde<enter>g3.12<enter><home>");
    while program.model.calendar.selected_appointment().is_none_or(|a| a.kind.is_none()) {
        program.keys("<down>");
    }
    program.keys("e14");
    assert!(program.shows("▲ optaget: MK"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Dobbelt booket: MK: teammøde"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("Ret tor 3. dec:"), "{}", program.screen());
    program.keys("<enter><ctrl-o>");
    let there = all(&mut program).into_iter().filter(|a| a.date == date(2026, 12, 3));
    let hours: Vec<String> = there.map(|a| a.hours.unwrap().from().to_string()).collect();
    assert_eq!(hours, ["14:00", "14:00"], "{}", program.screen());
}
