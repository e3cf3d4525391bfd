//! Decisions on the stage of a case. [`checklist`] gives the requirements of a step, here and on the screen.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::register::overtaken;
use crate::decide::why::Why;
use crate::record::case::{Case, Closing, Standing, Stay};
use crate::record::change::Change;
use crate::record::document::DocumentKind;
use crate::record::edit::Edit;
use crate::record::programme::{HouseProgramme, Programme};
use crate::record::stage_move::Move;
use crate::rules::dossier::Dossier;
use crate::rules::steps::checklist::{Check, checklist};
use crate::rules::steps::days::StepDays;
use crate::rules::steps::evidence::{Evidence, Finding};
use crate::rules::steps::step::{StepOrder, StepTo, Terms, Way, way};
use crate::value::requirement::Requirement;
use crate::value::seat::SeatNumber;
use crate::value::stage::SeatedStage;

/// The programme of a case, as the house runs it.
pub(super) fn programme_of(facts: &dyn Facts, case: &Case) -> Result<(Programme, HouseProgramme), Denied> {
    let programmes = facts.programmes()?;
    let found = programmes.into_iter().find(|(_, p)| p.code == case.programme);
    Ok(found.ok_or_else(|| Reason::NoSuchProgramme(case.programme.clone()))?)
}

pub(super) fn step(facts: &dyn Facts, order: &StepOrder) -> Result<Decision, Denied> {
    let dossier = facts.dossier(order.case)?.ok_or(Reason::NoSuchCase)?;
    let case = &dossier.case;
    if case.stage() != order.from {
        return Err(overtaken(facts, &Change::Case(Edit::create(case.clone())), None)?.into());
    }
    let (programme, own) = programme_of(facts, case)?;
    let no_such = Reason::NoSuchStep { from: case.stage(), to: order.to.stage() };
    let way = way(case, &order.to).ok_or(no_such)?;
    let (cases, staff) = (facts.cases()?, facts.staff()?);
    let terms =
        Terms { programme: &programme, norm: own.seats, cases: &cases, staff: &staff, today: facts.today() };
    let checks = checklist(&dossier, &terms, &order.to, order.on);
    let waived = waived(&checks, order);
    let mut reasons = wrong_dates(&dossier, order, facts.today());
    reasons.extend(
        checks
            .iter()
            .filter(|c| !waived.contains(&c.requirement))
            .filter_map(|c| c.unmet(&case.programme))
            .map(Reason::Unmet),
    );
    if order.reason.is_none() {
        reasons.extend((!waived.is_empty()).then_some(Reason::NoReason(Why::Waiver)));
        reasons.extend(needs_reason(way, &order.to).map(Reason::NoReason));
    }
    Refusal::unless_empty(reasons)?;
    let seat = checks.iter().find_map(|c| match c.finding {
        Finding::Met(Evidence::Seat(seat)) => Some(seat),
        _ => None,
    });
    let standing = standing(&dossier, order, seat)
        .ok_or(Reason::NoSuchStep { from: case.stage(), to: order.to.stage() })?;
    let mut new = Case { standing, ..case.clone() };
    new.moves.push(Move {
        from: Some(case.stage()),
        to: order.to.stage(),
        on: order.on,
        waived,
        reason: order.reason.clone(),
        by: Some(facts.asker()),
        at: Some(facts.moment()),
    });
    let change = Edit::new(Some(case.clone()), Some(new)).map(Change::Case);
    Ok(Decision::to_do(ActionKind::Step, change.into_iter().collect()))
}

/// The waivers of the order that still apply: soft requirements that are not met.
fn waived(checks: &[Check], order: &StepOrder) -> Vec<Requirement> {
    let open = checks.iter().filter(|c| !c.is_met() && !c.is_hard());
    open.map(|c| c.requirement).filter(|r| order.waive.contains(r)).collect()
}

fn needs_reason(way: Way, to: &StepTo) -> Option<Why> {
    match (way, to) {
        (Way::Forward, _) => None,
        (Way::Back, _) => Some(Why::Back),
        (Way::Early, StepTo::Declined) => Some(Why::Declining),
        (Way::Early, _) => Some(Why::Early),
    }
}

/// The reasons against the dates: the step must fall on a possible day, and the last contact must not be in the
/// future.
fn wrong_dates(dossier: &Dossier, order: &StepOrder, today: NaiveDate) -> Vec<Reason> {
    let StepDays { first, last } = StepDays::of(dossier, &order.to, today);
    let date = order.on;
    let spoken = match order.to {
        StepTo::Waiting { last_contact: Some(spoken), .. } if spoken > today => {
            Some(Reason::DateAhead { date: spoken })
        }
        _ => None,
    };
    let mut reasons = vec![];
    reasons.extend((date > last).then_some(Reason::DateAhead { date }));
    reasons.extend((date < first).then_some(Reason::DateBefore { date, first }));
    reasons.extend(spoken);
    reasons
}

fn standing(dossier: &Dossier, order: &StepOrder, seat: Option<SeatNumber>) -> Option<Standing> {
    let stay = dossier.case.stay();
    let seated = |stage| stay.map(|stay| Standing::Seated { stage, stay });
    match &order.to {
        StepTo::Waiting { priority, last_contact } => {
            Some(Standing::Waiting { priority: *priority, last_contact: *last_contact })
        }
        StepTo::Admitted => {
            let stay = Stay { seat: seat?, from: order.on };
            Some(Standing::Seated { stage: SeatedStage::Admitted, stay })
        }
        StepTo::StartUp => seated(SeatedStage::StartUp),
        StepTo::Course => seated(SeatedStage::Course),
        StepTo::PhaseOut => seated(SeatedStage::PhaseOut),
        StepTo::Closed { outcome, place } => {
            // A planned end takes its place from the plan by default; an early end only takes the place in the order.
            let planned = || dossier.document(DocumentKind::PhaseOut).and_then(|p| p.receiving.clone());
            let place = place.clone().or_else(|| if outcome.is_planned() { planned() } else { None });
            stay.map(|stay| Standing::Closed {
                stay,
                closing: Closing { on: order.on, outcome: *outcome, place },
            })
        }
        StepTo::Declined => Some(Standing::Declined { on: order.on }),
    }
}
