//! The attendance pane: the register of one day, and the week, month and year views of it.

pub mod act;
pub mod detail;
pub mod draw;
pub mod grid;
pub mod history;
mod house;
mod map;
mod marking;
mod month;
mod moves;
mod one;
pub mod patterns;
pub mod told;
mod weeks;
mod year;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use trivsel_domain::record::{Change, Day, ReportedWeek};
use trivsel_domain::rules::heat::HouseYear;
use trivsel_domain::rules::register::{Registration, registration};
use trivsel_domain::value::{CaseId, Half, SchoolYear};

pub use act::{act, fill, go_to, hint_rank, reload, why_off, writes};
pub use marking::{cause_and_days, edit};
pub use moves::jump;

use crate::cursor::turned;
use crate::layers::prompt::RegisterCell;
use crate::model::Model;
use crate::view::CaseView;
use crate::widgets::tabs::Tabs;

/// How the pane shows the register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Every child on one day.
    #[default]
    Day,
    /// Every child in one week.
    Week,
    /// One child's month.
    Month,
    /// One child's school year.
    Year,
    /// One child's school year week by week, with the plan behind it.
    Weeks,
    /// The school year of the whole house.
    WholeHouse,
}

impl View {
    pub const ALL: [Self; 6] =
        [Self::Day, Self::Week, Self::Month, Self::Year, Self::Weeks, Self::WholeHouse];

    /// The stable code that its words are found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::Weeks => "weeks",
            Self::WholeHouse => "house",
        }
    }

    /// The next view; the first one follows the last.
    #[must_use]
    pub fn next(self) -> Self {
        turned(&Self::ALL, self, 1)
    }

    /// Whether the view shows a single child.
    #[must_use]
    pub fn is_of_one(self) -> bool {
        matches!(self, Self::Month | Self::Year | Self::Weeks)
    }

    /// Whether the view shows the one day that a mark would be set on.
    #[must_use]
    pub fn shows_marked_day(self) -> bool {
        !matches!(self, Self::Weeks | Self::WholeHouse)
    }
}

/// What the cursor does once the action has been saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Moves to the next unregistered row.
    NextBlank,
    /// Keeps its place.
    Stay,
}

/// One child's school year, as it was last read.
#[derive(Clone, Debug)]
pub struct ChildYear {
    pub case: CaseId,
    pub year: SchoolYear,
    /// The registered days.
    pub days: BTreeMap<NaiveDate, Day>,
    /// The weeks reported from the child's own school.
    pub reported: Vec<ReportedWeek>,
}

#[derive(Debug)]
pub struct Attendance {
    pub view: View,
    /// The day the cursor is on.
    pub date: NaiveDate,
    /// The half of the day that the next mark is set on.
    pub half: Half,
    /// Days that the next mark applies to together.
    pub selected_days: BTreeSet<NaiveDate>,
    /// A remark that was typed and not saved.
    pub kept_remark: Option<(RegisterCell, String)>,
    /// The cell that was marked last; the key that corrects a time falls back to it.
    pub last_marked: Option<RegisterCell>,
    /// The year of the selected child, once a view of one child has been opened.
    pub year: Option<ChildYear>,
    /// The year of the house, once its map has been opened.
    pub house_year: Option<HouseYear>,
    /// The rows of the register, then the children outside it, whom the views of one child show too.
    rows: Vec<CaseView>,
    /// How many of the rows are in the register.
    registered: usize,
    /// The date of the rows; `None` until the first register is read.
    read: Option<NaiveDate>,
    cursor: usize,
    /// The case that the cursor goes to when the rows are next read.
    wanted: Option<CaseId>,
}

impl Attendance {
    /// A pane on a date whose register has not been read.
    #[must_use]
    pub fn new(date: NaiveDate) -> Self {
        Self {
            view: View::Day,
            date,
            half: Half::First,
            selected_days: BTreeSet::new(),
            kept_remark: None,
            last_marked: None,
            year: None,
            house_year: None,
            rows: Vec::new(),
            registered: 0,
            read: None,
            cursor: 0,
            wanted: None,
        }
    }

    /// The rows of the register, by name; in a view of one child the children outside it follow.
    #[must_use]
    pub fn rows(&self) -> &[CaseView] {
        let shown = if self.view.is_of_one() { self.rows.len() } else { self.registered };
        self.rows.get(..shown).unwrap_or(&self.rows)
    }

    /// Whether the selected child has no row in the register.
    #[must_use]
    pub fn is_outside(&self) -> bool {
        self.cursor >= self.registered && self.selected().is_some()
    }

