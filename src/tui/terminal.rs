//! The terminal itself: taken and given back whole, whatever ends the program.

use std::fs::OpenOptions;
use std::io::{self, Write, stdin, stdout};
use std::mem::ManuallyDrop;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, Once, PoisonError, TryLockError};
use std::time::{Duration, Instant};
use std::{panic, process, thread};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::fs::OFlags;
use rustix::io::Errno;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// The screen the program draws on. It is never dropped: ratatui's own end shows the cursor, and where the terminal
/// has gone it writes that to standard error and panics. [`give_back`] shows the cursor.
pub type Screen = ManuallyDrop<Terminal<CrosstermBackend<io::Stdout>>>;

/// Whether the terminal is ours now. It is given back once: a second time would move the cursor back over what has
/// been said in between.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether Ctrl+C ends the program at once, as it usually does.
static AT_ONCE: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(AtomicBool::new(false)));
/// Held while a step is worked and drawn.
static TURN: Mutex<()> = Mutex::new(());
/// So long a signal waits for the step at hand, and for a terminal that takes nothing more.
const PATIENCE: Duration = Duration::from_secs(2);

/// Holds the terminal; gives it back when dropped.
#[derive(Debug)]
pub struct Taken(());

impl Drop for Taken {
    fn drop(&mut self) {
        give_back();
    }
}

/// Takes the terminal for drawing.
///
/// # Errors
/// When standard output is no terminal that can be drawn on.
pub fn take() -> io::Result<(Screen, Taken)> {
    let _turn = turn();
    TAKEN.store(true, Ordering::SeqCst);
    let taken = Taken(());
    never_wait_for_more();
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    Ok((ManuallyDrop::new(Terminal::new(CrosstermBackend::new(stdout()))?), taken))
}

/// Gives the terminal back as it was. What can't be done is passed over: there may be no terminal any more.
pub fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
    }
}

/// Lends the terminal to another program, and takes it back.
pub fn lend<T>(work: impl FnOnce() -> T) -> T {
    give_back();
    let done = work();
    TAKEN.store(true, Ordering::SeqCst);
    let _ = enable_raw_mode();
    let _ = execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Clear(ClearType::All));
    done
}

/// The turn to work and draw. While somebody has it, no signal ends the program: a step is whole, and no half frame
/// with a name in it lands on the terminal after it was given back.
pub fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads without waiting, on an opening of the terminal of our own. Otherwise a key that crossterm does not know
/// keeps it waiting for the next one, and meanwhile the screen neither follows the house nor locks. Where the
/// terminal can't be opened once more, it stays as it is.
fn never_wait_for_more() {
    let Ok(name) = rustix::termios::ttyname(stdin(), Vec::new()) else { return };
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let path = std::ffi::OsStr::from_bytes(name.to_bytes());
    if let Ok(own) = OpenOptions::new().read(true).write(true).custom_flags(flags).open(path) {
        let _ = rustix::stdio::dup2_stdin(own);
    }
}

/// Asks something that is typed without echo. Ctrl+C then ends only the question, so that whoever turned the echo off
/// can turn it on again; before and afterwards it ends the program.
pub fn ask_unseen<T>(question: impl FnOnce() -> T) -> T {
    static WATCHED: Once = Once::new();
    WATCHED.call_once(|| {
        let _ = signal_hook::flag::register_conditional_default(SIGINT, Arc::clone(&AT_ONCE));
    });
    AT_ONCE.store(false, Ordering::SeqCst);
    let answer = question();
    AT_ONCE.store(true, Ordering::SeqCst);
    answer
}

/// Ends the program when the terminal goes or somebody asks it to, from a thread of its own: the loop may be
/// waiting for a key that never comes. Every mark is on disk before it is drawn, so nothing is lost.
///
/// # Errors
/// When the signals can't be watched.
pub fn end_on_signals(last_act: impl Fn() + Send + 'static) -> io::Result<()> {
    AT_ONCE.store(false, Ordering::SeqCst);
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT])?;
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            end(128 + signal, last_act);
        }
    });
    thread::spawn(hang_up_when_it_goes);
    Ok(())
}

fn end(code: i32, last_act: impl Fn()) -> ! {
    let start = Instant::now();
    let turn = loop {
        match TURN.try_lock() {
            Ok(turn) => break Some(turn),
            Err(TryLockError::Poisoned(turn)) => break Some(turn.into_inner()),
            Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => break None,
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(2)),
        }
    };
    if turn.is_some() {
        let (done, waits) = channel();
        thread::spawn(move || {
            give_back();
            let _ = done.send(());
        });
        let _ = waits.recv_timeout(PATIENCE);
    }
    // A terminal that takes nothing more still gets its lines and its echo back.
    let _ = disable_raw_mode();
    last_act();
    process::exit(code)
}

/// Waits until the terminal has gone, and says so as a signal: where the kernel tells nobody, because whoever leads
/// the session takes no notice, crossterm would read from it for ever.
fn hang_up_when_it_goes() {
    // Where terminals can't be watched there is still the signal.
    if has_gone(None) {
        let _ = signal_hook::low_level::raise(SIGHUP);
    }
}

/// Whether the terminal has gone, within a time or ever.
fn has_gone(within: Option<&Timespec>) -> bool {
    let (input, output) = (stdin(), stdout());
    let watch = PollFlags::empty();
    let mut ends = [PollFd::new(&input, watch), PollFd::new(&output, watch)];
    while let Err(Errno::INTR) = rustix::event::poll(&mut ends, within) {}
    ends.iter().any(|e| e.revents().intersects(PollFlags::HUP | PollFlags::ERR))
}

/// Where drawing failed because the terminal has gone, the hang-up ends the program, not the failure.
pub fn wait_if_gone() {
    if has_gone(Some(&Timespec { tv_sec: 0, tv_nsec: 0 })) {
        thread::park_timeout(3 * PATIENCE);
    }
}

/// On a panic: the terminal is given back, and one line says what happened and that nothing is lost. The panic's
/// own message is left out, since it may quote a name or a note.
pub fn quiet_panics(sentence: String) {
    panic::set_hook(Box::new(move |info| {
        give_back();
        let place = info.location().map(|l| format!(" ({}:{})", l.file(), l.line())).unwrap_or_default();
        let _ = writeln!(io::stderr(), "{sentence}{place}");
    }));
}
