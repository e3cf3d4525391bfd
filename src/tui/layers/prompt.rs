//! A field of one line below the pane, with the meaning of the text, or what is wrong with it, beside it.

mod complete;
mod purpose;
pub mod why;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use trivsel_domain::decide::{Action, DayEdit, Reason};
use trivsel_domain::record::{Competency, Mood};
use trivsel_domain::rules::house_figures::Span;
use trivsel_domain::rules::series::Amendment;
use trivsel_domain::value::{Absence, Coded, Hours, Line, Mark, NotHeld, SeatNorm, Tag, TextProblem};
use trivsel_reports::ReportKind;
use trivsel_store::Access;

pub use self::purpose::{Purpose, RegisterCell};
use super::school_year::line::Typed;
use super::{Layer, free_times, palette, school_year, seats, staff_load};
use crate::effect::Effect;
use crate::field::Field;
use crate::forms::Lookup;
use crate::keeping::Task;
use crate::keys::Command;
use crate::model::{Model, Pane};
use crate::panes::calendar::missed;
use crate::panes::calendar::typed_appointment::TypedAppointment;
use crate::panes::calendar::whose::{self, Whose};
use crate::panes::caseload::change::{self, CaseChange};
use crate::panes::talks::filter::Filter;
use crate::panes::{self, attendance, calendar, talks};
use crate::sheet::report::{self, Writing, Written};
use trivsel_words::house_tables::period;
use trivsel_words::problems::{date_problem, time_problem};
use trivsel_words::typed_date::{Counting, DateSpan, Lean, parse_date, parse_span};
use trivsel_words::typed_time::{parse_time, parse_time_range};
use trivsel_words::{dates, refusal};

#[derive(Clone, Debug)]
pub struct Prompt {
    pub purpose: Purpose,
    pub label: String,
    pub field: Field,
    /// The day on which the text was typed, if it is over.
    typed_on: Option<NaiveDate>,
    /// The line that was completed last, and its completions.
    offered: Option<(String, Vec<String>)>,
}

/// What the text of a field means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    Date(NaiveDate),
    /// An absence for this cause over this span.
    Absence(Absence, DateSpan),
    Book(Box<TypedAppointment>),
    Amend(Box<Amendment>),
    Whose(Whose),
    NotHeld(Option<NotHeld>),
    Closure(Box<Typed>),
    Edit(RegisterCell, DayEdit),
    /// The text is searched for as it is.
    Needle,
    Filter(Filter),
    /// The line about the result of a follow-up.
    Ended(Option<Line>),
    Change(CaseChange),
    Norm(SeatNorm),
    /// Trainings and methods.
    Methods(Vec<Competency>, Vec<Tag>),
    Period(Span),
    /// The line about why the user looks.
    Why(Line),
    /// The name of a folder.
    Folder(String),
    /// The name of a file.
    File(String),
}

impl Prompt {
    #[must_use]
    pub fn new(purpose: Purpose, label: String) -> Self {
        Self { purpose, label, field: Field::default(), typed_on: None, offered: None }
    }

    /// Fills in a text that the first letter replaces.
    #[must_use]
    pub fn filled(mut self, text: &str) -> Self {
        self.field = Field::filled(text);
        self
    }

    /// Fills in the user's own text, which goes on.
    #[must_use]
    pub fn resumed(mut self, text: &str) -> Self {
        self.field = Field::with(text);
        self
    }

    pub fn type_key(&mut self, key: KeyEvent) {
        self.change(|field| field.type_key(key));
    }

    pub fn paste(&mut self, text: &str) {
        self.change(|field| field.paste(text));
    }

    /// What is typed now is read against today.
    fn change(&mut self, change: impl FnOnce(&mut Field)) {
        let before = self.field.text().to_owned();
        change(&mut self.field);
        self.typed_on = self.typed_on.filter(|_| before == self.field.text());
    }

    /// Holds on to the meaning of the text when the day is over.
    pub fn stay(&mut self, day: NaiveDate) {
        self.typed_on.get_or_insert(day);
    }

