//! Performing effects: the one place where the screen meets the house.

mod behind_lock;
mod keeping;
mod looks;
mod report;
pub mod waiting;

use std::time::Duration;

use trivsel_domain::decide::Denied;
use trivsel_domain::record::OpenTo;
use trivsel_domain::value::{KeyEventId, TalkId};
use trivsel_store::{Access, Asker, House, OpenedTalk, SearchQuery, StoreError};

use self::looks::Looks;
use self::waiting::{Waiting, Work};
use super::alarm;
use super::away::Place;
use super::door::Door;
use super::effect::Effect;
use super::layers::Layer;
use super::layers::found::FoundList;
use super::load::{self, Loaded, Query};
use super::message::Message;
use super::model::{Model, Wait};
use super::run::autosave::save;
use super::run::external_editor::EditorJob;
use super::update::update;
use crate::clock::Clock;

/// How many new ids the model holds: more than one message uses. The longest series takes 60, and one for itself.
const NEW_IDS: usize = 80;
/// How many hits a search lists at first, and how many more each time their end is reached.
const HITS: usize = 50;
/// How long the screen stands still for another writer. Then it goes on, and tries again.
const PATIENCE: Duration = Duration::from_millis(250);

/// What the loop does after a message.
#[derive(Debug)]
pub enum Flow {
    /// Goes on.
    Continue,
    /// Quits.
    Quit,
    /// Lends the terminal to an editor.
    Edit(Box<EditorJob>),
}

/// Performs effects on the house.
pub struct Performer {
    house: House,
    clock: Clock,
    door: Box<dyn Door>,
    /// The last request to close the house that this screen has seen, or what happened to the keys since.
    key_event: Option<KeyEventId>,
    /// Where the user was, while the house is closed behind the locked screen.
    place: Option<Place>,
    /// Marks this screen's hold on a draft.
    screen: u128,
    /// Whether the user has been warned that quitting loses an unsaved draft.
    warned: bool,
    looks: Looks,
    /// The effect that waits for another writer.
    waiting: Option<Waiting>,
    /// Whether another writer was waited for long enough.
    gives_up: bool,
    /// Whether the access log has the backup that is tried, which may be tried again.
    backup_logged: bool,
}

impl std::fmt::Debug for Performer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Performer").field("clock", &self.clock).finish_non_exhaustive()
    }
}

impl Performer {
    /// A performer on an open house.
    #[must_use]
    pub fn new(mut house: House, clock: Clock, door: Box<dyn Door>) -> Self {
        // On failure the screen stands still for longer.
        let _ = house.set_patience(PATIENCE);
        let screen = trivsel_store::mint();
        let key_event = house.last_key_event().ok().flatten().map(|event| event.id);
        Self {
            house,
            clock,
            door,
            key_event,
            place: None,
            screen,
            warned: false,
            looks: Looks::default(),
            waiting: None,
            gives_up: false,
            backup_logged: false,
        }
    }

    /// The number that marks this screen's hold on a draft.
    #[must_use]
    pub fn screen(&self) -> u128 {
        self.screen
    }

    fn asker(&self, model: &Model) -> Asker {
        self.clock.asker(model.me.id)
    }

    /// Takes what the check of the whole house found, and notes that it was made. Answers whether the screen has news.
    pub fn checked(&mut self, model: &mut Model, found: Result<(), StoreError>) -> bool {
        match found {
            Ok(()) => {
                // Without the note, the next opening checks again.
                let _ = self.house.note_check(self.clock.machine().date());
                false
            }
            // The house was not read, so nothing is known; the next opening checks again.
            Err(StoreError::Busy | StoreError::DiskFull | StoreError::Io { .. }) => false,
            Err(error) => {
                alarm::amiss(model, &error);
                true
            }
        }
    }

    /// Sets another clock, for tests of a machine whose clock is put back.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// The house, for tests that look behind the screen.
    pub fn house(&mut self) -> &mut House {
        &mut self.house
    }

    /// Updates the model with a message, and performs its effects and those of the messages that follow.
    pub fn settle_message(&mut self, model: &mut Model, message: Message) -> Flow {
        if self.ignores_message(model, &message) {
            self.ignore(model, 1);
            return Flow::Continue;
        }
        // The time of a mark is the time of its key, not of the last look at the clock.
        model.now = if model.now.date() == self.clock.today() { self.clock.now() } else { model.now };
        model.moment = self.clock.moment();
        let missing = model.new_ids.len()..NEW_IDS;
        model.new_ids.extend(missing.map(|_| trivsel_store::mint()));
        let effect = update(model, message);
        self.settle(model, effect)
    }

