//! Shows a recovery key, once. On a terminal it stands on a screen of its own, so that the scrollback does not keep it.

use std::io::{IsTerminal, Read, Write, stdin, stdout};

use crossterm::cursor::MoveTo;
use crossterm::execute;
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use rustix::process::{Signal, getpid, kill_process};
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use secrecy::ExposeSecret;
use trivsel_store::RecoveryKey;

use super::failure::Failure;
use super::output::{print, say, say_text};
use super::session::Session;

/// What Ctrl+C sends while the terminal makes no signal of it.
const CTRL_C: u8 = 3;

/// Shows the key: on a terminal until Enter is pressed, elsewhere it is printed.
///
/// `told` is the id of the words above the key.
pub(super) fn show(session: &Session, recovery: &RecoveryKey, told: &str) -> Result<(), Failure> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return say_key(session, recovery, told);
    }
    let screen = OwnScreen::take().map_err(|error| Failure::Other(error.into()))?;
    say_key(session, recovery, told)?;
    print(&format!("{}: ", session.words.get("cli-ask-written-down")))?;
    let last =
        stdin().lock().bytes().map_while(Result::ok).find(|byte| matches!(byte, b'\r' | b'\n' | &CTRL_C));
    drop(screen);
    if last == Some(CTRL_C) {
        let _ = kill_process(getpid(), Signal::INT);
    }
    Ok(())
}

fn say_key(session: &Session, recovery: &RecoveryKey, told: &str) -> Result<(), Failure> {
    say_text(session.words.get(told))?;
    say("")?;
    say(&format!("    {}", recovery.printed().expose_secret()))?;
    say("")?;
    let fingerprint = recovery.fingerprint().to_string();
    say(&session.words.with("cli-recovery-fingerprint", &[("fingerprint", fingerprint.into())]))
}

/// The alternate screen, where keys are neither echoed nor signals. Dropped, it is wiped and left.
struct OwnScreen {
    before: Termios,
}

impl OwnScreen {
    fn take() -> std::io::Result<Self> {
        let before = tcgetattr(stdin())?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG);
        // Keys typed ahead are discarded: one of them must not take the key away unseen.
        tcsetattr(stdin(), OptionalActions::Flush, &quiet)?;
        let screen = Self { before };
        execute!(stdout(), EnterAlternateScreen, Clear(ClearType::All), MoveTo(0, 0))?;
        Ok(screen)
    }
}

impl Drop for OwnScreen {
    fn drop(&mut self) {
        let _ = execute!(stdout(), Clear(ClearType::All), LeaveAlternateScreen);
        let _ = stdout().flush();
        let _ = tcsetattr(stdin(), OptionalActions::Now, &self.before);
    }
}
