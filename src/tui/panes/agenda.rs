//! I dag: everything that the day asks for, in one list where Enter does the thing. A view of the first pane.

mod draw;

use std::collections::HashMap;

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{DocumentKind, Edit, FollowUpEnd, TwoChildren};
use trivsel_domain::rules::today::{Item, Task, Twice};
use trivsel_domain::value::{CaseId, FollowUpId, ObligationKind, SchoolWeek, StaffId, TwoChildrenId};

pub use self::draw::draw;
use crate::child_name::ChildName;
use crate::cursor::moved;
use crate::effect::Effect;
use crate::forms::field;
use crate::keeping;
use crate::keys::Command;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose};
use crate::load::{Begin, ByHand, Opening, Query};
use crate::model::{Model, Pane};
use crate::update;
use crate::view::Names;
use crate::widgets::tabs::Tabs;

/// The list of the day, as it was read.
#[derive(Debug)]
pub struct Agenda {
    /// Whether the first pane shows it.
    pub shown: bool,
    /// Whether it lists what concerns everybody, or only what concerns the user.
    everybodys: bool,
    items: Vec<Item>,
    names: Names,
    cursor: usize,
    /// The day it was read for.
    read: Option<NaiveDate>,
    /// Who was found to be two children here, by the finding; they leave the list.
    two: HashMap<TwoChildrenId, [String; 2]>,
}

impl Default for Agenda {
    fn default() -> Self {
        Self {
            shown: true,
            everybodys: false,
            items: Vec::new(),
            names: Names::new(),
            cursor: 0,
            read: None,
            two: HashMap::new(),
        }
    }
}

impl Agenda {
    /// Takes the list of a day. The cursor stays on its item, or on its row if that is gone.
    pub fn take(&mut self, me: StaffId, date: NaiveDate, items: Vec<Item>, names: Names) {
        let under_cursor = self.selected(me).cloned();
        (self.items, self.names, self.read) = (items, names, Some(date));
        self.stand_on(me, under_cursor.as_ref());
    }

    /// A child's name, if the list has it.
    #[must_use]
    pub fn name_of(&self, case: CaseId) -> Option<&ChildName> {
        self.names.get(&case)
    }

    /// The names of two who were found to be two children here.
    #[must_use]
    pub fn names_of_two(&self, found: TwoChildrenId) -> Option<&[String; 2]> {
        self.two.get(&found)
    }

    /// The items listed.
    pub fn listed(&self, me: StaffId) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| self.everybodys || item.concerns(me))
    }

    /// The item under the cursor.
    #[must_use]
    pub fn selected(&self, me: StaffId) -> Option<&Item> {
        self.listed(me).nth(self.cursor)
    }

    /// The case of the selected item.
    #[must_use]
    pub fn case(&self, me: StaffId) -> Option<CaseId> {
        self.selected(me)?.case
    }

    fn stand_on(&mut self, me: StaffId, item: Option<&Item>) {
        let same = |a: &Item, b: &Item| match (&a.task, &b.task) {
            (Task::Twice(a), Task::Twice(b)) => a.pair == b.pair,
            _ => (a.case, a.task.code(), a.date) == (b.case, b.task.code(), b.date),
        };
        let at = item.and_then(|item| self.listed(me).position(|one| same(one, item)));
        let rows = self.listed(me).count();
        self.cursor = at.unwrap_or(self.cursor).min(rows.saturating_sub(1));
    }
}

/// Whose items are listed: the user's own, or everybody's.
#[must_use]
pub fn views(model: &Model) -> Tabs {
    let names = ["today-mine", "today-all"].map(|id| model.words.get(id).to_owned());
    Tabs { names: names.into(), here: usize::from(model.agenda.everybodys) }
}

/// Reads the list.
#[must_use]
pub fn load(model: &Model) -> Effect {
    Effect::Load(Query::Agenda(model.today()))
}

/// Shows the list, from any pane.
pub fn show(model: &mut Model) -> Effect {
    let here = model.pane == Pane::Caseload && model.agenda.shown;
    let effect = update::go_to_pane(model, Pane::Caseload);
    model.agenda.shown = true;
    if here {
        let place = model.words.code("context", "agenda").to_owned();
        model.say(model.words.with("other-pane-here", &[("place", place.into())]));
        return load(model);
    }
    Effect::Many(vec![effect, load(model)])
}

pub fn act(model: &mut Model, command: Command) -> Effect {
    let me = model.me.id;
    let rows = model.agenda.listed(me).count();
    if let Some(row) = moved(command, model.agenda.cursor, rows) {
        model.agenda.cursor = row;
        return Effect::None;
    }
    let Some(item) = model.agenda.selected(me).cloned() else {
        return if command == Command::NextView { turn(model) } else { Effect::NotHere };
    };
    match command {
        Command::NextView => turn(model),
        Command::Open => open(model, &item),
        Command::OpenCase => sheet(model, &item),
        Command::Done => match &item.task {
            Task::FollowUp(one) => end(model, one.id, FollowUpEnd::Done),
            _ => refused(model, "today-not-follow-up"),
        },
        Command::Excuse => excuse(model, &item),
        _ => Effect::NotHere,
    }
}

/// Switches between everybody's items and the user's own.
fn turn(model: &mut Model) -> Effect {
    let me = model.me.id;
    let under_cursor = model.agenda.selected(me).cloned();
    model.agenda.everybodys = !model.agenda.everybodys;
    model.agenda.stand_on(me, under_cursor.as_ref());
    Effect::None
}

fn refused(model: &mut Model, id: &str) -> Effect {
    model.refuse_with(id);
    Effect::None
}

