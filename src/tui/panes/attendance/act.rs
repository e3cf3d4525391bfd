//! The commands of the attendance pane.

use chrono::{Days, Months, NaiveDate};
use trivsel_domain::decide::Action;
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::register::Registration;
use trivsel_domain::rules::reported::week_to_report;
use trivsel_domain::value::{Half, Mark, SchoolYear};

use super::marking::{
    ask_time, clear, foretell, late, mark, mood, partial, perform, prompt, remark, time_spot,
};
use super::{After, View};
use crate::cursor::moved;
use crate::effect::Effect;
use crate::keys::Command;
use crate::layers::prompt::Purpose;
use crate::layers::question;
use crate::load::Query;
use crate::model::Model;
use trivsel_words::dates;

/// The letters that jump to rows, in row order. Rows beyond the last letter have none.
pub const ROW_LETTERS: [char; 29] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U',
    'V', 'W', 'X', 'Y', 'Z', 'Æ', 'Ø', 'Å',
];

/// Whether a command of this pane writes to the house.
#[must_use]
pub fn writes(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::MarkPresent
            | C::MarkLate
            | C::MarkPartial
            | C::MarkSick
            | C::MarkLeave
            | C::MarkUnlawful
            | C::MarkElsewhere
            | C::ClearMark
            | C::FillRest
            | C::Remark
            | C::Mood
            | C::MarkTime
            | C::Foretell
    )
}

/// The id of the words that say why a command of this pane is off, or `None` if it is on.
#[must_use]
pub fn why_off(model: &Model, command: Command) -> Option<&'static str> {
    let pane = &model.attendance;
    let ahead = pane.date > model.today();
    match command {
        Command::FillRest if ahead => Some("off-fill-ahead"),
        Command::OwnSchool if model.roster.programmes.iter().all(|(p, _)| p.keeps_register()) => {
            Some("own-school-nobody")
        }
        Command::Select if pane.view != View::Week => Some("off-select-in-week"),
        Command::MarkTime if time_spot(model).is_none() => Some("off-no-time"),
        command if (writes(command) || command == Command::Open) && pane.rows().is_empty() => {
            Some("off-nobody")
        }
        command if writes(command) && pane.selected_days.is_empty() && !school_day(model) => {
            (command != Command::Foretell).then_some("off-no-school")
        }
        command if is_of_the_day(command) && ahead && pane.selected_days.is_empty() => Some("off-ahead"),
        _ => None,
    }
}

/// Whether a command says how a day went, so that it waits until the day has come.
fn is_of_the_day(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::MarkPresent | C::MarkLate | C::MarkPartial | C::MarkUnlawful | C::MarkElsewhere | C::Mood
    )
}

/// The place of a command among the hints, the first one first, or `None` if it does nothing in this view on this day.
/// The keys that lead to another day come first on every other day than today and in every view of several days.
#[must_use]
pub fn hint_rank(model: &Model, command: Command) -> Option<u8> {
    use Command as C;
    let pane = &model.attendance;
    let away = pane.date != model.today();
    if why_off(model, command).is_some() || command == C::Today && !away {
        return None;
    }
    Some(match command {
        C::DayBefore | C::DayAfter | C::Today | C::GoToDate if away || pane.view != View::Day => 0,
        C::DayBefore | C::DayAfter => 2,
        C::Select => 0,
        command if writes(command) && !matches!(command, C::Remark | C::Mood | C::MarkTime | C::Foretell) => {
            1
        }
        _ => 3,
    })
}

fn school_day(model: &Model) -> bool {
    model.roster.calendar.is_school_day(model.attendance.date)
}

