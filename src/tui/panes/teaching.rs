//! The teaching pane: one child's plan by subject with its versions, the gate to more subjects, and the week.

mod compare;
mod draw;
pub mod grid;
mod timetable;
mod week;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Day, Edit, Subject, SubjectPlan, TeachingPlan, Timetable, latest_plan};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::rules::gate::Gate;
use trivsel_domain::value::{CaseId, TeachingPlanId};

pub use self::draw::{draw, version_span};
use crate::cursor::{moved, turned};
use crate::effect::Effect;
use crate::forms::case::SubjectForm;
use crate::keys::Command;
use crate::layers;
use crate::load::Query;
use crate::model::Model;
use crate::view::CaseView;
use crate::widgets::tabs::Tabs;

/// The most weeks whose attendance the plan shows.
pub const WEEKS: u64 = 8;

/// What the pane shows of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// One version, the newest first.
    #[default]
    Plan,
    /// The weekly timetable, to be edited.
    Timetable,
    /// Two versions side by side, each with the week of its own time.
    Compare,
}

impl View {
    const ALL: [Self; 3] = [Self::Plan, Self::Timetable, Self::Compare];

    fn next(self) -> Self {
        turned(&Self::ALL, self, 1)
    }
}

/// What was read of a child.
#[derive(Debug)]
pub struct TeachingRead {
    pub dossier: Dossier,
    pub gate: Gate,
    /// Every version of the timetable.
    pub timetables: Vec<Timetable>,
    /// The whole register, by date.
    pub days: Vec<Day>,
}

/// The pane shows the children who hold a seat, by name.
#[derive(Debug, Default)]
pub struct Teaching {
    /// By name.
    children: Vec<CaseView>,
    read: Option<Box<TeachingRead>>,
    /// The versions of the plan, the newest first.
    plans: Vec<TeachingPlan>,
    view: View,
    /// The number of versions back from the newest.
    back: usize,
    /// How many versions lie between the two that are compared.
    apart: usize,
    /// The subject under the cursor.
    cursor: usize,
    /// The number of lines scrolled past, below the title.
    scroll: usize,
    grid: grid::Grid,
}

impl Teaching {
    pub fn take(&mut self, read: Box<TeachingRead>) {
        if self.case() != Some(read.dossier.case.id) {
            (self.back, self.apart, self.cursor, self.scroll) = (0, 0, 0, 0);
        }
        self.plans.clone_from(&read.dossier.teaching);
        self.plans.sort_by_key(|p| std::cmp::Reverse((p.from(), p.id())));
        self.read = Some(read);
        self.back = self.back.min(self.plans.len().saturating_sub(1));
        self.cursor = self.cursor.min(self.subjects().len().saturating_sub(1));
    }

    /// The children who have a seat, by name.
    #[must_use]
    pub fn children(&self) -> &[CaseView] {
        &self.children
    }

    /// What was read of the child shown.
    #[must_use]
    pub fn read(&self) -> Option<&TeachingRead> {
        self.read.as_deref()
    }

    /// Whether the timetable shows, whose keys are its own.
    #[must_use]
    pub fn shows_timetable(&self) -> bool {
        self.view == View::Timetable
    }

    /// The case of the child shown, once its plans are read.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.read.as_ref().map(|r| r.dossier.case.id)
    }

    fn has(&self, case: CaseId) -> bool {
        self.children.iter().any(|row| row.case.id == case)
    }

    /// The version shown.
    fn plan(&self) -> Option<&TeachingPlan> {
        self.plans.get(self.back)
    }

    fn subjects(&self) -> &[SubjectPlan] {
        self.plan().map_or(&[], TeachingPlan::subjects)
    }

    /// The subject under the cursor.
    fn subject(&self) -> Option<Subject> {
        self.subjects().get(self.cursor).map(|s| s.subject)
    }
}

fn selected(model: &Model) -> Option<&CaseView> {
    let children = model.teaching.children();
    let here = children.iter().find(|r| Some(r.case.id) == model.teaching.case());
    here.or(children.first())
}

/// The versions of the plan that are shown, the older first.
#[must_use]
pub fn plans_shown(model: &Model) -> Vec<&TeachingPlan> {
    let pane = &model.teaching;
    match pane.view {
        View::Compare => compare::versions(model).into_iter().flatten().map(|(plan, _)| plan).collect(),
        View::Plan => pane.plan().into_iter().collect(),
        View::Timetable => Vec::new(),
    }
}

/// The timetables that are shown, the older first.
#[must_use]
pub fn weeks_shown<'a>(model: &Model, row: &'a CaseView) -> Vec<&'a Timetable> {
    match model.teaching.view {
        View::Timetable => grid::shown(model, row).into_iter().collect(),
        View::Plan | View::Compare => {
            let plans = plans_shown(model);
            let of = |plan| draw::timetables(model, row, plan).last().copied();
            if plans.is_empty() {
                return of(None).into_iter().collect();
            }
            plans.into_iter().filter_map(|plan| of(Some(plan))).collect()
        }
    }
}

/// Reads what the pane shows: the children, then the plans of one.
#[must_use]
pub fn load(model: &Model) -> Effect {
    Effect::Load(Query::Taught(model.today()))
}

/// Takes the children, and reads the plans of the one shown, or else of the one selected in the caseload.
pub fn take_children(model: &mut Model, children: Vec<CaseView>) -> Effect {
    let today = model.today();
    let chosen = model.caseload.selected().map(|row| row.case.id);
    let pane = &mut model.teaching;
    pane.children = children;
    let case = [pane.case(), chosen].into_iter().flatten().find(|case| pane.has(*case));
    match case.or(pane.children.first().map(|row| row.case.id)) {
        Some(case) => Effect::Load(Query::Teaching(case, today)),
        None => {
            pane.read = None;
            pane.plans.clear();
            Effect::None
        }
    }
}

