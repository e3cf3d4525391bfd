//! The locked screen. It shows no name. The house is closed behind it, and what was read is dropped; what was typed is
//! saved before.

use secrecy::SecretString;
use trivsel_store::{Arrival, StoreError};
use trivsel_words::store_error::store_error;

use super::{Layer, question};
use crate::effect::Effect;
use crate::field::Field;
use crate::keys::Command;
use crate::model::Model;

#[derive(Debug, Default)]
pub struct Lock {
    /// The passphrase as it is typed; never drawn.
    pub field: Field,
    /// Why the last passphrase did not open the house.
    pub trouble: Option<String>,
    /// Whether the last key does nothing while the screen is locked.
    pub idle: bool,
    /// Whether the screen locked itself after a time without keys.
    pub left_alone: bool,
}

/// Locks the screen above all other layers, and closes the house behind it.
pub fn lock(model: &mut Model, left_alone: bool) -> Effect {
    if is_locked(model) {
        return Effect::None;
    }
    question::withdraw(model);
    model.layers.push(Layer::Lock(Lock { left_alone, ..Lock::default() }));
    Effect::CloseHouse
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
            let typed = SecretString::from(lock.field.take());
            Some(Effect::Unlock(typed))
        }
        Command::Quit => Some(Effect::Quit),
        _ => None,
    }
}

/// Says that a key does nothing before the screen is unlocked, or takes that back.
pub(crate) fn say_idle(model: &mut Model, idle: bool) {
    if let Some(Layer::Lock(lock)) = model.layers.last_mut() {
        lock.idle = idle;
        if idle {
            lock.trouble = None;
        }
    }
}

/// Unlocks the screen, or says why the house did not open.
pub fn answer(model: &mut Model, opened: &Result<Arrival, StoreError>) {
    let Some(Layer::Lock(lock)) = model.layers.last_mut() else { return };
    match opened {
        Ok(arrival) => {
            model.layers.pop();
            model.welcome_back(arrival);
        }
        Err(error) => {
            lock.idle = false;
            lock.trouble = Some(match error {
                StoreError::WrongPassphrase => model.words.get("lock-wrong").to_owned(),
                other => format!("{}.", store_error(&model.words, other)),
            });
        }
    }
}
