//! The log: drafts on top, filters on one line, follow-ups, and Esc that backs out of one thing at a time.

use crossterm::event::{KeyCode, KeyEvent};
use insta::assert_snapshot;
use trivsel::tui::message::Message;

use super::drafts;
use crate::harness::{Program, Start, house};

/// A house with some notes: by two children, of two kinds, with a theme, a method and two agreements.
fn with_notes() -> Program {
    let mut program = Program::usual();
    let method = program.model.roster.lists.methods[0].as_str().to_owned();
    program.keys("<ctrl-n>sø<enter>f<enter><ctrl-u>man<enter>Far ringede om bussen.");
    program.keys(&format!("<tab><tab><tab><tab><tab><tab><tab>cykel<enter>{method}<ctrl-s><enter>"));
    program.keys("<ctrl-n>sø<enter><enter><enter>Han kom selv.<tab>ringe til far<enter><enter>i dag<enter>");
    program.keys("spørge skolen<enter><enter>fre<ctrl-s><enter>");
    program
}

fn delete() -> Message {
    Message::Key(KeyEvent::from(KeyCode::Delete))
}

#[test]
fn drafts_stand_on_top_with_the_text_below() {
    let mut program = with_notes();
    program.keys("<ctrl-n>ida<enter><enter><enter>Ikke færdig endnu.<esc>3");
    assert_snapshot!(program.screen());
}

#[test]
fn every_filter_alone_and_together_with_its_echo() {
    let method = with_notes().model.roster.lists.methods[0].as_str().to_owned();
    let method_echo = format!("Metoder: {method}");
    for (typed, echo, count) in [
        ("søren", "Søren Ægård Åse", 2),
        ("alma", "Alma Holm", 1),
        ("forældre", "Forældresamtale", 2),
        ("MK", "MK", 3),
        ("LB", "LB", 0),
        ("uge 48", "uge 48", 3),
        ("i dag", "25. nov", 1),
        ("uge 47", "uge 47", 0),
        ("morgen", "Temaer: morgen", 1),
        (method.as_str(), method_echo.as_str(), 1),
        ("forældre MK uge 48 søren", "Forældresamtale · MK", 1),
    ] {
        let mut program = with_notes();
        program.keys(&format!("3f{typed}"));
        assert!(program.shows("= "), "{typed}: {}", program.screen());
        assert!(program.shows(echo), "{typed}: {}", program.screen());
        program.keys("<enter>");
        let said = if count == 1 { "· 1 samtale".to_owned() } else { format!("· {count} samtaler") };
        assert!(program.shows(&said), "{typed}: {}", program.screen());
        assert!(count > 0 || program.shows("Ingen samtaler passer. Esc viser alle igen."));
    }
}

#[test]
fn a_word_that_is_no_filter_says_what_would_be_and_stays() {
    let mut program = with_notes();
    program.keys("3fxyzzy<enter>");
    let screen = program.screen();
    assert!(screen.contains("▲ xyzzy: hverken barn") && screen.contains("Vis kun: xyzzy"), "{screen}");
}

#[test]
fn esc_takes_one_thing_back_at_a_time() {
    let mut program = with_notes();
    program.keys("3fsøren<enter>o");
    assert!(program.shows("Søren Ægård Åse · 2 opfølgninger"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("Søren Ægård Åse · 2 samtaler"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("Alle samtaler · 3 samtaler"), "{}", program.screen());
    program.keys("<esc><esc>");
    assert!(program.shows("Alle samtaler · 3 samtaler") && !program.ended);
}

#[test]
fn follow_ups_by_day_are_said_to_be_done_with_a_line_or_without() {
    let mut program = with_notes();
    program.keys("3o");
    assert_snapshot!(program.screen());
    program.keys("efar kommer på fredag<enter>");
    assert!(program.shows("Opfølgningen er afsluttet: ringe til far"), "{}", program.screen());
    assert!(program.shows("· 1 opfølgning"), "{}", program.screen());
    program.send(delete());
    assert!(program.shows("Bortfalder. Hvorfor"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Intet at følge op på."), "{}", program.screen());
    program.keys("o<enter>");
    let screen = program.screen();
    assert!(screen.contains("udført 25. nov 2026 MK: far"), "{screen}");
    assert!(screen.contains("bortfaldet 25. nov 2026 MK"), "{screen}");
}

#[test]
fn a_follow_up_that_is_ended_can_be_opened_again_by_undo() {
    let mut program = with_notes();
    program.keys("3oe<enter><ctrl-z>");
    assert!(program.shows("Fortrudt:"), "{}", program.screen());
    assert!(program.shows("· 2 opfølgninger"), "{}", program.screen());
}

#[test]
fn a_draft_is_deleted_after_asking_and_any_other_key_keeps_it() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<esc>3");
    program.send(delete()).send(delete());
    assert!(program.shows("Slet kladden for altid?"), "{}", program.screen());
    program.keys("<down>");
    program.send(delete());
    assert_eq!(drafts(&mut program), 1);
    program.send(delete());
    assert_eq!(drafts(&mut program), 0, "{}", program.screen());
}

#[test]
fn the_talk_under_the_cursor_is_read_whole() {
    let mut program = with_notes();
    program.keys("3<enter>");
    let opened = program.screen();
    assert!(opened.contains("Han kom selv.") && opened.contains("Aftale: ringe til far (MK"), "{opened}");
    program.keys("<esc>fcykel<enter>");
    assert!(program.shows("cykel: hverken barn"), "a theme new with a note is not in the house's list");
}

#[test]
fn a_house_that_can_only_be_read_says_so_before_anything_is_typed() {
    let mut program = with_notes_then_read_only();
    for keys in ["1n", "1<ctrl-n>", "3n", "3t", "3oe", "3<ctrl-d>"] {
        program.keys(keys);
        assert!(program.shows("Huset kan kun læses"), "{keys}: {}", program.screen());
        assert!(program.model.layers.is_empty(), "{keys}: {}", program.screen());
        program.keys("<esc><esc>");
    }
    program.send(Message::Key(KeyEvent::from(KeyCode::F(3))));
    assert!(program.model.layers.is_empty());
    program.keys("3").send(delete());
    assert!(program.model.layers.is_empty());
    // Reading goes on.
    program.keys("<enter>");
    assert!(program.shows("Han kom selv."), "{}", program.screen());
}

fn with_notes_then_read_only() -> Program {
    let mut program = with_notes();
    program.model.writable = false;
    program
}

#[test]
fn drafts_are_filtered_too_and_the_cursor_goes_to_what_was_signed() {
    let mut program = with_notes();
    program.keys("<ctrl-n>ida<enter><enter><enter>Ikke færdig.<esc>3fforældre<enter>");
    assert!(!program.shows("kladde"), "{}", program.screen());
    program.keys("<esc>fida<enter>");
    assert!(program.shows("1 kladde"), "{}", program.screen());
    program.keys("<esc><end><ctrl-n>sof<enter><enter><enter>Nyt.<ctrl-s><enter>");
    assert!(program.turned_over()[0].contains("Sofia Åkjær"), "{}", program.screen());
}

#[test]
fn a_narrow_screen_shows_the_mark_of_a_restricted_note() {
    let mut program = Start::sized(60, 20).on(house::of(&house::SIXTEEN));
    program.keys("<ctrl-n>mads<enter>tel<enter><enter>ord<tab><tab><tab><tab><tab><tab><tab><tab><tab>LB<ctrl-s><enter>3");
    assert!(program.shows("begrænset"), "{}", program.screen());
    assert_snapshot!(program.screen());
}
