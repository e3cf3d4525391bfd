//! Autosave: the open form is saved as a draft after a second's pause and every five seconds of typing, and its latest
//! state is shared with the signal thread.

pub mod save;

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use trivsel_domain::value::StaffId;
use trivsel_store::{Draft, StoreError, Twin};

use crate::clock::Clock;
use crate::model::Model;

/// A pause in typing after which the form is saved.
const PAUSE: Duration = Duration::from_secs(1);
/// How long somebody types without a pause before the form is saved.
const TYPING: Duration = Duration::from_secs(5);
/// The wait while nothing is unsaved.
const LONG: Duration = Duration::from_secs(3600);
/// How often the last save is tried while somebody else writes, a quarter of a second each.
const TRIES: usize = 20;

/// When the open form is to be saved.
#[derive(Debug)]
pub(super) struct Autosave {
    /// The form, its change and its last save, as seen last.
    seen: Option<(u128, u64, u64, u32)>,
    /// When the form last changed.
    changed: Instant,
    /// Since when something is unsaved.
    unsaved: Option<Instant>,
}

impl Autosave {
    pub(super) fn new() -> Self {
        Self { seen: None, changed: Instant::now(), unsaved: None }
    }

    /// Looks whether the form has changed; if so, shares its draft.
    pub(super) fn look_at(&mut self, model: &Model, clock: Clock, latest: &LatestDraft) {
        let now = Instant::now();
        let form = model.form();
        let seen = form.map(|f| (f.keeping.id.as_u128(), f.revision, f.keeping.kept, f.keeping.revision));
        let change = |seen: Option<(u128, u64, u64, u32)>| seen.map(|(id, revision, ..)| (id, revision));
        if change(self.seen) != change(seen) {
            self.changed = now;
        }
        if self.seen != seen {
            self.seen = seen;
            latest.set(save::draft(model, clock.now()).map(|(draft, unsaved)| (model.me.id, draft, unsaved)));
        }
        self.unsaved = form.filter(|f| f.is_unkept()).map(|_| self.unsaved.unwrap_or(now));
    }

    /// Restarts the clock after a try to save, whether it succeeded or not.
    pub(super) fn tried(&mut self) {
        let now = Instant::now();
        self.changed = now;
        self.unsaved = self.unsaved.map(|_| now);
    }

    /// Whether it is time to save.
    pub(super) fn is_due(&self) -> bool {
        self.time_left() == Duration::ZERO
    }

    /// How long until it is.
    pub(super) fn time_left(&self) -> Duration {
        let Some(since) = self.unsaved else { return LONG };
        PAUSE.saturating_sub(self.changed.elapsed()).min(TYPING.saturating_sub(since.elapsed()))
    }
}

/// The latest draft: all that the threads share. The main thread sets it after each step; at the end one of them saves it
/// on a connection of its own.
#[derive(Debug)]
pub(super) struct LatestDraft {
    draft: Mutex<Option<Latest>>,
    twin: Mutex<Option<Twin>>,
    clock: Clock,
    screen: u128,
}

/// The writer, the draft, and whether anything in it is unsaved.
type Latest = (StaffId, Draft, bool);

impl LatestDraft {
    pub(super) fn new(twin: Option<Twin>, clock: Clock, screen: u128) -> Self {
        Self { draft: Mutex::new(None), twin: Mutex::new(twin), clock, screen }
    }

    /// Gives it another house to save in, or none while the house is closed.
    pub(super) fn set_twin(&self, twin: Option<Twin>) {
        *self.twin.lock().unwrap_or_else(PoisonError::into_inner) = twin;
    }

    pub(super) fn set(&self, draft: Option<Latest>) {
        *self.draft.lock().unwrap_or_else(PoisonError::into_inner) = draft;
    }

    /// Saves the draft where something in it is unsaved, and releases this screen's hold on it. Until that is done, and
    /// for as long as another program holds the database, the text lies sealed beside the house. Only the first call
    /// does anything; a second waits for it.
    pub(super) fn save(&self) {
        let mut latest = self.draft.lock().unwrap_or_else(PoisonError::into_inner);
        let twin = self.twin.lock().unwrap_or_else(PoisonError::into_inner);
        let (Some((by, draft, unsaved)), Some(twin)) = (latest.take(), &*twin) else { return };
        let asker = self.clock.asker(by);
        let mut aside = if unsaved { twin.set_aside(by, &draft).ok() } else { None };
        // Saved once: a try whose release failed would otherwise leave a second draft.
        let mut saved = (!unsaved).then_some(draft.id);
        for _ in 0..TRIES {
            let tried = twin.open().and_then(|mut house| {
                let id = match saved {
                    Some(id) => id,
                    None => *saved.insert(save::save_alone(&mut house, asker, self.screen, &draft)?),
                };
                house.release_draft(self.screen, id)
            });
            if let Some(aside) = aside.take_if(|_| saved.is_some()) {
                // A file that stays is recognised at the next start.
                let _ = aside.remove();
            }
            if !matches!(tried, Err(StoreError::Busy)) {
                return;
            }
        }
    }
}
