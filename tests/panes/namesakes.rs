//! Two children of one name are told apart wherever a name is shown.

use trivsel_domain::record::{Appointment, Child, Matter, Records, Talk, TalkKind};
use trivsel_domain::value::{AppointmentId, Line, PersonName, TalkId};

use crate::harness::house::{self, kid};
use crate::harness::{Program, Start, date};

/// Two of one name in the eighth and ninth grade, and one with a name of its own.
fn records() -> Records {
    let mut records = house::records(&[kid("Noah Lind", 8), kid("Noah Lind", 9), kid("Alma Holm", 6)]);
    let (case, talk, appointment) =
        (records.cases[1].id, records.talks[0].clone(), records.appointments[0].clone());
    records.talks.push(Talk {
        id: TalkId::from_u128(2),
        matter: Matter::of_case(case, TalkKind::Parent).unwrap(),
        ..talk
    });
    records.appointments.push(Appointment {
        id: AppointmentId::from_u128(2),
        case: Some(case),
        title: Line::new("Netværksmøde").unwrap(),
        ..appointment
    });
    records
}

fn program() -> Program {
    Start::default().on(house::with(records()))
}

/// Both namesakes are on the screen with their classes.
fn both(program: &mut Program, what: &str) {
    let screen = program.screen();
    assert!(screen.contains("Noah Lind 8.b") && screen.contains("Noah Lind 9.b"), "{what}: {screen}");
    assert!(!screen.contains("Alma Holm 6.b"), "a name of its own needs no class: {screen}");
}

#[test]
fn in_the_register_its_day_window_and_its_questions() {
    let mut program = program();
    both(program.keys("5"), "the register");
    both(program.keys("v"), "the week");
    program.keys("<esc>C<enter>");
    assert!(program.line("onsdag 25. november").contains("Noah Lind 9.b ·"), "{}", program.screen());
    program.keys("<esc>C+");
    assert!(program.shows("Noah Lind 9.b · bemærkning"), "{}", program.screen());
    program.keys("<esc>Bt");
    assert!(program.shows("Noah Lind 8.b: T til stede."), "{}", program.screen());
    program.keys("Bvv");
    assert!(program.shows("Noah Lind 8.b · november"), "{}", program.screen());
}

#[test]
fn in_the_palette_the_cases_and_the_seats() {
    let mut program = program();
    both(program.keys("<ctrl-p>noah"), "the palette");
    program.keys("<esc>");
    let screen = program.screen();
    let classes: Vec<&str> = screen
        .lines()
        .filter(|l| l.contains("  Noah Lind  "))
        .flat_map(|l| l.split_whitespace().nth(2))
        .collect();
    assert_eq!(classes, ["8.b", "9.b"], "{screen}");
    program.keys("p");
    assert!(program.shows("Noah Lind 8.b") && program.shows("Noah Lind 9.b"), "{}", program.screen());
}

#[test]
fn in_the_calendar_and_the_talks() {
    let mut program = program();
    program.keys("2<up><down>");
    let screen = program.screen();
    assert!(screen.contains("┌N… 8.b┌N… 9.b") && screen.contains("Noah Lind 8.b · MK"), "{screen}");
    both(program.keys("3"), "the log");
    program.keys("<ctrl-n>noah");
    both(&mut program, "the picker of a new talk");
}

#[test]
fn in_the_drafts_and_what_a_search_finds() {
    let mut program = program();
    program.keys("1n").keys("<ctrl-s><esc>");
    program.keys("3").keys("<ctrl-f>morgen<enter>");
    both(&mut program, "what was found");
}

#[test]
fn with_the_birthday_in_one_class_and_the_name_cut_before_it() {
    let mut records = house::records(&[
        kid("Mads Østergaard-Rasmussen Holm", 8),
        kid("Mads Østergaard-Rasmussen Holm", 8),
        kid("Aya Maria Kristine Hassan", 7),
        kid("Aya Maria Kristine Hassan", 8),
    ]);
    records.children[1].born = Some(date(2012, 12, 24));
    let mut program = Start::default().on(house::with(records));
    program.keys("5");
    assert!(program.shows("… 7.b") && program.shows("… 8.b"), "{}", program.screen());
    program.keys("C<enter>");
    assert!(program.shows("Mads Østergaard-Rasmussen Holm 8.b 4.3.2013"), "{}", program.screen());
    program.keys("<esc>D<enter>");
    assert!(program.shows("Mads Østergaard-Rasmussen Holm 8.b 24.12.2012"), "{}", program.screen());
}

#[test]
fn a_first_name_that_two_children_share_is_shown_in_full_in_the_calendar() {
    let house = house::changed(|records| {
        let other: &mut Child = &mut records.children[1];
        other.name = PersonName::new("Alma Lund").unwrap();
    });
    let mut program = Start::default().on(house);
    program.keys("2");
    assert!(program.shows("┌Alma Holm"), "{}", program.screen());
}
