//! Sager: everyone, one line a case, those to worry about first.

mod draw;

pub use draw::draw;
use trivsel_domain::{CaseId, Figures, Stage, Standing};

use crate::tui::cursor::moved;
use crate::tui::effect::Effect;
use crate::tui::keys::Command;
use crate::tui::load::Query;
use crate::tui::model::Model;
use crate::tui::view::CaseView;
use crate::words::text::Folded;

/// Which cases are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Those that hold a seat.
    #[default]
    Seated,
    /// Those that wait, or are being referred.
    Waiting,
    /// Those that are over.
    Closed,
}

impl Filter {
    fn next(self) -> Self {
        match self {
            Self::Seated => Self::Waiting,
            Self::Waiting => Self::Closed,
            Self::Closed => Self::Seated,
        }
    }

    fn takes(self, stage: Stage) -> bool {
        match self {
            Self::Seated => stage.holds_seat(),
            Self::Waiting => matches!(stage, Stage::Referral | Stage::Waiting),
            Self::Closed => matches!(stage, Stage::Closed | Stage::Declined),
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Seated => "seated",
            Self::Waiting => "waiting",
            Self::Closed => "closed",
        }
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The lowest attendance first.
    #[default]
    Concern,
    /// By name.
    Name,
}

/// The pane.
#[derive(Debug, Default)]
pub struct Caseload {
    filter: Filter,
    order: Order,
    needle: String,
    rows: Vec<CaseView>,
    /// Indices into the rows, as listed.
    listed: Vec<usize>,
    cursor: usize,
    read: bool,
}

impl Caseload {
    /// Every case read, listed or not.
    pub fn all(&self) -> impl Iterator<Item = &CaseView> {
        self.rows.iter()
    }

    /// Whether it lists closed cases, which are read on their own.
    #[must_use]
    pub fn shows_closed(&self) -> bool {
        self.filter == Filter::Closed
    }

    /// The case under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&CaseView> {
        self.listed.get(self.cursor).and_then(|i| self.rows.get(*i))
    }

    /// Puts the cursor on a case, if it is listed.
    pub fn select_case(&mut self, case: CaseId) {
        if !self.listed.iter().any(|i| self.rows[*i].case.id == case) {
            self.needle.clear();
            if let Some(row) = self.rows.iter().find(|r| r.case.id == case) {
                let stage = row.case.stage();
                self.filter = if stage.holds_seat() { Filter::Seated } else { Filter::Waiting };
            }
            self.list();
        }
        if let Some(at) = self.listed.iter().position(|i| self.rows[*i].case.id == case) {
            self.cursor = at;
        }
    }

    /// Takes cases that were read.
    pub fn take(&mut self, closed: bool, rows: Vec<CaseView>) {
        if closed == self.shows_closed() {
            let stood_on = self.selected().map(|r| r.case.id);
            self.rows = rows;
            self.read = true;
            self.list();
            if let Some(at) =
                stood_on.and_then(|id| self.listed.iter().position(|i| self.rows[*i].case.id == id))
            {
                self.cursor = at;
            }
        }
    }

    /// Lists only names that hold these letters.
    pub fn narrow(&mut self, needle: &str) {
        needle.trim().clone_into(&mut self.needle);
        self.cursor = 0;
        self.list();
    }

    fn list(&mut self) {
        let needle = Folded::new(&self.needle);
        let fits = |row: &CaseView| {
            self.filter.takes(row.case.stage())
                && (self.needle.is_empty() || Folded::new(row.child.name.as_str()).contains(&needle))
        };
        let mut listed: Vec<usize> = (0..self.rows.len()).filter(|i| fits(&self.rows[*i])).collect();
        if self.order == Order::Concern {
            let worry = |i: &usize| concern(&self.rows[*i]);
            listed.sort_by(|a, b| worry(a).total_cmp(&worry(b)));
        }
        self.cursor = self.cursor.min(listed.len().saturating_sub(1));
        self.listed = listed;
    }
}

/// What the list is sorted by: the share of attendance, and for those who wait how urgent it is.
fn concern(row: &CaseView) -> f64 {
    match &row.case.standing {
        Standing::Waiting { priority, .. } => 10.0 - f64::from(*priority as u8),
        _ => row.figures.as_ref().and_then(Figures::share).unwrap_or(2.0),
    }
}

/// Carries out a command.
pub fn act(model: &mut Model, command: Command) -> Effect {
    let pane = &mut model.caseload;
    if let Some(row) = moved(command, pane.cursor, pane.listed.len()) {
        pane.cursor = row;
        return Effect::None;
    }
    match command {
        Command::NextView => {
            pane.filter = pane.filter.next();
            pane.cursor = 0;
            pane.list();
            return Effect::Load(Query::Caseload {
                today: model.today(),
                closed: model.caseload.shows_closed(),
            });
        }
        Command::Sort => {
            pane.order = if pane.order == Order::Concern { Order::Name } else { Order::Concern };
            pane.list();
        }
        Command::Back => pane.narrow(""),
        Command::Open => return open(model),
        _ => {}
    }
    Effect::None
}

/// The sheet of the case.
fn open(model: &mut Model) -> Effect {
    model.caseload.selected().map_or(Effect::None, |row| Effect::OpenCase(row.case.id))
}
