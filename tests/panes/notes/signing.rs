//! Signing locks a note: no key changes it, and later text is a stamped addendum.

use std::time::{Duration, Instant};

use insta::assert_snapshot;
use trivsel_tui::message::{Message, Press};

use super::{drafts, one_signed, rest, signed};
use crate::harness::{Program, date};

/// A program with a signed note of Alma's.
fn with_a_note() -> Program {
    let mut program = Program::usual();
    program.keys("n<enter><enter>Vi talte om morgenen.<ctrl-s><ctrl-o>");
    program
}

#[test]
fn signing_asks_once_and_esc_returns_to_the_text() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<ctrl-s>");
    assert!(program.shows("Ctrl+O ja"), "{}", program.screen());
    program.keys("<esc>");
    assert!(!program.shows("Underskriv?"));
    assert!(signed(&mut program).is_empty());
    program.keys(" til<ctrl-s><ctrl-o>");
    assert_eq!(one_signed(&mut program).talk.text.as_str(), "ord til");
    assert!(program.shows("Underskrevet: Alma Holm, Udviklingssamtale"), "{}", program.screen());
}

#[test]
fn the_draft_goes_with_the_signing() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord");
    rest(&mut program);
    assert_eq!(drafts(&mut program), 1);
    program.keys("<ctrl-s><ctrl-o>");
    assert_eq!(drafts(&mut program), 0);
    assert_eq!(one_signed(&mut program).talk.text.as_str(), "ord");
}

#[test]
fn no_key_changes_or_deletes_a_signed_note() {
    let mut program = with_a_note();
    program.keys("3");
    let before = one_signed(&mut program).talk;
    for keys in ["<enter>x<backspace><esc>", "e", "<backspace>", "<ctrl-s>", "<ctrl-z>", "<ctrl-y>"] {
        program.keys(keys);
        assert_eq!(one_signed(&mut program).talk, before, "{keys}");
    }
    program.send(Message::Key(crossterm::event::KeyEvent::from(crossterm::event::KeyCode::Delete).into()));
    assert!(program.shows("slettes ikke. t skriver en tilføjelse"), "{}", program.screen());
    assert_eq!(one_signed(&mut program).talk, before);
}

#[test]
fn undo_does_not_reverse_a_signing_and_says_so() {
    let mut program = Program::usual();
    let today = date(2026, 11, 25);
    program.keys("5Csn<enter><enter>ord<ctrl-s><ctrl-o><ctrl-z>");
    assert_eq!(signed(&mut program).len(), 1);
    assert!(program.shows("▲ En underskrift kan ikke fortrydes"), "{}", program.screen());
    assert_eq!(program.on_record("Aya Hassan", today).as_deref(), Some("sick/·"), "nor what came before it");
    program.keys("<ctrl-z>");
    assert_eq!(program.on_record("Aya Hassan", today), None, "the second press means that");
    assert_eq!(signed(&mut program).len(), 1);
}

#[test]
fn undo_on_a_case_does_not_skip_a_step_or_a_signing() {
    let mut program = Program::usual();
    let today = date(2026, 11, 25);
    program.keys("5Cs1<enter><right><right>");
    // A step back to start-up can't be undone.
    program.keys("vn<tab><tab>Ro på igen<ctrl-s><ctrl-o>");
    assert!(program.shows("Opstart"), "{}", program.screen());
    for keys in ["<left><left>", "n<enter><enter>ord<ctrl-s><ctrl-o>"] {
        program.keys(keys).keys("<ctrl-z>");
        assert!(program.shows("▲ "), "{}", program.screen());
        assert_eq!(program.on_record("Aya Hassan", today).as_deref(), Some("sick/·"), "{}", program.screen());
    }
    program.keys("<ctrl-z>");
    assert_eq!(program.on_record("Aya Hassan", today), None, "{}", program.screen());
}

#[test]
fn undo_does_not_blame_a_colleague_for_ones_own_later_change() {
    let mut program = Program::usual();
    program.keys("1<enter><end><enter><tab><tab><tab><tab><ctrl-u>1.6.2027<ctrl-s>");
    assert!(program.shows("Sagsoplysninger"), "{}", program.screen());
    program.keys("<right><right>vn<tab><tab>Ro på igen<ctrl-s><ctrl-o><ctrl-z><ctrl-z>");
    assert!(program.shows("ændret siden, af dig selv kl. 8.55"), "{}", program.screen());
}

