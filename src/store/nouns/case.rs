//! Cases. Fields that only some stages have are columns that the database ties to the stage.

use chrono::NaiveDate;
use rusqlite::Connection;
use trivsel_domain::record::{Case, Closing, Contacts, Outcome, Priority, Referral, Rhythm, Standing, Stay};
use trivsel_domain::value::{CaseId, ChildId, Line, SeatNumber, SeatedStage, Stage};

use crate::cell::{Code, Id, Json, Number, Text, cell};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

/// Creates a seat of a programme without a norm when a case first holds it.
const SEAT_WITHOUT_NORM: &str = "INSERT OR IGNORE INTO seat (programme, number)
    SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM programme WHERE code = ?1 AND seats IS NULL)";
/// The open cases. The partial index holds exactly these; ordered by identity alone, SQLite would scan every case.
pub(crate) const OPEN: &str =
    "INDEXED BY one_open_case WHERE stage NOT IN ('closed', 'declined') ORDER BY id";
pub(crate) const OF_CHILD: &str = "WHERE child_id = ?1 ORDER BY referred, id";
/// The cases seated on a date: those seated now and those closed since, each by its own index.
pub(crate) const ON: &str = "WHERE id IN (
        SELECT id FROM case_file WHERE seat IS NOT NULL AND admitted <= ?1
        UNION ALL SELECT id FROM case_file WHERE closed > ?1 AND admitted <= ?1)
    ORDER BY id";

/// The cases that held a seat on any day from the first date to the second.
const DURING: &str = "WHERE id IN (
        SELECT id FROM case_file WHERE seat IS NOT NULL AND admitted <= ?2
        UNION ALL SELECT id FROM case_file WHERE closed > ?1 AND admitted <= ?2)
    ORDER BY id";

impl Noun for Case {
    table! {
        "case_file" [id: Id] {
            child: Id = "child_id",
            programme: Text,
            referral: Referral = "referred" "referral_note",
            standing: Standing = "stage" "priority" "last_contact" "seat" "former_seat" "admitted" "closed" "outcome"
                "closing_place" "declined",
            contacts: Contacts = "primary_contact" "secondary_contact",
            expected_end: Option<NaiveDate>,
            moves: Json,
            decided_on: Option<NaiveDate> = "decided",
            files_on: Option<NaiveDate> = "files_came",
            start_structure: Option<Text>,
            levels: Json,
            follows: Option<Id>,
            needs: Json,
            corrections: Json,
            rhythm: Rhythm = "follow_up_months" "wellbeing_weeks" "aftercare",
        }
    }

    fn of_case() -> Option<&'static str> {
        Some("SELECT id FROM case_file WHERE id = ?1")
    }

    fn before_write(&self, conn: &Connection) -> Result<()> {
        if let Standing::Seated { stay, .. } = &self.standing {
            conn.prepare_cached(SEAT_WITHOUT_NORM)?.execute((self.programme.as_str(), stay.seat.get()))?;
        }
        Ok(())
    }
}

cell!(Referral { on: NaiveDate, note: Option<Text> });
cell!(Rhythm { follow_up_months: Option<Number<u8>>, wellbeing_weeks: Option<Number<u8>>, aftercare: bool });
cell!(Contacts { primary: Option<Id>, secondary: Option<Id> });
cell!(SeatNumber as Number<u16>, |seat| seat.get(), |number| SeatNumber::new(number)
    .map_err(|_| "no seat number"));
cell!(Standing as Spread, spread, standing);

/// A standing as columns: the stage, and the fields that only some stages have.
struct Spread {
    stage: Stage,
    priority: Option<Priority>,
    last_contact: Option<NaiveDate>,
    seat: Option<SeatNumber>,
    former_seat: Option<SeatNumber>,
    admitted: Option<NaiveDate>,
    closed: Option<NaiveDate>,
    outcome: Option<Outcome>,
    place: Option<Line>,
    declined: Option<NaiveDate>,
}

cell!(Spread {
    stage: Code<Stage>,
    priority: Option<Code<Priority>>,
    last_contact: Option<NaiveDate>,
    seat: Option<SeatNumber>,
    former_seat: Option<SeatNumber>,
    admitted: Option<NaiveDate>,
    closed: Option<NaiveDate>,
    outcome: Option<Code<Outcome>>,
    place: Option<Text>,
    declined: Option<NaiveDate>,
});

fn spread(standing: &Standing) -> Spread {
    let at = |stage| Spread {
        stage,
        priority: None,
        last_contact: None,
        seat: None,
        former_seat: None,
        admitted: None,
        closed: None,
        outcome: None,
        place: None,
        declined: None,
    };
    match standing {
        Standing::Referral => at(Stage::Referral),
        Standing::Waiting { priority, last_contact } => {
            Spread { priority: Some(*priority), last_contact: *last_contact, ..at(Stage::Waiting) }
        }
        Standing::Seated { stage, stay } => {
            Spread { seat: Some(stay.seat), admitted: Some(stay.from), ..at((*stage).into()) }
        }
        Standing::Closed { stay, closing } => Spread {
            former_seat: Some(stay.seat),
            admitted: Some(stay.from),
            closed: Some(closing.on),
            outcome: Some(closing.outcome),
            place: closing.place.clone(),
            ..at(Stage::Closed)
        },
        Standing::Declined { on } => Spread { declined: Some(*on), ..at(Stage::Declined) },
    }
}

fn standing(columns: Spread) -> Result<Standing, &'static str> {
    let missing = "a value is missing";
    let Spread {
        priority, last_contact, seat, former_seat, admitted, closed, outcome, place, declined, ..
    } = columns;
    let stay = seat.or(former_seat).zip(admitted).map(|(seat, from)| Stay { seat, from }).ok_or(missing);
    Ok(match columns.stage {
        Stage::Referral => Standing::Referral,
        Stage::Waiting => Standing::Waiting { priority: priority.ok_or(missing)?, last_contact },
        Stage::Closed => {
            let (on, outcome) = (closed.ok_or(missing)?, outcome.ok_or(missing)?);
            Standing::Closed { stay: stay?, closing: Closing { on, outcome, place } }
        }
        Stage::Declined => Standing::Declined { on: declined.ok_or(missing)? },
        seated => {
            let stage = SeatedStage::try_from(seated).map_err(|_| "a stage without a seat")?;
            Standing::Seated { stage, stay: stay? }
        }
    })
}

/// The cases that hold a seat on a date.
pub(crate) fn cases_on(conn: &Connection, date: NaiveDate) -> Result<Vec<Case>> {
    row::list(conn, &row::select::<Case>(ON), [date.to_string()])
}

impl House {
    /// Every case, also closed and declined ones, by identity.
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

    /// The cases that held a seat on a date, also those closed since, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn cases_on(&self, date: NaiveDate) -> Result<Vec<Case>> {
        let remembered = self.remembered()?;
        let cases = cases_on(self.conn(), date)?;
        remembered.keep_cases(&cases);
        Ok(cases)
    }

    /// The cases that held a seat on any day from one date to another, inclusive, also those closed since, by identity.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn cases_during(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Case>> {
        row::list(self.conn(), &row::select::<Case>(DURING), [from.to_string(), to.to_string()])
    }

    /// The cases of a child, in the order of their referrals.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn cases_of(&self, child: ChildId) -> Result<Vec<Case>> {
        row::list(self.conn(), &row::select::<Case>(OF_CHILD), [child.as_u128().to_be_bytes()])
    }

    /// The case with an identity, if there is one.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn case(&self, id: CaseId) -> Result<Option<Case>> {
        row::read(self.conn(), &id)
    }
}
