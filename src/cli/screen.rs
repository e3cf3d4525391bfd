//! Starts the screen from the command line.

use std::io::{IsTerminal, stdin, stdout};
use std::path::PathBuf;
use std::sync::Arc;

use secrecy::SecretString;
use trivsel_domain::record::Staff;
use trivsel_domain::value::Initials;
use trivsel_store::{Arrival, Beside, House, HouseFolder, KeyRing, StoreError, TIME_TO_CLOSE};

use super::failure::Failure;
use super::session::Session;
use crate::settings::Settings;
use trivsel_tui::clock::Clock;
use trivsel_tui::door::{Curtain, Door};
use trivsel_tui::{self, Session as Screen};
use trivsel_words::Words;

/// What the screen opens, and how the house is treated afterwards.
pub(super) struct Opening {
    pub house: House,
    pub me: Staff,
    pub clock: Clock,
    pub settings: Settings,
    /// The folder to delete at the end of a demonstration.
    pub throwaway: Option<PathBuf>,
    /// Whether the house was just founded.
    pub first_time: bool,
    /// When the user was here last.
    pub arrival: Arrival,
    /// What the seal beside the house said at the opening.
    pub beside: Beside,
}

/// Refuses to open the screen where there is no terminal.
pub(super) fn need_terminal(session: &Session) -> Result<(), Failure> {
    if stdin().is_terminal() && stdout().is_terminal() {
        return Ok(());
    }
    Err(Failure::said(session.words.get("cli-no-terminal")))
}

/// Opens the screen and returns when the user leaves it.
pub(super) fn open(session: &Session, opening: Opening) -> Result<(), Failure> {
    need_terminal(session)?;
    let Opening { house, me, clock, settings, throwaway, first_time, arrival, beside } = opening;
    let demo = throwaway.is_some();
    let door = door(&house, &me, demo);
    let last_act = Box::new(move || {
        if let Some(folder) = &throwaway {
            // A folder that can't be removed is harmless: it is encrypted, and its key was never written to disk.
            let _ = std::fs::remove_dir_all(folder);
        }
    });
    let screen = Screen {
        house,
        me,
        demo,
        first_time,
        arrival,
        beside,
        clock,
        words: Arc::new(Words::new(session.lang())),
        theme: settings.theme(no_color()),
        lock_after: settings.lock_after(),
        close_after: TIME_TO_CLOSE,
        door,
        last_act,
    };
    Ok(trivsel_tui::run(screen)?)
}

/// As <https://no-color.org> defines it: set, and not empty.
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
}

/// The door of a house on disk: it opens with the user's passphrase.
#[derive(Debug)]
struct FrontDoor {
    folder: HouseFolder,
    initials: Initials,
}

impl Door for FrontDoor {
    fn close(&mut self, house: House) {
        drop(house);
    }

    fn open(&mut self, passphrase: &SecretString) -> Result<Option<House>, StoreError> {
        let now = Clock::running().now();
        let key = KeyRing::new(&self.folder).unlock(self.initials.as_str(), passphrase, now)?;
        let shipped = trivsel_defaults::programmes();
        // They were read when the program started.
        let profiles =
            shipped.map_err(|_| StoreError::Corrupt { table: "memory", what: "the programmes" })?;
        House::open(&self.folder, &key, profiles).map(Some)
    }
}

/// The way back after a lock. A demonstration opens with any text, and its house, whose key is nowhere, stays open.
fn door(house: &House, me: &Staff, demo: bool) -> Box<dyn Door> {
    match house.folder().cloned() {
        Some(folder) if !demo => Box::new(FrontDoor { folder, initials: me.initials.clone() }),
        _ => Box::new(Curtain::new(|_: &SecretString| true)),
    }
}
