//! Whoever opens a form of which a draft is kept is offered the draft.

use crate::harness::house::ALMA;
use crate::harness::keys::function;
use crate::harness::{Program, Start, house};

/// The number of drafts.
fn drafts(program: &mut Program) -> usize {
    let me = program.model.me.id;
    program.performer.house().drafts(me).unwrap().len()
}

#[test]
fn a_draft_of_an_analysis_is_left_opened_again_and_saved() {
    for leave in ["<esc>", "<ctrl-s>n og<esc>"] {
        let mut program = Program::usual();
        program.keys("1<ctrl-f>Alma<enter><enter><right><right><right>nGlad for dyr.").keys(leave);
        assert_eq!(drafts(&mut program), 1);
        program.keys("n<enter>");
        assert!(program.shows("Glad for dyr."), "{}", program.screen());
        program.keys(" Og heste.<ctrl-s>");
        assert!(program.model.form().is_none() && !program.shows("kollega"), "{}", program.screen());
        let analyses = program.dossier(ALMA).analyses;
        let text = analyses.last().unwrap().child.as_ref().unwrap();
        assert!(text.as_str().ends_with("Og heste."), "{}", text.as_str());
        assert_eq!(drafts(&mut program), 0);
    }
}

#[test]
fn a_new_note_of_the_same_child_offers_the_draft_and_another_child_does_not() {
    let mut program = Program::usual();
    program.keys("1<ctrl-f>Alma<enter>n<enter><enter>Mor ringer.<esc>n");
    assert!(program.shows("Du har en kladde: Ny samtale · Alma Holm"), "{}", program.screen());
    assert!(program.shows("Mor ringer.") && program.shows("Begynd forfra"), "{}", program.screen());
    insta::assert_snapshot!(program.screen());
    program.keys("<enter>");
    assert!(program.shows("│Mor ringer."), "{}", program.screen());
    program.keys("<esc>n<esc>");
    assert!(program.model.layers.is_empty(), "{}", program.screen());
    program.keys("<ctrl-f>Aya<enter>n");
    assert!(program.shows("Ny samtale · Aya") && program.model.form().is_some(), "{}", program.screen());
}

#[test]
fn starting_anew_keeps_the_draft_until_it_is_deleted_knowingly() {
    let mut program = Program::usual();
    program.keys("1<ctrl-f>Alma<enter>n<enter><enter>Mor ringer.<esc>");
    program.keys("n<down><enter>");
    assert!(program.model.form().is_some() && !program.shows("Mor ringer."), "{}", program.screen());
    program.keys("<esc>");
    assert_eq!(drafts(&mut program), 1);
    program.keys("n<down><del>");
    assert!(program.shows("Stil markøren på en kladde"), "{}", program.screen());
    program.keys("<up><del><ctrl-o>");
    assert_eq!(drafts(&mut program), 0);
    program.keys("<enter>");
    assert!(program.model.form().is_some(), "{}", program.screen());
}

#[test]
fn every_form_of_a_case_offers_its_draft() {
    for (right, keys, typed) in [
        (0, "<end><enter>", "<tab><tab><tab><tab>1.6.2027"),
        (3, "n", "Glad for dyr."),
        (4, "n", "fag<enter>Læser en bog"),
        (5, "n", "<tab><tab><tab><tab>Hver uge"),
        (6, "<enter>", "Baggrund"),
        (7, "n", "<tab>Mette Holm"),
    ] {
        let mut program = Start::sized(120, 40).on(house::of(&house::SIXTEEN));
        program.keys("1<ctrl-f>Alma<enter><enter>").keys(&"<right>".repeat(right));
        program.keys(keys);
        assert!(program.model.form().is_some(), "{right}: {}", program.screen());
        program.keys(typed).keys("<esc>").keys(keys);
        assert!(program.shows("Begynd forfra"), "{right}: {}", program.screen());
        program.keys("<enter>");
        let written = typed.rsplit('>').next().unwrap();
        assert!(program.shows(written), "{right}: {}", program.screen());
        assert_eq!(drafts(&mut program), 1);
    }
}

#[test]
fn a_half_written_new_case_and_a_list_of_the_house_are_offered_too() {
    let mut program = Program::usual();
    program.keys("1+Ny Elev<esc>+");
    assert!(program.shows("Begynd forfra"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("Ny Elev"), "{}", program.screen());
    program.keys("<esc>").send(function(3)).keys("<down><enter>mine ord<esc>");
    program.send(function(3)).keys("<down><enter>");
    assert!(program.shows("Begynd forfra"), "{}", program.screen());
}

#[test]
fn a_copy_of_a_note_is_new_whatever_drafts_there_are() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<ctrl-s><ctrl-o>n<enter><enter>kladde<esc>3<down><ctrl-d>");
    assert!(program.model.form().is_some(), "{}", program.screen());
    assert!(!program.shows("Begynd forfra") && !program.shows("kladde "), "{}", program.screen());
}
