//! Talks, signed and never changed again: the database sees to it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value;
use trivsel_domain::{CaseId, Matter, Participant, StaffId, Tag, Talk, TalkFact, TalkId, TalkKind};

use crate::column::{self, Columns, Identity, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result, findable};

const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY date DESC, start DESC, id DESC";
pub(crate) const CONSULTATIONS: &str = "WHERE case_id IS NULL ORDER BY date DESC, start DESC, id DESC";
const TAG: &str = "INSERT INTO talk_tag (what, tag, held, held_at, talk_id) VALUES (?1, ?2, ?3, ?4, ?5)";
/// The talks of somebody of the staff in a span.
pub(crate) const OF_STAFF: &str = "WHERE id IN (SELECT talk_id FROM talk_tag
    WHERE what = 'staff' AND tag = ?1 AND held BETWEEN ?2 AND ?3)";
/// Whether a talk is open to somebody: ?1 is their identity, ?2 the same as text.
pub(crate) const READABLE: &str = "(open_to = '\"house\"' OR author = ?1
    OR EXISTS (SELECT 1 FROM json_each(open_to, '$.only') WHERE value = ?2))";
pub(crate) const LAST: &str = "SELECT date, kind FROM talk WHERE case_id = ?1
    ORDER BY date DESC, start DESC, id DESC LIMIT 1";

impl Noun for Talk {
    const TABLE: Table = table!(
        "talk",
        key["id"],
        rest[
            "case_id",
            "kind",
            "place",
            "topic",
            "date",
            "start",
            "minutes",
            "participants",
            "themes",
            "methods",
            "text",
            "author",
            "signed_at",
            "open_to",
            "source"
        ]
    );

    fn key_columns(key: &TalkId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &TalkId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        Ok(vec![
            maybe(self.case(), column::id),
            column::code(self.kind()),
            maybe(self.matter.place(), |p| column::text(p.as_str())),
            maybe(self.matter.topic(), |t| column::text(t.as_str())),
            column::date(self.date),
            maybe(self.start, |s| column::text(&s)),
            maybe(self.minutes, |m| column::whole(m.get())),
            column::json(&self.participants)?,
            column::json(&self.themes)?,
            column::json(&self.methods)?,
            column::text(self.text.as_str()),
            column::id(self.author),
            maybe(self.signed_at, column::moment),
            column::json(&self.open_to)?,
            column::code(self.source),
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let id = columns.id()?;
        let (case, kind) = (columns.maybe_id()?, columns.code()?);
        let (place, topic) = (columns.maybe_text()?, columns.maybe_text()?);
        let matter = match (case, place) {
            (Some(case), None) => Matter::of_case(case, kind).ok(),
            (None, Some(place)) => Some(Matter::consultation(place, topic)),
            _ => None,
        };
        Ok(Self {
            id,
            matter: matter.ok_or_else(|| columns.corrupt("a talk of nobody"))?,
            date: columns.date()?,
            start: columns.maybe_text()?,
            minutes: columns
                .maybe_whole::<u16>()?
                .map(trivsel_domain::Minutes::new)
                .transpose()
                .map_err(|_| columns.corrupt("minutes outside a day"))?,
            participants: columns.json()?,
            themes: columns.json()?,
            methods: columns.json()?,
            text: columns.text()?,
            author: columns.id()?,
            signed_at: Some(columns.moment()?),
            open_to: columns.json()?,
            source: columns.code()?,
        })
    }

    fn after_write(&self, conn: &Connection) -> Result<()> {
        findable::put_talk(conn, self)?;
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
            write.execute((what, tag, self.date.to_string(), &start, self.id.number().to_be_bytes()))?;
        }
        Ok(())
    }
}

/// An identity as the tags of talks have it.
pub(crate) fn hex(id: impl Identity) -> String {
    format!("{:032x}", id.number())
}

/// Every consultation.
pub(crate) fn consultations(conn: &Connection) -> Result<Vec<Talk>> {
    row::list(conn, &row::select::<Talk>(CONSULTATIONS), ())
}

/// Every talk of a case.
pub(crate) fn of_case(conn: &Connection, case: CaseId) -> Result<Vec<Talk>> {
    row::list(conn, &row::select::<Talk>(OF_CASE), [case.number().to_be_bytes()])
}

impl House {
    /// That these members of staff held or took part in talks from one date to another, both included: each talk
    /// once, also restricted ones, since no word of them is told.
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

    /// Date and kind of the latest signed talk of each of these cases; a case without one is left out.
    /// Also of a restricted one: that it was held is open to the house.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn last_talks(&self, cases: &[CaseId]) -> Result<BTreeMap<CaseId, (NaiveDate, TalkKind)>> {
        let mut statement = self.conn().prepare_cached(LAST)?;
        let mut found = BTreeMap::new();
        for case in cases {
            let mut rows = statement.query([case.number().to_be_bytes()])?;
            if let Some(row) = rows.next()? {
                let mut columns = Columns::new(row, "talk", &["date", "kind"]);
                found.insert(*case, (columns.date()?, columns.code()?));
            }
        }
        Ok(found)
    }
}
