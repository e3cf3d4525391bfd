//! A day whose halves differ: both are shown, and the worse one gives the colour.

use insta::assert_snapshot;
use ratatui::style::Color;
use trivsel_domain::value::Mark;

use crate::harness::house::{self, SIXTEEN};
use crate::harness::{Program, Start, date};

/// Asger, present on Monday morning and unlawfully away at the end, and the cursor on another row and day.
fn half_a_day() -> Program {
    let mut program = Program::usual();
    program.keys("5g23.11<enter>Bt<up>B<right>uAi");
    assert_eq!(program.on_record("Asger Lund", date(2026, 11, 23)).as_deref(), Some("present/unlawful"));
    program
}

#[test]
fn the_days_register_shows_both_letters_of_the_week() {
    let mut program = half_a_day();
    assert!(program.line("B Asger Lund").contains("TU ·  ·"), "{}", program.screen());
    assert_eq!(program.colour_of("TU ·  ·"), Color::Red);
}

#[test]
fn the_week_shows_both_and_counts_half_a_day_as_half() {
    let mut program = half_a_day();
    program.keys("v");
    assert!(program.line("B  Asger Lund").contains("TU"), "{}", program.screen());
    assert_eq!(program.colour_of("TU"), Color::Red);
    let mut tall = Start::sized(80, 40).on(house::of(&SIXTEEN));
    tall.keys("5g23.11<enter>Bt<up>B<right>uAv");
    assert!(tall.line("Til stede").contains("0,5"), "{}", tall.screen());
    assert!(tall.line("Fravær ulovligt").contains("0,5"), "{}", tall.screen());
}

#[test]
fn the_month_and_the_year_show_both() {
    let mut program = half_a_day();
    program.keys("Bvv");
    assert!(program.shows("23 TU"), "{}", program.screen());
    assert_eq!(program.colour_of("23 TU"), Color::Red);
    program.keys("v");
    assert_snapshot!(program.screen());
    assert_eq!(program.colour_of("U    /"), Color::Red, "the afternoon");
    assert_eq!(program.colour_of("■    /"), Color::Red, "the morning of the same day");
}

#[test]
fn a_worse_morning_colours_the_day_too() {
    let mut program = Program::usual();
    program.keys("5Bu<up>B<right>tA<lt>");
    assert_eq!(program.colour_of("UT"), Color::Red, "{}", program.screen());
}

#[test]
fn the_letters_beside_the_register_show_both() {
    let house = house::changed(|records| {
        let case = records.cases[1].id;
        records.days.push(trivsel_domain::record::Day {
            first: Some(Mark::Present),
            second: Some(Mark::Sick),
            ..trivsel_domain::record::Day::blank(case, date(2026, 11, 16))
        });
    });
    let mut program = Start::sized(120, 40).on(house);
    program.keys("5B");
    assert!(program.line("47 TS").contains('│'), "{}", program.screen());
}
