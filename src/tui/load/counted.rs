//! Reading what the figures of a child count.

use chrono::NaiveDate;
use trivsel_domain::rules::gate::Course;
use trivsel_domain::value::{CaseId, StaffId};
use trivsel_store::{House, StoreError};

use super::EVER;
use super::cases::{Span, case_views, running};
use super::directory::names;
use crate::layers::counted::{CountedRead, Place};
use crate::view::Roster;

/// The whole register of a case with what is counted from it up to a day; nothing if there is no such case.
pub(super) fn counted(
    house: &House,
    roster: &Roster,
    (reader, today): (StaffId, NaiveDate),
    (case, date, place): (CaseId, NaiveDate, Place),
) -> Result<Option<CountedRead>, StoreError> {
    let Some(dossier) = house.dossier(case)? else { return Ok(None) };
    let rows = case_views(house, roster, vec![dossier.case.clone()], date, Span::Months(reader))?;
    let Some(mut line) = rows.into_iter().next() else { return Ok(None) };
    let (days, measures) = (house.days(&[case], EVER.0, EVER.1)?, house.measures(case, reader)?);
    let course = Course {
        case: &dossier.case,
        child: &dossier.child,
        programme: line.programme.as_ref(),
        timetables: &line.timetables,
        calendar: &roster.calendar,
        days: &days,
        measures: &measures,
        reported: &dossier.reported,
    };
    let (baseline, gate, weeks) = (course.baseline(today), course.gate(today), course.weeks(today));
    let listed = if place == Place::Caseload { running(house, today)? } else { Vec::new() };
    let names = names(house, roster, listed.iter().map(|case| case.id))?;
    line.days = days.into_iter().map(|day| (day.date, day)).collect();
    line.reported = dossier.reported;
    let follow_ups = house.follow_ups(case, reader)?;
    let goals = dossier.goals;
    Ok(Some(CountedRead { place, date, line, baseline, gate, weeks, goals, names, measures, follow_ups }))
}
