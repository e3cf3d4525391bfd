//! Waiting for another program that writes: the screen goes on, the effect is tried again, and keys typed meanwhile
//! never act on another screen.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use trivsel_store::StoreError;

use super::{Flow, Performer};
use crate::effect::Effect;
use crate::keys;
use crate::message::Message;
use crate::model::{Model, Wait};
use crate::update::update;

/// How long the screen waits for other writers, once the first try has failed.
const GIVE_UP: Duration = Duration::from_secs(10);

/// An effect that waits for another writer.
#[derive(Debug)]
pub(super) struct Waiting {
    effect: Effect,
    /// What follows it, in order.
    rest: VecDeque<Effect>,
    /// When it was first tried again.
    since: Option<Instant>,
}

impl Waiting {
    pub(super) fn for_writer(effect: Effect) -> Self {
        Self { effect, rest: VecDeque::new(), since: None }
    }

    /// Adds what is to follow.
    pub(super) fn then(&mut self, effect: Effect) {
        if !matches!(effect, Effect::None) {
            self.rest.push_back(effect);
        }
    }

    /// Whether a field on top stays what it is when the effect is done, so that text goes on into it.
    fn leaves_the_field(&self) -> bool {
        matches!(self.effect, Effect::Load(_) | Effect::Release(_) | Effect::DropDraft(_))
    }
}

impl Performer {
    /// Whether an effect waits for another writer.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Whether a key typed now would be ignored because an effect waits.
    #[must_use]
    pub fn ignores(&self, model: &Model) -> bool {
        self.waiting.as_ref().is_some_and(|w| !(w.leaves_the_field() && model.context().is_field()))
    }

    /// Whether something typed is ignored. What edits a text goes on into its field; any other key was meant for what
    /// the screen shows once the effect is done.
    pub(super) fn ignores_message(&self, model: &Model, message: &Message) -> bool {
        match message {
            Message::Key(press) => {
                self.ignores(model) || (self.is_waiting() && !keys::edits(model.context(), press.key))
            }
            Message::Paste(_) => self.ignores(model),
            _ => false,
        }
    }

    /// Counts ignored keys; the screen says how many.
    pub fn ignore(&self, model: &mut Model, count: usize) {
        match &mut model.wait {
            Some(wait) => wait.ignored += count,
            None => model.say_ignored(count),
        }
    }

    /// Tries the waiting effect again; `now` is the time of the try. After ten seconds it fails, and nothing is written.
    pub fn try_again(&mut self, model: &mut Model, now: Instant) -> Flow {
        let Some(mut waiting) = self.waiting.take() else { return Flow::Continue };
        let since = *waiting.since.get_or_insert(now);
        let message = match self.answer(model, &waiting.effect) {
            Some(Message::Failed(StoreError::Busy)) if now.saturating_duration_since(since) < GIVE_UP => {
                self.waiting = Some(waiting);
                model.wait.get_or_insert_default().is_long = true;
                return Flow::Continue;
            }
            Some(Message::Failed(StoreError::Busy)) => {
                self.gives_up = true;
                Some(Message::GaveUp(Box::new(waiting.effect)))
            }
            message => message,
        };
        let ignored = model.wait.take().map_or(0, |w| w.ignored);
        let effect = message.map_or(Effect::None, |message| update(model, message));
        let flow = self.settle(model, Effect::Many(std::iter::once(effect).chain(waiting.rest).collect()));
        self.gives_up = false;
        self.ignore(model, ignored);
        flow
    }
}

impl Wait {
    /// The line that the screen shows, if the wait is long enough to be said.
    #[must_use]
    pub fn told(&self, words: &trivsel_words::Words) -> Option<String> {
        let wait = words.get("wait-writer");
        let ignored = words.with("wait-ignored", &[("count", self.ignored.into())]);
        match (self.is_long, self.ignored) {
            (false, 0) => None,
            (true, 0) => Some(wait.to_owned()),
            _ => Some(format!("{wait} · {ignored}")),
        }
    }
}