    /// Performs an effect and what follows from it. While another program writes, the effect waits, and so does whatever
    /// comes after it: see [`Performer::try_again`].
    pub fn settle(&mut self, model: &mut Model, effect: Effect) -> Flow {
        if let Some(waiting) = &mut self.waiting {
            waiting.then(effect);
            return Flow::Continue;
        }
        match effect {
            Effect::None | Effect::NotHere => Flow::Continue,
            Effect::CloseHouse => {
                self.close_behind_lock(model);
                Flow::Continue
            }
            // The house is closed, and nobody sees what would come of it.
            Effect::Load(_) | Effect::Perform { .. } | Effect::OpenEditor(_) if self.is_closed() => {
                Flow::Continue
            }
            Effect::Unlock(passphrase) => self.unlock(model, &passphrase),
            Effect::Quit => match self.leave(model) {
                Ok(()) => Flow::Quit,
                // Warned once; the second time the program quits.
                Err(_) if std::mem::replace(&mut self.warned, true) => Flow::Quit,
                Err(_) => {
                    save::say_trouble(model);
                    model.add_to_status("draft-leave-anyway");
                    Flow::Continue
                }
            },
            Effect::Many(effects) => {
                for effect in effects {
                    match self.settle(model, effect) {
                        Flow::Continue => {}
                        flow => return flow,
                    }
                }
                Flow::Continue
            }
            Effect::OpenEditor(text) => {
                // The editor may never come back.
                let _ = self.keep(model);
                // Nothing is edited where somebody else's version of the draft has come up meanwhile.
                let job = save::editor_job(model, text, self.clock.now());
                job.map_or(Flow::Continue, |job| Flow::Edit(Box::new(job)))
            }
            effect if Work::of(&effect).is_some() => {
                model.wait = Some(Wait { work: Work::of(&effect), ..Wait::default() });
                self.waiting = Some(Waiting::for_frame(effect));
                self.backup_logged = false;
                Flow::Continue
            }
            effect => match self.answer(model, &effect) {
                None => Flow::Continue,
                Some(Message::Failed(StoreError::Busy)) if !self.gives_up => {
                    self.waiting = Some(Waiting::for_writer(effect));
                    model.wait = Some(Wait::default());
                    Flow::Continue
                }
                Some(message) => {
                    let busy = matches!(message, Message::Failed(StoreError::Busy));
                    let message = if busy { Message::GaveUp(Box::new(effect)) } else { message };
                    let next = update(model, message);
                    self.settle(model, next)
                }
            },
        }
    }

    /// Performs an effect on the house; answers what came of it, if the screen is to know.
    fn answer(&mut self, model: &mut Model, effect: &Effect) -> Option<Message> {
        Some(match effect {
            Effect::Load(query) => match query.case().map_or(Ok(()), |case| self.look_at(model, case)) {
                Ok(()) => self.load(model, query),
                Err(error) => Message::Failed(error),
            },
            Effect::Perform { action, after } => {
                let asker = self.asker(model);
                let done = self.house.perform(asker, action);
                done.map_or_else(Message::from, |receipt| Message::Performed(receipt, *after))
            }
            Effect::Keep(task) => self.keep_house(model, task),
            Effect::Finish { action, draft } => {
                if let Some((children, reason)) = keeping::erased(action) {
                    return Some(self.erase(model, children, reason));
                }
                // The draft goes away with the action; another's version of it must be seen first.
                match self.is_overtaken(model) {
                    Ok(true) => return None,
                    Ok(false) => {}
                    Err(error) => return Some(Message::Failed(error)),
                }
                let asker = self.asker(model);
                let done = self.house.perform_from_draft(asker, action, *draft);
                done.map_or_else(Message::from, Message::Finished)
            }
            Effect::CloseForm => match self.keep(model) {
                Ok(()) => Message::CloseForm,
                Err(error) => Message::Failed(error),
            },
            Effect::OpenDraft(id) => match self.house.hold_draft(self.asker(model), self.screen, *id) {
                Ok(Some((draft, held))) => Message::DraftOpened(Box::new(draft), held),
                Ok(None) => Message::Loaded(Box::new(Loaded::Nothing)),
                Err(error) => Message::Failed(error),
            },
            Effect::Release(id) => match self.house.release_draft(self.screen, *id) {
                Ok(()) => return None,
                Err(error) => Message::Failed(error),
            },
            Effect::DropDraft(id) => match self.house.drop_draft(self.asker(model), *id) {
                Ok(_) => self.load(model, &Query::Drafts),
                Err(error) => Message::Failed(error),
            },
            Effect::OpenCase(id) => match self.house.log_access(self.asker(model), &Access::Case(*id)) {
                Ok(_) => self.load(model, &Query::Sheet(*id, model.today())),
                Err(error) => Message::Failed(error),
            },
            Effect::Audit(query) => {
                let loaded = |read| Message::Loaded(Box::new(Loaded::Access(Box::new(read))));
                self.audit(model, query).map_or_else(Message::from, loaded)
            }
            Effect::OpenTalk(id) => {
                let opened = |opened| Message::TalkOpened(Box::new(opened));
                self.open_talk(model, *id).map_or_else(Message::from, opened)
            }
            Effect::SayWhy(why) => self.say_why(model, why),
            Effect::OpenRestricted(ids) => self.open_restricted(model, ids),
            Effect::WriteReport(writing) => self.write_report(model, writing),
            Effect::Search { text, case, sort, listed } => {
                let asked =
                    SearchQuery { text: text.clone(), case: *case, sort: *sort, limit: listed + HITS };
                self.search(model, asked)
            }
            // The loop's own effects, which the house does not answer.
            Effect::None
            | Effect::NotHere
            | Effect::Quit
            | Effect::Many(_)
            | Effect::CloseHouse
            | Effect::Unlock(_)
            | Effect::OpenEditor(_) => {
                return None;
            }
        })
    }

