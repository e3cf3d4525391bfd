//! A screen left open over midnight, and a view that stands on another day than today.

use trivsel_tui::message::Message;

use crate::harness::{Program, date, morning};

/// A program that was opened the evening before this morning.
fn since_yesterday() -> Program {
    let mut program = Program::usual();
    program.send(Message::Clock(date(2026, 11, 24).and_hms_opt(23, 50, 0).unwrap()));
    program
}

#[test]
fn every_view_on_today_follows_to_the_new_day() {
    let mut program = since_yesterday();
    program.keys("52").send(Message::Clock(morning()));
    assert!(program.shows("onsdag 25. november 2026"), "{}", program.screen());
    program.keys("5");
    assert!(program.shows("Fremmøde · i dag"), "{}", program.screen());
    program.keys("Ct");
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 24)), None);
    assert_eq!(program.on_record("Aya Hassan", date(2026, 11, 25)).as_deref(), Some("present/·"));
}

#[test]
fn the_seats_on_today_follow_too() {
    let mut program = since_yesterday();
    program.keys("1p").send(Message::Clock(morning()));
    assert!(program.shows("ons 25. nov") && !program.shows("tir 24. nov"), "{}", program.screen());
}

#[test]
fn a_locked_screen_follows_to_the_new_day() {
    let mut program = since_yesterday();
    program.keys("5").send(Message::LeftAlone).send(Message::Clock(morning())).keys("right<enter>");
    assert!(program.shows("Fremmøde · i dag"), "{}", program.screen());
}

#[test]
fn a_view_on_another_day_stays_there_at_midnight() {
    let mut program = since_yesterday();
    program.keys("5<lt>").send(Message::Clock(morning()));
    assert!(program.shows("man 23. nov"), "{}", program.screen());
}

#[test]
fn a_field_opened_yesterday_names_its_day() {
    let mut program = since_yesterday();
    program.keys("5C+gik hjem");
    program.send(Message::Clock(morning()));
    assert!(program.shows("tir 24. nov · Aya Hassan · bemærkning"), "{}", program.screen());
    assert!(program.shows("gik hjem"), "{}", program.screen());
}

#[test]
fn the_title_of_another_day_has_a_tone_of_its_own() {
    for (keys, today, another) in [
        ("5", "Fremmøde · ", "Fremmøde · "),
        ("5v", "Ugen · ", "Ugen · "),
        ("5vv", "Alma Holm", "Alma Holm · november 2026 · "),
        ("5vvv", "Alma Holm", "Alma Holm · skoleåret 2026/2027 · "),
        ("2", "uge 48 · 23.", "uge 47 · 16."),
    ] {
        let mut program = Program::usual();
        let usual = program.keys(keys).colour_of(today);
        let tone = program.keys("g17.11<enter>").colour_of(another);
        assert_ne!(usual, tone, "{keys}: {}", program.screen());
        assert!(program.shows("17. nov"), "{keys}: {}", program.screen());
    }
}

#[test]
fn filling_a_past_day_names_it_and_asks() {
    let mut program = Program::usual();
    let monday = date(2026, 11, 23);
    program.keys("5g23.11<enter>r");
    assert!(
        program.shows("Udfyld mandag 23. november 2026 som planlagt? 16 børn mangler."),
        "{}",
        program.screen()
    );
    program.keys("<esc>");
    assert_eq!(program.on_record("Alma Holm", monday), None);
    program.keys("r<ctrl-o>");
    assert_eq!(program.on_record("Alma Holm", monday).as_deref(), Some("present/·"));
    assert!(program.shows("0 mangler"), "{}", program.screen());
}