#[test]
fn an_addendum_is_asked_about_stamped_and_shown_with_the_talk() {
    let mut program = with_a_note();
    program.keys("3tMor ringede siden.<ctrl-s>");
    assert!(program.shows("Underskriv? Tilføjelse til samtalen · Alma Holm"), "{}", program.screen());
    program.keys("<ctrl-o>");
    let added = one_signed(&mut program).addenda;
    let [one] = added.as_slice() else { panic!("{}", program.screen()) };
    assert_eq!((one.text.as_str(), one.author), ("Mor ringede siden.", super::MAJA));
    assert!(program.line("Udviklingssamtale    Alma").contains("+1"), "{}", program.screen());
    program.keys("<enter>");
    assert_snapshot!(program.screen());
}

#[test]
fn an_empty_addendum_is_not_saved() {
    let mut program = with_a_note();
    program.keys("3t");
    assert!(program.shows("Tilføjelse til samtalen · Alma Holm · "), "to which: {}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("Tilføjelse (mangler)"), "{}", program.screen());
    program.keys("<esc>");
    assert!(one_signed(&mut program).addenda.is_empty());
}

/// A note of Alma's, asked about and drawn.
fn asked() -> Program {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<ctrl-s>");
    program
}

fn answer(program: &mut Program, at: Option<Instant>) {
    let key = crate::harness::keys::parse("<ctrl-o>")[0];
    let drawn = Message::Drawn(program.time);
    program.send(Message::Key(Press { key, at })).send(drawn);
}

#[test]
fn the_question_names_the_kind_the_child_and_the_date() {
    let mut program = asked();
    assert_snapshot!(program.screen());
    program.keys("<ctrl-o>");
    assert_eq!(one_signed(&mut program).talk.text.as_str(), "ord");
}

#[test]
fn a_key_that_came_before_the_question_was_read_does_not_sign() {
    let mut program = asked();
    for early in [0, 1, 299] {
        let at = program.time + Duration::from_millis(early);
        answer(&mut program, Some(at));
        assert!(program.shows("Underskriv?"), "{early}: {}", program.screen());
    }
    // Held down since: it repeats, and is no answer either.
    let mut at = program.time + Duration::from_millis(500);
    for _ in 0..100 {
        answer(&mut program, Some(at));
        at += Duration::from_millis(33);
    }
    assert!(signed(&mut program).is_empty());
    answer(&mut program, Some(at + Duration::from_secs(1)));
    assert_eq!(signed(&mut program).len(), 1);
}

#[test]
fn a_key_among_others_does_not_sign() {
    let mut program = asked();
    answer(&mut program, None);
    assert!(program.shows("Underskriv?") && signed(&mut program).is_empty(), "{}", program.screen());
}

#[test]
fn no_other_key_signs() {
    for key in ["<enter>", "<ctrl-s>", "<ctrl-s><ctrl-s>", "<esc><enter>", " ", "<del>", "j", "<tab>"] {
        let mut program = asked();
        program.keys(key);
        assert!(signed(&mut program).is_empty(), "{key}: {}", program.screen());
    }
    let mut program = asked();
    program.keys("<enter>");
    assert!(program.shows("Ikke gjort: kun Ctrl+O svarer ja"), "{}", program.screen());
    assert!(!program.shows("Underskriv?"));
}

#[test]
fn a_lock_or_a_new_day_withdraws_the_question() {
    let mut program = asked();
    program.send(Message::LeftAlone).keys("right<enter>");
    assert!(program.shows("►Notat") && !program.shows("Underskriv?"), "{}", program.screen());
    let mut program = asked();
    program.send(Message::Clock(date(2026, 11, 26).and_hms_opt(0, 0, 1).unwrap()));
    assert!(!program.shows("Underskriv?"), "{}", program.screen());
    program.keys("<ctrl-o>");
    assert!(signed(&mut program).is_empty());
}
