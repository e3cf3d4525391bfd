//! A text to read, over the whole pane: a talk, the history of a day.

use super::Layer;
use crate::effect::Effect;
use crate::keys::Command;
use crate::model::Model;

/// A page, in lines.
const PAGE: usize = 10;

/// A text with a title, scrolled by lines.
#[derive(Clone, Debug)]
pub struct Reader {
    /// What it is.
    pub title: String,
    /// Its paragraphs.
    pub lines: Vec<String>,
    /// How many drawn lines are above the first that shows.
    pub scroll: usize,
}

/// Scrolls or closes it.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Reader(reader)) = model.layers.last_mut() else { return None };
    match command {
        Command::Up => reader.scroll = reader.scroll.saturating_sub(1),
        Command::Down => reader.scroll += 1,
        Command::PageUp => reader.scroll = reader.scroll.saturating_sub(PAGE),
        Command::PageDown => reader.scroll += PAGE,
        Command::First => reader.scroll = 0,
        Command::Last => reader.scroll = usize::MAX,
        Command::Back => {
            model.layers.pop();
        }
        _ => return None,
    }
    Some(Effect::None)
}

/// The keys that are enough for the first day, over everything else.
pub fn welcome(model: &mut Model) {
    let words = &model.words;
    let lines = ["welcome-register", "welcome-mark", "welcome-undo", "welcome-help", "welcome-import"];
    let lines = lines.iter().map(|id| words.get(id).to_owned()).collect();
    let title = words.get("welcome-title").to_owned();
    model.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
}
