//! The joint analysis (fælles analyse): child, family, school, and what happens between them.
//! The cause lies in their interplay, never with the child alone. Source: service description, general.

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

/// One version of a joint analysis. It stays as it was written, because others may have read it: whoever changes
/// anything writes the next one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointAnalysis {
    /// Which.
    pub id: AnalysisId,
    /// Of which case.
    pub case: CaseId,
    /// Which version, from 1.
    pub version: u32,
    /// The day it is from.
    pub date: NaiveDate,
    /// Who wrote it down.
    pub author: StaffId,
    /// What is seen of the child.
    pub child: Option<LongText>,
    /// What is seen of the family.
    pub family: Option<LongText>,
    /// What is seen of the school.
    pub school: Option<LongText>,
    /// What happens between them.
    pub between: Option<LongText>,
}

impl JointAnalysis {
    /// What it says of a system.
    #[must_use]
    pub fn of(&self, system: System) -> Option<&LongText> {
        match system {
            System::Child => self.child.as_ref(),
            System::Family => self.family.as_ref(),
            System::School => self.school.as_ref(),
            System::Between => self.between.as_ref(),
        }
    }

    /// Whether it covers child, family and school.
    #[must_use]
    pub fn covers(&self) -> bool {
        self.uncovered().next().is_none()
    }

    /// Which of child, family and school it says nothing of.
    pub fn uncovered(&self) -> impl Iterator<Item = System> + '_ {
        [System::Child, System::Family, System::School].into_iter().filter(|s| self.of(*s).is_none())
    }

    /// Whether nothing is written in it.
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

    fn references(&self) -> Vec<AnyKey> {
        [self.case.into(), self.author.into()].into()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::Version(self.case, "", self.version))
    }
}
