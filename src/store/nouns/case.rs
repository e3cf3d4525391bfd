//! Cases. What only one standing has stands in columns that the database ties to the stage.

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value;
use trivsel_domain::{
    Case, CaseId, Closing, Contacts, Referral, SeatNumber, SeatedStage, Stage, Standing, Stay,
};

use crate::column::{self, Columns, maybe};
use crate::row::{self, Noun, Table, table};
use crate::{House, Result};

/// A seat of a programme without a norm exists from the day it is first held.
const SEAT_WITHOUT_NORM: &str = "INSERT OR IGNORE INTO seat (programme, number)
    SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM programme WHERE code = ?1 AND seats IS NULL)";
/// The partial index holds exactly these; by identity alone SQLite would walk every case there ever was.
pub(crate) const OPEN: &str =
    "INDEXED BY one_open_case WHERE stage NOT IN ('closed', 'declined') ORDER BY id";
/// Those seated now and those seated then, each by an index of its own.
pub(crate) const ON: &str = "WHERE id IN (
        SELECT id FROM case_file WHERE seat IS NOT NULL AND admitted <= ?1
        UNION ALL SELECT id FROM case_file WHERE closed > ?1 AND admitted <= ?1)
    ORDER BY id";

impl Noun for Case {
    const TABLE: Table = table!(
        "case_file",
        key["id"],
        rest[
            "child_id",
            "programme",
            "referred",
            "referral_note",
            "stage",
            "priority",
            "last_contact",
            "seat",
            "former_seat",
            "admitted",
            "closed",
            "outcome",
            "declined",
            "primary_contact",
            "secondary_contact",
            "expected_end",
            "moves",
            "decided",
            "files_came",
            "start_structure",
            "levels",
            "follows",
            "needs",
            "closing_place"
        ]
    );

    fn key_columns(key: &CaseId) -> Vec<Value> {
        vec![column::id(*key)]
    }

    fn key_text(key: &CaseId) -> String {
        key.to_string()
    }

    fn rest_columns(&self) -> Result<Vec<Value>> {
        let (mut priority, mut last_contact, mut declined) = (Value::Null, Value::Null, Value::Null);
        let (mut seat, mut former, mut closed, mut outcome) =
            (Value::Null, Value::Null, Value::Null, Value::Null);
        let mut place = Value::Null;
        match &self.standing {
            Standing::Referral => {}
            Standing::Waiting { priority: urgent, last_contact: spoken } => {
                priority = column::code(*urgent);
                last_contact = maybe(*spoken, column::date);
            }
            Standing::Seated { stay, .. } => seat = column::whole(stay.seat.get()),
            Standing::Closed { stay, closing } => {
                former = column::whole(stay.seat.get());
                closed = column::date(closing.on);
                outcome = column::code(closing.outcome);
                place = maybe(closing.place.as_ref(), |p| column::text(p.as_str()));
            }
            Standing::Declined { on } => declined = column::date(*on),
        }
        Ok(vec![
            column::id(self.child),
            column::text(self.programme.as_str()),
            column::date(self.referral.on),
            maybe(self.referral.note.as_ref(), |n| column::text(n.as_str())),
            column::code(self.stage()),
            priority,
            last_contact,
            seat,
            former,
            maybe(self.stay(), |s| column::date(s.from)),
            closed,
            outcome,
            declined,
            maybe(self.contacts.primary, column::id),
            maybe(self.contacts.secondary, column::id),
            maybe(self.expected_end, column::date),
            column::json(&self.moves)?,
            maybe(self.decided_on, column::date),
            maybe(self.files_on, column::date),
            maybe(self.start_structure.as_ref(), |s| column::text(s.as_str())),
            column::json(&self.levels)?,
            maybe(self.follows, column::id),
            column::json(&self.needs)?,
            place,
        ])
    }

    fn from_columns(columns: &mut Columns<'_, '_>) -> Result<Self> {
        let mut case = Self {
            id: columns.id()?,
            child: columns.id()?,
            programme: columns.text()?,
            referral: Referral { on: columns.date()?, note: columns.maybe_text()? },
            standing: standing(columns)?,
            contacts: Contacts { primary: columns.maybe_id()?, secondary: columns.maybe_id()? },
            expected_end: columns.maybe_date()?,
            moves: columns.json()?,
            decided_on: columns.maybe_date()?,
            files_on: columns.maybe_date()?,
            start_structure: columns.maybe_text()?,
            levels: columns.json()?,
            follows: columns.maybe_id()?,
            needs: columns.json()?,
        };
        // Only a closed case has the place, which is the last column.
        let place = columns.maybe_text()?;
        if let Standing::Closed { closing, .. } = &mut case.standing {
            closing.place = place;
        }
        Ok(case)
    }

    fn before_write(&self, conn: &Connection) -> Result<()> {
        if let Standing::Seated { stay, .. } = &self.standing {
            conn.prepare_cached(SEAT_WITHOUT_NORM)?.execute((self.programme.as_str(), stay.seat.get()))?;
        }
        Ok(())
    }
}

fn standing(columns: &mut Columns<'_, '_>) -> Result<Standing> {
    let stage = columns.code::<Stage>()?;
    let (priority, last_contact) = (columns.maybe_code()?, columns.maybe_date()?);
    let seat = columns.maybe_whole::<u16>()?;
    let seat = seat.or(columns.maybe_whole::<u16>()?);
    let (admitted, closed) = (columns.maybe_date()?, columns.maybe_date()?);
    let (outcome, declined) = (columns.maybe_code()?, columns.maybe_date()?);
    let stay = || -> Result<Stay> {
        let seat = SeatNumber::new(columns.need(seat)?).map_err(|_| columns.corrupt("no seat number"))?;
        Ok(Stay { seat, from: columns.need(admitted)? })
    };
    Ok(match stage {
        Stage::Referral => Standing::Referral,
        Stage::Waiting => Standing::Waiting { priority: columns.need(priority)?, last_contact },
        Stage::Closed => Standing::Closed {
            stay: stay()?,
            closing: Closing { on: columns.need(closed)?, outcome: columns.need(outcome)?, place: None },
        },
        Stage::Declined => Standing::Declined { on: columns.need(declined)? },
        seated => {
            let stage = SeatedStage::try_from(seated).map_err(|_| columns.corrupt("a stage without seat"))?;
            Standing::Seated { stage, stay: stay()? }
        }
    })
}

/// The cases that hold a seat on a date.
pub(crate) fn cases_on(conn: &Connection, date: NaiveDate) -> Result<Vec<Case>> {
    row::list(conn, &row::select::<Case>(ON), [date.to_string()])
}

impl House {
    /// Every case, also closed ones, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn cases(&self) -> Result<Vec<Case>> {
        row::all(self.conn())
    }

    /// The cases that are neither closed nor declined, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn open_cases(&self) -> Result<Vec<Case>> {
        row::list(self.conn(), &row::select::<Case>(OPEN), [])
    }

    /// The cases that hold a seat on a date, also those closed since, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn cases_on(&self, date: NaiveDate) -> Result<Vec<Case>> {
        cases_on(self.conn(), date)
    }

    /// A case; nothing where there is none of that identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn case(&self, id: CaseId) -> Result<Option<Case>> {
        row::read(self.conn(), &id)
    }
}
