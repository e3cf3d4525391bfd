//! The layer that opens one of the house's own lists for editing: themes, methods, templates, measures.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{Layer, form};
use crate::cursor::moved;
use crate::effect::Effect;
use crate::forms::lists::ListKind;
use crate::keys::Command;
use crate::model::Model;
use crate::widgets::list::Part;
use crate::widgets::{lines, popup};

/// The widest the box gets, in columns.
const WIDEST: u16 = 60;

#[derive(Clone, Debug, Default)]
pub struct HouseLists {
    cursor: usize,
}

pub fn open(model: &mut Model) {
    model.layers.push(Layer::HouseLists(HouseLists::default()));
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::HouseLists(lists)) = model.layers.last_mut() else { return None };
    if let Some(row) = moved(command, lists.cursor, ListKind::all().count()) {
        lists.cursor = row;
        return Some(Effect::None);
    }
    let chosen = ListKind::all().nth(lists.cursor);
    match command {
        Command::Back => {
            model.layers.pop();
        }
        Command::Open => {
            model.layers.pop();
            return Some(chosen.map_or(Effect::None, |list| form::of(model, list)));
        }
        _ => return None,
    }
    Some(Effect::None)
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, lists: &HouseLists, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    let all: Vec<ListKind> = ListKind::all().collect();
    let inner = popup::draw(frame, room, WIDEST, room.height, words.get("lists-title"), theme.accent);
    let part = Part::around(lists.cursor, all.len(), usize::from(inner.height));
    let rows = all.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    let out = rows.map(|(n, list)| {
        let style = if n == lists.cursor { theme.selection } else { theme.text };
        Line::styled(format!(" {}", list.name(words)), style)
    });
    lines::draw(frame, part.framed(words, theme, out), inner);
}
