//! Effects: what the screen asks the loop to do.

use secrecy::SecretString;
use trivsel_domain::decide::Action;
use trivsel_domain::value::{CaseId, DraftId, TalkId};
use trivsel_store::{Access, AuditQuery, Sort};

use super::keeping::Task;
use super::load::Query;
use super::panes::attendance::After;
use super::sheet::report::Writing;

/// An effect.
#[derive(Debug)]
pub enum Effect {
    None,
    /// The command does nothing here, which the screen says.
    NotHere,
    Load(Query),
    /// Perform an action on the house.
    Perform {
        action: Box<Action>,
        /// What the register's cursor does once it is performed.
        after: Option<After>,
    },
    /// Perform a form's action, and delete its draft.
    Finish {
        action: Box<Action>,
        draft: DraftId,
    },
    /// Save the open form as a draft, and close it.
    CloseForm,
    /// Open a draft, and hold it for this screen.
    OpenDraft(DraftId),
    /// Release this screen's hold on a draft.
    Release(DraftId),
    DropDraft(DraftId),
    /// Open the sheet of a case, which is logged.
    OpenCase(CaseId),
    /// Read the access log, which is logged.
    Audit(Box<AuditQuery>),
    /// Open a signed note, which is logged.
    OpenTalk(TalkId),
    /// Write into the access log why the user looks at something.
    SayWhy(Access),
    /// Open restricted notes to choose from for the document that is written, each of which is logged.
    OpenRestricted(Vec<TalkId>),
    /// Search the notes, which is logged.
    Search {
        text: String,
        /// The case whose notes are searched; nothing for all.
        case: Option<CaseId>,
        sort: Sort,
        /// How many hits are listed already; the search asks for some more than that.
        listed: usize,
    },
    /// Do something with the house itself.
    Keep(Task),
    /// Write a report to a file outside the house, which is logged.
    WriteReport(Box<Writing>),
    /// Edit a text in another program.
    OpenEditor(String),
    /// Close the house behind the locked screen.
    CloseHouse,
    /// Try to unlock the screen.
    Unlock(SecretString),
    Quit,
    /// Several effects, in order.
    Many(Vec<Effect>),
}

impl Effect {
    /// To perform an action, with the register's cursor left alone.
    #[must_use]
    pub fn perform(action: Action) -> Self {
        Self::Perform { action: Box::new(action), after: None }
    }
}
