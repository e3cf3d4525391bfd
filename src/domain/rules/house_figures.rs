//! The house in figures: what a month, a quarter, a school year or three of them came to, one programme at a time.
//!
//! Nothing is added across programmes, and own and reported attendance are never added. Every figure keeps what it
//! counts, so that a screen can list it. Source: our own, over the records of both service descriptions.

pub mod attendance;
pub mod consultation;
pub mod course_end;
pub mod facts;
pub mod level_change;
pub mod occupancy;
pub mod owed;
pub mod span;
pub mod spread;
pub mod stay;
pub mod suppression;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;

pub use attendance::{Attended, Band, ChildFigures, LevelCount, ministry_average, of_child};
pub use consultation::{Consultation, Consultations};
pub use course_end::{CourseEnd, Lasting};
pub use facts::{CaseFacts, HouseFacts, NormFrom};
pub use level_change::{Direction, LevelShift};
pub use occupancy::{Held, Occupancy};
pub use owed::{Kept, TalkOwed};
pub use span::{Span, SpanKind};
pub use spread::Spread;
pub use stay::{Stayed, Waited};

use crate::value::id::CaseId;
use crate::value::programme_code::ProgrammeCode;

/// The figures of one programme.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgrammeFigures {
    /// The programme.
    pub programme: ProgrammeCode,
    /// Whether it keeps a register; without one there is no statutory count.
    pub keeps_register: bool,
    /// Whether it has levels.
    pub has_levels: bool,
    /// The children enrolled in the period, by case.
    pub children: Vec<ChildFigures>,
    /// The seats, month by month; one part if the period is within a month.
    pub occupancy: Vec<Occupancy>,
    /// The children that were admitted, with how long they had waited.
    pub admitted: Vec<Waited>,
    /// The children that wait at the end of the period, with how long they have waited.
    pub waiting: Vec<Waited>,
    /// The courses that ended, with their length.
    pub ended: Vec<Stayed>,
    /// The courses that run at the end of the period, with their length until then.
    pub running: Vec<Stayed>,
    /// The courses that ended, with the attendance before and after, where they led and whether it lasted.
    pub ends: Vec<CourseEnd>,
    /// The talks that fell due.
    pub talks: Vec<TalkOwed>,
    /// The changes of level.
    pub levels: Vec<LevelShift>,
}

/// The figures of a house over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct HouseFigures {
    /// The period asked for.
    pub span: Span,
    /// The last day counted: that of the period, or today if the period is not over.
    pub through: NaiveDate,
    /// The programmes, in the house's order.
    pub programmes: Vec<ProgrammeFigures>,
    /// The consultations, which belong to no programme.
    pub consultations: Consultations,
}

impl HouseFigures {
    /// The cases behind the figures, each once.
    #[must_use]
    pub fn cases(&self) -> Vec<CaseId> {
        let of = |p: &ProgrammeFigures| {
            let children = p.children.iter().map(|c| c.case);
            let waited = p.admitted.iter().chain(&p.waiting).map(|w| w.case);
            let stayed = p.ended.iter().map(|s| s.case);
            children.chain(waited).chain(stayed).collect::<Vec<_>>()
        };
        let all: BTreeSet<CaseId> = self.programmes.iter().flat_map(of).collect();
        all.into_iter().collect()
    }

    /// Counts a period up to and including today.
    #[must_use]
    pub fn count(facts: &HouseFacts<'_>, span: Span, today: NaiveDate) -> Self {
        let through = span.to.min(today);
        let days = span.days_through(through);
        let of = |norms: &facts::ProgrammeFacts<'_>| {
            let code = norms.programme.code();
            let cases: Vec<&CaseFacts<'_>> =
                facts.cases.iter().filter(|c| c.ledger.case.programme == *code).collect();
            ProgrammeFigures {
                programme: code.clone(),
                keeps_register: norms.programme.keeps_register(),
                has_levels: !norms.programme.levels().is_empty(),
                children: attendance::children(&cases, facts.calendar, span.from, through),
                occupancy: occupancy::by_month(&cases, &norms.norms, days),
                admitted: stay::admitted(&cases, span.from, through),
                waiting: stay::waiting(&cases, through),
                ended: stay::ended(&cases, span.from, through),
                running: stay::running(&cases, through),
                ends: course_end::ends(&cases, facts.calendar, (span.from, through), today),
                talks: owed::talks(&cases, facts.calendar, (span.from, through), today),
                levels: level_change::shifts(&cases, span.from, through),
            }
        };
        Self {
            span,
            through,
            programmes: facts.programmes.iter().map(of).collect(),
            consultations: Consultations::count(&facts.consultations, span.from, through),
        }
    }
}
