//! What the steps between the stages ask for.

use crate::code::{Coded, coded};
use crate::document::DocumentKind;
use crate::programme::Programme;
use crate::stage::Stage;
use crate::steps::Place;
use crate::talk::TalkKind;

coded! {
    "requirement"
    /// What a step forward asks for. A *hard* one can't be waived; a soft one can, with a reason that stays on the move.
    /// Source: service description, referral, start-up, course and phase-out; dates and grades of single ones are our own.
    pub enum Requirement {
        /// The committee's decision has a date.
        DecisionDate = "decision_date",
        /// The sending school is named.
        SendingSchool = "sending_school",
        /// The parents are on the referral.
        ParentsOnReferral = "parents_on_referral",
        /// The municipality's psychologists (PPR) are on the referral.
        PprOnReferral = "ppr_on_referral",
        /// Grade or age is inside the programme's range.
        WithinAudience = "within_audience",
        /// A seat is free on that date. Hard.
        FreeSeat = "free_seat",
        /// The case files have come.
        CaseFiles = "case_files",
        /// A primary contact is appointed: every course has one. Hard.
        PrimaryContact = "primary_contact",
        /// The enrolment talk is held, with child and parents.
        EnrolmentTalk = "enrolment_talk",
        /// How the start is structured, seen from the child's perspective.
        StartStructure = "start_structure",
        /// The start-up talk is held with parents and a contact.
        StartUpTalk = "start_up_talk",
        /// The joint analysis covers child, family and school.
        JointAnalysis = "joint_analysis",
        /// At least one personal and one academic start-up goal.
        StartUpGoals = "start_up_goals",
        /// The first parent talk is booked.
        FirstParentTalk = "first_parent_talk",
        /// A teaching plan with Danish, maths and English.
        TeachingPlan = "teaching_plan",
        /// A phase-out plan: destination, receiving place, dated steps.
        PhaseOutPlan = "phase_out_plan",
        /// A youth-guidance (UU) contact from grade 8 up.
        YouthGuidance = "youth_guidance",
        /// A treatment plan is on record.
        TreatmentPlan = "treatment_plan",
        /// The house has spoken with the family of a child that is to wait.
        LastContact = "last_contact",
        /// A dialogue with the referrer on which level fits is on record.
        /// Source: wellbeing programme, choice of intervention.
        ReferrerDialogue = "referrer_dialogue",
        /// The level is chosen. Source: wellbeing programme, three grades.
        LevelChosen = "level_chosen",
        /// The interventions of the level are set. Source: wellbeing programme, three grades.
        LevelInterventions = "level_interventions",
        /// The final report is signed. Source: wellbeing programme, documentation.
        FinalReport = "final_report",
        /// Where the child goes.
        Destination = "destination",
        /// A plan for after school when leaving grade 9 or 10.
        AfterSchoolPlan = "after_school_plan",
    }
}

impl Requirement {
    /// Whether it can't be waived.
    #[must_use]
    pub fn is_hard(self) -> bool {
        matches!(self, Self::FreeSeat | Self::PrimaryContact)
    }

    /// The stage that it stands before.
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

    /// Whether a programme asks for it at all: what is about levels only where there are levels.
    #[must_use]
    pub fn is_asked_in(self, programme: &Programme) -> bool {
        match self {
            Self::ReferrerDialogue | Self::LevelChosen | Self::LevelInterventions => {
                !programme.levels().is_empty()
            }
            _ => true,
        }
    }

    /// Everything that a programme asks for before one stage.
    pub fn just_before(stage: Stage, programme: &Programme) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |r| r.before() == stage && r.is_asked_in(programme))
    }

    /// Everything that a programme asks for on the way from referral to a stage. What is asked for the waiting list
    /// alone is on nobody's way to a later stage.
    pub fn up_to(stage: Stage, programme: &Programme) -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(move |r| Stage::Admitted <= r.before() && r.before() <= stage && r.is_asked_in(programme))
    }

    /// Where what it asks for is entered.
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
