//! Drafts: text that is not on record yet, saved as it is typed, so that nothing typed is lost.
//!
//! A draft is kept in the encrypted database only: not in the history, the records or an export. Only its author and
//! its other writers see it. Each save carries the revision it was made from, so when two screens save the same draft,
//! the second is told and does not overwrite the first.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use chrono::NaiveDateTime;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params_from_iter};
use serde::{Deserialize, Serialize};
use trivsel_domain::decide::{Action, Denied};
use trivsel_domain::record::Programme;
use trivsel_domain::value::{CaseId, DraftId, StaffId, TalkId};

use crate::column::{self, Columns, maybe};
use crate::history::Chain;
use crate::{Aside, Asker, House, HouseFolder, HouseKey, OpenMode, Receipt, Result, StoreError};
use crate::{aside, sealed_rows};

/// How long saving a draft waits for a colleague's write. It is short, because the user is typing.
const IMPATIENCE: Duration = Duration::from_millis(250);

const COLUMNS: [&str; 12] = [
    "id", "author", "form", "case_id", "fields", "writers", "revision", "saved_at", "held_by", "holder",
    "held_at", "base",
];
/// Selects one draft if the reader may see it. Parameters: draft, reader, reader as text.
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
/// Saves a draft. If another screen holds it, that hold stays.
const SAVE: &str = "UPDATE draft SET case_id = ?2, fields = ?3, writers = ?4, revision = ?5, saved_at = ?6,
    holder = iif(coalesce(held_by, ?7) = ?7, ?8, holder), held_at = iif(coalesce(held_by, ?7) = ?7, ?6, held_at),
    held_by = coalesce(held_by, ?7), base = ?9
    WHERE id = ?1";
const HOLD: &str = "UPDATE draft SET held_by = ?2, holder = ?3, held_at = ?4 WHERE id = ?1";
const RELEASE: &str =
    "UPDATE draft SET held_by = NULL, holder = NULL, held_at = NULL WHERE id = ?1 AND held_by = ?2";
const DROP: &str = "DELETE FROM draft WHERE id = ?1";

/// A form as it was last typed, valid or not.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The draft's identity.
    pub id: DraftId,
    /// The member of staff who began it.
    pub author: StaffId,
    /// The name of the form, 1 to 40 letters, such as `talk`.
    pub form: String,
    /// The case it is for.
    pub case: Option<CaseId>,
    /// The typed text of each field, by field name.
    pub fields: BTreeMap<String, String>,
    /// The record that the form changes, as JSON, as it was when the draft began; `null` if there was none yet. `None` if
    /// that is unknown (drafts from before schema 6) or the form changes no record.
    pub base: Option<String>,
    /// The other members of staff who write in it.
    pub writers: Vec<StaffId>,
    /// Counts the saves, from 0 before the first.
    pub revision: u32,
    /// When it was last saved, in the house's own time zone, to the second.
    pub saved_at: NaiveDateTime,
    /// The screen that has it open. Saving ignores this field; [`House::hold_draft`] and the saves set the hold.
    #[serde(skip)]
    pub held: Option<Held>,
}

/// A screen's hold on a draft that it has open. A screen that crashed leaves its hold behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The screen's own number, from [`mint`](crate::mint).
    pub screen: u128,
    /// The member of staff at the screen.
    pub by: StaffId,
    /// When the screen last opened or saved the draft, in the house's own time zone, to the second.
    pub at: NaiveDateTime,
}

/// The result of a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The draft is on the disk.
    Kept {
        /// The draft's new revision.
        revision: u32,
    },
    /// Another screen saved a newer revision, which is given here. Nothing was written.
    Overtaken(Box<Draft>),
    /// The draft was signed or dropped elsewhere, or the asker no longer writes in it. Nothing was written.
    Gone,
}

/// What another thread needs to open the same house.
#[derive(Clone)]
pub struct Twin {
    folder: HouseFolder,
    key: HouseKey,
    profiles: Vec<Programme>,
    chain: Option<Chain>,
}

impl Twin {
    /// Opens the house for writing on a new connection.
    ///
    /// # Errors
    /// As [`House::open_for`].
    pub fn open(&self) -> Result<House> {
        House::open_for(&self.folder, &self.key, OpenMode::Write, self.profiles.clone())
    }

