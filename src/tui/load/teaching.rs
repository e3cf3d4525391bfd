//! Lookup what the teaching pane shows of a child.

use chrono::NaiveDate;
use trivsel_domain::rules::gate::Course;
use trivsel_domain::value::{CaseId, StaffId};
use trivsel_store::{House, StoreError};

use super::EVER;
use crate::panes::teaching::TeachingRead;
use crate::view::Roster;

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
