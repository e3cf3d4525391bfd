//! The full-text index: talks and addenda are folded into it as they are written, and read back to be ranked.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension};
use trivsel_domain::record::{Addendum, Misplacement, OpenTo, Participant, Talk, TalkKind};
use trivsel_domain::value::{AddendumId, Line, Moment, StaffId, Tag, TalkId};
use trivsel_fold::fold;

use crate::column::{Columns, from_json};
use crate::search::{Found, Note};
use crate::{Draft, Result, StoreError, row};

/// Separates a note's text from its other searchable fields. No text contains it.
pub(crate) const BETWEEN: char = '\u{b}';
/// How many index numbers each day has. Numbers grow with the date, so the index is in date order.
const A_DAY: i64 = 1 << 20;

const LAST_OF_DAY: &str =
    "SELECT number FROM findable WHERE number >= ?1 AND number < ?1 + 1048576 ORDER BY number DESC LIMIT 1";
const WRITE: &str = "INSERT INTO findable (number, talk_id, addendum_id) VALUES (?1, ?2, ?3)";
const WRITE_TEXT: &str = "INSERT INTO findable_text (rowid, text) VALUES (?1, ?2)";

pub(crate) const COLUMNS: &[&str] = &[
    "id",
    "case_id",
    "kind",
    "date",
    "author",
    "open_to",
    "misplaced",
    "text",
    "place",
    "topic",
    "participants",
    "themes",
    "methods",
    "addendum_id",
    "addendum",
    "addendum_author",
    "at",
];

/// Notes that match a query of the index, newest first.
pub(crate) const WITH: &str = "SELECT t.id, t.case_id, t.kind, t.date, t.author, t.open_to,
    EXISTS (SELECT 1 FROM misplacement m WHERE m.talk_id = t.id), t.text, t.place, t.topic,
    t.participants, t.themes, t.methods, a.id, a.text, a.author, a.at
    FROM findable_text w CROSS JOIN findable f ON f.number = w.rowid CROSS JOIN talk t ON t.id = f.talk_id
    LEFT JOIN addendum a ON a.id = f.addendum_id
    WHERE w.findable_text MATCH ?1 ORDER BY w.rowid DESC";
/// Every note, newest first.
pub(crate) const NEWEST: &str = "SELECT t.id, t.case_id, t.kind, t.date, t.author, t.open_to,
    EXISTS (SELECT 1 FROM misplacement m WHERE m.talk_id = t.id), t.text, t.place,
    t.topic, t.participants, t.themes, t.methods, a.id, a.text, a.author, a.at
    FROM findable f CROSS JOIN talk t ON t.id = f.talk_id LEFT JOIN addendum a ON a.id = f.addendum_id
    ORDER BY f.number DESC";
/// Every note with its number.
const NUMBERED: &str = "SELECT t.id, t.case_id, t.kind, t.date, t.author, t.open_to,
    EXISTS (SELECT 1 FROM misplacement m WHERE m.talk_id = t.id), t.text, t.place,
    t.topic, t.participants, t.themes, t.methods, a.id, a.text, a.author, a.at, f.number
    FROM findable f CROSS JOIN talk t ON t.id = f.talk_id LEFT JOIN addendum a ON a.id = f.addendum_id
    ORDER BY f.number";
const FOUND: &str = "SELECT 1 FROM findable_text WHERE findable_text MATCH ?1 AND rowid = ?2";
/// The notes of a case, talks before addenda.
pub(crate) const OF_CASE: &str = "SELECT * FROM (SELECT id, case_id, kind, date, author, open_to,
        EXISTS (SELECT 1 FROM misplacement m WHERE m.talk_id = talk.id), text, place, topic,
        participants, themes, methods, NULL, NULL, NULL, NULL
        FROM talk INDEXED BY talk_case WHERE case_id = ?1 ORDER BY date DESC, start DESC, id DESC)
    UNION ALL SELECT t.id, t.case_id, t.kind, t.date, t.author, t.open_to,
        EXISTS (SELECT 1 FROM misplacement m WHERE m.talk_id = t.id), '', t.place, t.topic, t.participants,
        t.themes, t.methods, a.id, a.text, a.author, a.at
        FROM talk t CROSS JOIN addendum a ON a.talk_id = t.id WHERE t.case_id = ?1";

