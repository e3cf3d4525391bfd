//! The loop: an input thread and a signal thread send events into one channel; the main thread owns the model, works each
//! event, draws, and waits for the next.

pub mod autosave;
pub mod external_editor;
mod input;
mod screen;
pub mod signals;

use std::collections::VecDeque;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::Pid;
use trivsel_domain::record::Staff;
use trivsel_store::{Asker, House};
use trivsel_words::Words;

use self::autosave::{Autosave, LatestDraft, save};
use self::external_editor::{EditorError, EditorFile, EditorJob};
use self::input::Typed;
use self::screen::{Lent, Screen};
use self::signals::Ending;
use crate::clock::Clock;
use crate::message::Message;
use crate::model::Model;
use crate::perform::{Flow, Performer, Unlock};
use crate::theme::Theme;
use crate::{draw, layers, update};

/// How often the house is asked whether somebody else has changed it.
const POLL: Duration = Duration::from_millis(500);
/// How long a key that was pressed before a signal may be on its way.
const LAST_KEYS: Duration = Duration::from_millis(50);
/// How long after an editor failed a signal that ended it may still come.
const SIGNAL_AFTER_EDITOR: Duration = Duration::from_millis(250);
/// The same where the terminal has hung up.
const SIGNAL_AFTER_HANG_UP: Duration = Duration::from_secs(2);
/// An editor that ends within this time without a change has opened a window of its own.
const AT_ONCE: Duration = Duration::from_secs(1);
/// How long an editor may take to end when it is asked to.
const EDITOR_ENDS: Duration = Duration::from_secs(1);
/// Longer than any editor is open.
const LONG: Duration = Duration::from_secs(86_400);

/// What the screen is opened on.
pub struct Session {
    /// The open house.
    pub house: House,
    /// The member of staff at the screen.
    pub me: Staff,
    /// Whether the house is a demonstration.
    pub demo: bool,
    /// Whether the house was founded a moment ago; the first screen then shows the few keys that are enough.
    pub first_time: bool,
    /// Where the time comes from.
    pub clock: Clock,
    /// The words of the chosen language.
    pub words: Arc<Words>,
    /// The colours.
    pub theme: Theme,
    /// The time without a key after which the screen locks.
    pub lock_after: Duration,
    /// Tells whether a passphrase is that of `me`.
    pub unlock: Unlock,
    /// What to do last when a signal ends the program.
    pub last_act: Box<dyn Fn() + Send>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("demo", &self.demo).finish_non_exhaustive()
    }
}

/// What comes through the channel.
#[derive(Debug)]
enum Event {
    /// Something was typed.
    Typed(Typed),
    /// The terminal can't be read.
    InputFailed(io::Error),
    /// The terminal has so many columns and rows.
    Size(u16, u16),
    /// A signal ends the program.
    Signal,
    /// The editor has ended, successfully or not.
    EditorEnded(bool),
}

