//! A text to read, shown over the whole pane: a talk, a document, the history of a day.

use crossterm::event::{KeyCode, KeyEvent};
use trivsel_domain::record::DocumentKind;
use trivsel_domain::value::{CaseId, TalkId};

use super::{Layer, prompt};
use crate::effect::Effect;
use crate::keys::{Chord, Command};
use crate::model::Model;
use crate::widgets::scroll::Scroll;

/// A text with a title, scrolled by lines.
#[derive(Clone, Debug)]
pub struct Reader {
    pub title: String,
    /// Its paragraphs.
    pub lines: Vec<String>,
    pub scroll: Scroll,
    /// The kind of document that it is, which a new version can follow.
    pub next: Option<DocumentKind>,
    /// The note that it is, with its case.
    pub note: Option<(TalkId, Option<CaseId>)>,
    /// Whether a key of the pane below closes it and does what it does there.
    pub gives_way: bool,
    /// Whether it came up by itself over a text that somebody is writing, which goes on taking what is typed.
    pub over_text: bool,
}

impl Reader {
    #[must_use]
    pub fn new(title: String, lines: Vec<String>) -> Self {
        Self {
            title,
            lines,
            scroll: Scroll::default(),
            next: None,
            note: None,
            gives_way: false,
            over_text: false,
        }
    }
}

/// Whether the text on top came up over a field that somebody is writing in.
#[must_use]
pub fn is_over_text(model: &Model) -> bool {
    matches!(&model.layers[..], [.., below, Layer::Reader(reader)] if reader.over_text && below.context().is_field())
}

/// Whether a key is typed into the field below rather than pressed here.
#[must_use]
pub fn types_below(model: &Model, key: KeyEvent) -> bool {
    let types = Chord::of(key).typed().is_some()
        || matches!(key.code, KeyCode::Enter | KeyCode::Backspace | KeyCode::Delete);
    types && is_over_text(model)
}

/// Does something in the layer below, and leaves the text on top.
pub fn below<T>(model: &mut Model, act: impl FnOnce(&mut Model) -> T) -> T {
    let reader = model.layers.pop();
    let done = act(model);
    model.layers.extend(reader);
    done
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Reader(reader)) = model.layers.last_mut() else { return None };
    match command {
        _ if reader.scroll.moved(command) => {}
        Command::Back => {
            model.layers.pop();
        }
        Command::Why => {
            let Some((talk, case)) = reader.note else { return Some(Effect::NotHere) };
            prompt::why::ask(model, case, Some(talk));
        }
        Command::NextVersion => {
            let Some(kind) = reader.next else { return Some(Effect::NotHere) };
            model.layers.pop();
            return Some(crate::sheet::act::next_version(model, kind));
        }
        _ => return None,
    }
    Some(Effect::None)
}

/// Opens a text with the keys for the first day.
pub fn welcome(model: &mut Model) {
    let words = &model.words;
    let lines = ["welcome-register", "welcome-mark", "welcome-undo", "welcome-help", "welcome-import"];
    let lines = lines.iter().map(|id| words.get(id).to_owned()).collect();
    let title = words.get("welcome-title").to_owned();
    model.layers.push(Layer::Reader(Reader { gives_way: true, ..Reader::new(title, lines) }));
}
