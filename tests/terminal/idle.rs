//! Without input the program draws nothing and uses almost no processor time.

use std::time::Duration;

use super::driver::Pty;
use super::note;
use super::place::Place;
use super::process::{TICKS, ticks};

/// Long enough for several checks of the house.
const A_WHILE: Duration = Duration::from_secs(2);
/// Work that was pending at the start may take a slow machine several tries; a program that never rests fails all
/// of them.
const TRIES: usize = 6;

fn is_idle(pty: &mut Pty) {
    pty.hears(Duration::from_millis(300));
    let rested = (0..TRIES).any(|_| {
        let before = ticks(pty.process());
        let heard = pty.hears(A_WHILE);
        let worked = ticks(pty.process()) - before;
        println!("{} bytes and {worked} ticks in {A_WHILE:?}", heard.len());
        heard.len() <= 16 && worked * 20 <= A_WHILE.as_secs() * TICKS
    });
    assert!(rested, "it draws or works all the time:\n{}", pty.text());
}

#[test]
fn an_idle_register_draws_and_works_nothing() {
    let place = Place::new();
    is_idle(&mut place.register());
}

#[test]
fn an_idle_demonstration_draws_and_works_nothing() {
    let place = Place::empty();
    let mut pty = Pty::start(place.trivsel(&["demo"]));
    pty.shows("Alma Holm");
    is_idle(&mut pty);
}

#[test]
fn an_open_idle_note_is_saved_and_draws_nothing() {
    let place = Place::new();
    let mut pty = place.register();
    note::open(&mut pty);
    is_idle(&mut pty);
    assert!(place.drafts().is_empty(), "nobody has written anything");
    pty.types("Mor ringede");
    pty.shows("kladde gemt");
    let log = || std::fs::metadata(place.path("house/house.db-wal")).unwrap().modified().unwrap();
    let before = (place.drafts().remove(0).revision, log());
    is_idle(&mut pty);
    assert_eq!((place.drafts().remove(0).revision, log()), before, "nothing is written");
}
