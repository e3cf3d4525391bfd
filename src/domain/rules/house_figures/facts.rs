//! The facts that the figures of a house are counted from.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::day::Day;
use crate::record::programme::Programme;
use crate::record::reported_week::ReportedWeek;
use crate::rules::calendar::Calendar;
use crate::rules::house_figures::consultation::Consultation;
use crate::rules::obligations::Ledger;
use crate::value::seat::SeatNorm;

/// A case with what its figures are counted from.
#[derive(Clone, Debug)]
pub struct CaseFacts<'a> {
    /// The case, the child, the programme, the talks, the timetables and the answers.
    pub ledger: Ledger<'a>,
    /// The register of the case over the period and its quarters, by date; the whole of it if the course ended in the
    /// period.
    pub days: Vec<Day>,
    /// The weeks reported from the child's own school over the same days, oldest first.
    pub reported: Vec<ReportedWeek>,
    /// The days on which later cases of the child were put forward, in any programme.
    pub referred_again: Vec<NaiveDate>,
}

impl CaseFacts<'_> {
    /// The day on record on a date.
    pub(super) fn day(&self, date: NaiveDate) -> Option<&Day> {
        self.days.binary_search_by_key(&date, |d| d.date).ok().and_then(|at| self.days.get(at))
    }
}

/// A norm and the day from which it is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NormFrom {
    /// The first day.
    pub from: NaiveDate,
    /// The number of seats.
    pub norm: SeatNorm,
}

/// A programme with its norms.
#[derive(Clone, Debug)]
pub struct ProgrammeFacts<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// Every norm, the earliest first. The first is in force before its day too.
    pub norms: Vec<NormFrom>,
}

/// The facts of a house.
#[derive(Clone, Debug)]
pub struct HouseFacts<'a> {
    /// The school calendar.
    pub calendar: &'a Calendar,
    /// The programmes.
    pub programmes: Vec<ProgrammeFacts<'a>>,
    /// The cases that the period asks about, by identity.
    pub cases: Vec<CaseFacts<'a>>,
    /// The consultations of the period.
    pub consultations: Vec<Consultation>,
}
