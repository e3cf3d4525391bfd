//! The ledger of a case: the facts that its obligations are reckoned from.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::absence_rule::DatedLimits;
use crate::record::answer::Answer;
use crate::record::case::Case;
use crate::record::child::Child;
use crate::record::consent::Consent;
use crate::record::day::Day;
use crate::record::document::{DocumentKind, PlanTask};
use crate::record::programme::Programme;
use crate::record::talk::TalkKind;
use crate::record::timetable::Timetable;
use crate::value::id::AppointmentId;
use crate::value::time::Hours;
use crate::value::week::SchoolWeek;

/// A signed talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The kind of talk.
    pub kind: TalkKind,
    /// The day it was held.
    pub date: NaiveDate,
}

/// An appointment for a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booked {
    /// The appointment.
    pub appointment: AppointmentId,
    /// The kind of talk.
    pub kind: TalkKind,
    /// The date.
    pub date: NaiveDate,
    /// The hours; `None` for the whole day.
    pub hours: Option<Hours>,
}

/// A version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The kind of document.
    pub kind: DocumentKind,
    /// The version number within the kind.
    pub version: u32,
    /// The dated steps.
    pub tasks: Vec<PlanTask>,
    /// The day it was signed.
    pub signed: Option<NaiveDate>,
}

/// The facts of one case that its obligations are reckoned from.
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    /// The case.
    pub case: &'a Case,
    /// The child.
    pub child: &'a Child,
    /// The programme.
    pub programme: &'a Programme,
    /// The signed talks, oldest first, whoever may read them.
    pub talks: Vec<Held>,
    /// The appointments from today on, earliest first.
    pub booked: Vec<Booked>,
    /// The versions of the documents.
    pub papers: Vec<Paper>,
    /// The day of the latest score.
    pub scored: Option<NaiveDate>,
    /// The last day on which the register has the child present for the whole or a part.
    pub attended: Option<NaiveDate>,
    /// The last day on which the register has the child absent.
    pub absent: Option<NaiveDate>,
    /// The days in the register with sick or unlawful absence in this quarter and the one before.
    pub absences: Vec<Day>,
    /// The house's own limits of a quarter's absence.
    pub absence_limits: Vec<DatedLimits>,
    /// The weeks reported from the child's school; read of a closed case only.
    pub reported: Vec<SchoolWeek>,
    /// Every version of the timetable.
    pub timetables: Vec<Timetable>,
    /// The consents.
    pub consents: Vec<Consent>,
    /// The answers by hand.
    pub answers: Vec<Answer>,
}

impl<'a> Ledger<'a> {
    /// A ledger without other records.
    #[must_use]
    pub fn new(case: &'a Case, child: &'a Child, programme: &'a Programme) -> Self {
        Self {
            case,
            child,
            programme,
            talks: Vec::new(),
            booked: Vec::new(),
            papers: Vec::new(),
            scored: None,
            attended: None,
            absent: None,
            absences: Vec::new(),
            reported: Vec::new(),
            absence_limits: Vec::new(),
            timetables: Vec::new(),
            consents: Vec::new(),
            answers: Vec::new(),
        }
    }

    /// The days of the talks of some kinds, oldest first.
    pub(super) fn held<'s>(
        &'s self,
        kinds: &'s [TalkKind],
    ) -> impl DoubleEndedIterator<Item = NaiveDate> + 's {
        self.talks.iter().filter(|t| kinds.contains(&t.kind)).map(|t| t.date)
    }
}

/// The kinds of talk in which the house speaks with the parents. Source: our own (any held talk counts).
pub(crate) const WITH_PARENTS: [TalkKind; 9] = [
    TalkKind::Enrolment,
    TalkKind::StartUp,
    TalkKind::Parent,
    TalkKind::FamilyGuidance,
    TalkKind::FamilyTreatment,
    TalkKind::FollowUp,
    TalkKind::Status,
    TalkKind::Network,
    TalkKind::Message,
];
