//! The terminal itself: taken and given back whole, whatever ends the program.

use std::io::{self, Write, stdout};
use std::panic;
use std::thread;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// The screen the program draws on.
pub type Screen = Terminal<CrosstermBackend<io::Stdout>>;

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
    enable_raw_mode()?;
    let taken = Taken(());
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    Ok((Terminal::new(CrosstermBackend::new(stdout()))?, taken))
}

/// Gives the terminal back as it was. What can't be done is passed over: there may be no terminal any more.
pub fn give_back() {
    let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

/// Ends the program when the terminal goes or somebody asks it to, from a thread of its own: the loop may be
/// waiting for a key that never comes. Every mark is on disk before it is drawn, so nothing is lost.
///
/// # Errors
/// When the signals can't be watched.
pub fn end_on_signals(last_act: impl Fn() + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT])?;
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            give_back();
            last_act();
            std::process::exit(128 + signal);
        }
    });
    Ok(())
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
