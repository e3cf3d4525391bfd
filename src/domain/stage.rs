//! The stages of a case, and what the steps between them ask for.

use crate::code::{Coded, UnknownCode, coded};

coded! {
    "stage"
    /// Where a case stands. Source: service description, referral to phase-out.
    pub enum Stage {
        /// Visitation: put forward to the referral committee.
        Referral = "referral",
        /// Venteliste: approved, no seat is free.
        Waiting = "waiting",
        /// Visiteret: the seat is given.
        Admitted = "admitted",
        /// Opstart: from the enrolment talk to the start-up talk.
        StartUp = "start_up",
        /// Forløb: the individual course.
        Course = "course",
        /// Udslusning: the planned return.
        PhaseOut = "phase_out",
        /// Afsluttet: over, with an outcome.
        Closed = "closed",
        /// Ikke visiteret: refused or withdrawn before a seat.
        Declined = "declined",
    }
}

impl Stage {
    /// Whether a case at this stage holds a seat: from admission to closing, so never while it waits.
    /// Source: our own, from the service description's norm.
    #[must_use]
    pub fn holds_seat(self) -> bool {
        SeatedStage::try_from(self).is_ok()
    }
}

coded! {
    "seated stage"
    /// The stages that hold a seat, and no others.
    pub enum SeatedStage {
        /// Visiteret.
        Admitted = "admitted",
        /// Opstart.
        StartUp = "start_up",
        /// Forløb.
        Course = "course",
        /// Udslusning.
        PhaseOut = "phase_out",
    }
}

impl From<SeatedStage> for Stage {
    fn from(stage: SeatedStage) -> Self {
        match stage {
            SeatedStage::Admitted => Self::Admitted,
            SeatedStage::StartUp => Self::StartUp,
            SeatedStage::Course => Self::Course,
            SeatedStage::PhaseOut => Self::PhaseOut,
        }
    }
}

impl TryFrom<Stage> for SeatedStage {
    type Error = UnknownCode;

    fn try_from(stage: Stage) -> Result<Self, UnknownCode> {
        Self::from_code(stage.code())
    }
}

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
    }
}

impl Requirement {
    /// Whether it can't be waived.
    #[must_use]
    pub fn is_hard(self) -> bool {
        matches!(self, Self::FreeSeat | Self::PrimaryContact)
    }

    /// The last stage before which it is asked for.
    #[must_use]
    pub fn before(self) -> SeatedStage {
        match self {
            Self::DecisionDate
            | Self::SendingSchool
            | Self::ParentsOnReferral
            | Self::PprOnReferral
            | Self::WithinAudience
            | Self::FreeSeat => SeatedStage::Admitted,
            Self::CaseFiles | Self::PrimaryContact | Self::EnrolmentTalk | Self::StartStructure => {
                SeatedStage::StartUp
            }
            Self::StartUpTalk
            | Self::JointAnalysis
            | Self::StartUpGoals
            | Self::FirstParentTalk
            | Self::TeachingPlan => SeatedStage::Course,
            Self::PhaseOutPlan | Self::YouthGuidance | Self::TreatmentPlan => SeatedStage::PhaseOut,
        }
    }

    /// Everything asked for on the way from referral to a stage.
    pub fn up_to(stage: SeatedStage) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |r| r.before() <= stage)
    }
}
