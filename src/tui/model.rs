//! The model: everything the screen knows. Nothing here reads, writes or draws.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::decide::ActionKind;
use trivsel_domain::record::Staff;
use trivsel_domain::value::{CaseId, Moment};

use super::child_name::ChildName;
use super::form::Form;
use super::forms::Known;
use super::keys::{Command, Context};
use super::layers::proposals::Proposed;
use super::layers::{Layer, reader};
use super::panes::agenda::Agenda;
use super::panes::attendance::Attendance;
use super::panes::calendar::CalendarPane;
use super::panes::caseload::Caseload;
use super::panes::talks::Talks;
use super::panes::teaching::Teaching;
use super::perform::waiting::Work;
use super::sheet::Sheet;
use super::theme::Theme;
use super::view::Roster;
use trivsel_store::Arrival;
use trivsel_words::{Words, key_event};

/// The five panes, in the order of their tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    Caseload,
    Calendar,
    Talks,
    Teaching,
    Attendance,
}

impl Pane {
    pub const ALL: [Self; 5] =
        [Self::Caseload, Self::Calendar, Self::Talks, Self::Teaching, Self::Attendance];

    /// The stable code, for words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Caseload => "caseload",
            Self::Calendar => "calendar",
            Self::Talks => "talks",
            Self::Teaching => "teaching",
            Self::Attendance => "attendance",
        }
    }

    /// The context its keys are looked up in.
    #[must_use]
    pub fn context(self) -> Context {
        match self {
            Self::Caseload => Context::Caseload,
            Self::Calendar => Context::Calendar,
            Self::Talks => Context::Talks,
            Self::Teaching => Context::Teaching,
            Self::Attendance => Context::Attendance,
        }
    }

    /// The pane a command goes to.
    #[must_use]
    pub fn of(command: Command) -> Option<Self> {
        match command {
            Command::PaneCaseload => Some(Self::Caseload),
            Command::PaneCalendar => Some(Self::Calendar),
            Command::PaneTalks => Some(Self::Talks),
            Command::PaneTeaching => Some(Self::Teaching),
            Command::PaneAttendance => Some(Self::Attendance),
            _ => None,
        }
    }

    /// The pane `by` tabs further on; the first pane follows the last.
    #[must_use]
    pub fn turned(self, by: usize) -> Self {
        super::cursor::turned(&Self::ALL, self, by)
    }
}

/// The tone of the line below the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something was not done, and why.
    Refused,
    /// Something went wrong.
    Alarm,
}

/// The line below the pane: what happened last. It stays until the next action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// One line for each reason.
    pub lines: Vec<String>,
    pub tone: Tone,
}

/// A wait for another program that writes, or for work that takes long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wait {
    /// Whether it has lasted half a second, and is said.
    pub is_long: bool,
    /// How many keys were typed meanwhile and do nothing.
    pub ignored: usize,
    /// The work that takes long, if it is that.
    pub work: Option<Work>,
}

/// Everything the screen knows.
#[derive(Debug)]
pub struct Model {
    pub words: Arc<Words>,
    pub theme: Theme,
    /// The member of staff at the screen.
    pub me: Staff,
    /// Whether the house is a demonstration.
    pub demo: bool,
    /// Whether the house can be written to.
    pub writable: bool,
    /// The time of the last message.
    pub now: NaiveDateTime,
    /// The machine's clock at the last message, and the day taken for today where that is another.
    pub moment: Moment,
    pub roster: Roster,
    pub pane: Pane,
    /// The list of the day, which the first pane shows at first.
    pub agenda: Agenda,
    pub caseload: Caseload,
    pub calendar: CalendarPane,
    /// The talks that propose themselves into the calendar.
    pub proposed: Proposed,
    pub talks: Talks,
    pub teaching: Teaching,
    pub attendance: Attendance,
    /// Every case with its child, for fields that take a name.
    pub directory: Vec<Known>,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// Unused new ids, refilled before each message: `update` draws no random numbers.
    pub new_ids: Vec<u128>,
    /// What was copied or cut in a long text.
    pub clipboard: String,
    /// The layers above the pane, the topmost last.
    pub layers: Vec<Layer>,
    /// The last thing done and the day, if undo can't take it back: a signature, a step.
    pub irrevocable: Option<(ActionKind, NaiveDate)>,
    pub status: Option<Status>,
    /// When the house is closed because its key changes.
    pub closing: Option<NaiveDateTime>,
    /// A few words on what is wrong with the house itself, if anything was found.
    pub alarm: Option<String>,
    /// Set while an effect waits for another writer.
    pub wait: Option<Wait>,
}

impl Model {
    /// A model that has read nothing yet.
    #[must_use]
    pub fn new(words: Arc<Words>, theme: Theme, me: Staff, now: NaiveDateTime) -> Self {
        Self {
            words,
            theme,
            me,
            demo: false,
            writable: true,
            now,
            moment: now.into(),
            roster: Roster::default(),
            pane: Pane::Caseload,
            agenda: Agenda::default(),
            caseload: Caseload::default(),
            calendar: CalendarPane::new(now.date()),
            proposed: Proposed::default(),
            talks: Talks::default(),
            teaching: Teaching::default(),
            attendance: Attendance::new(now.date()),
            directory: Vec::new(),
            size: (80, 24),
            new_ids: Vec::new(),
            clipboard: String::new(),
            layers: Vec::new(),
            irrevocable: None,
            status: None,
            closing: None,
            alarm: None,
            wait: None,
        }
    }

