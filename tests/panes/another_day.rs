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
    assert!(program.shows("►25. i dag"), "{}", program.screen());
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
        ("2", "23.–29. nov", "16.–22. nov"),
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

/// The two lines of keys at the foot.
fn footer(program: &mut Program) -> String {
    let screen = program.screen();
    screen.lines().skip(22).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_footer_shows_the_keys_that_lead_to_another_day() {
    let mut program = Program::usual();
    let today = footer(program.keys("5"));
    assert!(today.contains("< før") && today.contains("> efter"), "{today}");
    assert!(!today.contains("i i dag"), "it is today already: {today}");
    for keys in ["<lt>", "v", "v", "v"] {
        let foot = footer(program.keys(keys));
        for key in ["< før", "> efter", "g dato", "i i dag", "t til stede"] {
            assert!(foot.contains(key), "{keys}: no {key} in {foot}");
        }
    }
}

#[test]
fn the_footer_shows_only_keys_that_act_in_the_view_on_the_day() {
    let mut program = Program::usual();
    let ahead = footer(program.keys("5<gt>"));
    for key in ["s syg", "l lov", "i i dag"] {
        assert!(ahead.contains(key), "no {key} in {ahead}");
    }
    for key in
        ["t til stede", "u ulovligt", "f for sent", "d delvis", "h hjemme", "r resten", "o humør", "m markér"]
    {
        assert!(!ahead.contains(key), "{key} in {ahead}");
    }
    program.keys("Ct");
    assert!(program.shows("▲ Dagen er ikke kommet endnu."), "{}", program.screen());
    let week = footer(program.keys("iv"));
    assert!(week.contains("m markér") && week.contains("t til stede"), "{week}");
    let month = footer(program.keys("v"));
    assert!(!month.contains("m markér") && month.contains("t til stede"), "{month}");
    let weekend = footer(program.keys("vvg21.11<enter>"));
    assert!(weekend.contains("< før") && !weekend.contains("t til stede"), "{weekend}");
}
