//! The week at the children's own schools: who was there on how many days, and who says so. Two keys a child.

mod draw;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, Edit, ReportSource, ReportedDays, ReportedWeek};
use trivsel_domain::value::{CaseId, Halves, Pedagogical, ReportedWeekId, SchoolWeek};

pub use self::draw::draw;
use super::Layer;
use crate::cursor::moved;
use crate::effect::Effect;
use crate::keys::Command;
use crate::load::Query;
use crate::model::Model;
use crate::undo;
use crate::update;
use crate::view::CaseView;
use trivsel_words::numbers::half_days;

/// Half-days of one day.
const DAY: u32 = 2;

#[derive(Debug)]
pub struct OwnSchoolRead {
    pub week: SchoolWeek,
    /// The children whose own schools keep the register, and those whose course has been over for half a year; by name.
    pub rows: Vec<CaseView>,
    /// The case whose weeks are asked for, if it is one alone.
    pub case: Option<CaseId>,
}

#[derive(Debug)]
pub struct OwnSchool {
    read: OwnSchoolRead,
    cursor: usize,
    /// The case that the cursor stays on from week to week, if it was opened for one.
    of: Option<CaseId>,
    /// Days typed for the child under the cursor that nobody is named for yet.
    typed: Option<Halves<Pedagogical>>,
    /// Another number of possible days for that child than the usual one.
    possible: Option<Halves<Pedagogical>>,
}

/// Opens the week with what was read, or updates it if it is open.
pub fn take(model: &mut Model, read: OwnSchoolRead) {
    let open = model.layers.iter().position(|l| matches!(l, Layer::OwnSchool(_)));
    if let Some(Layer::OwnSchool(list)) = open.and_then(|at| model.layers.get_mut(at)) {
        list.replace(read);
        return;
    }
    if read.rows.is_empty() {
        model.refuse_with("own-school-nobody");
        return;
    }
    let mut list = OwnSchool { read, cursor: 0, of: None, typed: None, possible: None };
    match list.read.case.and_then(|case| list.read.rows.iter().position(|row| row.case.id == case)) {
        Some(row) => (list.cursor, list.of) = (row, list.read.case),
        None => list.find_missing(true),
    }
    model.status = None;
    model.layers.push(Layer::OwnSchool(Box::new(list)));
}

impl OwnSchool {
    /// The case under the cursor.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.read.rows.get(self.cursor).map(|row| row.case.id)
    }

    /// The week shown.
    #[must_use]
    pub fn week(&self) -> SchoolWeek {
        self.read.week
    }

    /// The children whose week is not reported, by name.
    pub fn missing(&self) -> impl Iterator<Item = &CaseView> {
        self.read.rows.iter().filter(|row| self.reported(row).is_none())
    }

    fn row(&self) -> Option<&CaseView> {
        self.read.rows.get(self.cursor)
    }

    fn reported<'a>(&self, row: &'a CaseView) -> Option<&'a ReportedWeek> {
        row.reported.iter().find(|w| w.monday == self.read.week)
    }

    /// Takes rows that were read again. The cursor keeps its child, and goes on once what was typed is on record.
    fn replace(&mut self, read: OwnSchoolRead) {
        let under: Option<CaseId> = self.row().map(|row| row.case.id);
        let stays = under.is_some() && under == self.of;
        let same = read.week == self.read.week;
        self.read = read;
        let at = under.and_then(|case| self.read.rows.iter().position(|r| r.case.id == case));
        self.cursor = at.unwrap_or(self.cursor).min(self.read.rows.len().saturating_sub(1));
        let on_record = self.row().and_then(|row| self.reported(row)).map(|w| w.days.attended());
        if !same {
            self.forget();
            if !stays || at.is_none() {
                self.find_missing(true);
            }
        } else if self.typed.is_some() && self.typed == on_record {
            self.forget();
            if !stays {
                self.find_missing(false);
            }
        }
    }

    fn forget(&mut self) {
        (self.typed, self.possible) = (None, None);
    }

    /// Moves to the next child without a report, from the first one or from the one under the cursor.
    fn find_missing(&mut self, from_first: bool) {
        let n = self.read.rows.len();
        let start = if from_first { 0 } else { self.cursor };
        let missing = |at: &usize| self.read.rows.get(*at).is_some_and(|r| self.reported(r).is_none());
        if let Some(at) = (0..n).map(|step| (start + step) % n).find(missing) {
            self.cursor = at;
        }
    }

    /// The days on which the school expects the child under the cursor: as chosen, as reported, as in the last week
    /// reported, or all school days.
    fn possible(&self, school: Halves<Pedagogical>) -> Halves<Pedagogical> {
        let row = self.row();
        let here = row.and_then(|row| self.reported(row));
        let before = row.and_then(|row| row.reported.iter().rfind(|w| w.monday < self.read.week));
        let usual = here.map(|w| w.days.possible()).or(before.map(|w| w.days.possible().min(school)));
        self.possible.or(usual).unwrap_or(school)
    }
}

fn school_days(model: &Model, week: SchoolWeek) -> Halves<Pedagogical> {
    let days = model.roster.calendar.school_days(week.monday(), week.friday()).count();
    Halves::new(DAY * u32::try_from(days).unwrap_or(0))
}

