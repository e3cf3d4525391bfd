//! The history: every change ever written, in order. Each row's seal also covers the seal of the row before.
//!
//! The seal is an HMAC under a key that is stored in the house itself. It detects changes made past the program by
//! someone without the house's key. Someone with that key can forge a chain, which only a head kept elsewhere reveals.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime};
use hmac::{Hmac, Mac};
use rusqlite::{Connection, OptionalExtension, Row, ToSql};
use sha2::Sha256;
use trivsel_domain::decide::{ActionKind, Nature, PastAction};
use trivsel_domain::record::{Case, Change, Child, Day};
use trivsel_domain::value::{CaseId, Coded, Moment, StaffId};
use zeroize::Zeroizing;

use crate::beside::Last;
use crate::column::Columns;
use crate::nouns::child::identities;
use crate::row::{self, Noun, subject_of};
use crate::{House, Result, StoreError};

pub(crate) const OF_SUBJECT: &str = "SELECT step, at, taken, by, nature, deed, body FROM history
    WHERE seq IN (SELECT seq FROM history_by_subject WHERE subject = ?1) ORDER BY seq";
pub(crate) const LAST_OF_SUBJECT: &str = "SELECT at, by FROM history
    WHERE seq = (SELECT max(seq) FROM history_by_subject WHERE subject = ?1)";
/// The first change of each action of one member of staff, latest first.
///
/// It has no index, because an index would cost every mark a page more to write. Undo therefore reads only the house's
/// last 20,000 changes, more than a year of marks; older actions can't be undone.
pub(crate) const ACTIONS_OF: &str = "SELECT step, nature, deed FROM history
    WHERE seq > (SELECT max(seq) FROM history) - 20000 AND seq = step AND by = ?1 AND subject <> ''
    ORDER BY seq DESC";
/// The changes of an action, which have consecutive numbers. Those of erased records are left out.
pub(crate) const OF_ACTION: &str = "SELECT body FROM history WHERE seq >= ?1 AND step = ?1 AND subject <> ''
    AND seq < coalesce((SELECT seq FROM history WHERE seq > ?1 AND step > ?1 ORDER BY seq LIMIT 1), 1 << 62)
    ORDER BY seq";
/// The numbers of the changes of one record.
pub(crate) const SEQS_OF: &str = "SELECT seq FROM history_by_subject WHERE subject = ?1";
/// The numbers of the changes of a case's days, also of cleared days. A day's subject begins with its case, so they are
/// one range.
pub(crate) const SEQS_OF_DAYS: &str = "SELECT seq FROM history_by_subject WHERE subject > 'day/' || ?1 || '/' AND subject < 'day/' || ?1 || '0'";
pub(crate) const ONE: &str = "SELECT step, at, taken, by, nature, deed, body FROM history WHERE seq = ?1";
/// The subjects of removed records of a case or around its child. Removals are few and have their own index.
pub(crate) const REMOVED_OF_CASE: &str = "SELECT DISTINCT subject FROM history
    WHERE json_extract(body, '$.edit.new') IS NULL AND subject NOT GLOB 'day/*'
    AND (json_extract(body, '$.edit.old.case') = ?1 OR json_extract(body, '$.edit.old.child') = ?2)";
/// The changes of the appointments and the closures, also of removed ones. Each kind is one range of subjects.
pub(crate) const OF_CALENDAR: &str =
    "SELECT step, at, taken, by, nature, deed, body FROM history WHERE seq IN (
    SELECT seq FROM history_by_subject WHERE subject > 'appointment/' AND subject < 'appointment0' UNION ALL
    SELECT seq FROM history_by_subject WHERE subject > 'closure/' AND subject < 'closure0') ORDER BY seq";
const HEAD: &str = "SELECT seq, mac FROM history ORDER BY seq DESC LIMIT 1";
const WRITE: &str = "INSERT INTO history (seq, step, at, by, nature, deed, subject, body, mac)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
/// A change on a day that was set. Apart, because a migration to schema 14 writes a change before there is the column.
const WRITE_SET: &str = "INSERT INTO history (seq, step, at, by, nature, deed, subject, body, mac, taken)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

