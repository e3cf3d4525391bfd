//! The program ends while a note is being written: no text is lost, and the next start offers the draft.

use std::time::Duration;

use rustix::process::Signal;

use super::driver::Pty;
use super::note::{self, KEPT, TYPED};
use super::place::{Place, in_register, text_of};
use super::process::eventually;
use super::staged;
use super::vanished::{by_shell, unheard};

/// The message for a saved draft.
const IS_KEPT: &str = "kladde gemt";
/// The message for a draft that somebody else has open.
const IS_HELD: &str = "har kladden åben";

/// Far longer than any machine needs to draw a key, so that no screen locks before the note is written.
const UNTOUCHED: Duration = Duration::from_secs(10);

/// The next start offers the whole draft, and writing continues.
fn goes_on(place: &Place, kept: &str) {
    assert_eq!(place.draft(), kept);
    let mut pty = Pty::start(place.on_house());
    note::go_on(&mut pty);
    for line in kept.lines().filter(|l| !l.is_empty()) {
        // Only the part before the emoji: terminals differ in how they draw a grapheme of several code points.
        pty.shows(line.split('👩').next().unwrap());
    }
    pty.types(" igen");
    pty.shows(&format!("{} igen", kept.lines().last().unwrap()));
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    pty.is_restored();
    assert_eq!(place.draft(), format!("{kept} igen"));
    let draft = place.drafts().remove(0);
    let child = place.house().children().unwrap().into_iter().find(|c| c.name.as_str() == "Søren Ægård Åse");
    let case = place.house().cases().unwrap().into_iter().find(|c| c.child == child.as_ref().unwrap().id);
    assert_eq!(draft.case, Some(case.unwrap().id), "it is still about the same child");
    assert_eq!(draft.held, None, "nobody has it open");
    place.is_sound();
}

#[test]
fn the_saved_draft_survives_a_kill_while_typing() {
    let place = Place::new();
    let mut pty = place.register();
    note::write(&mut pty, TYPED, "i morgen“");
    pty.shows(IS_KEPT);
    pty.types(" og så");
    pty.shows("i morgen“ og så");
    pty.send(Signal::KILL);
    assert!(pty.ended().signal.is_some());
    let kept = place.draft();
    assert!(kept == KEPT || kept == format!("{KEPT} og så"), "{kept}");
    // A screen that ended without a word may count as still open.
    let mut pty = Pty::start(place.on_house());
    note::go_on(&mut pty);
    pty.shows("MK har kladden åben siden kl. 8.55");
    place.is_sound();
}

#[test]
fn typing_without_a_pause_is_saved() {
    let place = Place::new();
    let mut pty = place.register();
    note::open(&mut pty);
    let mut typed = 0;
    while !pty.text().contains(IS_KEPT) {
        typed += 1;
        assert!(typed < 2_000, "not after two thousand letters:\n{}", pty.text());
        pty.types("x");
        pty.hears(Duration::from_millis(50));
    }
    let kept = place.draft().len();
    println!("kept after {typed} letters, {kept} of them");
    assert!(kept > 0 && kept <= typed);
}

fn ends_by(signal: Signal) {
    let place = Place::new();
    let mut pty = place.register();
    note::write(&mut pty, TYPED, "i morgen“");
    // Typed at the same moment; the program has not read it yet.
    pty.types(" sidste ord");
    pty.send(signal);
    let ended = pty.ended();
    println!("{signal:?}: ended after {:?}", ended.after);
    assert_eq!(i32::try_from(ended.code).unwrap(), 128 + signal.as_raw());
    pty.is_restored();
    assert!(!pty.text().contains("ringede"), "nothing is left on the terminal");
    goes_on(&place, &format!("{KEPT} sidste ord"));
}

/// So many letters at once may be a paste, whose rest is waited for.
#[test]
fn a_signal_in_the_middle_of_a_burst() {
    let place = Place::new();
    let mut pty = place.register();
    note::write(&mut pty, "Mor", "Mor");
    let burst = "\r ringede og sagde, at hun ikke kommer i dag".repeat(3);
    pty.types(&burst);
    pty.send(Signal::TERM);
    assert_eq!(pty.ended().code, 143);
    goes_on(&place, &format!("Mor{}", burst.replace('\r', "\n")));
}

#[test]
fn a_terminate_signal() {
    ends_by(Signal::TERM);
}

#[test]
fn a_hang_up_signal() {
    ends_by(Signal::HUP);
}

#[test]
fn an_interrupt_signal() {
    ends_by(Signal::INT);
}

#[test]
fn a_quit_signal() {
    ends_by(Signal::QUIT);
}

#[test]
fn the_window_is_closed() {
    let place = Place::new();
    let mut pty = in_register(Pty::start(by_shell(&place, "exec \"$@\"", &place.on_house())));
    note::write(&mut pty, TYPED, "i morgen“");
    assert_eq!(pty.vanishes("x").code, 129);
    goes_on(&place, &format!("{KEPT}x"));
}

