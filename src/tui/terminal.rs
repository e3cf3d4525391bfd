//! The terminal itself: taken and given back whole, whatever ends the program.

use std::cell::RefCell;
use std::fs::OpenOptions;
use std::io::{self, Write, stdin, stdout};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::rc::Rc;
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
use ratatui::backend::CrosstermBackend;
use ratatui::{Frame, Terminal};
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

/// The screen the program draws on: in memory first, so that nothing is held while the terminal takes its time.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Drawn>>,
    drawn: Drawn,
}

/// What is drawn and not shown yet.
#[derive(Clone, Debug, Default)]
struct Drawn(Rc<RefCell<Vec<u8>>>);

impl Write for Drawn {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Screen {
    /// Draws a frame; whole where another program has had the terminal meanwhile.
    ///
    /// # Errors
    /// When the terminal does not tell its size.
    pub fn draw(&mut self, frame: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        if LENT_BEFORE.swap(false, Ordering::SeqCst) {
            // One that knows of nothing on the screen. Clearing the old one would ask the terminal where its cursor is.
            self.terminal = Terminal::new(CrosstermBackend::new(self.drawn.clone()))?;
        }
        self.terminal.draw(frame).map(drop)
    }

    /// Shows what was drawn.
    ///
    /// # Errors
    /// When the terminal does not take it.
    pub fn show(&mut self) -> io::Result<()> {
        let drawn = self.drawn.0.take();
        let mut out = stdout().lock();
        out.write_all(&drawn)?;
        out.flush()
    }
}

/// Whether the terminal is ours now. It is given back once: a second time would move the cursor back over what has
/// been said in between.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether Ctrl+C ends the program at once, as it usually does.
static AT_ONCE: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(AtomicBool::new(false)));
/// Held while a step is worked and drawn.
static TURN: Mutex<()> = Mutex::new(());
/// Whether another program has the terminal now.
static LENT: AtomicBool = AtomicBool::new(false);
/// How the terminal was when it was last lent.
static AS_LENT: Mutex<Option<Termios>> = Mutex::new(None);
/// Whether one has had it since the last frame.
static LENT_BEFORE: AtomicBool = AtomicBool::new(false);
/// Whether a signal is ending the program.
static ENDING: AtomicBool = AtomicBool::new(false);
/// Whether the loop has worked everything that was typed and waits for the end.
static ASIDE: AtomicBool = AtomicBool::new(false);
/// So long a signal waits for the step at hand, and for a terminal that takes nothing more.
const PATIENCE: Duration = Duration::from_secs(2);
/// So long it waits for the loop where the terminal has gone, and nothing more can be typed.
const LITTLE: Duration = Duration::from_millis(100);
/// So long after another program's bad end a signal may still come that ended it.
const AFTER: Duration = Duration::from_millis(250);

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
    let drawn = Drawn::default();
    let terminal = Terminal::new(CrosstermBackend::new(drawn.clone()))?;
    Ok((Screen { terminal, drawn }, taken))
}

/// Gives the terminal back as it was. What can't be done is passed over: there may be no terminal any more.
pub fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
    }
}

/// Lends the terminal to another program, and takes it back as it was lent, whatever the other made of it.
pub fn lend<T>(work: impl FnOnce() -> T) -> T {
    give_back();
    *AS_LENT.lock().unwrap_or_else(PoisonError::into_inner) = tcgetattr(stdin()).ok();
    // Other programs wait for a key and do not expect to be told that there is none.
    let flags = fcntl_getfl(stdin());
    let _ = flags.map(|flags| fcntl_setfl(stdin(), flags - OFlags::NONBLOCK));
    LENT.store(true, Ordering::SeqCst);
    let done = work();
    LENT.store(false, Ordering::SeqCst);
    if is_ending() {
        // Whoever ends the program saw it lent, and touches the terminal no more.
        wait_for_the_end();
    }
    let _ = flags.map(|flags| fcntl_setfl(stdin(), flags));
    put_back_as_lent();
    TAKEN.store(true, Ordering::SeqCst);
    let _ = enable_raw_mode();
    let _ = execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Clear(ClearType::All));
    LENT_BEFORE.store(true, Ordering::SeqCst);
    done
}

fn put_back_as_lent() {
    if let Some(state) = AS_LENT.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
        let _ = tcsetattr(stdin(), OptionalActions::Now, state);
    }
}

/// Whether another program has had the terminal since the last frame.
pub fn was_lent() -> bool {
    LENT_BEFORE.load(Ordering::SeqCst)
}

/// Whether a signal is ending the program.
pub fn is_ending() -> bool {
    ENDING.load(Ordering::SeqCst)
}

/// Another program has ended badly: if that is because the terminal went or everything is being ended, waits until
/// that ends this program too.
pub fn wait_for_an_end() {
    let start = Instant::now();
    while !is_ending() && start.elapsed() < if has_gone_now() { PATIENCE } else { AFTER } {
        thread::sleep(Duration::from_millis(2));
    }
}

/// Says that everything typed has been worked, and waits for the end.
pub fn stand_aside() -> ! {
    ASIDE.store(true, Ordering::SeqCst);
    wait_for_the_end()
}

fn wait_for_the_end() -> ! {
    loop {
        thread::park();
    }
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
/// waiting for a key that never comes. The loop is first given the time to work what has been typed.
///
/// # Errors
/// When the signals can't be watched.
pub fn end_on_signals(last_act: impl Fn() + Send + 'static) -> io::Result<()> {
    AT_ONCE.store(false, Ordering::SeqCst);
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT])?;
    thread::spawn(move || {
        // What is typed to interrupt another program is not meant for this one.
        let meant_for_us =
            |signal: &i32| !(LENT.load(Ordering::SeqCst) && [SIGINT, SIGQUIT].contains(signal));
        if let Some(signal) = signals.forever().find(meant_for_us) {
            end(128 + signal, last_act);
        }
    });
    thread::spawn(hang_up_when_it_goes);
    Ok(())
}

fn end(code: i32, last_act: impl Fn()) -> ! {
    let start = Instant::now();
    ENDING.store(true, Ordering::SeqCst);
    // Wakes the loop from its wait for a key: as if the window had changed its size.
    let _ = signal_hook::low_level::raise(SIGWINCH);
    let mut turn = None;
    while turn.is_none() && start.elapsed() < PATIENCE && !LENT.load(Ordering::SeqCst) {
        if ASIDE.load(Ordering::SeqCst) || (start.elapsed() > LITTLE && has_gone_now()) {
            turn = match TURN.try_lock() {
                Ok(turn) => Some(turn),
                Err(TryLockError::Poisoned(turn)) => Some(turn.into_inner()),
                Err(TryLockError::WouldBlock) => None,
            };
        }
        if turn.is_none() {
            thread::sleep(Duration::from_millis(2));
        }
    }
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
    if LENT.load(Ordering::SeqCst) {
        put_back_as_lent();
    }
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

fn has_gone_now() -> bool {
    has_gone(Some(&Timespec { tv_sec: 0, tv_nsec: 0 }))
}

/// Where drawing failed because the terminal has gone, the hang-up ends the program, not the failure.
pub fn wait_if_gone() {
    if has_gone_now() {
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
