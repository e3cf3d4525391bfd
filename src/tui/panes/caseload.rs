//! The caseload pane: one line for each case, the most worrying first.

pub mod change;
mod draw;
mod order;
mod rows;
mod summary;

use std::collections::BTreeSet;

use chrono::NaiveDate;
pub use draw::draw;
pub use order::{Filter, Order};
pub use rows::{told_days, told_wait};
pub use summary::{alarms, concern as concern_told, worst};
use trivsel_domain::record::Case;
use trivsel_domain::value::{CaseId, ProgrammeCode, Stage};

use crate::cursor::moved;
use crate::effect::Effect;
use crate::keeping::Task;
use crate::keys::Command;
use crate::layers::access_page;
use crate::load::{Opening, Query};
use crate::model::Model;
use crate::view::CaseView;
use crate::widgets::tabs::Tabs;
use trivsel_words::text::Folded;

#[derive(Debug, Default)]
pub struct Caseload {
    filter: Filter,
    /// The chosen order; `None` means the filter's usual one.
    order: Option<Order>,
    needle: String,
    rows: Vec<CaseView>,
    /// Every running case, listed or not. The seats are counted over these.
    running: Vec<Case>,
    /// The day on which the cases were read.
    today: NaiveDate,
    /// Indices into `rows`, in the order listed.
    listed: Vec<usize>,
    cursor: usize,
    /// The cases that the next change applies to together.
    marked: BTreeSet<CaseId>,
    read: bool,
    /// The case that the cursor goes to when the list is next read.
    wanted: Option<CaseId>,
}

impl Caseload {
    /// Every case that was read, listed or not.
    pub fn all(&self) -> impl Iterator<Item = &CaseView> {
        self.rows.iter()
    }

    /// Whether the list holds closed cases, which are read by a query of their own.
    #[must_use]
    pub fn shows_closed(&self) -> bool {
        self.filter == Filter::Closed
    }

    #[must_use]
    pub fn order(&self) -> Order {
        let orders = self.filter.orders();
        self.order.filter(|o| orders.contains(o)).unwrap_or(orders[0])
    }

    #[must_use]
    pub fn selected(&self) -> Option<&CaseView> {
        self.listed.get(self.cursor).and_then(|i| self.rows.get(*i))
    }

    /// The marked cases, or the one under the cursor if none is marked.
    #[must_use]
    pub fn chosen(&self) -> Vec<CaseId> {
        if self.marked.is_empty() {
            self.selected().map(|r| r.case.id).into_iter().collect()
        } else {
            self.marked.iter().copied().collect()
        }
    }

    pub fn unmark(&mut self) {
        self.marked.clear();
    }

    /// Puts the cursor on a case, if it is listed.
    pub fn select_case(&mut self, case: CaseId) {
        if !self.listed.iter().any(|i| self.rows[*i].case.id == case) {
            self.needle.clear();
            if let Some(row) = self.rows.iter().find(|r| r.case.id == case) {
                self.filter = Filter::of(&row.case, self.today);
            }
            self.list();
        }
        self.stand_on(case);
    }

    /// The cases listed, in their order.
    pub fn listed(&self) -> impl Iterator<Item = &CaseView> {
        self.listed.iter().filter_map(|at| self.rows.get(*at))
    }

    /// What the list is narrowed to, in words.
    #[must_use]
    pub fn filter_told(&self, model: &Model) -> String {
        self.filter.name(model)
    }

    /// Every running case, whatever is listed.
    #[must_use]
    pub fn running(&self) -> &[Case] {
        &self.running
    }

    /// The number of running cases at a stage, listed or not.
    fn running_at(&self, stage: Stage) -> usize {
        self.running.iter().filter(|c| c.stage() == stage).count()
    }

    fn stand_on(&mut self, case: CaseId) {
        if let Some(at) = self.listed.iter().position(|i| self.rows[*i].case.id == case) {
            self.cursor = at;
        }
    }

    /// Takes the cases of the list, and every running case for the seats.
    pub fn take(&mut self, today: NaiveDate, closed: bool, rows: Vec<CaseView>, running: Vec<Case>) {
        (self.today, self.running) = (today, running);
        if closed == self.shows_closed() {
            let under_cursor = self.wanted.take().or_else(|| self.selected().map(|r| r.case.id));
            self.marked.retain(|id| rows.iter().any(|r| r.case.id == *id));
            self.rows = rows;
            self.read = true;
            self.list();
            if let Some(case) = under_cursor {
                self.stand_on(case);
            }
        }
    }

    /// Lists only the children whose names contain these letters.
    pub fn narrow(&mut self, needle: &str) {
        needle.trim().clone_into(&mut self.needle);
        self.cursor = 0;
        self.list();
    }