    /// Opens a note and logs the access; for a restricted or misplaced note the store does.
    fn open_talk(&mut self, model: &Model, id: TalkId) -> Result<OpenedTalk, Denied<StoreError>> {
        let opened = self.house.open_talk(self.asker(model), id)?;
        if opened.talk.open_to == OpenTo::House && opened.misplaced.is_none() {
            self.look_at_note(model, id, opened.talk.case()).map_err(Denied::Failed)?;
        }
        Ok(opened)
    }

    /// Searches, which the store logs, and reads the names of the children found.
    fn search(&mut self, model: &Model, asked: SearchQuery) -> Message {
        let found = self.house.search(self.asker(model), &asked).and_then(|found| {
            let names = load::names(
                &self.house,
                &model.roster,
                found.hits.iter().filter_map(|h| h.case).chain(asked.case),
            )?;
            Ok(FoundList { asked, found, names, cursor: 0 })
        });
        match found {
            Ok(found) => Message::Found(found),
            Err(error) => Message::Failed(error),
        }
    }

    fn load(&self, model: &Model, query: &Query) -> Message {
        match load::load(&self.house, &model.roster, (model.me.id, model.today()), query) {
            Ok(loaded) => Message::Loaded(Box::new(loaded)),
            Err(error) => Message::Failed(error),
        }
    }

    /// Whether somebody else has saved the draft of the open form since this screen did. If so, it is saved beside
    /// theirs, and both are shown.
    fn is_overtaken(&mut self, model: &mut Model) -> Result<bool, StoreError> {
        let Some(form) = model.form_mut().filter(|f| f.keeping.revision > 0) else { return Ok(false) };
        let id = form.keeping.id;
        form.changed();
        match self.keep(model) {
            Ok(()) => {
                // Both came up at a key that was meant to finish the form, not while somebody was writing.
                if let Some(Layer::Reader(reader)) = model.layers.last_mut() {
                    reader.over_text = false;
                }
                Ok(model.form().is_some_and(|f| f.keeping.id != id))
            }
            Err(StoreError::Busy) => Err(StoreError::Busy),
            // A draft that can't be saved can't be signed either; the house refuses with the reason.
            Err(_) => Ok(false),
        }
    }

    /// Saves the open form as a draft, if anything in it is unsaved.
    ///
    /// # Errors
    /// When it can't be written; the form says so, and the text stays in it.
    pub fn keep(&mut self, model: &mut Model) -> Result<(), StoreError> {
        let asker = self.asker(model);
        save::save(&mut self.house, model, asker, self.screen)?;
        self.warned = false;
        Ok(())
    }

    /// Saves the open form and releases its draft before the program ends.
    ///
    /// # Errors
    /// As [`Performer::keep`].
    pub fn leave(&mut self, model: &mut Model) -> Result<(), StoreError> {
        self.keep(model)?;
        if let Some(form) = model.form().filter(|f| f.keeping.revision > 0) {
            // A hold that stays only says who wrote last.
            let _ = self.house.release_draft(self.screen, form.keeping.id);
        }
        Ok(())
    }

    /// Messages for a new day and for changes somebody else made to the house.
    pub fn look_around(&mut self, model: &Model) -> Vec<Message> {
        let mut seen = Vec::new();
        if self.is_closed() {
            return seen;
        }
        let now = self.clock.now();
        if now.date() != model.now.date() {
            seen.push(Message::Clock(now));
        }
        match self.house.changed_elsewhere() {
            Ok(true) => {
                seen.push(Message::ChangedElsewhere);
                seen.extend(self.asked_to_close());
            }
            Ok(false) => {}
            Err(error) => seen.push(Message::Failed(error)),
        }
        seen
    }
}