pub fn act(model: &mut Model, command: Command) -> Effect {
    let pane = &mut model.attendance;
    if let Some(row) = moved(command, pane.cursor(), pane.rows().len()) {
        return to_row(model, row);
    }
    match command {
        Command::Left => return sideways(model, Side::Left),
        Command::Right => return sideways(model, Side::Right),
        Command::DayBefore => return step(model, Side::Left),
        Command::DayAfter => return step(model, Side::Right),
        Command::Today if pane.date == model.now.date() => model.refuse_with("other-today-here"),
        Command::Today => return go_to(model, model.today()),
        Command::GoToDate => prompt(model, Purpose::GoTo, "prompt-date", ""),
        Command::NextView => {
            pane.view = pane.view.next();
            pane.selected_days.clear();
            return reload(model);
        }
        Command::Back => return back(model),
        Command::Open => return open(model),
        Command::Select => select(model),
        Command::FillRest => return fill_rest(model),
        Command::MarkPresent => return mark(model, Mark::Present),
        Command::MarkSick => return mark(model, Mark::Sick),
        Command::MarkLeave => return mark(model, Mark::Leave),
        Command::MarkUnlawful => return mark(model, Mark::Unlawful),
        Command::MarkElsewhere => return mark(model, Mark::Elsewhere),
        Command::MarkLate => return late(model),
        Command::MarkPartial => return partial(model),
        Command::MarkTime => ask_time(model),
        Command::ClearMark => return clear(model),
        Command::Remark => remark(model),
        Command::Mood => mood(model),
        Command::Foretell => foretell(model),
        Command::OwnSchool => {
            return Effect::Load(Query::OwnSchool(week_to_report(model.today()), None));
        }
        _ => return Effect::NotHere,
    }
    Effect::None
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Fills the day shown as planned; asks first if it is past.
fn fill_rest(model: &mut Model) -> Effect {
    let pane = &model.attendance;
    let (date, missing) = (pane.date, pane.count(Registration::Blank));
    if date >= model.today() || missing == 0 {
        return fill(date);
    }
    let day = dates::day_long(model.words.lang(), date);
    let text = model.words.with("question-fill", &[("day", day.into()), ("count", missing.into())]);
    question::ask(model, text, question::Step::Fill(date));
    Effect::None
}

/// Fills what is blank on a day as planned.
pub fn fill(date: NaiveDate) -> Effect {
    perform(After::Stay, Action::FillAsPlanned { date })
}

/// Puts the cursor on a row and, in a view of one child, reads that child's year.
fn to_row(model: &mut Model, row: usize) -> Effect {
    model.attendance.set_cursor(row);
    if model.attendance.view.is_of_one() { reload(model) } else { Effect::None }
}

/// Puts the cursor on the row that has this letter.
pub fn jump(model: &mut Model, letter: char) -> Effect {
    let row = ROW_LETTERS.iter().position(|l| *l == letter).filter(|r| *r < model.attendance.rows().len());
    if let Some(row) = row {
        return to_row(model, row);
    }
    model.refuse_with("off-no-such-row");
    Effect::None
}

/// Shows the register of a date.
pub fn go_to(model: &mut Model, date: NaiveDate) -> Effect {
    model.attendance.date = date;
    model.attendance.half = Half::First;
    model.status = None;
    reload(model)
}

/// Reads what the pane shows.
pub fn reload(model: &Model) -> Effect {
    let pane = &model.attendance;
    let register = Effect::Load(Query::Register(pane.date));
    match pane.selected().filter(|_| pane.view.is_of_one()) {
        Some(row) => {
            let year = Effect::Load(Query::Year(row.case.id, SchoolYear::of(pane.date)));
            Effect::Many(vec![register, year])
        }
        None => register,
    }
}

/// Moves to the other half of the day in the day view, and to another day in the wider views.
fn sideways(model: &mut Model, side: Side) -> Effect {
    let date = model.attendance.date;
    if model.attendance.view != View::Day {
        return step_day(model, side);
    }
    let twice = model.attendance.selected().is_some_and(|r| r.child.marks_twice_a_day(date));
    match side {
        Side::Left => model.attendance.half = Half::First,
        Side::Right if twice => model.attendance.half = Half::Second,
        Side::Right => model.refuse_with("off-one-mark-a-day"),
    }
    Effect::None
}

/// Moves to the previous or next school day.
fn step_day(model: &mut Model, side: Side) -> Effect {
    let (date, calendar) = (model.attendance.date, &model.roster.calendar);
    let next = match side {
        Side::Left => calendar.school_day_before(date),
        Side::Right => calendar.school_day_after(date),
    };
    next.map_or(Effect::None, |date| go_to(model, date))
}

/// Moves by one span of the view: a school day, a week, a month or a year.
fn step(model: &mut Model, side: Side) -> Effect {
    let date = model.attendance.date;
    let next = match (model.attendance.view, side) {
        (View::Day, _) => return step_day(model, side),
        (View::Week, Side::Left) => date.checked_sub_days(Days::new(7)),
        (View::Week, Side::Right) => date.checked_add_days(Days::new(7)),
        (View::Month, Side::Left) => date.checked_sub_months(Months::new(1)),
        (View::Month, Side::Right) => date.checked_add_months(Months::new(1)),
        (View::Year, Side::Left) => date.checked_sub_months(Months::new(12)),
        (View::Year, Side::Right) => date.checked_add_months(Months::new(12)),
    };
    next.map_or(Effect::None, |date| go_to(model, date))
}

fn back(model: &mut Model) -> Effect {
    let pane = &mut model.attendance;
    if !pane.selected_days.is_empty() {
        pane.selected_days.clear();
    } else if pane.half == Half::Second {
        pane.half = Half::First;
    } else if pane.view == View::Day {
        return Effect::NotHere;
    } else {
        pane.view = View::Day;
    }
    Effect::None
}

fn open(model: &mut Model) -> Effect {
    let date = model.attendance.date;
    model.attendance.selected().map_or(Effect::NotHere, |r| Effect::Load(Query::Traces(r.case.id, date)))
}

/// Selects or unselects the day; a mark then applies to every selected day.
fn select(model: &mut Model) {
    let pane = &mut model.attendance;
    if !pane.selected_days.remove(&pane.date) {
        pane.selected_days.insert(pane.date);
    }
}

/// Monday to Friday of the week that contains a date.
pub fn week_of(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let monday = monday_of(date);
    (0..5).map(move |n| monday + Days::new(n))
}
