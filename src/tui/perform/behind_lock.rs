//! Closing the house behind the locked screen, and opening it again.

use secrecy::SecretString;
use trivsel_domain::record::KeyDeed;
use trivsel_store::{Arrival, House, StoreError};

use super::looks::Looks;
use super::{Flow, PATIENCE, Performer};
use crate::layers::lock;
use crate::message::Message;
use crate::model::Model;
use crate::update::{self, update};
use crate::{alarm, away};

impl Performer {
    /// Whether the house is closed behind the locked screen.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.place.is_some()
    }

    /// Closes the house behind the locked screen, with its key, and drops what was read. While a text can't be saved, the
    /// house stays open behind the lock, and this is tried again.
    pub fn close_behind_lock(&mut self, model: &mut Model) {
        if self.is_closed() || !lock::is_locked(model) || self.leave(model).is_err() {
            return;
        }
        let Ok(nowhere) = House::nowhere() else { return };
        self.place = Some(away::leave(model));
        self.looks = Looks::default();
        self.door.close(std::mem::replace(&mut self.house, nowhere));
    }

    /// A request to close the house that this screen has not seen yet.
    pub(super) fn asked_to_close(&mut self) -> Option<Message> {
        let event = self.house.last_key_event().ok().flatten()?;
        if self.key_event.replace(event.id) == Some(event.id) {
            return None;
        }
        match event.deed {
            KeyDeed::AskedToClose { until } => Some(Message::AskedToClose(event.by, until)),
            _ => None,
        }
    }

    /// Tries a passphrase. If it opens the house, the screen comes back to where it was.
    pub(super) fn unlock(&mut self, model: &mut Model, passphrase: &SecretString) -> Flow {
        let opened = self.open(model, passphrase);
        let is_open = opened.is_ok();
        let effect = update(model, Message::Unlocked(opened));
        let mut flow = self.settle(model, effect);
        let Some(place) = self.place.take_if(|_| is_open) else { return flow };
        self.look_beside(model);
        let said = model.status.take();
        let now = model.now.max(self.clock.now());
        place.go(model);
        let effect = update(model, Message::Clock(now));
        for effect in [effect, update::again(model), place.reopening()] {
            flow = self.settle(model, effect);
        }
        place.settle(model);
        model.status = said;
        flow
    }

    /// Says what the seal beside the house says and whether it can be written, and puts the former on record.
    fn look_beside(&mut self, model: &mut Model) {
        let seal = self.house.beside();
        alarm::opened(model, &self.house, seal);
        // Otherwise the next opening says it again.
        let _ = self.house.note_beside(self.asker(model));
    }

    fn open(&mut self, model: &Model, passphrase: &SecretString) -> Result<Arrival, StoreError> {
        if let Some(house) = self.door.open(passphrase)? {
            self.house = house;
            // On failure the screen stands still for longer.
            let _ = self.house.set_patience(PATIENCE);
        }
        self.key_event = self.house.last_key_event()?.map(|event| event.id);
        self.house.arrive(self.asker(model))
    }
}
