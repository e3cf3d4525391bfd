//! Documents of a case: treatment plan, phase-out plan, plan for after school, reports. Written in versions, signed.

use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::record::case::Outcome;
use crate::record::edit::{Record, Unique};
use crate::record::follow_up::Doer;
use crate::value::code::{Coded, coded};
use crate::value::id::{AnyKey, CaseId, DocumentId, StaffId};
use crate::value::text::{Line, LongText};

coded! {
    "document kind"
    /// The kinds of document. Source: both service descriptions.
    pub enum DocumentKind {
        /// Behandlingsplan.
        Treatment = "treatment",
        /// Udslusningsplan.
        PhaseOut = "phase-out",
        /// Plan for forløb efter endt grundskole.
        AfterSchool = "after-school",
        /// Statusskriv.
        StatusLetter = "status-letter",
        /// Afslutningsrapport.
        FinalReport = "final-report",
    }
}

/// A section of a document; its text may still be to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub heading: Line,
    /// The text.
    pub text: Option<LongText>,
}

/// A dated step of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStep {
    /// What.
    pub what: Line,
    /// By when.
    pub due: NaiveDate,
    /// Who answers for it.
    pub responsible: Doer,
    /// The day it was done. The one thing that is still noted on a signed plan.
    pub done: Option<NaiveDate>,
}

/// Who signed a document, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Who.
    pub by: StaffId,
    /// When, in the house's own time zone.
    pub at: NaiveDateTime,
}

/// One version of a document. A signed one is never changed; a new version follows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDocument {
    /// Which.
    pub id: DocumentId,
    /// Of which case.
    pub case: CaseId,
    /// What kind.
    pub kind: DocumentKind,
    /// Which version of this kind, from 1; of status letters, which letter.
    pub version: u32,
    /// The sections, in their order.
    pub sections: Vec<Section>,
    /// The dated steps, in their order.
    pub steps: Vec<PlanStep>,
    /// Where a phase-out leads.
    pub destination: Option<Outcome>,
    /// The place that receives the child.
    pub receiving: Option<Line>,
    /// Who wrote it.
    pub author: StaffId,
    /// The day it was begun.
    pub written_on: NaiveDate,
    /// Who signed it and when, once it is signed.
    pub signed: Option<Signature>,
}

impl PlanDocument {
    /// Whether nothing is written in it: no section with a text, no step, no destination.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.sections.iter().all(|s| s.text.is_none())
            && self.steps.is_empty()
            && self.destination.is_none()
            && self.receiving.is_none()
    }

    /// The same with nothing noted as done: what the signature covers.
    #[must_use]
    pub fn as_signed(&self) -> Self {
        let mut plain = self.clone();
        plain.steps.iter_mut().for_each(|s| s.done = None);
        plain
    }
}

impl Record for PlanDocument {
    type Key = DocumentId;

    fn key(&self) -> DocumentId {
        self.id
    }

    fn references(&self) -> Vec<AnyKey> {
        let own = [self.case.into(), self.author.into()];
        let signed = self.signed.map(|s| s.by.into());
        own.into_iter().chain(signed).chain(self.steps.iter().filter_map(|s| s.responsible.key())).collect()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::Version(self.case, self.kind.code(), self.version))
    }
}