/// Opens the screen and stays until the user leaves it.
///
/// # Errors
/// When there is no terminal to draw on, or it fails.
pub fn run(session: Session) -> anyhow::Result<()> {
    let Session { mut house, me, demo, first_time, clock, words, theme, lock_after, unlock, last_act } =
        session;
    screen::set_panic_hook(words.get("panic-sentence").to_owned());
    let mut model = Model::new(words, theme, me.clone(), clock.now());
    model.demo = demo;
    if first_time {
        layers::reader::welcome(&mut model);
    }
    model.writable = house.is_writable();
    let beside = house.folder().map(|f| f.path().to_owned());
    if house.is_writable() {
        let asker = Asker { staff: me.id, at: clock.now() };
        let screen = trivsel_store::mint();
        external_editor::recover(beside.as_deref(), asker.staff, |draft, text| {
            save::recovered(&mut house, asker, screen, draft, text).is_ok()
        });
    }
    let twin = house.twin();
    let mut performer = Performer::new(house, clock, unlock);
    let start = update::start(&model);
    performer.settle(&mut model, start);

    let latest = Arc::new(LatestDraft::new(twin, clock, performer.screen()));
    let (sender, events) = channel();
    let ending = signals::watch(sender.clone(), Arc::clone(&latest), last_act)?;
    let screen = Screen::take()?;
    let reading = Arc::new(Mutex::new(()));
    input::start(Arc::clone(&reading), sender.clone());
    let (width, height) = crossterm::terminal::size()?;
    let mut main_loop = Loop {
        model,
        performer,
        screen,
        clock,
        lock_after,
        beside,
        sender,
        events,
        reading: &reading,
        latest: &latest,
        queue: VecDeque::from([Message::Size(width, height)]),
        editor: None,
        ends: false,
        stale: true,
        autosave: Autosave::new(),
        last_key: Instant::now(),
        last_look: Instant::now(),
    };
    let ended = panic::catch_unwind(AssertUnwindSafe(|| main_loop.run()));
    match ended {
        Ok(Ok(End::Signal)) => main_loop.end_by_signal(ending),
        Ok(Ok(End::Quit)) => {}
        // The screen is broken, the text is not.
        Ok(Err(_)) | Err(_) => drop(main_loop.performer.leave(&mut main_loop.model)),
    }
    latest.set(None);
    drop(main_loop);
    ended.unwrap_or_else(|fault| panic::resume_unwind(fault))?;
    Ok(())
}

/// Why the loop ends.
enum End {
    /// The user quits.
    Quit,
    /// A signal ends the program.
    Signal,
}

/// The main thread: the model and everything around it.
struct Loop<'a> {
    model: Model,
    performer: Performer,
    screen: Screen,
    clock: Clock,
    lock_after: Duration,
    /// The folder of the house, for an editor's file.
    beside: Option<PathBuf>,
    sender: Sender<Event>,
    events: Receiver<Event>,
    /// Held while another program has the terminal, so that the input thread does not read.
    reading: &'a Mutex<()>,
    latest: &'a LatestDraft,
    /// Messages to be worked, in order; they wait while an editor has the terminal.
    queue: VecDeque<Message>,
    editor: Option<Editor<'a>>,
    /// Whether a signal ends the program.
    ends: bool,
    /// Whether the screen shows something else than the model.
    stale: bool,
    autosave: Autosave,
    last_key: Instant,
    last_look: Instant,
}

/// An editor that has the terminal.
struct Editor<'a> {
    file: EditorFile,
    started: Instant,
    /// Nothing once it has ended.
    process: Option<Pid>,
    lent: Lent,
    _reading: MutexGuard<'a, ()>,
}

