//! Waiting for another program that writes, or until the screen has said that work takes long: the screen goes on, the
//! effect is tried again, and keys typed meanwhile never act on another screen.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use chrono::NaiveDateTime;
use trivsel_store::{StoreError, TIME_FOR_ALL};
use trivsel_words::{Words, dates};

use super::keeping::erased;
use super::{Flow, Performer};
use crate::effect::Effect;
use crate::keeping::Task;
use crate::keys;
use crate::message::Message;
use crate::model::{Model, Wait};
use crate::sheet::report::Written;
use crate::update::update;

/// How long the screen waits for other writers, once the first try has failed.
const GIVE_UP: Duration = Duration::from_secs(10);

/// How often it is tried whether they have.
const BETWEEN: Duration = Duration::from_millis(500);

/// Work that takes long, which the screen says before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    BackUp,
    Erase,
    /// The answer to a request for access.
    Answer,
    /// Others are asked to close the house, and have time until then.
    Close(NaiveDateTime),
}

impl Work {
    /// The work that an effect is; nothing if it is done at once.
    #[must_use]
    pub fn of(effect: &Effect) -> Option<Self> {
        match effect {
            Effect::Keep(Task::BackUp(_)) => Some(Self::BackUp),
            Effect::Finish { action, .. } if erased(action).is_some() => Some(Self::Erase),
            Effect::WriteReport(writing) if matches!(writing.what, Written::Access(_)) => Some(Self::Answer),
            _ => None,
        }
    }

    fn told(self, words: &Words) -> String {
        match self {
            Self::BackUp => words.get("wait-back-up").to_owned(),
            Self::Erase => words.get("wait-erase").to_owned(),
            Self::Answer => words.get("wait-answer").to_owned(),
            Self::Close(until) => {
                words.with("wait-close", &[("time", dates::time(words.lang(), until.time()).into())])
            }
        }
    }
}

/// An effect that waits for another writer, or for a frame.
#[derive(Debug)]
pub(super) struct Waiting {
    effect: Effect,
    /// Whether the screen has shown that it waits, where that comes first.
    is_drawn: bool,
    /// When it is tried again at the earliest.
    next: Option<Instant>,
    /// What follows it, in order.
    rest: VecDeque<Effect>,
    /// When it was first tried again.
    since: Option<Instant>,
}

impl Waiting {
    pub(super) fn for_writer(effect: Effect) -> Self {
        Self { effect, is_drawn: true, next: None, rest: VecDeque::new(), since: None }
    }

    pub(super) fn for_frame(effect: Effect) -> Self {
        Self { is_drawn: false, ..Self::for_writer(effect) }
    }

    /// Adds what is to follow.
    pub(super) fn then(&mut self, effect: Effect) {
        if !matches!(effect, Effect::None) {
            self.rest.push_back(effect);
        }
    }

    fn is_due(&self, now: Instant) -> bool {
        self.is_drawn && self.next.is_none_or(|next| next <= now)
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

    /// Whether an effect waits until the screen has shown that.
    #[must_use]
    pub fn waits_for_frame(&self) -> bool {
        self.waiting.as_ref().is_some_and(|waiting| !waiting.is_drawn)
    }

    /// Whether the waiting effect is to be tried again now: the screen has shown that it waits, and its time has come.
    #[must_use]
    pub fn is_due(&self, now: Instant) -> bool {
        self.waiting.as_ref().is_some_and(|waiting| waiting.is_due(now))
    }

    /// Takes note that the screen shows what is waited for.
    pub fn shown(&mut self) {
        if let Some(waiting) = &mut self.waiting {
            waiting.is_drawn = true;
        }
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
        let Some(mut waiting) = self.waiting.take_if(|waiting| waiting.is_due(now)) else {
            return Flow::Continue;
        };
        let since = *waiting.since.get_or_insert(now);
        let message = match self.answer(model, &waiting.effect) {
            Some(Message::Failed(StoreError::Busy)) if now.saturating_duration_since(since) < GIVE_UP => {
                self.waiting = Some(waiting);
                model.wait.get_or_insert_default().is_long = true;
                return Flow::Continue;
            }
            // Somebody else has the house open.
            Some(Message::Failed(StoreError::HouseInUse))
                if Work::of(&waiting.effect) == Some(Work::Erase)
                    && now.saturating_duration_since(since) < TIME_FOR_ALL =>
            {
                if waiting.next.is_none() {
                    let until = self.ask_to_close(model);
                    model.wait.get_or_insert_default().work = until.map(Work::Close);
                }
                waiting.next = Some(now + BETWEEN);
                self.waiting = Some(waiting);
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
    pub fn told(&self, words: &Words) -> Option<String> {
        let wait = self.work.map_or_else(|| words.get("wait-writer").to_owned(), |work| work.told(words));
        let ignored = words.with("wait-ignored", &[("count", self.ignored.into())]);
        match (self.is_long || self.work.is_some(), self.ignored) {
            (false, 0) => None,
            (true, 0) => Some(wait),
            _ => Some(format!("{wait} · {ignored}")),
        }
    }
}
