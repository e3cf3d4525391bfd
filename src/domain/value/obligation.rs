//! The kinds of obligation: what the staff owe a case, and by when.

use crate::value::code::coded;

coded! {
    "obligation"
    /// The kinds of obligation (det, der skal ske). Source: both service descriptions; the law on absence.
    pub enum ObligationKind {
        /// The first contact to the parents after admission.
        FirstContact = "first-contact",
        /// Indskrivningssamtale.
        EnrolmentTalk = "enrolment-talk",
        /// Opstartssamtale.
        StartUpTalk = "start-up-talk",
        /// The weekly udviklingssamtale with the child.
        DevelopmentTalk = "development-talk",
        /// Forældresamtale, every fourth week.
        ParentTalk = "parent-talk",
        /// Trivselssamtale, as agreed on the case.
        WellbeingTalk = "wellbeing-talk",
        /// Opfølgningsmøde.
        FollowUpMeeting = "follow-up-meeting",
        /// Statusskriv before the follow-up meeting.
        StatusLetter = "status-letter",
        /// A score on an outcome measure.
        OutcomeMeasure = "outcome-measure",
        /// The contact to the parents about teaching a child that is absent for long (sygeundervisning).
        SickTeaching = "sick-teaching",
        /// The warning of the parents about unlawful absence.
        Warning = "absence-warning",
        /// The notification of the municipality about unlawful absence.
        Notification = "absence-notification",
        /// The contact of the head to the parents about sick and unlawful days, where a house counts days.
        AbsenceContact = "absence-contact",
        /// The plan of support with PPR, where a house counts days.
        SupportPlan = "support-plan",
        /// A consent that runs out is asked for again.
        ConsentRenewal = "consent-renewal",
        /// The contact to a family on the waiting list.
        WaitingContact = "waiting-contact",
        /// A dated step of the phase-out plan.
        PhaseOutTask = "phase-out-step",
        /// Afslutningsrapport.
        FinalReport = "final-report",
        /// The contact after closing (efterværn).
        Aftercare = "aftercare",
        /// The weeks at the child's school half a year after the course.
        LaterAttendance = "later-attendance",
    }
}

impl ObligationKind {
    /// Whether it can be excused with a reason. A step of a plan changes with the plan, and no course ends without its
    /// report.
    #[must_use]
    pub fn can_be_excused(self) -> bool {
        !matches!(self, Self::PhaseOutTask | Self::FinalReport)
    }

    /// Whether it is asked of a case that is closed.
    #[must_use]
    pub fn is_after_closing(self) -> bool {
        matches!(self, Self::Aftercare | Self::LaterAttendance)
    }

    /// Whether it is answered by recording to whom something went out, and when.
    #[must_use]
    pub fn goes_out(self) -> bool {
        matches!(
            self,
            Self::Warning
                | Self::Notification
                | Self::AbsenceContact
                | Self::SupportPlan
                | Self::SickTeaching
        )
    }
}
