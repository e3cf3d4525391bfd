//! The calendar: where its cursor stands, and what it shows.

use crate::harness::Program;

/// The title of the appointment under the cursor, or its free time.
fn under_cursor(program: &Program) -> String {
    let pane = &program.model.calendar;
    match (pane.selected_appointment(), pane.selected_time()) {
        (Some(one), _) => one.title.as_str().to_owned(),
        (None, Some(time)) => time.to_string(),
        (None, None) => "–".to_owned(),
    }
}

#[test]
fn the_arrows_go_through_the_appointments_and_the_free_times_of_the_day() {
    let mut program = Program::usual();
    program.keys("2");
    assert_eq!(under_cursor(&program), "Forældresamtale");
    program.keys("<up>");
    assert_eq!(under_cursor(&program), "12:30");
    program.keys("<down><down>");
    assert_eq!(under_cursor(&program), "14:00");
    program.keys("<right>");
    assert_eq!(
        (under_cursor(&program).as_str(), program.model.calendar.selected_day().to_string().as_str()),
        ("14:00", "2026-11-26")
    );
    program.keys("2<left><home><end>");
    assert_eq!(under_cursor(&program), "17:30");
}

#[test]
fn a_new_appointment_begins_at_the_free_time_under_the_cursor() {
    let mut program = Program::usual();
    program.keys("2<right><down><down>nteammøde<enter>");
    assert!(program.shows("8.30–9.30"), "{}", program.screen());
    assert_eq!(under_cursor(&program), "teammøde");
}
