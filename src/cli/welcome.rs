//! `trivsel` without a command: opens the screen, after a few questions if there is no house yet.

use std::io::{BufRead, IsTerminal, Write, stdin, stdout};

use trivsel_store::{Arrival, Beside, HouseFolder, StoreError};

use super::failure::Failure;
use super::open_house::{OpenHouse, initials, no_place};
use super::output::say_text;
use super::screen::{self, Opening};
use super::session::Session;
use super::{init, passphrase, recovery};
use crate::settings::{GroundName, Settings};

pub(super) fn run(session: &Session) -> Result<(), Failure> {
    screen::need_terminal(session)?;
    let path = session.house().ok_or_else(|| no_place(session))?;
    let mut settings = session.settings()?;
    let (open, first_time) = match HouseFolder::open(path) {
        Err(StoreError::NoHouse { .. }) if stdin().is_terminal() => {
            let open = first_time(session)?;
            settings.ground = Some(ground(session)?);
            if let Some(place) = Settings::place() {
                settings.write(&place).map_err(|problem| Failure::Other(problem.into()))?;
            }
            (open, true)
        }
        Err(error) => return Err(error.into()),
        Ok(_) => (OpenHouse::quietly(session)?, false),
    };
    let OpenHouse { house, staff, arrival, beside } = open;
    let opening = Opening {
        house,
        me: staff,
        clock: session.clock,
        settings,
        throwaway: None,
        first_time,
        arrival,
        beside,
    };
    screen::open(session, opening)
}

/// Asks whether the terminal is light or dark; the program can't detect it.
fn ground(session: &Session) -> Result<GroundName, Failure> {
    let answer = ask(session, "cli-ask-ground")?;
    let light = matches!(answer.chars().next(), Some('l' | 'L'));
    Ok(if light { GroundName::Light } else { GroundName::Dark })
}

fn first_time(session: &Session) -> Result<OpenHouse, Failure> {
    say_text(session.words.get("cli-welcome"))?;
    let name = ask_until(session, "cli-ask-name", |text| init::person_name(session, text))?;
    let initials = ask_until(session, "cli-ask-initials", |text| initials(session, text))?;
    let staff = init::colleague(name, initials);
    let codes: Vec<String> =
        trivsel_defaults::programmes()?.iter().map(|p| p.code().as_str().to_owned()).collect();
    let programmes = init::chosen(session, &codes, None)?;
    let passphrase = passphrase::founding(session, &staff)?;
    let (house, recovery) = init::found(session, staff.clone(), programmes, &passphrase)?;
    recovery::show(session, &recovery, "cli-recovery-key")?;
    Ok(OpenHouse { house, staff, arrival: Arrival::default(), beside: Beside::default() })
}

/// Asks on the terminal until the answer is taken, and says each time why it is not.
pub(super) fn ask_until<T>(
    session: &Session,
    question: &str,
    take: impl Fn(&str) -> Result<T, Failure>,
) -> Result<T, Failure> {
    loop {
        match take(&ask(session, question)?) {
            Ok(taken) => return Ok(taken),
            Err(failure) => failure.report(&session.words),
        };
    }
}

/// Asks for one line on the terminal. The question is named by the id of its message.
pub(super) fn ask(session: &Session, question: &str) -> Result<String, Failure> {
    let other = |error: std::io::Error| Failure::Other(error.into());
    let mut out = stdout().lock();
    write!(out, "{}: ", session.words.get(question)).and_then(|()| out.flush()).map_err(other)?;
    let mut line = String::new();
    if stdin().lock().read_line(&mut line).map_err(other)? == 0 {
        return Err(Failure::said(session.words.get("cli-no-answer")));
    }
    Ok(line.trim().to_owned())
}
