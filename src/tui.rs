//! The screen: draw, read, update, perform. Only this loop touches terminal, clock and house.

pub mod cursor;
pub mod draw;
pub mod editor;
pub mod effect;
pub mod field;
pub mod form;
pub mod forms;
pub mod keep;
pub mod keys;
pub mod layers;
pub mod load;
pub mod message;
pub mod model;
pub mod outside;
pub mod panes;
pub mod perform;
mod rest;
pub mod sheet;
pub mod terminal;
pub mod theme;
mod typed;
pub mod update;
pub mod view;
pub mod widgets;

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use crossterm::event;
use trivsel_domain::Staff;
use trivsel_store::{Asker, House, StoreError, Twin};

use self::message::Message;
use self::model::Model;
use self::perform::{Performer, Unlock};
use self::rest::Rest;
use self::theme::Theme;
use crate::clock::Clock;
use crate::words::Words;

/// How often the house is asked whether somebody else has changed it.
const POLL: Duration = Duration::from_millis(500);

/// How often a signal's last save is tried where somebody else is writing.
const LAST_TRIES: usize = 6;

/// What the screen is opened on.
pub struct Session {
    /// The open house.
    pub house: House,
    /// Who sits here.
    pub me: Staff,
    /// Whether the house is a demonstration.
    pub demo: bool,
    /// Whether the house was founded a moment ago: then the few keys that are enough are shown first.
    pub first_time: bool,
    /// Where the time comes from.
    pub clock: Clock,
    /// In which language.
    pub words: Arc<Words>,
    /// In which colours.
    pub theme: Theme,
    /// After how long without a key the screen locks.
    pub lock_after: Duration,
    /// Tells whether a passphrase is the one of who sits here.
    pub unlock: Unlock,
    /// What to do last when a signal ends the program, besides giving the terminal back.
    pub last_act: Box<dyn Fn() + Send>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("demo", &self.demo).finish_non_exhaustive()
    }
}

/// Opens the screen and stays until it is left.
///
/// # Errors
/// When there is no terminal to draw on, or it goes away.
pub fn run(session: Session) -> anyhow::Result<()> {
    let Session { house, me, demo, first_time, clock, words, theme, lock_after, unlock, last_act } = session;
    terminal::quiet_panics(words.get("panic-sentence").to_owned());
    let mut model = Model::new(words, theme, me, clock.now());
    model.demo = demo;
    if first_time {
        layers::reader::welcome(&mut model);
    }
    model.writable = house.is_writable();
    let beside = house.folder().map(|f| f.path().to_owned());
    let outsider = move |text: &str| terminal::lend(|| outside::edit(text, beside.as_deref()));
    let twin = house.twin();
    let mut performer = Performer::new(house, clock, unlock).with_outside(Box::new(outsider));
    let start = update::start(&model);
    performer.settle(&mut model, start);
    let shared = Arc::new(Mutex::new(model));
    let last_words = last_words(&shared, twin, clock, performer.screen());
    terminal::end_on_signals(move || {
        last_words();
        outside::wipe_open();
        last_act();
    })?;
    let (mut screen, taken) = terminal::take()?;
    let looped = AssertUnwindSafe(|| run_loop(&mut screen, &shared, &mut performer, lock_after));
    let ended = panic::catch_unwind(looped).unwrap_or_else(|fault| {
        // The screen is broken, the text is not.
        let mut model = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = performer.keep(&mut model);
        panic::resume_unwind(fault)
    });
    if ended.is_err() {
        terminal::wait_if_gone();
    }
    drop(taken);
    ended.map_err(Into::into)
}

/// Keeps what is typed when a signal ends the program, from the signal's own thread and on a connection of its own.
fn last_words(
    shared: &Arc<Mutex<Model>>,
    twin: Option<Twin>,
    clock: Clock,
    screen: u128,
) -> impl Fn() + Send + use<> {
    let shared = Arc::clone(shared);
    move || {
        let model = shared.try_lock().or_else(|why| match why {
            TryLockError::Poisoned(model) => Ok(model.into_inner()),
            TryLockError::WouldBlock => Err(()),
        });
        let (Ok(model), Some(twin)) = (model, &twin) else { return };
        let now = clock.now();
        let Some(draft) = keep::unkept(&model, now) else { return };
        let asker = Asker { staff: model.me.id, at: now };
        for _ in 0..LAST_TRIES {
            match twin.open().and_then(|mut house| keep::put(&mut house, asker, screen, &draft)) {
                Err(StoreError::Busy) => {}
                _ => return,
            }
        }
    }
}

fn run_loop(
    screen: &mut terminal::Screen,
    shared: &Mutex<Model>,
    performer: &mut Performer,
    lock_after: Duration,
) -> io::Result<()> {
    let mut last_key = Instant::now();
    let mut last_look = last_key;
    let mut stale = true;
    let (width, height) = crossterm::terminal::size()?;
    let mut messages = vec![Message::Size(width, height)];
    let mut rest = Rest::new(last_key);
    loop {
        let turn = terminal::turn();
        let mut held = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let model = &mut *held;
        for message in messages {
            stale = true;
            if let Ended::Yes = performer.settle_message(model, message) {
                return Ok(());
            }
        }
        rest.saw(model);
        if rest.is_due() {
            stale |= performer.keep(model).is_err() || model.form().is_some();
            rest.kept();
        }
        if stale {
            screen.draw(|frame| draw::draw(frame, model))?;
        }
        drop(held);
        drop(turn);
        stale = event::poll(POLL.min(rest.time_left()))?;
        messages = Vec::new();
        if stale {
            last_key = Instant::now();
            let in_field = !shared.lock().unwrap_or_else(PoisonError::into_inner).layers.is_empty();
            messages = typed::read(in_field)?;
        }
        // Also between the keys of somebody who types without a pause.
        if last_look.elapsed() >= POLL {
            let _turn = terminal::turn();
            let model = shared.lock().unwrap_or_else(PoisonError::into_inner);
            last_look = Instant::now();
            messages.extend(performer.look_around(&model));
            let alone = last_key.elapsed() >= lock_after && !layers::lock::is_locked(&model);
            messages.extend(alone.then_some(Message::LeftAlone));
        }
    }
}

/// Whether the program is to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It goes on.
    No,
    /// It ends.
    Yes,
}
