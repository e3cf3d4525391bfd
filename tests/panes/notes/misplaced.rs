//! A note on the wrong child: the user marks it, names the right child, and writes it there.

use super::{LISE, seen_by, signed, whose};
use crate::harness::Program;

/// Maja signs a note on Alma.
fn signed_on_alma() -> Program {
    let mut program = Program::usual();
    program.keys("n<enter><enter>Mor til Ditte ringede om søvnen.<ctrl-s><ctrl-o>3");
    program
}

/// She marks it as Ditte's.
fn marked() -> Program {
    let mut program = signed_on_alma();
    program.keys("xdit<enter>forkert ark<ctrl-s>");
    program
}

#[test]
fn the_form_asks_whose_it_is_by_a_few_letters_and_says_what_follows() {
    let mut program = signed_on_alma();
    program.keys("x");
    assert!(program.shows("Notat på forkert barn · Alma"), "{}", program.screen());
    // The child that it is on is no choice.
    program.keys("alma<ctrl-s>");
    assert!(program.shows("▲"), "{}", program.screen());
    program.keys("<ctrl-u>ditt<enter>");
    assert!(program.shows("notatet bliver stående"), "{}", program.screen());
    program.keys("<esc>");
    assert!(signed(&mut program)[0].misplaced.is_none());
}

#[test]
fn its_author_goes_on_to_write_it_on_the_right_child() {
    let mut program = marked();
    assert!(program.shows("Ny samtale · Ditte"), "{}", program.screen());
    assert!(program.shows("Mor til Ditte ringede om søvnen."), "{}", program.screen());
    program.keys("<ctrl-s><ctrl-o>");
    let mut all = signed(&mut program);
    assert_eq!(all.len(), 2);
    all.sort_by_key(|opened| opened.misplaced.is_some());
    let names: Vec<String> = all.iter().map(|opened| whose(&mut program, opened)).collect();
    assert!(names[0].starts_with("Ditte") && names[1].starts_with("Alma"), "{names:?}");
    assert_eq!(all[0].talk.text, all[1].talk.text);
}

#[test]
fn the_log_shows_the_mark_the_right_child_and_who_marked_it() {
    let mut program = marked();
    program.keys("<esc><home><down>");
    assert!(program.line("Udviklingssamtale    Alma").contains("forkert barn"), "{}", program.screen());
    assert!(program.shows("Hører til hos Ditte"), "{}", program.screen());
    assert!(program.shows("Mærket af MK"), "{}", program.screen());
    // The author opens it, and can copy it later too.
    program.keys("<enter>");
    assert!(program.shows("Mor til Ditte ringede"), "{}", program.screen());
    program.keys("<esc><ctrl-d>");
    assert!(
        program.shows("Ny samtale · Ditte") && program.shows("Mor til Ditte ringede"),
        "{}",
        program.screen()
    );
}

#[test]
fn a_colleague_sees_the_mark_and_no_text() {
    let mut program = marked();
    program.keys("<esc>");
    program.model.me = program.performer.house().staff().unwrap().remove(1);
    for keys in ["13", "<down><up>", "<home>", "<enter>", "<esc>", "<ctrl-f>ringede<enter>", "<esc>"] {
        program.keys(keys);
        assert!(!program.shows("Mor til Ditte ringede"), "{keys}: {}", program.screen());
    }
    program.keys("3<home>");
    assert!(program.line("Udviklingssamtale    Alma").contains("forkert barn"), "{}", program.screen());
    assert_eq!(seen_by(&mut program, LISE).len(), 2);
    // Neither reading nor adding says that it is restricted.
    for key in ["<enter>", "t"] {
        program.keys(key);
        assert!(
            program.shows("▲ Notatet står på det forkerte barn og er lukket"),
            "{key}: {}",
            program.screen()
        );
    }
    program.keys("x");
    assert!(program.shows("▲") || !program.model.layers.is_empty(), "{}", program.screen());
}

#[test]
fn undo_takes_the_mark_back_and_says_so() {
    let mut program = marked();
    program.keys("<esc><ctrl-z>");
    assert!(program.shows("Notatet står igen på barnet"), "{}", program.screen());
    assert!(!program.line("Udviklingssamtale    Alma").contains("forkert barn"), "{}", program.screen());
    let house = program.performer.house();
    house.verify().unwrap();
}

#[test]
fn the_sheet_counts_it_no_more_and_shows_the_mark_on_its_time_line() {
    let mut program = marked();
    program.keys("<esc>1<home>");
    program.keys("<enter><right>");
    assert!(program.shows("forkert barn"), "{}", program.screen());
    assert!(!program.shows("Mor til Ditte ringede"), "{}", program.screen());
}