/// The number of changes that are entered at once for looking up by record; `0012_history_by_subject.sql` has it too.
const RUN: i64 = 256;
const FILL_RUNS: &str = "INSERT INTO history_run SELECT subject, seq FROM history WHERE seq > ?1 AND seq <= ?2 ORDER BY subject, seq";

/// A change in the history, with who made it, when and in which action.
#[derive(Clone, PartialEq, Eq)]
pub struct Trace {
    /// The number of the action it was part of, from 1.
    pub number: i64,
    /// When it was made, to the second.
    pub at: Moment,
    /// The member of staff who made it.
    pub by: StaffId,
    /// Whether the action did, undid or redid something.
    pub nature: Nature,
    /// The kind of action.
    pub action_kind: ActionKind,
    /// The old and the new state.
    pub change: Change,
}

impl Trace {
    /// Who wrote the change; `None` if it took a record in from elsewhere.
    #[must_use]
    pub fn author(&self) -> Option<StaffId> {
        (!self.action_kind.takes_in()).then_some(self.by)
    }
}

/// The fields that all changes of an action share.
#[derive(Clone, Copy)]
pub(crate) struct Stamp {
    pub(crate) at: Moment,
    pub(crate) by: StaffId,
    pub(crate) nature: Nature,
    pub(crate) action_kind: ActionKind,
}

/// The fields of a row that its seal covers.
pub(crate) struct Sealed<'a> {
    pub(crate) seq: i64,
    pub(crate) number: i64,
    pub(crate) at: &'a str,
    pub(crate) by: &'a [u8],
    pub(crate) nature: &'a str,
    pub(crate) action_kind: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) body: &'a str,
    /// What was taken for today, where it was another day.
    pub(crate) taken: Option<&'a str>,
}

/// The key of the seals, and the house's identity, over which the first row is sealed.
#[derive(Clone)]
pub(crate) struct Chain {
    key: Zeroizing<[u8; 32]>,
    pub(crate) root: [u8; 16],
}

impl Chain {
    pub(crate) fn of(conn: &Connection) -> Result<Self> {
        let mut statement = conn.prepare_cached("SELECT history_key, id FROM house")?;
        Ok(statement.query_row([], |row| Ok(Self { key: Zeroizing::new(row.get(0)?), root: row.get(1)? }))?)
    }

    /// Seals a row over the seal of the row before.
    pub(crate) fn seal(&self, before: &[u8], row: &Sealed<'_>) -> Result<[u8; 32]> {
        let (seq, number) = (row.seq.to_be_bytes(), row.number.to_be_bytes());
        let fields: [&[u8]; 9] = [
            before,
            &seq,
            &number,
            row.at.as_bytes(),
            row.by,
            row.nature.as_bytes(),
            row.action_kind.as_bytes(),
            row.subject.as_bytes(),
            row.body.as_bytes(),
        ];
        // Rows from before the last field are sealed without it.
        self.mac(fields.into_iter().chain(row.taken.map(str::as_bytes)))
    }

    /// Seals a list of fields, each with its length. Lists of different uses begin with different words.
    pub(crate) fn mac<'a>(&self, fields: impl IntoIterator<Item = &'a [u8]>) -> Result<[u8; 32]> {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(self.key.as_slice())
            .map_err(|_| StoreError::Corrupt { table: "house", what: "no key for the history" })?;
        for field in fields {
            mac.update(&(field.len() as u64).to_be_bytes());
            mac.update(field);
        }
        Ok(mac.finalize().into_bytes().into())
    }
}

