//! Giving the house another key while colleagues have it open: they are asked to close it, and it is closed for them
//! after a minute.

use std::thread;
use std::time::{Duration, Instant};

use trivsel_domain::decide::Denied;
use trivsel_store::{House, StoreError, TIME_FOR_ALL};
use trivsel_words::dates;

use crate::cli::failure::Failure;
use crate::cli::open_house::OpenHouse;
use crate::cli::output::complain;
use crate::cli::session::Session;

/// How often it is tried.
const AGAIN: Duration = Duration::from_millis(500);

/// Does what needs the house alone. Where somebody else has it open, everybody is asked to close it, and it is tried again
/// until they have.
pub(in crate::cli) fn alone<T>(
    session: &Session,
    open: &mut OpenHouse,
    rekey: impl Fn(&mut House) -> Result<T, Denied<StoreError>>,
) -> Result<T, Failure> {
    let in_use =
        |done: &Result<T, Denied<StoreError>>| matches!(done, Err(Denied::Failed(StoreError::HouseInUse)));
    let done = rekey(&mut open.house);
    if !in_use(&done) {
        return Ok(done?);
    }
    let asker = open.asker(session);
    let until = open.house.ask_to_close(asker)?;
    let time = dates::time(session.lang(), until.time());
    complain(&session.words.with("cli-asked-to-close", &[("time", time.into())]));
    let give_up = Instant::now() + TIME_FOR_ALL;
    loop {
        thread::sleep(AGAIN);
        let done = rekey(&mut open.house);
        if !in_use(&done) || Instant::now() >= give_up {
            return Ok(done?);
        }
    }
}
