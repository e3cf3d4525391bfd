//! The case sheet: everything about one case, view by view, over the pane.
//!
//! Every view is a list of rows. A row carries what Enter does on it. A picture can stand above or beside the rows.

pub mod act;
mod analysis;
mod baseline;
mod development;
pub mod draw;
mod glance;
mod goals;
pub mod history;
mod moves;
mod next;
mod overview;
mod owed;
mod papers;
mod people;
mod post;
pub mod report;
mod row;
mod timeline;
mod track;

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;
use trivsel_domain::record::{
    Appointment, Case, Counted, Day, DocumentKind, Figure, FollowUp, HouseSettings, Move, Programme,
};
use trivsel_domain::rules::audit::{has_part, took_part};
use trivsel_domain::rules::baseline::Measured;
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::rules::obligations::Obligation;
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::rules::prefill::Material;
use trivsel_domain::rules::steps;
use trivsel_domain::rules::weeks::Week;
use trivsel_domain::value::{CaseId, DocumentId, StaffId, Stage};
use trivsel_store::{Noted, Trace};

pub use self::development::Stretch;
pub use self::history::Topic;
pub use self::overview::words_of_need;
pub use self::row::{SheetRow, Target};
pub use self::timeline::{Event, Sort};
use super::keys::Command;
use super::model::Model;
use super::view::CaseView;
use super::widgets::tabs::Tabs;
use trivsel_words::Words;

/// The views of a sheet, in the order of the arrow keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// What the staff must know first.
    #[default]
    Overview,
    /// Everything that happened, in one column, newest first.
    Timeline,
    /// The next step and its requirements.
    Next,
    /// Every version of the joint analysis.
    Analysis,
    Goals,
    /// The interventions, and the level if the programme has levels.
    Interventions,
    /// Treatment plan, phase-out plan, plan for after school, and other documents.
    Papers,
    /// The people around the child.
    People,
    /// Consents and correspondence.
    Post,
    /// Every change, with its author and time.
    History,
}

impl View {
    pub const ALL: [Self; 10] = [
        Self::Overview,
        Self::Timeline,
        Self::Next,
        Self::Analysis,
        Self::Goals,
        Self::Interventions,
        Self::Papers,
        Self::People,
        Self::Post,
        Self::History,
    ];

    /// The stable code that its words are found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Timeline => "timeline",
            Self::Next => "step",
            Self::Analysis => "analysis",
            Self::Goals => "goals",
            Self::Interventions => "interventions",
            Self::Papers => "papers",
            Self::Post => "post",
            Self::People => "people",
            Self::History => "history",
        }
    }

    /// Whether a command does something in the view. The footer offers only those.
    #[must_use]
    pub fn has(self, command: Command) -> bool {
        match command {
            Command::NextView => {
                matches!(self, Self::Overview | Self::Timeline | Self::Next | Self::History)
            }
            Command::NewRecord => {
                !matches!(self, Self::Overview | Self::Timeline | Self::Next | Self::History)
            }
            Command::SignPaper | Command::WritePaper | Command::SendPaper => self == Self::Papers,
            Command::Annul | Command::CorrectDate => self == Self::Next,
            Command::Discard => {
                matches!(self, Self::Next | Self::Goals | Self::Interventions | Self::Post | Self::People)
            }
            _ => true,
        }
    }

    fn turned(self, by: usize) -> Self {
        super::cursor::turned(&Self::ALL, self, by)
    }
}