/// Whether a command of the pane writes.
#[must_use]
pub fn writes(command: Command) -> bool {
    matches!(command, Command::NewSubject | Command::RemoveSubject) || grid::writes(command)
}

/// Shows the plans of a child; nothing if it has no seat.
pub fn go_to(model: &mut Model, case: CaseId) -> Option<Effect> {
    if !model.teaching.has(case) {
        return None;
    }
    model.teaching.back = 0;
    Some(Effect::Load(Query::Teaching(case, model.today())))
}

/// Takes the plans of a child, also for a form that is open on them.
pub fn take(model: &mut Model, read: Box<TeachingRead>) {
    model.teaching.take(read);
    layers::form::theirs::follow(model);
}

pub fn act(model: &mut Model, command: Command) -> Effect {
    let rows = model.teaching.subjects().len();
    match command {
        Command::ChildBefore | Command::ChildAfter => return turn_child(model, command),
        Command::NextView => model.teaching.view = model.teaching.view.next(),
        _ if model.teaching.shows_timetable() => return grid::act(model, command),
        Command::Left | Command::Right if model.teaching.plans.len() < 2 => {
            let none = model.teaching.plans.is_empty();
            model.refuse_with(if none { "teaching-add-hint" } else { "teaching-one-version" });
        }
        Command::Up | Command::Down if model.teaching.view == View::Compare => {
            return move_apart(model, command);
        }
        Command::Left => {
            let oldest = model.teaching.plans.len().saturating_sub(1);
            model.teaching.back = (model.teaching.back + 1).min(oldest);
        }
        Command::Right => model.teaching.back = model.teaching.back.saturating_sub(1),
        Command::PageUp => model.teaching.scroll = model.teaching.scroll.saturating_sub(5),
        Command::PageDown => model.teaching.scroll += 5,
        Command::NewSubject => return layers::form::of(model, SubjectForm(None)),
        Command::Open => match model.teaching.subject() {
            Some(subject) => return edit(model, subject),
            None => model.refuse_with("teaching-add-hint"),
        },
        Command::RemoveSubject => return remove(model),
        _ => match moved(command, model.teaching.cursor, rows) {
            Some(row) => model.teaching.cursor = row,
            None => return Effect::NotHere,
        },
    }
    model.teaching.cursor = model.teaching.cursor.min(model.teaching.subjects().len().saturating_sub(1));
    Effect::None
}

/// Compares with an older version, or with one nearer to the newer of the two.
fn move_apart(model: &mut Model, command: Command) -> Effect {
    let most = model.teaching.plans.len().saturating_sub(model.teaching.back + 2);
    let apart = model.teaching.apart.min(most);
    let to = if command == Command::Up { (apart + 1).min(most) } else { apart.saturating_sub(1) };
    if to == apart {
        model.refuse_with("teaching-no-other-version");
    }
    model.teaching.apart = to;
    Effect::None
}

fn turn_child(model: &mut Model, command: Command) -> Effect {
    let children = model.teaching.children();
    let here =
        selected(model).and_then(|s| children.iter().position(|r| r.case.id == s.case.id)).unwrap_or(0);
    let by = if command == Command::ChildBefore { children.len().saturating_sub(1) } else { 1 };
    let to = (here + by) % children.len().max(1);
    match children.get(to).map(|r| r.case.id) {
        Some(case) if to != here => {
            model.status = None;
            go_to(model, case).unwrap_or(Effect::NotHere)
        }
        _ => Effect::NotHere,
    }
}

/// Opens the form of a subject. It always edits the newest version.
fn edit(model: &mut Model, subject: Subject) -> Effect {
    if !model.writable {
        model.refuse_with("off-read-only");
        return Effect::None;
    }
    layers::form::of(model, SubjectForm(Some(subject)))
}

/// Takes the subject under the cursor out of the plan from today, as a new version.
fn remove(model: &mut Model) -> Effect {
    let Some(subject) = model.teaching.subject() else {
        model.refuse_with("teaching-removed-none");
        return Effect::None;
    };
    if subject.is_always_taught() {
        model.refuse_with("teaching-always");
        return Effect::None;
    }
    let id = TeachingPlanId::from_u128(model.mint());
    let Some(before) = latest_plan(&model.teaching.plans) else { return Effect::None };
    let subjects: Vec<SubjectPlan> =
        before.subjects().iter().filter(|s| s.subject != subject).cloned().collect();
    let from = model.today().max(before.from());
    let same = (before.from() == from).then_some(before);
    let id = same.map_or(id, TeachingPlan::id);
    let plan = TeachingPlan::new(id, before.case(), from, before.aim().cloned(), subjects);
    let edit = plan.ok().and_then(|plan| Edit::new(same.cloned(), Some(plan)).ok());
    edit.map_or(Effect::NotHere, |edit| Effect::perform(Action::Save(vec![edit.into()])))
}

/// The views of the pane.
#[must_use]
pub fn views(model: &Model) -> Tabs {
    let name = |view: &View| {
        let id = match view {
            View::Plan => "teaching-view-plan",
            View::Timetable => "teaching-view-timetable",
            View::Compare => "teaching-view-compare",
        };
        model.words.get(id).to_owned()
    };
    let here = View::ALL.iter().position(|v| *v == model.teaching.view).unwrap_or(0);
    Tabs { names: View::ALL.iter().map(name).collect(), here }
}
