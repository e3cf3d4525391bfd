//! Interventions (indsatser) on a case: kind, first and last day, and who carries them out.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::record::follow_up::Doer;
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId, InterventionId};
use crate::value::text::Line;

coded! {
    "intervention kind"
    /// The kinds of intervention. Source: both service descriptions.
    pub enum InterventionKind {
        /// Udviklingssamtaler with the child.
        DevelopmentTalks = "development-talks",
        /// Trivselssamtaler.
        WellbeingTalks = "wellbeing-talks",
        /// Struktureret samtaleforløb for forældre.
        ParentCourse = "parent-course",
        /// Familievejledning.
        FamilyGuidance = "family-guidance",
        /// Familiebehandling, with the municipal family centre.
        FamilyTreatment = "family-treatment",
        /// Familiekonsulent.
        FamilyConsultant = "family-consultant",
        /// Kontaktpædagog.
        ContactPedagogue = "contact-pedagogue",
        /// Lærer.
        Teacher = "teacher",
        /// Forløb med UU-vejleder.
        YouthGuidance = "youth-guidance",
        /// Another kind; the note describes it.
        Other = "other",
    }
}

/// An intervention on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intervention {
    /// Its identity.
    pub id: InterventionId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The kind of intervention.
    pub kind: InterventionKind,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, not before the first; `None` if it is open-ended.
    pub to: Option<NaiveDate>,
    /// The people who carry it out.
    pub who: Vec<Doer>,
    /// A remark, in one line.
    pub note: Option<Line>,
}

impl Intervention {
    /// Whether it has not ended by a date: it is running or begins later.
    #[must_use]
    pub fn is_set_on(&self, date: NaiveDate) -> bool {
        self.to.is_none_or(|to| date <= to)
    }
}

impl Record for Intervention {
    type Key = InterventionId;

    fn key(&self) -> InterventionId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        core::iter::once(self.case.into()).chain(self.who.iter().filter_map(Doer::key)).collect()
    }
}
