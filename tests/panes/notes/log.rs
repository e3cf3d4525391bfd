//! The log: drafts on top, filters on one line, follow-ups, and Esc one level at a time.

use crossterm::event::{KeyCode, KeyEvent};
use insta::assert_snapshot;
use trivsel_tui::message::Message;

use super::{drafts, log_of_many};
use crate::harness::{Program, Start, house};

/// A house with notes of two children and two kinds, a theme, a method and two agreements.
pub(super) fn with_notes() -> Program {
    let mut program = Program::usual();
    let method = program.model.roster.lists.methods[0].as_str().to_owned();
    program.keys("<ctrl-n>sø<enter>f<enter><ctrl-u>man<enter>Far ringede om bussen.");
    program.keys(&format!("<tab><tab><tab><tab><tab><tab><tab>cykel<enter>{method}<ctrl-s><ctrl-o>"));
    program.keys("<ctrl-n>sø<enter><enter><enter>Han kom selv.<tab>ringe til far<enter><enter>i dag<enter>");
    program.keys("spørge skolen<enter><enter>fre<ctrl-s><ctrl-o>");
    program
}

fn delete() -> Message {
    Message::Key(KeyEvent::from(KeyCode::Delete).into())
}

#[test]
fn drafts_stand_on_top_with_the_text_below() {
    let mut program = with_notes();
    program.keys("<ctrl-n>ida<enter><enter><enter>Ikke færdig endnu.<esc>3");
    assert_snapshot!(program.screen());
}

#[test]
fn esc_goes_back_one_level_at_a_time() {
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
fn follow_ups_are_ended_with_or_without_a_remark() {
    let mut program = with_notes();
    program.keys("3o");
    assert_snapshot!(program.screen());
    program.keys("efar kommer på fredag<enter>");
    assert!(program.shows("Opfølgningen er afsluttet: ringe til far"), "{}", program.screen());
    assert!(program.shows("· 1 opfølgning"), "{}", program.screen());
    program.send(delete());
    assert!(program.shows("Udgår. Hvorfor"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Intet at følge op på."), "{}", program.screen());
    program.keys("o<enter>");
    let screen = program.screen();
    assert!(screen.contains("udført 25. nov 2026 MK: far"), "{screen}");
    assert!(screen.contains("udgået 25. nov 2026 MK"), "{screen}");
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
    program.keys("<del><del>");
    assert!(program.shows("Slet kladden for altid? Alma Holm, i dag 8.55"), "{}", program.screen());
    program.keys("<down><ctrl-o>");
    program.keys("<del>");
    assert_eq!(drafts(&mut program), 1);
    program.keys("<ctrl-o>");
    assert_eq!(drafts(&mut program), 0, "{}", program.screen());
}

#[test]
fn the_talk_under_the_cursor_is_read_whole() {
    let mut program = with_notes();
    program.keys("3<enter>");
    let opened = program.screen();
    assert!(opened.contains("Han kom selv.") && opened.contains("Aftale: ringe til far (MK"), "{opened}");
}

#[test]
fn a_read_only_house_says_so_before_anything_is_typed() {
    let mut program = with_notes_then_read_only();
    for keys in ["1n", "1<ctrl-n>", "3n", "3t", "3oe", "3<ctrl-d>"] {
        program.keys(keys);
        assert!(program.shows("Huset kan kun læses"), "{keys}: {}", program.screen());
        assert!(program.model.layers.is_empty(), "{keys}: {}", program.screen());
        program.keys("<esc><esc>");
    }
    // The house's lists can be read.
    program.send(Message::Key(KeyEvent::from(KeyCode::F(3)).into()));
    assert!(program.shows("Husets lister"), "{}", program.screen());
    program.keys("<esc>3").send(delete());
    assert!(program.model.layers.is_empty());
    // Reading still works.
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
    program.keys("<esc><end><ctrl-n>sof<enter><enter><enter>Nyt.<ctrl-s><ctrl-o>");
    assert!(program.turned_over()[0].contains("Sofia Åkjær"), "{}", program.screen());
}

#[test]
fn a_narrow_screen_shows_the_mark_of_a_restricted_note() {
    let mut program = Start::sized(60, 20).on(house::of(&house::SIXTEEN));
    program.keys("<ctrl-n>mads<enter>tel<enter><enter>ord<tab><tab><tab><tab><tab><tab><tab><tab><tab>LB<ctrl-s><ctrl-o>3");
    assert!(program.shows("fortrolig"), "{}", program.screen());
    assert_snapshot!(program.screen());
}

#[test]
fn a_long_log_says_how_much_of_it_is_listed_and_goes_on_at_its_end() {
    let mut program = log_of_many(1210, |_, _| ());
    assert!(program.shows("Alle samtaler · de nyeste 500 af 1211 samtaler"), "{}", program.screen());
    program.keys("<end>");
    assert!(program.shows("· de nyeste 1000 af 1211 samtaler"), "{}", program.screen());
    let at = program.turned_over();
    program.keys("<down>");
    assert_ne!(program.turned_over(), at, "the cursor goes on into the next page");
    // A change by somebody else keeps the position in the list.
    program.send(Message::ChangedElsewhere);
    assert!(program.shows("· de nyeste 1000 af 1211 samtaler"), "{}", program.screen());
    program.keys("<end>");
    assert!(program.shows("Alle samtaler · 1211 samtaler"), "{}", program.screen());
    program.keys("<end><end>");
    assert!(program.turned_over()[0].contains("3. aug 2023"), "{}", program.screen());
    program.keys("fnov<enter>");
    assert!(program.shows("· 25 samtaler"), "{}", program.screen());
    program.keys("<esc>");
    assert!(program.shows("· de nyeste 500 af 1211 samtaler"), "{}", program.screen());
}

#[test]
fn a_full_page_that_is_all_there_is_counts_as_all() {
    let mut program = log_of_many(499, |_, _| ());
    assert!(program.shows("Alle samtaler · 500 samtaler"), "{}", program.screen());
    program.keys("<end><down>");
    assert!(program.shows("Alle samtaler · 500 samtaler"), "{}", program.screen());
}

#[test]
fn follow_ups_of_a_consultation_are_listed_under_its_place() {
    let mut program = Program::usual();
    program.keys("<ctrl-n>kons<enter>Lindeskolen<enter><enter><enter>Vi talte om mødetider.<tab>");
    program.keys("sende et notat<enter><enter>fre<ctrl-s>1 t<ctrl-s><ctrl-o>3o");
    let line = program.turned_over().remove(0);
    assert!(line.contains("27. nov      Lindeskolen") && line.contains("sende et notat"), "{line}");
    assert!(!program.shows(" – "), "{}", program.screen());
}

#[test]
fn the_log_has_headings_and_where_there_is_room_the_first_line_of_each_text() {
    let mut program = Program::usual();
    program.keys("3");
    let heads = program.resized(60, 20).line("Dato");
    assert!(["Type", "Barn", "Af"].iter().all(|head| heads.contains(head)), "{heads}");
    assert!(!heads.contains("Tekst"), "{heads}");
    let heads = program.resized(120, 40).line("Dato");
    assert!(heads.contains("Tekst"), "{heads}");
    let talk = program.turned_over().remove(0);
    let (list, _) = talk.split_once('│').unwrap();
    assert!(list.contains("Mor fortæller, at"), "{list}");
    program.keys("o");
    assert!(program.shows("Intet at følge op på"), "{}", program.screen());
}
