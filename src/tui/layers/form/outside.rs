//! The long text of a form in the user's own editor.

use super::following;
use crate::effect::Effect;
use crate::form::{Form, FormField, Input};
use crate::layers::Layer;
use crate::model::Model;

/// The focused long text, else the first.
#[must_use]
pub fn long_text(form: &Form) -> Option<usize> {
    let is_long = |e: &FormField| e.shown && e.is_long();
    if form.focused().is_some_and(is_long) { Some(form.focus) } else { form.fields.iter().position(is_long) }
}

/// Opens the text in the external editor.
pub(super) fn open(model: &Model) -> Effect {
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    let long = long_text(form).and_then(|at| form.fields.get(at));
    long.map_or(Effect::None, |e| Effect::OpenEditor(e.text()))
}

/// Takes the text back from the external editor.
pub fn take_back(model: &mut Model, text: &str) -> Effect {
    following(model, |form| {
        let at = long_text(form);
        let Some(field) = at.and_then(|n| form.fields.get_mut(n)) else { return };
        if let Input::Long(editor) = &mut field.input {
            editor.set_text(text);
            field.touched = true;
        }
        form.enter(at.unwrap_or(form.focus));
        form.changed();
    })
}
