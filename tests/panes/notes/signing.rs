//! Signing locks a note: no key changes it, and later text is a stamped addendum.

use insta::assert_snapshot;

use super::{drafts, one_signed, rest, signed};
use crate::harness::{Program, date};

/// A program with a signed note of Alma's.
fn with_a_note() -> Program {
    let mut program = Program::usual();
    program.keys("n<enter><enter>Vi talte om morgenen.<ctrl-s><enter>");
    program
}

#[test]
fn signing_asks_once_and_esc_returns_to_the_text() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<ctrl-s>");
    assert!(program.shows("Underskriv? Enter låser notatet for altid"), "{}", program.screen());
    program.keys("<esc>");
    assert!(!program.shows("Underskriv?"));
    assert!(signed(&mut program).is_empty());
    program.keys(" til<ctrl-s><enter>");
    assert_eq!(one_signed(&mut program).talk.text.as_str(), "ord til");
    assert!(program.shows("Underskrevet: Alma Holm, Udviklingssamtale"), "{}", program.screen());
}

#[test]
fn the_draft_goes_with_the_signing() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord");
    rest(&mut program);
    assert_eq!(drafts(&mut program), 1);
    program.keys("<ctrl-s><enter>");
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
    program.send(trivsel_tui::message::Message::Key(crossterm::event::KeyEvent::from(
        crossterm::event::KeyCode::Delete,
    )));
    assert!(program.shows("slettes ikke. t skriver en tilføjelse"), "{}", program.screen());
    assert_eq!(one_signed(&mut program).talk, before);
}

#[test]
fn undo_does_not_reverse_a_signing_and_says_so() {
    let mut program = Program::usual();
    let today = date(2026, 11, 25);
    program.keys("5Csn<enter><enter>ord<ctrl-s><enter><ctrl-z>");
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
    program.keys("vn<tab><tab>Ro på igen<ctrl-s><enter>");
    assert!(program.shows("Opstart"), "{}", program.screen());
    for keys in ["<left><left>", "n<enter><enter>ord<ctrl-s><enter>"] {
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
    program.keys("1<enter><down><enter><tab><tab><tab><tab><ctrl-u>1.6.2027<ctrl-s>");
    assert!(program.shows("Sagens felter"), "{}", program.screen());
    program.keys("<right><right>vn<tab><tab>Ro på igen<ctrl-s><enter><ctrl-z><ctrl-z>");
    assert!(program.shows("ændret siden, af dig selv kl. 8.55"), "{}", program.screen());
}

#[test]
fn an_addendum_is_asked_about_stamped_and_shown_with_the_talk() {
    let mut program = with_a_note();
    program.keys("3tMor ringede siden.<ctrl-s>");
    assert!(program.shows("Tilføj? Enter låser tilføjelsen"), "{}", program.screen());
    program.keys("<enter>");
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
