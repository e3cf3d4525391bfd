//! Misplacements: signed notes that are marked as written on the wrong child.
//!
//! The note itself is locked and stays where it is, so that nothing disappears from a file without a trace.

use alloc::vec::Vec;
use core::convert::Infallible;

use serde::{Deserialize, Serialize};

use crate::record::edit::{Record, Unique};
use crate::record::staff::Staff;
use crate::record::talk::{OpenTo, Talk};
use crate::value::id::{AnyKey, CaseId, MisplacementId, StaffId, TalkId};
use crate::value::moment::Moment;
use crate::value::text::Line;

/// The mark that a signed note is on the wrong child. The note counts in no figure and no obligation, and only its
/// author and the leaders of the house may open it. There is at most one per note. Source: our own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misplacement {
    /// Its identity.
    pub id: MisplacementId,
    /// The note.
    pub talk: TalkId,
    /// The case that the note belongs to, which may have been erased since; `None` if it belongs to no child of the
    /// house.
    pub right: Option<CaseId>,
    /// What happened, in a line.
    pub note: Option<Line>,
    /// The member of staff who marked it.
    pub by: StaffId,
    /// When, in the house's own time zone.
    pub at: Moment,
}

impl Misplacement {
    /// The one rule of who may read a note of an author: those to whom it is open, and of them, once it is marked as
    /// misplaced, only its author and the leaders. Whether the reader leads the house is asked only where it decides.
    ///
    /// # Errors
    /// Those of the question.
    pub fn leaves_open<E>(
        author: StaffId,
        open_to: &OpenTo,
        is_marked: bool,
        reader: StaffId,
        leads: impl FnOnce() -> Result<bool, E>,
    ) -> Result<bool, E> {
        Ok(open_to.admits(author, reader) && (!is_marked || author == reader || leads()?))
    }

    /// Whether a member of staff may read a note, marked as misplaced or not.
    #[must_use]
    pub fn is_open(talk: &Talk, is_marked: bool, reader: &Staff) -> bool {
        let leads = || Ok::<_, Infallible>(reader.leader);
        let Ok(open) = Self::leaves_open(talk.author, &talk.open_to, is_marked, reader.id, leads);
        open
    }
}

impl Record for Misplacement {
    type Key = MisplacementId;

    fn key(&self) -> MisplacementId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.talk.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.talk.into(), self.by.into()].into()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::Talk(self.talk))
    }
}
