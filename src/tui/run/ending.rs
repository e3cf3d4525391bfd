//! How the loop ends: with every key that was typed before, and with the text saved.

use std::io;
use std::sync::TryLockError;
use std::time::Duration;

use super::signals::Ending;
use super::{Loop, input, screen};

/// How long keys that were typed before a signal are waited for. A machine under load takes a while to read them, and a
/// paste is over only when nothing has followed it for some time.
const READING: Duration = Duration::from_secs(5);

impl Loop<'_> {
    /// Whether a signal ends the program.
    pub(super) fn ends(&self) -> bool {
        self.ends_since.is_some()
    }

    /// Whether everything typed before the signal has come: the input thread is not in the middle of reading, and nothing
    /// is left in the terminal or on its way from the thread. What has come is taken.
    pub(super) fn has_every_key(&mut self) -> io::Result<bool> {
        let waited = self.ends_since.is_some_and(|since| since.elapsed() >= READING);
        // An editor has the terminal, or there is none any more.
        if waited || self.editor.is_some() || screen::has_hung_up() {
            return Ok(true);
        }
        let turn = match self.reading.try_lock() {
            Ok(turn) => turn,
            Err(TryLockError::Poisoned(turn)) => turn.into_inner(),
            Err(TryLockError::WouldBlock) => return Ok(false),
        };
        let is_unread = input::is_unread();
        let came = self.events.try_recv();
        drop(turn);
        match came {
            Ok(first) => self.take_all(first).map(|()| false),
            Err(_) => Ok(!is_unread),
        }
    }

    /// Saves the open form before the program ends, and shares it with the signal thread. Answers whether it is saved.
    pub(super) fn leave(&mut self) -> bool {
        let is_saved = self.performer.leave(&mut self.model).is_ok();
        self.autosave.look_at(&self.model, self.clock, self.latest);
        is_saved
    }

    /// Ends after a signal: the terminal is given back, the draft is saved, and the signal thread exits.
    pub(super) fn end_by_signal(mut self, ending: Ending) -> ! {
        let editor = self.editor.take();
        if let Some(editor) = &editor {
            self.stop_editor(editor.process);
            editor.lent.restore_modes();
            self.latest.set(editor.file.draft().map(|(by, draft)| (by, draft, true)));
        }
        screen::give_back();
        ending.is_off_the_terminal();
        self.latest.save();
        // Wiped only now that its text is saved.
        drop(editor);
        ending.end()
    }
}
