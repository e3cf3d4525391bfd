//! The stage that each requirement precedes, and the place where it is entered.

use crate::record::document::DocumentKind;
use crate::record::programme::Programme;
use crate::record::talk::TalkKind;
use crate::rules::steps::evidence::Place;
use crate::value::code::Coded;
use crate::value::requirement::Requirement;
use crate::value::stage::Stage;

impl Requirement {
    /// Whether it can't be waived.
    #[must_use]
    pub fn is_hard(self) -> bool {
        matches!(self, Self::FreeSeat | Self::PrimaryContact)
    }

    /// The stage that requires it.
    #[must_use]
    pub fn before(self) -> Stage {
        match self {
            Self::LastContact => Stage::Waiting,
            Self::DecisionDate
            | Self::SendingSchool
            | Self::ParentsOnReferral
            | Self::PprOnReferral
            | Self::WithinAudience
            | Self::ReferrerDialogue
            | Self::FreeSeat => Stage::Admitted,
            Self::CaseFiles
            | Self::PrimaryContact
            | Self::EnrolmentTalk
            | Self::StartStructure
            | Self::LevelChosen
            | Self::LevelInterventions => Stage::StartUp,
            Self::StartUpTalk
            | Self::JointAnalysis
            | Self::StartUpGoals
            | Self::FirstParentTalk
            | Self::TeachingPlan => Stage::Course,
            Self::PhaseOutPlan | Self::YouthGuidance | Self::TreatmentPlan => Stage::PhaseOut,
            Self::FinalReport | Self::Destination | Self::AfterSchoolPlan => Stage::Closed,
        }
    }

    /// Whether a programme has the requirement: those about levels apply only in a programme with levels.
    #[must_use]
    pub fn is_asked_in(self, programme: &Programme) -> bool {
        match self {
            Self::ReferrerDialogue | Self::LevelChosen | Self::LevelInterventions => {
                !programme.levels().is_empty()
            }
            _ => true,
        }
    }

    /// The requirements of a programme for one stage.
    pub fn just_before(stage: Stage, programme: &Programme) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |r| r.before() == stage && r.is_asked_in(programme))
    }

    /// The requirements of a programme from referral up to a stage. Requirements of the waiting list alone apply only
    /// to the waiting list.
    pub fn up_to(stage: Stage, programme: &Programme) -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(move |r| Stage::Admitted <= r.before() && r.before() <= stage && r.is_asked_in(programme))
    }

    /// The place where it is entered.
    #[must_use]
    pub fn place(self) -> Place {
        match self {
            Self::DecisionDate | Self::CaseFiles | Self::PrimaryContact | Self::StartStructure => Place::Case,
            Self::SendingSchool | Self::WithinAudience => Place::Child,
            Self::ParentsOnReferral | Self::PprOnReferral | Self::YouthGuidance => Place::People,
            Self::FreeSeat => Place::Seats,
            Self::EnrolmentTalk => Place::Talk(TalkKind::Enrolment),
            Self::StartUpTalk => Place::Talk(TalkKind::StartUp),
            Self::ReferrerDialogue => Place::Talk(TalkKind::Referrer),
            Self::JointAnalysis => Place::Analysis,
            Self::StartUpGoals => Place::Goals,
            Self::FirstParentTalk => Place::Calendar,
            Self::TeachingPlan => Place::Teaching,
            Self::PhaseOutPlan => Place::Document(DocumentKind::PhaseOut),
            Self::TreatmentPlan => Place::Document(DocumentKind::Treatment),
            Self::FinalReport => Place::Document(DocumentKind::FinalReport),
            Self::AfterSchoolPlan => Place::Document(DocumentKind::AfterSchool),
            Self::LevelChosen => Place::Level,
            Self::LevelInterventions => Place::Interventions,
            Self::LastContact | Self::Destination => Place::Step,
        }
    }
}
