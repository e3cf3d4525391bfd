//! What the keys of the register do.

use chrono::{Days, Months, NaiveDate};
use trivsel_domain::calendar::monday_of;
use trivsel_domain::{Action, CaseId, DayEdit, Half, Hours, Mark, SchoolYear, TimeOfDay};

use super::{After, View};
use crate::tui::effect::Effect;
use crate::tui::keys::Command;
use crate::tui::layers::Layer;
use crate::tui::layers::prompt::{Prompt, Purpose, Spot};
use crate::tui::load::{CaseView, Query};
use crate::tui::model::Model;
use crate::words::dates;

/// The letters that jump to rows, by row; rows beyond them have none.
pub const ROW_LETTERS: [char; 29] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U',
    'V', 'W', 'X', 'Y', 'Z', 'Æ', 'Ø', 'Å',
];

/// Rows moved by a page key.
const PAGE: usize = 10;

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

/// Why a command of this pane is off; nothing where it is on.
#[must_use]
pub fn why_off(model: &Model, command: Command) -> Option<&'static str> {
    let pane = &model.attendance;
    let ahead = pane.date > model.today();
    match command {
        Command::FillRest if ahead => Some("off-fill-ahead"),
        Command::MarkTime if time_spot(model).is_none() => Some("off-no-time"),
        command if (writes(command) || command == Command::Open) && pane.rows().is_empty() => {
            Some("off-nobody")
        }
        command if writes(command) && pane.selected_days.is_empty() && !school_day(model) => {
            (command != Command::Foretell).then_some("off-no-school")
        }
        _ => None,
    }
}

fn school_day(model: &Model) -> bool {
    model.roster.calendar.is_school_day(model.attendance.date)
}

/// Carries out a command.
pub fn act(model: &mut Model, command: Command) -> Effect {
    let pane = &mut model.attendance;
    let row = pane.cursor();
    match command {
        Command::Up => return to_row(model, row.saturating_sub(1)),
        Command::Down => return to_row(model, row + 1),
        Command::PageUp => return to_row(model, row.saturating_sub(PAGE)),
        Command::PageDown => return to_row(model, row + PAGE),
        Command::First => return to_row(model, 0),
        Command::Last => return to_row(model, usize::MAX),
        Command::Left => return sideways(model, Side::Left),
        Command::Right => return sideways(model, Side::Right),
        Command::DayBefore => return step(model, Side::Left),
        Command::DayAfter => return step(model, Side::Right),
        Command::Today => return go_to(model, model.today()),
        Command::GoToDate => prompt(model, Purpose::GoTo, "prompt-date", ""),
        Command::NextView => {
            pane.view = pane.view.next();
            pane.selected_days.clear();
            return reload(model);
        }
        Command::Back => back(model),
        Command::Open => return open(model),
        Command::Select => select(model),
        Command::FillRest => {
            return perform(model, After::Stay, Action::FillAsPlanned { date: model.attendance.date });
        }
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
        _ => {}
    }
    Effect::None
}

/// A direction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Puts the cursor on a row; a view of one child then needs that child's year.
fn to_row(model: &mut Model, row: usize) -> Effect {
    model.attendance.set_cursor(row);
    if model.attendance.view.is_of_one() { reload(model) } else { Effect::None }
}

/// Puts the cursor on the row of a letter.
pub fn jump(model: &mut Model, letter: char) -> Effect {
    let row = ROW_LETTERS.iter().position(|l| *l == letter).filter(|r| *r < model.attendance.rows().len());
    if let Some(row) = row {
        return to_row(model, row);
    }
    model.refuse_with("off-no-such-row");
    Effect::None
}

/// Goes to the register of a date.
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

/// ← and → choose the half in the day's register, and the day in the wider views.
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

/// The school day before or after.
fn step_day(model: &mut Model, side: Side) -> Effect {
    let (date, calendar) = (model.attendance.date, &model.roster.calendar);
    let next = match side {
        Side::Left => calendar.school_day_before(date),
        Side::Right => calendar.school_day_after(date),
    };
    next.map_or(Effect::None, |date| go_to(model, date))
}

/// A step as wide as the view: a school day, a week, a month, a year.
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

fn back(model: &mut Model) {
    let pane = &mut model.attendance;
    if !pane.selected_days.is_empty() {
        pane.selected_days.clear();
    } else if pane.half == Half::Second {
        pane.half = Half::First;
    } else {
        pane.view = View::Day;
    }
}

fn open(model: &mut Model) -> Effect {
    let date = model.attendance.date;
    model.attendance.selected().map_or(Effect::None, |r| Effect::Load(Query::Traces(r.case.id, date)))
}

/// In the week, days are marked to act on all of them at once.
fn select(model: &mut Model) {
    let pane = &mut model.attendance;
    if pane.view != View::Week {
        model.refuse_with("off-select-in-week");
        return;
    }
    if !pane.selected_days.remove(&pane.date) {
        pane.selected_days.insert(pane.date);
    }
}

fn spot(model: &Model) -> Option<Spot> {
    let pane = &model.attendance;
    pane.selected().map(|r| Spot { case: r.case.id, date: pane.date, half: pane.half })
}

fn row_of(model: &Model, case: CaseId) -> Option<&CaseView> {
    model.attendance.rows().iter().find(|r| r.case.id == case)
}

fn perform(model: &mut Model, after: After, action: Action) -> Effect {
    model.attendance.after = Some(after);
    Effect::perform(action)
}

