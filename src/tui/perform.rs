//! Carrying out effects: the one place where the screen meets the house.

use secrecy::SecretString;
use trivsel_domain::Denied;
use trivsel_store::{Asker, House};

use super::Ended;
use super::effect::Effect;
use super::load::{self, Query};
use super::message::Message;
use super::model::Model;
use super::update::update;
use crate::clock::Clock;

/// Tells whether a passphrase is the right one.
pub type Unlock = Box<dyn Fn(&SecretString) -> bool>;

/// Carries out what the screen asks for.
pub struct Performer {
    house: House,
    clock: Clock,
    unlock: Unlock,
}

impl std::fmt::Debug for Performer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Performer").field("clock", &self.clock).finish_non_exhaustive()
    }
}

impl Performer {
    /// On an open house.
    #[must_use]
    pub fn new(house: House, clock: Clock, unlock: Unlock) -> Self {
        Self { house, clock, unlock }
    }

    /// The house, for tests that look behind the screen.
    pub fn house(&mut self) -> &mut House {
        &mut self.house
    }

    /// Lets a message run its course: update, effects, and the messages that come of them.
    pub fn settle_message(&mut self, model: &mut Model, message: Message) -> Ended {
        // The time of a mark is the time of its key, not of the last look at the clock.
        model.now = if model.now.date() == self.clock.today() { self.clock.now() } else { model.now };
        let effect = update(model, message);
        self.settle(model, effect)
    }

    /// Carries out an effect and what follows from it.
    pub fn settle(&mut self, model: &mut Model, effect: Effect) -> Ended {
        let message = match effect {
            Effect::None => return Ended::No,
            Effect::Quit => return Ended::Yes,
            Effect::Many(effects) => {
                for effect in effects {
                    if self.settle(model, effect) == Ended::Yes {
                        return Ended::Yes;
                    }
                }
                return Ended::No;
            }
            Effect::Load(query) => self.load(model, &query),
            Effect::Perform(action) => {
                let asker = Asker { staff: model.me.id, at: self.clock.now() };
                match self.house.perform(asker, &action) {
                    Ok(receipt) => Message::Performed(receipt),
                    Err(Denied::Refused(why)) => Message::Refused(why),
                    Err(Denied::Failed(error)) => Message::Failed(error),
                }
            }
            Effect::Unlock(passphrase) => Message::Unlocked((self.unlock)(&passphrase)),
        };
        let next = update(model, message);
        self.settle(model, next)
    }

    fn load(&self, model: &Model, query: &Query) -> Message {
        match load::load(&self.house, &model.roster, model.me.id, query) {
            Ok(loaded) => Message::Loaded(Box::new(loaded)),
            Err(error) => Message::Failed(error),
        }
    }

    /// Looks whether somebody else changed the house, or the day is over.
    pub fn look_around(&mut self, model: &Model) -> Vec<Message> {
        let mut seen = Vec::new();
        let now = self.clock.now();
        if now.date() != model.now.date() {
            seen.push(Message::Clock(now));
        }
        match self.house.changed_elsewhere() {
            Ok(true) => seen.push(Message::ChangedElsewhere),
            Ok(false) => {}
            Err(error) => seen.push(Message::Failed(error)),
        }
        seen
    }
}
