//! The log of talks: the list, filtered, and one talk opened with what belongs to it.
//!
//! A restricted note is in the list for everybody, sealed: that it exists, and to whom it is open. What it holds is
//! shown by [`House::open_talk`] alone, and every look at it is in the access log.

mod question;

use std::fmt;

use chrono::NaiveDate;
use rusqlite::{Connection, TransactionBehavior, params_from_iter};
use trivsel_domain::decide::{Denied, Reason, refuse_strangers};
use trivsel_domain::record::{Addendum, FollowUp, Measure, OpenTo, Talk, TalkKind};
use trivsel_domain::value::{CaseId, Line, StaffId, TalkId, TimeOfDay};

pub(crate) use self::question::Question;
pub use self::question::TalkQuery;
use crate::access_log::{self, Access};
use crate::nouns;
use crate::row::{self, select};
use crate::snapshot::Snapshot;
use crate::{Asker, House, Result, StoreError};

/// A talk's place in the log, which runs from the newest to the oldest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LogKey {
    /// Its date.
    pub date: NaiveDate,
    /// When it began; without a time a talk comes after those of its day with one.
    pub start: Option<TimeOfDay>,
    /// Which.
    pub id: TalkId,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// Open to the house.
    Open {
        /// The talk.
        talk: Box<Talk>,
        /// How many addenda it has.
        addenda: u32,
    },
    /// Restricted, also to who may open it.
    Sealed(Sealed),
}

/// What everybody sees of a restricted note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Which.
    pub id: TalkId,
    /// Whose case.
    pub case: Option<CaseId>,
    /// What kind.
    pub kind: TalkKind,
    /// The day it was held.
    pub date: NaiveDate,
    /// When it began.
    pub start: Option<TimeOfDay>,
    /// Who wrote it.
    pub author: StaffId,
    /// To whom it is open beside its author.
    pub open_to: Vec<StaffId>,
    /// Whether who asks is one of them, or its author.
    pub for_reader: bool,
}

/// A talk with what belongs to it.
#[derive(Clone, PartialEq)]
pub struct OpenedTalk {
    /// The talk.
    pub talk: Talk,
    /// What was added, oldest first.
    pub addenda: Vec<Addendum>,
    /// What was agreed in it, by the day it is due.
    pub follow_ups: Vec<FollowUp>,
    /// What was scored in it.
    pub measures: Vec<Measure>,
}

impl Noted {
    /// Its place in the log.
    #[must_use]
    pub fn key(&self) -> LogKey {
        match self {
            Self::Open { talk, .. } => LogKey { date: talk.date, start: talk.start, id: talk.id },
            Self::Sealed(sealed) => LogKey { date: sealed.date, start: sealed.start, id: sealed.id },
        }
    }

    /// Whose case.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::Open { talk, .. } => talk.case(),
            Self::Sealed(sealed) => sealed.case,
        }
    }

    /// What kind.
    #[must_use]
    pub fn kind(&self) -> TalkKind {
        match self {
            Self::Open { talk, .. } => talk.kind(),
            Self::Sealed(sealed) => sealed.kind,
        }
    }

    /// Who wrote it.
    #[must_use]
    pub fn author(&self) -> StaffId {
        match self {
            Self::Open { talk, .. } => talk.author,
            Self::Sealed(sealed) => sealed.author,
        }
    }
}

fn noted(conn: &Connection, talk: Talk, reader: StaffId) -> Result<Noted> {
    let for_reader = talk.is_open_to(reader);
    if let OpenTo::Only(readers) = talk.open_to {
        return Ok(Noted::Sealed(Sealed {
            id: talk.id,
            case: talk.matter.case(),
            kind: talk.matter.kind(),
            date: talk.date,
            start: talk.start,
            author: talk.author,
            open_to: readers,
            for_reader,
        }));
    }
    let mut count = conn.prepare_cached(nouns::addendum::HOW_MANY)?;
    let addenda = count.query_row([talk.id.as_u128().to_be_bytes()], |row| row.get(0))?;
    Ok(Noted::Open { talk: Box::new(talk), addenda })
}

impl House {
    /// The log, newest first. Restricted notes are sealed in it, and found by theme, method or who took part only by
    /// those they are open to.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn talks(&self, query: &TalkQuery, reader: StaffId) -> Result<Vec<Noted>> {
        let tx = self.snapshot()?;
        let Question { sql, values } = Question::list(query, reader);
        let talks: Vec<Talk> = row::list(&tx, &sql, params_from_iter(values))?;
        talks.into_iter().map(|talk| noted(&tx, talk, reader)).collect()
    }

    /// How many talks the log has for a query, wherever its page begins: `most` where there are so many or more.
    ///
    /// # Errors
    /// `Busy`, `Database`.
    pub fn count_talks(&self, query: &TalkQuery, reader: StaffId, most: usize) -> Result<usize> {
        let Question { sql, values } = Question::count(query, reader, most);
        let count: i64 =
            self.conn().prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// Where a consultation was; nothing for a talk of a case, and for one that is not open to the reader.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn place_of(&self, talk: TalkId, reader: StaffId) -> Result<Option<Line>> {
        let talk: Option<Talk> = row::read(self.conn(), &talk)?;
        Ok(talk.filter(|t| t.is_open_to(reader)).and_then(|t| t.matter.place().cloned()))
    }

    /// A talk with what belongs to it. Of a restricted one the look is put in the access log first, and so is a look
    /// that is refused; where nothing can be written there, none is given.
    ///
    /// Of a talk that is open to the house nothing is logged here: whoever shows it puts the look at its case there,
    /// with [`House::log_access`].
    ///
    /// # Errors
    /// Refused with `NotOnStaff`, `HasLeft`, `NoSuchTalk`, `NotOpenToYou`; failed with `ReadOnly` and `DiskFull` for a
    /// restricted one, `Busy`, `Corrupt`, `UnknownCode`, `Database`.
    pub fn open_talk(&mut self, asker: Asker, id: TalkId) -> Result<OpenedTalk, Denied<StoreError>> {
        let restricted = {
            let (tx, profiles, remembered) =
                self.transaction(TransactionBehavior::Deferred).map_err(Denied::Failed)?;
            let snapshot = Snapshot::new(&tx, profiles, remembered, asker);
            refuse_strangers(&snapshot).map_err(|denied| snapshot.denied(denied))?;
            let talk: Talk = row::read(&tx, &id).map_err(Denied::Failed)?.ok_or(Reason::NoSuchTalk)?;
            if talk.open_to == OpenTo::House {
                return opened(&tx, talk).map_err(Denied::Failed);
            }
            // A signed talk never changes, so nothing needs to be asked again.
            talk
        };
        let (reader, case) = (asker.staff, restricted.case());
        let may = restricted.is_open_to(reader);
        let access = if may { Access::Talk { id, case } } else { Access::RefusedTalk { id, case } };
        self.write(|tx| access_log::write(tx, asker, &access)).map_err(Denied::Failed)?;
        if !may {
            return Err(Reason::NotOpenToYou.into());
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
        talk,
    })
}

/// How much, not what: it holds texts.
impl fmt::Debug for OpenedTalk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { talk, addenda, follow_ups, measures } = self;
        let (addenda, agreed, scored) = (addenda.len(), follow_ups.len(), measures.len());
        write!(f, "OpenedTalk({}, {addenda} addenda, {agreed} follow-ups, {scored} measures)", talk.id)
    }
}
