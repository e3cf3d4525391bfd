//! One obligation: its window, its date and its state.

use chrono::NaiveDate;

use crate::rules::obligations::ledger::Booked;
use crate::rules::obligations::why::Why;
use crate::value::code::coded;
use crate::value::obligation::ObligationKind;
use crate::value::text::Line;

coded! {
    "obligation state"
    /// The state of an obligation on a day.
    pub enum State {
        /// Its window has not begun.
        Upcoming = "upcoming",
        /// An appointment is booked for it.
        Planned = "planned",
        /// Its window has begun.
        Due = "due",
        /// Its window has passed.
        Overdue = "overdue",
        /// It was done.
        Fulfilled = "fulfilled",
        /// It was excused with a reason.
        Excused = "excused",
    }
}

impl State {
    /// Whether it is not answered yet.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Fulfilled | Self::Excused)
    }
}

/// The days within which something is to be done, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub earliest: NaiveDate,
    /// The last day.
    pub latest: NaiveDate,
}

/// What the staff owe a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    /// The kind.
    pub kind: ObligationKind,
    /// The day it is reckoned from. With the kind and the number it identifies the obligation within its case.
    pub since: NaiveDate,
    /// The number of the step in its plan, from 1; 0 for other kinds.
    pub number: usize,
    /// The step of a plan in words; `None` for other kinds.
    pub what: Option<Line>,
    /// The days within which it is to be done.
    pub window: Window,
    /// The date: the day of an appointment, or the last day of a deadline.
    pub date: NaiveDate,
    /// The legal limit, if it has one that differs from the date.
    pub limit: Option<NaiveDate>,
    /// The state.
    pub state: State,
    /// Why that date.
    pub why: Why,
    /// The appointment that is booked for it, from today on.
    pub booked: Option<Booked>,
    /// The day it was done or excused; `None` while it is open.
    pub answered: Option<NaiveDate>,
}

impl Obligation {
    /// Whether it is not answered yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state.is_open()
    }
}
