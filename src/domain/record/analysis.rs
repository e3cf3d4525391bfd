//! The joint analysis (fælles analyse): child, family, school, and what happens between them.
//! The cause lies in their interplay, never in the child alone. Source: service description, general.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::{Record, Unique};
use crate::value::code::{Coded, coded};
use crate::value::id::{AnalysisId, AnyKey, CaseId, StaffId};
use crate::value::text::LongText;

coded! {
    "system"
    /// The systems of the joint analysis.
    pub enum System {
        /// The child.
        Child = "child",
        /// The family.
        Family = "family",
        /// The school.
        School = "school",
        /// What happens between them.
        Between = "between",
    }
}

/// One version of a joint analysis. Others may have read it, so it is never rewritten: a change is a new version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointAnalysis {
    /// Its identity.
    pub id: AnalysisId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The version number, from 1.
    pub version: u32,
    /// The date of the version.
    pub date: NaiveDate,
    /// The member of staff who wrote it.
    pub author: StaffId,
    /// Observations about the child.
    pub child: Option<LongText>,
    /// Observations about the family.
    pub family: Option<LongText>,
    /// Observations about the school.
    pub school: Option<LongText>,
    /// What happens between them.
    pub between: Option<LongText>,
}

impl JointAnalysis {
    /// The text on one system.
    #[must_use]
    pub fn of(&self, system: System) -> Option<&LongText> {
        match system {
            System::Child => self.child.as_ref(),
            System::Family => self.family.as_ref(),
            System::School => self.school.as_ref(),
            System::Between => self.between.as_ref(),
        }
    }

    /// Whether child, family and school each have a text.
    #[must_use]
    pub fn covers(&self) -> bool {
        self.uncovered().next().is_none()
    }

    /// Those of child, family and school that have no text.
    pub fn uncovered(&self) -> impl Iterator<Item = System> + '_ {
        [System::Child, System::Family, System::School].into_iter().filter(|s| self.of(*s).is_none())
    }

    /// Whether it has no text at all.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        System::ALL.iter().all(|s| self.of(*s).is_none())
    }
}

impl Record for JointAnalysis {
    type Key = AnalysisId;

    fn key(&self) -> AnalysisId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.case.into(), self.author.into()].into()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::Version(self.case, "", self.version))
    }
}
