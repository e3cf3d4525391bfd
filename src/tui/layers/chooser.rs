//! The restricted talks that a document may take from, over the form that is written: each is chosen by itself, and none is
//! unless somebody chooses it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::value::{Coded, TalkId};
use trivsel_store::{Noted, OpenedTalk, Sealed};

use super::{Layer, form, reader};
use crate::cursor::moved;
use crate::draw::wrapped;
use crate::effect::Effect;
use crate::forms::Lookup;
use crate::forms::case::{DocumentForm, Taken, chosen_in};
use crate::keys::Command;
use crate::model::Model;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::Part;
use trivsel_words::dates;

/// The columns of the mark, the day, the kind of talk and the author.
const MARK: usize = 2;
const DATE: usize = 12;
const KIND: usize = 22;
const AUTHOR: usize = 4;

/// The restricted talks since the last document of the kind.
#[derive(Debug)]
pub struct Chooser {
    /// Those that the user may read, newest first.
    notes: Vec<OpenedTalk>,
    /// How many there are besides.
    closed: usize,
    cursor: usize,
}

/// Reads the restricted talks of the case that fall within what the document tells of, or says that there are none.
pub fn open(model: &mut Model) -> Effect {
    let (mine, closed) = sealed(model);
    if mine.is_empty() {
        let none = if closed == 0 {
            model.words.get("chooser-none").to_owned()
        } else {
            model.words.with("chooser-none-open", &[("count", closed.into())])
        };
        model.refuse(vec![none]);
        return Effect::None;
    }
    Effect::OpenRestricted(mine)
}

/// The restricted talks that the user may read, and how many there are besides.
fn sealed(model: &Model) -> (Vec<TalkId>, usize) {
    let lookup = Lookup::of(model);
    let document = model.form().and_then(|form| form.kind.downcast::<DocumentForm>());
    let since = document.and_then(|document| document.since(&lookup));
    let (Some(since), Some(sheet)) = (since, model.sheet()) else { return (Vec::new(), 0) };
    let chosen = model.form().map(chosen_in).unwrap_or_default();
    let within = |note: &&Sealed| {
        let is_new = (since..=lookup.today()).contains(&note.date);
        note.misplaced.is_none() && (is_new || chosen.iter().any(|one| one.talk == note.id))
    };
    let sealed = sheet.talks.iter().filter_map(|noted| match noted {
        Noted::Sealed(note) => Some(&**note),
        Noted::Open { .. } => None,
    });
    let (mine, others): (Vec<&Sealed>, Vec<&Sealed>) = sealed.filter(within).partition(|n| n.for_reader);
    (mine.iter().map(|note| note.id).collect(), others.len())
}

/// Opens the list with what was read.
pub fn take(model: &mut Model, notes: Vec<OpenedTalk>) -> Effect {
    let (_, closed) = sealed(model);
    model.status = None;
    model.layers.push(Layer::Chooser(Box::new(Chooser { notes, closed, cursor: 0 })));
    Effect::None
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Chooser(list)) = model.layers.last_mut() else { return None };
    if let Some(row) = moved(command, list.cursor, list.notes.len()) {
        list.cursor = row;
        return Some(Effect::None);
    }
    match command {
        Command::TakeTalk => {
            let note = list.notes.get(list.cursor).cloned();
            note.map_or(Effect::None, |note| toggle(model, &note))
        }
        Command::Open => {
            let id = list.notes.get(list.cursor).map(|note| note.talk.id);
            id.map_or(Effect::None, Effect::OpenTalk)
        }
        Command::Back => {
            model.layers.pop();
            model.status = None;
            Effect::None
        }
        _ => return None,
    }
    .into()
}

/// Takes a talk into the document below, or out of it, and says so.
fn toggle(model: &mut Model, note: &OpenedTalk) -> Effect {
    let taken = reader::below(model, |model| {
        form::change(model, |form, lookup| {
            let document = form.kind.clone();
            document.downcast::<DocumentForm>().map(|document| document.take(form, note, lookup))
        })
    });
    let id = match taken.flatten() {
        Some(Taken::In) => "chooser-taken",
        Some(Taken::Out) => "chooser-out",
        Some(Taken::OutButChanged) => "chooser-out-but-changed",
        None => return Effect::None,
    };
    model.say(model.words.get(id).to_owned());
    Effect::None
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, list: &Chooser, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let (words, theme) = (&model.words, &model.theme);
    let (width, height) = (usize::from(room.width), usize::from(room.height));
    let title = words.with("chooser-title", &[("count", list.notes.len().into())]);
    let mut out = vec![Line::styled(format!(" {title}"), theme.accent)];
    out.extend(wrapped(words.get("chooser-how"), width, theme.dim));
    let mut foot = Vec::new();
    if list.closed > 0 {
        let closed = words.with("chooser-closed", &[("count", list.closed.into())]);
        foot.extend(wrapped(&closed, width, theme.dim));
    }
    let part = Part::around(list.cursor, list.notes.len(), height.saturating_sub(out.len() + foot.len()));
    let chosen = model.form().map(chosen_in).unwrap_or_default();
    let line = |at: usize| {
        let note = list.notes.get(at)?;
        let selected = (at == list.cursor).then_some(theme.selection);
        let is_in = chosen.iter().any(|one| one.talk == note.talk.id);
        Some(cells(model, note, is_in, width).line(selected))
    };
    out.extend(part.framed(words, theme, part.rows.clone().filter_map(line)));
    out.resize_with(height.saturating_sub(foot.len()), Line::default);
    out.extend(foot);
    lines::draw(frame, out, room);
}

/// Whether it is chosen, the day, the kind, the author, and the first words.
fn cells(model: &Model, note: &OpenedTalk, is_in: bool, width: usize) -> Cells {
    let (words, theme, talk) = (&model.words, &model.theme, &note.talk);
    let first = talk.text.as_str().lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let cells = Cells::new()
        .gap(1)
        .left(if is_in { "√" } else { "□" }, MARK, theme.text)
        .left(&dates::day_month_year(words.lang(), talk.date), DATE, theme.text)
        .gap(1)
        .left(words.code("talk", talk.kind().code()), KIND, theme.text)
        .gap(1)
        .left(model.roster.initials(Some(talk.author)), AUTHOR, theme.dim)
        .gap(1);
    let room = width.saturating_sub(cells.width());
    cells.left(first.trim(), room, theme.dim)
}
