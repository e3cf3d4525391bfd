//! The history view: every change of the case, newest first, with old and new values.
//!
//! The register changes twice a day and has a topic of its own.

use std::ops::Range;

use trivsel_domain::decide::{ActionKind, Nature};
use trivsel_domain::record::Change;
use trivsel_store::Trace;

use super::{Sheet, SheetRow, Target};
use crate::cursor::turned;
use crate::model::Model;
use crate::widgets::cells::Cells;
use trivsel_words::change::Told;
use trivsel_words::{Words, change, dates, merging, moment};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Topic {
    /// Everything except the register.
    #[default]
    Rest,
    /// The case itself: stages, contacts, dates.
    Case,
    /// Talks and their follow-ups.
    Talks,
    /// Goals and interventions.
    Goals,
    /// The analysis, documents and plans.
    Papers,
    /// The child and the people around the child.
    People,
    /// The register.
    Marks,
}

impl Topic {
    pub const ALL: [Self; 7] =
        [Self::Rest, Self::Case, Self::Talks, Self::Goals, Self::Papers, Self::People, Self::Marks];

    /// The stable code that its words are found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Rest => "rest",
            Self::Case => "case",
            Self::Talks => "talks",
            Self::Goals => "goals",
            Self::Papers => "papers",
            Self::People => "people",
            Self::Marks => "marks",
        }
    }

    /// The next topic; the first one follows the last.
    #[must_use]
    pub fn next(self) -> Self {
        turned(&Self::ALL, self, 1)
    }

    fn of(change: &Change) -> Self {
        match change {
            Change::Child(_) | Change::Person(_) | Change::TwoChildren(_) => Self::People,
            Change::Analysis(_)
            | Change::Document(_)
            | Change::Timetable(_)
            | Change::Teaching(_)
            | Change::Consent(_)
            | Change::Correspondence(_) => Self::Papers,
            Change::Goal(_) | Change::Intervention(_) => Self::Goals,
            Change::Talk(_)
            | Change::Addendum(_)
            | Change::Misplacement(_)
            | Change::Appointment(_)
            | Change::FollowUp(_)
            | Change::Answer(_)
            | Change::Measure(_) => Self::Talks,
            Change::Day(_) | Change::ReportedWeek(_) => Self::Marks,
            Change::Case(_)
            | Change::Staff(_)
            | Change::Programme(_)
            | Change::Closure(_)
            | Change::KeyEvent(_)
            | Change::Erasure(_)
            | Change::ArchiveDecision(_)
            | Change::AccessReview(_)
            | Change::Settings(_) => Self::Case,
        }
    }

    fn takes(self, change: &Change) -> bool {
        let of = Self::of(change);
        self == of || (self == Self::Rest && of != Self::Marks)
    }
}

/// The indices of the changes of a topic, newest first.
pub(super) fn shown(traces: &[Trace], topic: Topic) -> Vec<usize> {
    (0..traces.len()).filter(|n| topic.takes(&traces[*n].change)).collect()
}

/// The rows in a window of the view.
pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize, window: Range<usize>) -> Vec<SheetRow> {
    if sheet.changes.is_empty() {
        return vec![SheetRow::plain(model.words.get("sheet-history-empty"), model.theme.dim)];
    }
    let shown = sheet.changes.iter().skip(window.start).take(window.len());
    shown.filter_map(|n| Some(row(sheet.traces.get(*n)?, *n, model, width))).collect()
}

fn row(trace: &Trace, n: usize, model: &Model, width: usize) -> SheetRow {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let room = width.saturating_sub(1 + 13 + 6 + 6 + 2);
    let told = titled(words, trace, change::told(words, &model.roster.staff, &trace.change));
    let how = match trace.nature {
        Nature::Do => "",
        Nature::Undo => words.get("status-undone"),
        Nature::Redo => words.get("status-redone"),
    };
    let first = told.parts.first().map(String::as_str).unwrap_or_default();
    let line = [told.title.as_str(), first];
    let line = line.into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
    let set = moment::aside(words, trace.at);
    let cells = Cells::new()
        .gap(1)
        .left(&dates::day_month_year(lang, trace.at.date()), 13, theme.dim)
        .left(&dates::time(lang, trace.at.time()), 6, theme.dim)
        .left(model.roster.initials(Some(trace.by)), 5, theme.dim)
        .gap(1)
        .left(format!("{how}{set} {line}").trim_start(), room, theme.text);
    SheetRow::new(cells, Target::Trace(n))
}

/// The change with the title of what it was part of, where that says more.
fn titled(words: &Words, trace: &Trace, told: Told) -> Told {
    match trace.action_kind {
        ActionKind::Merge => merging::title(words, &trace.change, told),
        _ => told,
    }
}

/// One change in full: author and time, then the old and new values.
pub(super) fn whole(model: &Model, trace: &Trace) -> (String, Vec<String>) {
    let lang = model.words.lang();
    let told = change::told_whole(&model.words, &model.roster.staff, &trace.change);
    let told = titled(&model.words, trace, told);
    let (day, time) = (dates::day_month_year(lang, trace.at.date()), dates::time(lang, trace.at.time()));
    let by = model.roster.initials(Some(trace.by));
    let args = [("by", by.into()), ("day", day.into()), ("time", time.into())];
    let written = model.words.with("timeline-written", &args);
    let mut lines = vec![format!("{written}{}", moment::aside(&model.words, trace.at))];
    let mut close = false;
    for part in &told.parts {
        // A text of several lines gets lines of its own.
        if !close || part.contains('\n') {
            lines.push(String::new());
        }
        close = !part.contains('\n');
        lines.extend(part.lines().map(str::to_owned));
    }
    (told.title, lines)
}
