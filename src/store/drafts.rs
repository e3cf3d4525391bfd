//! Drafts: text that is not on record yet, saved as it is typed, so that nothing typed is lost.
//!
//! A draft is in the encrypted database, and in nothing else: not in the history, not among the records, not in an
//! export. Only its author and those who write in it with them see it. Each save carries the revision it was made
//! from, so that of two screens the second is told and nothing of the first is written over.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use chrono::NaiveDateTime;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params_from_iter};
use trivsel_domain::decide::{Action, Denied};
use trivsel_domain::record::Programme;
use trivsel_domain::value::{CaseId, DraftId, StaffId, TalkId};

use crate::column::{self, Columns, maybe};
use crate::open::PATIENCE;
use crate::{Asker, House, HouseFolder, HouseKey, OpenMode, Receipt, Result, StoreError};

/// How long a draft waits for a colleague's write: whoever types must not.
const IMPATIENCE: Duration = Duration::from_millis(250);

const COLUMNS: [&str; 12] = [
    "id", "author", "form", "case_id", "fields", "writers", "revision", "saved_at", "held_by", "holder",
    "held_at", "base",
];
/// One, for who writes in it: id, reader, reader's text.
const ONE: &str =
    "SELECT id, author, form, case_id, fields, writers, revision, saved_at, held_by, holder, held_at, base
    FROM draft WHERE id = ?1
    AND (author = ?2 OR EXISTS (SELECT 1 FROM json_each(draft.writers) WHERE value = ?3))";
const ALL: &str =
    "SELECT id, author, form, case_id, fields, writers, revision, saved_at, held_by, holder, held_at, base
    FROM draft
    WHERE author = ?1 OR EXISTS (SELECT 1 FROM json_each(draft.writers) WHERE value = ?2)
    ORDER BY saved_at DESC, id DESC";
const ADDING: &str =
    "SELECT id, author, form, case_id, fields, writers, revision, saved_at, held_by, holder, held_at, base
    FROM draft WHERE form = 'addendum' AND json_extract(fields, '$.target') = ?1 AND author <> ?2
    AND held_by IS NOT NULL ORDER BY held_at, id";
const MAKE: &str = "INSERT INTO draft
    (id, author, form, case_id, fields, writers, revision, saved_at, held_by, holder, held_at, base)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
/// Another screen that holds it goes on holding it.
const SAVE: &str = "UPDATE draft SET case_id = ?2, fields = ?3, writers = ?4, revision = ?5, saved_at = ?6,
    holder = iif(coalesce(held_by, ?7) = ?7, ?8, holder), held_at = iif(coalesce(held_by, ?7) = ?7, ?6, held_at),
    held_by = coalesce(held_by, ?7), base = ?9
    WHERE id = ?1";
const HOLD: &str = "UPDATE draft SET held_by = ?2, holder = ?3, held_at = ?4 WHERE id = ?1";
const RELEASE: &str =
    "UPDATE draft SET held_by = NULL, holder = NULL, held_at = NULL WHERE id = ?1 AND held_by = ?2";
const DROP: &str = "DELETE FROM draft WHERE id = ?1";

/// A form as it was last typed, also where it makes no sense yet.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which.
    pub id: DraftId,
    /// Whose.
    pub author: StaffId,
    /// Of which form, 1 to 40 letters: `talk`.
    pub form: String,
    /// For which case.
    pub case: Option<CaseId>,
    /// What each field holds, by name.
    pub fields: BTreeMap<String, String>,
    /// The record that it began from, as JSON: `null` where there was none yet. Nothing where that is not known, as in
    /// drafts of before schema 6, and in forms that change no record.
    pub base: Option<String>,
    /// Who else writes in it.
    pub writers: Vec<StaffId>,
    /// One more with each save; 0 before the first.
    pub revision: u32,
    /// When it was last saved, in the house's own time zone, to the second.
    pub saved_at: NaiveDateTime,
    /// Which screen has it open. Not saved with it: [`House::hold_draft`] and the saves see to it.
    pub held: Option<Held>,
}

/// That a screen has a draft open. A screen that broke down leaves its hold behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which screen: a number it made itself, with [`mint`](crate::mint).
    pub screen: u128,
    /// Whose.
    pub by: StaffId,
    /// When it last said so, by opening or saving.
    pub at: NaiveDateTime,
}

/// How a save went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is on the disk.
    Kept {
        /// The draft's new revision.
        revision: u32,
    },
    /// Somebody saved another text meanwhile: that one stands, and nothing was written over.
    Overtaken(Box<Draft>),
    /// It is there no more, and was not written: signed or dropped elsewhere, or no longer open to who asks.
    Gone,
}

