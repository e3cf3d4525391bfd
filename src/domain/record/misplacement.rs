//! Misplacements: signed notes that are marked as written on the wrong child.
//!
//! The note itself is locked and stays where it is, so that nothing disappears from a file without a trace.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::record::edit::{Record, Unique};
use crate::record::staff::Staff;
use crate::record::talk::Talk;
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
    /// Whether a member of staff may read the misplaced note: one who may read it anyway, and who wrote it or leads the
    /// house.
    #[must_use]
    pub fn leaves_open(talk: &Talk, reader: &Staff) -> bool {
        talk.is_open_to(reader.id) && (talk.author == reader.id || reader.leader)
    }

    /// Whether a member of staff may read a note, marked as misplaced or not.
    #[must_use]
    pub fn is_open(talk: &Talk, is_marked: bool, reader: &Staff) -> bool {
        if is_marked { Self::leaves_open(talk, reader) } else { talk.is_open_to(reader.id) }
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
