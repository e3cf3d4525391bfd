//! Another program writes for a while: the screen says so, and a key acts on what it was typed at, or on nothing.

use std::time::Duration;

use trivsel_domain::record::{Closing, Outcome, Standing, Stay};
use trivsel_domain::value::SeatNumber;
use trivsel_store::Access;
use trivsel_tui::clock::Clock;
use trivsel_tui::door::Curtain;
use trivsel_tui::message::{Message, Press};
use trivsel_tui::perform::Performer;

use crate::harness::{Program, date, keys, morning};
use crate::panes::access::logged;
use crate::panes::together::OnDisk;

const WAITS: &str = "Venter: en kollega skriver lige nu";
const MOMENT: Duration = Duration::from_millis(250);

/// A program whose tries fail at once while another writes.
fn program(disk: &OnDisk) -> Program {
    let mut program = disk.program(0);
    program.performer.house().set_patience(Duration::ZERO).unwrap();
    program
}

fn mark(program: &mut Program, name: &str) -> Option<String> {
    program.on_record(name, date(2026, 11, 25))
}

#[test]
fn keys_typed_at_a_register_that_waits_do_nothing_later() {
    let disk = OnDisk::new();
    let mut program = program(&disk);
    program.keys("5");
    let other = disk.writer();
    program.keys("t");
    assert!(!program.shows(WAITS), "not before half a second:\n{}", program.screen());
    program.tries_again(MOMENT);
    assert!(program.shows(WAITS), "{}", program.screen());
    program.keys("st");
    assert!(program.shows("2 taster ignoreret"), "{}", program.screen());
    drop(other);
    program.tries_again(MOMENT);
    assert!(!program.shows(WAITS), "{}", program.screen());
    assert!(
        program.shows("Alma Holm: T til stede") && program.shows("2 taster ignoreret"),
        "{}",
        program.screen()
    );
    assert_eq!(mark(&mut program, "Alma Holm").as_deref(), Some("present/·"));
    assert_eq!(mark(&mut program, "Bertram Juhl"), None, "{}", program.screen());
    program.keys("s");
    assert!(!program.shows("ignoreret"), "{}", program.screen());
}

#[test]
fn after_ten_seconds_the_screen_says_what_is_not_saved() {
    let disk = OnDisk::new();
    let mut program = program(&disk);
    program.keys("5");
    let _other = disk.writer();
    program.keys("t").tries_again(MOMENT).tries_again(Duration::from_secs(9));
    assert!(program.shows(WAITS), "{}", program.screen());
    program.tries_again(Duration::from_secs(1));
    assert!(program.shows("Ikke gemt: registreringen for Alma Holm"), "{}", program.screen());
    assert!(program.shows("Intet er ændret"), "{}", program.screen());
    assert_eq!(mark(&mut program, "Alma Holm"), None);
}

#[test]
fn a_signature_waits_and_what_is_typed_meanwhile_is_not_half_in_it() {
    let disk = OnDisk::new();
    let mut program = program(&disk);
    program.keys("5n<enter><enter>Mor ringede<ctrl-s>");
    assert!(program.shows("Underskriv?"), "{}", program.screen());
    let other = disk.writer();
    program.keys("<ctrl-o>").tries_again(MOMENT);
    program.keys(" til far");
    assert!(program.shows(WAITS) && program.shows("8 taster ignoreret"), "{}", program.screen());
    assert!(program.shows("Mor ringede") && !program.shows("til far"), "{}", program.screen());
    drop(other);
    program.tries_again(MOMENT);
    assert!(!program.shows("Ny samtale"), "{}", program.screen());
    assert!(program.shows("8 taster ignoreret"), "{}", program.screen());
    program.keys("3<enter>");
    assert!(program.shows("Mor ringede") && !program.shows("til far"), "{}", program.screen());
}

#[test]
fn a_signature_given_up_leaves_the_text() {
    let disk = OnDisk::new();
    let mut program = program(&disk);
    program.keys("5n<enter><enter>Mor ringede<ctrl-s>");
    let other = disk.writer();
    program.keys("<ctrl-o>").tries_again(MOMENT).tries_again(Duration::from_secs(11));
    for said in ["Ikke gemt: underskriften", "Det, du har skrevet, står her stadig", "Mor ringede"] {
        assert!(program.shows(said), "{said}\n{}", program.screen());
    }
    drop(other);
    program.keys(" til far<ctrl-s><ctrl-o>");
    assert!(!program.shows("Ny samtale"), "{}", program.screen());
}

