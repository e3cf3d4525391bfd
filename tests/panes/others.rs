//! The four panes besides the register.

use insta::assert_snapshot;

use crate::harness::{Program, Start, house};

#[test]
fn cases_with_seats_used_and_the_next_one_freed() {
    assert_snapshot!(Program::usual().screen());
}

#[test]
fn cases_are_found_by_letters_without_danish_ones() {
    let mut program = Program::usual();
    program.keys("<ctrl-f>sor");
    assert!(program.shows("Søren Ægård Åse"));
    assert!(!program.shows("Alma Holm"));
    program.keys("<ctrl-u>aase");
    assert!(program.shows("Søren Ægård Åse"), "{}", program.screen());
    program.keys("<ctrl-u>findes ikke");
    assert!(program.shows("Intet passer"));
    program.keys("<esc>");
    assert!(program.shows("Alma Holm"));
}

#[test]
fn an_empty_list_says_how_the_first_one_comes() {
    let mut program = Start::default().on(house::of(&[]));
    assert!(program.shows("trivsel import cases"), "{}", program.screen());
    program.keys("5");
    assert!(program.shows("Ingen børn har plads på denne dag"), "{}", program.screen());
}

#[test]
fn this_week_with_appointments() {
    assert_snapshot!(Program::usual().keys("2").screen());
}

#[test]
fn a_week_with_closures() {
    let mut program = Program::usual();
    program.keys("2g23.12<enter>");
    assert!(program.shows("Juleferie"), "{}", program.screen());
    assert!(program.shows("Juledag"));
}

#[test]
fn the_talk_log_with_the_text_below() {
    assert_snapshot!(Program::usual().keys("3").screen());
}

#[test]
fn a_talk_is_read_whole() {
    let mut program = Program::usual();
    program.keys("3<enter>");
    assert!(program.shows("Vi prøver kl. 8.15."), "{}", program.screen());
    program.keys("<esc>");
}

#[test]
fn the_teaching_plan_and_the_week_it_is_expected() {
    assert_snapshot!(Program::usual().keys("4").screen());
}

#[test]
fn teaching_goes_from_child_to_child() {
    let mut program = Program::usual();
    program.keys("4<gt>");
    assert!(program.shows("Asger Lund"), "{}", program.screen());
    assert!(program.shows("ingen plan endnu"));
}
