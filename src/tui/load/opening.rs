//! What opens once the list of children has been read, and what is known of it.

use chrono::NaiveDate;
use trivsel_domain::record::{Appointment, DocumentKind, Talk, TalkKind};
use trivsel_domain::value::{CaseId, ChildId, Hours, StaffId, TalkId};
use trivsel_store::{Draft, Held};

use crate::forms::case::Owed;
use crate::forms::field;

/// A note that is due: what is known of it, and where the cursor begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begin {
    pub case: CaseId,
    /// Nothing for the programme's most usual kind.
    pub kind: Option<TalkKind>,
    /// The day of its appointment; nothing for today.
    pub date: Option<NaiveDate>,
    /// The hours of its appointment.
    pub hours: Option<Hours>,
    /// The members of staff of its appointment; nobody for the usual participants alone.
    pub staff: Vec<StaffId>,
    /// The field of the cursor.
    pub at: &'static str,
}

impl Begin {
    /// The note of an appointment, with all that it says. Without a kind the cursor begins where the kind is chosen.
    #[must_use]
    pub fn of(appointment: &Appointment, case: CaseId) -> Self {
        Self {
            case,
            kind: appointment.kind,
            date: Some(appointment.date),
            hours: appointment.hours,
            staff: appointment.staff.clone(),
            at: if appointment.kind.is_some() { field::TEXT } else { field::KIND },
        }
    }
}

/// The ways to answer an obligation by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHand {
    /// It lapses, with a reason.
    Excused,
    /// It went out.
    Sent,
}

/// What to open once the list of children has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    Nothing,
    /// A note, of a case and a kind if they are chosen.
    Talk(Option<CaseId>, Option<TalkKind>),
    /// A note with what is known of it filled in.
    Begin(Box<Begin>),
    /// A document of the case whose sheet is open, at one of its steps, from 1; 0 for none.
    Paper(DocumentKind, usize),
    /// The answer by hand to something owed in the case whose sheet is open.
    Answer(ByHand, Owed),
    /// A new consent in the case whose sheet is open, in the place of one that runs out on a day.
    Renewal(NaiveDate),
    /// A copy of another note.
    Like(Box<Talk>),
    /// The whole of a note that was on another child.
    Moved(Box<Talk>),
    /// The mark of a note on the wrong child: the note with its case, and what it is called.
    Misplaced((TalkId, Option<CaseId>), String),
    NewCase,
    /// The form that makes one child of two, for the child of a case, with the other if that is known.
    SameChild(CaseId, Option<ChildId>),
    /// The line for a new appointment.
    Booking,
    /// The line for the name of whose calendar is shown.
    Whose,
    /// A draft, and the other user who has it open.
    Draft(Box<Draft>, Option<Held>),
}