#[test]
fn text_goes_on_into_a_note_while_the_pane_below_waits() {
    let disk = OnDisk::new();
    let mut program = program(&disk);
    program.keys("4<ctrl-n>Alma<enter><enter><enter>Mor");
    // A colleague changes something after ten minutes, when the look at the plan below is logged again.
    program.performer = Performer::new(
        disk.house(),
        Clock::at(morning()).agreeing(),
        Box::new(Curtain::new(|_: &secrecy::SecretString| true)),
    );
    program.performer.house().set_patience(Duration::ZERO).unwrap();
    let other = disk.writer();
    program.send(Message::ChangedElsewhere).tries_again(MOMENT);
    assert!(program.shows("Ny samtale") && program.shows(WAITS), "{}", program.screen());
    program.keys(" ringede").tries_again(MOMENT);
    assert!(program.shows("Mor ringede") && !program.shows("ignoreret"), "{}", program.screen());
    // A command of the form waits for a form that is ready.
    program.keys("<ctrl-s>");
    assert!(program.shows("1 tast ignoreret"), "{}", program.screen());
    drop(other);
    program.tries_again(MOMENT);
    program.keys("<ctrl-s>");
    assert!(program.shows("Underskriv?"), "{}", program.screen());
}

#[test]
fn closing_a_note_opening_a_sheet_and_undoing_wait_too() {
    let disk = OnDisk::new();
    let mut program = program(&disk);
    program.keys("5n<enter><enter>Mor ringede");
    let other = disk.writer();
    program.keys("<esc>").tries_again(MOMENT);
    assert!(program.shows(WAITS) && program.shows("Mor ringede"), "{}", program.screen());
    drop(other);
    program.tries_again(MOMENT);
    assert!(!program.shows("Ny samtale"), "{}", program.screen());
    program.keys("t");
    let other = disk.writer();
    program.keys("<ctrl-z>").tries_again(MOMENT);
    assert!(program.shows(WAITS), "{}", program.screen());
    drop(other);
    program.tries_again(MOMENT);
    assert_eq!(mark(&mut program, "Alma Holm"), None, "{}", program.screen());
    program.keys("1");
    let other = disk.writer();
    program.keys("<down><enter>").tries_again(MOMENT).keys("t");
    assert!(program.shows("1 tast ignoreret"), "{}", program.screen());
    program.tries_again(Duration::from_secs(11));
    assert!(program.shows("Ikke åbnet"), "{}", program.screen());
    drop(other);
}

#[test]
fn nothing_is_due_until_the_frame_is_drawn_and_between_two_looks_at_whether_others_have_closed() {
    let disk = OnDisk::filled(|records| {
        let stay = Stay { seat: SeatNumber::new(2).unwrap(), from: date(2018, 8, 10) };
        let closing = Closing { on: date(2019, 6, 28), outcome: Outcome::GeneralSchool, place: None };
        records.cases[1].standing = Standing::Closed { stay, closing };
        records.cases[1].expected_end = None;
    });
    let other = disk.house();
    other.records().unwrap();
    let mut program = disk.program(0);
    program.keys("1");
    for _ in 0..8 {
        if program.shows("[Afsluttede") {
            break;
        }
        program.keys("v");
    }
    program.keys("<del>Tiden er gået<enter>Asger Lund");
    let press = Press { key: keys::parse("<ctrl-s>")[0], at: None };
    program.performer.settle_message(&mut program.model, Message::Key(press));
    assert!(program.shows("Sletter, og skriver huset på ny"), "{}", program.screen());
    assert!(!program.performer.is_due(program.time), "the screen has not said it");
    program.performer.shown();
    assert!(program.performer.is_due(program.time));
    program.tries_again(Duration::ZERO);
    assert!(program.shows("Beder de andre lukke huset"), "{}", program.screen());
    assert!(program.performer.is_waiting());
    assert!(!program.performer.is_due(program.time + Duration::from_millis(25)), "others need longer");
    assert!(program.performer.is_due(program.time + Duration::from_millis(500)));
    drop(other);
}

#[test]
fn a_backup_that_waited_for_a_colleague_is_logged_once_and_the_next_one_again() {
    let disk = OnDisk::new();
    let place = tempfile::tempdir().unwrap();
    let mut program = program(&disk);
    let exports = |program: &mut Program| {
        logged(program).iter().filter(|access| matches!(access, Access::Export { .. })).count()
    };
    program.keys("1c<ctrl-u>").keys(place.path().to_str().unwrap());
    let other = disk.writer();
    program.keys("<enter>").tries_again(MOMENT).tries_again(MOMENT);
    assert!(program.performer.is_waiting(), "{}", program.screen());
    drop(other);
    program.tries_again(MOMENT);
    assert!(program.shows("efterset: 16 børn"), "{}", program.screen());
    assert_eq!(exports(&mut program), 1);
    program.keys("c<enter>");
    assert!(program.shows("efterset: 16 børn"), "{}", program.screen());
    assert_eq!(exports(&mut program), 2);
}
