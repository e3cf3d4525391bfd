//! What lies above a pane: one stack, the topmost gets the keys first.

pub mod help;
pub mod lock;
pub mod palette;
pub mod prompt;
pub mod reader;
pub mod scores;

use crossterm::event::KeyEvent;

use self::help::Help;
use self::lock::Lock;
use self::palette::Palette;
use self::prompt::Prompt;
use self::reader::Reader;
use super::effect::Effect;
use super::keys::{Command, Context};
use super::model::Model;

/// One layer.
#[derive(Debug)]
pub enum Layer {
    /// The keys of the place below.
    Help(Help),
    /// Commands and children by name.
    Palette(Palette),
    /// A field of one line.
    Prompt(Prompt),
    /// A text to read.
    Reader(Reader),
    /// The locked screen.
    Lock(Lock),
}

impl Layer {
    /// Where its keys are looked up.
    #[must_use]
    pub fn context(&self) -> Context {
        match self {
            Self::Help(_) | Self::Palette(_) => Context::Picker,
            Self::Prompt(_) => Context::Prompt,
            Self::Reader(_) => Context::Reader,
            Self::Lock(_) => Context::Lock,
        }
    }
}

/// Lets the topmost layer act on a command. Answers nothing where the command is not the layer's.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    match model.layers.last()? {
        Layer::Help(_) => help::act(model, command),
        Layer::Palette(_) => palette::act(model, command),
        Layer::Prompt(_) => prompt::act(model, command),
        Layer::Reader(_) => reader::act(model, command),
        Layer::Lock(_) => lock::act(model, command),
    }
}

/// Lets the topmost layer take a key as text.
pub fn type_key(model: &mut Model, key: KeyEvent) {
    match model.layers.last_mut() {
        Some(Layer::Help(help)) => help.type_key(key),
        Some(Layer::Palette(_)) => palette::type_key(model, key),
        Some(Layer::Prompt(prompt)) => prompt.field.type_key(key),
        Some(Layer::Lock(lock)) => lock.field.type_key(key),
        Some(Layer::Reader(_)) | None => {}
    }
}

/// Lets the topmost layer take pasted text; outside a field it does nothing.
pub fn paste(model: &mut Model, text: &str) {
    match model.layers.last_mut() {
        Some(Layer::Help(help)) => help.field.paste(text),
        Some(Layer::Palette(palette)) => palette.field.paste(text),
        Some(Layer::Prompt(prompt)) => prompt.field.paste(text),
        Some(Layer::Lock(lock)) => lock.field.paste(text),
        Some(Layer::Reader(_)) | None => {}
    }
}