    /// What the text means.
    ///
    /// # Errors
    /// What is wrong with the text, in words.
    pub fn meaning(&self, lookup: &Lookup<'_>) -> Result<Meaning, String> {
        let lookup = &lookup.on(self.typed_on.unwrap_or(lookup.today()));
        let (words, today) = (lookup.words, lookup.today());
        let text = self.field.text().trim();
        let wrong = |id: &str| words.get(id).to_owned();
        match &self.purpose {
            Purpose::Search(_) => Ok(Meaning::Needle),
            Purpose::Filter(used) => {
                Filter::read(text, used, lookup).map(Meaning::Filter).map_err(|p| p.told(lookup))
            }
            Purpose::EndFollowUp(..) => match Line::new(text) {
                Ok(line) => Ok(Meaning::Ended(Some(line))),
                Err(TextProblem::Empty) => Ok(Meaning::Ended(None)),
                Err(_) => Err(wrong("prompt-too-long")),
            },
            Purpose::ChangeCases(_) => CaseChange::read(text, lookup).map(Meaning::Change),
            Purpose::NotHeld(_) => missed::read(text, words).map(Meaning::NotHeld),
            Purpose::Period(_) => report::read_period(words, text, today).map(Meaning::Period),
            Purpose::Why(..) => why::read(words, text),
            Purpose::BackUp if text.is_empty() => Err(wrong("prompt-back-up-where")),
            Purpose::BackUp => Ok(Meaning::Folder(text.to_owned())),
            Purpose::Write(_) => report::read(words, text).map(Meaning::File),
            Purpose::Norm(_) => seats::read_norm(words, text).map(Meaning::Norm),
            Purpose::Methods(_) => staff_load::read_methods(words, text),
            Purpose::GoTo | Purpose::SeatsOn => parse_date(text, today, Lean::Nearest, words.lang())
                .map(Meaning::Date)
                .map_err(|p| date_problem(words, &p)),
            Purpose::Book(day) => {
                TypedAppointment::read(text, *day, lookup).map(|typed| Meaning::Book(Box::new(typed)))
            }
            Purpose::Amend(about) => {
                about.read(text, lookup).map(|amendment| Meaning::Amend(Box::new(amendment)))
            }
            Purpose::Whose => Whose::read(text, lookup).map(Meaning::Whose),
            Purpose::Closure(about) => {
                Typed::read(text, about, lookup).map(|typed| Meaning::Closure(Box::new(typed)))
            }
            Purpose::Foretell(_) => {
                let (cause, days) = attendance::cause_and_days(text);
                parse_span(days, today, Lean::Future, Counting::SchoolDays, words.lang())
                    .map(|span| Meaning::Absence(cause, span))
                    .map_err(|p| date_problem(words, &p))
            }
            Purpose::Late(cell, planned) => {
                let time = parse_time(text).map_err(|p| time_problem(words, &p))?;
                within(*planned, Mark::Late { at: time.into() }, lookup).map(|m| mark(*cell, m))
            }
            Purpose::Partial(cell, planned) => {
                let range = parse_time_range(text).map_err(|p| time_problem(words, &p))?;
                let hours =
                    Hours::new(range.from.into(), range.to.into()).map_err(|_| wrong("prompt-backward"))?;
                within(*planned, Mark::Partial { hours }, lookup).map(|m| mark(*cell, m))
            }
            Purpose::Remark(cell) => match Line::new(text) {
                Ok(line) => Ok(Meaning::Edit(*cell, DayEdit::Remark(Some(line)))),
                Err(TextProblem::Empty) => Ok(Meaning::Edit(*cell, DayEdit::Remark(None))),
                Err(_) => Err(wrong("prompt-too-long")),
            },
            Purpose::Mood(cell) => match text {
                "" => Ok(Meaning::Edit(*cell, DayEdit::Mood(None))),
                text => text
                    .parse()
                    .ok()
                    .and_then(|n| Mood::new(n).ok())
                    .map(|mood| Meaning::Edit(*cell, DayEdit::Mood(Some(mood))))
                    .ok_or_else(|| wrong("prompt-mood-range")),
            },
        }
    }

    /// The meaning of the text in words, shown beside the field while the user types.
    #[must_use]
    pub fn echo(&self, lookup: &Lookup<'_>) -> Option<Result<String, String>> {
        let words = lookup.words;
        // Nothing typed means something where it is usual.
        if self.field.text().trim().is_empty() && !matches!(self.purpose, Purpose::Period(_)) {
            let how = match self.purpose {
                Purpose::NotHeld(_) => "not-held-how",
                Purpose::Amend(_) => "amend-nothing",
                _ => return None,
            };
            return Some(Ok(words.get(how).to_owned()));
        }
        let meaning = match self.meaning(lookup) {
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
            Meaning::Book(typed) => typed.told(lookup),
            Meaning::Amend(amendment) => match &self.purpose {
                Purpose::Amend(about) => about.told(&amendment, lookup),
                _ => return None,
            },
            Meaning::Whose(whose) => whose.told(lookup),
            Meaning::NotHeld(why) => missed::echo(words, why),
            Meaning::Filter(filter) => filter.told(lookup),
            Meaning::Change(change) => match &self.purpose {
                Purpose::ChangeCases(cases) => change.told(lookup, cases.len()),
                _ => return None,
            },
            Meaning::Closure(typed) => match &self.purpose {
                Purpose::Closure(about) => typed.told(about, lookup),
                _ => return None,
            },
            Meaning::Norm(norm) => seats::told_norm(words, norm),
            Meaning::Methods(competencies, methods) => {
                staff_load::told_methods(words, &competencies, &methods)
            }
            Meaning::Period(span) => period(words, span),
            Meaning::Why(_) => words.get("prompt-why-told").to_owned(),
            Meaning::Folder(_) => words.get("prompt-back-up-told").to_owned(),
            Meaning::File(to) => report::told(words, &to),
            Meaning::Edit(..) | Meaning::Needle | Meaning::Ended(_) => return None,
        };
        Some(Ok(text))
    }
}

