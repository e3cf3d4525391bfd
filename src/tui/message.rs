//! What can happen to the screen.

use chrono::NaiveDateTime;
use crossterm::event::KeyEvent;
use trivsel_domain::Refusal;
use trivsel_store::{Draft, Held, OpenedTalk, Receipt, StoreError};

use super::layers::found::FoundList;
use super::load::Loaded;
use super::panes::attendance::After;
use super::run::external_editor::EditorError;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key went down.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The time has been looked at again.
    Clock(NaiveDateTime),
    /// Nobody has touched the keys for as long as the house allows.
    LeftAlone,
    /// Somebody else changed the house.
    ChangedElsewhere,
    /// What was asked for has been read.
    Loaded(Box<Loaded>),
    /// An action was performed and is on disk; what the register's cursor does then.
    Performed(Receipt, Option<After>),
    /// The rules forbade an action.
    Refused(Refusal),
    /// The house could not be read or written.
    Failed(StoreError),
    /// The screen has so many columns and rows.
    Size(u16, u16),
    /// A form's action is on disk, and its draft has gone.
    Finished(Receipt),
    /// The form is kept and may be closed.
    CloseForm,
    /// A draft was opened; another screen may hold it.
    DraftOpened(Box<Draft>, Option<Held>),
    /// A note was opened.
    TalkOpened(Box<OpenedTalk>),
    /// A search is over.
    Found(FoundList),
    /// Another program has edited the text, or could not.
    Edited(Result<String, EditorError>),
    /// A passphrase was tried on the locked screen.
    Unlocked(bool),
}
