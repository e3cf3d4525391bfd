//! The case sheet: everything about one case, view by view, over the pane.
//!
//! Every view is a list of rows; what Enter does on a row is part of the row.

pub mod act;
pub mod draw;
mod goals;
pub mod history;
mod moves;
mod next;
mod overview;
mod papers;
mod people;
mod row;
mod timeline;

use std::ops::Range;

use chrono::NaiveDate;
use trivsel_domain::{Appointment, Case, Day, Dossier, FollowUp, Measure, Stage, steps};
use trivsel_store::{Noted, Trace};

pub use self::history::Topic;
pub use self::overview::words_of_need;
pub use self::row::{SheetRow, Target};
pub use self::timeline::{Event, Sort};
use super::keys::Command;
use super::model::Model;

/// The views of a sheet, in the order of the arrow keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// What one must know first.
    #[default]
    Overview,
    /// Everything that happened, newest first, in one column.
    Timeline,
    /// The next step, and what it asks for.
    Next,
    /// The joint analysis, every version.
    Analysis,
    /// The goals.
    Goals,
    /// The interventions, and the level where there are levels.
    Interventions,
    /// Treatment plan, phase-out plan, plan for after school, and other documents.
    Papers,
    /// The people around the child.
    People,
    /// Who changed what, when.
    History,
}

impl View {
    /// Every view.
    pub const ALL: [Self; 9] = [
        Self::Overview,
        Self::Timeline,
        Self::Next,
        Self::Analysis,
        Self::Goals,
        Self::Interventions,
        Self::Papers,
        Self::People,
        Self::History,
    ];

    /// Its stable code, for words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Timeline => "timeline",
            Self::Next => "next",
            Self::Analysis => "analysis",
            Self::Goals => "goals",
            Self::Interventions => "interventions",
            Self::Papers => "papers",
            Self::People => "people",
            Self::History => "history",
        }
    }

    /// Whether a command does something in the view: the footer offers no other.
    #[must_use]
    pub fn has(self, command: Command) -> bool {
        match command {
            Command::NextView => matches!(self, Self::Timeline | Self::Next | Self::History),
            Command::NewRecord => {
                !matches!(self, Self::Overview | Self::Timeline | Self::Next | Self::History)
            }
            Command::SignPaper => self == Self::Papers,
            Command::Discard => matches!(self, Self::Goals | Self::Interventions | Self::People),
            _ => true,
        }
    }

    fn turned(self, by: usize) -> Self {
        super::cursor::turned(&Self::ALL, self, by)
    }
}

/// Everything that was read for a sheet.
#[derive(Debug)]
pub struct Sheet {
    /// The case with all that its steps ask about.
    pub dossier: Dossier,
    /// Every case of the house: the seats are counted over them.
    pub cases: Vec<Case>,
    /// The talks of the case, newest first.
    pub talks: Vec<Noted>,
    /// What was agreed, ended or not.
    pub follow_ups: Vec<FollowUp>,
    /// What was scored.
    pub measures: Vec<Measure>,
    /// Every day in the register, oldest first.
    pub days: Vec<Day>,
    /// What was changed, newest first.
    pub traces: Vec<Trace>,
    /// The view on the screen.
    pub view: View,
    /// Where its cursor is.
    pub cursor: usize,
    /// What the time line shows.
    pub sort: Sort,
    /// The time line, newest first.
    pub events: Vec<Event>,
    /// What the history shows.
    pub topic: Topic,
    /// Which of the changes belong to that, newest first.
    pub changes: Vec<usize>,
    /// Which of the possible steps is looked at.
    pub step: usize,
}

impl Sheet {
    /// The same sheet read anew: one stays where one was.
    pub fn stay(&mut self, before: &Self) {
        if before.dossier.case.id == self.dossier.case.id {
            (self.view, self.cursor) = (before.view, before.cursor);
            self.sort_by(before.sort);
            self.show_topic(before.topic);
            let same = before.dossier.case.stage() == self.dossier.case.stage();
            self.step = if same { before.step } else { 0 };
        }
    }

    /// The stages that the case can go to, the usual one first.
    #[must_use]
    pub fn possible(&self) -> Vec<Stage> {
        steps::possible(&self.dossier.case)
    }

    /// The stage whose step is looked at.
    #[must_use]
    pub fn stage_ahead(&self) -> Option<Stage> {
        self.possible().get(self.step).copied()
    }

    /// The next appointment of the case.
    #[must_use]
    pub fn next_appointment(&self, today: NaiveDate) -> Option<&Appointment> {
        self.dossier.appointments.iter().find(|a| a.date >= today)
    }

    /// Shows this on the time line.
    pub fn sort_by(&mut self, sort: Sort) {
        self.sort = sort;
        self.events = timeline::events(self, sort);
    }

    /// Shows these changes in the history.
    pub fn show_topic(&mut self, topic: Topic) {
        self.topic = topic;
        self.changes = history::shown(&self.traces, topic);
    }

    /// How many rows the view has.
    #[must_use]
    pub fn count(&self, model: &Model, width: usize) -> usize {
        match self.view {
            View::Timeline => self.events.len().max(1),
            View::History => self.changes.len().max(1),
            _ => self.all(model, width).len(),
        }
    }

    /// Some rows of the view, and what each does.
    #[must_use]
    pub fn rows(&self, model: &Model, width: usize, window: Range<usize>) -> Vec<SheetRow> {
        match self.view {
            View::Timeline => timeline::rows(self, model, width, window),
            View::History => history::rows(self, model, width, window),
            _ => self.all(model, width).into_iter().skip(window.start).take(window.len()).collect(),
        }
    }

    /// Every row of a view that is as long as a person writes.
    fn all(&self, model: &Model, width: usize) -> Vec<SheetRow> {
        match self.view {
            View::Overview => overview::rows(self, model, width),
            View::Timeline | View::History => Vec::new(),
            View::Next => next::rows(self, model, width),
            View::Analysis => papers::analysis(self, model, width),
            View::Goals => goals::goals(self, model, width),
            View::Interventions => goals::interventions(self, model, width),
            View::Papers => papers::papers(self, model, width),
            View::People => people::rows(self, model, width),
        }
    }
}
