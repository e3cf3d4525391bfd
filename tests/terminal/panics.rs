//! A fault in the program itself. It has no way to fail on purpose, so this very test is started again as a program
//! of its own that opens the screen with a passphrase check that panics.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use trivsel::clock::Clock;
use trivsel::tui;
use trivsel::tui::theme::{Ground, Theme};
use trivsel::words::{Lang, Words};

use super::driver::Pty;
use super::place::{Place, in_register, open};
use crate::harness::morning;

/// Names the house to the program that is to fail.
const FAILS_ON: &str = "TRIVSEL_TEST_FAILS_ON";

#[test]
fn a_fault_gives_the_terminal_back_and_quotes_nothing() {
    if let Some(house) = std::env::var_os(FAILS_ON) {
        return fail(open(house.as_ref()));
    }
    let place = Place::new();
    let mut command = place.command("sh");
    command.env(FAILS_ON, place.path("house"));
    command.args(["-c", "exec \"$@\" 2>stderr", "sh"]);
    command.arg(std::env::current_exe().unwrap());
    let name = concat!(module_path!(), "::a_fault_gives_the_terminal_back_and_quotes_nothing");
    command.args(["--exact", name.split_once("::").unwrap().1, "--nocapture"]);
    let mut pty = in_register(Pty::start(command));
    pty.types("Cs");
    pty.shows_beside("Aya Hassan", "S syg");
    pty.types("\x0c");
    pty.shows("Skærmen er låst.");
    pty.types("noget\r");
    assert_eq!(pty.ended().code, 101);
    pty.is_restored();
    let said = fs::read_to_string(place.path("stderr")).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    let sentence = Words::new(Lang::Da).get("panic-sentence").to_owned();
    assert!(said.starts_with(&sentence) && said.contains("panics.rs:"), "{said}");
    for text in ["Søren", "Aya", "noget", "Morgenen"] {
        assert!(!said.contains(text), "{said}");
    }
    assert!(!pty.text().contains("Aya"), "no name is left on the terminal");
    place.holds("Aya Hassan", "sick");
    place.is_sound();
}

/// Opens the screen on a house and panics, with a name and a note, when a passphrase is tried.
fn fail(house: trivsel_store::House) {
    let me = house.staff().unwrap().remove(0);
    let session = tui::Session {
        house,
        me,
        demo: false,
        first_time: false,
        clock: Clock::Stopped(morning()),
        words: Arc::new(Words::new(Lang::Da)),
        theme: Theme::coloured(Ground::Dark),
        lock_after: Duration::from_secs(600),
        unlock: Box::new(|_| panic!("Søren Ægård Åse: Morgenen går lettere")),
        last_act: Box::new(|| {}),
    };
    tui::run(session).unwrap();
}
