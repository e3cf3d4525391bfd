//! Documents of a case: treatment plan, phase-out plan, plan for after school, reports. They have versions and
//! signatures.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::case::Outcome;
use crate::record::edit::{Record, Unique};
use crate::record::figure::Figure;
use crate::record::follow_up::Doer;
use crate::value::code::{Coded, coded};
use crate::value::id::{AnyKey, CaseId, DocumentId, StaffId, TalkId};
use crate::value::moment::Moment;
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

/// A section of a document; its text may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub heading: Line,
    /// The text.
    pub text: Option<LongText>,
    /// Whether it is the recommendation for the child, which a final report is not signed without.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub recommends: bool,
}

impl Section {
    /// A section that is no recommendation.
    #[must_use]
    pub fn new(heading: Line, text: Option<LongText>) -> Self {
        Self { heading, text, recommends: false }
    }
}

/// A dated task of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanTask {
    /// What is to be done.
    pub what: Line,
    /// The day it is due.
    pub due: NaiveDate,
    /// The person responsible.
    pub responsible: Doer,
    /// The day it was done. A signed plan changes in nothing else.
    pub done: Option<NaiveDate>,
}

/// A signature on a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The member of staff who signed.
    pub by: StaffId,
    /// When it was signed, in the house's own time zone.
    pub at: Moment,
}

/// A restricted talk whose text went into a document because its author chose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenTalk {
    /// The talk, of the same case.
    pub talk: TalkId,
    /// The member of staff who chose it, and may read it.
    pub by: StaffId,
}

/// One version of a document. A signed one is never changed; a new version follows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDocument {
    /// Its identity.
    pub id: DocumentId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The kind of document.
    pub kind: DocumentKind,
    /// The version number within the kind, from 1; for status letters, the number of the letter.
    pub version: u32,
    /// The sections, in their order.
    pub sections: Vec<Section>,
    /// The dated tasks, in their order.
    #[serde(rename = "steps")]
    pub tasks: Vec<PlanTask>,
    /// The figures that its text rests on, as they stood when it was written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// The restricted talks whose text was chosen for it, in the order in which they were chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<ChosenTalk>,
    /// The destination of a phase-out.
    pub destination: Option<Outcome>,
    /// The place that receives the child.
    pub receiving: Option<Line>,
    /// The member of staff who wrote it.
    pub author: StaffId,
    /// The day writing began.
    pub written_on: NaiveDate,
    /// The signature, once it is signed.
    pub signed: Option<Signature>,
}

impl PlanDocument {
    /// Whether it is empty: no section with a text, no task, no destination.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.sections.iter().all(|s| s.text.is_none())
            && self.tasks.is_empty()
            && self.destination.is_none()
            && self.receiving.is_none()
    }

    /// Whether it is a report whose recommendation is not written.
    #[must_use]
    pub fn lacks_recommendation(&self) -> bool {
        let recommends = |s: &Section| s.recommends && s.text.is_some();
        self.kind == DocumentKind::FinalReport && !self.sections.iter().any(recommends)
    }

    /// The document without its done dates: the part that the signature covers.
    #[must_use]
    pub fn as_signed(&self) -> Self {
        let mut plain = self.clone();
        plain.tasks.iter_mut().for_each(|s| s.done = None);
        plain
    }
}

impl Record for PlanDocument {
    type Key = DocumentId;

    fn key(&self) -> DocumentId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        let own = [self.case.into(), self.author.into()];
        let signed = self.signed.map(|s| s.by.into());
        let chosen = self.chosen.iter().flat_map(|chosen| [chosen.talk.into(), chosen.by.into()]);
        own.into_iter()
            .chain(signed)
            .chain(chosen)
            .chain(self.tasks.iter().filter_map(|s| s.responsible.key()))
            .collect()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::Version(self.case, self.kind.code(), self.version))
    }
}
