//! Books and moves appointments: asks before a member of staff or a child is in two places at once.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Appointment, Change, Edit};
use trivsel_domain::rules::booking::collide;
use trivsel_domain::rules::series::Closed;

use super::typed_appointment::TypedAppointment;
use crate::effect::Effect;
use crate::layers::Layer;
use crate::layers::prompt::{Meaning, Prompt, Purpose};
use crate::layers::question::{self, Consequence};
use crate::load::Query;
use crate::model::{Model, Pane};
use crate::view::Names;
use trivsel_words::text::clip;
use trivsel_words::{dates, series};

/// The most of a colliding appointment that is quoted, in columns.
const QUOTED: usize = 26;
/// How many of them are listed; the others are counted, so the keys that answer stay on a narrow screen.
const LISTED: usize = 2;
/// How many days that stand aside are listed.
const ASIDE: usize = 3;

/// Opens the line for a new appointment on the selected day, with the time of the cursor if it is a free one.
pub fn open(model: &mut Model) -> Effect {
    let label = model.words.get("prompt-book").to_owned();
    let mut prompt = Prompt::new(Purpose::Book(model.calendar.selected_day()), label);
    if let (None, Some(time)) = (model.calendar.selected_appointment(), model.calendar.selected_time()) {
        prompt = prompt.resumed(&format!("{} ", dates::time(model.words.lang(), time.into())));
    }
    model.layers.push(Layer::Prompt(prompt));
    Effect::None
}

/// Shows the week of the day that is being typed.
pub fn follow(model: &mut Model) -> Effect {
    let Some(Layer::Prompt(prompt)) = model.layers.last() else { return Effect::None };
    let Purpose::Book(from) = prompt.purpose else { return Effect::None };
    match prompt.meaning(&crate::forms::Lookup::of(model)) {
        Ok(Meaning::Book(typed)) => show(model, typed.date),
        _ if prompt.field.text().trim().is_empty() => show(model, from),
        _ => Effect::None,
    }
}

/// Shows a day, and reads its week if another one is on the screen.
pub fn show(model: &mut Model, date: NaiveDate) -> Effect {
    if date == model.calendar.selected_day() {
        return Effect::None;
    }
    let before = model.calendar.monday();
    let effect = super::go_to(model, date);
    if before == model.calendar.monday() { Effect::None } else { effect }
}

/// Appointments that are about to be saved, all or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub edits: Vec<Edit<Appointment>>,
    /// What a series moves or skips because the school is closed.
    pub closed: Vec<Closed>,
}

/// Books what was typed, unless it collides or stands aside for closed days.
pub fn accept(model: &mut Model, typed: &TypedAppointment) -> Effect {
    let appointments = typed.appointments(|| model.mint());
    let edits = appointments.into_iter().map(Edit::create).collect();
    propose_all(Proposal { edits, closed: typed.closed().to_vec() })
}

/// Looks for collisions before an appointment is saved.
#[must_use]
pub fn propose(edit: Edit<Appointment>) -> Effect {
    propose_all(Proposal { edits: vec![edit], closed: Vec::new() })
}

/// Looks for collisions before appointments are saved.
#[must_use]
pub fn propose_all(proposal: Proposal) -> Effect {
    Effect::Load(Query::Collisions(Box::new(proposal)))
}

/// Saves appointments that collide with none, and asks about those that do or that stand aside for closed days.
pub fn take(model: &mut Model, proposal: Proposal, others: &[Appointment], names: Names) -> Effect {
    model.calendar.know(names);
    if others.is_empty() && proposal.closed.is_empty() {
        return save(model, &proposal);
    }
    let text = asked(model, &proposal, others);
    question::ask(model, text, Consequence::Book(Box::new(proposal)));
    Effect::None
}

/// What is asked before appointments are saved: which days are closed, and who is in two places.
fn asked(model: &Model, proposal: &Proposal, others: &[Appointment]) -> String {
    let words = &model.words;
    let new = |other: &Appointment| {
        proposal.edits.iter().filter_map(Edit::new_state).find(|new| collide(new, other))
    };
    let several = proposal.edits.len() > 1;
    let busy = others.iter().filter_map(|other| Some(told(model, new(other)?, other, several)));
    let busy = listed(busy.collect(), LISTED);
    if proposal.closed.is_empty() {
        let is_new = proposal.edits.iter().all(|edit| edit.old().is_none());
        let id = if is_new { "question-book" } else { "question-move" };
        return words.with(id, &[("others", busy.into())]);
    }
    let aside = proposal.closed.iter().map(|c| series::closed(words, c, model.today()));
    let aside = listed(aside.collect(), ASIDE);
    let count = proposal.edits.iter().filter(|edit| edit.new_state().is_some()).count();
    let args = [("count", count.into()), ("closed", aside.into()), ("others", busy.as_str().into())];
    words.with(if busy.is_empty() { "question-aside" } else { "question-aside-busy" }, &args)
}

/// The first of a list; the others are counted.
fn listed(mut told: Vec<String>, most: usize) -> String {
    let more = told.len().saturating_sub(most);
    told.truncate(most);
    told.extend((more > 0).then(|| format!("+{more}")));
    told.join("; ")
}

/// Saves appointments and closes the line or the form they were typed in. The cursor follows.
pub fn save(model: &mut Model, proposal: &Proposal) -> Effect {
    let changes = proposal.edits.iter().cloned().map(Change::from).collect();
    if let Some(Layer::Form(form)) = model.layers.last() {
        return Effect::Finish { action: Box::new(Action::Save(changes)), draft: form.keeping.id };
    }
    model.layers.pop_if(|layer| {
        matches!(layer, Layer::Prompt(Prompt { purpose: Purpose::Book(_) | Purpose::Amend(_), .. }))
    });
    let saved = Effect::perform(Action::Save(changes));
    let here = model.calendar.selected_appointment().map(|a| a.id);
    let states = || proposal.edits.iter().filter_map(Edit::new_state);
    match states().find(|a| Some(a.id) == here).or_else(|| states().next()) {
        Some(one) if model.pane == Pane::Calendar => {
            model.calendar.stand_on_appointment(one.date, one.id);
            Effect::Many(vec![saved, Effect::Load(super::shown(model))])
        }
        _ => saved,
    }
}

/// "MK: Forældresamtale · Alma 13–13.50": who is in two places, and what they are at; with the day for one of several.
fn told(model: &Model, new: &Appointment, other: &Appointment, several: bool) -> String {
    let shared = new.staff.iter().filter(|who| other.staff.contains(who));
    let staff: Vec<&str> = shared.map(|who| model.roster.initials(Some(*who))).collect();
    let child = super::child_of(model, other).filter(|_| staff.is_empty());
    let who = child.map_or_else(|| staff.join(" "), |name| name.to_string());
    let title = clip(&super::titled(model, other), QUOTED);
    let hours = super::hours(&model.words, other.hours);
    let day = several.then(|| format!("{} ", dates::day_short(model.words.lang(), other.date)));
    format!("{}{}: {title} {hours}", day.unwrap_or_default(), clip(&who, QUOTED))
}
