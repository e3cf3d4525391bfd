//! Decisions on the house itself: its staff and its seats.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::action::Deed;
use crate::change::{Change, Edit};
use crate::decide::{Decision, Denied};
use crate::facts::Facts;
use crate::id::StaffId;
use crate::programme::{HouseProgramme, ProgrammeCode};
use crate::refusal::{Reason, Refusal};
use crate::seats::SeatNorm;
use crate::staff::Staff;

pub(super) fn add_staff<F: Facts>(facts: &F, staff: &Staff) -> Result<Decision, Denied<F::Error>> {
    let known = facts.staff().map_err(Denied::Failed)?;
    if known.iter().any(|s| s.initials == staff.initials || s.id == staff.id) {
        return Err(Reason::InitialsTaken(staff.initials.clone()).into());
    }
    Ok(Decision::to_do(Deed::Staff, vec![Edit::create(staff.clone()).into()]))
}

pub(super) fn retire_staff<F: Facts>(
    facts: &F,
    who: StaffId,
    on: NaiveDate,
) -> Result<Decision, Denied<F::Error>> {
    let known = facts.staff().map_err(Denied::Failed)?;
    let staff = known.iter().find(|s| s.id == who).ok_or(Reason::NoSuchStaff)?;
    if let Some(left) = staff.left_on {
        return Err(Reason::AlreadyLeft { on: left }.into());
    }
    if !known.iter().any(|s| s.id != who && s.left_on.is_none()) {
        return Err(Reason::LastStaff.into());
    }
    let left = Staff { left_on: Some(on), ..staff.clone() };
    let change = Edit::new(Some(staff.clone()), Some(left)).map(Change::Staff);
    Ok(Decision::to_do(Deed::Staff, change.into_iter().collect()))
}

/// Lowering the norm below the highest seat that is held, today or at any later day already decided, is refused: that
/// seat would no longer exist.
pub(super) fn set_seats<F: Facts>(
    facts: &F,
    programme: &ProgrammeCode,
    norm: SeatNorm,
) -> Result<Decision, Denied<F::Error>> {
    let programmes = facts.programmes().map_err(Denied::Failed)?;
    let (_, old) = programmes
        .iter()
        .find(|(_, p)| p.code == *programme)
        .ok_or_else(|| Reason::NoSuchProgramme(programme.clone()))?;
    let cases = facts.cases().map_err(Denied::Failed)?;
    let mut reasons = Vec::new();
    if let Some(asked) = norm.number() {
        let held = cases
            .iter()
            .filter(|c| c.programme == *programme)
            .filter(|c| c.enrolment().is_some_and(|e| e.until.is_none_or(|until| until > facts.today())))
            .filter_map(|c| c.stay().map(|s| s.seat.get()))
            .max()
            .unwrap_or(0);
        if held > asked {
            reasons.push(Reason::SeatsHeld { held, asked });
        }
    }
    Refusal::unless_empty(reasons)?;
    let new = HouseProgramme { code: programme.clone(), seats: norm };
    let change = Edit::new(Some(old.clone()), Some(new)).map(Change::Programme);
    Ok(Decision::to_do(Deed::Seats, change.into_iter().collect()))
}
