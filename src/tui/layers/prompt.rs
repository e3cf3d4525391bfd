//! A field of one line below the pane: it says what it understood, and beside itself what is wrong.

use chrono::NaiveDate;
use trivsel_domain::{
    Absence, Action, CaseId, Coded, Competency, DayEdit, FollowUpEnd, FollowUpId, Half, Hours, Line, Mark,
    Mood, ProgrammeCode, SeatNorm, Staff, Tag, TextProblem,
};
use trivsel_store::TagsInUse;

use super::{Layer, palette, seats, staff_load};
use crate::effect::Effect;
use crate::field::Field;
use crate::forms::Reading;
use crate::keys::Command;
use crate::model::{Model, Pane};
use crate::panes::caseload::change::{self, CaseChange};
use crate::panes::talks::filter::Filter;
use crate::panes::{attendance, calendar, talks};
use trivsel_words::dates;
use trivsel_words::problems::{date_problem, time_problem};
use trivsel_words::typed_date::{Counting, DateSpan, Lean, parse_date, parse_span};
use trivsel_words::typed_time::{parse_time, parse_time_range};

/// What a field is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A date to go to.
    GoTo,
    /// When a child came.
    Late(Spot),
    /// From when to when a child was there.
    Partial(Spot),
    /// A remark on a child's day.
    Remark(Spot),
    /// The mood of a child's day.
    Mood(Spot),
    /// Why, and over which days, an absence is foretold: `s 24.11-28.11`.
    Foretell(CaseId),
    /// What to look for in the pane.
    Search(Pane),
    /// What to narrow the log of talks to: also by the tags on record.
    Filter(Box<TagsInUse>),
    /// What to change of these cases.
    ChangeCases(Vec<CaseId>),
    /// On which date the seats are shown.
    SeatsOn,
    /// How many seats a programme has.
    Norm(ProgrammeCode),
    /// What a member of staff is trained in and works by.
    Methods(Box<Staff>),
    /// What came of something agreed, in a line or none.
    EndFollowUp(FollowUpId, FollowUpEnd),
}

/// A day of a case, and which half of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Whose.
    pub case: CaseId,
    /// Which day.
    pub date: NaiveDate,
    /// Which half.
    pub half: Half,
}

/// A field with its purpose.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What it is for.
    pub purpose: Purpose,
    /// What it is called.
    pub label: String,
    /// What is typed.
    pub field: Field,
}

/// What a field's text means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// Go to this date.
    Date(NaiveDate),
    /// Absent for this cause over this span.
    Absence(Absence, DateSpan),
    /// Do this to the day.
    Edit(Spot, DayEdit),
    /// Look for this.
    Needle,
    /// Narrow the log to this.
    Filter(Filter),
    /// Say this of something agreed.
    Ended(Option<Line>),
    /// Change this of cases.
    Change(CaseChange),
    /// So many seats.
    Norm(SeatNorm),
    /// Trained in these, working by those.
    Methods(Vec<Competency>, Vec<Tag>),
}

impl Prompt {
    /// An empty field.
    #[must_use]
    pub fn new(purpose: Purpose, label: String) -> Self {
        Self { purpose, label, field: Field::default() }
    }

    /// The field with a text already in it.
    #[must_use]
    pub fn filled(mut self, text: &str) -> Self {
        self.field = Field::with(text);
        self
    }

