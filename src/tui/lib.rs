//! The screen: draw, read, update, perform. Only this loop touches terminal, clock and house.

pub mod clock;
pub mod cursor;
pub mod draw;
pub mod editor;
pub mod effect;
pub mod feedback;
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
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event;
use trivsel_domain::{Staff, StaffId};
use trivsel_store::{Asker, Draft, House, StoreError, Twin};

use self::message::Message;
use self::model::Model;
use self::perform::{Performer, Unlock};
use self::rest::Rest;
use self::theme::Theme;
use self::typed::Inbox;
use crate::clock::Clock;
use trivsel_words::Words;

/// How often the house is asked whether somebody else has changed it.
const POLL: Duration = Duration::from_millis(500);

/// How often a signal's last save is tried where somebody else is writing, a quarter of a second each.
const LAST_TRIES: usize = 20;

/// So long a key that was pressed before a signal may be on its way.
const LAST_KEYS: Duration = Duration::from_millis(50);

/// So long a signal waits for a step that somebody else's write holds up.
const LAST_WAIT: Duration = Duration::from_secs(10);

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
    let Session { mut house, me, demo, first_time, clock, words, theme, lock_after, unlock, last_act } =
        session;
    terminal::quiet_panics(words.get("panic-sentence").to_owned());
    let mut model = Model::new(words, theme, me.clone(), clock.now());
    model.demo = demo;
    if first_time {
        layers::reader::welcome(&mut model);
    }
    model.writable = house.is_writable();
    let beside = house.folder().map(|f| f.path().to_owned());
    if house.is_writable() {
        let asker = Asker { staff: me.id, at: clock.now() };
        let screen = trivsel_store::mint();
        outside::bring_back(beside.as_deref(), asker.staff, |draft, text| {
            keep::bring_back(&mut house, asker, screen, draft, text).is_ok()
        });
    }
    let outsider = move |errand: &outside::Errand| outside::edit(errand, beside.as_deref());
    let twin = house.twin();
    let mut performer = Performer::new(house, clock, unlock).with_outside(Box::new(outsider));
    let start = update::start(&model);
    performer.settle(&mut model, start);
    let desk = Arc::new(Desk { model: Mutex::new(model), inbox: Inbox::default() });
    let last_words = last_words(&desk, twin, clock, performer.screen());
    terminal::end_on_signals(move || {
        last_words();
        last_act();
    })?;
    let (mut screen, taken) = terminal::take()?;
    let looped = AssertUnwindSafe(|| run_loop(&mut screen, &desk, &mut performer, lock_after));
    let ended = panic::catch_unwind(looped).unwrap_or_else(|fault| {
        // The screen is broken, the text is not.
        let mut model = desk.model();
        let _ = performer.leave(&mut model);
        panic::resume_unwind(fault)
    });
    if ended.is_err() {
        let mut model = desk.model();
        keep::type_into_form(&mut model, desk.inbox.take(true));
        let _ = performer.leave(&mut model);
        drop(model);
        terminal::wait_if_gone();
    }
    drop(taken);
    ended.map_err(Into::into)
}

/// What the loop and the signals' thread share.
struct Desk {
    model: Mutex<Model>,
    inbox: Inbox,
}

impl Desk {
    fn model(&self) -> MutexGuard<'_, Model> {
        self.model.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, unless a step holds it for ever.
    fn model_within(&self, time: Duration) -> Option<MutexGuard<'_, Model>> {
        let start = Instant::now();
        loop {
            match self.model.try_lock() {
                Ok(model) => return Some(model),
                Err(TryLockError::Poisoned(model)) => return Some(model.into_inner()),
                Err(TryLockError::WouldBlock) if start.elapsed() > time => return None,
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(2)),
            }
        }
    }
}

/// Keeps what is typed when a signal ends the program, from the signal's own thread and on a connection of its own.
fn last_words(desk: &Arc<Desk>, twin: Option<Twin>, clock: Clock, screen: u128) -> impl Fn() + Send + use<> {
    let desk = Arc::clone(desk);
    move || {
        let keep = |by: StaffId, draft: &Draft, unkept: bool| {
            let asker = Asker { staff: by, at: clock.now() };
            let Some(twin) = &twin else { return };
            // What is kept is not kept again, or a try that failed only afterwards would leave it twice.
            let mut kept = (!unkept).then_some(draft.id);
            for _ in 0..LAST_TRIES {
                let tried = twin.open().and_then(|mut house| {
                    let id = match kept {
                        Some(id) => id,
                        None => *kept.insert(keep::put(&mut house, asker, screen, draft)?),
                    };
                    house.release_draft(screen, id)
                });
                if !matches!(tried, Err(StoreError::Busy)) {
                    return;
                }
            }
        };
        if outside::end_open(|by, draft| keep(by, &draft, true)) {
            return;
        }
        let Some(mut model) = desk.model_within(LAST_WAIT) else { return };
        keep::type_into_form(&mut model, desk.inbox.take(true));
        if let Some((draft, unkept)) = keep::held(&model, clock.now()) {
            keep(model.me.id, &draft, unkept);
        }
    }
}

fn run_loop(
    screen: &mut terminal::Screen,
    desk: &Desk,
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
        let mut held = desk.model();
        let model = &mut *held;
        messages.extend(desk.inbox.take(!model.layers.is_empty()));
        for message in messages.drain(..) {
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
        if terminal::was_lent() {
            // Whoever wrote in another program was there.
            last_key = Instant::now();
        }
        if stale {
            screen.draw(|frame| draw::draw(frame, model))?;
        }
        drop(held);
        screen.show()?;
        drop(turn);
        let ending = terminal::is_ending();
        let wait = if ending { LAST_KEYS } else { POLL.min(rest.time_left()) };
        stale = event::poll(wait)?;
        if stale {
            last_key = Instant::now();
            let in_field = !desk.model().layers.is_empty();
            desk.inbox.read(in_field)?;
        } else if ending {
            terminal::stand_aside();
        }
        // Also between the keys of somebody who types without a pause.
        if last_look.elapsed() >= POLL {
            let _turn = terminal::turn();
            let model = desk.model();
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
