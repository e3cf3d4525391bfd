//! Follow-ups. The database refuses changes of what was agreed and signed with the talk; the ending is added later.

use chrono::NaiveDate;
use trivsel_domain::record::{Doer, FollowUp, FollowUpClosing, FollowUpEnd};
use trivsel_domain::value::{CaseId, Moment, StaffId};

use crate::cell::{Code, Id, Text, cell};
use crate::nouns::misplacement::placed;
use crate::nouns::talk::READABLE;
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const OF_TALK: &str = "WHERE talk_id = ?1 ORDER BY due, id";

/// Leaves out follow-ups of restricted and misplaced talks, because reading one must be logged as an access.
const TOLD_OF: &str = concat!(
    "SELECT f.id FROM talk t JOIN follow_up f ON f.talk_id = t.id
    WHERE t.case_id = ?1 AND t.open_to = '\"house\"' AND ",
    placed!("t.id")
);

impl Noun for FollowUp {
    table! {
        "follow_up" [id: Id] {
            talk: Id = "talk_id",
            case: Option<Id> = "case_id",
            what: Text,
            who: Doer = "staff_id" "other",
            due: NaiveDate,
            closing: Option<FollowUpClosing> = "ended" "ended_by" "ended_at" "ended_note",
        }
    }

    fn of_case() -> Option<&'static str> {
        Some(TOLD_OF)
    }
}

cell!(FollowUpClosing { how: Code<FollowUpEnd>, by: Id, at: Moment, note: Option<Text> });
cell!(
    Doer as (Option<Id>, Option<Text>),
    |who| match who {
        Doer::Staff(who) => (Some(*who), None),
        Doer::Other(who) => (None, Some(who.clone())),
    },
    |parts| match parts {
        (Some(who), None) => Ok(Doer::Staff(who)),
        (None, Some(who)) => Ok(Doer::Other(who)),
        _ => Err("a follow-up is one person's"),
    }
);

/// Open follow-ups of talks that a reader may open, and that are not misplaced. `?1` is the reader's identity, `?2` the same as text.
pub(crate) fn open() -> String {
    let readable = readable();
    row::select::<FollowUp>(&format!("WHERE ended IS NULL AND {readable} ORDER BY due, id"))
}

/// All follow-ups of the case `?3` that the reader may see, as in [`open`].
pub(crate) fn of_case() -> String {
    row::select::<FollowUp>(&format!("WHERE case_id = ?3 AND {} ORDER BY due, id", readable()))
}

fn readable() -> String {
    let placed = placed!("follow_up.talk_id");
    format!("{placed} AND EXISTS (SELECT 1 FROM talk WHERE talk.id = follow_up.talk_id AND {READABLE})")
}

impl House {
    /// Every follow-up that has not ended, by due date. Leaves out those of restricted talks that are not open to the
    /// reader, and of misplaced ones.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn open_follow_ups(&self, reader: StaffId) -> Result<Vec<FollowUp>> {
        row::list(self.conn(), &open(), (reader.as_u128().to_be_bytes(), reader.to_string()))
    }

    /// Every follow-up of a case, ended or not, by due date. Leaves out those of restricted talks that are not open to
    /// the reader, and of misplaced ones.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn follow_ups(&self, case: CaseId, reader: StaffId) -> Result<Vec<FollowUp>> {
        let [case, by] = [case.as_u128(), reader.as_u128()].map(u128::to_be_bytes);
        row::list(self.conn(), &of_case(), (by, reader.to_string(), case))
    }
}
