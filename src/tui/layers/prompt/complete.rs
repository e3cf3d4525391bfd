//! Writes out the name being typed in a field.

use super::Purpose;
use crate::effect::Effect;
use crate::field::Field;
use crate::forms::Lookup;
use crate::layers::Layer;
use crate::model::Model;
use crate::panes::calendar::{typed_appointment, whose};

/// Writes out the name being typed; pressed again, the next name that the letters fit.
pub(super) fn complete(model: &mut Model) -> Option<Effect> {
    let lookup = Lookup::of(model);
    let Some(Layer::Prompt(prompt)) = model.layers.last() else { return None };
    let completions = match prompt.purpose {
        Purpose::Book(_) | Purpose::Amend(_) => typed_appointment::completions,
        Purpose::Whose => whose::completions,
        _ => return None,
    };
    let text = prompt.field.text().to_owned();
    let (typed, offers) = match &prompt.offered {
        Some((typed, offers)) if offers.contains(&text) => (typed.clone(), offers.clone()),
        _ => (text.clone(), completions(&text, &lookup)),
    };
    let next = offers.iter().position(|offer| *offer == text).map_or(0, |at| at + 1);
    let Some(offer) = offers.get(next).or(offers.first()).cloned() else {
        model.refuse_with("book-no-completion");
        return Some(Effect::None);
    };
    if let Some(Layer::Prompt(prompt)) = model.layers.last_mut() {
        prompt.change(|field| *field = Field::with(&offer));
        prompt.offered = Some((typed, offers));
    }
    Some(crate::update::narrow_live(model))
}
