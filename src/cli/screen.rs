//! Starts the screen from the command line.

use std::io::{IsTerminal, stdin, stdout};
use std::path::PathBuf;
use std::sync::Arc;

use trivsel_domain::record::Staff;
use trivsel_store::{House, KeyRing};

use super::failure::Failure;
use super::session::Session;
use crate::settings::Settings;
use trivsel_tui::clock::Clock;
use trivsel_tui::perform::Unlock;
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
}

/// Opens the screen and returns when the user leaves it.
pub(super) fn open(session: &Session, opening: Opening) -> Result<(), Failure> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Err(Failure::said(session.words.get("cli-no-terminal")));
    }
    let Opening { house, me, clock, settings, throwaway, first_time } = opening;
    let demo = throwaway.is_some();
    let unlock = unlock(&house, &me, demo);
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
        clock,
        words: Arc::new(Words::new(session.lang())),
        theme: settings.theme(no_color()),
        lock_after: settings.lock_after(),
        unlock,
        last_act,
    };
    Ok(trivsel_tui::run(screen)?)
}

/// As <https://no-color.org> defines it: set, and not empty.
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
}

/// The locked screen opens with the user's passphrase; a demonstration opens with any text.
fn unlock(house: &House, me: &Staff, demo: bool) -> Unlock {
    let folder = house.folder().cloned();
    let initials = me.initials.clone();
    Box::new(move |typed| {
        demo || folder.as_ref().is_some_and(|f| KeyRing::new(f).unlock(initials.as_str(), typed).is_ok())
    })
}