/// The member of staff who searches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    pub(crate) id: StaffId,
    /// Whether they lead the house, and may open misplaced notes.
    pub(crate) leads: bool,
}

/// A note that may match a search, with the text to rank it by.
pub(crate) struct Candidate<'r> {
    pub(crate) what: Found,
    pub(crate) note: Note,
    pub(crate) text: Cow<'r, str>,
    /// Whether the reader may open it.
    pub(crate) open: bool,
}

impl<'r> Candidate<'r> {
    pub(crate) fn read(mut columns: Columns<'r, '_>, reader: Reader) -> Result<Self> {
        let (id, case, kind): (TalkId, _, TalkKind) = (columns.id()?, columns.maybe_id()?, columns.code()?);
        let (date, author): (NaiveDate, StaffId) = (columns.date()?, columns.id()?);
        let open_to = columns.maybe_str()?.unwrap_or_default();
        let restricted = open_to != "\"house\"";
        let open_to = match restricted {
            true => from_json(open_to).ok_or_else(|| columns.corrupt("a list that does not read"))?,
            false => OpenTo::House,
        };
        let misplaced: i64 = columns.whole()?;
        let leads = || Ok::<_, StoreError>(reader.leads);
        let open = Misplacement::leaves_open(author, &open_to, misplaced != 0, reader.id, leads)?;
        let [text, place, topic] = [columns.maybe_str()?, columns.maybe_str()?, columns.maybe_str()?];
        let [participants, themes, methods] =
            [columns.maybe_str()?, columns.maybe_str()?, columns.maybe_str()?].map(Option::unwrap_or_default);
        if let Some(addendum) = columns.maybe_id::<AddendumId>()? {
            let text = Cow::Borrowed(columns.maybe_str()?.unwrap_or_default());
            let (author, at): (StaffId, Moment) = (columns.id()?, columns.text()?);
            let place = place.map(str::to_owned);
            let note = Note { case, place, kind: Some(kind), date: at.date(), author, restricted };
            return Ok(Self { what: Found::Addendum(addendum, id), note, text, open });
        }
        let amiss = |_| columns.corrupt("a list that does not read");
        let mut whole = Cow::Borrowed(text.unwrap_or_default());
        append(&mut whole, [place, topic].into_iter().flatten());
        for tags in [themes, methods].into_iter().filter(|tags| *tags != "[]") {
            match serde_json::from_str::<Vec<&str>>(tags) {
                Ok(tags) => append(&mut whole, tags),
                // Borrowing fails only when the JSON escapes a character; then copy.
                Err(_) => append(&mut whole, serde_json::from_str::<Vec<String>>(tags).map_err(amiss)?),
            }
        }
        if participants.contains("\"other\"") {
            let list: Vec<Participant> =
                from_json(participants).ok_or_else(|| columns.corrupt("a list that does not read"))?;
            append(&mut whole, others(&list));
        }
        let place = place.map(str::to_owned);
        let note = Note { case, place, kind: Some(kind), date, author, restricted };
        Ok(Self { what: Found::Talk(id), note, text: whole, open })
    }
}

fn others(participants: &[Participant]) -> impl Iterator<Item = &str> {
    participants.iter().filter_map(|p| match p {
        Participant::Other(who) => Some(who.as_str()),
        _ => None,
    })
}

/// Appends other searchable fields to a text, separated by [`BETWEEN`].
fn append(whole: &mut Cow<'_, str>, fields: impl IntoIterator<Item = impl AsRef<str>>) {
    for field in fields {
        let whole = whole.to_mut();
        if !whole.is_empty() {
            whole.push(BETWEEN);
        }
        whole.push_str(field.as_ref());
    }
}

