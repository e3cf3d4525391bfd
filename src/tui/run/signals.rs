//! The signal thread: it tells the main thread that the program is to end, and ends it when the main thread hangs.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};
use std::{process, thread};

use crossterm::terminal::{disable_raw_mode, size};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use super::Event;
use super::autosave::LatestDraft;
use super::screen;

/// How long the main thread may take to give the terminal back before it counts as hanging in the terminal.
const PATIENCE: Duration = Duration::from_secs(2);
/// The same while it is not writing to the terminal: another program's write may hold up a step for so long.
const LONG_PATIENCE: Duration = Duration::from_secs(12);

/// Whether Ctrl+C ends the program at once, as it usually does.
static CTRL_C_ENDS: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| {
    let ends = Arc::new(AtomicBool::new(false));
    let _ = signal_hook::flag::register_conditional_default(SIGINT, Arc::clone(&ends));
    ends
});

/// Asks a question whose answer is typed without echo. Ctrl+C then ends only the question, so that the echo can be
/// turned on again; between questions it ends the program.
pub fn ask_without_echo<T>(question: impl FnOnce() -> T) -> T {
    CTRL_C_ENDS.store(false, Ordering::SeqCst);
    let answer = question();
    CTRL_C_ENDS.store(true, Ordering::SeqCst);
    answer
}

/// What the main thread tells the signal thread when it ends after a signal. Dropped, it says that everything is done.
pub(super) struct Ending(Sender<()>);

impl Ending {
    /// Says that the terminal is given back and can no longer hold up the main thread.
    pub(super) fn is_off_the_terminal(&self) {
        let _ = self.0.send(());
    }

    /// Lets the signal thread end the program.
    pub(super) fn end(self) -> ! {
        drop(self);
        loop {
            thread::park();
        }
    }
}

/// Starts the signal thread. After a signal that ends the program it waits for the main thread, saves the latest draft if
/// the main thread has not, does `last_act` and exits.
///
/// # Errors
/// When signals can't be watched.
pub(super) fn watch(
    events: Sender<Event>,
    latest: Arc<LatestDraft>,
    last_act: Box<dyn Fn() + Send>,
) -> io::Result<Ending> {
    CTRL_C_ENDS.store(false, Ordering::SeqCst);
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGWINCH])?;
    let (ending, main_thread) = channel();
    thread::spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGWINCH => {
                    let _ = size().map(|(width, height)| events.send(Event::Size(width, height)));
                }
                // Typed to interrupt the other program, not this one.
                SIGINT | SIGQUIT if screen::is_lent() => {}
                _ => {
                    let _ = events.send(Event::Signal);
                    wait_for(&main_thread, &latest);
                    super::daily::end();
                    last_act();
                    process::exit(128 + signal);
                }
            }
        }
    });
    thread::spawn(|| {
        // The kernel sends no signal when the leader of the session ignores the hang-up.
        if screen::wait_for_hang_up() {
            let _ = signal_hook::low_level::raise(SIGHUP);
        }
    });
    Ok(Ending(ending))
}

/// Waits until the main thread has ended, or saves the latest draft in its place.
fn wait_for(main_thread: &Receiver<()>, latest: &LatestDraft) {
    let start = Instant::now();
    loop {
        match main_thread.recv_timeout(PATIENCE) {
            // What is left to be done takes seconds at most.
            Ok(()) => while main_thread.recv().is_ok() {},
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) if screen::is_at_work() && start.elapsed() < LONG_PATIENCE => {}
            Err(RecvTimeoutError::Timeout) => break,
        }
    }
    latest.save();
    let (done, is_done) = channel();
    thread::spawn(move || {
        screen::give_back();
        let _ = done.send(());
    });
    let _ = is_done.recv_timeout(PATIENCE);
    // A terminal that takes no more bytes still gets its lines and its echo back.
    let _ = disable_raw_mode();
}