    fn list(&mut self) {
        let needle = Folded::new(&self.needle);
        let fits = |row: &CaseView| {
            self.filter.takes(&row.case, self.today)
                && (self.needle.is_empty() || Folded::new(row.child.name.as_str()).contains(&needle))
        };
        let mut listed: Vec<usize> = (0..self.rows.len()).filter(|i| fits(&self.rows[*i])).collect();
        let order = self.order();
        listed.sort_by(|a, b| order.compare(&self.rows[*a], &self.rows[*b]));
        self.cursor = self.cursor.min(listed.len().saturating_sub(1));
        self.listed = listed;
    }

    /// Marks or unmarks the case under the cursor, and moves to the next row.
    fn mark(&mut self) {
        let Some(case) = self.selected().map(|r| r.case.id) else { return };
        if !self.marked.remove(&case) {
            self.marked.insert(case);
        }
        self.cursor = (self.cursor + 1).min(self.listed.len().saturating_sub(1));
    }

    fn next_order(&mut self) {
        let orders = self.filter.orders();
        let here = orders.iter().position(|o| *o == self.order()).unwrap_or(0);
        self.order = Some(orders[(here + 1) % orders.len()]);
        self.list();
    }
}

pub fn act(model: &mut Model, command: Command) -> Effect {
    let pane = &mut model.caseload;
    if let Some(row) = moved(command, pane.cursor, pane.listed.len()) {
        pane.cursor = row;
        return Effect::None;
    }
    match command {
        Command::NextView => return next_filter(model),
        Command::Sort => pane.next_order(),
        Command::Select => pane.mark(),
        Command::ChangeMarked => return change::ask(model),
        Command::Seats => return Effect::Load(Query::Seats),
        Command::HouseFigures => {
            return Effect::Load(crate::layers::house_figures::query(model, None));
        }
        Command::AccessLog => return access_page::ask(model, Vec::new()),
        Command::BackUp => return Effect::Keep(Task::AskBackUp),
        Command::ArchiveDecision => return Effect::Keep(Task::AskArchive),
        Command::Erase => {
            let child = pane.selected().map(|row| row.case.child);
            return child.map_or(Effect::NotHere, |child| Effect::Keep(Task::AskErase(child)));
        }
        Command::StaffLoad => return Effect::Load(Query::StaffLoad(model.today())),
        // Back clears the marks before it clears the search.
        Command::Back if !pane.marked.is_empty() => pane.unmark(),
        Command::Back if !pane.needle.is_empty() => pane.narrow(""),
        Command::SameChild => {
            let case = pane.selected().map(|row| row.case.id);
            let asked = |case| Effect::Load(Query::Directory(Opening::SameChild(case, None)));
            return case.map_or(Effect::NotHere, asked);
        }
        Command::Open => return open(model),
        _ => return Effect::NotHere,
    }
    Effect::None
}

/// Shows the list that a case belongs to after its step, with the cursor on the case, so a case that changed its stage
/// is not lost from sight when its sheet is closed.
pub fn follow(model: &mut Model, case: &Case) -> Effect {
    let today = model.today();
    let pane = &mut model.caseload;
    let filter = Filter::of(case, today);
    let case = case.id;
    if !pane.listed.iter().any(|i| pane.rows[*i].case.id == case) {
        pane.filter = filter;
        pane.needle.clear();
        pane.unmark();
        pane.wanted = Some(case);
        pane.list();
        pane.stand_on(case);
        return Effect::Load(Query::Caseload { today, closed: pane.shows_closed() });
    }
    pane.stand_on(case);
    Effect::None
}

/// The filters, by name.
#[must_use]
pub fn views(model: &Model) -> Tabs {
    let all = Filter::all(model.me.id, &programmes(model));
    let here = all.iter().position(|f| *f == model.caseload.filter).unwrap_or(0);
    Tabs { names: all.iter().map(|f| f.name(model)).collect(), here }
}

fn programmes(model: &Model) -> Vec<ProgrammeCode> {
    model.roster.programmes.iter().map(|(p, _)| p.code().clone()).collect()
}

fn next_filter(model: &mut Model) -> Effect {
    let programmes = programmes(model);
    let (me, today) = (model.me.id, model.today());
    let pane = &mut model.caseload;
    pane.filter = pane.filter.next(me, &programmes);
    pane.cursor = 0;
    pane.unmark();
    pane.list();
    Effect::Load(Query::Caseload { today, closed: model.caseload.shows_closed() })
}

fn open(model: &mut Model) -> Effect {
    model.status = None;
    model.caseload.selected().map_or(Effect::NotHere, |row| Effect::OpenCase(row.case.id))
}
