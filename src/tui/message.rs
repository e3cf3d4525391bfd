//! Messages: what happens to the screen.

use std::time::Instant;

use chrono::NaiveDateTime;
use crossterm::event::KeyEvent;
use trivsel_domain::decide::{Denied, Refusal};
use trivsel_domain::value::StaffId;
use trivsel_store::{Arrival, Draft, Held, OpenedTalk, Receipt, StoreError};

use super::effect::Effect;
use super::keeping::Done;
use super::layers::found::FoundList;
use super::load::Loaded;
use super::panes::attendance::After;
use super::run::external_editor::EditorError;
use super::sheet::report::{NotWritten, Writing};

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Press {
    pub key: KeyEvent,
    /// When it came, if it came by itself: not among other keys, as typed ahead, pasted or cut off a sequence.
    pub at: Option<Instant>,
}

impl From<KeyEvent> for Press {
    fn from(key: KeyEvent) -> Self {
        Self { key, at: None }
    }
}

/// A message.
#[derive(Debug)]
pub enum Message {
    Key(Press),
    /// The screen was drawn as the model is now.
    Drawn(Instant),
    Paste(String),
    /// A new day has begun.
    Clock(NaiveDateTime),
    /// No key was pressed for as long as the settings allow.
    LeftAlone,
    ChangedElsewhere,
    /// Everybody is asked to close the house before a time, because its key changes; who asks.
    AskedToClose(StaffId, NaiveDateTime),
    /// The time to close the house is over.
    MustClose,
    /// A query was read from the house.
    Loaded(Box<Loaded>),
    /// An action was performed and is on disk; what the register's cursor does then.
    Performed(Receipt, Option<After>),
    /// The rules forbade an action.
    Refused(Refusal),
    /// The house could not be read or written.
    Failed(StoreError),
    /// Another program wrote for so long that an effect was not carried out.
    GaveUp(Box<Effect>),
    /// The screen's columns and rows.
    Size(u16, u16),
    /// A form's action is on disk, and its draft is deleted.
    Finished(Receipt),
    /// The form is saved as a draft and closes.
    CloseForm,
    /// A draft was opened, which another screen may hold.
    DraftOpened(Box<Draft>, Option<Held>),
    TalkOpened(Box<OpenedTalk>),
    /// Why the user looks at something stands in the access log.
    WhySaid,
    /// Restricted notes were opened to choose from.
    RestrictedOpened(Vec<OpenedTalk>),
    /// A report was written to a file, whose path it is, or why not.
    Written(Box<Writing>, Result<String, NotWritten>),
    /// What came of what was done with the house itself.
    Kept(Box<Done>),
    /// The result of a search.
    Found(FoundList),
    /// Another program has edited the text, or could not.
    Edited(Result<String, EditorError>),
    /// The house is open again, with when the user was here last, or why it is not.
    Unlocked(Result<Arrival, StoreError>),
}

/// The rules forbade it, or the house could not be read or written.
impl From<Denied<StoreError>> for Message {
    fn from(denied: Denied<StoreError>) -> Self {
        match denied {
            Denied::Refused(why) => Self::Refused(why),
            Denied::Failed(error) => Self::Failed(error),
        }
    }
}
