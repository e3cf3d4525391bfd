//! The log of talks: the list, filtered, and one talk opened with what belongs to it.
//!
//! The list shows a restricted note to everybody, but sealed: it shows that the note exists and who may open it. Only
//! [`House::open_talk`] shows the content, and the access log records every look.

mod question;

use std::fmt;

use chrono::NaiveDate;
use rusqlite::{Connection, TransactionBehavior, params_from_iter};
use trivsel_domain::decide::{Denied, Reason, refuse_strangers};
use trivsel_domain::record::{Addendum, FollowUp, Measure, Misplacement, OpenTo, Staff, Talk, TalkKind};
use trivsel_domain::value::{CaseId, Line, StaffId, TalkId, TimeOfDay};

pub(crate) use self::question::Question;
pub use self::question::TalkQuery;
use crate::access_log::Access;
use crate::nouns;
use crate::row::{self, select};
use crate::snapshot::Snapshot;
use crate::{Asker, House, Result, StoreError};

/// A talk's position in the log, which runs from the newest to the oldest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LogKey {
    /// The talk's date.
    pub date: NaiveDate,
    /// When it began. A talk without a time comes after the timed talks of its day.
    pub start: Option<TimeOfDay>,
    /// The talk's identity, which orders talks that began at the same time.
    pub id: TalkId,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// A talk that is open to the house.
    Open {
        /// The talk.
        talk: Box<Talk>,
        /// How many addenda it has.
        addenda: u32,
    },
    /// A restricted or misplaced talk. It is sealed in the list also for those who may open it.
    Sealed(Box<Sealed>),
}

/// What everybody sees of a restricted or misplaced note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The talk's identity.
    pub id: TalkId,
    /// The case it is about; `None` for a consultation.
    pub case: Option<CaseId>,
    /// The kind of talk.
    pub kind: TalkKind,
    /// The day it was held.
    pub date: NaiveDate,
    /// When it began, if that is on record.
    pub start: Option<TimeOfDay>,
    /// The member of staff who wrote it.
    pub author: StaffId,
    /// Those besides the author who may open it, as its author wrote.
    pub open_to: OpenTo,
    /// The mark of a note on the wrong child. Only its author and the leaders among `open_to` may open it.
    pub misplaced: Option<Misplacement>,
    /// Whether the reader may open it.
    pub for_reader: bool,
}

/// A talk with what belongs to it.
#[derive(Clone, PartialEq)]
pub struct OpenedTalk {
    /// The talk.
    pub talk: Talk,
    /// Its addenda, oldest first.
    pub addenda: Vec<Addendum>,
    /// The follow-ups agreed in it, by due date.
    pub follow_ups: Vec<FollowUp>,
    /// The outcome measures scored in it.
    pub measures: Vec<Measure>,
    /// The mark of a note on the wrong child.
    pub misplaced: Option<Misplacement>,
}

impl Noted {
    /// The talk's position in the log.
    #[must_use]
    pub fn key(&self) -> LogKey {
        match self {
            Self::Open { talk, .. } => LogKey { date: talk.date, start: talk.start, id: talk.id },
            Self::Sealed(sealed) => LogKey { date: sealed.date, start: sealed.start, id: sealed.id },
        }
    }

    /// The case the talk is about; `None` for a consultation.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::Open { talk, .. } => talk.case(),
            Self::Sealed(sealed) => sealed.case,
        }
    }

    /// The kind of talk.
    #[must_use]
    pub fn kind(&self) -> TalkKind {
        match self {
            Self::Open { talk, .. } => talk.kind(),
            Self::Sealed(sealed) => sealed.kind,
        }
    }

    /// The member of staff who wrote it.
    #[must_use]
    pub fn author(&self) -> StaffId {
        match self {
            Self::Open { talk, .. } => talk.author,
            Self::Sealed(sealed) => sealed.author,
        }
    }
}

/// Whether a member of staff may read a note, and its mark if it is misplaced.
fn readable(conn: &Connection, talk: &Talk, reader: StaffId) -> Result<(bool, Option<Misplacement>)> {
    let misplaced = nouns::misplacement::of_talk(conn, talk.id)?;
    let leads =
        || Ok::<_, StoreError>(row::read::<Staff>(conn, &reader)?.is_some_and(|reader| reader.leader));
    let may = Misplacement::leaves_open(talk.author, &talk.open_to, misplaced.is_some(), reader, leads)?;
    Ok((may, misplaced))
}

fn noted(conn: &Connection, talk: Talk, reader: StaffId) -> Result<Noted> {
    let (for_reader, misplaced) = readable(conn, &talk, reader)?;
    if misplaced.is_some() || talk.open_to != OpenTo::House {
        return Ok(Noted::Sealed(Box::new(Sealed {
            id: talk.id,
            case: talk.matter.case(),
            kind: talk.matter.kind(),
            date: talk.date,
            start: talk.start,
            author: talk.author,
            open_to: talk.open_to,
            misplaced,
            for_reader,
        })));
    }
    let mut count = conn.prepare_cached(nouns::addendum::HOW_MANY)?;
    let addenda = count.query_row([talk.id.as_u128().to_be_bytes()], |row| row.get(0))?;
    Ok(Noted::Open { talk: Box::new(talk), addenda })
}

