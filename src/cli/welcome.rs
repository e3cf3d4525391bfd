//! `trivsel` without a command: opens the screen, after a few questions if there is no house yet.

use std::io::{BufRead, IsTerminal, Write, stdin, stdout};

use trivsel_store::{HouseFolder, StoreError};

use super::entry::{Entry, no_place};
use super::failure::Failure;
use super::output::say_text;
use super::screen::{self, Opening};
use super::session::Session;
use super::{init, passphrase};
use crate::settings::{GroundName, Settings};

pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let path = session.house().ok_or_else(|| no_place(session))?;
    let mut settings = session.settings()?;
    let (entry, first_time) = match HouseFolder::open(path) {
        Err(StoreError::NoHouse { .. }) if stdin().is_terminal() => {
            let entry = first_time(session)?;
            settings.ground = Some(ground(session)?);
            if let Some(place) = Settings::place() {
                settings.write(&place).map_err(|problem| Failure::Other(problem.into()))?;
            }
            (entry, true)
        }
        Err(error) => return Err(error.into()),
        Ok(_) => (Entry::open(session)?, false),
    };
    let Entry { house, staff } = entry;
    let opening = Opening { house, me: staff, clock: session.clock, settings, throwaway: None, first_time };
    screen::open(session, opening)
}

/// Asks whether the terminal is light or dark; the program can't detect it.
fn ground(session: &Session) -> Result<GroundName, Failure> {
    let answer = ask(session.words.get("cli-ask-ground"))?;
    let light = matches!(answer.chars().next(), Some('l' | 'L'));
    Ok(if light { GroundName::Light } else { GroundName::Dark })
}

fn first_time(session: &Session) -> Result<Entry, Failure> {
    let words = &session.words;
    say_text(words.get("cli-welcome"))?;
    let name = ask(words.get("cli-ask-name"))?;
    let initials = ask(words.get("cli-ask-initials"))?;
    let staff = init::founder(session, &name, &initials)?;
    let codes: Vec<String> =
        trivsel_defaults::programmes()?.iter().map(|p| p.code().as_str().to_owned()).collect();
    let programmes = init::chosen(session, &codes, None)?;
    let passphrase = passphrase::founding(session)?;
    let (house, recovery) = init::found(session, staff.clone(), programmes, &passphrase)?;
    init::show_recovery(session, &recovery)?;
    ask(words.get("cli-ask-written-down"))?;
    Ok(Entry { house, staff })
}

/// Asks for one line on the terminal.
pub(super) fn ask(question: &str) -> Result<String, Failure> {
    let other = |error: std::io::Error| Failure::Other(error.into());
    let mut out = stdout().lock();
    write!(out, "{question}: ").and_then(|()| out.flush()).map_err(other)?;
    let mut line = String::new();
    stdin().lock().read_line(&mut line).map_err(other)?;
    Ok(line.trim().to_owned())
}
