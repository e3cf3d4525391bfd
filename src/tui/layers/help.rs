//! The help layer: the keys of the context below it, narrowed by typing.

use crossterm::event::KeyEvent;

use super::Layer;
use crate::effect::Effect;
use crate::field::Field;
use crate::keys::{Binding, Command, Context, bindings};
use crate::model::Model;
use trivsel_words::Words;
use trivsel_words::text::matches_folded;

#[derive(Clone, Debug)]
pub struct Help {
    pub context: Context,
    /// The text that the list is narrowed by.
    pub field: Field,
    /// The number of lines scrolled past.
    pub scroll: usize,
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
        self.scroll = 0;
    }
}

/// Opens the help of the topmost context, or closes it.
pub fn open(model: &mut Model) {
    if model.layers.pop_if(|layer| matches!(layer, Layer::Help(_))).is_some() {
        return;
    }
    let context = model.context();
    model.layers.push(Layer::Help(Help { context, field: Field::default(), scroll: 0 }));
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Help(help)) = model.layers.last_mut() else { return None };
    match command {
        Command::Up => help.scroll = help.scroll.saturating_sub(1),
        Command::Down => help.scroll += 1,
        Command::PageUp => help.scroll = help.scroll.saturating_sub(10),
        Command::PageDown => help.scroll += 10,
        Command::Open | Command::Back => {
            model.layers.pop();
        }
        _ => return None,
    }
    Some(Effect::None)
}
