//! The loop: an input thread and a signal thread send events into one channel; the main thread owns the model, works each
//! event, draws, and waits for the next.

pub mod autosave;
mod daily;
mod ending;
pub mod external_editor;
mod input;
pub mod left;
mod lent;
mod screen;
pub mod signals;

use std::collections::VecDeque;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use trivsel_domain::record::Staff;
use trivsel_store::{Arrival, Beside, House, NewestBackup, StoreError};
use trivsel_words::Words;

use self::autosave::{Autosave, LatestDraft};
use self::daily::Daily;
use self::input::Typed;
use self::lent::Editor;
use self::screen::Screen;
use crate::clock::Clock;
use crate::door::Door;
use crate::message::Message;
use crate::model::Model;
use crate::perform::{Flow, Performer};
use crate::theme::Theme;
use crate::{alarm, draw, layers, update};

/// How often the house is asked whether somebody else has changed it.
const POLL: Duration = Duration::from_millis(500);
/// How often an effect that waits for another writer is tried again. Each try takes longer.
const AGAIN: Duration = Duration::from_millis(25);
/// How long a key that was pressed before a signal may be on its way.
const LAST_KEYS: Duration = Duration::from_millis(50);

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
    /// When the user was here last.
    pub arrival: Arrival,
    /// What the seal beside the house said at the opening.
    pub beside: Beside,
    /// Where the time comes from.
    pub clock: Clock,
    /// The words of the chosen language.
    pub words: Arc<Words>,
    /// The colours.
    pub theme: Theme,
    /// The time without a key after which the screen locks.
    pub lock_after: Duration,
    /// How long the screen may stay open after everybody was asked to close the house.
    pub close_after: Duration,
    /// The way back into the house after a lock.
    pub door: Box<dyn Door>,
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
    /// The house was checked as a whole.
    Checked(Result<(), StoreError>),
    /// The newest backup was looked for, because the check found something wrong.
    Newest(NewestBackup),
}

/// Opens the screen and stays until the user leaves it.
///
/// # Errors
/// When there is no terminal to draw on, or it fails.
pub fn run(session: Session) -> anyhow::Result<()> {
    let Session {
        mut house,
        me,
        demo,
        first_time,
        arrival,
        beside,
        clock,
        words,
        theme,
        lock_after,
        close_after,
        door,
        last_act,
    } = session;
    screen::set_panic_hook(words.get("panic-sentence").to_owned());
    let mut model = Model::new(words, theme, me.clone(), clock.now());
    model.demo = demo;
    model.moment = clock.moment();
    if first_time {
        layers::reader::welcome(&mut model);
    }
    let day = clock.machine().date();
    let daily = house.reader().zip(house.folder().map(|f| f.path().to_owned()));
    let daily = daily.filter(|_| !demo && house.is_check_due(day).unwrap_or(false));
    model.welcome_back(&arrival);
    alarm::opened(&mut model, &house, beside);
    if left::take_up(&mut house, clock, me.id, trivsel_store::mint()) {
        alarm::aside(&mut model);
    }
    let twin = house.twin();
    let mut performer = Performer::new(house, clock, door);
    let start = update::start(&model);
    performer.settle(&mut model, start);

    let latest = Arc::new(LatestDraft::new(twin, clock, performer.screen()));
    let (sender, events) = channel();
    let ending = signals::watch(sender.clone(), Arc::clone(&latest), last_act)?;
    let screen = Screen::take()?;
    let reading = Arc::new(Mutex::new(()));
    input::start(Arc::clone(&reading), sender.clone());
    let (width, height) = crossterm::terminal::size()?;
    let daily = daily.map(|(twin, folder)| Daily { twin, folder, sender: sender.clone() });
    let mut main_loop = Loop {
        model,
        performer,
        screen,
        clock,
        lock_after,
        close_after,
        sender,
        events,
        reading: &reading,
        latest: &latest,
        queue: VecDeque::from([Message::Size(width, height)]),
        editor: None,
        ends_since: None,
        closed: false,
        closes_at: None,
        stale: true,
        autosave: Autosave::new(),
        ignore_until: None,
        last_key: Instant::now(),
        last_look: Instant::now(),
        daily,
    };
    let ended = panic::catch_unwind(AssertUnwindSafe(|| main_loop.run()));
    if matches!(ended, Ok(Ok(End::Signal))) {
        main_loop.end_by_signal(ending);
    }
    // The screen may be broken, the text is not.
    let is_saved = main_loop.leave();
    drop(main_loop);
    if !is_saved {
        latest.save();
    }
    latest.set(None);
    daily::end();
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
    close_after: Duration,
    sender: Sender<Event>,
    events: Receiver<Event>,
    /// Held while another program has the terminal, so that the input thread does not read.
    reading: &'a Mutex<()>,
    latest: &'a LatestDraft,
    /// Messages to be worked, in order; they wait while an editor has the terminal.
    queue: VecDeque<Message>,
    editor: Option<Editor<'a>>,
    /// Since when a signal ends the program.
    ends_since: Option<Instant>,
    /// Whether the house was closed when the signal thread was last told.
    closed: bool,
    /// When the house is closed because its key changes.
    closes_at: Option<Instant>,
    /// Whether the screen shows something else than the model.
    stale: bool,
    autosave: Autosave,
    /// What was typed before is ignored.
    ignore_until: Option<Instant>,
    last_key: Instant,
    last_look: Instant,
    /// The check that begins when the first frame is drawn.
    daily: Option<Daily>,
}

