//! The layer that opens one of the house's own lists for editing: the school calendar, themes, methods, templates,
//! measures.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::reader::Reader;
use super::{Layer, form, school_year};
use crate::cursor::moved;
use crate::effect::Effect;
use crate::forms::Lookup;
use crate::forms::lists::ListKind;
use crate::keys::Command;
use crate::model::Model;
use crate::widgets::list::Part;
use crate::widgets::{lines, popup};

/// The widest the box gets, in columns.
const WIDEST: u16 = 60;

/// A list to choose: the school calendar first, then those that are edited as text.
#[derive(Clone, Copy, Debug)]
enum Choice {
    SchoolYear,
    Text(ListKind),
}

fn choices() -> impl Iterator<Item = Choice> {
    std::iter::once(Choice::SchoolYear).chain(ListKind::all().map(Choice::Text))
}

#[derive(Clone, Debug, Default)]
pub struct HouseLists {
    cursor: usize,
}

pub fn open(model: &mut Model) {
    model.layers.push(Layer::HouseLists(HouseLists::default()));
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::HouseLists(lists)) = model.layers.last_mut() else { return None };
    if let Some(row) = moved(command, lists.cursor, choices().count()) {
        lists.cursor = row;
        return Some(Effect::None);
    }
    let chosen = choices().nth(lists.cursor);
    match command {
        Command::Back => {
            model.layers.pop();
        }
        Command::Open if !model.writable => match chosen {
            Some(Choice::SchoolYear) => school_year::open(model),
            Some(Choice::Text(list)) => read(model, list),
            None => {}
        },
        Command::Open => {
            model.layers.pop();
            match chosen {
                Some(Choice::SchoolYear) => school_year::open(model),
                Some(Choice::Text(list)) => return Some(form::of(model, list)),
                None => {}
            }
        }
        _ => return None,
    }
    Some(Effect::None)
}

/// Opens a list to read, since it can't be changed, and says so.
fn read(model: &mut Model, list: ListKind) {
    let text = list.written(&Lookup::of(model));
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push(model.words.get("lists-empty").to_owned());
    }
    let reader = Reader::new(list.name(&model.words), lines);
    model.layers.push(Layer::Reader(reader));
    model.refuse_with("off-read-only");
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, lists: &HouseLists, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    let all: Vec<Choice> = choices().collect();
    let inner = popup::draw(frame, room, WIDEST, room.height, words.get("lists-title"), theme.accent);
    let part = Part::around(lists.cursor, all.len(), usize::from(inner.height));
    let rows = all.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    let out = rows.map(|(n, list)| {
        let style = if n == lists.cursor { theme.selection } else { theme.text };
        let name = match list {
            Choice::SchoolYear => words.get("list-school-year").to_owned(),
            Choice::Text(list) => list.name(words),
        };
        Line::styled(format!(" {name}"), style)
    });
    lines::draw(frame, part.framed(words, theme, out), inner);
}