fn sheet(model: &mut Model, item: &Item) -> Effect {
    item.case.map_or_else(|| refused(model, "today-no-case"), Effect::OpenCase)
}

/// Does what the item asks for: opens the note, the paper, the register, the draft, or the place where it is seen.
fn open(model: &mut Model, item: &Item) -> Effect {
    match &item.task {
        Task::Unexplained => register(model, item.case),
        Task::Register { blank } => register(model, blank.first().copied()),
        Task::OwnSchool { week, .. } => Effect::Load(Query::OwnSchool(*week, None)),
        Task::FollowUp(one) => end(model, one.id, FollowUpEnd::Done),
        Task::Draft(draft) => {
            let id = draft.id;
            Effect::Many(vec![Effect::Load(Query::Directory(Opening::Nothing)), Effect::OpenDraft(id)])
        }
        Task::Appointment(one) if one.case.is_none() => {
            model.calendar.show_appointment(one);
            update::go_to_pane(model, Pane::Calendar)
        }
        Task::PastRetention { .. } if !model.writable => refused(model, "off-read-only"),
        Task::PastRetention { children } => {
            children.first().map_or(Effect::NotHere, |child| Effect::Keep(keeping::Task::AskErase(*child)))
        }
        Task::Twice(_) if !model.writable => refused(model, "off-read-only"),
        Task::Twice(twice) => {
            let opening = Opening::SameChild(twice.case, Some(twice.pair.other));
            Effect::Load(Query::Directory(opening))
        }
        Task::Backup { .. } => Effect::Keep(keeping::Task::AskBackUp),
        Task::Owed(_) | Task::Silent { .. } | Task::Appointment(_) => work(model, item),
    }
}

/// Opens the note of a talk, the form of a paper, or the form that records what went out.
fn work(model: &mut Model, item: &Item) -> Effect {
    let Some(case) = item.case else { return Effect::NotHere };
    if !model.writable {
        return Effect::OpenCase(case);
    }
    let begin = |begin| Effect::Load(Query::Directory(Opening::Begin(Box::new(begin))));
    let note = |kind, at| begin(Begin { case, kind, date: None, hours: None, staff: Vec::new(), at });
    let paper = |kind, step| on_sheet(case, Opening::Paper(kind, step));
    let owed = match (item.talk(), &item.booked, &item.task) {
        (_, Some(booked), _) => return begin(Begin::of(booked, case)),
        (Some(kind), None, _) => return note(Some(kind), field::TEXT),
        (None, None, Task::Owed(owed)) => owed,
        (None, None, _) => return Effect::OpenCase(case),
    };
    match owed.kind {
        ObligationKind::OutcomeMeasure => note(None, field::SCORES),
        ObligationKind::StatusLetter => paper(DocumentKind::StatusLetter, 0),
        ObligationKind::FinalReport => paper(DocumentKind::FinalReport, 0),
        ObligationKind::PhaseOutTask => paper(DocumentKind::PhaseOut, owed.number),
        ObligationKind::ConsentRenewal => on_sheet(case, Opening::Renewal(owed.since)),
        ObligationKind::LaterAttendance => {
            Effect::Load(Query::OwnSchool(SchoolWeek::of(owed.window.earliest), Some(case)))
        }
        ObligationKind::Warning
        | ObligationKind::Notification
        | ObligationKind::AbsenceContact
        | ObligationKind::SupportPlan => on_sheet(case, Opening::Answer(ByHand::Sent, owed.into())),
        _ => Effect::OpenCase(case),
    }
}

/// Opens the sheet of a case, and a form of the case on it.
fn on_sheet(case: CaseId, opening: Opening) -> Effect {
    Effect::Many(vec![Effect::OpenCase(case), Effect::Load(Query::Directory(opening))])
}

/// Asks for the reason why the item lapses.
fn excuse(model: &mut Model, item: &Item) -> Effect {
    match (&item.task, item.case) {
        (Task::FollowUp(one), _) => end(model, one.id, FollowUpEnd::Dropped),
        (Task::Owed(owed), Some(case)) if owed.kind.can_be_excused() => {
            on_sheet(case, Opening::Answer(ByHand::Excused, owed.into()))
        }
        (Task::Twice(twice), _) => are_two(model, twice),
        _ => refused(model, "today-not-excused"),
    }
}

/// Records that the two are two children.
fn are_two(model: &mut Model, Twice { pair, case, name, .. }: &Twice) -> Effect {
    if !model.writable {
        return refused(model, "off-read-only");
    }
    let id = TwoChildrenId::from_u128(model.mint());
    let one = model.agenda.name_of(*case).map_or_else(|| "–".to_owned(), ToString::to_string);
    model.agenda.two.insert(id, [one, name.as_str().to_owned()]);
    let found = TwoChildren { id, one: pair.one, other: pair.other, by: model.me.id };
    Effect::perform(Action::Save(vec![Edit::create(found).into()]))
}

/// Asks how a follow-up ended.
fn end(model: &mut Model, id: FollowUpId, how: FollowUpEnd) -> Effect {
    if !model.writable {
        return refused(model, "off-read-only");
    }
    let label = match how {
        FollowUpEnd::Done => "prompt-follow-up-done",
        FollowUpEnd::Dropped => "prompt-follow-up-dropped",
    };
    let label = model.words.get(label).to_owned();
    model.layers.push(Layer::Prompt(Prompt::new(Purpose::EndFollowUp(id, how), label)));
    Effect::None
}

/// Opens today's register, with the cursor on a child.
fn register(model: &mut Model, case: Option<CaseId>) -> Effect {
    let today = model.today();
    model.attendance.stand_on(today, case);
    update::go_to_pane(model, Pane::Attendance)
}