#[test]
fn the_window_is_closed_and_no_signal_comes() {
    let place = Place::new();
    let mut pty = in_register(Pty::start(unheard(&place, &place.on_house())));
    note::write(&mut pty, TYPED, "i morgen“");
    assert_eq!(pty.vanishes("x").code, 129);
    goes_on(&place, &format!("{KEPT}x"));
}

#[test]
fn a_blocked_terminal_loses_nothing() {
    let place = Place::new();
    let mut pty = place.register();
    note::write(&mut pty, "Mor ringede", "Mor ringede");
    let process = pty.process();
    let pty = pty.unread_after("!");
    pty.send(Signal::TERM);
    eventually("it ends", || super::process::has_ended(process));
    assert_eq!(place.draft(), "Mor ringede!");
}

#[test]
fn leaving_the_program_keeps_the_draft() {
    let place = Place::new();
    let mut pty = place.register();
    note::open(&mut pty);
    pty.types(TYPED);
    pty.shows("i morgen“");
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    pty.is_restored();
    goes_on(&place, KEPT);
    let mut pty = Pty::start(place.on_house());
    note::go_on(&mut pty);
    assert!(!pty.text().contains(IS_HELD), "{}", pty.text());
}

#[test]
fn several_drafts_are_offered_and_listed() {
    let place = Place::new();
    let mut pty = place.register();
    for (child, text) in [("N", "om Søren"), ("C", "om Aya"), ("D", "om Bertram")] {
        pty.types(&format!("{child}n"));
        pty.shows("Ny samtale");
        note::in_text(&mut pty);
        pty.types(text);
        pty.shows(text);
        pty.types("\x1b");
        pty.shows("Kladden er gemt. Ctrl+K finder den igen");
    }
    pty.types("\x0b");
    pty.shows("3 kladder");
    pty.types("\x1b");
    pty.until("closed", |s| !s.contents().contains("3 kladder"));
    pty.types("3");
    pty.shows("Alle samtaler");
    pty.shows("Forældresamtale");
    let text = pty.text();
    let rows: Vec<&str> = text.lines().filter(|l| l.contains("kladde ") && l.contains("om ")).collect();
    assert_eq!(rows.len(), 3, "{text}");
    let first_talk = text.lines().position(|l| l.contains("Alma Holm")).unwrap();
    assert!(text.lines().position(|l| l.contains("om Søren")).unwrap() < first_talk, "{text}");
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    let mut texts: Vec<String> = place.drafts().iter().map(text_of).collect();
    texts.sort();
    assert_eq!(texts, ["om Aya", "om Bertram", "om Søren"]);
    let mut pty = Pty::start(place.on_house());
    pty.shows("3 kladder");
    pty.shows_beside("Aya Hassan", "om Aya");
    pty.types("\x1b");
    pty.until("closed", |s| !s.contents().contains("om Aya"));
}

#[test]
fn a_locked_screen_keeps_the_draft_and_hides_it() {
    let place = Place::new();
    let mut pty = place.register();
    note::open(&mut pty);
    pty.types(&format!("{TYPED}\x0c"));
    pty.shows("Skærmen er låst.");
    pty.until("nothing of it", |s| !s.contents().contains("ringede") && !s.contents().contains("Søren"));
    eventually("it is kept behind the lock", || place.drafts().len() == 1);
    assert_eq!(place.draft(), KEPT);
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    goes_on(&place, KEPT);
}

#[test]
fn what_only_the_terminal_says_does_not_put_off_the_lock() {
    let place = Place::new();
    let soon = Duration::from_secs(3);
    let mut pty = in_register(Pty::start(staged::program(&place, soon)));
    let start = std::time::Instant::now();
    // A window that is dragged about, with focus reports and a terminal's answers; no key and no paste.
    let said = ["\x1b[I", "\x1b[O", "\x1b[?62;22c", "\x1b[1;1R"];
    for (said, width) in said.iter().cycle().zip([90, 80].into_iter().cycle()) {
        pty.resize(width, 24);
        pty.types(said);
        if pty.is_within(Duration::from_millis(200), |s| s.contents().contains("Skærmen låste sig selv")) {
            break;
        }
        assert!(start.elapsed() < 20 * soon, "it does not lock:\n{}", pty.text());
    }
}

#[test]
fn an_automatic_lock_keeps_the_draft_and_hides_it() {
    let place = Place::new();
    let mut pty = in_register(Pty::start(staged::program(&place, UNTOUCHED)));
    note::write(&mut pty, TYPED, "i morgen“");
    pty.shows("Skærmen låste sig selv");
    pty.until("nothing of it", |s| !s.contents().contains("ringede"));
    eventually("it is kept behind the lock", || place.drafts().len() == 1);
    assert_eq!(place.draft(), KEPT);
    pty.types(&format!("{}\r", super::place::PASSPHRASE));
    pty.shows("i morgen“");
    pty.send(Signal::TERM);
    assert_eq!(pty.ended().code, 143);
    assert_eq!(place.draft(), KEPT);
}
