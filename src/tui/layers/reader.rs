//! A text to read, over the whole pane: a talk, the history of a day.

use super::Layer;
use crate::tui::effect::Effect;
use crate::tui::keys::Command;
use crate::tui::model::Model;

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