impl Loop<'_> {
    fn run(&mut self) -> io::Result<End> {
        loop {
            while self.editor.is_none()
                && let Some(message) = self.queue.pop_front()
            {
                self.stale = true;
                let flow = self.performer.settle_message(&mut self.model, message);
                if let Some(end) = self.follow(flow)? {
                    return Ok(end);
                }
            }
            if let Some(end) = self.try_again()? {
                return Ok(end);
            }
            self.follow_the_house();
            self.autosave();
            if self.stale && self.editor.is_none() && !self.ends() {
                self.stale = false;
                let model = &self.model;
                let drawn = self.screen.draw(|frame| draw::draw(frame, model));
                // A terminal that has hung up ends the program with a signal, not with an error.
                drawn.or_else(|error| if screen::has_hung_up() { Ok(()) } else { Err(error) })?;
                self.performer.shown();
                self.stale |= self.performer.watch(&mut self.model, Instant::now());
                self.daily.take().map_or(Ok(()), Daily::begin)?;
                if layers::question::is_undrawn(&self.model) {
                    self.performer.settle_message(&mut self.model, Message::Drawn(Instant::now()));
                }
            }
            if !self.wait()? && self.ends() && self.has_every_key()? {
                return Ok(End::Signal);
            }
            if self.editor.is_some() && !self.ends() {
                self.look_around_behind_editor()?;
            } else {
                self.look_around();
            }
        }
    }

    fn follow(&mut self, flow: Flow) -> io::Result<Option<End>> {
        match flow {
            Flow::Continue => {}
            Flow::Quit => {
                self.performer.watch(&mut self.model, Instant::now());
                return Ok(Some(End::Quit));
            }
            Flow::Edit(job) => self.open_editor(*job)?,
        }
        Ok(None)
    }

    /// Tries again what waits for another writer.
    fn try_again(&mut self) -> io::Result<Option<End>> {
        let now = Instant::now();
        if !self.performer.is_due(now) || self.editor.is_some() {
            return Ok(None);
        }
        self.stale = true;
        let ignores = self.performer.ignores(&self.model);
        let flow = self.performer.try_again(&mut self.model, now);
        if ignores {
            self.ignore_until = Some(Instant::now());
        }
        self.follow(flow)
    }

    /// Waits for events and takes them; answers whether any came.
    fn wait(&mut self) -> io::Result<bool> {
        let time = match (self.ends(), &self.editor) {
            (true, Some(_)) => Duration::ZERO,
            (true, None) => LAST_KEYS,
            (false, Some(_)) => POLL,
            (false, None) if self.performer.is_waiting() => AGAIN,
            (false, None) => POLL.min(self.autosave.time_left()),
        };
        match self.events.recv_timeout(time) {
            Ok(first) => self.take_all(first).map(|()| true),
            Err(RecvTimeoutError::Timeout) => Ok(false),
            Err(RecvTimeoutError::Disconnected) => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// Takes an event and those that wait behind it.
    fn take_all(&mut self, first: Event) -> io::Result<()> {
        let mut before = first;
        for event in self.events.try_iter().collect::<Vec<_>>() {
            match (&mut before, event) {
                // What was typed while a step was worked may be a paste only as a whole.
                (Event::Typed(typed), Event::Typed(later)) => typed.append(later),
                (_, event) => self.take(std::mem::replace(&mut before, event))?,
            }
        }
        self.take(before)
    }

    fn take(&mut self, event: Event) -> io::Result<()> {
        match event {
            Event::Typed(typed) => {
                self.last_key = Instant::now();
                // Typed while the last try went on, at a screen that is gone.
                if self.ignore_until.is_some_and(|until| typed.is_before(until)) {
                    self.stale = true;
                    self.performer.ignore(&mut self.model, typed.count());
                } else {
                    self.queue.extend(typed.messages(self.model.typing_context()));
                }
            }
            Event::Size(width, height) => self.queue.push_back(Message::Size(width, height)),
            Event::Signal => self.ends_since = self.ends_since.or_else(|| Some(Instant::now())),
            Event::Checked(found) => self.stale |= self.performer.checked(&mut self.model, found),
            Event::Newest(newest) => {
                alarm::newest(&mut self.model, &newest);
                self.stale = true;
            }
            Event::InputFailed(error) => return Err(error),
            Event::EditorEnded(succeeded) => self.editor_ended(succeeded)?,
        }
        Ok(())
    }

    /// Lets the signal thread have the key only while the house is open.
    fn follow_the_house(&mut self) {
        if self.closed != self.performer.is_closed() {
            self.closed = self.performer.is_closed();
            self.latest.set_twin(if self.closed { None } else { self.performer.house().twin() });
        }
    }

    /// Closes the house some time after everybody was asked to close it. A text that can't be saved keeps it open behind the
    /// locked screen.
    fn close_in_time(&mut self) {
        if self.model.closing.is_none() {
            self.closes_at = None;
            return;
        }
        let at = *self.closes_at.get_or_insert_with(|| Instant::now() + self.close_after);
        if Instant::now() >= at {
            self.queue.push_back(Message::MustClose);
        }
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
        if self.editor.is_some() || self.performer.is_waiting() || self.last_look.elapsed() < POLL {
            return;
        }
        self.last_look = Instant::now();
        self.stale |= self.performer.watch(&mut self.model, self.last_look);
        self.performer.close_behind_lock(&mut self.model);
        self.queue.extend(self.performer.look_around(&self.model));
        self.close_in_time();
        let alone = self.last_key.elapsed() >= self.lock_after && !layers::lock::is_locked(&self.model);
        self.queue.extend(alone.then_some(Message::LeftAlone));
    }
}
