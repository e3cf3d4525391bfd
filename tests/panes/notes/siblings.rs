//! One note for siblings: one text, and each child's own case.

use trivsel_domain::record::OpenTo;

use super::{signed, whose};
use crate::harness::Program;

/// A note on Alma that is written as far as a field.
fn written(field: &str) -> Program {
    let mut program = Program::usual();
    program.keys("n<enter><enter>Begge sov dårligt.<tab>ring til skolen<enter><enter>man<enter>");
    go_to(&mut program, field);
    program
}

fn go_to(program: &mut Program, field: &str) {
    let focused = format!("►{field}");
    for _ in 0..20 {
        if program.shows(&focused) {
            return;
        }
        program.keys("<tab>");
    }
    panic!("no {field}: {}", program.screen());
}

#[test]
fn each_child_gets_its_own_note_with_the_same_text() {
    let mut program = written("Også om");
    program.keys("dit,elias,");
    assert!(program.shows("Ditte Krogh, Elias Bech: hvert barn får sit"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("Elias Bech. Ctrl+O låser"), "{}", program.screen());
    program.keys("<ctrl-o>");
    let all = signed(&mut program);
    assert_eq!(all.len(), 3, "{}", program.screen());
    let mut names: Vec<String> = all.iter().map(|opened| whose(&mut program, opened)).collect();
    names.sort();
    assert_eq!(names, ["Alma Holm", "Ditte Krogh", "Elias Bech"]);
    assert!(all.iter().all(|opened| opened.talk.text == all[0].talk.text));
    // Each has its own agreement.
    assert!(
        all.iter()
            .all(|opened| opened.follow_ups.len() == 1 && opened.follow_ups[0].case == opened.talk.case())
    );
    program.performer.house().verify().unwrap();
}

#[test]
fn a_restricted_note_is_restricted_on_each_child() {
    let mut program = written("Adgang");
    program.keys("mk<tab>dit<ctrl-s><ctrl-o>");
    let all = signed(&mut program);
    assert_eq!(all.len(), 2, "{}", program.screen());
    assert!(all.iter().all(|opened| opened.talk.open_to == OpenTo::Only(vec![])));
}

#[test]
fn the_file_of_one_child_does_not_name_the_other() {
    let mut program = written("Også om");
    program.keys("dit<ctrl-s><ctrl-o>3");
    assert!(program.shows("Ditte Krogh"), "{}", program.screen());
    program.keys("<home>");
    let first = program.screen().lines().find(|l| l.contains("Udviklingssamtale")).unwrap().to_owned();
    let other = if first.contains("Ditte") { "Alma" } else { "Ditte" };
    program.keys("<enter>");
    assert!(program.shows("Begge sov dårligt"), "{}", program.screen());
    let note: Vec<String> = program
        .screen()
        .lines()
        .filter(|l| l.starts_with("  │") || l.starts_with("  ┌"))
        .map(str::to_owned)
        .collect();
    assert!(note.len() > 3 && !note.iter().any(|l| l.contains(other)), "{}", program.screen());
}

#[test]
fn a_name_that_is_no_other_child_is_said_beside_the_field() {
    for typed in ["xyz", "Alma Holm"] {
        let mut program = written("Også om");
        program.keys(&format!("{typed}<ctrl-s>"));
        assert!(program.shows("ikke et andet barn"), "{typed}: {}", program.screen());
        assert!(signed(&mut program).is_empty());
    }
}
