//! Checking a house: its pages, structure, references and schema, the chain of its history, that the records equal a
//! replay of the history, the looks, the drafts, the search index, and the seal beside it.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::str::FromStr;

use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest, Sha256};
use trivsel_domain::record::{Change, Edit};
use trivsel_domain::{for_each_record, with_edit};

use crate::column::from_json;
use crate::erased_rows::{self, NO_SUBJECT};
use crate::history::{Chain, Sealed};
use crate::row::{self, Noun, subject_of};
use crate::{House, Result, StoreError, recipients, schema, sealed_rows, search_index};

const WALK: &str =
    "SELECT seq, step, at, by, nature, deed, subject, body, mac, taken FROM history ORDER BY seq";
/// Finds a programme with a norm that lacks one of the seats 1 to the norm, or has one above it.
const SEATS_AMISS: &str = "SELECT 1 FROM programme WHERE seats IS NOT NULL
    AND (seats <> (SELECT count(*) FROM seat WHERE programme = code AND number <= seats)
        OR EXISTS (SELECT 1 FROM seat WHERE programme = code AND number > seats))";

/// The seal of a history's last change. A copy kept elsewhere shows later whether the history was cut or forged.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Head([u8; 32]);

/// The result of a check that found nothing wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verification {
    /// The number of actions in the history.
    pub actions: u64,
    /// The number of changes in the history.
    pub changes: u64,
    /// The seal of the last change.
    pub head: Head,
    /// The number of looks in the access log.
    pub looks: u64,
    /// The number of drafts.
    pub drafts: u64,
    /// The number of talks and addenda that the search finds.
    pub notes: u64,
}

/// Finds a talk without the tag of its author. The other tags are written together with it, so it stands for all.
const TAGS_AMISS: &str = "SELECT 1 FROM talk WHERE NOT EXISTS (SELECT 1 FROM talk_tag WHERE what = 'staff'
    AND tag = lower(hex(author)) AND held = date AND held_at = coalesce(start, '') AND talk_id = id)";

/// Finds a difference between the number of talks or addenda and the number in the full-text index.
const FINDABLE_AMISS: &str = "SELECT 1 WHERE
    (SELECT count(*) FROM findable WHERE addendum_id IS NULL) <> (SELECT count(*) FROM talk)
    OR (SELECT count(*) FROM findable WHERE addendum_id IS NOT NULL) <> (SELECT count(*) FROM addendum)";

/// Finds a change that can't be looked up by its record, or one that is entered under another record.
const RUNS_AMISS: &str = "SELECT 1 WHERE
    (SELECT count(*) FROM history_by_subject) <> (SELECT count(*) FROM history)
    OR EXISTS (SELECT 1 FROM history_run AS run JOIN history USING (seq) WHERE history.subject <> run.subject)";

/// A digest of a record. Comparing digests keeps the memory small for a house with a hundred thousand notes.
type Fingerprint = [u8; 32];

/// The state of a record that the history results in.
#[derive(Clone, Copy)]
enum State {
    Known(Fingerprint),
    /// Its last change was erased, since the record was of somebody who was erased.
    Erased,
}

/// The state that the history results in, by subject.
#[derive(Default)]
struct Replay {
    records: HashMap<String, State>,
    /// Talks that were never signed. They were records before drafts got their own table.
    unsigned: HashSet<String>,
}

macro_rules! compare_all {
    (
        $conn:ident, $replay:ident
        $($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+
    ) => {
        $(compare::<$record>(&$conn, &mut $replay)?;)+
    };
}

impl House {
    /// Checks the whole house, but not against its backups; see [`House::check_backup`]. Takes seconds for a large house.
    ///
    /// # Errors
    /// `Corrupt` with the table of the first fault found; `Busy`, `Database`.
    pub fn verify(&self) -> Result<Verification> {
        self.check_pages()?;
        let tx = self.snapshot()?;
        recipients::check(&tx, self.folder())?;
        let mut replay = Replay::default();
        let mut verification = walk(&tx, &mut replay)?;
        let Replay { records: mut replay, unsigned } = replay;
        replay.retain(|subject, _| !unsigned.contains(subject) && subject != NO_SUBJECT);
        for_each_record!([compare_all] tx, replay);
        if !replay.is_empty() {
            return Err(amiss("a record is gone that no change removed"));
        }
        if tx.query_row(SEATS_AMISS, [], |_| Ok(())).optional()?.is_some() {
            return Err(StoreError::Corrupt { table: "seat", what: "other seats than the norm says" });
        }
        if tx.query_row(FINDABLE_AMISS, [], |_| Ok(())).optional()?.is_some() {
            return Err(StoreError::Corrupt { table: "findable", what: "a note that is not in the index" });
        }
        if tx.query_row(RUNS_AMISS, [], |_| Ok(())).optional()?.is_some() {
            return Err(StoreError::Corrupt {
                table: "history_run",
                what: "a change that is not found by its record",
            });
        }
        if tx.query_row(TAGS_AMISS, [], |_| Ok(())).optional()?.is_some() {
            return Err(StoreError::Corrupt { table: "talk_tag", what: "a talk that the log does not find" });
        }
        verification.notes = search_index::check(&tx)?;
        let chain = Chain::of(&tx)?;
        verification.looks = sealed_rows::check_looks(&tx, &chain)?;
        verification.drafts = sealed_rows::check_drafts(&tx, &chain)?;
        schema::check(&tx)?;
        drop(tx);
        self.check_beside()?;
        Ok(verification)
    }

    /// Whether the history still holds an earlier head: change number `changes` with that seal.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn remembers(&self, changes: u64, head: Head) -> Result<bool> {
        let seq = i64::try_from(changes).unwrap_or(i64::MAX);
        let mut statement = self.conn().prepare_cached("SELECT mac FROM history WHERE seq = ?1")?;
        let mac: Option<[u8; 32]> = statement.query_row([seq], |row| row.get(0)).optional()?;
        Ok(mac == Some(head.0))
    }
}