/// The last row's number and seal. `None` before the founding.
pub(crate) fn head(conn: &Connection) -> Result<Option<(i64, [u8; 32])>> {
    let mut statement = conn.prepare_cached(HEAD)?;
    Ok(statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// What an action wrote.
#[derive(Clone, Copy)]
pub(crate) struct Written {
    /// The number of the action.
    pub(crate) number: i64,
    /// Its last change.
    pub(crate) last: Last,
}

/// Writes the changes of one action and their history. Returns `None` if there are no changes.
///
/// # Errors
/// As [`row::apply`]; the caller must then roll the transaction back.
pub(crate) fn write_step(
    conn: &Connection,
    chain: &Chain,
    stamp: Stamp,
    changes: &[Change],
) -> Result<Option<Written>> {
    let (mut seq, mut mac) = match head(conn)? {
        Some((seq, mac)) => (seq, mac.to_vec()),
        None => (0, chain.root.to_vec()),
    };
    let mut written = None;
    let number = seq + 1;
    for change in changes {
        row::apply_change(conn, change)?;
        let sealed;
        (seq, sealed) = append(conn, chain, stamp, (seq, &mac), number, change)?;
        mac = sealed.to_vec();
        written = Some(Written { number, last: Last { seq, mac: sealed, at: stamp.at.at() } });
    }
    fill_runs(conn, number, seq)?;
    Ok(written)
}

/// Enters the runs that the changes `first` to `last` have filled.
pub(crate) fn fill_runs(conn: &Connection, first: i64, last: i64) -> Result<()> {
    let (from, to) = ((first - 1) / RUN * RUN, last / RUN * RUN);
    if from < to {
        conn.execute(FILL_RUNS, [from, to])?;
    }
    Ok(())
}

/// Appends a change to the history, after the change with the number and seal `before`. Returns its own.
pub(crate) fn append(
    conn: &Connection,
    chain: &Chain,
    stamp: Stamp,
    (seq, before): (i64, &[u8]),
    number: i64,
    change: &Change,
) -> Result<(i64, [u8; 32])> {
    let seq = seq + 1;
    let at = stamp.at.at().format("%Y-%m-%dT%H:%M:%S").to_string();
    let taken = stamp.at.taken().map(|day| day.to_string());
    let taken = taken.as_deref();
    let by = stamp.by.as_u128().to_be_bytes();
    let subject = subject_of(change)?;
    let body = serde_json::to_string(change)
        .map_err(|_| StoreError::Corrupt { table: "memory", what: "a change that is no JSON" })?;
    let (nature, action_kind) = (stamp.nature.code(), stamp.action_kind.code());
    let sealed =
        Sealed { seq, number, at: &at, by: &by, nature, action_kind, subject: &subject, body: &body, taken };
    let mac = chain.seal(before, &sealed)?;
    let columns: [&dyn ToSql; 10] =
        [&seq, &number, &at, &by, &nature, &action_kind, &subject, &body, &mac, &taken];
    let (sql, used) = if taken.is_some() { (WRITE_SET, columns.len()) } else { (WRITE, columns.len() - 1) };
    conn.prepare_cached(sql)?.execute(&columns[..used])?;
    Ok((seq, mac))
}

/// The changes of an action, in the order in which they were written.
pub(crate) fn changes_of(conn: &Connection, number: i64) -> Result<Vec<Change>> {
    let mut statement = conn.prepare_cached(OF_ACTION)?;
    let mut rows = statement.query([number])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(Columns::new(row, "history", &["body"]).json()?);
    }
    Ok(changes)
}

/// Every change of one record, oldest first, each with when it was made.
pub(crate) fn changes_of_record<N: Noun>(
    conn: &Connection,
    key: &N::Key,
) -> Result<Vec<(NaiveDateTime, Change)>> {
    let mut statement = conn.prepare_cached(OF_SUBJECT)?;
    let mut rows = statement.query([row::subject::<N>(key)?])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let Trace { at, change, .. } = trace(row)?;
        changes.push((at.at(), change));
    }
    Ok(changes)
}

/// Visits the actions of one member of staff, latest first, while `visit` returns true.
pub(crate) fn actions_of(
    conn: &Connection,
    by: StaffId,
    visit: &mut dyn FnMut(PastAction) -> bool,
) -> Result<()> {
    let mut statement = conn.prepare_cached(ACTIONS_OF)?;
    let mut rows = statement.query([by.as_u128().to_be_bytes()])?;
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, "history", &["step", "nature", "deed"]);
        let number = columns.maybe_whole()?;
        let number = columns.need(number)?;
        if !visit(PastAction { number, nature: columns.code()?, action_kind: columns.code()? }) {
            break;
        }
    }
    Ok(())
}

/// Who last changed the record that a change is about, and when.
pub(crate) fn last_touch(conn: &Connection, change: &Change) -> Result<Option<(StaffId, NaiveDateTime)>> {
    let mut statement = conn.prepare_cached(LAST_OF_SUBJECT)?;
    let mut rows = statement.query([subject_of(change)?])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let mut columns = Columns::new(row, "history", &["at", "by"]);
    let at = columns.moment()?;
    Ok(Some((columns.id()?, at)))
}

