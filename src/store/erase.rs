//! Erasing: the records of children are taken out of every table, the search index, the drafts, the history and the access
//! log, and the file is written anew without them. What stays is that they were erased.
//!
//! It is the one way in which records go without a change that keeps them. The house is this connection's alone meanwhile,
//! so that no log beside it holds older pages; after a crash it is as before, or the records are gone.

mod drafts;
mod history;
pub(crate) mod list;
mod looks;
mod trigger;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Transaction};
use trivsel_domain::decide::{Action, Denied, Reason};
use trivsel_domain::record::{Change, Child, Erasure, RecordKind, TwoChildren};
use trivsel_domain::value::{AnyKey, CaseId, ChildId, ErasureId, Line, PersonName, TalkId};

use crate::nouns::talk::untag;
use crate::row::subject_of;
use crate::{
    Asker, House, Receipt, Result, StoreError, belongings, mint, nouns, removal, row, sealed_rows,
    search_index,
};

/// What an erasure takes away, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erasing {
    /// The records, by their type.
    pub records: BTreeMap<RecordKind, usize>,
    /// Drafts.
    pub drafts: usize,
    /// Changes in the history.
    pub changes: usize,
    /// Texts of searches and of reasons in the access log.
    pub searches: usize,
}

/// Everything of some children.
struct Theirs {
    /// The changes that would remove the records, each after what it belongs to.
    removals: Vec<Change>,
    /// How the history names the records.
    subjects: BTreeSet<String>,
    /// Identities that say in a text whose it is: of the children, their cases and their talks.
    marks: BTreeSet<String>,
    cases: Vec<CaseId>,
    /// The names of the children and of the people around them.
    names: Vec<PersonName>,
}

impl Theirs {
    fn of(conn: &Connection, children: &[ChildId]) -> Result<Self> {
        // Also the records that were merged into theirs, which only the history still has.
        let mut identities: BTreeSet<ChildId> = BTreeSet::new();
        for child in children {
            identities.extend(nouns::child::identities(conn, *child)?);
        }
        let mut roots: Vec<AnyKey> = children.iter().map(|child| (*child).into()).collect();
        // A note about them that was written on another child is theirs too.
        roots.extend(notes_elsewhere(conn, children)?.into_iter().map(AnyKey::from));
        // Also what says of another child that it is none of them.
        let known: Vec<ChildId> = identities.iter().copied().collect();
        let found = row::all::<TwoChildren>(conn)?.into_iter().filter(|two| two.names(&known));
        roots.extend(found.map(|two| AnyKey::from(two.id)));
        let removals = belongings::removals(conn, &roots)?;
        let mut theirs = Self {
            subjects: removals.iter().map(subject_of).collect::<Result<_>>()?,
            marks: identities.iter().map(ChildId::to_string).collect(),
            cases: Vec::new(),
            names: Vec::new(),
            removals,
        };
        let mut talks: Vec<TalkId> = Vec::new();
        for change in &theirs.removals {
            match change {
                Change::Person(edit) => theirs.names.extend(edit.old().map(|person| person.name.clone())),
                Change::Case(edit) => theirs.cases.push(edit.key()),
                Change::Talk(edit) => talks.push(edit.key()),
                _ => {}
            }
        }
        theirs.marks.extend(theirs.cases.iter().map(CaseId::to_string));
        theirs.marks.extend(talks.iter().map(TalkId::to_string));
        for child in identities {
            theirs.subjects.insert(row::subject::<Child>(&child)?);
            theirs.names.extend(nouns::child::names_of(conn, child)?);
        }
        Ok(theirs)
    }

    /// Whether a text, such as JSON, holds one of their identities.
    fn is_in(&self, text: &str) -> bool {
        // An identity stands by itself between quotes, with or without hyphens.
        text.split('"').any(|part| match part.len() {
            36 => self.marks.contains(part),
            32 => part.parse::<CaseId>().is_ok_and(|id| self.marks.contains(&id.to_string())),
            _ => false,
        })
    }

    /// The records, by their type.
    fn records(&self) -> BTreeMap<RecordKind, usize> {
        let mut records = BTreeMap::new();
        for change in &self.removals {
            *records.entry(change.kind()).or_default() += 1;
        }
        records
    }

    fn counted(&self, conn: &Connection) -> Result<Erasing> {
        Ok(Erasing {
            records: self.records(),
            drafts: drafts::theirs(conn, self)?.len(),
            changes: history::theirs(conn, self)?.len(),
            searches: looks::theirs(conn, self)?.len(),
        })
    }
}

/// The notes that stand on other children and are marked as belonging to these.
fn notes_elsewhere(conn: &Connection, children: &[ChildId]) -> Result<Vec<TalkId>> {
    const MARKED: &str = "SELECT talk_id FROM misplacement JOIN case_file ON case_file.id = right_case
        WHERE child_id = ?1";
    let mut found = Vec::new();
    let mut statement = conn.prepare_cached(MARKED)?;
    for child in children {
        let mut rows = statement.query([child.as_u128().to_be_bytes()])?;
        while let Some(row) = rows.next()? {
            found.push(TalkId::from_u128(u128::from_be_bytes(row.get(0)?)));
        }
    }
    Ok(found)
}

fn erase_action(children: &[ChildId], reason: &Line) -> Action {
    let id = ErasureId::from_u128(mint());
    Action::Erase { id, children: children.to_vec(), reason: reason.clone() }
}

