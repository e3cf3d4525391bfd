//! Measures a mark: on the disk within two bare commits, and on the screen within 1.6 times a bare commit plus a
//! bare frame.

use std::sync::Arc;
use std::time::Duration;

use crossterm::event::KeyCode;
use trivsel_domain::decide::{Action, DayEdit};
use trivsel_domain::record::Day;
use trivsel_domain::value::{Half, Mark};
use trivsel_store::House;
use trivsel_words::{Lang, Words};

use crate::bare::{Database, Loop};
use crate::data;
use crate::frame::buffer;
use crate::house::{Built, asker};
use crate::measure::{Report, in_turn, timed};
use crate::screen::Program;

const ROUNDS: usize = 800;
/// The limit for a mark, in bare commits.
const MOST: f64 = 2.0;
/// The limit for a mark that is also drawn, as a multiple of a bare commit plus a bare frame.
const MOST_DRAWN: f64 = 1.6;

/// Measures a mark to the disk, and from its key to the disk and the screen. The house is reopened for every
/// register, and the marks are cleared outside the measured time.
pub fn measure(report: &mut Report, built: &Built) {
    let mut conn = Database::at(built.folder.path().with_extension("bare.db"));
    let words = Arc::new(Words::new(Lang::Da));
    let program = |size| {
        let mut program = Program::start(built.open(), &words, size);
        program.press(KeyCode::Char('5'));
        program
    };
    if report.wants("mark, durable") {
        let mut program = Register::new(|| program((80, 24)));
        let ours = || {
            let (program, row) = program.next();
            durable(program.performer.house(), row)
        };
        report.line("mark, durable", &in_turn(ROUNDS, ours, || conn.commit()), MOST);
    }
    for size in [(80, 24), (120, 40)] {
        let name = format!("mark, durable and drawn, {}x{}", size.0, size.1);
        if !report.wants(&name) {
            continue;
        }
        let mut program = Register::new(|| program(size));
        let mut page = {
            let (program, row) = program.next();
            let blank = buffer(&program.model, size);
            program.model.attendance.set_cursor(row);
            program.press(KeyCode::Char('s'));
            let marked = buffer(&program.model, size);
            program.model.attendance.set_cursor(row);
            program.press(KeyCode::Char('-'));
            Loop::like(&blank, &marked)
        };
        let ours = || {
            let (program, row) = program.next();
            drawn(program, row)
        };
        let bare = || conn.commit() + timed(|| page.turn());
        report.line(&name, &in_turn(ROUNDS, ours, bare), MOST_DRAWN);
    }
}

/// A resource that is reopened for every register, and the rows to mark with it.
struct Register<T, F> {
    open: F,
    now: Option<T>,
    row: usize,
}

impl<T, F: FnMut() -> T> Register<T, F> {
    fn new(open: F) -> Self {
        Self { open, now: None, row: 0 }
    }

    fn next(&mut self) -> (&mut T, usize) {
        let row = self.row;
        self.row = (row + 1) % usize::from(data::SEATS);
        if row == 0 {
            // Closing the previous one first merges its log into the file.
            self.now = None;
        }
        (self.now.get_or_insert_with(&mut self.open), row)
    }
}

fn durable(house: &mut House, row: usize) -> Duration {
    let today = data::now().date();
    let case = house.cases_on(today).unwrap()[row].id;
    let action = |seen, edit| Action::EditDay { case, date: today, seen, edit };
    let mark = action(None, DayEdit::Mark(Half::First, Mark::Sick));
    let took = timed(|| drop(house.perform(asker(), &mark).unwrap()));
    let seen = Day { first: Some(Mark::Sick), ..Day::blank(case, today) };
    house.perform(asker(), &action(Some(seen), DayEdit::Clear(Half::First))).unwrap();
    took
}

fn drawn(program: &mut Program, row: usize) -> Duration {
    program.model.attendance.set_cursor(row);
    let took = timed(|| {
        program.press(KeyCode::Char('s'));
        program.draw();
    });
    let marked = program.model.attendance.rows()[row].days.get(&data::now().date()).cloned();
    assert_eq!(marked.and_then(|d| d.first), Some(Mark::Sick), "{:?}", program.model.status);
    program.model.attendance.set_cursor(row);
    program.press(KeyCode::Char('-'));
    took
}