    /// What the text means, or what is wrong with it, in words.
    ///
    /// # Errors
    /// The words that stand beside the field.
    pub fn meaning(&self, reading: &Reading<'_>) -> Result<Meaning, String> {
        let (words, today) = (reading.words, reading.today());
        let text = self.field.text().trim();
        let wrong = |id: &str| words.get(id).to_owned();
        match &self.purpose {
            Purpose::Search(_) => Ok(Meaning::Needle),
            Purpose::Filter(used) => {
                Filter::read(text, used, reading).map(Meaning::Filter).map_err(|p| p.told(reading))
            }
            Purpose::EndFollowUp(..) => match Line::new(text) {
                Ok(line) => Ok(Meaning::Ended(Some(line))),
                Err(TextProblem::Empty) => Ok(Meaning::Ended(None)),
                Err(_) => Err(wrong("prompt-too-long")),
            },
            Purpose::ChangeCases(_) => CaseChange::read(text, reading).map(Meaning::Change),
            Purpose::SeatsOn => parse_date(text, today, Lean::Nearest, words.lang())
                .map(Meaning::Date)
                .map_err(|p| date_problem(words, &p)),
            Purpose::Norm(_) => seats::read_norm(words, text).map(Meaning::Norm),
            Purpose::Methods(_) => staff_load::read_methods(words, text),
            Purpose::GoTo => parse_date(text, today, Lean::Nearest, words.lang())
                .map(Meaning::Date)
                .map_err(|p| date_problem(words, &p)),
            Purpose::Foretell(_) => {
                let (cause, days) = cause_and_days(text);
                parse_span(days, today, Lean::Future, Counting::SchoolDays, words.lang())
                    .map(|span| Meaning::Absence(cause, span))
                    .map_err(|p| date_problem(words, &p))
            }
            Purpose::Late(spot) => {
                let time = parse_time(text).map_err(|p| time_problem(words, &p))?;
                Ok(mark(*spot, Mark::Late { at: time.into() }))
            }
            Purpose::Partial(spot) => {
                let range = parse_time_range(text).map_err(|p| time_problem(words, &p))?;
                let hours =
                    Hours::new(range.from.into(), range.to.into()).map_err(|_| wrong("prompt-backward"))?;
                Ok(mark(*spot, Mark::Partial { hours }))
            }
            Purpose::Remark(spot) => match Line::new(text) {
                Ok(line) => Ok(Meaning::Edit(*spot, DayEdit::Remark(Some(line)))),
                Err(TextProblem::Empty) => Ok(Meaning::Edit(*spot, DayEdit::Remark(None))),
                Err(_) => Err(wrong("prompt-too-long")),
            },
            Purpose::Mood(spot) => match text {
                "" => Ok(Meaning::Edit(*spot, DayEdit::Mood(None))),
                text => text
                    .parse()
                    .ok()
                    .and_then(|n| Mood::new(n).ok())
                    .map(|mood| Meaning::Edit(*spot, DayEdit::Mood(Some(mood))))
                    .ok_or_else(|| wrong("prompt-mood-range")),
            },
        }
    }

    /// What was understood, for the echo beside the field.
    #[must_use]
    pub fn echo(&self, reading: &Reading<'_>) -> Option<Result<String, String>> {
        let words = reading.words;
        if self.field.text().trim().is_empty() {
            return None;
        }
        let meaning = match self.meaning(reading) {
            Ok(meaning) => meaning,
            Err(problem) => return Some(Err(problem)),
        };
        let text = match meaning {
            Meaning::Date(date) => dates::day_long_and_week(words.lang(), date),
            Meaning::Absence(cause, span) => {
                let cause = words.code("mark", cause.code());
                format!("{cause} · {}", dates::span(words.lang(), span.from, span.to))
            }
            Meaning::Edit(_, DayEdit::Mark(_, Mark::Late { at })) => dates::time(words.lang(), at.into()),
            Meaning::Edit(_, DayEdit::Mark(_, Mark::Partial { hours })) => {
                dates::time_range(words.lang(), hours.from().into(), hours.to().into())
            }
            Meaning::Filter(filter) => filter.told(reading),
            Meaning::Change(change) => match &self.purpose {
                Purpose::ChangeCases(cases) => change.told(reading, cases.len()),
                _ => return None,
            },
            Meaning::Norm(norm) => seats::told_norm(words, norm),
            Meaning::Methods(competencies, methods) => {
                staff_load::told_methods(words, &competencies, &methods)
            }
            Meaning::Edit(..) | Meaning::Needle | Meaning::Ended(_) => return None,
        };
        Some(Ok(text))
    }
}