/// A sheet with everything read for it.
#[derive(Debug)]
pub struct Sheet {
    /// The case, with everything that the requirements of its steps depend on.
    pub dossier: Dossier,
    /// What the line of the case in the caseload shows.
    pub line: Option<CaseView>,
    /// Every case of the house. The seats are counted over these.
    pub cases: Vec<Case>,
    /// Newest first.
    pub talks: Vec<Noted>,
    /// The follow-ups, ended ones too.
    pub follow_ups: Vec<FollowUp>,
    pub measures: OpenScores,
    /// What is due, by date; the last answered ones too.
    pub owed: Vec<Obligation>,
    /// Every registered day, oldest first.
    pub days: Vec<Day>,
    /// The attendance before, in and after the course, in the order of time.
    pub baseline: Vec<Measured>,
    /// The attendance by week, each register apart, oldest first.
    pub weeks: Vec<Week>,
    /// The changes, newest first.
    pub traces: Vec<Trace>,
    pub view: View,
    pub cursor: usize,
    /// What the overview shows: the case as it stands, or its development over a time.
    pub stretch: Stretch,
    /// What the time line shows.
    pub sort: Sort,
    /// The time line, newest first.
    pub events: Vec<Event>,
    /// What the history shows.
    pub topic: Topic,
    /// Indices into `traces` of the changes that the history shows, newest first.
    pub changes: Vec<usize>,
    /// The index of the step shown, among the possible ones.
    pub step: usize,
    /// Whether it was opened only for a form, with which it closes.
    pub is_brief: bool,
    /// The figures of its documents that have changed since they were written.
    pub figures_since: BTreeMap<DocumentId, Vec<Recounted>>,
}

/// A figure of a document, and what it comes to now; `None` if nothing of it is left.
pub type Recounted = (Figure, Option<Counted>);

