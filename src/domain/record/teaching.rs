//! The teaching plan (undervisningsplan): subjects with level, goal, progress and lessons. Every version is kept.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::{Record, Unique};
use crate::record::goal::HowFar;
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

    /// Whether it belongs to every plan.
    #[must_use]
    pub fn is_always_taught(self) -> bool {
        Self::ALWAYS.contains(&self)
    }
}

/// A decision that departs from the rule of which subjects are taught, with its reason.
/// Source: service description, teaching; our own for the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exception {
    /// One of the three subjects of every plan is not taught for a time (praktik, juniormesterlære).
    Waived(Line),
    /// Another subject is taught although the gate is closed.
    Opened(Line),
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
    /// Lessons per week, 0 to 40; 0 for a waived subject.
    pub lessons: u8,
    /// How far the goal has come; `None` until somebody has judged it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<HowFar>,
    /// The departure from the rule, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<Exception>,
}

impl SubjectPlan {
    /// A subject with a number of lessons and no texts.
    #[must_use]
    pub fn new(subject: Subject, lessons: u8) -> Self {
        Self { subject, level: None, goal: None, materials: None, lessons, progress: None, exception: None }
    }

    /// The reason why it is not taught, if it is waived.
    #[must_use]
    pub fn waived(&self) -> Option<&Line> {
        match &self.exception {
            Some(Exception::Waived(reason)) => Some(reason),
            _ => None,
        }
    }

    /// The reason why it is taught although the gate was closed.
    #[must_use]
    pub fn opened(&self) -> Option<&Line> {
        match &self.exception {
            Some(Exception::Opened(reason)) => Some(reason),
            _ => None,
        }
    }

    /// Whether its lessons and its exception fit the subject.
    fn is_sound(&self) -> bool {
        let always = self.subject.is_always_taught();
        let fits = match self.exception {
            Some(Exception::Waived(_)) => always && self.lessons == 0,
            Some(Exception::Opened(_)) => !always,
            None => true,
        };
        fits && self.lessons <= Self::MOST_LESSONS
    }

    /// The highest number of lessons a week in one subject.
    pub const MOST_LESSONS: u8 = 40;
}

/// A teaching plan without one of the three required subjects, with a duplicate subject, or with a subject whose
/// lessons and exception contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a teaching plan has Danish, maths and English, each taught or waived, and each subject once with at most 40 lessons"
)]
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
    /// [`BadTeachingPlan`] when Danish, maths or English is missing, a subject is listed twice, a waived subject has
    /// lessons, or an exception does not fit its subject.
    pub fn new(
        id: TeachingPlanId,
        case: CaseId,
        from: NaiveDate,
        aim: Option<Line>,
        subjects: Vec<SubjectPlan>,
    ) -> Result<Self, BadTeachingPlan> {
        let once = |s: Subject| subjects.iter().filter(|p| p.subject == s).count() == 1;
        let sound = Subject::ALWAYS.iter().all(|s| once(*s))
            && subjects.iter().all(|p| once(p.subject) && p.is_sound());
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

    /// The plan of one subject.
    #[must_use]
    pub fn subject(&self, subject: Subject) -> Option<&SubjectPlan> {
        self.subjects.iter().find(|p| p.subject == subject)
    }

    /// Lessons a week in all subjects together.
    #[must_use]
    pub fn lessons(&self) -> u32 {
        self.subjects.iter().map(|p| u32::from(p.lessons)).sum()
    }
}

/// The version with the latest first day.
#[must_use]
pub fn latest_plan(versions: &[TeachingPlan]) -> Option<&TeachingPlan> {
    versions.iter().max_by_key(|p| (p.from(), p.id()))
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

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.case.into()].into()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::From(self.case, self.from))
    }
}
