//! Talks. They are signed, and the database refuses later changes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;
use trivsel_domain::record::{Matter, Participant, Talk, TalkKind, TalkSource};
use trivsel_domain::rules::dossier::TalkFact;
use trivsel_domain::value::{CaseId, Identity, Judgement, Moment, StaffId, Tag, TalkId};

use crate::cell::{Code, Id, Json, Number, Text, cell};
use crate::column::Columns;
use crate::nouns::misplacement::placed;
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result, search_index};

const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY date DESC, start DESC, id DESC";
pub(crate) const CONSULTATIONS: &str = "WHERE case_id IS NULL ORDER BY date DESC, start DESC, id DESC";
const UNTAG: &str = "DELETE FROM talk_tag WHERE talk_id = ?1";
const TAG: &str = "INSERT INTO talk_tag (what, tag, held, held_at, talk_id) VALUES (?1, ?2, ?3, ?4, ?5)";
/// The talks of a case that count for it.
pub(crate) const PLACED: &str =
    concat!("WHERE case_id = ?1 AND ", placed!("talk.id"), " ORDER BY date DESC, start DESC, id DESC");
/// The talks of a member of staff in a period.
pub(crate) const OF_STAFF: &str = concat!(
    "WHERE id IN (SELECT talk_id FROM talk_tag WHERE what = 'staff' AND tag = ?1 AND held BETWEEN ?2 AND ?3) AND ",
    placed!("talk.id")
);
/// How many notes each case has, and the day of the last one.
pub(crate) const COUNTED: &str =
    "SELECT case_id, count(*), max(date) FROM talk WHERE case_id IS NOT NULL GROUP BY case_id";
/// The condition that a reader may open a talk. `?1` is the reader's identity, `?2` the same as text.
pub(crate) const READABLE: &str = concat!(
    "(author = ?1 OR (open_to = '\"house\"' OR EXISTS (SELECT 1 FROM json_each(open_to, '$.only') WHERE value = ?2))
    AND (",
    placed!("talk.id"),
    " OR EXISTS (SELECT 1 FROM staff WHERE staff.id = ?1 AND staff.leader)))"
);
pub(crate) const LAST: &str = concat!(
    "SELECT date, kind FROM talk WHERE case_id = ?1 AND ",
    placed!("talk.id"),
    " ORDER BY date DESC, start DESC, id DESC LIMIT 1"
);

/// Leaves out restricted and misplaced talks, because reading one must be logged as an access.
const TOLD_OF: &str =
    concat!("SELECT id FROM talk WHERE case_id = ?1 AND open_to = '\"house\"' AND ", placed!("talk.id"));

impl Noun for Talk {
    table! {
        "talk" [id: Id] {
            matter: Matter = "case_id" "kind" "place" "topic",
            date: NaiveDate,
            start: Option<Text>,
            minutes: Option<Number<u16>>,
            participants: Json,
            themes: Json,
            methods: Json,
            text: Text,
            author: Id,
            signed_at: Option<Moment>,
            open_to: Json,
            source: Code<TalkSource>,
            judgement: Option<Code<Judgement>>,
        }
    }

    fn of_case() -> Option<&'static str> {
        Some(TOLD_OF)
    }

    fn after_write(&self, conn: &Connection) -> Result<()> {
        search_index::put_talk(conn, self)?;
        let staff = self.participants.iter().filter_map(|p| match p {
            Participant::Staff(who) => Some(*who),
            _ => None,
        });
        let staff: BTreeSet<StaffId> = staff.chain([self.author]).collect();
        let themes: BTreeSet<&Tag> = self.themes.iter().collect();
        let methods: BTreeSet<&Tag> = self.methods.iter().collect();
        let tags = staff.into_iter().map(|who| ("staff", hex(who)));
        let tags = tags.chain(themes.into_iter().map(|t| ("theme", t.as_str().to_owned())));
        let tags = tags.chain(methods.into_iter().map(|t| ("method", t.as_str().to_owned())));
        let start = self.start.map(|s| s.to_string()).unwrap_or_default();
        let mut write = conn.prepare_cached(TAG)?;
        for (what, tag) in tags {
            write.execute((what, tag, self.date.to_string(), &start, self.id.as_u128().to_be_bytes()))?;
        }
        Ok(())
    }

    fn before_remove(key: &TalkId, conn: &Connection) -> Result<()> {
        untag(conn, *key)
    }
}

