//! The timetable as a grid edited by keys: hours down, weekdays across. Every key is saved, as in the register.

use chrono::{Days, NaiveDate, Weekday};
use trivsel_domain::decide::Action;
use trivsel_domain::record::{DayPlan, Edit, Lesson, Timetable, in_force};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::growth::{self, Adjustment, weeks_before};
use trivsel_domain::value::{BadTime, CaseId, Hours, TimeOfDay, TimetableId};

use crate::effect::Effect;
use crate::forms::case::SchoolDayForm;
use crate::keys::Command;
use crate::layers::prompt::{Prompt, Purpose};
use crate::layers::{self, Layer};
use crate::model::Model;
use crate::view::CaseView;

/// The minutes of a row.
pub(super) const ROW: u16 = 30;
/// The minutes by which a spell becomes longer or shorter.
const QUARTER: u16 = 15;
/// The rows that always show: from 8 to 16 o'clock.
const USUAL: (u16, u16) = (8 * 60, 16 * 60);

/// What was copied.
#[derive(Clone, Debug)]
enum Copied {
    /// A lesson, and the row in which the cursor stood.
    Hour(Lesson, u16),
    Day(DayPlan),
    Week(Box<[DayPlan; 5]>),
}

/// The cursor of the grid, the day from which a change holds, and what was copied.
#[derive(Debug, Default)]
pub struct Grid {
    /// The weekday, 0 to 4.
    pub(super) day: usize,
    /// The row, from the first one shown.
    pub(super) row: usize,
    /// The first day of what is changed, if it was chosen.
    from: Option<NaiveDate>,
    copied: Option<Copied>,
}

/// The first day on which a change holds: the chosen one, or the next Monday so that the past stays as it was.
pub(super) fn from(model: &Model) -> NaiveDate {
    let today = model.today();
    let monday = monday_of(today);
    model.teaching.grid.from.unwrap_or(if monday == today { today } else { monday + Days::new(7) })
}

/// The first day of the next version after the day from which changes hold; they hold until the day before.
pub(super) fn next_version(model: &Model, row: &CaseView) -> Option<NaiveDate> {
    let from = from(model);
    row.timetables.iter().map(|t| t.from).filter(|later| *later > from).min()
}

/// Lets changes hold from a day on.
pub fn hold_from(model: &mut Model, date: NaiveDate) -> Effect {
    model.teaching.grid.from = Some(date);
    Effect::None
}

/// The week in force on the day from which changes hold.
pub(super) fn shown<'a>(model: &Model, row: &'a CaseView) -> Option<&'a Timetable> {
    in_force(&row.timetables, from(model))
}

fn days(table: Option<&Timetable>) -> [DayPlan; 5] {
    table.map_or([const { DayPlan::Off }; 5], |t| t.days.clone())
}

/// The minutes since midnight at which the rows begin.
pub(super) fn rows(days: &[DayPlan; 5]) -> Vec<u16> {
    let hours = || days.iter().filter_map(DayPlan::hours);
    let first = hours().map(|h| h.from().minutes() / ROW * ROW).min().unwrap_or(USUAL.0).min(USUAL.0);
    let last = hours().map(|h| h.to().minutes()).max().unwrap_or(USUAL.1).max(USUAL.1);
    (first..last).step_by(usize::from(ROW)).collect()
}

/// The span of a row.
pub(super) fn span(at: u16) -> Option<Hours> {
    Hours::lasting(TimeOfDay::from_minutes(at).ok()?, ROW).ok()
}

pub(super) const WEEKDAYS: [Weekday; 5] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// Whether a command of the grid writes.
#[must_use]
pub fn writes(command: Command) -> bool {
    use Command as C;
    matches!(command, C::ToggleHour | C::Lengthen | C::Shorten | C::PlanElsewhere | C::PlanPractice)
        || matches!(command, C::ClearDay | C::PasteHours | C::TakeAdjustment)
}

pub(super) fn act(model: &mut Model, command: Command) -> Effect {
    let Some(row) = super::selected(model) else { return Effect::NotHere };
    let case = row.case.id;
    let week = days(shown(model, row));
    let rows = rows(&week);
    let grid = &mut model.teaching.grid;
    let (at, day) = (rows.get(grid.row).copied().unwrap_or(USUAL.0), grid.day);
    match command {
        Command::Left => grid.day = day.saturating_sub(1),
        Command::Right => grid.day = (day + 1).min(4),
        Command::GoToDate => {
            let label = model.words.get("prompt-date").to_owned();
            model.layers.push(Layer::Prompt(Prompt::new(Purpose::GoTo, label)));
        }
        Command::Today => grid.from = Some(model.now.date()),
        Command::Open => return open(model, day),
        Command::CopyHour => {
            return copy(model, |week, grid| Some(Copied::Hour(week.get(grid.day)?.lesson(span(at)?)?, at)));
        }
        Command::CopyDay => return copy(model, |week, grid| week.get(grid.day).cloned().map(Copied::Day)),
        Command::CopyWeek => return copy(model, |week, _| Some(Copied::Week(Box::new(week.clone())))),
        Command::TakeAdjustment => return take_adjustment(model, case),
        Command::PasteHours => return paste(model, case, week, at),
        _ => {
            if let Some(to) = crate::cursor::moved(command, grid.row, rows.len()) {
                grid.row = to;
                return Effect::None;
            }
            let Some(before) = week.get(day) else { return Effect::NotHere };
            return match changed(before, command, at) {
                Some(Ok(after)) => save(model, case, &with_day(week, day, after)),
                Some(Err(BadTime)) => {
                    model.refuse_with("timetable-two-spells");
                    Effect::None
                }
                None => Effect::NotHere,
            };
        }
    }
    Effect::None
}

