//! The locked screen. It shows no name, and everything behind it is kept.

use secrecy::SecretString;

use super::{Layer, question};
use crate::effect::Effect;
use crate::field::Field;
use crate::keys::Command;
use crate::model::Model;

#[derive(Debug, Default)]
pub struct Lock {
    /// The passphrase as it is typed; never drawn.
    pub field: Field,
    /// Whether the last passphrase was wrong.
    pub wrong: bool,
    /// Whether the last key does nothing while the screen is locked.
    pub idle: bool,
    /// Whether the screen locked itself after a time without keys.
    pub left_alone: bool,
}

/// Locks the screen above all other layers.
pub fn lock(model: &mut Model, left_alone: bool) {
    if !is_locked(model) {
        question::withdraw(model);
        model.layers.push(Layer::Lock(Lock { left_alone, ..Lock::default() }));
    }
}

#[must_use]
pub fn is_locked(model: &Model) -> bool {
    matches!(model.layers.last(), Some(Layer::Lock(_)))
}

/// Tries the passphrase, or quits.
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

/// Says that a key does nothing before the screen is unlocked, or takes that back.
pub(crate) fn say_idle(model: &mut Model, idle: bool) {
    if let Some(Layer::Lock(lock)) = model.layers.last_mut() {
        (lock.idle, lock.wrong) = (idle, lock.wrong && !idle);
    }
}

/// Unlocks the screen, or says that the passphrase was wrong.
pub fn answer(model: &mut Model, right: bool) {
    if right && is_locked(model) {
        model.layers.pop();
    } else if let Some(Layer::Lock(lock)) = model.layers.last_mut() {
        (lock.wrong, lock.idle) = (true, false);
    }
}
