//! The locked screen: no name on it, nothing lost behind it.

use secrecy::SecretString;

use super::Layer;
use crate::effect::Effect;
use crate::field::Field;
use crate::keys::Command;
use crate::model::Model;

/// The locked screen.
#[derive(Debug, Default)]
pub struct Lock {
    /// The passphrase being typed; never drawn.
    pub field: Field,
    /// Whether the last one was wrong.
    pub wrong: bool,
    /// Whether it locked itself because nobody was there.
    pub left_alone: bool,
}

/// Locks the screen, over whatever is on it.
pub fn lock(model: &mut Model, left_alone: bool) {
    if !is_locked(model) {
        model.layers.push(Layer::Lock(Lock { left_alone, ..Lock::default() }));
    }
}

/// Whether the screen is locked.
#[must_use]
pub fn is_locked(model: &Model) -> bool {
    matches!(model.layers.last(), Some(Layer::Lock(_)))
}

/// Tries the passphrase, or leaves.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Lock(lock)) = model.layers.last_mut() else { return None };
    match command {
        Command::Accept => {
            let typed = SecretString::from(lock.field.text().to_owned());
            lock.field = Field::default();
            Some(Effect::Unlock(typed))
        }
        Command::Quit => Some(Effect::Quit),
        _ => None,
    }
}

/// Opens the screen, or says that the passphrase was another.
pub fn answer(model: &mut Model, right: bool) {
    if right && is_locked(model) {
        model.layers.pop();
    } else if let Some(Layer::Lock(lock)) = model.layers.last_mut() {
        lock.wrong = true;
    }
}
