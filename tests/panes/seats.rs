//! How many seats are held is one count, and a question on a date.

use trivsel_domain::record::{Closing, Outcome, Standing};
use trivsel_tui::message::Message;

use crate::harness::house;
use crate::harness::{Program, Start, date, morning};

/// Two children; the course of the first is closed from tomorrow, and the seat is its own until then.
fn closed_from_tomorrow(width: u16) -> Program {
    Start::sized(width, 24).on(house::changed(|records| {
        let case = &mut records.cases[0];
        let stay = case.stay().unwrap();
        let closing = Closing { on: date(2026, 11, 26), outcome: Outcome::Moved, place: None };
        case.standing = Standing::Closed { stay, closing };
    }))
}

#[test]
fn the_day_before_a_closing_every_place_counts_the_seat() {
    let mut program = closed_from_tomorrow(80);
    assert!(program.shows("2 af 40 pladser") && program.shows("2 sager"), "the head: {}", program.screen());
    assert!(program.shows("Alma Holm"), "the list: {}", program.screen());
    assert!(program.shows("ledig i morgen"), "{}", program.screen());
    assert!(program.shows("afsluttet fra 26. nov 2026"), "{}", program.screen());
    program.keys("p");
    assert!(program.shows("2 af 40 pladser") && program.shows("Alma Holm"), "the map: {}", program.screen());
    program.keys("<esc>b");
    assert!(program.line("Maja Krog").contains(" 2+0 "), "the staff's load: {}", program.screen());
    program.keys("<esc><enter><esc>");
    assert!(program.shows("2 sager"), "the list after the sheet: {}", program.screen());
    program.keys("5");
    assert!(program.shows("2 mangler") && program.shows("Alma Holm"), "the register: {}", program.screen());
    let mut wide = closed_from_tomorrow(120);
    wide.keys("<enter>");
    assert!(wide.shows("Afsluttet") && wide.shows("2 af 40 pladser"), "the sheet: {}", wide.screen());
}

#[test]
fn on_the_closing_day_no_place_counts_it() {
    let mut program = closed_from_tomorrow(80);
    program.send(Message::Clock(morning() + chrono::Days::new(1)));
    assert!(program.shows("1 af 40 pladser") && !program.shows("Alma Holm"), "{}", program.screen());
    program.keys("p");
    assert!(program.shows("1 af 40 pladser") && !program.shows("Alma Holm"), "{}", program.screen());
    program.keys("<esc>b");
    assert!(program.line("Maja Krog").contains(" 1 "), "{}", program.screen());
    program.keys("<esc>5");
    assert!(program.shows("1 mangler") && !program.shows("Alma Holm"), "{}", program.screen());
    program.keys("1vv");
    assert!(program.shows("Alma Holm"), "among those closed: {}", program.screen());
}
