//! Drafts that can't be saved and drafts with two writers: the screen says so, and no text is lost.

use std::time::Duration;

use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, prlimit};

use super::driver::Pty;
use super::note;
use super::place::{Place, in_register, text_of};
use super::process::eventually;
use super::staged;

/// Longer than any test.
const NEVER: Duration = Duration::from_secs(600);
/// Saving a draft waits a quarter of a second for a writer, any other step ten seconds. A screen drawn within this
/// time has not waited for the latter.
const NO_STALL: Duration = Duration::from_secs(8);

const TROUBLE: &str = "Kladden kan ikke gemmes:";
const NOT_KEPT: &str = "kladde ikke gemt";
const WAITS: &str = "Venter: en kollega skriver lige nu";
const KEPT: &str = "kladde gemt";

/// Continues typing while the draft can't be saved.
fn types_on(pty: &mut Pty) -> String {
    let mut text = String::from("Mor ringede");
    let mut longest = Duration::ZERO;
    for letter in " og sagde".chars() {
        text.push(letter);
        pty.types(&letter.to_string());
        let took = pty.shows(text.trim_end());
        assert!(took < NO_STALL, "{took:?}");
        longest = longest.max(took);
    }
    pty.shows(NOT_KEPT);
    println!("the slowest letter showed after {longest:?}");
    text
}

#[test]
fn while_somebody_else_holds_the_write_lock() {
    let place = Place::keyed();
    let mut pty = in_register(Pty::start(staged::program(&place, NEVER)));
    note::open(&mut pty);
    let other = place.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.types("Mor ringede");
    pty.shows(TROUBLE);
    pty.shows("En anden skriver lige nu");
    pty.shows(NOT_KEPT);
    let text = types_on(&mut pty);
    assert!(place.drafts().is_empty());
    other.execute_batch("ROLLBACK").unwrap();
    pty.shows(KEPT);
    pty.until("the trouble is over", |s| !s.contents().contains(TROUBLE));
    assert_eq!(place.draft(), text);
}

#[test]
fn keys_typed_while_a_mark_waits_are_dropped_with_a_word() {
    for (width, height) in [(80, 24), (120, 40)] {
        let place = Place::keyed();
        let mut pty = in_register(Pty::sized(staged::program(&place, NEVER), width, height));
        let other = place.raw();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        pty.types("t");
        pty.shows(WAITS);
        pty.types("s");
        pty.shows("1 tast ignoreret");
        pty.types("t");
        pty.shows("2 taster ignoreret");
        println!("{}", pty.text());
        other.execute_batch("ROLLBACK").unwrap();
        pty.shows("Alma Holm: T til stede");
        pty.shows("14 mangler");
        pty.types("Ds");
        pty.shows("13 mangler");
        place.holds("Alma Holm", "present");
        place.holds("Bertram Juhl", "sick");
    }
}

#[test]
fn a_mark_given_up_is_named_and_not_written() {
    let place = Place::keyed();
    let mut pty = in_register(Pty::start(staged::program(&place, NEVER)));
    let other = place.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.types("t");
    pty.shows(WAITS);
    pty.shows("Ikke gemt: registreringen for Alma Holm");
    pty.shows("15 mangler");
    other.execute_batch("ROLLBACK").unwrap();
    pty.types("s");
    pty.shows("14 mangler");
    place.holds("Alma Holm", "sick");
}

#[test]
fn leaving_asks_twice_while_the_draft_is_not_saved() {
    let place = Place::keyed();
    let mut pty = in_register(Pty::start(staged::program(&place, NEVER)));
    note::open(&mut pty);
    let other = place.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.types("Mor ringede\x11");
    pty.shows("Ctrl+Q igen går ud");
    pty.shows("Mor ringede");
    other.execute_batch("ROLLBACK").unwrap();
    pty.shows(KEPT);
    // The earlier warning no longer counts after a save.
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.types("!\x11");
    pty.shows("Ctrl+Q igen går ud");
    other.execute_batch("ROLLBACK").unwrap();
    pty.types("\x11");
    assert_eq!(pty.ended().code, 0);
    assert_eq!(place.draft(), "Mor ringede!");
}

