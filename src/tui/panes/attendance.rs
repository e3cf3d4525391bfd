//! Fremmøde: the register of a day, taken in seconds; the week, the month and the year behind it.

pub mod act;
pub mod detail;
pub mod draw;
pub mod grid;
pub mod history;
mod marking;
pub mod year;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use trivsel_domain::attendance::registration;
use trivsel_domain::{CaseId, Change, Day, Half, Registration, SchoolYear};

pub use act::{act, go_to, jump, reload, why_off, writes};
pub use marking::edit;

use crate::layers::prompt::Spot;
use crate::model::Model;
use crate::view::CaseView;

/// How the pane looks at the register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everyone on one day.
    #[default]
    Day,
    /// Everyone through one week.
    Week,
    /// One child's month.
    Month,
    /// One child's school year.
    Year,
}

impl View {
    /// The next one, around the end.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Day => Self::Week,
            Self::Week => Self::Month,
            Self::Month => Self::Year,
            Self::Year => Self::Day,
        }
    }

    /// Whether it shows one child alone.
    #[must_use]
    pub fn is_of_one(self) -> bool {
        matches!(self, Self::Month | Self::Year)
    }
}

/// What to do when the action under way has been carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Go on to the next blank row.
    NextBlank,
    /// Stay.
    Stay,
}

/// One child's school year, as read.
#[derive(Clone, Debug)]
pub struct ChildYear {
    /// Whose.
    pub case: CaseId,
    /// Which.
    pub year: SchoolYear,
    /// What is on record.
    pub days: BTreeMap<NaiveDate, Day>,
}

/// The pane.
#[derive(Debug)]
pub struct Attendance {
    /// How it looks.
    pub view: View,
    /// The day the cursor is on.
    pub date: NaiveDate,
    /// Which half the next mark is for.
    pub half: Half,
    /// Days marked with the selection key, to act on all.
    pub selected_days: BTreeSet<NaiveDate>,
    /// A remark that was typed and not saved.
    pub kept_remark: Option<(Spot, String)>,
    /// The day last marked, for a correction of its time.
    pub last_marked: Option<Spot>,
    /// One child's year, when its view is open.
    pub year: Option<ChildYear>,
    rows: Vec<CaseView>,
    /// The date the rows are of; nothing before the first is read.
    read: Option<NaiveDate>,
    cursor: usize,
    /// The case to stand on when the next rows come.
    wanted: Option<CaseId>,
}

impl Attendance {
    /// The register of a day, not read yet.
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
            rows: Vec::new(),
            read: None,
            cursor: 0,
            wanted: None,
        }
    }

    /// The rows, by name.
    #[must_use]
    pub fn rows(&self) -> &[CaseView] {
        &self.rows
    }

    /// Whether the rows of the day have been read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.read == Some(self.date)
    }

    /// The row under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&CaseView> {
        self.rows.get(self.cursor)
    }

    /// Where the cursor is.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts the cursor on a row, as far as there is one.
    pub fn set_cursor(&mut self, row: usize) {
        self.cursor = row.min(self.rows.len().saturating_sub(1));
        self.half = Half::First;
    }

    /// Puts the cursor on a case; answers whether it has a row.
    pub fn select_case(&mut self, case: CaseId) -> bool {
        let row = self.rows.iter().position(|r| r.case.id == case);
        if let Some(row) = row {
            self.set_cursor(row);
        } else {
            self.wanted = Some(case);
        }
        row.is_some()
    }

    /// Where a row stands on the day shown.
    #[must_use]
    pub fn registration(&self, row: &CaseView) -> Registration {
        registration(row.plan(self.date), row.days.get(&self.date))
    }

    /// How many rows stand so.
    #[must_use]
    pub fn count(&self, what: Registration) -> usize {
        self.rows.iter().filter(|r| self.registration(r) == what).count()
    }

    /// Puts the cursor on the next blank row below, else on the first one above; stays where there is none.
    pub fn to_next_blank(&mut self) {
        let n = self.rows.len();
        let next = (1..n)
            .map(|step| (self.cursor + step) % n)
            .find(|i| self.rows.get(*i).is_some_and(|r| self.registration(r) == Registration::Blank));
        self.set_cursor(next.unwrap_or(self.cursor));
    }

    /// Takes rows that were read. Rows of another day than the one now wanted come too late.
    pub fn take(&mut self, date: NaiveDate, rows: Vec<CaseView>) {
        if date != self.date {
            return;
        }
        let stood_on = self.wanted.take().or_else(|| self.selected().map(|r| r.case.id));
        self.rows = rows;
        self.read = Some(date);
        let row = stood_on.and_then(|case| self.rows.iter().position(|r| r.case.id == case));
        // Reading again for a colleague's change must not move the cursor off the half one is about to mark.
        self.cursor = row.unwrap_or(self.cursor).min(self.rows.len().saturating_sub(1));
    }

    /// Takes a year that was read.
    pub fn take_year(&mut self, case: CaseId, year: SchoolYear, days: BTreeMap<NaiveDate, Day>) {
        self.year = Some(ChildYear { case, year, days });
    }
}

/// Puts changes that are on disk into the rows, as reading them again would.
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
        if let Some(year) = pane.year.as_mut().filter(|y| y.case == case) {
            put(&mut year.days);
        }
    }
}
