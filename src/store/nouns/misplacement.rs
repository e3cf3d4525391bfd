//! The marks of signed notes that are on the wrong child. A marked note counts in nothing and opens only for its author
//! and the leaders.

use rusqlite::Connection;
use trivsel_domain::record::Misplacement;
use trivsel_domain::value::{Moment, TalkId};

use crate::Result;
use crate::cell::{Id, Text};
use crate::row::{self, Noun};
use crate::table::table;

pub(crate) const OF_TALK: &str = "WHERE talk_id = ?1";
/// The condition that a talk is not misplaced.
macro_rules! placed {
    ($talk:literal) => {
        concat!("NOT EXISTS (SELECT 1 FROM misplacement WHERE misplacement.talk_id = ", $talk, ")")
    };
}
pub(crate) use placed;

const TOLD_OF: &str =
    "SELECT m.id FROM misplacement m CROSS JOIN talk t ON t.id = m.talk_id WHERE t.case_id = ?1";

impl Noun for Misplacement {
    table! {
        "misplacement" [id: Id] {
            talk: Id = "talk_id",
            right: Option<Id> = "right_case",
            note: Option<Text>,
            by: Id,
            at: Moment,
        }
    }

    fn of_case() -> Option<&'static str> {
        Some(TOLD_OF)
    }
}

/// The mark of a note, if it is misplaced.
pub(crate) fn of_talk(conn: &Connection, talk: TalkId) -> Result<Option<Misplacement>> {
    let marks = row::list(conn, &row::select::<Misplacement>(OF_TALK), [talk.as_u128().to_be_bytes()])?;
    Ok(marks.into_iter().next())
}