/// Checks that the index finds every talk and addendum by its first three letters, under its own number. Returns how many
/// there are. The index keeps no text that could be compared as a whole.
///
/// # Errors
/// `Corrupt` in "findable"; `Busy`, `Database`.
pub(crate) fn check(conn: &Connection) -> Result<u64> {
    let mut count = 0;
    let nobody = Reader { id: StaffId::from_u128(0), leads: false };
    let mut found = conn.prepare(FOUND)?;
    let mut notes = conn.prepare(NUMBERED)?;
    let mut rows = notes.query([])?;
    while let Some(row) = rows.next()? {
        count += 1;
        let number: i64 = row.get(COLUMNS.len())?;
        let candidate = Candidate::read(Columns::new(row, "findable", COLUMNS), nobody)?;
        let first: String = fold(&candidate.text).chars().take(3).collect();
        if first.chars().count() == 3 && !found.exists((phrase(&first), number))? {
            return Err(StoreError::Corrupt {
                table: "findable",
                what: "a note that the search does not find",
            });
        }
    }
    Ok(count)
}

/// A text as a phrase of the index's query language.
fn phrase(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// The searchable text of a draft: what was typed, without identities and dates.
pub(crate) fn of_draft(draft: &Draft) -> String {
    let typed = draft.fields.iter().filter(|(name, text)| {
        *name != "kind" && text.chars().any(|c| c.is_alphabetic() && !c.is_ascii_hexdigit())
    });
    typed.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(BETWEEN.encode_utf8(&mut [0; 4]))
}

/// Adds a talk to the index.
pub(crate) fn put_talk(conn: &Connection, talk: &Talk) -> rusqlite::Result<()> {
    let about = [talk.matter.place(), talk.matter.topic()].into_iter().flatten().map(Line::as_str);
    let tags = talk.themes.iter().chain(&talk.methods).map(Tag::as_str);
    let mut whole = Cow::Borrowed(talk.text.as_str());
    append(&mut whole, about.chain(tags).chain(others(&talk.participants)));
    put(conn, talk.date, talk.id, None, &whole)
}

/// Adds a text to the index.
pub(crate) fn put(
    conn: &Connection,
    day: NaiveDate,
    talk: TalkId,
    addendum: Option<AddendumId>,
    text: &str,
) -> rusqlite::Result<()> {
    let first = i64::from(day.num_days_from_ce()) * A_DAY;
    let mut last = conn.prepare_cached(LAST_OF_DAY)?;
    let last: Option<i64> = last.query_row([first], |row| row.get(0)).optional()?;
    let number = last.map_or(first, |last| last + 1);
    let addendum = addendum.map(|id| id.as_u128().to_be_bytes());
    conn.prepare_cached(WRITE)?.execute((number, talk.as_u128().to_be_bytes(), addendum))?;
    conn.prepare_cached(WRITE_TEXT)?.execute((number, fold(text)))?;
    Ok(())
}

/// Makes the index anew of the talks and addenda on record, in the order of their days. No text that is gone stays in it.
pub(crate) fn build_anew(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "DELETE FROM findable; INSERT INTO findable_text (findable_text) VALUES ('delete-all');",
    )?;
    row::each::<Talk>(conn, &row::select::<Talk>("ORDER BY date, start, id"), [], |talk| {
        Ok(put_talk(conn, &talk)?)
    })?;
    row::each::<Addendum>(conn, &row::select::<Addendum>("ORDER BY rowid"), [], |addendum| {
        Ok(put(conn, addendum.at.date(), addendum.talk, Some(addendum.id), addendum.text.as_str())?)
    })
}

/// Adds every talk of an older house to the index. Reads the talks in their form during the migration to schema 2.
pub(crate) fn put_all(conn: &Connection) -> rusqlite::Result<()> {
    let mut statement =
        conn.prepare("SELECT id, date, text, place, participants FROM talk ORDER BY date, start, id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = TalkId::from_u128(u128::from_be_bytes(row.get(0)?));
        let date: String = row.get(1)?;
        let text: String = row.get(2)?;
        let place: Option<String> = row.get(3)?;
        let mut whole = Cow::Borrowed(text.as_str());
        append(&mut whole, place.as_deref());
        // In schema 1, `participants` was a line of text, not JSON.
        let list: Vec<Participant> = from_json(&row.get::<_, String>(4)?).unwrap_or_default();
        append(&mut whole, others(&list));
        let date = date.parse().map_err(|_| rusqlite::Error::InvalidQuery)?;
        put(conn, date, id, None, &whole)?;
    }
    Ok(())
}
