//! Nothing is signed by bytes that were meant for something else.

use std::time::Duration;

use super::driver::Pty;
use super::note;
use super::place::Place;

fn asked(place: &Place) -> Pty {
    let mut pty = place.register();
    note::write(&mut pty, "Mor ringede", "Mor ringede");
    pty.types("\x13");
    pty.shows("Underskriv? Udviklingssamtale onsdag 25. november 2026, Søren Ægård Åse.");
    pty
}

fn is_not_signed(place: &Place, mut pty: Pty) {
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    assert_eq!(place.drafts().len(), 1, "it is a draft still");
}

#[test]
fn escape_and_another_key_in_one_write_do_not() {
    for key in ["\r", "\x0f", "o", "\x13"] {
        let place = Place::new();
        let mut pty = asked(&place);
        pty.hears(Duration::from_millis(400));
        pty.types(&format!("\x1b{key}"));
        pty.hears(Duration::from_millis(400));
        is_not_signed(&place, pty);
    }
}

#[test]
fn what_is_typed_ahead_does_not() {
    let place = Place::new();
    let mut pty = place.register();
    note::write(&mut pty, "Mor ringede", "Mor ringede");
    pty.types("\x13\x0f");
    pty.shows("Underskriv?");
    is_not_signed(&place, pty);
}

#[test]
fn a_key_that_was_pressed_to_answer_does() {
    let place = Place::new();
    let mut pty = asked(&place);
    pty.answers_yes();
    pty.shows("Underskrevet: Søren Ægård Åse");
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    assert!(place.drafts().is_empty());
}
