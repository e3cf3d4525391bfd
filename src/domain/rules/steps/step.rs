//! The possible steps of a case from stage to stage.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::case::{Case, Outcome, Priority};
use crate::record::document::DocumentKind;
use crate::record::programme::Programme;
use crate::record::staff::Staff;
use crate::rules::dossier::Dossier;
use crate::value::id::CaseId;
use crate::value::requirement::Requirement;
use crate::value::seat::SeatNorm;
use crate::value::stage::Stage;
use crate::value::text::Line;

/// The target stage of a step, with the data of that stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepTo {
    /// Onto the waiting list.
    Waiting {
        /// The priority on the waiting list.
        priority: Priority,
        /// The day the house last spoke with the family.
        last_contact: Option<NaiveDate>,
    },
    /// Into the lowest free seat.
    Admitted,
    /// To start-up, from admission or back from the course.
    StartUp,
    /// To the course, from start-up or back from phase-out.
    Course,
    /// To phase-out.
    PhaseOut,
    /// Out of the programme.
    Closed {
        /// The outcome.
        outcome: Outcome,
        /// The place that receives the child; `None` takes the place in the phase-out plan.
        place: Option<Line>,
    },
    /// Refused or withdrawn before it had a seat.
    Declined,
}

impl StepTo {
    /// The target stage.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self {
            Self::Waiting { .. } => Stage::Waiting,
            Self::Admitted => Stage::Admitted,
            Self::StartUp => Stage::StartUp,
            Self::Course => Stage::Course,
            Self::PhaseOut => Stage::PhaseOut,
            Self::Closed { .. } => Stage::Closed,
            Self::Declined => Stage::Declined,
        }
    }

    /// The outcome that the plan of a phase-out names; `None` before the phase-out, and without a plan.
    #[must_use]
    pub fn planned_outcome(dossier: &Dossier) -> Option<Outcome> {
        let planned = dossier.case.stage() == Stage::PhaseOut;
        dossier.document(DocumentKind::PhaseOut).and_then(|plan| plan.destination).filter(|_| planned)
    }

    /// The step that a form suggests for a stage: values from the dossier, otherwise the usual ones. `None` for the
    /// referral, which is no target of a step. An outcome is suggested only for the requirements to be shown; a form
    /// leaves the choice to the user.
    #[must_use]
    pub fn suggested(stage: Stage, dossier: &Dossier) -> Option<Self> {
        Some(match stage {
            Stage::Referral => return None,
            Stage::Waiting => Self::Waiting { priority: Priority::Normal, last_contact: None },
            Stage::Admitted => Self::Admitted,
            Stage::StartUp => Self::StartUp,
            Stage::Course => Self::Course,
            Stage::PhaseOut => Self::PhaseOut,
            Stage::Closed => {
                let plan = dossier.document(DocumentKind::PhaseOut);
                let planned = dossier.case.stage() == Stage::PhaseOut;
                let usual = if planned { Outcome::GeneralSchool } else { Outcome::Withdrawn };
                Self::Closed {
                    outcome: Self::planned_outcome(dossier).unwrap_or(usual),
                    place: plan.and_then(|p| p.receiving.clone()).filter(|_| planned),
                }
            }
            Stage::Declined => Self::Declined,
        })
    }
}

/// A step to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepOrder {
    /// The case.
    pub case: CaseId,
    /// The stage the user saw; if the case is at another stage now, the step is refused.
    pub from: Stage,
    /// The target stage.
    pub to: StepTo,
    /// The day it takes effect: today or before, not before the last step. A seat may be given up to a year ahead.
    pub on: NaiveDate,
    /// Soft requirements to waive. A requirement that is met by then is not waived.
    pub waive: Vec<Requirement>,
    /// The reason, required for a waiver, a move back, an early closing and declining.
    pub reason: Option<Line>,
}

/// The direction of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As planned.
    Forward,
    /// Back, because the child needs it.
    Back,
    /// An early end: closed early, or declined.
    Early,
}

/// The stages that a case can go to from its current one, the usual one first. Empty for a closed or declined case: a
/// closed case is not reopened, a new referral links to it.
/// Source: service description, overall intervention; early ends are possible from anywhere.
#[must_use]
pub fn possible(case: &Case) -> Vec<Stage> {
    match case.stage() {
        Stage::Referral => vec![Stage::Admitted, Stage::Waiting, Stage::Declined],
        Stage::Waiting => vec![Stage::Admitted, Stage::Declined],
        Stage::Admitted => vec![Stage::StartUp, Stage::Closed],
        Stage::StartUp => vec![Stage::Course, Stage::Closed],
        Stage::Course => vec![Stage::PhaseOut, Stage::StartUp, Stage::Closed],
        Stage::PhaseOut => vec![Stage::Closed, Stage::Course],
        Stage::Closed | Stage::Declined => vec![],
    }
}

/// The direction of a step; `None` if the case can't take it from its current stage.
#[must_use]
pub fn way(case: &Case, to: &StepTo) -> Option<Way> {
    let from = case.stage();
    possible(case).contains(&to.stage()).then(|| match to {
        StepTo::Declined => Way::Early,
        StepTo::Closed { outcome, .. } if from == Stage::PhaseOut && outcome.is_planned() => Way::Forward,
        StepTo::Closed { .. } => Way::Early,
        to if to.stage() < from => Way::Back,
        _ => Way::Forward,
    })
}

/// The facts about the house that the rules of a step use.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The programme of the case.
    pub programme: &'a Programme,
    /// The number of seats of the programme in this house.
    pub norm: SeatNorm,
    /// Every case of the house.
    pub cases: &'a [Case],
    /// All staff, including those who have left.
    pub staff: &'a [Staff],
    /// Today.
    pub today: NaiveDate,
}
