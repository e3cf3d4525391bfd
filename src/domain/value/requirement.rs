//! The requirements of a case's steps.

use crate::value::code::coded;

coded! {
    "requirement"
    /// A requirement of a step forward. A *hard* one can't be waived; a soft one can, with a reason that stays on the
    /// move.
    /// Source: service description, referral, start-up, course and phase-out; dates and grades of single ones are our
    /// own.
    pub enum Requirement {
        /// The committee's decision has a date.
        DecisionDate = "decision_date",
        /// The sending school is named.
        SendingSchool = "sending_school",
        /// The parents are on the referral.
        ParentsOnReferral = "parents_on_referral",
        /// The municipality's psychologists (PPR) are on the referral.
        PprOnReferral = "ppr_on_referral",
        /// The grade or age is within the programme's range.
        WithinAudience = "within_audience",
        /// A seat is free on the date. Hard.
        FreeSeat = "free_seat",
        /// The case files have arrived.
        CaseFiles = "case_files",
        /// A primary contact is appointed: every course has one. Hard.
        PrimaryContact = "primary_contact",
        /// The enrolment talk has taken place, with child and parents.
        EnrolmentTalk = "enrolment_talk",
        /// The structure of the start is described from the child's perspective.
        StartStructure = "start_structure",
        /// The start-up talk has taken place, with parents and a contact.
        StartUpTalk = "start_up_talk",
        /// The joint analysis covers child, family and school.
        JointAnalysis = "joint_analysis",
        /// At least one personal and one academic start-up goal are set.
        StartUpGoals = "start_up_goals",
        /// The first parent talk is booked.
        FirstParentTalk = "first_parent_talk",
        /// A teaching plan covers Danish, maths and English.
        TeachingPlan = "teaching_plan",
        /// A phase-out plan has a destination, a receiving place and dated steps.
        PhaseOutPlan = "phase_out_plan",
        /// A youth-guidance (UU) contact is named, from grade 8 up.
        YouthGuidance = "youth_guidance",
        /// A treatment plan is on record.
        TreatmentPlan = "treatment_plan",
        /// The house has spoken with the family of a child that goes on the waiting list.
        LastContact = "last_contact",
        /// A dialogue with the referrer about the fitting level is on record.
        /// Source: wellbeing programme, choice of intervention.
        ReferrerDialogue = "referrer_dialogue",
        /// The level is chosen. Source: wellbeing programme, three grades.
        LevelChosen = "level_chosen",
        /// The interventions of the level are set. Source: wellbeing programme, three grades.
        LevelInterventions = "level_interventions",
        /// The final report is signed. Source: wellbeing programme, documentation.
        FinalReport = "final_report",
        /// The destination of the child is set.
        Destination = "destination",
        /// A plan for after school exists when the child leaves grade 9 or 10.
        AfterSchoolPlan = "after_school_plan",
    }
}
