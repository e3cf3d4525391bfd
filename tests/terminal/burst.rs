//! Text that lands in the register by mistake: pasted, with or without a terminal that says so.

use super::driver::{Pty, beside};
use super::place::Place;

/// What the screen says of it.
const NOWHERE: &str = "Indsat tekst bruges kun i felter";

/// Nothing is marked by what comes, and the one mark made after it is the only one.
fn marks_nothing(bursts: &[&str]) {
    let place = Place::new();
    let mut pty = place.register();
    pty.shows("15 mangler");
    for burst in bursts {
        pty.types(burst);
    }
    pty.shows(NOWHERE);
    assert!(pty.text().contains("15 mangler"), "{}", pty.text());
    one_mark(&mut pty);
    place.holds("Aya Hassan", "sick");
}

/// The next key counts, and only that.
fn one_mark(pty: &mut Pty) {
    pty.types("Cs");
    pty.shows("14 mangler");
    assert!(beside(&pty.text(), "Aya Hassan", "S syg"), "{}", pty.text());
}

#[test]
fn two_hundred_letters_at_once() {
    marks_nothing(&[&"s".repeat(200)]);
}

#[test]
fn more_than_is_read_at_once() {
    marks_nothing(&[&"s".repeat(1_030)]);
    marks_nothing(&[&"s".repeat(3_000)]);
}

#[test]
fn a_note_of_several_lines() {
    marks_nothing(&[&"Søren kom sent i dag, fulgt af sin mor.\r".repeat(5)]);
    marks_nothing(&["uge\t48\ts\tu\tt\r".repeat(4).as_str()]);
}

#[test]
fn in_pieces_as_a_slow_line_brings_it() {
    let pieces: Vec<String> = (0..12).map(|n| "stu".repeat(6 + n % 3)).collect();
    marks_nothing(&pieces.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_paste_that_says_it_is_one() {
    marks_nothing(&["\x1b[200~s\x1b[201~"]);
    marks_nothing(&[&format!("\x1b[200~{}\x1b[201~", "Søren er syg\r".repeat(200))]);
}

#[test]
fn a_note_pasted_into_a_field_stays_in_it() {
    let place = Place::new();
    let mut pty = place.register();
    pty.types("Cs");
    pty.shows("14 mangler");
    pty.opens_remark();
    pty.types("ringede kl. 7.40 og sagde, at hun\rs u t l kommer i morgen igen\r");
    pty.shows("hun s u t l kommer i morgen igen");
    assert!(pty.text().contains("14 mangler"), "{}", pty.text());
    pty.types("\r");
    pty.until("the field is closed", |s| !s.contents().contains("Enter godkend  Esc luk"));
    assert!(pty.text().contains("14 mangler"), "{}", pty.text());
}

#[test]
fn quick_fingers_are_not_a_paste() {
    let place = Place::new();
    let mut pty = place.register();
    pty.types("CsDuKtNl");
    pty.shows("11 mangler");
    assert!(!pty.text().contains(NOWHERE));
}
