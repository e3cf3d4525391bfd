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
    pty.shows("Svar på nogle få spørgsmål");
    pty.shows("Dit navn:");
    pty.types("Søren Ærø\r");
    pty.shows("Dine initialer:");
    pty.types("Søren\r");
    pty.shows("Initialer er 1 til 4 store bogstaver");
    pty.types("SÆ\r");
    pty.shows("Ny adgangssætning:");
    pty.types_unseen("a\r");
    pty.shows("let at gætte");
    pty.types_unseen(&format!("{PASSPHRASE}\r"));
    pty.shows("Gentag adgangssætningen:");
    pty.types_unseen("noget helt andet\r");
    pty.shows("ikke ens");
    pty.types_unseen(&format!("{PASSPHRASE}\r"));
    pty.until("the second time of the second passphrase", |s| {
        s.contents().matches("Gentag adgangssætningen:").count() == 2
    });
    pty.types_unseen(&format!("{PASSPHRASE}\r"));
    pty.shows("gendannelsesnøglen");
    pty.shows("når nøglen er skrevet ned");
    let key = pty.text().lines().find(|l| l.starts_with("    ")).map(|l| l.trim().to_owned()).unwrap();
    assert!(key.len() > 40, "{key}");
    pty.types("\r");
    pty.shows("lys eller mørk");
    pty.types("l\r");
    pty.shows("Velkommen");
    pty.shows("hele fremmødelisten som planlagt");
    pty.until("the other screen", vt100::Screen::alternate_screen);
    pty.types("\x1b");
    pty.until("the welcome is closed", |s| !s.contents().contains("Velkommen"));
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    pty.is_restored_after(2);
    assert!(
        pty.text().contains("Dit navn:") && !pty.text().contains(&key),
        "the key is gone with its screen"
    );
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
fn a_wrong_passphrase_is_asked_for_again_and_the_third_time_one_sentence_ends_it() {
    let place = Place::new();
    let mut pty = Pty::start(place.trivsel(&["--house", "house"]));
    for time in 1..=3 {
        pty.until("the question", |s| s.contents().matches("Adgangssætning:").count() == time);
        pty.types_unseen("forkert-hest\r");
    }
    let ended = pty.ended();
    assert_eq!(ended.code, 1);
    pty.is_restored();
    assert!(!heard(&pty, "forkert-hest") && !heard(&pty, "\x1b[?1049h"), "{}", pty.text());
    let said = pty.text();
    let (asked, told): (Vec<&str>, Vec<&str>) =
        said.lines().filter(|l| !l.trim().is_empty()).partition(|l| l.starts_with("Adgangssætning:"));
    let waits = told.iter().filter(|s| s.contains("Vent ")).count();
    assert_eq!((asked.len(), told.len() - waits), (3, 3), "a question and a sentence each time: {told:?}");
    assert!(waits <= 2 && told.iter().all(|s| s.ends_with('.')), "{told:?}");
    place.waits();

    let mut pty = Pty::start(place.trivsel(&["--house", "house"]));
    pty.shows("Adgangssætning:");
    pty.types_unseen("forkert-hest\r");
    pty.until("the question again", |s| s.contents().matches("Adgangssætning:").count() == 2);
    pty.types_unseen(&format!("{PASSPHRASE}\r"));
    pty.shows("1 Sager");
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
    for question in ["Ny adgangssætning:", "Gentag adgangssætningen:"] {
        pty.shows(question);
        pty.types_unseen("en lang sætning\r");
    }
    pty.shows("når nøglen er skrevet ned");
    pty.types("\x03");
    assert!(pty.ended().signal.is_some());
    pty.is_restored();
}
