//! What the screen asks the loop to do for it.

use secrecy::SecretString;
use trivsel_domain::{Action, CaseId, DraftId, TalkId};
use trivsel_store::Sort;

use super::load::Query;
use super::panes::attendance::After;

/// Something with a side.
#[derive(Debug)]
pub enum Effect {
    /// Nothing.
    None,
    /// Read something from the house.
    Load(Query),
    /// Perform an action on the house.
    Perform {
        /// The action.
        action: Box<Action>,
        /// What the register's cursor does once it is performed.
        after: Option<After>,
    },
    /// Do what a form is for, and take its draft away with it.
    Finish {
        /// What.
        action: Box<Action>,
        /// Which draft.
        draft: DraftId,
    },
    /// Keep the form that is open as a draft, and close it.
    CloseForm,
    /// Open a draft, and hold it for this screen.
    OpenDraft(DraftId),
    /// Let go of a draft.
    Release(DraftId),
    /// Throw a draft away.
    DropDraft(DraftId),
    /// Open the sheet of a case; that it was read is logged.
    OpenCase(CaseId),
    /// Open a signed note; a restricted one is logged.
    OpenTalk(TalkId),
    /// Search the notes; the search is logged.
    Search {
        /// What for.
        text: String,
        /// In the notes of one case, or in all.
        case: Option<CaseId>,
        /// In which order.
        sort: Sort,
        /// How many are listed already: that many and some more are asked for.
        listed: usize,
    },
    /// Edit a text in another program.
    OpenEditor(String),
    /// Try a passphrase.
    Unlock(SecretString),
    /// End.
    Quit,
    /// Several, in order.
    Many(Vec<Effect>),
}

impl Effect {
    /// To perform an action, with the register's cursor left alone.
    #[must_use]
    pub fn perform(action: Action) -> Self {
        Self::Perform { action: Box::new(action), after: None }
    }
}
