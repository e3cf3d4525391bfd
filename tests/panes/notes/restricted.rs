//! Restricted notes: everybody sees that one exists and who may read it, and nobody else sees its contents.

use trivsel_domain::record::OpenTo;
use trivsel_domain::value::StaffId;
use trivsel_store::{Access, AccessQuery, Noted};

use super::{LISE, MAJA, around, one_signed, seen_by};
use crate::harness::{Program, Start, house};

/// Text that only readers may see.
const SECRET: &str = "fortroligtord";

/// Maja signs a restricted note with every field filled, and another user opens the program.
fn as_seen_by(number: usize, open_to: &str) -> Program {
    let mut program = Program::usual();
    program.keys(&format!("n<enter><enter>{SECRET} i notatet.<tab>{SECRET} aftalt<enter><enter>man<enter>"));
    // To the last field, past the second agreement.
    program.keys("<tab><tab><tab><tab><tab><tab>");
    program.keys(&format!("{SECRET}tema<tab><tab>{open_to}<enter>"));
    assert!(around(&mut program, "Adgang").contains("= kun dig"), "{}", program.screen());
    program.keys("<ctrl-s><ctrl-o>");
    assert!(matches!(one_signed(&mut program).talk.open_to, OpenTo::Only(_)), "{}", program.screen());
    sit_down(program, number)
}

/// The same house with another user at the screen.
fn sit_down(program: Program, number: usize) -> Program {
    let mut program = program;
    let me = program.performer.house().staff().unwrap().remove(number);
    program.model.me = me;
    program.keys("1");
    program
}

#[test]
fn readers_are_shown_beside_the_field_and_unknown_initials_are_refused() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<tab><tab><tab><tab><tab><tab><tab><tab><tab>XY");
    assert!(around(&mut program, "►Adgang").contains("▲ XY er ikke medarbejder her"), "{}", program.screen());
    program.keys("<ctrl-u>LB<enter>");
    assert!(around(&mut program, "Adgang").contains("= kun dig, LB"), "{}", program.screen());
}

#[test]
fn others_see_that_a_note_exists_and_none_of_its_content() {
    let mut program = as_seen_by(1, "mk");
    for keys in ["3", "<down><up>", "<enter>", "<esc>o", "<esc>", "<esc>"] {
        program.keys(keys);
        assert!(!program.shows(SECRET), "{keys}: {}", program.screen());
    }
    program.keys("3");
    assert!(program.line("Udviklingssamtale    Alma").contains("fortrolig"), "{}", program.screen());
    assert!(program.shows("Fortroligt: åbent for MK"), "{}", program.screen());
    program.keys("<enter>");
    assert!(
        program.shows("ikke åben for dig") || program.shows("ikke åbent for dig"),
        "{}",
        program.screen()
    );
    program.keys("<esc><ctrl-f>fortroligt<enter>");
    assert!(program.shows("Intet fundet"), "{}", program.screen());
    program.keys("<esc>1<ctrl-p>fortrolig");
    assert!(!program.shows(SECRET), "{}", program.screen());
}

/// Maja signs two talks with scores, the second of them restricted.
fn scored(number: usize) -> Program {
    let mut program = Program::usual();
    for (scores, open_to) in [("6 6 6 6", ""), ("1,5 1 1 1", "mk")] {
        program.keys("n<enter><enter>Talte om søvn.");
        program.keys(&format!("{}{scores}", "<tab>".repeat(2)));
        program.keys(&format!("{}{open_to}<ctrl-s><ctrl-o>", "<tab>".repeat(7)));
    }
    sit_down(program, number)
}

#[test]
fn a_score_follows_its_note_on_the_sheet_in_the_chart_and_in_what_is_counted() {
    for (reader, sees) in [(0, true), (1, false)] {
        let mut program = scored(reader);
        for keys in ["1<enter>", "v", "<esc><esc>3s", "w"] {
            program.keys(keys);
            assert_eq!(program.shows("4,5"), sees, "{keys}: {}", program.screen());
        }
        program.keys("<esc>");
        assert_eq!(program.shows("1 måling i et fortroligt notat"), !sees, "{}", program.screen());
    }
}

#[test]
fn an_addendum_by_a_non_reader_is_refused() {
    let mut program = as_seen_by(1, "mk");
    program.keys("3t");
    assert!(program.model.layers.is_empty(), "{}", program.screen());
    assert!(program.shows("▲"), "{}", program.screen());
    assert!(one_signed(&mut program).addenda.is_empty());
}

#[test]
fn every_opening_is_logged_even_a_refused_one() {
    let mut program = as_seen_by(1, "mk");
    program.keys("3<enter>");
    let refused = |p: &mut Program| logged(p, LISE, |r| matches!(r, Access::RefusedTalk { .. }));
    assert_eq!(refused(&mut program), 1);
    let mut program = as_seen_by(1, "lb");
    program.keys("3");
    assert!(!program.shows(SECRET), "the list shows nothing of it to a reader either: {}", program.screen());
    assert_eq!(logged(&mut program, LISE, |r| matches!(r, Access::Talk { .. })), 0);
    program.keys("<enter>");
    assert!(program.shows(SECRET), "{}", program.screen());
    assert_eq!(logged(&mut program, LISE, |r| matches!(r, Access::Talk { .. })), 1);
    program.keys("<esc><ctrl-f>fortroligt<enter>");
    assert!(program.shows("fund"), "{}", program.screen());
    assert_eq!(logged(&mut program, LISE, |r| matches!(r, Access::Search { .. })), 1);
}

fn logged(program: &mut Program, by: StaffId, fits: impl Fn(&Access) -> bool) -> usize {
    let asked = AccessQuery { by: Some(by), limit: 100, ..AccessQuery::default() };
    program.performer.house().access_log(&asked).unwrap().iter().filter(|r| fits(&r.access)).count()
}

#[test]
fn readers_and_the_author_may_add() {
    for number in [0, 1] {
        let mut program = as_seen_by(number, "lb");
        program.keys("3tset<ctrl-s><ctrl-o>");
        assert_eq!(one_signed(&mut program).addenda.len(), 1, "{}", program.screen());
    }
}

#[test]
fn only_readers_follow_up_its_agreements() {
    let mut program = as_seen_by(1, "mk");
    program.keys("3o");
    assert!(program.shows("Intet at følge op på"), "{}", program.screen());
    let mut program = as_seen_by(1, "lb");
    program.keys("3o");
    assert!(program.shows(&format!("{SECRET} aftalt")), "{}", program.screen());
}

#[test]
fn the_list_is_the_same_for_everyone() {
    let mut program = as_seen_by(0, "lb");
    for who in [MAJA, LISE, StaffId::from_u128(99)] {
        let sealed = seen_by(&mut program, who).into_iter().filter(|n| matches!(n, Noted::Sealed(_)));
        assert_eq!(sealed.count(), 1);
    }
}

#[test]
fn only_the_author_and_participating_staff_see_a_draft() {
    let mut program = Program::usual();
    program.keys(&format!("n<enter><enter>{SECRET}<esc>"));
    let mut program = sit_down(program, 1);
    program.keys("3");
    assert!(!program.shows(SECRET) && !program.shows("kladde"), "{}", program.screen());
    let mut other = Start::default().on(house::of(&house::SIXTEEN));
    other.keys(&format!("n<enter><enter>{SECRET}<tab><tab><tab><tab><tab><tab>, LB<esc>"));
    let mut other = sit_down(other, 1);
    other.keys("3");
    assert!(other.shows(SECRET) && other.shows("Kladde fra Maja Krog"), "{}", other.screen());
}
