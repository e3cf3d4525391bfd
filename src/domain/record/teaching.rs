//! The teaching plan (undervisningsplan): subjects with level, goal and lessons. Every version is kept.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::{Record, Unique};
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId, TeachingPlanId};
use crate::value::text::Line;

coded! {
    "subject"
    /// Subjects of the Folkeskole.
    pub enum Subject {
        /// Dansk.
        Danish = "danish",
        /// Matematik.
        Maths = "maths",
        /// Engelsk.
        English = "english",
        /// Tysk.
        German = "german",
        /// Fransk.
        French = "french",
        /// Historie.
        History = "history",
        /// Samfundsfag.
        SocialStudies = "social-studies",
        /// Geografi.
        Geography = "geography",
        /// Biologi.
        Biology = "biology",
        /// Fysik/kemi.
        PhysicsChemistry = "physics-chemistry",
        /// Kristendomskundskab.
        ChristianStudies = "christian-studies",
        /// Natur/teknologi.
        NatureTechnology = "nature-technology",
        /// Musik.
        Music = "music",
        /// Billedkunst.
        Art = "art",
        /// Håndværk og design.
        Crafts = "crafts",
        /// Madkundskab.
        HomeEconomics = "home-economics",
        /// Idræt.
        Pe = "pe",
    }
}

impl Subject {
    /// The three subjects of every plan. Source: service description, teaching.
    pub const ALWAYS: [Self; 3] = [Self::Danish, Self::Maths, Self::English];
}

/// The plan for one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectPlan {
    /// The subject.
    pub subject: Subject,
    /// The current academic level.
    pub level: Option<Line>,
    /// The goal.
    pub goal: Option<Line>,
    /// Materials.
    pub materials: Option<Line>,
    /// Lessons per week, 0 to 40.
    pub lessons: u8,
}

/// A teaching plan without one of the three required subjects, or with a duplicate subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a teaching plan has Danish, maths and English, and each subject once with at most 40 lessons")]
pub struct BadTeachingPlan;

/// One version of a child's teaching plan. Source: service description, teaching (a plan that is adjusted as it goes).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawPlan")]
pub struct TeachingPlan {
    id: TeachingPlanId,
    case: CaseId,
    from: NaiveDate,
    aim: Option<Line>,
    subjects: Vec<SubjectPlan>,
}

#[derive(Deserialize)]
struct RawPlan {
    id: TeachingPlanId,
    case: CaseId,
    from: NaiveDate,
    aim: Option<Line>,
    subjects: Vec<SubjectPlan>,
}

impl TeachingPlan {
    /// Makes a version in force from a date.
    ///
    /// # Errors
    /// [`BadTeachingPlan`] when Danish, maths or English is missing, or a subject is listed twice.
    pub fn new(
        id: TeachingPlanId,
        case: CaseId,
        from: NaiveDate,
        aim: Option<Line>,
        subjects: Vec<SubjectPlan>,
    ) -> Result<Self, BadTeachingPlan> {
        let once = |s: Subject| subjects.iter().filter(|p| p.subject == s).count() == 1;
        let sound = Subject::ALWAYS.iter().all(|s| once(*s))
            && subjects.iter().all(|p| once(p.subject) && p.lessons <= 40);
        if sound { Ok(Self { id, case, from, aim, subjects }) } else { Err(BadTeachingPlan) }
    }

    /// The identity of the version.
    #[must_use]
    pub fn id(&self) -> TeachingPlanId {
        self.id
    }

    /// The case it belongs to.
    #[must_use]
    pub fn case(&self) -> CaseId {
        self.case
    }

    /// The first day it is in force.
    #[must_use]
    pub fn from(&self) -> NaiveDate {
        self.from
    }

    /// The aim of the plan.
    #[must_use]
    pub fn aim(&self) -> Option<&Line> {
        self.aim.as_ref()
    }

    /// The subjects.
    #[must_use]
    pub fn subjects(&self) -> &[SubjectPlan] {
        &self.subjects
    }
}

impl TryFrom<RawPlan> for TeachingPlan {
    type Error = BadTeachingPlan;

    fn try_from(raw: RawPlan) -> Result<Self, BadTeachingPlan> {
        Self::new(raw.id, raw.case, raw.from, raw.aim, raw.subjects)
    }
}

impl Record for TeachingPlan {
    type Key = TeachingPlanId;

    fn key(&self) -> TeachingPlanId {
        self.id
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.case.into()].into()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::From(self.case, self.from))
    }
}
