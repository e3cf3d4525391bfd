//! The locked screen. It shows no name. The house is closed behind it, and what was read is dropped; what was typed is
//! saved before.

use chrono::NaiveDateTime;
use secrecy::SecretString;
use trivsel_domain::value::StaffId;
use trivsel_store::{Arrival, StoreError};
use trivsel_words::dates;
use trivsel_words::store_error::store_error;

use super::{Layer, question};
use crate::effect::Effect;
use crate::field::Field;
use crate::keys::Command;
use crate::model::{Model, Status, Tone};

#[derive(Debug, Default)]
pub struct Lock {
    /// The passphrase as it is typed; never drawn.
    pub field: Field,
    /// Why the last passphrase did not open the house.
    pub trouble: Option<String>,
    /// Whether the last key does nothing while the screen is locked.
    pub idle: bool,
    pub why: Why,
}

/// Why the screen is locked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Why {
    /// The user locked it.
    #[default]
    Asked,
    /// Nobody pressed a key for a while.
    LeftAlone,
    /// The house gets another key, for which everybody has to close it.
    Rekeyed,
}

/// Locks the screen above all other layers, and closes the house behind it.
pub fn lock(model: &mut Model, why: Why) -> Effect {
    if is_locked(model) {
        return Effect::None;
    }
    question::withdraw(model);
    model.layers.push(Layer::Lock(Lock { why, ..Lock::default() }));
    Effect::CloseHouse
}

/// Says who asks to close the house, and when it is closed anyway. The upper rule goes on saying it.
pub fn asked_to_close(model: &mut Model, by: StaffId, until: NaiveDateTime) {
    let (by, time) = (model.roster.name(by).to_owned(), dates::time(model.words.lang(), until.time()));
    let line = model.words.with("closing-asked", &[("by", by.into()), ("time", time.into())]);
    model.closing = Some(until);
    model.status = Some(Status { lines: vec![line], tone: Tone::Alarm });
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