impl Loop<'_> {
    fn run(&mut self) -> io::Result<End> {
        loop {
            while self.editor.is_none()
                && let Some(message) = self.queue.pop_front()
            {
                self.stale = true;
                match self.performer.settle_message(&mut self.model, message) {
                    Flow::Continue => {}
                    Flow::Quit => return Ok(End::Quit),
                    Flow::Edit(job) => self.open_editor(*job)?,
                }
            }
            self.autosave();
            if self.stale && self.editor.is_none() && !self.ends {
                self.stale = false;
                let model = &self.model;
                let drawn = self.screen.draw(|frame| draw::draw(frame, model));
                // A terminal that has hung up ends the program with a signal, not with an error.
                drawn.or_else(|error| if screen::has_hung_up() { Ok(()) } else { Err(error) })?;
                if layers::question::is_undrawn(&self.model) {
                    self.performer.settle_message(&mut self.model, Message::Drawn(Instant::now()));
                }
            }
            if !self.wait()? && self.ends {
                return Ok(End::Signal);
            }
            self.look_around();
        }
    }

    /// Waits for events and takes them; answers whether any came.
    fn wait(&mut self) -> io::Result<bool> {
        let time = match (self.ends, &self.editor) {
            (true, Some(_)) => Duration::ZERO,
            (true, None) => LAST_KEYS,
            (false, Some(_)) => LONG,
            (false, None) => POLL.min(self.autosave.time_left()),
        };
        let first = match self.events.recv_timeout(time) {
            Ok(first) => first,
            Err(RecvTimeoutError::Timeout) => return Ok(false),
            Err(RecvTimeoutError::Disconnected) => return Err(io::ErrorKind::BrokenPipe.into()),
        };
        let mut before = first;
        for event in self.events.try_iter().collect::<Vec<_>>() {
            match (&mut before, event) {
                // What was typed while a step was worked may be a paste only as a whole.
                (Event::Typed(typed), Event::Typed(later)) => typed.append(later),
                (_, event) => self.take(std::mem::replace(&mut before, event))?,
            }
        }
        self.take(before)?;
        Ok(true)
    }

    fn take(&mut self, event: Event) -> io::Result<()> {
        match event {
            Event::Typed(typed) => {
                self.last_key = Instant::now();
                self.queue.extend(typed.messages(self.model.context()));
            }
            Event::Size(width, height) => self.queue.push_back(Message::Size(width, height)),
            Event::Signal => self.ends = true,
            Event::InputFailed(error) => return Err(error),
            Event::EditorEnded(succeeded) => self.editor_ended(succeeded)?,
        }
        Ok(())
    }

    fn autosave(&mut self) {
        self.autosave.look_at(&self.model, self.clock, self.latest);
        if self.autosave.is_due() && self.editor.is_none() {
            self.stale |= self.performer.keep(&mut self.model).is_err() || self.model.form().is_some();
            self.autosave.tried();
            self.autosave.look_at(&self.model, self.clock, self.latest);
        }
    }

    /// Looks now and then, also between the keys of somebody who types without a pause, whether the house has changed, the
    /// day is over, or nobody is there.
    fn look_around(&mut self) {
        if self.editor.is_some() || self.last_look.elapsed() < POLL {
            return;
        }
        self.last_look = Instant::now();
        self.queue.extend(self.performer.look_around(&self.model));
        let alone = self.last_key.elapsed() >= self.lock_after && !layers::lock::is_locked(&self.model);
        self.queue.extend(alone.then_some(Message::LeftAlone));
    }

    /// Lends the terminal to an editor.
    fn open_editor(&mut self, job: EditorJob) -> io::Result<()> {
        let file = match EditorFile::create(job, self.beside.as_deref()) {
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
        self.editor = Some(Editor { file, started: Instant::now(), process, lent, _reading: reading });
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

    fn editor_ended(&mut self, succeeded: bool) -> io::Result<()> {
        let Some(editor) = &mut self.editor else { return Ok(()) };
        editor.process = None;
        if succeeded {
            let at_once = editor.started.elapsed() < AT_ONCE && editor.file.saved().is_none();
            let text = editor.file.text();
            return self.take_back(if at_once { Err(EditorError::EndedAtOnce) } else { text });
        }
        self.await_signal()?;
        if self.ends { Ok(()) } else { self.take_back_saved() }
    }

    /// Takes the terminal back from an editor that failed. What it had saved becomes a draft of its own, or the text
    /// where no draft can be saved.
    fn take_back_saved(&mut self) -> io::Result<()> {
        let saved = self.editor.as_ref().and_then(|editor| editor.file.saved());
        let Some((draft, text)) = saved else { return self.take_back(Err(EditorError::Failed)) };
        let asker = Asker { staff: self.model.me.id, at: self.clock.now() };
        let screen = self.performer.screen();
        let kept = save::recovered(self.performer.house(), asker, screen, draft, text.clone());
        self.take_back(if kept.is_ok() { Err(EditorError::FailedAfterSaving) } else { Ok(text) })
    }

    /// Waits a moment after an editor failed: what ended it may be about to end this program too, and then what it has
    /// saved is kept.
    fn await_signal(&mut self) -> io::Result<()> {
        let patience = if screen::has_hung_up() { SIGNAL_AFTER_HANG_UP } else { SIGNAL_AFTER_EDITOR };
        let start = Instant::now();
        while !self.ends
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

    /// Ends after a signal: the terminal is given back, the draft is saved, and the signal thread exits.
    fn end_by_signal(mut self, ending: Ending) -> ! {
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

    /// Ends the editor, which could otherwise write its file again after it is wiped.
    fn stop_editor(&self, process: Option<Pid>) {
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