/// Takes a typed digit.
pub fn digit(model: &mut Model, digit: char) -> Effect {
    let Some(Layer::OwnSchool(list)) = model.layers.last() else { return Effect::None };
    let school = school_days(model, list.read.week);
    let possible = list.possible(school);
    let days = Halves::new(DAY * digit.to_digit(10).unwrap_or(0));
    if !model.writable {
        model.refuse_with("off-read-only");
    } else if possible == Halves::NONE {
        model.refuse_with("own-school-closed");
    } else if days > possible {
        let line =
            model.words.with("own-school-more", &[("days", half_days(model.words.lang(), possible).into())]);
        model.refuse(vec![line]);
    } else if let Some(Layer::OwnSchool(list)) = model.layers.last_mut() {
        list.typed = Some(days);
        model.status = None;
    }
    Effect::None
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::OwnSchool(list)) = model.layers.last() else { return None };
    let waits = list.typed.is_some();
    let leaves = moved(command, list.cursor, list.read.rows.len());
    let (week, this) = (list.read.week, SchoolWeek::of(model.today()));
    let writes = matches!(
        command,
        Command::HalfDay
            | Command::FewerPossible
            | Command::MorePossible
            | Command::FromSchool
            | Command::FromParent
            | Command::FromChild
            | Command::ClearMark
            | Command::Undo
    );
    if writes && !model.writable {
        model.refuse_with("off-read-only");
        return Some(Effect::None);
    }
    let away = leaves.is_some() || matches!(command, Command::DayBefore | Command::DayAfter | Command::Open);
    if away && waits {
        // The days would be lost.
        model.refuse_with("own-school-who");
        return Some(Effect::None);
    }
    if let Some(row) = leaves {
        if let Some(Layer::OwnSchool(list)) = model.layers.last_mut() {
            (list.cursor, list.possible) = (row, None);
        }
        return Some(Effect::None);
    }
    match command {
        Command::HalfDay => half_a_day(model),
        Command::FewerPossible => another_possible(model, false),
        Command::MorePossible => another_possible(model, true),
        Command::FromSchool => return Some(report(model, ReportSource::School)),
        Command::FromParent => return Some(report(model, ReportSource::Parent)),
        Command::FromChild => return Some(report(model, ReportSource::Child)),
        Command::ClearMark => return Some(clear(model)),
        Command::DayBefore => return Some(Effect::Load(Query::OwnSchool(week.before(), None))),
        Command::DayAfter if week < this => return Some(Effect::Load(Query::OwnSchool(week.after(), None))),
        Command::DayAfter => model.refuse_with("own-school-ahead"),
        Command::Undo => return Some(undo::undo(model)),
        Command::Open => return Some(Effect::OpenCase(list.row()?.case.id)),
        Command::Back => {
            if let Some(Layer::OwnSchool(list)) = model.layers.last_mut().filter(|_| waits) {
                list.forget();
            } else {
                model.layers.pop();
                model.status = None;
                return Some(update::refresh(model));
            }
            model.status = None;
        }
        _ => return None,
    }
    Some(Effect::None)
}

/// Adds half a day to what is typed, or takes it away again.
fn half_a_day(model: &mut Model) {
    let Some(Layer::OwnSchool(list)) = model.layers.last() else { return };
    let possible = list.possible(school_days(model, list.read.week));
    let half = Halves::new(1);
    let Some(typed) = list.typed else { return model.refuse_with("own-school-digit") };
    let new = if typed.get().is_multiple_of(DAY) { typed + half } else { typed - half };
    if new > possible {
        return model.refuse_with("own-school-half");
    }
    if let Some(Layer::OwnSchool(list)) = model.layers.last_mut() {
        list.typed = Some(new);
    }
}

/// One possible day more or fewer, within 1 and the school days, and never fewer than attended.
fn another_possible(model: &mut Model, more: bool) {
    let Some(Layer::OwnSchool(list)) = model.layers.last() else { return };
    let school = school_days(model, list.read.week);
    let (now, day) = (list.possible(school), Halves::new(DAY));
    let new = if more { now + day } else { now - day };
    let least = list.typed.unwrap_or(day).max(day);
    if new < least || new > school || new == now {
        return model.refuse_with("own-school-possible");
    }
    if let Some(Layer::OwnSchool(list)) = model.layers.last_mut() {
        list.possible = Some(new);
    }
}

/// Puts on record what is typed, or names another source for what was reported.
fn report(model: &mut Model, source: ReportSource) -> Effect {
    let id = ReportedWeekId::from_u128(model.mint());
    let Some(Layer::OwnSchool(list)) = model.layers.last() else { return Effect::None };
    let Some(row) = list.row() else { return Effect::None };
    let old = list.reported(row).cloned();
    let attended = list.typed.or(old.as_ref().map(|w| w.days.attended()));
    let possible = list.possible(school_days(model, list.read.week));
    let Some(days) = attended.and_then(|attended| ReportedDays::new(attended, possible).ok()) else {
        model.refuse_with("own-school-digit");
        return Effect::None;
    };
    let id = old.as_ref().map_or(id, |w| w.id);
    let new = ReportedWeek { id, case: row.case.id, monday: list.read.week, days, source };
    save(model, old, Some(new))
}

/// Drops what is typed, or takes the report away.
fn clear(model: &mut Model) -> Effect {
    let Some(Layer::OwnSchool(list)) = model.layers.last_mut() else { return Effect::None };
    if list.typed.is_some() {
        list.forget();
        return Effect::None;
    }
    match list.row().and_then(|row| list.reported(row)).cloned() {
        Some(old) => save(model, Some(old), None),
        None => {
            model.refuse_with("own-school-nothing");
            Effect::None
        }
    }
}

fn save(model: &mut Model, old: Option<ReportedWeek>, new: Option<ReportedWeek>) -> Effect {
    match Edit::new(old, new) {
        Ok(edit) => Effect::perform(Action::Save(vec![Change::ReportedWeek(edit)])),
        Err(_) => {
            if let Some(Layer::OwnSchool(list)) = model.layers.last_mut() {
                list.forget();
            }
            model.refuse_with("own-school-same");
            Effect::None
        }
    }
}
