//! Text pasted into the register by mistake, with or without bracketed paste.

use std::time::Duration;

use super::driver::{Pty, beside};
use super::note;
use super::place::Place;
use super::process::eventually;

/// The message on the screen.
const NOWHERE: &str = "Indsat tekst bruges kun i felter";

/// Checks that a burst sets no mark, and that the one mark made after it is the only one.
fn marks_nothing(bursts: &[&str]) {
    let place = Place::new();
    let mut pty = place.register();
    pty.shows("15 mangler");
    for burst in bursts {
        pty.types(burst);
    }
    is_refused(&mut pty);
    one_mark(&mut pty);
    place.holds("Aya Hassan", "sick");
}

/// Waits until the whole burst was refused: the next pane key removes the message. A key that arrives during the
/// burst counts as part of it, so it is pressed again.
fn is_refused(pty: &mut Pty) {
    pty.shows(NOWHERE);
    let is_read = |pty: &mut Pty| {
        pty.types("5");
        pty.is_within(Duration::from_secs(5), |s| !s.contents().contains(NOWHERE))
    };
    assert!((0..12).any(|_| is_read(pty)), "{}", pty.text());
    assert!(pty.text().contains("15 mangler"), "{}", pty.text());
}

/// Checks that the next key sets one mark.
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
fn in_pieces_over_a_slow_line() {
    // Each piece is long enough to be refused alone, so timing does not matter. Joining shorter pieces is tested
    // with the input module.
    let pieces: Vec<String> = (0..12).map(|n| "stu".repeat(11 + n % 3)).collect();
    marks_nothing(&pieces.iter().map(String::as_str).collect::<Vec<_>>());
    let place = Place::new();
    let mut pty = place.register();
    pty.shows("15 mangler");
    for piece in &pieces {
        pty.types(piece);
        is_refused(&mut pty);
    }
    one_mark(&mut pty);
    place.holds("Aya Hassan", "sick");
}

#[test]
fn a_few_words_at_once() {
    marks_nothing(&["Stus er syg"]);
}

#[test]
fn a_word_of_the_registers_keys_at_once() {
    marks_nothing(&["stus"]);
    marks_nothing(&["CsDuKtNl"]);
}

#[test]
fn a_bracketed_paste() {
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
fn fast_typing_is_not_a_paste() {
    let place = Place::new();
    let mut pty = place.register();
    for (keys, left) in [("Cs", 14), ("Du", 13), ("Kt", 12), ("Nl", 11)] {
        pty.types(keys).shows(&format!("{left} mangler"));
    }
    assert!(!pty.text().contains(NOWHERE));
}

/// Waits until the text of the only draft has this length.
fn is_kept(place: &Place, chars: usize) -> String {
    eventually("it is kept", || {
        place.drafts().first().is_some_and(|d| super::place::text_of(d).chars().count() >= chars)
    });
    place.draft()
}

#[test]
fn ten_thousand_lines_in_a_note() {
    let place = Place::new();
    let mut pty = place.register();
    note::write(&mut pty, "før ", "før");
    let lines: Vec<String> = (0..10_000).map(|n| format!("Linje {n} å")).collect();
    pty.types(&format!("\x1b[200~{}\x1b[201~", lines.join("\r")));
    let took = pty.shows("Linje 9999 å");
    println!("pasted after {took:?}");
    for letter in [" e", "fter"] {
        pty.types(letter);
        println!(
            "a key after {:?}",
            pty.shows(&format!("9999 å{}", if letter == "fter" { " efter" } else { " e" }))
        );
    }
    let kept = format!("før {} efter", lines.join("\n"));
    assert!(is_kept(&place, kept.chars().count()) == kept, "every line is there");
    // From one end to the other.
    pty.types("\x1b[1;5H");
    pty.shows("før Linje 0 å");
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    assert!(place.draft() == kept);
}

#[test]
fn more_than_is_read_at_once_in_a_note() {
    let place = Place::new();
    let mut pty = place.register();
    note::open(&mut pty);
    let text = "Mor ringede i dag. ".repeat(180);
    let text = text.trim_end();
    pty.types(text);
    pty.types(" Slut");
    pty.shows("Slut");
    assert_eq!(is_kept(&place, text.len() + 5), format!("{text} Slut"));
    // The text is not held back until another key.
    pty.types(&"å".repeat(2_000));
    pty.types("\rfærdig");
    let all = format!("{text} Slut{}\nfærdig", "å".repeat(2_000));
    assert_eq!(is_kept(&place, all.chars().count()), all);
}
