//! The week, month and year views of the register.

use insta::assert_snapshot;

use crate::harness::{Program, Start, date, house};

#[test]
fn the_week_moves_by_day_and_marks_there() {
    let mut program = Program::usual();
    program.keys("5rv<left><left>CsDu");
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 23)).as_deref(), Some("sick/·"));
    assert_eq!(program.on_record("Bertram Juhl", date(2026, 11, 23)).as_deref(), Some("unlawful/·"));
    assert_snapshot!(program.screen());
}

#[test]
fn several_days_of_the_week_are_marked_at_once() {
    let mut program = Program::usual();
    program.keys("5vC<left>m<left> s");
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 23)).as_deref(), Some("sick/·"));
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 24)).as_deref(), Some("sick/·"));
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 25)), None);
    // One key is one undo step.
    program.keys("<ctrl-z>");
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 23)), None);
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 24)), None);
}

#[test]
fn one_refused_day_refuses_them_all() {
    let mut program = Program::usual();
    program.keys("5vC<left>m<right><right>mt");
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 24)), None, "{}", program.screen());
}

#[test]
fn one_childs_month() {
    let mut program = Program::usual();
    program.keys("5vvCs<left>t<left>u+mor ringede<enter>");
    assert_snapshot!(program.screen());
}

#[test]
fn one_childs_school_year() {
    let mut program = Program::usual();
    program.keys("5rvvvC<left>s");
    assert_snapshot!(program.screen());
}

#[test]
fn a_wide_screen_shows_the_child_beside() {
    let mut program = Start::sized(120, 40).on(house::of(&house::SIXTEEN));
    program.keys("5rC");
    assert_snapshot!(program.screen());
}
