//! The requirements of a step and their findings. The decision on the step reads the same list.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::case::Case;
use crate::record::programme::Programme;
use crate::rules::dossier::Dossier;
use crate::rules::steps::checks::find;
use crate::rules::steps::evidence::{Finding, Place, Unmet};
use crate::rules::steps::step::{StepTo, Terms, Way, way};
use crate::value::programme_code::ProgrammeCode;
use crate::value::requirement::Requirement;
use crate::value::stage::Stage;

/// One requirement of a step and its finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The requirement.
    pub requirement: Requirement,
    /// The place where it is entered.
    pub place: Place,
    /// The evidence on record, or what is missing.
    pub finding: Finding,
}

impl Check {
    /// Whether it is met, or not called for.
    #[must_use]
    pub fn is_met(&self) -> bool {
        matches!(self.finding, Finding::Met(_))
    }

    /// Whether it can't be waived.
    #[must_use]
    pub fn is_hard(&self) -> bool {
        self.requirement.is_hard()
    }

    /// The unmet requirement for a refusal; `None` if it is met.
    #[must_use]
    pub fn unmet(&self, programme: &ProgrammeCode) -> Option<Unmet> {
        match &self.finding {
            Finding::Met(_) => None,
            Finding::Unmet(missing) => Some(Unmet {
                requirement: self.requirement,
                programme: programme.clone(),
                hard: self.is_hard(),
                missing: missing.clone(),
                place: self.place,
            }),
        }
    }
}

/// The requirements of a step, in the order of the programme. A move back needs only a reason. So does an early end,
/// except for the final report of a programme with levels once the course has begun.
/// Source: service descriptions; wellbeing programme, documentation (a final report after every course).
#[must_use]
pub fn asked(case: &Case, to: &StepTo, programme: &Programme) -> Vec<Requirement> {
    let from = case.stage();
    match way(case, to) {
        None | Some(Way::Back) => vec![],
        Some(Way::Early) => {
            let begun = matches!(from, Stage::StartUp | Stage::Course | Stage::PhaseOut);
            if begun && !programme.levels().is_empty() { vec![Requirement::FinalReport] } else { vec![] }
        }
        Some(Way::Forward) => match (from, to.stage()) {
            (_, Stage::Waiting) => Requirement::just_before(Stage::Admitted, programme)
                .filter(|r| *r != Requirement::FreeSeat)
                .chain([Requirement::LastContact])
                .collect(),
            // The step onto the waiting list has checked the rest.
            (Stage::Waiting, Stage::Admitted) => vec![Requirement::FreeSeat],
            (_, stage) => Requirement::just_before(stage, programme).collect(),
        },
    }
}

/// The checks that staff are shown. Without a limit there is always a seat, and nobody asks for it.
#[must_use]
pub fn shown(mut checks: Vec<Check>, terms: &Terms<'_>) -> Vec<Check> {
    checks.retain(|c| c.requirement != Requirement::FreeSeat || terms.norm.number().is_some());
    checks
}

/// The requirements of a step on a date, each with its finding. Empty for a step without requirements and for a step
/// that does not exist.
#[must_use]
pub fn checklist(dossier: &Dossier, terms: &Terms<'_>, to: &StepTo, on: NaiveDate) -> Vec<Check> {
    asked(&dossier.case, to, terms.programme)
        .into_iter()
        .map(|requirement| {
            let finding = find(requirement, dossier, terms, to, on);
            Check {
                requirement,
                place: finding.place(dossier.case.stage()).unwrap_or(requirement.place()),
                finding,
            }
        })
        .collect()
}
