//! The first start and later starts: questions on the terminal before the screen opens.

use std::fs;

use super::driver::Pty;
use super::place::{PASSPHRASE, Place};

/// Whether a text was ever written to a terminal.
fn heard(pty: &Pty, text: &str) -> bool {
    pty.raw.windows(text.len()).any(|w| w == text.as_bytes())
}

#[test]
fn the_first_time_it_asks_and_the_second_it_opens() {
    let place = Place::empty();
    let mut pty = Pty::start(place.trivsel(&[]));
    pty.shows("Dit navn:");
    pty.types("Søren Ærø\r");
    pty.shows("Dine initialer:");
    pty.types("SÆ\r");
    pty.shows("Ny adgangssætning:");
    pty.types_unseen(&format!("{PASSPHRASE}\r"));
    pty.shows("Den samme igen:");
    pty.types_unseen(&format!("{PASSPHRASE}\r"));
    pty.shows("gendannelsesnøglen");
    pty.shows("når nøglen er skrevet ned");
    let key = pty.text().lines().find(|l| l.starts_with("    ")).map(|l| l.trim().to_owned()).unwrap();
    assert!(key.len() > 40, "{key}");
    pty.types("\r");
    pty.shows("lys eller mørk");
    pty.types("l\r");
    pty.shows("Velkommen");
    pty.shows("hele registeret som planlagt");
    pty.until("the other screen", vt100::Screen::alternate_screen);
    assert!(!pty.text().contains(&key));
    pty.types("\x1b");
    pty.until("the welcome is closed", |s| !s.contents().contains("Velkommen"));
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    pty.is_restored();
    assert!(!heard(&pty, PASSPHRASE), "the passphrase is not echoed");
    let settings = fs::read_to_string(place.path("config/trivsel/settings.toml")).unwrap();
    assert_eq!(settings, "ground = \"light\"\n");
    assert!(fs::exists(place.path("data/trivsel/house/house.db")).unwrap());

    let mut again = Pty::start(place.trivsel(&[]));
    again.shows("Adgangssætning:");
    again.types_unseen(&format!("{PASSPHRASE}\r"));
    again.shows("1 Sager");
    assert!(!again.text().contains("Velkommen"));
    again.types("\x11");
    assert_eq!(again.ended().code, 0);
    again.is_restored();
    assert!(!heard(&again, PASSPHRASE));
}

#[test]
fn a_wrong_passphrase_is_one_sentence() {
    let place = Place::new();
    let mut pty = Pty::start(place.trivsel(&["--house", "house"]));
    pty.shows("Adgangssætning:");
    pty.types_unseen("forkert-hest\r");
    let ended = pty.ended();
    assert_eq!(ended.code, 1);
    pty.is_restored();
    assert!(!heard(&pty, "forkert-hest") && !heard(&pty, "\x1b[?1049h"), "{}", pty.text());
    let said = pty.text();
    let said: Vec<&str> = said.lines().filter(|l| !l.trim().is_empty()).collect();
    assert_eq!(said.len(), 2, "a question and a sentence: {said:?}");
    assert!(said[1].ends_with('.'), "{said:?}");
}

#[test]
fn cancelling_at_the_passphrase_restores_the_terminal() {
    let place = Place::new();
    let mut pty = Pty::start(place.trivsel(&["--house", "house"]));
    pty.shows("Adgangssætning:");
    pty.types_unseen("halv\x03");
    let ended = pty.ended();
    assert!(ended.code != 0 || ended.signal.is_some());
    pty.is_restored();
    assert!(!heard(&pty, "halv"));
}

#[test]
fn cancelling_at_another_question_ends_at_once() {
    let place = Place::empty();
    let mut pty = Pty::start(place.trivsel(&[]));
    pty.shows("Dit navn:");
    pty.types("\x03");
    assert!(pty.ended().signal.is_some());
    // The same after a passphrase.
    let mut pty = Pty::start(place.trivsel(&[]));
    for (question, answer) in [("Dit navn:", "Bo\r"), ("Dine initialer:", "BO\r")] {
        pty.shows(question);
        pty.types(answer);
    }
    for question in ["Ny adgangssætning:", "Den samme igen:"] {
        pty.shows(question);
        pty.types_unseen("en lang sætning\r");
    }
    pty.shows("når nøglen er skrevet ned");
    pty.types("\x03");
    assert!(pty.ended().signal.is_some());
    pty.is_restored();
}