/// What it takes to open the same house once more, from another thread.
#[derive(Clone)]
pub struct Twin {
    folder: HouseFolder,
    key: HouseKey,
    profiles: Vec<Programme>,
}

impl Twin {
    /// Opens the house for writing, on a connection of its own.
    ///
    /// # Errors
    /// As [`House::open_for`].
    pub fn open(&self) -> Result<House> {
        House::open_for(&self.folder, &self.key, OpenMode::Write, self.profiles.clone())
    }
}

impl House {
    /// The drafts that somebody wrote or writes in, last saved first.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn drafts(&self, reader: StaffId) -> Result<Vec<Draft>> {
        let mut statement = self.conn().prepare_cached(ALL)?;
        let mut rows = statement.query(params_from_iter([column::id(reader), column::text(&reader)]))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(draft(row)?);
        }
        Ok(found)
    }

    /// A draft, if the reader wrote it or writes in it.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn draft(&self, id: DraftId, reader: StaffId) -> Result<Option<Draft>> {
        read(self.conn(), id, reader)
    }

    /// Whose screen holds an addition to a talk that somebody else than the reader writes, the longest first. Only
    /// who and since when: what they write is theirs.
    ///
    /// # Errors
    /// `Corrupt`, `Busy`, `Database`.
    pub fn who_adds(&self, talk: TalkId, reader: StaffId) -> Result<Vec<Held>> {
        let mut statement = self.conn().prepare_cached(ADDING)?;
        let mut rows = statement.query(params_from_iter([column::text(&talk), column::id(reader)]))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.extend(draft(row)?.held);
        }
        Ok(found)
    }

    /// Takes hold of a draft for a screen, and says which other screen held it before. Nothing where there is none
    /// for who asks.
    ///
    /// # Errors
    /// `ReadOnly`, `Busy` (after a quarter of a second), `DiskFull`, `Corrupt`, `Database`.
    pub fn hold_draft(
        &mut self,
        asker: Asker,
        screen: u128,
        id: DraftId,
    ) -> Result<Option<(Draft, Option<Held>)>> {
        let asker = asker.to_the_second();
        self.write_at_once(|tx| {
            let Some(mut draft) = read(tx, id, asker.staff)? else { return Ok(None) };
            let held = Held { screen, by: asker.staff, at: asker.at };
            let [by, holder, at] = hold(held);
            tx.prepare_cached(HOLD)?.execute(params_from_iter([column::id(id), by, holder, at]))?;
            let before = draft.held.replace(held).filter(|h| h.screen != screen);
            Ok(Some((draft, before)))
        })
    }

    /// Lets go of a draft, if this screen holds it.
    ///
    /// # Errors
    /// `ReadOnly`, `Busy` (after a quarter of a second), `DiskFull`, `Database`.
    pub fn release_draft(&mut self, screen: u128, id: DraftId) -> Result<()> {
        self.write_at_once(|tx| {
            let values = [column::id(id), Value::Blob(screen.to_be_bytes().to_vec())];
            tx.prepare_cached(RELEASE)?.execute(params_from_iter(values))?;
            Ok(())
        })
    }

    /// Saves a draft that was made from its `revision`, if that is still the one on the disk. A new one, of revision
    /// 0, is the asker's own; author and form then stay. When this returns `Kept`, it is on the disk.
    ///
    /// # Errors
    /// `ReadOnly`, `Busy` (after a quarter of a second), `DiskFull`, `Corrupt`, `Database`. What was saved before is
    /// then still there, and the same save may be tried again.
    pub fn save_draft(&mut self, asker: Asker, screen: u128, draft: &Draft) -> Result<Saved> {
        let asker = asker.to_the_second();
        self.write_at_once(|tx| {
            let stored = read(tx, draft.id, asker.staff)?;
            match stored {
                Some(stored) if stored.revision != draft.revision => {
                    return Ok(Saved::Overtaken(Box::new(stored)));
                }
                None if draft.revision > 0 || exists(tx, draft.id)? => return Ok(Saved::Gone),
                _ => {}
            }
            let revision = draft.revision.saturating_add(1);
            let [by, holder, at] = hold(Held { screen, by: asker.staff, at: asker.at });
            let id = column::id(draft.id);
            let case = maybe(draft.case, column::id);
            let (fields, writers) = (column::json(&draft.fields)?, column::json(&draft.writers)?);
            let base = maybe(draft.base.clone(), Value::Text);
            if draft.revision == 0 {
                let form = column::text(&draft.form);
                let (author, saved) = (holder.clone(), at.clone());
                let revision = column::whole(revision);
                let values = [id, author, form, case, fields, writers, revision, saved, by, holder, at, base];
                tx.prepare_cached(MAKE)?.execute(params_from_iter(values))?;
            } else {
                let values = [id, case, fields, writers, column::whole(revision), at, by, holder, base];
                tx.prepare_cached(SAVE)?.execute(params_from_iter(values))?;
            }
            Ok(Saved::Kept { revision })
        })
    }

    /// Throws a draft away, if the asker wrote it or writes in it; answers whether there was one.
    ///
    /// # Errors
    /// `ReadOnly`, `Busy` (after a quarter of a second), `DiskFull`, `Corrupt`, `Database`.
    pub fn drop_draft(&mut self, asker: Asker, id: DraftId) -> Result<bool> {
        self.write_at_once(|tx| match read(tx, id, asker.staff)? {
            Some(_) => remove(tx, id).map(|()| true),
            None => Ok(false),
        })
    }

    /// Does what is asked, and removes the draft it was written in, whole or not at all. A draft that is not there,
    /// or that others write, changes nothing.
    ///
    /// # Errors
    /// As [`House::perform`]; the draft is then still there.
    pub fn perform_from_draft(
        &mut self,
        asker: Asker,
        action: &Action,
        id: DraftId,
    ) -> Result<Receipt, Denied<StoreError>> {
        self.perform_with(asker, action, |tx| match read(tx, id, asker.staff)? {
            Some(_) => remove(tx, id),
            None => Ok(()),
        })
    }

    /// What another thread needs to open this house too; nothing in memory, or where it can only be read.
    #[must_use]
    pub fn twin(&self) -> Option<Twin> {
        let (folder, key) = self.place().ok()?;
        Some(Twin { folder: folder.clone(), key: key.clone(), profiles: self.profiles().to_vec() })
    }

    /// [`House::write`] for who types: waits a moment, not ten seconds.
    fn write_at_once<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        self.conn().busy_timeout(IMPATIENCE)?;
        let done = self.write(work);
        self.conn().busy_timeout(PATIENCE)?;
        done
    }
}

