//! The program ends by itself or by a signal: the terminal is restored and the marks are saved.

use rustix::process::Signal;

use super::driver::{Ended, Pty};
use super::place::Place;
use super::process::{eventually, has_ended};

/// A demonstration with its register on the screen.
fn demo(place: &Place) -> Pty {
    let mut pty = Pty::start(place.trivsel(&["demo"]));
    pty.shows("Alma Holm");
    assert_eq!(place.demonstrations().len(), 1);
    pty.types("5");
    pty.shows("14 mangler");
    pty
}

#[test]
fn the_demonstration_takes_marks_and_leaves_nothing_behind() {
    let place = Place::empty();
    let mut pty = demo(&place);
    for text in ["DEMO", "ons 25. nov", "Alma Holm", "Lærke Bang", "Mads Østergaard"] {
        pty.shows(text);
    }
    assert!(pty.screen().alternate_screen() && pty.screen().bracketed_paste() && pty.screen().hide_cursor());
    pty.types("r");
    pty.shows("0 mangler");
    pty.shows_beside("Lærke Bang", "T");
    pty.types("\x11");
    let ended = pty.ended();
    assert_eq!((ended.code, ended.signal), (0, None));
    pty.is_restored();
    assert!(!pty.text().contains("Lærke"), "no name is left on the terminal");
    assert_eq!(place.demonstrations(), Vec::<std::path::PathBuf>::new());
}

fn ends_by(signal: Signal) -> Ended {
    // In the register, and while a remark is being typed.
    let place = Place::new();
    for (name, mark, keys) in [("Aya Hassan", "unlawful", "Cu"), ("Bertram Juhl", "sick", "Ds")] {
        let mut pty = place.register();
        pty.types(keys);
        pty.shows_beside(name, if mark == "sick" { "S syg" } else { "U" });
        if mark == "sick" {
            pty.opens_remark();
            pty.types("ringede, at");
            pty.shows("ringede, at");
        }
        pty.send(signal);
        let ended = pty.ended();
        println!("{signal:?}: ended after {:?}", ended.after);
        assert_eq!(i32::try_from(ended.code).unwrap(), 128 + signal.as_raw());
        pty.is_restored();
        assert!(!pty.text().contains("Aya"), "no name is left on the terminal");
        place.holds(name, mark);
    }
    place.is_sound();
    // A demonstration is still deleted.
    let mut pty = demo(&place);
    pty.send(signal);
    let ended = pty.ended();
    pty.is_restored();
    assert!(place.demonstrations().is_empty(), "{:?}", place.demonstrations());
    ended
}

#[test]
fn a_terminate_signal() {
    assert_eq!(ends_by(Signal::TERM).code, 143);
}

#[test]
fn a_hang_up_signal() {
    assert_eq!(ends_by(Signal::HUP).code, 129);
}

#[test]
fn an_interrupt_signal() {
    assert_eq!(ends_by(Signal::INT).code, 130);
}

#[test]
fn a_blocked_terminal_does_not_keep_it_alive() {
    let place = Place::new();
    let mut pty = place.register();
    pty.types("Cs");
    pty.shows_beside("Aya Hassan", "S syg");
    // Nobody reads the terminal, so it fills up and the program blocks in the middle of a frame.
    let process = pty.process();
    let pty = pty.unread_after("1");
    pty.send(Signal::TERM);
    eventually("it ends", || has_ended(process));
    place.holds("Aya Hassan", "sick");
}
