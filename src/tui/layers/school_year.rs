//! The school calendar of the house: when the school is closed, one school year at a time.

pub mod draw;
pub mod line;
pub mod moves;
mod rows;

use trivsel_domain::record::{Closure, Edit};
use trivsel_domain::value::{ClosureId, SchoolYear};

use self::line::{About, Typed};
pub use self::rows::told;
use self::rows::{Row, rows};
use super::Layer;
use super::prompt::{Prompt, Purpose};
use crate::cursor::moved;
use crate::effect::Effect;
use crate::keys::Command;
use crate::load::Query;
use crate::model::Model;

/// The list of one school year.
#[derive(Clone, Debug)]
pub struct SchoolYearList {
    year: SchoolYear,
    cursor: usize,
}

impl SchoolYearList {
    fn rows(&self, model: &Model) -> Vec<Row> {
        rows(&model.roster.calendar, self.year)
    }

    /// Shows another school year.
    fn show(&mut self, year: SchoolYear) {
        if self.year != year {
            *self = Self { year, cursor: 0 };
        }
    }
}

/// Opens the list on the school year of today.
pub fn open(model: &mut Model) {
    let year = SchoolYear::of(model.today());
    model.status = None;
    model.layers.push(Layer::SchoolYear(SchoolYearList { year, cursor: 0 }));
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let today = model.today();
    let Some(Layer::SchoolYear(list)) = model.layers.last() else { return None };
    let rows = list.rows(model);
    let row = rows.get(list.cursor).cloned();
    let Some(Layer::SchoolYear(list)) = model.layers.last_mut() else { return None };
    if let Some(at) = moved(command, list.cursor, rows.len()) {
        list.cursor = at;
        return Some(Effect::None);
    }
    let year = list.year;
    if writes(command) && !model.writable {
        model.refuse_with("off-read-only");
        return Some(Effect::None);
    }
    match command {
        Command::Back => {
            model.layers.pop();
        }
        Command::Left => list.show(SchoolYear::from_starting(year.starting() - 1)),
        Command::Right => list.show(SchoolYear::from_starting(year.starting() + 1)),
        Command::Today if year == SchoolYear::of(today) => return Some(Effect::NotHere),
        Command::Today => list.show(SchoolYear::of(today)),
        Command::NewRecord => ask(model, About { year, closures: Vec::new() }, None),
        Command::Open => {
            let Some(row) = row else { return Some(Effect::NotHere) };
            let text = row.typed(&model.words);
            ask(model, About { year, closures: row.closures }, Some(&text));
        }
        Command::Discard => {
            let Some(row) = row else { return Some(Effect::NotHere) };
            let edits = row.closures.into_iter().filter_map(|c| Edit::new(Some(c), None).ok());
            return Some(propose(model, edits.collect()));
        }
        Command::Undo => return Some(crate::undo::undo(model)),
        Command::Redo => return Some(Effect::perform(trivsel_domain::decide::Action::Redo)),
        _ => return None,
    }
    Some(Effect::None)
}

/// Whether a command changes the school calendar.
#[must_use]
pub fn writes(command: Command) -> bool {
    use Command as C;
    matches!(command, C::NewRecord | C::Open | C::Discard | C::Undo | C::Redo)
}

/// Opens the line for the days of a closure; the first letter replaces those it has.
fn ask(model: &mut Model, about: About, text: Option<&str>) {
    let id = if about.closures.is_empty() { "prompt-closure" } else { "prompt-closure-change" };
    let prompt = Prompt::new(Purpose::Closure(Box::new(about)), model.words.get(id).to_owned());
    model.status = None;
    model.layers.push(Layer::Prompt(match text {
        Some(text) => prompt.filled(text),
        None => prompt,
    }));
}

/// Takes the typed line. It stays until the closure is saved: what moves is shown first.
pub fn accept(model: &mut Model, about: &About, typed: &Typed) -> Effect {
    let id = ClosureId::from_u128(model.mint());
    let edits = typed.edits(about, &model.roster.calendar, id);
    propose(model, edits)
}

/// Asks the house what would move.
fn propose(model: &mut Model, edits: Vec<Edit<Closure>>) -> Effect {
    if edits.is_empty() {
        close_line(model);
        model.say(model.words.get("status-already-so").to_owned());
        return Effect::None;
    }
    Effect::Load(Query::CalendarChange(edits, model.today()))
}

/// Closes the line that a closure was typed on.
fn close_line(model: &mut Model) {
    let is_line =
        |layer: &mut Layer| matches!(layer, Layer::Prompt(Prompt { purpose: Purpose::Closure(_), .. }));
    model.layers.pop_if(is_line);
}

/// Shows the school year of a saved closure.
fn follow(model: &mut Model, edits: &[Edit<Closure>]) {
    let year = edits.iter().find_map(|edit| rows::only_year(edit.new_state()?));
    let list = model.layers.iter_mut().find_map(|layer| match layer {
        Layer::SchoolYear(list) => Some(list),
        _ => None,
    });
    if let Some((list, year)) = list.zip(year) {
        list.show(year);
    }
}
