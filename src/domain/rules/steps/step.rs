//! The steps of a case from stage to stage: which there are.

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

/// A stage to go to, with what only that stage has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepTo {
    /// Onto the waiting list.
    Waiting {
        /// How urgent.
        priority: Priority,
        /// When the house last spoke with the family.
        last_contact: Option<NaiveDate>,
    },
    /// Into the lowest seat that is free.
    Admitted,
    /// To start-up, from admission or back from the course.
    StartUp,
    /// To the course, from start-up or back from phase-out.
    Course,
    /// To phase-out.
    PhaseOut,
    /// Out of the programme.
    Closed {
        /// How it ended.
        outcome: Outcome,
        /// The place that receives the child; the phase-out plan's, where nothing is said.
        place: Option<Line>,
    },
    /// Refused or withdrawn before a seat.
    Declined,
}

impl StepTo {
    /// The stage.
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

    /// A step to a stage as a form begins it: what the dossier suggests, and else the usual. Nothing for the
    /// referral, to which no step leads.
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
                    outcome: plan.and_then(|p| p.destination).filter(|_| planned).unwrap_or(usual),
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
    /// Which case.
    pub case: CaseId,
    /// Where the asker saw it stand; if it stands elsewhere now, the step is refused.
    pub from: Stage,
    /// Where to.
    pub to: StepTo,
    /// The day it holds from: today or before, not before the last step. A seat may be given ahead, a year at most.
    pub on: NaiveDate,
    /// Soft requirements to waive. One that is met by then is no longer waived.
    pub waive: Vec<Requirement>,
    /// Why: asked of a waiver, of a move back, of closing early and of declining.
    pub reason: Option<Line>,
}

/// What a step is in the course of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As planned.
    Forward,
    /// Back, because the child needs it.
    Back,
    /// Over before its time: closed early, or declined.
    Early,
}

/// The stages that a case can go to from where it stands, the usual one first. None where it is over: a closed case
/// is not reopened, a new referral links to it. Source: service description, overall intervention; early ends are
/// possible from anywhere.
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

/// What a step is; nothing where there is no such step from where the case stands.
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

/// What the rules know of the house when they judge a step.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The programme of the case.
    pub programme: &'a Programme,
    /// How many seats it has in this house.
    pub norm: SeatNorm,
    /// Every case of the house.
    pub cases: &'a [Case],
    /// Everyone on the staff, also those who have left.
    pub staff: &'a [Staff],
    /// Today.
    pub today: NaiveDate,
}
