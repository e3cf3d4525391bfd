//! The terminal: taken, drawn on, lent to another program, and given back as it was however the program ends.

use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::io::{self, Write, stdin, stdout};
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::panic;
use std::rc::Rc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::SystemTime;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::backend::CrosstermBackend;
use ratatui::{Frame, Terminal};
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::{Errno, Result as IoResult};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

/// Who has the terminal, as one of the numbers below. The panic hook and the signal thread have nowhere else to look.
static HOLDER: AtomicU8 = AtomicU8::new(NOBODY);

/// The terminal is not taken yet, or given back.
const NOBODY: u8 = 0;
/// The screen has the terminal.
const SCREEN: u8 = 1;
/// The screen has the terminal and is writing to it.
const WRITING: u8 = 2;
/// Another program has the terminal.
const LENT: u8 = 3;

/// The screen. A frame is drawn in memory first and written at once.
#[derive(Debug)]
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Drawn>>,
    drawn: Drawn,
}

/// Bytes that are drawn and not written to the terminal yet.
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
    /// Takes the terminal.
    ///
    /// # Errors
    /// When standard output is no terminal that can be drawn on.
    pub(super) fn take() -> io::Result<Self> {
        HOLDER.store(SCREEN, Ordering::SeqCst);
        never_block_on_input();
        let drawn = Drawn::default();
        let taken = enable_raw_mode()
            .and_then(|()| execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste))
            .and_then(|()| Terminal::new(CrosstermBackend::new(drawn.clone())));
        match taken {
            Ok(terminal) => Ok(Self { terminal, drawn }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Draws a frame and writes it to the terminal.
    ///
    /// # Errors
    /// When the terminal does not tell its size, or takes no bytes.
    pub(super) fn draw(&mut self, frame: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(frame)?;
        let drawn = self.drawn.0.take();
        HOLDER.store(WRITING, Ordering::SeqCst);
        let mut out = stdout().lock();
        let written = out.write_all(&drawn).and_then(|()| out.flush());
        HOLDER.store(SCREEN, Ordering::SeqCst);
        written
    }

    /// Lends the terminal to another program.
    pub(super) fn lend(&self) -> Lent {
        give_back();
        HOLDER.store(LENT, Ordering::SeqCst);
        let lent = Lent { modes: tcgetattr(stdin()).ok(), flags: fcntl_getfl(stdin()) };
        // Other programs expect a read of the terminal to block.
        let _ = lent.flags.map(|flags| fcntl_setfl(stdin(), flags - OFlags::NONBLOCK));
        lent
    }

    /// Takes the terminal back; the next frame is drawn whole.
    ///
    /// # Errors
    /// When the terminal does not tell its size.
    pub(super) fn take_back(&mut self, lent: &Lent) -> io::Result<()> {
        let _ = lent.flags.map(|flags| fcntl_setfl(stdin(), flags));
        lent.restore_modes();
        HOLDER.store(SCREEN, Ordering::SeqCst);
        let _ = enable_raw_mode();
        let _ = execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Clear(ClearType::All));
        // `Terminal::clear` would ask the terminal where its cursor is; a new one knows of nothing on the screen.
        self.terminal = Terminal::new(CrosstermBackend::new(self.drawn.clone()))?;
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// How the terminal was when it was lent.
#[derive(Debug)]
pub(super) struct Lent {
    modes: Option<Termios>,
    flags: IoResult<OFlags>,
}

impl Lent {
    /// Restores the terminal's modes, whatever the other program made of them.
    pub(super) fn restore_modes(&self) {
        if let Some(modes) = &self.modes {
            let _ = tcsetattr(stdin(), OptionalActions::Now, modes);
        }
    }
}

/// Gives the terminal back as it was, if the screen has it: a second time would move the cursor back over what has been
/// written since. Errors are ignored, since there may be no terminal any more.
pub(super) fn give_back() {
    let holder = HOLDER.swap(NOBODY, Ordering::SeqCst);
    if holder == SCREEN || holder == WRITING {
        let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
    }
}

/// When the terminal was last read, to some seconds, by this program or the one that it is lent to; nothing where the
/// system does not tell.
pub(super) fn last_read() -> Option<SystemTime> {
    let terminal = stdin().as_fd().try_clone_to_owned().ok()?;
    File::from(terminal).metadata().and_then(|meta| meta.accessed()).ok()
}

/// Whether another program has the terminal.
pub(super) fn is_lent() -> bool {
    HOLDER.load(Ordering::SeqCst) == LENT
}

/// Whether the screen has the terminal and is not writing to it.
pub(super) fn is_at_work() -> bool {
    HOLDER.load(Ordering::SeqCst) == SCREEN
}

/// Opens the terminal once more, without blocking: crossterm would otherwise block in the middle of a sequence that it
/// does not know. Where the terminal can't be opened once more, it stays as it is.
fn never_block_on_input() {
    let Ok(name) = rustix::termios::ttyname(stdin(), Vec::new()) else { return };
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let path = std::ffi::OsStr::from_bytes(name.to_bytes());
    if let Ok(own) = OpenOptions::new().read(true).write(true).custom_flags(flags).open(path) {
        let _ = rustix::stdio::dup2_stdin(own);
    }
}

/// Waits until the terminal hangs up. Answers no where terminals can't be watched.
pub(super) fn wait_for_hang_up() -> bool {
    hangs_up(None)
}

/// Whether the terminal has hung up.
pub(super) fn has_hung_up() -> bool {
    hangs_up(Some(&Timespec { tv_sec: 0, tv_nsec: 0 }))
}

fn hangs_up(timeout: Option<&Timespec>) -> bool {
    let (input, output) = (stdin(), stdout());
    let watch = PollFlags::empty();
    let mut ends = [PollFd::new(&input, watch), PollFd::new(&output, watch)];
    while let Err(Errno::INTR) = rustix::event::poll(&mut ends, timeout) {}
    ends.iter().any(|e| e.revents().intersects(PollFlags::HUP | PollFlags::ERR))
}

/// Makes a panic give the terminal back and print one sentence and the place in the code. The panic's own message is
/// left out, since it may quote a name or a note.
pub(super) fn set_panic_hook(sentence: String) {
    panic::set_hook(Box::new(move |info| {
        give_back();
        let place = info.location().map(|l| format!(" ({}:{})", l.file(), l.line())).unwrap_or_default();
        let _ = writeln!(io::stderr(), "{sentence}{place}");
    }));
}
