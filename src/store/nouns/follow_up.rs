//! Follow-ups. What was agreed is signed with the talk, the database sees to it; how it ended comes later.

use rusqlite::types::Value;
use trivsel_domain::{CaseId, Doer, FollowUp, FollowUpClosing, FollowUpId, StaffId};

use crate::column::{self, Columns, Identity, maybe};
use crate::nouns::READABLE;
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

pub(crate) const OF_TALK: &str = "WHERE talk_id = ?1 ORDER BY due, id";

impl Noun for FollowUp {
    const TABLE: Table = table!(
        "follow_up",
        key["id"],
        rest[
            "talk_id",
            "case_id",
            "what",
            "staff_id",
            "other",
            "due",
            "ended",
            "ended_by",
            "ended_at",
            "ended_note"
        ]
    );

    fn key_columns(key: &FollowUpId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &FollowUpId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        let (staff, other) = match &self.who {
            Doer::Staff(who) => (column::id(*who), Value::Null),
            Doer::Other(who) => (Value::Null, column::text(who.as_str())),
        };
        let closing = self.closing.as_ref();
        Ok(vec![
            column::id(self.talk),
            maybe(self.case, column::id),
            column::text(self.what.as_str()),
            staff,
            other,
            column::date(self.due),
            maybe(closing, |c| column::code(c.how)),
            maybe(closing, |c| column::id(c.by)),
            maybe(closing, |c| column::moment(c.at)),
            maybe(closing.and_then(|c| c.note.as_ref()), |n| column::text(n.as_str())),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let (id, talk, case, what) = (columns.id()?, columns.id()?, columns.maybe_id()?, columns.text()?);
        let (staff, other) = (columns.maybe_id()?, columns.maybe_text()?);
        let who = match (staff, other) {
            (Some(who), None) => Doer::Staff(who),
            (None, Some(who)) => Doer::Other(who),
            _ => return Err(columns.corrupt("a follow-up is one person's")),
        };
        let due = columns.date()?;
        let (how, by) = (columns.maybe_code()?, columns.maybe_id()?);
        let (at, note) = (columns.maybe_moment()?, columns.maybe_text()?);
        let closing = match (how, by, at) {
            (Some(how), Some(by), Some(at)) => Some(FollowUpClosing { how, by, at, note }),
            (None, None, None) => None,
            _ => return Err(columns.corrupt("half an end of a follow-up")),
        };
        Ok(Self { id, talk, case, what, who, due, closing })
    }
}

/// Those of talks that are open to somebody: ?1 is their identity, ?2 the same as text.
pub(crate) fn open() -> String {
    let readable = readable();
    row::select::<FollowUp>(&format!("WHERE ended IS NULL AND {readable} ORDER BY due, id"))
}

/// The same, of the case ?3.
pub(crate) fn of_case() -> String {
    row::select::<FollowUp>(&format!("WHERE case_id = ?3 AND {} ORDER BY due, id", readable()))
}

fn readable() -> String {
    format!("EXISTS (SELECT 1 FROM talk WHERE talk.id = follow_up.talk_id AND {READABLE})")
}

impl House {
    /// Every follow-up that has not ended, by the day it is due, but for those of restricted talks that are not open
    /// to the reader.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn open_follow_ups(&self, reader: StaffId) -> Result<Vec<FollowUp>> {
        row::list(self.conn(), &open(), (reader.number().to_be_bytes(), reader.to_string()))
    }

    /// Every follow-up of a case, ended or not, by the day it is due, but for those of restricted talks that are not
    /// open to the reader.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn follow_ups(&self, case: CaseId, reader: StaffId) -> Result<Vec<FollowUp>> {
        let [case, by] = [case.number(), reader.number()].map(u128::to_be_bytes);
        row::list(self.conn(), &of_case(), (by, reader.to_string(), case))
    }
}
