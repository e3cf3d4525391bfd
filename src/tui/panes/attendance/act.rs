//! The commands of the attendance pane.

use chrono::{Days, NaiveDate};
use trivsel_domain::decide::Action;
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::register::Registration;
use trivsel_domain::rules::reported::week_to_report;
use trivsel_domain::value::{Half, Mark, SchoolWeek, SchoolYear};

use super::marking::{
    ask_time, clear, foretell, late, mark, mood, partial, perform, prompt, remark, timed_cell,
};
use super::{After, View, moves};
use crate::effect::Effect;
use crate::keys::Command;
use crate::layers::prompt::Purpose;
use crate::layers::question;
use crate::load::Query;
use crate::model::Model;
use crate::view::CaseView;
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
        command if writes(command) && !pane.view.shows_marked_day() => Some(match pane.view {
            View::Weeks => "off-marks-in-weeks",
            _ => "off-marks-in-house",
        }),
        command if writes(command) && pane.is_outside() => {
            let is_told = pane.selected().is_some_and(CaseView::is_at_own_school);
            Some(if is_told { "off-own-school" } else { "off-outside" })
        }
        Command::MarkTime if timed_cell(model).is_none() => Some("off-no-time"),
        Command::Open if pane.view == View::WholeHouse => None,
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
    if let Some(effect) = moves::act(model, command) {
        return effect;
    }
    let pane = &mut model.attendance;
    match command {
        Command::Today if pane.date == model.now.date() => model.refuse_with("other-today-here"),
        Command::Today => return go_to(model, model.today()),
        Command::GoToDate => prompt(model, Purpose::GoTo, "prompt-date", ""),
        Command::NextView => {
            pane.show(pane.view.next());
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

/// Fills the day shown as planned; asks first if it is past.
fn fill_rest(model: &mut Model) -> Effect {
    let pane = &model.attendance;
    let (date, missing) = (pane.date, pane.count(Registration::Blank));
    if date >= model.today() || missing == 0 {
        return fill(date);
    }
    let day = dates::day_long(model.words.lang(), date);
    let text = model.words.with("question-fill", &[("day", day.into()), ("count", missing.into())]);
    question::ask(model, text, question::Consequence::Fill(date));
    Effect::None
}

/// Fills what is blank on a day as planned.
pub fn fill(date: NaiveDate) -> Effect {
    perform(After::Stay, Action::FillAsPlanned { date })
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
    let (register, year) = (Effect::Load(Query::Register(pane.date)), SchoolYear::of(pane.date));
    match pane.selected() {
        _ if pane.view == View::WholeHouse => {
            Effect::Many(vec![register, Effect::Load(Query::HouseYear(year))])
        }
        Some(row) if pane.view.is_of_one() => {
            Effect::Many(vec![register, Effect::Load(Query::Year(row.case.id, year))])
        }
        _ => register,
    }
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
        pane.show(View::Day);
        return reload(model);
    }
    Effect::None
}

/// Opens the day in the register, from a view of several days; the history of the day from the register.
fn open(model: &mut Model) -> Effect {
    let pane = &mut model.attendance;
    let date = pane.date;
    if pane.view == View::WholeHouse {
        pane.stand_on(date, None);
        return reload(model);
    }
    let Some(row) = pane.selected() else { return Effect::NotHere };
    let case = row.case.id;
    match pane.view {
        View::Day | View::Week => Effect::Load(Query::Traces(case, date)),
        // Its own school keeps the register; the house has its weeks.
        _ if row.is_at_own_school() => Effect::Load(Query::OwnSchool(SchoolWeek::of(date), Some(case))),
        View::Weeks => {
            pane.show(View::Week);
            reload(model)
        }
        _ => {
            pane.stand_on(date, Some(case));
            reload(model)
        }
    }
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
