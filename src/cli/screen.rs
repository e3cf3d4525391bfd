//! The way from the command line to the screen.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use trivsel_domain::Staff;
use trivsel_store::{House, Slots};

use super::failure::Failure;
use super::session::Session;
use crate::clock::Clock;
use crate::tui;
use crate::tui::perform::Unlock;
use crate::words::Words;

/// What is special about a demonstration.
pub(super) struct Demo {
    /// The folder that goes with it.
    pub folder: PathBuf,
}

/// Opens the screen on a house, as a member of its staff.
pub(super) fn open(
    session: &Session,
    house: House,
    me: Staff,
    clock: Clock,
    demo: Option<Demo>,
) -> Result<(), Failure> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(Failure::said(session.words.get("cli-no-terminal")));
    }
    let settings = session.settings()?;
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    let unlock = if demo.is_some() { Box::new(|_: &_| true) } else { by_slot(&house, &me) };
    let is_demo = demo.is_some();
    tui::run(tui::Session {
        house,
        me,
        demo: is_demo,
        clock,
        words: Arc::new(Words::new(session.lang())),
        theme: settings.theme(no_color),
        lock_after: settings.lock_after(),
        unlock,
        last_act: Box::new(move || {
            if let Some(demo) = &demo {
                let _ = std::fs::remove_dir_all(&demo.folder);
            }
        }),
    })?;
    Ok(())
}

/// A passphrase is right when it opens the key of who sits here.
fn by_slot(house: &House, me: &Staff) -> Unlock {
    let (folder, who) = (house.folder().cloned(), me.initials.clone());
    Box::new(move |passphrase| {
        folder.as_ref().is_some_and(|f| Slots::new(f).unlock(who.as_str(), passphrase).is_ok())
    })
}
