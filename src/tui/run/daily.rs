//! The check of the whole house, once a day at the first opening: in a thread with its own connection, which begins when
//! the first frame is drawn. Backups are looked at in threads that nobody waits for, since their place may be on a network
//! that hangs.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use trivsel_store::{BackupSeal, StoreError, Twin, newest_backup};

use super::Event;

/// How long the place of the backups may take to answer. Without an answer the house is checked without them.
const AWAY: Duration = Duration::from_secs(10);
/// How often the check looks whether the program ends.
const OFTEN: Duration = Duration::from_millis(50);

/// A check that is due.
pub(super) struct Daily {
    pub(super) twin: Twin,
    pub(super) folder: PathBuf,
    pub(super) sender: Sender<Event>,
}

impl Daily {
    /// Begins the check.
    pub(super) fn begin(self) -> io::Result<()> {
        let Self { twin, folder, sender } = self;
        ENOUGH.store(false, Ordering::Relaxed);
        let (answers, seal) = channel();
        let house = folder.clone();
        unawaited(move || drop(answers.send(BackupSeal::last(&house))))?;
        let work = move || {
            let found = check(&twin, &seal);
            let asks = found.as_ref().is_err_and(StoreError::asks_for_a_backup);
            // Nobody listens any more when the program has ended.
            let _ = sender.send(Event::Checked(found));
            if asks {
                let _ =
                    unawaited(move || drop(newest_backup(&folder).map(|n| sender.send(Event::Newest(n)))));
            }
        };
        let check = thread::Builder::new().name("check".to_owned()).spawn(work)?;
        *CHECK.lock().unwrap_or_else(PoisonError::into_inner) = Some(check);
        Ok(())
    }
}

/// Works in a thread that ends with the program at the latest. It must not use the cipher's library.
fn unawaited(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("backups".to_owned()).spawn(work).map(drop)
}

/// The check that runs, for the thread that ends the program.
static CHECK: Mutex<Option<JoinHandle<()>>> = Mutex::new(None);
/// Whether the program ends.
static ENOUGH: AtomicBool = AtomicBool::new(false);

/// Breaks off the check and waits until it has ended. The cipher's library is taken down with the program, which a
/// check that still reads would not survive.
pub(super) fn end() {
    ENOUGH.store(true, Ordering::Relaxed);
    let check = CHECK.lock().unwrap_or_else(PoisonError::into_inner).take();
    let _ = check.map(JoinHandle::join);
}

fn check(twin: &Twin, seal: &Receiver<Option<BackupSeal>>) -> Result<(), StoreError> {
    let house = twin.open_for_reading()?;
    house.stop_reading_when(|| ENOUGH.load(Ordering::Relaxed))?;
    house.verify()?;
    in_time(seal, &ENOUGH).map_or(Ok(true), |seal| house.check_backup(&seal)).map(drop)
}

/// The seal of the last backup, if its place answers in time, and before the program ends.
fn in_time(seal: &Receiver<Option<BackupSeal>>, enough: &AtomicBool) -> Option<BackupSeal> {
    let start = Instant::now();
    while !enough.load(Ordering::Relaxed) && start.elapsed() < AWAY {
        match seal.recv_timeout(OFTEN) {
            Err(RecvTimeoutError::Timeout) => {}
            answer => return answer.ok().flatten(),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_of_backups_that_hangs_does_not_hold_up_the_end() {
        let (hangs, seal) = channel();
        let enough = AtomicBool::new(false);
        let start = Instant::now();
        thread::scope(|threads| {
            let waits = threads.spawn(|| in_time(&{ seal }, &enough));
            enough.store(true, Ordering::Relaxed);
            assert_eq!(waits.join().expect("no panic"), None);
        });
        assert!(start.elapsed() < AWAY / 2);
        drop(hangs);
    }
}
