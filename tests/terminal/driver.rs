//! Drives a program in a pseudo-terminal: keys in, screen and exit status out.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::OpenOptionsExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fs::OFlags;
use rustix::process::{Pid, Signal, kill_process};
use vt100::{Parser, Screen};

use super::process::{eventually, fields, has_ended, sum};

/// The timeout for anything that must happen, on the slowest machine.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// The bit of a terminal's local flags that echoes typed text.
const ECHO: u32 = 0o10;

/// A program in a terminal.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    child: Box<dyn Child + Send + Sync>,
    parser: Parser,
    /// The terminal's state before the program started.
    before: String,
    /// Tells the reader thread to close the terminal.
    let_go: Arc<AtomicBool>,
    /// Every byte received.
    pub raw: Vec<u8>,
}

/// How a program ended.
#[derive(Debug)]
pub struct Ended {
    pub code: u32,
    /// The signal that killed it, if any.
    pub signal: Option<String>,
    /// Clock ticks of processor time, its own and of children it waited for.
    pub ticks: u64,
    /// Time from the request to the end.
    pub after: Duration,
}

impl Pty {
    /// Starts a program on a terminal of 80x24.
    pub fn start(command: CommandBuilder) -> Self {
        Self::sized(command, 80, 24)
    }

    /// Starts a program on a terminal of this size.
    pub fn sized(command: CommandBuilder, width: u16, height: u16) -> Self {
        let pair = native_pty_system().openpty(size(width, height)).unwrap();
        let before = state(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        // Otherwise the end of the program would not end its output.
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        let let_go = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&let_go);
        thread::spawn(move || {
            let mut room = [0; 8_192];
            while let Ok(read @ 1..) = reader.read(&mut room) {
                if told.load(Ordering::SeqCst) || sender.send(room[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        let (rows, columns) = (NonZeroU16::new(height).unwrap(), NonZeroU16::new(width).unwrap());
        let parser = Parser::new(rows, columns, 0);
        Self { master: pair.master, writer, output, child, parser, before, let_go, raw: Vec::new() }
    }

    /// Types keys; the bytes go out in one write.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Waits until the screen meets a condition and returns how long it took.
    pub fn until(&mut self, what: &str, seen: impl Fn(&Screen) -> bool) -> Duration {
        let start = Instant::now();
        assert!(self.is_within(PATIENCE, seen), "{what}: not on\n{}", self.text());
        start.elapsed()
    }

    /// Whether the screen meets a condition within a time.
    pub fn is_within(&mut self, time: Duration, seen: impl Fn(&Screen) -> bool) -> bool {
        let start = Instant::now();
        while !seen(self.parser.screen()) {
            let Ok(bytes) = self.output.recv_timeout(time.saturating_sub(start.elapsed())) else {
                return false;
            };
            self.take(&bytes);
        }
        true
    }

    /// Waits until a text is on the screen.
    pub fn shows(&mut self, text: &str) -> Duration {
        self.until(text, |screen| screen.contents().contains(text))
    }

    /// Answers yes to a question that was on the screen long enough to be read.
    pub fn answers_yes(&mut self) {
        self.hears(Duration::from_millis(400));
        self.types("\x0f");
    }

    /// Opens the field for a remark.
    pub fn opens_remark(&mut self) {
        self.types("+");
        self.shows("Enter godkend  Esc luk");
    }

    /// Waits until one line contains both texts.
    pub fn shows_beside(&mut self, one: &str, other: &str) -> Duration {
        self.until(&format!("{one} … {other}"), |screen| beside(&screen.contents(), one, other))
    }

    /// Types a secret as soon as the terminal no longer echoes.
    pub fn types_unseen(&mut self, secret: &str) -> &mut Self {
        let echoes =
            |master: &dyn MasterPty| master.get_termios().is_some_and(|t| t.local_flags.bits() & ECHO != 0);
        eventually("the echo is off", || !echoes(&*self.master));
        self.types(secret)
    }

    /// The output within a time.
    pub fn hears(&mut self, time: Duration) -> Vec<u8> {
        let start = Instant::now();
        let from = self.raw.len();
        while let Ok(bytes) = self.output.recv_timeout(time.saturating_sub(start.elapsed())) {
            self.take(&bytes);
        }
        self.raw[from..].to_vec()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.raw.extend_from_slice(bytes);
    }

    /// The screen as text.
    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// Resizes the terminal, as dragging a window does.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.parser.set_size(NonZeroU16::new(height).unwrap(), NonZeroU16::new(width).unwrap());
        self.master.resize(size(width, height)).unwrap();
    }

    /// The id of the started process.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    pub fn send(&self, signal: Signal) {
        let process = Pid::from_raw(i32::try_from(self.process()).unwrap()).unwrap();
        kill_process(process, signal).unwrap();
    }

    /// Waits for the program to end and reads the rest of its output.
    pub fn ended(&mut self) -> Ended {
        let start = Instant::now();
        loop {
            match self.output.recv_timeout(PATIENCE.saturating_sub(start.elapsed())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it does not end; on its screen:\n{}", self.text()),
            }
        }
        self.gone(start)
    }

    fn gone(&mut self, start: Instant) -> Ended {
        let process = self.process();
        eventually("it ends", || has_ended(process));
        let ticks = sum(process, 13..17);
        let after = start.elapsed();
        let status = self.child.wait().unwrap();
        Ended { code: status.exit_code(), signal: status.signal().map(str::to_owned), ticks, after }
    }

    /// Closes the terminal under the program and waits for it to end. `nudge` is a key that draws.
    pub fn vanishes(mut self, nudge: &str) -> Ended {
        self.is_let_go(nudge);
        let start = Instant::now();
        let Self { master, writer, .. } = &mut self;
        *writer = Box::new(std::io::sink());
        *master = native_pty_system().openpty(size(80, 24)).unwrap().master;
        self.gone(start)
    }

    fn is_let_go(&mut self, nudge: &str) {
        self.let_go.store(true, Ordering::SeqCst);
        self.types(nudge);
        while self.output.recv_timeout(PATIENCE).is_ok() {}
    }

    /// Stops reading and makes the program draw with `key` until it blocks in the middle of a frame because the
    /// terminal is full.
    pub fn unread_after(mut self, key: &str) -> Self {
        self.is_let_go(key);
        let name = self.master.tty_name().unwrap();
        let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
        let terminal = OpenOptions::new().write(true).custom_flags(flags).open(name).unwrap();
        let start = Instant::now();
        for width in [300, 280].into_iter().cycle() {
            if is_stuck(&terminal, self.process()) {
                break;
            }
            assert!(start.elapsed() < PATIENCE, "the terminal takes whatever is drawn");
            self.resize(width, 60);
            thread::park_timeout(Duration::from_millis(5));
        }
        println!("stuck after {:?}", start.elapsed());
        self
    }

    /// Checks that the terminal is as before: main screen, cursor shown, no bracketed paste, line mode and echo
    /// restored.
    pub fn is_restored(&self) {
        self.is_restored_after(1);
    }

    /// The same after the terminal was handed over and taken back this many times.
    pub fn is_restored_after(&self, times: usize) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the other screen is left");
        assert!(!screen.hide_cursor(), "the cursor shows");
        assert!(!screen.bracketed_paste(), "pastes are no longer bracketed");
        assert_eq!(state(&*self.master), self.before, "the terminal's own settings are back");
        let left = self.raw.windows(8).filter(|w| w == b"\x1b[?1049l").count();
        assert!(
            left <= times,
            "the screen is left once: a second time moves the cursor back over what was said"
        );
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            self.send(Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

/// Whether a process is blocked in a write to a terminal. A write locks the terminal, so an empty non-blocking
/// write then fails.
fn is_stuck(mut terminal: &File, process: u32) -> bool {
    let others_write = terminal.write(&[]).is_err_and(|e| e.kind() == ErrorKind::WouldBlock);
    others_write && fields(process).is_some_and(|f| f[2] == "S")
}

/// Whether one line of a screen contains both texts.
pub fn beside(text: &str, one: &str, other: &str) -> bool {
    text.lines().any(|l| l.contains(one) && l.contains(other))
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize { rows: height, cols: width, ..PtySize::default() }
}

/// The terminal's own settings for lines, echo and signals.
fn state(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}
