//! What the leader does with the house itself, on the screen: a backup, the decision of an archive, an erasure.

use std::time::Duration;

use insta::assert_snapshot;
use trivsel_domain::record::{Case, Closing, Outcome, Records, Standing, Stay};
use trivsel_domain::value::{Line, SeatNumber};
use trivsel_tui::message::{Message, Press};

use crate::harness::{Program, Start, date, house, keys};
use crate::panes::together::OnDisk;

/// The cases of the second child and the third, which ended in the summer of two years.
fn ended(records: &mut Records) {
    for (case, year) in records.cases.iter_mut().skip(1).zip([2019, 2025]) {
        let stay = Stay { seat: SeatNumber::new(2).unwrap(), from: date(year - 1, 8, 10) };
        let on = date(year, 6, 28);
        let closing = Closing { on, outcome: Outcome::GeneralSchool, place: Line::new("Lindeskolen").ok() };
        *case = Case { standing: Standing::Closed { stay, closing }, expected_end: None, ..case.clone() };
    }
}

/// A house with two children whose cases are over, on the list of these.
fn closed() -> Program {
    let mut records = house::records(&house::SIXTEEN[..3]);
    ended(&mut records);
    on_closed(Start::default().on(house::with(records)))
}

fn on_closed(mut program: Program) -> Program {
    program.keys("1");
    for _ in 0..8 {
        if program.shows("[Afsluttede") {
            break;
        }
        program.keys("v");
    }
    assert!(program.shows("Asger Lund") && program.shows("Aya Hassan"), "{}", program.screen());
    program
}

/// Puts the cursor on a child of the list.
fn on(program: &mut Program, name: &str) {
    program.keys("<home>");
    for _ in 0..4 {
        if program.turned_over().iter().any(|line| line.contains(name)) {
            return;
        }
        program.keys("<down>");
    }
    panic!("{name} is not on the list:\n{}", program.screen());
}

#[test]
fn a_child_is_erased_after_what_goes_is_shown_and_its_name_is_typed() {
    let mut program = closed();
    on(&mut program, "Asger Lund");
    program.keys("<del>");
    assert_snapshot!("erase", program.screen());
    program.keys("Tiden er gået<enter>Asger<ctrl-s>");
    assert!(program.shows("skriv hele barnets navn"), "{}", program.screen());
    assert_eq!(program.performer.house().children().unwrap().len(), 3);
    program.keys("<ctrl-u>asger lund");
    assert!(program.shows("Det kan ikke fortrydes"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("Slettet: ") && program.model.form().is_none(), "{}", program.screen());
    assert!(program.shows("Aya Hassan") && !program.shows("Asger Lund"), "{}", program.screen());
    let me = program.model.me.id;
    let house = program.performer.house();
    house.verify().unwrap();
    assert_eq!(house.children().unwrap().len(), 2);
    assert_eq!(house.erasures().unwrap()[0].reason.as_str(), "Tiden er gået");
    assert_eq!(house.drafts(me).unwrap(), [], "the typed name is nowhere");
}

#[test]
fn esc_leaves_the_child_and_keeps_nothing_of_what_was_typed() {
    let mut program = closed();
    on(&mut program, "Asger Lund");
    program.keys("<del>Tiden er gået<enter>Asger Lund<esc>");
    assert!(program.model.form().is_none() && program.shows("Asger Lund"), "{}", program.screen());
    let me = program.model.me.id;
    assert_eq!(program.performer.house().drafts(me).unwrap(), []);
}

#[test]
fn too_early_an_open_case_and_a_colleague_are_refused_before_anything_is_typed() {
    let mut program = closed();
    on(&mut program, "Aya Hassan");
    program.keys("<del>");
    assert!(program.shows("28. jun 2030"), "the day from which it may be: {}", program.screen());
    let mut program = Program::usual();
    program.keys("1<home><del>");
    assert!(program.shows("har en åben sag"), "{}", program.screen());
    let house = house::changed(ended);
    let colleague = house.staff().unwrap().remove(1);
    let mut program = Start::default().on_as(house, colleague);
    program.keys("1<del>");
    assert!(program.shows("kun den, der leder huset"), "{}", program.screen());
    program.keys("<esc>a");
    assert!(program.model.form().is_none(), "{}", program.screen());
}

#[test]
fn others_who_have_the_house_open_are_asked_to_close_it_and_then_it_happens() {
    let disk = OnDisk::filled(|records| {
        ended(records);
    });
    let other = disk.house();
    other.records().unwrap();
    let mut program = on_closed(disk.program(0));
    on(&mut program, "Asger Lund");
    program.keys("<del>Tiden er gået<enter>Asger Lund");
    let enter = keys::parse("<ctrl-s>")[0];
    let press = Press { key: enter, at: None };
    // The first frame says what is done, before it is done.
    program.performer.settle_message(&mut program.model, Message::Key(press));
    assert!(program.shows("Sletter, og skriver huset på ny"), "{}", program.screen());
    program.performer.shown();
    program.tries_again(Duration::ZERO);
    assert!(program.shows("Beder de andre lukke huset"), "{}", program.screen());
    program.tries_again(Duration::from_secs(1)).keys("x");
    assert!(program.shows("1 tast ignoreret"), "{}", program.screen());
    drop(other);
    program.tries_again(Duration::from_secs(1));
    assert!(program.shows("Slettet: "), "{}", program.screen());
    assert_eq!(program.performer.house().children().unwrap().len(), 15);
    program.idle();
    assert!(program.model.closing.is_none(), "this screen stays open");
    program.keys("5t");
    assert!(program.shows("til stede"), "{}", program.screen());
}

#[test]
fn a_backup_goes_to_the_folder_that_is_typed_and_the_next_one_to_the_same() {
    let disk = OnDisk::new();
    let place = tempfile::tempdir().unwrap();
    let mut program = disk.program(0);
    program.keys("1c<enter>");
    assert!(program.shows("Skriv en mappe uden for huset"), "{}", program.screen());
    program.keys("/proc/nowhere<enter>");
    assert!(program.shows("Sikkerhedskopi i mappen") && program.shows("■"), "{}", program.screen());
    program.keys("<ctrl-u>").keys(place.path().to_str().unwrap());
    assert!(program.shows("krypteret"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("efterset: 16 børn"), "{}", program.screen());
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1);
    program.keys("c");
    let name = place.path().file_name().unwrap().to_str().unwrap();
    assert!(program.shows(name), "{}", program.screen());
}

#[test]
fn the_decision_of_an_archive_is_recorded_and_shown_with_the_next_one() {
    let mut program = closed();
    program.keys("a");
    assert!(program.shows("Arkivets afgørelse"), "{}", program.screen());
    program.keys("Stadsarkivet<enter>Må kasseres, brev 12<enter>3.11.2026<enter>31.12.2027<ctrl-s>");
    assert!(program.model.form().is_some(), "a day ahead is none: {}", program.screen());
    program.keys("<ctrl-u>31.12.2020<ctrl-s>");
    assert!(program.model.form().is_none(), "{}", program.screen());
    program.keys("a");
    assert!(program.shows("Stadsarkivet: Må kasseres, brev 12"), "{}", program.screen());
    let decisions = program.performer.house().archive_decisions().unwrap();
    assert_eq!(decisions[0].ended_until, date(2020, 12, 31));
}
