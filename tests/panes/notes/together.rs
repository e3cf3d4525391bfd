//! Two programs with the same draft: the second is told who is writing, and no text is lost.

use trivsel_tui::message::Message;

use super::rest;
use crate::harness::Program;
use crate::panes::together::OnDisk;

/// Maja and Lise on one house; Lise is writing in a draft of Maja's.
fn both_in_one_draft(disk: &OnDisk) -> (Program, Program) {
    let mut maja = disk.program(0);
    maja.keys("n<enter><enter>Fælles.<tab><tab><tab><tab><tab><tab>, LB");
    rest(&mut maja);
    let mut lise = disk.program(1);
    lise.keys("<esc>3<enter>");
    (maja, lise)
}

/// The texts of every draft, as Maja sees them.
fn texts(program: &mut Program) -> Vec<String> {
    let drafts = program.performer.house().drafts(super::MAJA).unwrap();
    let mut texts: Vec<String> = drafts.into_iter().filter_map(|d| d.fields.get("text").cloned()).collect();
    texts.sort();
    texts
}

#[test]
fn the_second_is_told_who_writes() {
    let disk = OnDisk::new();
    let (_maja, mut lise) = both_in_one_draft(&disk);
    assert!(lise.shows("MK har kladden åben siden kl. 8.55"), "{}", lise.screen());
    assert!(lise.shows("Fælles."), "{}", lise.screen());
}

/// Maja and Lise, after Lise added to the draft and Maja, who had not seen it, added to hers.
fn two_versions(disk: &OnDisk) -> (Program, Program) {
    let (mut maja, mut lise) = both_in_one_draft(disk);
    lise.keys(" Lises ord.");
    rest(&mut lise);
    maja.keys("<backtab><backtab><backtab><backtab><backtab><backtab> Majas ord.");
    rest(&mut maja);
    (maja, lise)
}

#[test]
fn saving_over_a_change_shows_both_versions_and_loses_neither() {
    let disk = OnDisk::new();
    let (mut maja, _lise) = two_versions(&disk);
    let screen = maja.screen();
    assert!(screen.contains("Majas ord.") && screen.contains("Lises ord."), "{screen}");
    assert!(screen.contains("Udgaven fra Lise Bang"), "{screen}");
    assert_eq!(texts(&mut maja), ["Fælles. Lises ord.", "Fælles. Majas ord."]);
}

#[test]
fn writing_goes_on_while_both_versions_are_up() {
    let disk = OnDisk::new();
    let (mut maja, _lise) = two_versions(&disk);
    assert!(maja.shows("To udgaver af kladden"), "{}", maja.screen());
    // Nobody looks up at once: letters of the table, line ends, corrections and a paste are all text.
    maja.keys(" Hun kan njk?<enter>Så ringx<backspace>ede<lt>");
    maja.send(Message::Paste(" indsat".to_owned()));
    assert!(maja.shows("To udgaver af kladden"), "{}", maja.screen());
    maja.keys("<pgdn><esc>");
    assert!(!maja.shows("To udgaver"), "{}", maja.screen());
    rest(&mut maja);
    let written = "Fælles. Majas ord. Hun kan njk?\nSå ringede< indsat";
    assert_eq!(texts(&mut maja), ["Fælles. Lises ord.", written]);
}

#[test]
fn signing_does_not_remove_what_the_other_has_saved() {
    let disk = OnDisk::new();
    let (mut maja, mut lise) = both_in_one_draft(&disk);
    lise.keys(" Lises ord.<esc>");
    maja.keys("<ctrl-s><ctrl-o>");
    let screen = maja.screen();
    assert!(screen.contains("Lises ord.") && screen.contains("To udgaver"), "{screen}");
    assert!(super::signed(&mut maja).is_empty(), "nothing is signed before both are seen");
    assert_eq!(texts(&mut maja).len(), 2);
    maja.keys("<esc><ctrl-s><ctrl-o>");
    assert_eq!(super::one_signed(&mut maja).talk.text.as_str(), "Fælles.");
    assert_eq!(texts(&mut maja), ["Fælles. Lises ord."]);
}

#[test]
fn what_the_other_writes_after_the_signing_becomes_a_draft_of_its_own() {
    let disk = OnDisk::new();
    let (mut maja, mut lise) = both_in_one_draft(&disk);
    maja.keys("<ctrl-s><ctrl-o>");
    lise.keys(" Lises ord.");
    rest(&mut lise);
    assert!(lise.shows("underskrevet eller slettet et andet sted"), "{}", lise.screen());
    let own = lise.performer.house().drafts(super::LISE).unwrap();
    assert!(own.iter().any(|d| d.fields.get("text").is_some_and(|t| t.contains("Lises ord."))));
}

#[test]
fn the_second_person_adding_to_a_talk_is_told_of_the_first() {
    let disk = OnDisk::new();
    let mut maja = disk.program(0);
    maja.keys("3ttilføjet af Maja");
    rest(&mut maja);
    let mut lise = disk.program(1);
    lise.keys("3t");
    assert!(lise.shows("MK skriver også en tilføjelse, siden kl. 8.55"), "{}", lise.screen());
    assert!(!lise.shows("tilføjet af Maja"), "{}", lise.screen());
    // With nobody else in the draft there is no message.
    maja.keys("<esc><esc>");
    lise.keys("<esc>");
    assert!(!lise.shows("skriver også"), "{}", lise.screen());
}