    /// Writes a draft to a sealed file of its own beside the house, without opening it: another program may hold the
    /// database. The next program of this writer takes it up, with [`House::asides`].
    ///
    /// # Errors
    /// `NoRandomness`, `DiskFull`, `ReadOnly`, `Io`; `Database` if the house did not read when this twin was made.
    pub fn set_aside(&self, by: StaffId, draft: &Draft) -> Result<Aside> {
        let chain =
            self.chain.as_ref().ok_or(StoreError::Database { code: 0, what: "no key to seal with" })?;
        aside::set(&self.folder, chain, by, draft)
    }

    /// Opens the house for reading on a new connection.
    ///
    /// # Errors
    /// As [`House::open_for`].
    pub fn open_for_reading(&self) -> Result<House> {
        House::open_for(&self.folder, &self.key, OpenMode::Read, self.profiles.clone())
    }
}

impl House {
    /// The drafts that the reader wrote or writes in, last saved first.
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

    /// The holds on other authors' addenda drafts to a talk, oldest first. Their text is not returned, because a draft
    /// is visible to its writers only.
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

    /// Takes hold of a draft for a screen and returns it with the hold of another screen before, if any. `None` if the
    /// asker has no such draft.
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

    /// Releases a draft if this screen holds it.
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

    /// Saves a draft if its `revision` is still the one on the disk. Revision 0 makes a new draft with the asker as
    /// author; later saves change neither author nor form. When this returns `Kept`, the draft is on the disk.
    ///
    /// # Errors
    /// `ReadOnly`, `Busy` (after a quarter of a second), `DiskFull`, `Corrupt`, `Database`. The save
    /// before is then still there, and the same save may be tried again.
    pub fn save_draft(&mut self, asker: Asker, screen: u128, draft: &Draft) -> Result<Saved> {
        let asker = asker.to_the_second();
        let chain = self.remembered()?.chain(self.conn())?;
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
            sealed_rows::seal_draft(tx, &chain, draft.id.as_u128().to_be_bytes())?;
            Ok(Saved::Kept { revision })
        })
    }

    /// Deletes a draft if the asker wrote it or writes in it. Returns whether there was one.
    ///
    /// # Errors
    /// `ReadOnly`, `Busy` (after a quarter of a second), `DiskFull`, `Corrupt`, `Database`.
    pub fn drop_draft(&mut self, asker: Asker, id: DraftId) -> Result<bool> {
        let chain = self.remembered()?.chain(self.conn())?;
        self.write_at_once(|tx| match read(tx, id, asker.staff)? {
            Some(_) => remove(tx, &chain, id).map(|()| true),
            None => Ok(false),
        })
    }

    /// Performs an action and removes the draft it was written in, in one transaction. The action is performed also if
    /// the draft is missing or belongs to others; such a draft is left alone.
    ///
    /// # Errors
    /// As [`House::perform`]; the draft is then still there.
    pub fn perform_from_draft(
        &mut self,
        asker: Asker,
        action: &Action,
        id: DraftId,
    ) -> Result<Receipt, Denied<StoreError>> {
        let chain = self.remembered().and_then(|r| r.chain(self.conn())).map_err(Denied::Failed)?;
        self.perform_with(asker, action, |tx| match read(tx, id, asker.staff)? {
            Some(_) => remove(tx, &chain, id),
            None => Ok(()),
        })
    }

    /// What another thread needs to open this house too. `None` if the house is in memory or can only be read.
    #[must_use]
    pub fn twin(&self) -> Option<Twin> {
        self.place().ok()?;
        self.reader()
    }

    /// What another thread needs to read this house too. `None` if the house is in memory.
    #[must_use]
    pub fn reader(&self) -> Option<Twin> {
        let (folder, key) = self.key_and_folder()?;
        let chain = self.remembered().and_then(|r| r.chain(self.conn())).ok();
        Some(Twin { folder: folder.clone(), key: key.clone(), profiles: self.profiles().to_vec(), chain })
    }

    /// [`House::write`], but waits at most [`IMPATIENCE`] for other writers, because the user is typing.
    fn write_at_once<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        self.wait_for_writers(IMPATIENCE.min(self.patience()))?;
        let done = self.write(work);
        self.wait_for_writers(self.patience())?;
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

fn remove(conn: &Connection, chain: &Chain, id: DraftId) -> Result<()> {
    conn.prepare_cached(DROP)?.execute([column::id(id)])?;
    sealed_rows::seal_drafts(conn, chain)
}

/// The values of a hold's columns: screen, holder, time.
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

/// Omits what was typed.
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

/// Omits the key.
impl fmt::Debug for Twin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Twin").field("folder", &self.folder).finish_non_exhaustive()
    }
}