/// The mark, or the planned hours that it does not fit, in words.
fn within(planned: Option<Hours>, mark: Mark, lookup: &Lookup<'_>) -> Result<Mark, String> {
    match planned.filter(|hours| !mark.fits(*hours)) {
        Some(planned) => Err(refusal::reason(lookup.words, lookup.staff, &Reason::OutsidePlan { planned })),
        None => Ok(mark),
    }
}

fn mark(cell: RegisterCell, mark: Mark) -> Meaning {
    Meaning::Edit(cell, DayEdit::Mark(cell.half, mark))
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    match command {
        Command::Accept => Some(accept(model)),
        Command::Back => Some(close(model)),
        Command::SearchAll => search_all(model),
        Command::ClearField => Some(clear(model)),
        Command::Complete => complete::complete(model),
        Command::FreeTimes => free_times::ask(model),
        _ => None,
    }
}

fn clear(model: &mut Model) -> Effect {
    if let Some(Layer::Prompt(prompt)) = model.layers.last_mut() {
        prompt.change(Field::clear);
    }
    crate::update::narrow_live(model)
}

/// Moves the typed text from the pane's search into the palette.
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
    let meaning = match prompt.meaning(&Lookup::of(model)) {
        Ok(meaning) => meaning,
        Err(problem) => {
            // The text stays. The problem stands beside it already, unless there is no text.
            if prompt.field.text().trim().is_empty() {
                model.refuse(vec![problem]);
            }
            return Effect::None;
        }
    };
    let (purpose, text) = (prompt.purpose.clone(), prompt.field.text().trim().to_owned());
    if let Meaning::Book(typed) = &meaning {
        // The line stays until the appointment is saved: it may collide with another.
        return calendar::book::accept(model, typed);
    }
    if let (Meaning::Amend(amendment), Purpose::Amend(about)) = (&meaning, &purpose) {
        return calendar::amend::accept(model, about, amendment);
    }
    if let (Meaning::Closure(typed), Purpose::Closure(about)) = (&meaning, &purpose) {
        return school_year::accept(model, about, typed);
    }
    model.layers.pop();
    match (meaning, purpose) {
        (Meaning::Date(date), Purpose::SeatsOn) => seats::show_on(model, date),
        (Meaning::NotHeld(why), Purpose::NotHeld(one)) => missed::accept(*one, why),
        (Meaning::Change(change), Purpose::ChangeCases(cases)) => change::accept(model, &cases, &change),
        (Meaning::Norm(norm), Purpose::Norm(programme)) => {
            Effect::perform(Action::SetSeats { programme, norm })
        }
        (Meaning::Methods(competencies, methods), Purpose::Methods(seen)) => {
            Effect::perform(Action::EditStaff { seen, competencies, methods })
        }
        (Meaning::Period(span), Purpose::Period(case)) => {
            let what = Written::Attendance(span);
            report::ask_where(model, case, ReportKind::AttendanceSheet, what);
            Effect::None
        }
        (Meaning::Why(why), Purpose::Why(case, talk)) => {
            Effect::SayWhy(Access::Why { case, talk, text: why.as_str().to_owned() })
        }
        (Meaning::Folder(to), _) => Effect::Keep(Task::BackUp(to)),
        (Meaning::File(to), Purpose::Write(writing)) => {
            Effect::WriteReport(Box::new(Writing { to, ..*writing }))
        }
        (Meaning::Date(date), _) => panes::go_to(model, date),
        (Meaning::Absence(cause, span), Purpose::Foretell(case)) => {
            Effect::perform(Action::Foretell { case, from: span.from, to: span.to, cause })
        }
        (Meaning::Edit(cell, edit), _) => {
            if matches!(edit, DayEdit::Remark(_)) {
                model.attendance.kept_remark = None;
            }
            attendance::edit(model, cell, edit)
        }
        (Meaning::Whose(whose), _) => whose::show(model, whose),
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
            | Meaning::Book(_)
            | Meaning::Amend(_)
            | Meaning::NotHeld(_)
            | Meaning::Closure(_)
            | Meaning::Ended(_)
            | Meaning::Change(_)
            | Meaning::Norm(_)
            | Meaning::Period(_)
            | Meaning::Why(_)
            | Meaning::File(_)
            | Meaning::Methods(..),
            _,
        ) => Effect::None,
    }
}

/// Closes the field. A typed remark is kept for the next time the field is opened.
fn close(model: &mut Model) -> Effect {
    let Some(Layer::Prompt(prompt)) = model.layers.pop() else { return Effect::None };
    match prompt.purpose {
        Purpose::Remark(cell) if !prompt.field.text().trim().is_empty() => {
            model.attendance.kept_remark = Some((cell, prompt.field.text().to_owned()));
            let text = model.words.get("prompt-kept").to_owned();
            model.say(text);
        }
        Purpose::Search(pane) => crate::update::narrow(model, pane, ""),
        Purpose::Book(day) => return calendar::book::show(model, day),
        _ => {}
    }
    Effect::None
}