fn trace(row: &Row<'_>) -> Result<Trace> {
    let mut columns = Columns::new(row, "history", &["step", "at", "taken", "by", "nature", "deed", "body"]);
    let number = columns.maybe_whole()?;
    Ok(Trace {
        number: columns.need(number)?,
        at: Moment::stored(columns.moment()?, columns.maybe_date()?),
        by: columns.id()?,
        nature: columns.code()?,
        action_kind: columns.code()?,
        change: columns.json()?,
    })
}

impl House {
    /// The changes on a case, newest first: of the case and its child, the people, analyses, goals, interventions,
    /// documents, plans, appointments, talks with what belongs to them, and days. Includes records removed since and
    /// leaves out restricted notes.
    ///
    /// Returns at most `limit` changes of days and `limit` of everything else, because the register would otherwise push
    /// the rest out of sight.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn history_of_case(&self, case: CaseId, limit: usize) -> Result<Vec<Trace>> {
        let tx = self.snapshot()?;
        let take = |seqs: &mut Vec<i64>, sql: &str, key: &str| -> Result<()> {
            let mut statement = tx.prepare_cached(sql)?;
            let found = statement.query_map([key], |row| row.get(0))?;
            for seq in found {
                seqs.push(seq?);
            }
            Ok(())
        };
        let (mut days, mut rest) = (Vec::new(), Vec::new());
        for (table, sql) in row::tables_of_case() {
            let mut statement = tx.prepare_cached(sql)?;
            let ids = statement.query_map([case.as_u128().to_be_bytes()], |row| row.get::<_, [u8; 16]>(0))?;
            for id in ids {
                let id = CaseId::from_u128(u128::from_be_bytes(id?));
                take(&mut rest, SEQS_OF, &format!("{table}/{id}"))?;
            }
        }
        take(&mut days, SEQS_OF_DAYS, &case.to_string())?;
        let mut removed = tx.prepare_cached(REMOVED_OF_CASE)?;
        let child = row::read::<Case>(&tx, &case)?.map(|case| case.child);
        for child in child.map_or_else(|| Ok(vec![]), |child| identities(&tx, child))? {
            take(&mut rest, SEQS_OF, &row::subject::<Child>(&child)?)?;
            let of = (case.to_string(), child.to_string());
            let subjects = removed.query_map(of, |row| row.get::<_, String>(0))?;
            for subject in subjects {
                take(&mut rest, SEQS_OF, &subject?)?;
            }
        }
        for seqs in [&mut days, &mut rest] {
            // A record that was removed and restored is found by both statements.
            seqs.sort_unstable_by_key(|seq| std::cmp::Reverse(*seq));
            seqs.dedup();
            seqs.truncate(limit);
        }
        let mut seqs = [days, rest].concat();
        seqs.sort_unstable_by_key(|seq| std::cmp::Reverse(*seq));
        seqs.dedup();
        let mut one = tx.prepare_cached(ONE)?;
        let mut traces = Vec::with_capacity(seqs.len());
        for seq in seqs {
            let mut rows = one.query([seq])?;
            if let Some(row) = rows.next()? {
                traces.push(trace(row)?);
            }
        }
        Ok(traces)
    }

    /// Every change of one day of a case, oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn history_of_day(&self, case: CaseId, date: NaiveDate) -> Result<Vec<Trace>> {
        self.traces(OF_SUBJECT, [row::subject::<Day>(&(case, date))?])
    }

    /// Every change of the appointments and the closures, oldest first. Includes records removed since.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn history_of_calendar(&self) -> Result<Vec<Trace>> {
        self.traces(OF_CALENDAR, [])
    }

    fn traces(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Trace>> {
        let mut statement = self.conn().prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut traces = Vec::new();
        while let Some(row) = rows.next()? {
            traces.push(trace(row)?);
        }
        Ok(traces)
    }
}

/// Omits the change, because it holds names and note text.
impl fmt::Debug for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, at, by, nature, action_kind, .. } = self;
        write!(f, "Trace({number}, {at}, {by}, {nature:?}, {action_kind:?})")
    }
}
