//! The stages of a case.

use crate::value::code::{Coded, UnknownCode, coded};

coded! {
    "stage"
    /// The stage of a case. Source: service description, referral to phase-out.
    pub enum Stage {
        /// Visitation: the referral committee has the case.
        Referral = "referral",
        /// Venteliste: the case is approved and waits for a seat.
        Waiting = "waiting",
        /// Visiteret: the case has a seat.
        Admitted = "admitted",
        /// Opstart: from the enrolment talk to the start-up talk.
        StartUp = "start_up",
        /// Forløb: the individual course.
        Course = "course",
        /// Udslusning: the planned return.
        PhaseOut = "phase_out",
        /// Afsluttet: the course has ended with an outcome.
        Closed = "closed",
        /// Ikke visiteret: refused or withdrawn before it had a seat.
        Declined = "declined",
    }
}

impl Stage {
    /// Whether a case at this stage holds a seat: from admission to closing, never while it waits.
    /// Source: our own, from the service description's norm.
    #[must_use]
    pub fn holds_seat(self) -> bool {
        SeatedStage::try_from(self).is_ok()
    }
}

coded! {
    "seated stage"
    /// The stages at which a case holds a seat.
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