/// Edits a day, telling the house what was seen there so that a colleague's mark is never overwritten unseen.
pub fn edit(model: &mut Model, spot: Spot, edit: DayEdit) -> Effect {
    let seen = row_of(model, spot.case).and_then(|r| r.days.get(&spot.date)).cloned();
    let at_cursor = model.attendance.selected().is_some_and(|r| r.case.id == spot.case);
    let after = match edit {
        DayEdit::Mark(Half::First, _) if at_cursor && !model.attendance.view.is_of_one() => After::NextBlank,
        _ => After::Stay,
    };
    if matches!(edit, DayEdit::Mark(..)) {
        model.attendance.last_marked = Some(spot);
    }
    perform(model, after, Action::EditDay { case: spot.case, date: spot.date, seen, edit })
}

fn mark(model: &mut Model, mark: Mark) -> Effect {
    let Some(spot) = spot(model) else { return Effect::None };
    let days = std::mem::take(&mut model.attendance.selected_days);
    if days.is_empty() {
        return edit(model, spot, DayEdit::Mark(spot.half, mark));
    }
    let edits = days.into_iter().map(|date| {
        let spot = Spot { date, half: Half::First, ..spot };
        edit(model, spot, DayEdit::Mark(Half::First, mark))
    });
    Effect::Many(edits.collect())
}

/// Late is late by now; on another day, or outside the planned hours, it asks when.
fn late(model: &mut Model) -> Effect {
    let Some(spot) = spot(model) else { return Effect::None };
    match arrived_now(model, spot) {
        Some(at) => mark(model, Mark::Late { at }),
        None => {
            prompt(model, Purpose::Late(spot), "prompt-late", "");
            Effect::None
        }
    }
}

fn arrived_now(model: &Model, spot: Spot) -> Option<TimeOfDay> {
    let now: TimeOfDay = model.now.time().into();
    let hours = row_of(model, spot.case)?.plan(spot.date).hours();
    let within = hours.is_none_or(|h| h.from() < now && now < h.to());
    (spot.date == model.today() && within).then_some(now)
}

/// Partly there is from the planned start until now; otherwise it asks from when to when.
fn partial(model: &mut Model) -> Effect {
    let Some(spot) = spot(model) else { return Effect::None };
    let planned = row_of(model, spot.case).and_then(|r| r.plan(spot.date).hours());
    let until_now = arrived_now(model, spot).zip(planned).and_then(|(now, h)| Hours::new(h.from(), now).ok());
    if let Some(hours) = until_now {
        return mark(model, Mark::Partial { hours });
    }
    let lang = model.words.lang();
    let text = planned.map_or_else(String::new, |h| dates::time_range(lang, h.from().into(), h.to().into()));
    prompt(model, Purpose::Partial(spot), "prompt-partial", &text);
    Effect::None
}

/// The day whose mark has a time to correct: the one under the cursor, else the one last marked.
fn time_spot(model: &Model) -> Option<(Spot, Mark)> {
    let timed = |spot: Spot| {
        let mark = row_of(model, spot.case)?.days.get(&spot.date)?.mark(spot.half)?;
        matches!(mark, Mark::Late { .. } | Mark::Partial { .. }).then_some((spot, mark))
    };
    spot(model).and_then(timed).or_else(|| model.attendance.last_marked.and_then(timed))
}

fn ask_time(model: &mut Model) {
    let Some((spot, mark)) = time_spot(model) else { return };
    let lang = model.words.lang();
    match mark {
        Mark::Late { at } => prompt(model, Purpose::Late(spot), "prompt-late", &dates::time(lang, at.into())),
        Mark::Partial { hours } => {
            let text = dates::time_range(lang, hours.from().into(), hours.to().into());
            prompt(model, Purpose::Partial(spot), "prompt-partial", &text);
        }
        _ => {}
    }
}

fn clear(model: &mut Model) -> Effect {
    match spot(model) {
        Some(spot) => edit(model, spot, DayEdit::Clear(spot.half)),
        None => Effect::None,
    }
}

fn remark(model: &mut Model) {
    let Some(spot) = spot(model) else { return };
    let kept =
        model.attendance.kept_remark.as_ref().filter(|(at, _)| *at == spot).map(|(_, text)| text.clone());
    let on_record = || {
        let day = row_of(model, spot.case)?.days.get(&spot.date)?;
        day.remark.as_ref().map(|r| r.as_str().to_owned())
    };
    let text = kept.or_else(on_record).unwrap_or_default();
    prompt(model, Purpose::Remark(spot), "prompt-remark", &text);
}

fn mood(model: &mut Model) {
    if let Some(spot) = spot(model) {
        prompt(model, Purpose::Mood(spot), "prompt-mood", "");
    }
}

/// Asks why and over which days, from the day shown when that is ahead, else from today.
fn foretell(model: &mut Model) {
    let Some(spot) = spot(model) else { return };
    let from = model.attendance.date.max(model.today());
    let text = format!("s {}", dates::day_month(model.words.lang(), from));
    prompt(model, Purpose::Foretell(spot.case), "prompt-foretell", &text);
}

fn prompt(model: &mut Model, purpose: Purpose, label: &str, text: &str) {
    let spot = match &purpose {
        Purpose::Late(spot) | Purpose::Partial(spot) | Purpose::Remark(spot) | Purpose::Mood(spot) => {
            Some(spot.case)
        }
        Purpose::Foretell(case) => Some(*case),
        _ => None,
    };
    let words = model.words.clone();
    let label = match spot.and_then(|case| model.name_of(case)) {
        Some(name) => format!("{name} · {}", words.get(label)),
        None => words.get(label).to_owned(),
    };
    model.status = None;
    model.layers.push(Layer::Prompt(Prompt::new(purpose, label).filled(text)));
}

/// The span of days that the week view shows.
pub fn week_of(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let monday = monday_of(date);
    (0..5).map(move |n| monday + Days::new(n))
}
