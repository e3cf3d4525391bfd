//! A key press: the place on top takes it, or the pane below it does, or the screen says why it does nothing.

use crossterm::event::{KeyCode, KeyEvent};

use crate::cursor::moved;
use crate::effect::Effect;
use crate::keys::{self, Chord, Command, Context};
use crate::layers::{self, Layer, help, lock, palette, question, reader};
use crate::message::Press;
use crate::model::{Model, Pane};
use crate::panes::attendance;
use crate::update;

/// Handles a key press.
pub fn take(model: &mut Model, Press { key, at }: Press) -> Effect {
    if reader::types_below(model, key) {
        return reader::below(model, |model| take(model, Press { key, at }));
    }
    if keys::has_alt(key) {
        if lock::is_locked(model) {
            lock::say_idle(model, true);
            return Effect::None;
        }
        question::withdraw(model);
        model.refuse_with("status-no-alt");
        return Effect::None;
    }
    let chord = Chord::of(key);
    let context = model.context();
    if context == Context::Ask {
        let command = keys::find(Context::Ask, chord);
        if command == Some(Command::Confirm) {
            return question::confirm(model, at);
        }
        question::withdraw(model);
        if command == Some(Command::WriteOn) {
            return Effect::None;
        }
        // The key does what it does elsewhere.
        model.refuse_with("question-withdrawn");
    } else if keys::find(context, chord).is_some_and(|command| ends_status(context, command)) {
        model.status = None;
    }
    match keys::find(model.context(), chord) {
        Some(Command::JumpToRow) => {
            let KeyCode::Char(letter) = key.code else { return Effect::None };
            attendance::jump(model, letter)
        }
        Some(Command::DaysAttended) => {
            let KeyCode::Char(digit) = key.code else { return Effect::None };
            layers::own_school::digit(model, digit)
        }
        Some(command) => update::act(model, command),
        None => {
            let effect = unbound(model, key);
            Effect::Many(vec![effect, update::narrow_live(model)])
        }
    }
}

/// Whether a command is the next action, which ends what the status line says of the last one. Moving a cursor is none,
/// and a form keeps what is wrong in it until it is right.
fn ends_status(context: Context, command: Command) -> bool {
    let moves = matches!(command, Command::Left | Command::Right) || moved(command, 0, 1).is_some();
    let writes = matches!(context, Context::Form | Context::Choice | Context::Note | Context::Prompt);
    !moves && !writes
}

/// Handles a key that the topmost place does not bind.
fn unbound(model: &mut Model, key: KeyEvent) -> Effect {
    let (context, chord) = (model.context(), Chord::of(key));
    let before = field(model);
    let types = before.is_some() && chord.typed().is_some();
    let effect = layers::type_key(model, key);
    if types && context == Context::Prompt {
        model.status = None;
    }
    // A digit is the number of a listed time, never a pane.
    if matches!(model.layers.last(), Some(Layer::FreeTimes(_)))
        && matches!(key.code, KeyCode::Char('0'..='9'))
    {
        return effect;
    }
    let used = types || (context.is_field() && edits(chord)) || before != field(model);
    if context == Context::Lock {
        lock::say_idle(model, !used);
        return effect;
    }
    if used {
        return effect;
    }
    match keys::find(model.pane_context(), chord) {
        Some(command) => in_pane(model, command, chord),
        // A field knows more keys than the table.
        None if context.is_field() && !keys::is_bound(chord) => effect,
        None => {
            let key = chord.label(&model.words);
            let help = label(model, context, Command::Help);
            let args = [("key", key.into()), ("help", help.into())];
            let line = model.words.with("other-key-unknown", &args);
            model.refuse(vec![line]);
            Effect::None
        }
    }
}

/// Carries out a command of the pane below the layers, as far as that can be done without losing what is typed.
fn in_pane(model: &mut Model, command: Command, chord: Chord) -> Effect {
    if matches!(model.layers.last(), Some(Layer::Reader(reader)) if reader.gives_way) {
        model.layers.pop();
        return update::act(model, command);
    }
    let typed = |l: &Layer| matches!(l, Layer::Form(_) | Layer::Prompt(_) | Layer::Question(_));
    let free = !model.layers.iter().any(typed);
    match command {
        Command::Help => help::open(model),
        Command::Palette if free => return palette::open(model),
        Command::Drafts | Command::HouseLists | Command::NewTalkOf if free => {
            model.layers.retain(|layer| matches!(layer, Layer::Sheet(_)));
            return update::act(model, command);
        }
        command if free && goes_away(command) => {
            model.layers.clear();
            let effect = update::act(model, command);
            // The pane that was below is news enough.
            if Pane::of(command).is_some() {
                model.status = None;
            }
            return effect;
        }
        command => {
            let args = [
                ("key", chord.label(&model.words).into()),
                ("name", model.words.code("key", command.code()).to_owned().into()),
                ("place", model.words.code("pane", model.pane.code()).to_owned().into()),
            ];
            let line = model.words.with("other-key-below", &args);
            model.refuse(vec![line]);
        }
    }
    Effect::None
}

/// Whether a command leaves what is open for a pane.
fn goes_away(command: Command) -> bool {
    let turns =
        matches!(command, Command::Agenda | Command::PaneNext | Command::PaneBefore | Command::Search);
    turns || Pane::of(command).is_some()
}

/// Says that a command does nothing here.
pub fn not_here(model: &mut Model, command: Command) {
    let context = model.context();
    let args = [
        ("key", label(model, context, command).into()),
        ("name", model.words.code("key", command.code()).to_owned().into()),
    ];
    let line = model.words.with("other-key-not-here", &args);
    model.refuse(vec![line]);
}

/// The first key of a command in a context.
fn label(model: &Model, context: Context, command: Command) -> String {
    let found = keys::bindings(context).find(|b| b.command == command);
    let chord = found.and_then(|b| b.chords.first());
    chord.map_or_else(String::new, |c| c.label(&model.words))
}

/// Whether a key edits a field of one line, where it also may have nothing to do.
fn edits(chord: Chord) -> bool {
    use KeyCode as K;
    matches!(
        chord.unshifted(),
        Chord::Key(K::Backspace | K::Delete | K::Left | K::Right | K::Home | K::End)
            | Chord::CtrlKey(K::Backspace | K::Delete | K::Left | K::Right)
    )
}

/// Whether a field on top takes text.
#[must_use]
pub fn has_field(model: &Model) -> bool {
    field(model).is_some()
}

/// The text of the field on top and the column of its cursor.
fn field(model: &Model) -> Option<(String, usize)> {
    let of = |field: &crate::field::Field| (field.text().to_owned(), field.view(usize::MAX).0);
    match model.layers.last()? {
        Layer::Help(help) => Some(of(&help.field)),
        Layer::Palette(palette) => Some(of(&palette.field)),
        Layer::Prompt(prompt) => Some(of(&prompt.field)),
        Layer::Lock(lock) => Some(of(&lock.field)),
        Layer::Form(form) => form.focused().map(|field| (field.text(), field.column())),
        _ => None,
    }
}