#[test]
fn a_signal_waits_for_the_writer() {
    let place = Place::keyed();
    let mut pty = in_register(Pty::start(staged::program(&place, NEVER)));
    note::open(&mut pty);
    let other = place.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.types("Mor ringede");
    pty.shows(TROUBLE);
    pty.send(Signal::TERM);
    pty.until("the terminal is given back", |s| !s.alternate_screen());
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(pty.ended().code, 143);
    assert_eq!(place.draft(), "Mor ringede");
}

/// Limits how large the program's files may grow; `None` restores our own limit.
fn limit(pty: &Pty, bytes: Option<u64>) {
    let process = Pid::from_raw(i32::try_from(pty.process()).unwrap());
    let ours = getrlimit(Resource::Fsize);
    prlimit(process, Resource::Fsize, Rlimit { current: bytes.or(ours.current), ..ours }).unwrap();
}

#[test]
fn while_the_disk_is_full() {
    let place = Place::keyed();
    let mut pty = in_register(Pty::start(staged::program(&place, NEVER)));
    note::open(&mut pty);
    limit(&pty, Some(0));
    pty.types("Mor ringede");
    pty.shows(TROUBLE);
    let text = types_on(&mut pty);
    limit(&pty, None);
    pty.shows(KEPT);
    pty.until("the trouble is over", |s| !s.contents().contains(TROUBLE));
    assert_eq!(place.draft(), text);
    place.house().verify().unwrap();
}

/// Two programs that have the same draft open.
fn in_one_draft(place: &Place) -> (Pty, Pty) {
    let mut one = place.register();
    note::write(&mut one, "Mor ringede", "Mor ringede");
    one.shows(KEPT);
    let mut other = Pty::start(place.on_house());
    note::go_on(&mut other);
    (one, other)
}

#[test]
fn the_second_writer_is_told_and_no_text_is_lost() {
    let place = Place::new();
    let (mut one, mut other) = in_one_draft(&place);
    other.shows("MK har kladden åben siden kl. 8.55");
    other.types(" i går");
    other.shows("Mor ringede i går");
    eventually("it is kept", || text_of(&place.drafts()[0]) == "Mor ringede i går");
    one.types(" i dag");
    one.shows("To udgaver af kladden");
    for shown in ["Din udgave, gemt som en ny kladde:", "Mor ringede i dag", "Mor ringede i går", "kl. 8.55"]
    {
        one.shows(shown);
    }
    let texts = || {
        let mut texts: Vec<String> = place.drafts().iter().map(text_of).collect();
        texts.sort();
        texts
    };
    assert_eq!(texts(), ["Mor ringede i dag", "Mor ringede i går"]);
    // Both continue, each in its own draft.
    one.types("\x1b");
    one.until("closed", |s| !s.contents().contains("To udgaver"));
    one.types(" kl. 9");
    one.shows("Mor ringede i dag kl. 9");
    other.types(" kl. 8");
    other.shows("Mor ringede i går kl. 8");
    for pty in [&mut one, &mut other] {
        pty.types("\x11");
        assert_eq!(pty.ended().code, 0);
    }
    assert_eq!(texts(), ["Mor ringede i dag kl. 9", "Mor ringede i går kl. 8"]);
}

#[test]
fn signing_does_not_discard_what_the_other_wrote() {
    let place = Place::new();
    let (mut one, mut other) = in_one_draft(&place);
    other.types(" i går");
    other.shows("Mor ringede i går");
    other.types("\x11");
    assert_eq!(other.ended().code, 0);
    one.types("\x13");
    one.shows("Underskriv?");
    one.answers_yes();
    one.shows("To udgaver af kladden");
    one.shows("Mor ringede i går");
    one.types("\x1b");
    one.until("closed", |s| !s.contents().contains("To udgaver"));
    one.types("\x13");
    one.shows("Underskriv?");
    one.answers_yes();
    one.until("it is signed", |s| !s.contents().contains("Ny samtale"));
    assert_eq!(place.draft(), "Mor ringede i går");
}

#[test]
fn two_versions_do_not_appear_over_a_lock() {
    let place = Place::new();
    let (mut one, mut other) = in_one_draft(&place);
    other.types(" i går");
    eventually("it is kept", || text_of(&place.drafts()[0]) == "Mor ringede i går");
    one.types(" i dag\x0c");
    one.shows("Skærmen er låst.");
    eventually("both are kept", || place.drafts().len() == 2);
    one.types("x");
    one.hears(Duration::from_millis(700));
    assert!(one.text().contains("Skærmen er låst.") && !one.text().contains("ringede"), "{}", one.text());
}