/// A letter and a blank in front name the cause, as in the register; without one it is sickness.
fn cause_and_days(text: &str) -> (Absence, &str) {
    match text.split_once(' ') {
        Some(("s" | "S", days)) => (Absence::Sick, days),
        Some(("l" | "L", days)) => (Absence::Leave, days),
        _ => (Absence::Sick, text),
    }
}

fn mark(spot: Spot, mark: Mark) -> Meaning {
    Meaning::Edit(spot, DayEdit::Mark(spot.half, mark))
}

/// Accepts or closes the field.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    match command {
        Command::Accept => Some(accept(model)),
        Command::Back => Some(close(model)),
        Command::SearchAll => search_all(model),
        _ => None,
    }
}

/// From searching one pane to searching everything, with what is typed so far.
fn search_all(model: &mut Model) -> Option<Effect> {
    let Some(Layer::Prompt(Prompt { purpose: Purpose::Search(_), field, .. })) = model.layers.last() else {
        return None;
    };
    let typed = field.clone();
    let _ = close(model);
    let effect = palette::open(model);
    if let Some(Layer::Palette(palette)) = model.layers.last_mut() {
        palette.field = typed;
    }
    Some(effect)
}

fn accept(model: &mut Model) -> Effect {
    let Some(Layer::Prompt(prompt)) = model.layers.last() else { return Effect::None };
    let Ok(meaning) = prompt.meaning(&Reading::of(model)) else {
        // What is wrong stands beside the field already, and nothing in it is cleared.
        return Effect::None;
    };
    let (purpose, text) = (prompt.purpose.clone(), prompt.field.text().trim().to_owned());
    model.layers.pop();
    match (meaning, purpose) {
        (Meaning::Date(date), Purpose::SeatsOn) => seats::show_on(model, date),
        (Meaning::Change(change), Purpose::ChangeCases(cases)) => change::accept(model, &cases, &change),
        (Meaning::Norm(norm), Purpose::Norm(programme)) => {
            Effect::perform(Action::SetSeats { programme, norm })
        }
        (Meaning::Methods(competencies, methods), Purpose::Methods(seen)) => {
            Effect::perform(Action::EditStaff { seen, competencies, methods })
        }
        (Meaning::Date(date), _) if model.pane == Pane::Calendar => calendar::go_to(model, date),
        (Meaning::Date(date), _) => attendance::go_to(model, date),
        (Meaning::Absence(cause, span), Purpose::Foretell(case)) => {
            Effect::perform(Action::Foretell { case, from: span.from, to: span.to, cause })
        }
        (Meaning::Edit(spot, edit), _) => {
            if matches!(edit, DayEdit::Remark(_)) {
                model.attendance.kept_remark = None;
            }
            attendance::edit(model, spot, edit)
        }
        (Meaning::Filter(filter), _) => {
            model.talks.narrow(filter);
            talks::load(model)
        }
        (Meaning::Ended(note), Purpose::EndFollowUp(id, how)) => {
            Effect::perform(Action::EndFollowUp { id, how, note })
        }
        (Meaning::Needle, Purpose::Search(Pane::Talks)) => talks::search(model, &text),
        (
            Meaning::Needle
            | Meaning::Absence(..)
            | Meaning::Ended(_)
            | Meaning::Change(_)
            | Meaning::Norm(_)
            | Meaning::Methods(..),
            _,
        ) => Effect::None,
    }
}

/// Closing throws no text away: a remark is kept for the next time the field is opened.
fn close(model: &mut Model) -> Effect {
    let Some(Layer::Prompt(prompt)) = model.layers.pop() else { return Effect::None };
    match prompt.purpose {
        Purpose::Remark(spot) if !prompt.field.text().trim().is_empty() => {
            model.attendance.kept_remark = Some((spot, prompt.field.text().to_owned()));
            let text = model.words.get("prompt-kept").to_owned();
            model.say(text);
        }
        Purpose::Search(pane) => crate::update::narrow(model, pane, ""),
        _ => {}
    }
    Effect::None
}
