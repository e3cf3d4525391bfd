//! When what is typed is to be kept: after a second of rest, and every five seconds of typing.

use std::time::{Duration, Instant};

use super::model::Model;

/// So long nobody has typed, and it is kept.
const REST: Duration = Duration::from_secs(1);
/// So long somebody has typed without a rest, and it is kept.
const TYPING: Duration = Duration::from_secs(5);
/// The wait for the next key while nothing is to be kept.
const LONG: Duration = Duration::from_secs(3600);

/// What has been seen of the form that is open.
#[derive(Debug)]
pub struct Rest {
    /// The last change seen, of which form.
    seen: Option<(u128, u64)>,
    /// When it was seen.
    changed: Instant,
    /// Since when something is not kept.
    unkept: Option<Instant>,
}

impl Rest {
    /// Nothing seen yet.
    pub fn new(now: Instant) -> Self {
        Self { seen: None, changed: now, unkept: None }
    }

    /// Looks whether the form has changed.
    pub fn saw(&mut self, model: &Model) {
        let Some(form) = model.form().filter(|f| f.is_unkept()) else {
            self.unkept = None;
            return;
        };
        let now = Instant::now();
        let seen = Some((form.keeping.id.as_u128(), form.revision));
        if self.seen != seen {
            self.seen = seen;
            self.changed = now;
        }
        self.unkept.get_or_insert(now);
    }

    /// Says that keeping was tried: the next try comes as if the typing had begun now.
    pub fn kept(&mut self) {
        let now = Instant::now();
        self.changed = now;
        self.unkept = Some(now);
    }

    /// Whether it is time.
    pub fn is_due(&self) -> bool {
        self.time_left() == Duration::ZERO
    }

    /// How long until it is.
    pub fn time_left(&self) -> Duration {
        let Some(since) = self.unkept else { return LONG };
        REST.saturating_sub(self.changed.elapsed()).min(TYPING.saturating_sub(since.elapsed()))
    }
}
