//! The screen: draw, read, update, perform. Only this loop touches terminal, clock and house.

pub mod cursor;
pub mod draw;
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
pub mod update;
pub mod view;
pub mod widgets;

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind};
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
/// A burst of so many characters outside a field is a paste from a terminal that does not say so.
const BURST: usize = 32;

/// What the screen is opened on.
pub struct Session {
    /// The open house.
    pub house: House,
    /// Who sits here.
    pub me: Staff,
    /// Whether the house is a demonstration.
    pub demo: bool,
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
    let Session { house, me, demo, clock, words, theme, lock_after, unlock, last_act } = session;
    terminal::quiet_panics(words.get("panic-sentence").to_owned());
    let mut model = Model::new(words, theme, me, clock.now());
    model.demo = demo;
    model.writable = house.is_writable();
    let mut performer = Performer::new(house, clock, unlock);
    let (mut screen, taken) = terminal::take()?;
    terminal::end_on_signals(last_act)?;
    let start = update::start(&model);
    performer.settle(&mut model, start);
    let ended = run_loop(&mut screen, &mut model, &mut performer, lock_after);
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
    let mut stale = true;
    loop {
        if stale {
            screen.draw(|frame| draw::draw(frame, model))?;
        }
        stale = false;
        let messages = if event::poll(POLL)? {
            last_key = Instant::now();
            stale = true;
            read_all()?
        } else {
            let seen = performer.look_around(model);
            let alone = (last_key.elapsed() >= lock_after && !layers::lock::is_locked(model))
                .then_some(Message::LeftAlone);
            seen.into_iter().chain(alone).collect()
        };
        for message in messages {
            stale = true;
            if let Ended::Yes = performer.settle_message(model, message) {
                return Ok(());
            }
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

/// Everything that has already been typed. A long burst of characters is one paste.
fn read_all() -> io::Result<Vec<Message>> {
    let mut messages = Vec::new();
    let mut text = String::new();
    loop {
        match event::read()? {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                if let KeyEvent { code: KeyCode::Char(c), .. } = key {
                    text.push(c);
                }
                messages.push(Message::Key(key));
            }
            Event::Paste(pasted) => messages.push(Message::Paste(pasted)),
            _ => {}
        }
        if !event::poll(Duration::ZERO)? {
            break;
        }
    }
    let burst = text.chars().count();
    if burst >= BURST && burst == messages.len() { Ok(vec![Message::Paste(text)]) } else { Ok(messages) }
}
