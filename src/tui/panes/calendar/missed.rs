//! Records on one line why an appointment was not held.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Appointment, Edit};
use trivsel_domain::value::{Coded, NotHeld};

use crate::effect::Effect;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose};
use crate::model::Model;
use trivsel_words::Words;
use trivsel_words::text::fold;

/// Opens the line for the reason, with the one on record if there is one. What a signed note tells of was held.
pub fn open(model: &mut Model, one: Appointment) -> Effect {
    if model.calendar.note_of(one.id).is_some() {
        model.refuse_with("calendar-was-held");
        return Effect::None;
    }
    let label = model.words.get("prompt-not-held").to_owned();
    let known = one.not_held.map(|why| model.words.code("missed", why.code()).to_owned());
    let prompt = Prompt::new(Purpose::NotHeld(Box::new(one)), label);
    let prompt = match known {
        Some(known) => prompt.filled(&known),
        None => prompt,
    };
    model.layers.push(Layer::Prompt(prompt));
    Effect::None
}

/// The reason that a text begins; `None` for a dash, which takes the reason away.
///
/// # Errors
/// In words, with the reasons.
pub fn read(text: &str, words: &Words) -> Result<Option<NotHeld>, String> {
    let typed = fold(text.trim());
    if typed == "-" {
        return Ok(None);
    }
    let begins = |why: &NotHeld| fold(words.code("missed", why.code())).starts_with(&typed);
    let mut fitting = NotHeld::ALL.iter().copied().filter(begins);
    match (fitting.next(), fitting.next()) {
        (Some(one), None) if !typed.is_empty() => Ok(Some(one)),
        _ => Err(words.get("not-held-how").to_owned()),
    }
}

/// "ikke holdt: aflyst af familien".
#[must_use]
pub fn told(words: &Words, why: NotHeld) -> String {
    words.with("calendar-not-held", &[("why", words.code("not-held", why.code()).into())])
}

/// The reason that is being typed, or that none is left.
#[must_use]
pub fn echo(words: &Words, why: Option<NotHeld>) -> String {
    why.map_or_else(|| words.get("not-held-no-more").to_owned(), |why| told(words, why))
}

/// Records the reason, or takes it away.
pub fn accept(old: Appointment, not_held: Option<NotHeld>) -> Effect {
    let new = Appointment { not_held, ..old.clone() };
    let edit = Edit::new(Some(old), Some(new)).ok();
    edit.map_or(Effect::None, |edit| Effect::perform(Action::Save(vec![edit.into()])))
}