fn amiss(what: &'static str) -> StoreError {
    StoreError::Corrupt { table: "history", what }
}

/// Checks the chain from its root and replays its changes.
fn walk(conn: &Connection, replay: &mut Replay) -> Result<Verification> {
    let chain = Chain::of(conn)?;
    let (mut before, mut actions, mut changes, mut last_action) = (chain.root.to_vec(), 0, 0, 0);
    let mut statement = conn.prepare_cached(WALK)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, step): (i64, i64) = (row.get(0)?, row.get(1)?);
        if seq != changes + 1 {
            return Err(amiss("a change is missing"));
        }
        let mac: [u8; 32] = row.get(8)?;
        let sealed = sealed(row)?;
        let is_erased = mac != chain.seal(&before, &sealed)?;
        if is_erased && !erased_rows::is_erased_change(conn, &chain, &before, &sealed, &mac)? {
            return Err(amiss("the chain is broken"));
        }
        if step != seq && step != last_action {
            return Err(amiss("a change of no action"));
        }
        if is_erased {
            replay.records.insert(sealed.subject.to_owned(), State::Erased);
        } else {
            replay_one(row, replay)?;
        }
        actions += u64::from(step != last_action);
        (before, changes, last_action) = (mac.to_vec(), seq, step);
    }
    let head = Head(before.try_into().unwrap_or([0; 32]));
    let changes = u64::try_from(changes).unwrap_or(0);
    Ok(Verification { actions, changes, head, looks: 0, drafts: 0, notes: 0 })
}

/// The fields of a row that its seal covers.
fn sealed<'r>(row: &'r Row<'_>) -> Result<Sealed<'r>> {
    let wrong = |_| amiss("a value of the wrong type");
    let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
    Ok(Sealed {
        seq: row.get(0)?,
        number: row.get(1)?,
        at: text(2)?,
        by: row.get_ref(3)?.as_blob().map_err(wrong)?,
        nature: text(4)?,
        action_kind: text(5)?,
        subject: text(6)?,
        body: text(7)?,
        taken: row.get_ref(9)?.as_str_or_null().map_err(wrong)?,
    })
}

fn replay_one(row: &Row<'_>, replay: &mut Replay) -> Result<()> {
    let (subject, body): (String, String) = (row.get(6)?, row.get(7)?);
    let change: Change = from_json(&body).ok_or_else(|| amiss("a change that does not read"))?;
    if subject != subject_of(&change)? {
        return Err(amiss("a change under another's name"));
    }
    let (old, new) = with_edit!(&change, edit => sides(edit))?;
    match replay.records.remove(&subject) {
        // What was erased before can't be compared.
        Some(State::Erased) => {}
        Some(State::Known(now)) if Some(now) == old => {}
        None if old.is_none() => {}
        _ => return Err(amiss("a change that does not follow on")),
    }
    if let Change::Talk(edit) = &change {
        match edit.new_state() {
            Some(talk) if talk.signed_at.is_none() => replay.unsigned.insert(subject.clone()),
            _ => replay.unsigned.remove(&subject),
        };
    }
    replay.records.extend(new.map(|new| (subject, State::Known(new))));
    Ok(())
}

fn sides<N: Noun>(edit: &Edit<N>) -> Result<(Option<Fingerprint>, Option<Fingerprint>)> {
    Ok((edit.old().map(fingerprint).transpose()?, edit.new_state().map(fingerprint).transpose()?))
}

fn fingerprint<N: Noun>(record: &N) -> Result<Fingerprint> {
    let json = serde_json::to_vec(record)
        .map_err(|_| StoreError::Corrupt { table: N::table().name, what: "a record that is no JSON" })?;
    Ok(Sha256::digest(&json).into())
}

/// Removes every record from the replay. Subjects that are left have no record.
fn compare<N: Noun>(conn: &Connection, replay: &mut HashMap<String, State>) -> Result<()> {
    let differs = |what| StoreError::Corrupt { table: N::table().name, what };
    row::each::<N>(conn, &N::table().all, [], |record| {
        match replay.remove(&row::subject::<N>(&record.key())?) {
            None => Err(differs("a record that no change made")),
            Some(State::Known(expected)) if expected != fingerprint(&record)? => {
                Err(differs("a record that is not as the history left it"))
            }
            Some(_) => Ok(()),
        }
    })
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Head({self})")
    }
}

/// The error for a text that is not the 64 hexadecimal digits of a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the head of a history: 64 hexadecimal digits")]
pub struct BadHead;

impl FromStr for Head {
    type Err = BadHead;

    fn from_str(text: &str) -> std::result::Result<Self, BadHead> {
        let text = text.trim();
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(BadHead);
        }
        let mut head = [0; 32];
        for (byte, at) in head.iter_mut().zip((0..64).step_by(2)) {
            *byte = text.get(at..at + 2).and_then(|h| u8::from_str_radix(h, 16).ok()).ok_or(BadHead)?;
        }
        Ok(Self(head))
    }
}
