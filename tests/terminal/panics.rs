//! A panic in the program, staged with a passphrase check that panics.

use std::fs;
use std::time::Duration;

use trivsel_words::{Lang, Words};

use super::driver::Pty;
use super::note::{self, KEPT, TYPED};
use super::place::{Place, in_register};
use super::staged;

/// Longer than any test.
const NEVER: Duration = Duration::from_secs(600);

/// Locks the current screen and makes the passphrase check panic.
fn fails(place: &Place, mut pty: Pty) {
    pty.types("\x0c");
    pty.shows("Skærmen er låst.");
    pty.types("noget\r");
    assert_eq!(pty.ended().code, 101);
    pty.is_restored();
    let said = fs::read_to_string(place.path("stderr")).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    let sentence = Words::new(Lang::Da).get("panic-sentence").to_owned();
    assert!(said.starts_with(&sentence) && said.contains("staged.rs:"), "{said}");
    for text in ["Søren", "Aya", "noget", "Morgenen", "ringede"] {
        assert!(!said.contains(text), "{said}");
    }
    for text in ["Aya", "ringede"] {
        assert!(!pty.text().contains(text), "nothing is left on the terminal");
    }
    place.is_sound();
}

#[test]
fn a_panic_restores_the_terminal_and_quotes_nothing() {
    let place = Place::new();
    let mut pty = in_register(Pty::start(staged::program(&place, NEVER)));
    pty.types("Cs");
    pty.shows_beside("Aya Hassan", "S syg");
    fails(&place, pty);
    place.holds("Aya Hassan", "sick");
}

#[test]
fn a_panic_over_an_open_note_loses_nothing() {
    let place = Place::new();
    let mut pty = in_register(Pty::start(staged::program(&place, NEVER)));
    note::write(&mut pty, TYPED, "i morgen“");
    fails(&place, pty);
    assert_eq!(place.draft(), KEPT);
    let mut pty = Pty::start(place.on_house());
    note::go_on(&mut pty);
    assert!(!pty.text().contains("har kladden åben"), "{}", pty.text());
}