/// A day after a command on one of its rows; nothing where the command does not change a day.
fn changed(day: &DayPlan, command: Command, at: u16) -> Option<Result<DayPlan, BadTime>> {
    let here = span(at)?;
    let spell = day.spells().and_then(|s| s.iter().find(|spell| spell.shared_minutes(here) > 0));
    Some(match command {
        Command::ToggleHour if spell.is_some() => day.without(here),
        Command::ToggleHour => day.with(here),
        Command::Lengthen => match spell {
            Some(spell) => Hours::lasting(spell.to(), QUARTER).and_then(|more| day.with(more)),
            None => day.with(Hours::lasting(here.from(), QUARTER).ok()?),
        },
        Command::Shorten => {
            let end = spell?.to();
            let from = TimeOfDay::from_minutes(end.minutes() - QUARTER).ok()?;
            Hours::new(from, end).and_then(|less| day.without(less))
        }
        Command::PlanElsewhere if *day == DayPlan::Elsewhere => Ok(DayPlan::Off),
        Command::PlanElsewhere => Ok(DayPlan::Elsewhere),
        Command::PlanPractice if *day == DayPlan::Practice => Ok(DayPlan::Off),
        Command::PlanPractice => Ok(DayPlan::Practice),
        Command::ClearDay => Ok(DayPlan::Off),
        _ => return None,
    })
}

fn with_day(mut week: [DayPlan; 5], at: usize, day: DayPlan) -> [DayPlan; 5] {
    if let Some(place) = week.get_mut(at) {
        *place = day;
    }
    week
}

/// Saves a week from the day on which changes hold: as that day's version if there is one, or as a new version.
fn save(model: &mut Model, case: CaseId, week: &[DayPlan; 5]) -> Effect {
    let from = from(model);
    let id = TimetableId::from_u128(model.mint());
    let Some(row) = super::selected(model) else { return Effect::NotHere };
    let before = shown(model, row);
    if before.is_some_and(|t| t.days == *week) {
        model.refuse_with("timetable-unchanged");
        return Effect::None;
    }
    let same = before.filter(|t| t.from == from).cloned();
    let id = same.as_ref().map_or(id, |t| t.id);
    let new = Timetable { id, case, from, days: week.clone() };
    Edit::new(same, Some(new))
        .map_or(Effect::NotHere, |edit| Effect::perform(Action::Save(vec![edit.into()])))
}

/// Opens the form of a day, for hours to the minute and for what happens when.
fn open(model: &mut Model, day: usize) -> Effect {
    if !model.writable {
        model.refuse_with("off-read-only");
        return Effect::None;
    }
    let from = from(model);
    WEEKDAYS
        .get(day)
        .map_or(Effect::NotHere, |weekday| layers::form::of(model, SchoolDayForm { weekday: *weekday, from }))
}

fn copy(model: &mut Model, of: impl FnOnce(&[DayPlan; 5], &Grid) -> Option<Copied>) -> Effect {
    let Some(row) = super::selected(model) else { return Effect::NotHere };
    let week = days(shown(model, row));
    let copied = of(&week, &model.teaching.grid);
    let id = match &copied {
        Some(Copied::Hour(..)) => "timetable-copied-hour",
        Some(Copied::Day(_)) => "timetable-copied-day",
        Some(Copied::Week(_)) => "timetable-copied-week",
        None => {
            model.refuse_with("timetable-no-hour");
            return Effect::None;
        }
    };
    model.teaching.grid.copied = copied;
    model.say(model.words.get(id).to_owned());
    Effect::None
}

fn paste(model: &mut Model, case: CaseId, week: [DayPlan; 5], at: u16) -> Effect {
    let day = model.teaching.grid.day;
    match model.teaching.grid.copied.clone() {
        None => {
            model.refuse_with("timetable-nothing-copied");
            Effect::None
        }
        Some(Copied::Week(copied)) => save(model, case, &copied),
        Some(Copied::Day(copied)) => save(model, case, &with_day(week, day, copied)),
        Some(Copied::Hour(lesson, row)) => {
            let Some(before) = week.get(day) else { return Effect::NotHere };
            let lesson = lesson.later(i32::from(at) - i32::from(row));
            match lesson.and_then(|lesson| before.with_lesson(&lesson)) {
                Ok(after) => save(model, case, &with_day(week.clone(), day, after)),
                Err(BadTime) => {
                    model.refuse_with("timetable-two-spells");
                    Effect::None
                }
            }
        }
    }
}

/// The adjustment of the week shown, from how the last weeks went.
pub(super) fn adjustment(model: &Model, row: &CaseView) -> Option<Adjustment> {
    let table = shown(model, row)?;
    let (first, last) = weeks_before(model.today());
    Some(growth::adjustment(table, &row.count(&model.roster.calendar, first, last)?.own()?))
}

fn take_adjustment(model: &mut Model, case: CaseId) -> Effect {
    let Some(row) = super::selected(model) else { return Effect::NotHere };
    let week = days(shown(model, row));
    match adjustment(model, row) {
        Some(Adjustment::Longer(weekday, day) | Adjustment::Shorter(weekday, day)) => {
            let at = usize::try_from(weekday.num_days_from_monday()).unwrap_or(0);
            model.teaching.grid.day = at;
            save(model, case, &with_day(week, at, day))
        }
        _ => {
            model.refuse_with("timetable-no-adjustment");
            Effect::None
        }
    }
}