pub(crate) fn read(conn: &Connection, id: DraftId, reader: StaffId) -> Result<Option<Draft>> {
    let mut statement = conn.prepare_cached(ONE)?;
    let values = [column::id(id), column::id(reader), column::text(&reader)];
    statement.query_row(params_from_iter(values), |row| Ok(draft(row))).optional()?.transpose()
}

fn exists(conn: &Connection, id: DraftId) -> Result<bool> {
    Ok(conn.prepare_cached("SELECT 1 FROM draft WHERE id = ?1")?.exists([column::id(id)])?)
}

fn remove(conn: &Connection, id: DraftId) -> Result<()> {
    conn.prepare_cached(DROP)?.execute([column::id(id)])?;
    Ok(())
}

/// Screen, holder, since when.
fn hold(held: Held) -> [Value; 3] {
    let at = Value::Text(held.at.format("%Y-%m-%dT%H:%M:%S").to_string());
    [Value::Blob(held.screen.to_be_bytes().to_vec()), column::id(held.by), at]
}

fn draft(row: &Row<'_>) -> Result<Draft> {
    let mut columns = Columns::new(row, "draft", &COLUMNS);
    Ok(Draft {
        id: columns.id()?,
        author: columns.id()?,
        form: columns.text()?,
        case: columns.maybe_id()?,
        fields: columns.json()?,
        writers: columns.json()?,
        revision: columns.whole()?,
        saved_at: columns.moment()?,
        held: match (columns.maybe_id()?, columns.maybe_id()?, columns.maybe_moment()?) {
            (Some(screen), Some(by), Some(at)) => Some(Held { screen, by, at }),
            (None, None, None) => None,
            _ => return Err(columns.corrupt("half a hold")),
        },
        base: columns.maybe_text()?,
    })
}

/// Without what was typed.
impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, author, form, case, fields, revision, held, .. } = self;
        f.debug_struct("Draft")
            .field("id", id)
            .field("author", author)
            .field("form", form)
            .field("case", case)
            .field("fields", &fields.len())
            .field("revision", revision)
            .field("held", held)
            .finish_non_exhaustive()
    }
}

/// Without the key.
impl fmt::Debug for Twin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Twin").field("folder", &self.folder).finish_non_exhaustive()
    }
}