    /// Whether the rows belong to the date shown.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.read == Some(self.date)
    }

    #[must_use]
    pub fn selected(&self) -> Option<&CaseView> {
        self.rows().get(self.cursor)
    }

    /// The selected child, unless the view is of the whole house.
    #[must_use]
    pub fn shown_child(&self) -> Option<&CaseView> {
        self.selected().filter(|_| self.view != View::WholeHouse)
    }

    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts the cursor on a row, or on the last one if there are fewer rows.
    pub fn set_cursor(&mut self, row: usize) {
        self.cursor = row.min(self.rows().len().saturating_sub(1));
        self.half = Half::First;
    }

    /// Shows another view, with the cursor on a row of it.
    pub fn show(&mut self, view: View) {
        self.view = view;
        self.set_cursor(self.cursor);
    }

    /// Puts the cursor on a case and returns true, or remembers the case until rows with it are read.
    pub fn select_case(&mut self, case: CaseId) -> bool {
        let row = self.rows().iter().position(|r| r.case.id == case);
        if let Some(row) = row {
            self.set_cursor(row);
        } else {
            self.wanted = Some(case);
        }
        row.is_some()
    }

    /// Shows a day, with the cursor on a child; the register is read next.
    pub fn stand_on(&mut self, date: NaiveDate, case: Option<CaseId>) {
        self.date = date;
        self.show(View::Day);
        if let Some(case) = case {
            self.wanted = Some(case);
        }
    }

    /// Goes on to the new day if the pane stood on the one before.
    pub fn follow(&mut self, before: NaiveDate, today: NaiveDate) {
        if self.date == before {
            self.date = today;
            self.half = Half::First;
            self.selected_days.clear();
        }
    }

    /// How far a row is registered on the date shown.
    #[must_use]
    pub fn registration(&self, row: &CaseView) -> Registration {
        registration(row.plan(self.date), row.days.get(&self.date))
    }

    /// The number of rows with this registration.
    #[must_use]
    pub fn count(&self, what: Registration) -> usize {
        self.rows().iter().filter(|r| self.registration(r) == what).count()
    }

    /// Moves the cursor to the next unregistered row, searching downwards and then from the top.
    pub fn to_next_blank(&mut self) {
        let n = self.rows().len();
        let next = (1..n)
            .map(|step| (self.cursor + step) % n)
            .find(|i| self.rows().get(*i).is_some_and(|r| self.registration(r) == Registration::Blank));
        self.set_cursor(next.unwrap_or(self.cursor));
    }

    /// Takes the rows that were read, and the children outside the register. Rows of a date that is no longer shown are
    /// dropped.
    pub fn take(&mut self, date: NaiveDate, rows: Vec<CaseView>, outside: Vec<CaseView>) {
        if date != self.date {
            return;
        }
        let under_cursor = self.wanted.take().or_else(|| self.selected().map(|r| r.case.id));
        // The map of a child reaches beyond its course, where neither the register nor the others have it.
        let kept = self.selected().filter(|row| {
            self.view.is_of_one()
                && under_cursor == Some(row.case.id)
                && rows.iter().chain(&outside).all(|r| r.case.id != row.case.id)
        });
        let kept = kept.cloned().map(|row| (row, self.is_outside()));
        self.registered = rows.len();
        self.rows = rows.into_iter().chain(outside).collect();
        if let Some((row, is_outside)) = kept {
            let last = if is_outside { self.rows.len() } else { self.registered };
            self.rows.insert(self.cursor.min(last), row);
            self.registered += usize::from(!is_outside);
        }
        self.read = Some(date);
        let row = under_cursor.and_then(|case| self.rows().iter().position(|r| r.case.id == case));
        // The half stays as it is: a reload after a colleague's change must not move the mark the user is about to set.
        self.cursor = row.unwrap_or(self.cursor).min(self.rows().len().saturating_sub(1));
    }

    pub fn take_year(&mut self, year: ChildYear) {
        self.year = Some(year);
    }
}

/// The views, by name.
#[must_use]
pub fn views(model: &Model) -> Tabs {
    let here = View::ALL.iter().position(|v| *v == model.attendance.view).unwrap_or(0);
    let names = View::ALL.map(|v| model.words.code("attendance-view", v.code()).to_owned()).into();
    Tabs { names, here }
}

/// Applies saved changes to the rows, with the same result as reading them again.
pub fn apply(model: &mut Model, changes: &[Change]) {
    let pane = &mut model.attendance;
    for change in changes {
        let Change::Day(edit) = change else { continue };
        let (case, date) = edit.key();
        let put = |days: &mut BTreeMap<NaiveDate, Day>| match edit.new_state() {
            Some(day) => {
                days.insert(date, day.clone());
            }
            None => {
                days.remove(&date);
            }
        };
        if let Some(row) = pane.rows.iter_mut().find(|r| r.case.id == case) {
            put(&mut row.days);
            row.count_thirty(&model.roster.calendar, pane.date);
        }
        if let Some(year) = &mut pane.house_year {
            year.put((case, date), edit.new_state());
        }
        if let Some(year) = pane.year.as_mut().filter(|y| y.case == case) {
            put(&mut year.days);
        }
    }
}
