//! The help layer: the keys of the context below it, narrowed by typing.

use crossterm::event::KeyEvent;

use super::Layer;
use crate::effect::Effect;
use crate::field::Field;
use crate::keys::{Binding, Command, Context, bindings};
use crate::model::Model;
use crate::widgets::scroll::Scroll;
use trivsel_words::Words;
use trivsel_words::text::matches_folded;

#[derive(Clone, Debug)]
pub struct Help {
    pub context: Context,
    /// The text that the list is narrowed by.
    pub field: Field,
    pub scroll: Scroll,
}

impl Help {
    /// The bindings that match the typed text.
    pub fn shown<'a>(
        &'a self,
        words: &'a Words,
    ) -> impl Iterator<Item = (String, &'a str, &'static Binding)> + 'a {
        bindings(self.context).filter_map(|binding| {
            let keys: Vec<String> = binding.chords.iter().map(|c| c.label(words)).collect();
            let keys = keys.join("  ");
            let name = words.code("key", binding.command.code());
            let needle = self.field.text();
            let fits = needle.is_empty() || matches_folded(name, needle) || matches_folded(&keys, needle);
            fits.then_some((keys, name, binding))
        })
    }

    pub fn type_key(&mut self, key: KeyEvent) {
        self.field.type_key(key);
        self.scroll = Scroll::default();
    }
}

/// Opens the help of the topmost context, or closes it.
pub fn open(model: &mut Model) {
    if model.layers.pop_if(|layer| matches!(layer, Layer::Help(_))).is_some() {
        return;
    }
    let context = model.context();
    model.layers.push(Layer::Help(Help { context, field: Field::default(), scroll: Scroll::default() }));
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Help(help)) = model.layers.last_mut() else { return None };
    match command {
        _ if help.scroll.moved(command) => {}
        Command::Open | Command::Back => {
            model.layers.pop();
        }
        _ => return None,
    }
    Some(Effect::None)
}
