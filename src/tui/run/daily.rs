//! The check of the whole house, once a day at the first opening: in a thread with its own connection, which begins when
//! the first frame is drawn.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use trivsel_store::{StoreError, Twin};

use super::Event;

/// A check that is due.
pub(super) struct Daily {
    pub(super) twin: Twin,
    pub(super) sender: Sender<Event>,
}

impl Daily {
    /// Begins the check.
    pub(super) fn begin(self) -> io::Result<()> {
        let Self { twin, sender } = self;
        ENOUGH.store(false, Ordering::Relaxed);
        let work = move || {
            // Nobody listens any more when the program has ended.
            let _ = sender.send(Event::Checked(check(&twin)));
        };
        let check = thread::Builder::new().name("check".to_owned()).spawn(work)?;
        *CHECK.lock().unwrap_or_else(PoisonError::into_inner) = Some(check);
        Ok(())
    }
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

fn check(twin: &Twin) -> Result<(), StoreError> {
    let house = twin.open_for_reading()?;
    house.stop_reading_when(|| ENOUGH.load(Ordering::Relaxed))?;
    house.verify().map(drop)
}