/// Takes a talk's tags away, before it is removed or written anew.
pub(crate) fn untag(conn: &Connection, talk: TalkId) -> Result<()> {
    conn.prepare_cached(UNTAG)?.execute([talk.as_u128().to_be_bytes()])?;
    Ok(())
}

cell!(
    Matter as (Option<Id>, Code<TalkKind>, Option<Text>, Option<Text>),
    |matter| (matter.case(), matter.kind(), matter.place().cloned(), matter.topic().cloned()),
    |parts| match parts {
        (Some(case), kind, None, _) =>
            Matter::of_case(case, kind).map_err(|_| "a case with another's kind of talk"),
        (None, _, Some(place), topic) => Ok(Matter::consultation(place, topic)),
        _ => Err("a talk of nobody"),
    }
);

/// An identity in the form of the tags of talks: 32 hexadecimal digits.
pub(crate) fn hex(id: impl Identity) -> String {
    format!("{:032x}", id.as_u128())
}

/// Every consultation.
pub(crate) fn consultations(conn: &Connection) -> Result<Vec<Talk>> {
    row::list(conn, &row::select::<Talk>(CONSULTATIONS), ())
}

/// The talks of a case that count for it: all but the misplaced ones.
pub(crate) fn placed_in(conn: &Connection, case: CaseId) -> Result<Vec<Talk>> {
    row::list(conn, &row::select::<Talk>(PLACED), [case.as_u128().to_be_bytes()])
}

/// Every talk of a case.
pub(crate) fn of_case(conn: &Connection, case: CaseId) -> Result<Vec<Talk>> {
    row::list(conn, &row::select::<Talk>(OF_CASE), [case.as_u128().to_be_bytes()])
}

impl House {
    /// How many signed notes each case has, and the day of its last talk. Cases without one are left out.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn counted_talks(&self) -> Result<BTreeMap<CaseId, (usize, NaiveDate)>> {
        let mut statement = self.conn().prepare_cached(COUNTED)?;
        let mut rows = statement.query([])?;
        let mut counted = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let mut columns = Columns::new(row, "talk", &["case_id", "count", "date"]);
            let (case, count): (CaseId, i64) = (columns.id()?, columns.whole()?);
            counted.insert(case, (usize::try_from(count).unwrap_or(usize::MAX), columns.date()?));
        }
        Ok(counted)
    }

    /// The talks that these members of staff held or took part in from one date to another, inclusive, without
    /// duplicates. Includes restricted talks, because the facts hold no note text.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn talk_facts(&self, staff: &[StaffId], from: NaiveDate, to: NaiveDate) -> Result<Vec<TalkFact>> {
        let (sql, from, to) = (row::select::<Talk>(OF_STAFF), from.to_string(), to.to_string());
        let mut found = BTreeMap::new();
        for who in staff {
            let talks: Vec<Talk> = row::list(self.conn(), &sql, (hex(*who), &from, &to))?;
            found.extend(talks.iter().map(|t| (t.id, TalkFact::from(t))));
        }
        Ok(found.into_values().collect())
    }

    /// The date and kind of the latest signed talk of each of these cases. Cases without one are left out. Includes
    /// restricted talks, because the house may know that they were held.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn last_talks(&self, cases: &[CaseId]) -> Result<BTreeMap<CaseId, (NaiveDate, TalkKind)>> {
        let mut statement = self.conn().prepare_cached(LAST)?;
        let mut found = BTreeMap::new();
        for case in cases {
            let mut rows = statement.query([case.as_u128().to_be_bytes()])?;
            if let Some(row) = rows.next()? {
                let mut columns = Columns::new(row, "talk", &["date", "kind"]);
                found.insert(*case, (columns.date()?, columns.code()?));
            }
        }
        Ok(found)
    }
}
