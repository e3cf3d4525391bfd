//! Moves through the pane: from row to row, from day to day, and over the maps of several days as the arrows point.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use trivsel_domain::value::Half;

use super::View;
use super::act::{ROW_LETTERS, go_to, reload};
use crate::cursor::moved;
use crate::effect::Effect;
use crate::keys::Command;
use crate::model::Model;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// Carries out a command that moves.
pub(super) fn act(model: &mut Model, command: Command) -> Option<Effect> {
    use Side::{After, Before};
    let view = model.attendance.view;
    Some(match (view, command) {
        (_, Command::DayBefore) => turn(model, Before),
        (_, Command::DayAfter) => turn(model, After),
        (View::Day | View::Week, Command::Left) => sideways(model, Before),
        (View::Day | View::Week, Command::Right) => sideways(model, After),
        (View::Month, Command::Left) => step_day(model, Before),
        (View::Month, Command::Right) => step_day(model, After),
        (View::Month | View::Weeks, Command::Up) => by_days(model, Before, 7),
        (View::Month | View::Weeks, Command::Down) => by_days(model, After, 7),
        (View::Year | View::WholeHouse, Command::Left) => by_days(model, Before, 7),
        (View::Year | View::WholeHouse, Command::Right) => by_days(model, After, 7),
        (View::Year | View::WholeHouse, Command::Up) => weekday(model, Before),
        (View::Year | View::WholeHouse, Command::Down) => weekday(model, After),
        (View::WholeHouse, Command::PageUp | Command::PageDown | Command::First | Command::Last) => {
            return None;
        }
        (view, Command::PageUp) if view.is_of_one() => child(model, Before),
        (view, Command::PageDown) if view.is_of_one() => child(model, After),
        _ => {
            let pane = &model.attendance;
            return moved(command, pane.cursor(), pane.rows().len()).map(|row| to_row(model, row));
        }
    })
}

/// Puts the cursor on a row and, in a view of one child, reads that child's year.
fn to_row(model: &mut Model, row: usize) -> Effect {
    model.attendance.set_cursor(row);
    if model.attendance.view.is_of_one() { reload(model) } else { Effect::None }
}

/// Puts the cursor on the row that has this letter. On the map of the house it opens the map of that child.
pub fn jump(model: &mut Model, letter: char) -> Effect {
    let row = ROW_LETTERS.iter().position(|l| *l == letter).filter(|r| *r < model.attendance.rows().len());
    if let Some(row) = row {
        if model.attendance.view == View::WholeHouse {
            model.attendance.show(View::Year);
        }
        return to_row(model, row);
    }
    model.refuse_with("off-no-such-row");
    Effect::None
}

/// Shows the same days of the child before or after.
fn child(model: &mut Model, side: Side) -> Effect {
    let (at, rows) = (model.attendance.cursor(), model.attendance.rows().len());
    let to = match side {
        Side::Before => at.checked_sub(1),
        Side::After => Some(at + 1).filter(|to| *to < rows),
    };
    to.map_or(Effect::NotHere, |row| to_row(model, row))
}

/// Moves to the other half of the day in the day view, and to another day in the week.
fn sideways(model: &mut Model, side: Side) -> Effect {
    let date = model.attendance.date;
    if model.attendance.view == View::Week {
        return step_day(model, side);
    }
    let twice = model.attendance.selected().is_some_and(|r| r.child.marks_twice_a_day(date));
    match side {
        Side::Before => model.attendance.half = Half::First,
        Side::After if twice => model.attendance.half = Half::Second,
        Side::After => model.refuse_with("off-one-mark-a-day"),
    }
    Effect::None
}

/// Moves to the previous or next school day.
fn step_day(model: &mut Model, side: Side) -> Effect {
    let (date, calendar) = (model.attendance.date, &model.roster.calendar);
    let next = match side {
        Side::Before => calendar.school_day_before(date),
        Side::After => calendar.school_day_after(date),
    };
    next.map_or(Effect::None, |date| to_day(model, date))
}

/// Moves by some days, on a map that shows the days between too.
fn by_days(model: &mut Model, side: Side, days: u64) -> Effect {
    let date = model.attendance.date;
    let next = match side {
        Side::Before => date.checked_sub_days(Days::new(days)),
        Side::After => date.checked_add_days(Days::new(days)),
    };
    next.map_or(Effect::None, |date| to_day(model, date))
}

/// Moves to the weekday before or after. A map has no weekends.
fn weekday(model: &mut Model, side: Side) -> Effect {
    let days = match (side, model.attendance.date.weekday()) {
        (Side::Before, Weekday::Mon) | (Side::After, Weekday::Fri) => 3,
        (Side::Before, Weekday::Sun) | (Side::After, Weekday::Sat) => 2,
        _ => 1,
    };
    by_days(model, side, days)
}

/// Moves by one span of the view: a school day, a week, a month or a year.
fn turn(model: &mut Model, side: Side) -> Effect {
    let date = model.attendance.date;
    let months = match model.attendance.view {
        View::Day => return step_day(model, side),
        View::Week => return by_days(model, side, 7),
        View::Month => 1,
        View::Year | View::Weeks | View::WholeHouse => 12,
    };
    let next = match side {
        Side::Before => date.checked_sub_months(Months::new(months)),
        Side::After => date.checked_add_months(Months::new(months)),
    };
    next.map_or(Effect::None, |date| to_day(model, date))
}

/// Shows a day. The map of the house is read again only for another school year.
fn to_day(model: &mut Model, date: NaiveDate) -> Effect {
    let pane = &mut model.attendance;
    let has_map = pane.house_year.as_ref().is_some_and(|year| year.year().includes(date));
    if pane.view == View::WholeHouse && has_map {
        pane.date = date;
        model.status = None;
        return Effect::None;
    }
    go_to(model, date)
}
