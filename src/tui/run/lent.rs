//! Lending the terminal to an editor, and taking it back.

use std::io;
use std::sync::{MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use rustix::process::Pid;

use super::autosave::save;
use super::external_editor::{self, EditorError, EditorFile, EditorJob};
use super::screen::{self, Lent};
use super::{Event, Loop};
use crate::message::Message;

/// How long after an editor failed a signal that ended it may still come.
const SIGNAL_AFTER_EDITOR: Duration = Duration::from_millis(250);
/// The same where the terminal has hung up.
const SIGNAL_AFTER_HANG_UP: Duration = Duration::from_secs(2);
/// An editor that ends within this time without a change has opened a window of its own.
const AT_ONCE: Duration = Duration::from_secs(1);
/// How long an editor may take to end when it is asked to.
const EDITOR_ENDS: Duration = Duration::from_secs(1);

/// An editor that has the terminal.
pub(super) struct Editor<'a> {
    pub(super) file: EditorFile,
    pub(super) started: Instant,
    /// Nothing once it has ended.
    pub(super) process: Option<Pid>,
    pub(super) lent: Lent,
    /// When the terminal was last read and the file last written, as seen last.
    used: [Option<SystemTime>; 2],
    _reading: MutexGuard<'a, ()>,
}

impl Editor<'_> {
    /// Whether somebody has typed in the editor, or saved, since this was asked last.
    fn is_used(&mut self) -> bool {
        let used = [screen::last_read(), self.file.written()];
        std::mem::replace(&mut self.used, used) != used
    }
}

impl Loop<'_> {
    /// Lends the terminal to an editor.
    pub(super) fn open_editor(&mut self, job: EditorJob) -> io::Result<()> {
        let file = match EditorFile::create(job) {
            Ok(file) => file,
            Err(why) => {
                self.queue.push_front(Message::Edited(Err(why)));
                return Ok(());
            }
        };
        let reading = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        let lent = self.screen.lend();
        let child = file.start();
        let process = child.as_ref().ok().map(Pid::from_child);
        let used = [screen::last_read(), file.written()];
        self.editor = Some(Editor { file, started: Instant::now(), process, lent, used, _reading: reading });
        match child {
            Ok(mut child) => {
                let sender = self.sender.clone();
                thread::spawn(move || {
                    let succeeded = child.wait().is_ok_and(|status| status.success());
                    sender.send(Event::EditorEnded(succeeded))
                });
                Ok(())
            }
            Err(_) => self.take_back(Err(EditorError::Failed)),
        }
    }

    pub(super) fn editor_ended(&mut self, succeeded: bool) -> io::Result<()> {
        let Some(editor) = &mut self.editor else { return Ok(()) };
        editor.process = None;
        if succeeded {
            let at_once = editor.started.elapsed() < AT_ONCE && editor.file.saved().is_none();
            let text = editor.file.text();
            return self.take_back(if at_once { Err(EditorError::EndedAtOnce) } else { text });
        }
        self.await_signal()?;
        if self.ends() { Ok(()) } else { self.take_back_saved() }
    }

    /// Takes the terminal back from an editor that failed. What it had saved becomes a draft of its own, or the text
    /// where no draft can be saved.
    fn take_back_saved(&mut self) -> io::Result<()> {
        let saved = self.editor.as_ref().and_then(|editor| editor.file.saved());
        let Some((draft, text)) = saved else { return self.take_back(Err(EditorError::Failed)) };
        let asker = self.clock.asker(self.model.me.id);
        let screen = self.performer.screen();
        let kept = save::recovered(self.performer.house(), asker, screen, draft, text.clone());
        self.take_back(if kept.is_ok() { Err(EditorError::FailedAfterSaving) } else { Ok(text) })
    }

    /// Waits a moment after an editor failed: what ended it may be about to end this program too, and then what it has
    /// saved is kept.
    fn await_signal(&mut self) -> io::Result<()> {
        let patience = if screen::has_hung_up() { SIGNAL_AFTER_HANG_UP } else { SIGNAL_AFTER_EDITOR };
        let start = Instant::now();
        while !self.ends()
            && let Ok(event) = self.events.recv_timeout(patience.saturating_sub(start.elapsed()))
        {
            self.take(event)?;
        }
        Ok(())
    }

    /// Takes the terminal back from the editor.
    fn take_back(&mut self, text: Result<String, EditorError>) -> io::Result<()> {
        let Some(editor) = self.editor.take() else { return Ok(()) };
        self.last_key = Instant::now();
        self.stale = true;
        self.queue.push_front(Message::Edited(text));
        self.screen.take_back(&editor.lent)
    }

    /// Looks now and then while an editor has the terminal: whether everybody is asked to close the house, and whether
    /// nobody uses the editor. Then, as after the minute to close, the editor is ended, what it saved is kept, and the
    /// screen locks like any other.
    pub(super) fn look_around_behind_editor(&mut self) -> io::Result<()> {
        if self.last_look.elapsed() < super::POLL {
            return Ok(());
        }
        self.last_look = Instant::now();
        for message in self.performer.look_around(&self.model) {
            match message {
                Message::AskedToClose(..) => {
                    self.performer.settle_message(&mut self.model, message);
                }
                Message::ChangedElsewhere
                    if self.queue.iter().any(|m| matches!(m, Message::ChangedElsewhere)) => {}
                Message::ChangedElsewhere => self.queue.push_back(message),
                // Said again when the screen is back.
                _ => {}
            }
        }
        self.close_in_time();
        if self.editor.as_mut().is_some_and(Editor::is_used) {
            self.last_key = Instant::now();
        }
        let alone = self.last_key.elapsed() >= self.lock_after;
        if !alone && !self.queue.iter().any(|m| matches!(m, Message::MustClose)) {
            return Ok(());
        }
        let Some(process) = self.editor.as_mut().map(|editor| editor.process.take()) else { return Ok(()) };
        self.stop_editor(process);
        let saved = self.editor.as_ref().and_then(|editor| editor.file.saved());
        self.queue.extend(alone.then_some(Message::LeftAlone));
        self.take_back(saved.map(|(_, text)| text).ok_or(EditorError::Failed))
    }

    /// Ends the editor, which could otherwise write its file again after it is wiped.
    pub(super) fn stop_editor(&self, process: Option<Pid>) {
        let Some(process) = process else { return };
        external_editor::stop(process, false);
        let start = Instant::now();
        loop {
            match self.events.recv_timeout(EDITOR_ENDS.saturating_sub(start.elapsed())) {
                Ok(Event::EditorEnded(_)) => return,
                Ok(_) => {}
                Err(_) => return external_editor::stop(process, true),
            }
        }
    }
}
