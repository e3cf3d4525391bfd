//! Measures the time from a key to the last byte of its frame, against a loop that draws plain text.

use std::sync::Arc;

use crossterm::event::KeyCode;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use trivsel_domain::decide::{ActionKind, Nature};
use trivsel_domain::record::{Change, Day, Edit};
use trivsel_domain::value::Mark;
use trivsel_store::Receipt;
use trivsel_tui::effect::Effect;
use trivsel_tui::message::Message;
use trivsel_tui::model::Model;
use trivsel_tui::{draw, update};
use trivsel_words::{Lang, Words};

use crate::bare::Loop;
use crate::house::Built;
use crate::measure::{Report, in_turn, timed};
use crate::screen::{Program, key};

const ROUNDS: usize = 2000;
/// The limit for a frame, as a multiple of a bare frame.
const MOST: f64 = 2.0;

/// Measures an arrow key in I dag, in the calendar of everybody's week, on the maps of the school year of the house and
/// of a child and on a register of sixteen, and a mark there with the store's receipt.
pub fn measure(report: &mut Report, house: &Built) {
    let words = Arc::new(Words::new(Lang::Da));
    for size in [(80, 24), (120, 40)] {
        for (keys, what, step) in [
            ("0", "I dag", arrow as fn(&mut Model, bool)),
            ("2", "the week", arrow),
            ("5vvvvv", "the house's year", arrow),
            ("5vvv", "a child's year", arrow),
            ("5", "arrow", arrow),
            ("5", "mark", mark),
        ] {
            let name = format!("frame of {what}, {}x{}", size.0, size.1);
            if !report.wants(&name) {
                continue;
            }
            let mut program = Program::start(house.open(), &words, size);
            for key in keys.chars() {
                program.press(KeyCode::Char(key));
            }
            let mut there = false;
            let mut frame = |model: &mut Model| {
                step(model, there);
                there = !there;
                buffer(model, size)
            };
            let mut bare = Loop::like(&frame(&mut program.model), &frame(&mut program.model));
            let mut there = false;
            let ours = || {
                there = !there;
                timed(|| {
                    step(&mut program.model, there);
                    program.draw();
                })
            };
            report.line(&name, &in_turn(ROUNDS, ours, || timed(|| bare.turn())), MOST);
        }
    }
}

fn arrow(model: &mut Model, there: bool) {
    update::update(model, key(if there { KeyCode::Down } else { KeyCode::Up }));
}

/// Marks or clears the first row, with the receipt the house would give.
fn mark(model: &mut Model, there: bool) {
    model.attendance.set_cursor(0);
    let effect = update::update(model, key(KeyCode::Char(if there { 's' } else { '-' })));
    let Effect::Perform { after, .. } = effect else { panic!("a mark is performed") };
    let row = &model.attendance.rows()[0];
    let before = row.days.get(&model.attendance.date).cloned();
    let blank = Day::blank(row.case.id, model.attendance.date);
    let marked = there.then_some(Day { first: Some(Mark::Sick), ..blank });
    let changes = Edit::new(before, marked).map(Change::Day).into_iter().collect();
    let receipt = Receipt { number: Some(1), action_kind: ActionKind::Mark, nature: Nature::Do, changes };
    update::update(model, Message::Performed(receipt, after));
}

/// Draws a model on a screen of the given size.
pub fn buffer(model: &Model, (width, height): (u16, u16)) -> Buffer {
    let mut screen = Terminal::new(TestBackend::new(width, height)).unwrap();
    screen.draw(|frame| draw::draw(frame, model)).unwrap();
    screen.backend().buffer().clone()
}