impl Sheet {
    /// The records that documents of the case are filled from, and their figures counted from.
    #[must_use]
    pub fn material<'a>(
        &'a self,
        programme: Option<&'a Programme>,
        calendar: &'a Calendar,
        lists: &'a HouseSettings,
    ) -> Material<'a> {
        let talks = self.talks.iter().filter_map(|noted| match noted {
            Noted::Open { talk, .. } => Some(&**talk),
            Noted::Sealed(_) => None,
        });
        Material {
            dossier: &self.dossier,
            programme,
            timetables: self.line.as_ref().map_or(&[], |line| &*line.timetables),
            calendar,
            days: &self.days,
            measures: &self.measures,
            absence_limits: &lists.absence_limits,
            talks: talks.collect(),
            follow_ups: &self.follow_ups,
        }
    }

    /// Counts the figures of its documents anew.
    pub fn recount(&mut self, programme: Option<&Programme>, calendar: &Calendar, lists: &HouseSettings) {
        let material = self.material(programme, calendar, lists);
        let with_figures = self.dossier.documents.iter().filter(|d| !d.figures.is_empty());
        let since = with_figures.map(|document| {
            let changed = material.changed(&document.figures);
            (document.id, changed.map(|(figure, now)| (figure.clone(), now)).collect())
        });
        self.figures_since = since.collect();
    }

    /// Every case of the child, this one first.
    #[must_use]
    pub fn cases_of_child(&self) -> Vec<CaseId> {
        let others = self.dossier.earlier.iter().map(|case| case.id);
        std::iter::once(self.dossier.case.id).chain(others).collect()
    }

    /// Takes over the view and the cursor of the sheet before it was read again.
    pub fn stay(&mut self, before: &Self) {
        if before.dossier.case.id == self.dossier.case.id {
            (self.view, self.cursor, self.stretch) = (before.view, before.cursor, before.stretch);
            self.sort_by(before.sort);
            self.show_topic(before.topic);
            let same = before.dossier.case.stage() == self.dossier.case.stage();
            self.step = if same { before.step } else { 0 };
            self.is_brief = before.is_brief;
        }
    }

    /// Whether a member of staff has a part in the case, as far as its history is read: a look of others at it may be asked
    /// about.
    #[must_use]
    pub fn takes_part(&self, who: StaffId, today: NaiveDate) -> bool {
        took_part(&self.dossier, who, today)
            || self.traces.iter().any(|t| has_part(t.author(), &t.change, who))
    }

    /// The stages that the case can move to, the usual one first.
    #[must_use]
    pub fn possible(&self) -> Vec<Stage> {
        steps::possible(&self.dossier.case)
    }

    /// The last step, while its author, who is at the screen, may annul it.
    #[must_use]
    pub fn step_to_annul(&self, model: &Model) -> Option<&Move> {
        let step = self.dossier.case.last_step();
        step.filter(|step| steps::is_to_annul_by(step, model.me.id, model.today()))
    }

    /// Whether the case may have been entered by mistake: it has no seat, and is not over.
    #[must_use]
    pub fn may_be_a_mistake(&self) -> bool {
        self.dossier.case.is_open() && self.dossier.case.stay().is_none()
    }

    /// The stage of the step shown.
    #[must_use]
    pub fn stage_ahead(&self) -> Option<Stage> {
        self.possible().get(self.step).copied()
    }

    /// The next appointment of the case.
    #[must_use]
    pub fn next_appointment(&self, today: NaiveDate) -> Option<&Appointment> {
        self.dossier.appointments.iter().find(|a| a.date >= today && a.takes_place())
    }

    pub fn sort_by(&mut self, sort: Sort) {
        self.sort = sort;
        self.events = timeline::events(self, sort);
    }

    pub fn show_topic(&mut self, topic: Topic) {
        self.topic = topic;
        self.changes = history::shown(&self.traces, topic);
    }

    /// What the key for the next view turns through in the time line and the history.
    #[must_use]
    pub fn selections(&self, words: &Words) -> Option<Tabs> {
        let (names, here): (Vec<&str>, _) = match self.view {
            View::Overview => (
                Stretch::ALL.into_iter().map(|s| words.code("stretch", s.code())).collect(),
                Stretch::ALL.iter().position(|s| *s == self.stretch),
            ),
            View::Timeline => (
                Sort::ALL.into_iter().map(|s| words.code("timeline", s.code())).collect(),
                Sort::ALL.iter().position(|s| *s == self.sort),
            ),
            View::History => (
                Topic::ALL.into_iter().map(|t| words.code("history", t.code())).collect(),
                Topic::ALL.iter().position(|t| *t == self.topic),
            ),
            // The next step lists its choices itself.
            _ => return None,
        };
        Some(Tabs { names: names.into_iter().map(str::to_owned).collect(), here: here? })
    }

    /// The number of rows in the view. `width` is that of the whole sheet.
    #[must_use]
    pub fn count(&self, model: &Model, width: usize) -> usize {
        match self.view {
            View::Timeline => self.events.len().max(1),
            View::History => self.changes.len().max(1),
            _ => self.all(model, width).len(),
        }
    }

    /// The rows in a window of the view.
    #[must_use]
    pub fn rows(&self, model: &Model, width: usize, window: Range<usize>) -> Vec<SheetRow> {
        match self.view {
            View::Timeline => timeline::rows(self, model, width, window),
            View::History => history::rows(self, model, width, window),
            _ => self.all(model, width).into_iter().skip(window.start).take(window.len()).collect(),
        }
    }

    /// The row of a kind of document among the documents.
    #[must_use]
    pub fn row_of_paper(&self, model: &Model, kind: DocumentKind) -> usize {
        papers::row_of(self, model, kind)
    }

    /// Every row of a view whose content staff write by hand, so it stays short enough to build whole.
    fn all(&self, model: &Model, width: usize) -> Vec<SheetRow> {
        match self.view {
            View::Overview if self.stretch == Stretch::Now => {
                overview::rows(self, model, draw::rows_width(self, model, width))
            }
            View::Overview => development::rows(self, model, width),
            View::Timeline | View::History => Vec::new(),
            View::Next => next::rows(self, model, width),
            View::Analysis => analysis::rows(self, model, width),
            View::Goals => goals::goals(self, model, width),
            View::Interventions => goals::interventions(self, model, width),
            View::Papers => papers::papers(self, model, width),
            View::Post => post::rows(self, model, width),
            View::People => people::rows(self, model, width),
        }
    }
}
