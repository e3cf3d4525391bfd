//! Reading the children of the teaching pane, and what it shows of one.

use chrono::NaiveDate;
use trivsel_domain::rules::gate::Course;
use trivsel_domain::value::{CaseId, StaffId};
use trivsel_store::{House, StoreError};

use super::EVER;
use super::cases::{Span, case_views, running};
use crate::panes::teaching::TeachingRead;
use crate::view::{CaseView, Roster};

/// The children who have a seat, by name.
pub(super) fn taught(house: &House, roster: &Roster, today: NaiveDate) -> Result<Vec<CaseView>, StoreError> {
    let mut cases = running(house, today)?;
    cases.retain(|case| case.stage().holds_seat() || case.holds_seat_on(today));
    case_views(house, roster, cases, today, Span::Weeks)
}

/// The plans of a case, and the gate as it stands on a day.
pub(super) fn teaching(
    house: &House,
    roster: &Roster,
    (reader, today): (StaffId, NaiveDate),
    case: CaseId,
) -> Result<Option<TeachingRead>, StoreError> {
    let Some(dossier) = house.dossier(case)? else { return Ok(None) };
    let days = house.days(&[case], EVER.0, EVER.1)?;
    let timetables = house.timetables(case)?;
    let programme = roster.programmes.iter().map(|(p, _)| p).find(|p| *p.code() == dossier.case.programme);
    let course = Course {
        case: &dossier.case,
        child: &dossier.child,
        programme,
        timetables: &timetables,
        calendar: &roster.calendar,
        days: &days,
        measures: &house.measures(case, reader)?,
        reported: &dossier.reported,
    };
    let gate = course.gate(today);
    Ok(Some(TeachingRead { dossier, gate, timetables, days }))
}
