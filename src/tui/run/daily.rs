//! The check of the whole house, once a day at the first opening: in a thread with its own connection, which begins when
//! the first frame is drawn.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use trivsel_store::{StoreError, Twin};

use super::Event;

/// A check that is due.
pub(super) struct Daily {
    pub(super) twin: Twin,
    pub(super) sender: Sender<Event>,
}

impl Daily {
    /// Begins the check. The program does not wait for it when it ends.
    pub(super) fn begin(self) -> io::Result<()> {
        let Self { twin, sender } = self;
        let work = move || {
            // Nobody listens any more when the program has ended.
            let _ = sender.send(Event::Checked(check(&twin)));
        };
        thread::Builder::new().name("check".to_owned()).spawn(work).map(drop)
    }
}

fn check(twin: &Twin) -> Result<(), StoreError> {
    twin.open_for_reading()?.verify().map(drop)
}