impl House {
    /// Counts what erasing these children would take away. Changes nothing.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn would_erase(&self, children: &[ChildId]) -> Result<Erasing> {
        let tx = self.snapshot()?;
        Theirs::of(&tx, children)?.counted(&tx)
    }

    /// Whether the rules allow to erase these children now.
    ///
    /// # Errors
    /// [`Denied::Refused`] with every reason against it; [`Denied::Failed`] with `Busy`, `Corrupt`, `UnknownCode`,
    /// `Database`.
    pub fn may_erase(&mut self, asker: Asker, children: &[ChildId]) -> Result<(), Denied<StoreError>> {
        // The reason that goes on record is not known yet, and the rules do not read it.
        let reason = Line::new("–").map_err(|_| Reason::NothingWritten)?;
        self.check(asker, &erase_action(children, &reason)).map(drop)
    }

    /// Erases children whose cases ended long ago.
    ///
    /// # Errors
    /// [`Denied::Refused`] by the rules; [`Denied::Failed`] with `HouseInUse` if another connection has the house open, in
    /// this process or another; `DiskFull`, `ReadOnly`, `Corrupt`, `Io`, `Database`. Nothing is erased then.
    pub fn erase(
        &mut self,
        asker: Asker,
        children: &[ChildId],
        reason: &Line,
    ) -> Result<Erasing, Denied<StoreError>> {
        self.erase_alone(asker, &erase_action(children, reason), children)
    }

    /// Erases again what a later house has erased, in a house that was restored from an older backup. Returns how many
    /// erasures were done again.
    ///
    /// # Errors
    /// As [`House::erase`].
    pub fn erase_again(&mut self, asker: Asker, later: &[Erasure]) -> Result<usize, Denied<StoreError>> {
        let known = self.erasures().map_err(Denied::Failed)?;
        let missing: Vec<Erasure> =
            later.iter().filter(|one| !known.iter().any(|known| known.id == one.id)).cloned().collect();
        if missing.is_empty() {
            return Ok(0);
        }
        let children: Vec<ChildId> = missing.iter().flat_map(|one| one.children.iter().copied()).collect();
        let count = missing.len();
        self.erase_alone(asker, &Action::EraseAgain(missing), &children)?;
        Ok(count)
    }

    fn erase_alone(
        &mut self,
        asker: Asker,
        action: &Action,
        children: &[ChildId],
    ) -> Result<Erasing, Denied<StoreError>> {
        self.check(asker, action)?;
        let key = self.key_and_folder().map(|(_, key)| key.clone());
        if let Some(key) = &key {
            self.place().map_err(Denied::Failed)?;
            if let Err(error) = removal::be_alone(self) {
                // The connection goes on as before, beside the others.
                self.reopen(key).map_err(Denied::Failed)?;
                return Err(Denied::Failed(error));
            }
        }
        let done = self.take_out(asker, action, children);
        // Pages without content are given back to the disk. They were overwritten already.
        let shrunk = done.and_then(|erasing| {
            self.conn().execute_batch("VACUUM").map_err(|error| Denied::Failed(error.into()))?;
            Ok(erasing)
        });
        if let Some(key) = key {
            self.reopen(&key).map_err(Denied::Failed)?;
        }
        self.forget_all();
        let erasing = shrunk?;
        // The list beside the house and the backups is written again with every backup, so a place out of reach is no failure.
        let _ = self.keep_erasures();
        Ok(erasing)
    }

    /// Erases in one transaction.
    fn take_out(
        &mut self,
        asker: Asker,
        action: &Action,
        children: &[ChildId],
    ) -> Result<Erasing, Denied<StoreError>> {
        // Both closures hold it, one after the other.
        let guards: RefCell<Vec<trigger::Guard>> = RefCell::default();
        let mut erasing = Erasing::default();
        let done: Result<Receipt, _> = self.perform_around(
            asker,
            action,
            |tx, changes| {
                tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
                guards.replace(trigger::take_down(tx)?);
                // A consultation that loses a name is written anew, with its tags.
                for change in changes {
                    if let Change::Talk(edit) = change {
                        untag(tx, edit.key())?;
                    }
                }
                Ok(())
            },
            |tx, chain| {
                let theirs = Theirs::of(tx, children)?;
                erasing = Erasing {
                    records: theirs.records(),
                    changes: history::erase(tx, chain, &theirs)?,
                    searches: looks::erase(tx, chain, &theirs)?,
                    drafts: drafts::erase(tx, &theirs)?,
                };
                sealed_rows::seal_drafts(tx, chain)?;
                remove(tx, &theirs)?;
                search_index::build_anew(tx)?;
                refuse_dangling(tx)?;
                trigger::put_back(tx, &guards.borrow())
            },
        );
        done.map(|_| erasing)
    }
}

/// Removes the rows, those that belong to others first.
fn remove(tx: &Transaction<'_>, theirs: &Theirs) -> Result<()> {
    tx.execute_batch("DELETE FROM findable")?;
    for change in theirs.removals.iter().rev() {
        row::erase_record(tx, change)?;
    }
    Ok(())
}

/// Refuses to leave a reference to an erased row.
fn refuse_dangling(tx: &Transaction<'_>) -> Result<()> {
    let mut statement = tx.prepare("PRAGMA foreign_key_check")?;
    if statement.exists([])? {
        return Err(StoreError::Corrupt {
            table: "database",
            what: "a record that stays refers to an erased one",
        });
    }
    Ok(())
}
