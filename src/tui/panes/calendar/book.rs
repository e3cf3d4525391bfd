//! Books and moves appointments: asks before a member of staff or a child is in two places at once.

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Appointment, Edit};
use trivsel_domain::value::AppointmentId;

use super::entry::Entry;
use crate::effect::Effect;
use crate::layers::Layer;
use crate::layers::prompt::{Meaning, Prompt, Purpose};
use crate::layers::question::{self, Step};
use crate::load::Query;
use crate::model::Model;
use crate::view::Names;
use trivsel_words::dates;
use trivsel_words::text::clip;

/// The most of a colliding appointment that is quoted, in columns.
const QUOTED: usize = 26;
/// How many of them are listed; the others are counted, so the keys that answer stay on a narrow screen.
const LISTED: usize = 2;

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
    match prompt.meaning(&crate::forms::Reading::of(model)) {
        Ok(Meaning::Book(entry)) => show(model, entry.date),
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

/// Books what was typed, unless it collides.
pub fn accept(model: &mut Model, entry: &Entry) -> Effect {
    let id = AppointmentId::from_u128(model.mint());
    propose(Edit::create(entry.appointment(id)))
}

/// Looks for collisions before an appointment is saved.
#[must_use]
pub fn propose(edit: Edit<Appointment>) -> Effect {
    Effect::Load(Query::Collisions(Box::new(edit)))
}

/// Saves an appointment that collides with none, and asks about one that does.
pub fn take(model: &mut Model, edit: Edit<Appointment>, others: &[Appointment], names: Names) -> Effect {
    model.calendar.know(names);
    if others.is_empty() {
        return save(model, edit);
    }
    let Some(new) = edit.new_state() else { return Effect::None };
    let mut told: Vec<String> = others.iter().take(LISTED).map(|other| told(model, new, other)).collect();
    let more = others.len().saturating_sub(LISTED);
    told.extend((more > 0).then(|| format!("+{more}")));
    let text = model.words.with("question-book", &[("others", told.join("; ").into())]);
    question::ask(model, text, Step::Book(Box::new(edit)));
    Effect::None
}

/// Saves an appointment and closes the line or the form it was typed in.
pub fn save(model: &mut Model, edit: Edit<Appointment>) -> Effect {
    if let Some(Layer::Form(form)) = model.layers.last() {
        let action = Box::new(Action::Save(vec![edit.into()]));
        return Effect::Finish { action, draft: form.keeping.id };
    }
    model.layers.pop_if(|layer| matches!(layer, Layer::Prompt(Prompt { purpose: Purpose::Book(_), .. })));
    Effect::perform(Action::Save(vec![edit.into()]))
}

/// "MK: Forældresamtale · Alma 13–13.50": who is in two places, and what they are at.
fn told(model: &Model, new: &Appointment, other: &Appointment) -> String {
    let shared = new.staff.iter().filter(|who| other.staff.contains(who));
    let staff: Vec<&str> = shared.map(|who| model.roster.initials(Some(*who))).collect();
    let child = super::child_of(model, other).filter(|_| staff.is_empty());
    let who = child.map_or_else(|| staff.join(" "), |name| name.to_string());
    let title = clip(&super::titled(model, other), QUOTED);
    format!("{}: {title} {}", clip(&who, QUOTED), super::hours(&model.words, other.hours))
}
