//! The screen: draw, read, update, perform. Only this loop touches terminal, clock and house.

pub mod cursor;
pub mod draw;
pub mod editor;
pub mod effect;
pub mod field;
pub mod keys;
pub mod layers;
pub mod load;
pub mod message;
pub mod model;
pub mod panes;
pub mod perform;
pub mod terminal;
pub mod theme;
mod typed;
pub mod update;
pub mod view;
pub mod widgets;

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event;
use trivsel_domain::Staff;
use trivsel_store::House;

use self::message::Message;
use self::model::Model;
use self::perform::{Performer, Unlock};
use self::theme::Theme;
use crate::clock::Clock;
use crate::words::Words;

/// How often the house is asked whether somebody else has changed it.
const POLL: Duration = Duration::from_millis(500);

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
    let mut performer = Performer::new(house, clock, unlock);
    terminal::end_on_signals(last_act)?;
    let (mut screen, taken) = terminal::take()?;
    let start = update::start(&model);
    performer.settle(&mut model, start);
    let ended = run_loop(&mut screen, &mut model, &mut performer, lock_after);
    if ended.is_err() {
        terminal::wait_if_gone();
    }
    drop(taken);
    ended.map_err(Into::into)
}

fn run_loop(
    screen: &mut terminal::Screen,
    model: &mut Model,
    performer: &mut Performer,
    lock_after: Duration,
) -> io::Result<()> {
    let mut last_key = Instant::now();
    let mut last_look = last_key;
    let mut stale = true;
    let mut messages = Vec::new();
    loop {
        let turn = terminal::turn();
        for message in messages {
            stale = true;
            if let Ended::Yes = performer.settle_message(model, message) {
                return Ok(());
            }
        }
        if stale {
            screen.draw(|frame| draw::draw(frame, model))?;
        }
        drop(turn);
        stale = event::poll(POLL)?;
        messages = Vec::new();
        if stale {
            last_key = Instant::now();
            messages = typed::read(!model.layers.is_empty())?;
        }
        // Also between the keys of somebody who types without a pause.
        if last_look.elapsed() >= POLL {
            let _turn = terminal::turn();
            last_look = Instant::now();
            messages.extend(performer.look_around(model));
            let alone = last_key.elapsed() >= lock_after && !layers::lock::is_locked(model);
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
