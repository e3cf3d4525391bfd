//! Starting and changing panes take the same time, however much is on record.

use std::sync::Arc;

use crossterm::event::KeyCode;
use trivsel_words::{Lang, Words};

use crate::house::Built;
use crate::measure::{Report, in_turn, timed};
use crate::screen::Program;

const SIZE: (u16, u16) = (80, 24);
/// Thirty years may take so much longer than one.
const MOST: f64 = 1.5;

/// From the key of the house to the first frame, and from the key of a pane to its frame: thirty years against one.
pub fn measure(report: &mut Report, one: &Built, thirty: &Built) {
    let words = Arc::new(Words::new(Lang::Da));
    let start = |built: &Built| timed(|| drop(Program::start(built.open(), &words, SIZE)));
    if report.wants("start") {
        report.line("start, thirty years : one", &in_turn(100, || start(thirty), || start(one)), MOST);
    }
    for pane in ['1', '2', '3', '4', '5'] {
        let name = format!("pane {pane}, thirty years : one");
        if !report.wants(&name) {
            continue;
        }
        let mut long = Program::start(thirty.open(), &words, SIZE);
        let mut short = Program::start(one.open(), &words, SIZE);
        let go = |program: &mut Program| {
            timed(|| {
                program.press(KeyCode::Char(pane));
                program.draw();
            })
        };
        report.line(&name, &in_turn(200, || go(&mut long), || go(&mut short)), MOST);
    }
}