impl House {
    /// Reads a page of the log, newest first. Restricted notes are sealed. A filter on theme, method or participant
    /// finds a restricted note only for those who may open it, since those fields are content.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn talks(&self, query: &TalkQuery, reader: StaffId) -> Result<Vec<Noted>> {
        let tx = self.snapshot()?;
        let Question { sql, values } = Question::list(query, reader);
        let talks: Vec<Talk> = row::list(&tx, &sql, params_from_iter(values))?;
        talks.into_iter().map(|talk| noted(&tx, talk, reader)).collect()
    }

    /// Counts the talks that fit a query, ignoring where its page begins. The count stops at `most`.
    ///
    /// # Errors
    /// `Busy`, `Database`.
    pub fn count_talks(&self, query: &TalkQuery, reader: StaffId, most: usize) -> Result<usize> {
        let Question { sql, values } = Question::count(query, reader, most);
        let count: i64 =
            self.conn().prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// The place of a consultation. `None` for a talk of a case and for a talk that is not open to the reader.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn place_of(&self, talk: TalkId, reader: StaffId) -> Result<Option<Line>> {
        let Some(talk) = row::read::<Talk>(self.conn(), &talk)? else { return Ok(None) };
        let (may, _) = readable(self.conn(), &talk, reader)?;
        Ok(talk.matter.place().filter(|_| may).cloned())
    }

    /// Opens a talk with what belongs to it. A look at a restricted or misplaced talk is written to the access log before the talk
    /// is returned, and so is a refused look. If the log can't be written, the talk is not returned.
    ///
    /// A look at a talk that is open to the house is not logged here: the caller logs the look at its case with
    /// [`House::log_access`].
    ///
    /// # Errors
    /// Refused with `NotOnStaff`, `HasLeft`, `NoSuchTalk`, `NotOpenToYou`, `OnWrongChild`; failed with `ReadOnly` and `DiskFull` for a
    /// restricted talk, `Busy`, `Corrupt`, `UnknownCode`, `Database`.
    pub fn open_talk(&mut self, asker: Asker, id: TalkId) -> Result<OpenedTalk, Denied<StoreError>> {
        let (restricted, may) = {
            let (tx, profiles, remembered) =
                self.transaction(TransactionBehavior::Deferred).map_err(Denied::Failed)?;
            let snapshot = Snapshot::new(&tx, profiles, remembered, asker);
            refuse_strangers(&snapshot).map_err(|denied| snapshot.denied(denied))?;
            let talk: Talk = row::read(&tx, &id).map_err(Denied::Failed)?.ok_or(Reason::NoSuchTalk)?;
            let (may, misplaced) = readable(&tx, &talk, asker.staff).map_err(Denied::Failed)?;
            if misplaced.is_none() && talk.open_to == OpenTo::House {
                return opened(&tx, talk).map_err(Denied::Failed);
            }
            // A signed talk never changes, so it need not be read again in the next transaction.
            (talk, may)
        };
        let case = restricted.case();
        let access = if may { Access::Talk { id, case } } else { Access::RefusedTalk { id, case } };
        self.write_access(asker, &access).map_err(Denied::Failed)?;
        if !may {
            // A restricted note does not say what else closes it.
            let is_theirs = restricted.is_open_to(asker.staff);
            return Err(if is_theirs { Reason::OnWrongChild } else { Reason::NotOpenToYou }.into());
        }
        opened(self.conn(), restricted).map_err(Denied::Failed)
    }
}

fn opened(conn: &Connection, talk: Talk) -> Result<OpenedTalk> {
    let id = [talk.id.as_u128().to_be_bytes()];
    Ok(OpenedTalk {
        addenda: row::list(conn, &select::<Addendum>(nouns::addendum::OF_TALK), id)?,
        follow_ups: row::list(conn, &select::<FollowUp>(nouns::follow_up::OF_TALK), id)?,
        measures: row::list(conn, &select::<Measure>(nouns::measure::OF_TALK), id)?,
        misplaced: nouns::misplacement::of_talk(conn, talk.id)?,
        talk,
    })
}

/// Prints counts only, because the talk holds note text.
impl fmt::Debug for OpenedTalk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { talk, addenda, follow_ups, measures, .. } = self;
        let (addenda, agreed, scored) = (addenda.len(), follow_ups.len(), measures.len());
        write!(f, "OpenedTalk({}, {addenda} addenda, {agreed} follow-ups, {scored} measures)", talk.id)
    }
}