    /// The same screen of the same user, which has read nothing.
    #[must_use]
    pub fn emptied(&self) -> Self {
        Self {
            demo: self.demo,
            writable: self.writable,
            size: self.size,
            new_ids: self.new_ids.clone(),
            irrevocable: self.irrevocable,
            alarm: self.alarm.clone(),
            ..Self::new(Arc::clone(&self.words), self.theme, self.me.clone(), self.now)
        }
    }

    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The context keys are looked up in now.
    #[must_use]
    pub fn context(&self) -> Context {
        self.layers.last().map_or_else(|| self.pane_context(), Layer::context)
    }

    /// The context that typed text goes to: of a field, also where two versions of its text came up over it.
    #[must_use]
    pub fn typing_context(&self) -> Context {
        match &self.layers[..] {
            [.., below, _] if reader::is_over_text(self) => below.context(),
            _ => self.context(),
        }
    }

    /// The context of the pane's keys, which the layers above it may hide.
    #[must_use]
    pub fn pane_context(&self) -> Context {
        match self.pane {
            _ if self.shows_agenda() => Context::Agenda,
            Pane::Teaching if self.teaching.shows_timetable() => Context::Timetable,
            pane => pane.context(),
        }
    }

    /// Whether the pane is the list of the day.
    #[must_use]
    pub fn shows_agenda(&self) -> bool {
        self.pane == Pane::Caseload && self.agenda.shown
    }

    /// The case under the pane's cursor.
    #[must_use]
    pub fn selected_case(&self) -> Option<CaseId> {
        match self.pane {
            Pane::Caseload if self.agenda.shown => self.agenda.case(self.me.id),
            Pane::Attendance => self.attendance.shown_child().map(|r| r.case.id),
            Pane::Teaching => self.teaching.case(),
            _ => self.caseload.selected().map(|r| r.case.id),
        }
    }

    /// A child's name, if any pane has read it.
    #[must_use]
    pub fn name_of(&self, case: CaseId) -> Option<&ChildName> {
        let listed = self.attendance.rows().iter().chain(self.teaching.children());
        listed.chain(self.caseload.all()).find(|r| r.case.id == case).map(|r| &r.name)
    }

    /// A child's name in words, or a dash.
    #[must_use]
    pub fn told_name(&self, case: CaseId) -> String {
        self.name_of(case).map_or_else(|| "–".to_owned(), ToString::to_string)
    }

    /// A new id.
    pub fn mint(&mut self) -> u128 {
        self.new_ids.pop().unwrap_or_default()
    }

    /// Columns and rows of the pane.
    #[must_use]
    pub fn room(&self) -> (u16, u16) {
        (self.size.0, super::draw::frame::room(self.size.1).saturating_sub(super::draw::frame::more(self)))
    }

    /// The topmost open sheet, even if other layers cover it.
    #[must_use]
    pub fn sheet(&self) -> Option<&Sheet> {
        self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Sheet(sheet) => Some(sheet.as_ref()),
            _ => None,
        })
    }

    pub fn sheet_mut(&mut self) -> Option<&mut Sheet> {
        self.layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Sheet(sheet) => Some(sheet.as_mut()),
            _ => None,
        })
    }

    /// The open form, even if other layers cover it.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        self.layers.iter().find_map(|layer| match layer {
            Layer::Form(form) => Some(form.as_ref()),
            _ => None,
        })
    }

    pub fn form_mut(&mut self) -> Option<&mut Form> {
        self.layers.iter_mut().find_map(|layer| match layer {
            Layer::Form(form) => Some(form.as_mut()),
            _ => None,
        })
    }

    /// Says what was done.
    pub fn say(&mut self, text: impl Into<String>) {
        self.status = Some(Status { lines: vec![text.into()], tone: Tone::Done });
    }

    /// Says when the user was here last, and raises an alarm if somebody tried their passphrase since.
    pub fn welcome_back(&mut self, arrival: &Arrival) {
        let last = key_event::last_here(&self.words, arrival, self.today());
        let tries = key_event::failed_tries(&self.words, arrival);
        let tone = if tries.is_some() { Tone::Alarm } else { Tone::Done };
        let lines: Vec<String> = last.into_iter().chain(tries).collect();
        if !lines.is_empty() {
            self.status = Some(Status { lines, tone });
        }
    }

    /// Says why something is not done.
    pub fn refuse(&mut self, lines: Vec<String>) {
        self.status = Some(Status { lines, tone: Tone::Refused });
    }

    /// Adds a line, by the id of its words.
    pub fn add_to_status(&mut self, id: &str) {
        let line = self.words.get(id).to_owned();
        match &mut self.status {
            Some(status) => status.lines.push(line),
            None => self.refuse(vec![line]),
        }
    }

    /// Says how many keys were ignored, if any.
    pub fn say_ignored(&mut self, count: usize) {
        if count > 0 {
            let line = self.words.with("wait-ignored", &[("count", count.into())]);
            match &mut self.status {
                Some(status) => status.lines.push(line),
                None => self.refuse(vec![line]),
            }
        }
    }

    /// Says why something is not done, by the id of its words.
    pub fn refuse_with(&mut self, id: &str) {
        let line = self.words.get(id).to_owned();
        self.refuse(vec![line]);
    }
}
