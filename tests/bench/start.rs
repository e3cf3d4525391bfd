//! Measures that starting and changing panes do not slow down as the house grows.

use std::sync::Arc;
use std::time::Duration;

use crossterm::event::KeyCode;
use trivsel_words::{Lang, Words};

use crate::house::Built;
use crate::measure::{Report, in_turn, timed};
use crate::screen::Program;

const SIZE: (u16, u16) = (80, 24);
/// The limit for thirty years, as a multiple of one year.
const MOST: f64 = 1.5;

/// A frame of a screen that draws sixty times a second.
const FRAME: Duration = Duration::from_micros(1_000_000 / 60);

/// Measures from the key to the frame, over thirty years and within two frames of the screen: the house in figures, the
/// month it opens on and the school year; the map of the house's school year, and that of a child.
pub fn overviews(report: &mut Report, thirty: &Built) {
    let words = Arc::new(Words::new(Lang::Da));
    // The keys before the measured one: the school year is the third kind of period, and of the views of the register
    // the fourth is the map of a child, the sixth that of the house.
    let places: [(&str, &str, char); 4] = [
        ("house in figures, month", "1", 't'),
        ("house in figures, school year", "1tv", 'v'),
        ("map of a child, opened", "5vv", 'v'),
        ("map of the house, opened", "5vvvv", 'v'),
    ];
    for (name, before, key) in places {
        if !report.wants(name) {
            continue;
        }
        let mut program = Program::start(thirty.open(), &words, (120, 40));
        let opened = || {
            before.chars().for_each(|key| program.press(KeyCode::Char(key)));
            let took = timed(|| {
                program.press(KeyCode::Char(key));
                program.draw();
            });
            program.press(KeyCode::Esc);
            took
        };
        report.within(name, &in_turn(50, opened, || Duration::ZERO).0, 2 * FRAME);
    }
}

/// Measures from the house key to the first frame, and from a pane's key to its frame, for thirty years and for
/// one.
pub fn measure(report: &mut Report, one: &Built, thirty: &Built) {
    let words = Arc::new(Words::new(Lang::Da));
    let start = |built: &Built| timed(|| drop(Program::start(built.open(), &words, SIZE)));
    if report.wants("start") {
        report.line("start, thirty years : one", &in_turn(100, || start(thirty), || start(one)), MOST);
    }
    // Key 0 is I dag, the list of thirty cases.
    for pane in ['0', '1', '2', '3', '4', '5'] {
        let name = format!("pane {pane}, thirty years : one");
        if !report.wants(&name) {
            continue;
        }
        let mut long = Program::start(thirty.open(), &words, SIZE);
        let mut short = Program::start(one.open(), &words, SIZE);
        let go = |program: &mut Program| {
            program.press(KeyCode::Char(if pane == '5' { '1' } else { '5' }));
            timed(|| {
                program.press(KeyCode::Char(pane));
                program.draw();
            })
        };
        report.line(&name, &in_turn(200, || go(&mut long), || go(&mut short)), MOST);
    }
}
