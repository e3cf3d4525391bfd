//! A mark is on the disk within two bare commits, and so it is when it is drawn as well.

use std::sync::Arc;

use crossterm::event::KeyCode;
use trivsel::words::{Lang, Words};
use trivsel_domain::{Action, Day, DayEdit, Half, Mark};

use crate::bare;
use crate::data;
use crate::house::{Built, asker};
use crate::measure::{Report, in_turn, timed};
use crate::screen::Program;

const ROUNDS: usize = 600;
/// A mark may take so many bare commits.
const MOST: f64 = 2.0;

/// A mark to the disk, and from its key to the disk and the screen.
pub fn measure(report: &mut Report, built: &Built) {
    let mut conn = bare::database(&built.folder.path().with_extension("bare.db"));
    let mut bare = || timed(|| bare::commit(&mut conn));
    let today = data::now().date();
    if report.wants("mark, durable") {
        let mut house = built.open();
        let cases = house.cases_on(today).unwrap();
        let mut turn = cases.iter().map(|c| c.id).cycle();
        let ours = || {
            let case = turn.next().unwrap();
            let action = |seen, edit| Action::EditDay { case, date: today, seen, edit };
            let mark = action(None, DayEdit::Mark(Half::First, Mark::Sick));
            let took = timed(|| drop(house.perform(asker(), &mark).unwrap()));
            let seen = Day { first: Some(Mark::Sick), ..Day::blank(case, today) };
            house.perform(asker(), &action(Some(seen), DayEdit::Clear(Half::First))).unwrap();
            took
        };
        report.line("mark, durable", &in_turn(ROUNDS, ours, &mut bare), MOST);
    }
    for size in [(80, 24), (120, 40)] {
        let name = format!("mark, durable and drawn, {}x{}", size.0, size.1);
        if !report.wants(&name) {
            continue;
        }
        let mut program = Program::start(built.open(), &Arc::new(Words::new(Lang::Da)), size);
        program.press(KeyCode::Char('5'));
        let mut turn = (0..usize::from(data::SEATS)).cycle();
        let ours = || {
            let row = turn.next().unwrap();
            program.model.attendance.set_cursor(row);
            let took = timed(|| {
                program.press(KeyCode::Char('s'));
                program.draw();
            });
            let marked = program.model.attendance.rows()[row].days.get(&today).cloned();
            assert_eq!(marked.and_then(|d| d.first), Some(Mark::Sick), "{:?}", program.model.status);
            program.model.attendance.set_cursor(row);
            program.press(KeyCode::Char('-'));
            took
        };
        report.line(&name, &in_turn(ROUNDS, ours, &mut bare), MOST);
    }
}
