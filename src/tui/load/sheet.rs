//! Reading the sheet of a case.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use trivsel_domain::rules::gate::Course;
use trivsel_domain::value::{CaseId, StaffId};
use trivsel_store::{House, StoreError, TalkQuery};

use super::cases::{Span, case_views};
use super::{EVER, TRACES_LISTED};
use crate::sheet::{Sheet, Sort, Stretch, Topic, View};
use crate::view::Roster;

/// Everything in the sheet of a case, as it stands on a day; nothing if there is no such case.
pub(super) fn sheet(
    house: &House,
    roster: &Roster,
    reader: StaffId,
    case: CaseId,
    today: NaiveDate,
) -> Result<Option<Sheet>, StoreError> {
    let Some(dossier) = house.dossier(case)? else { return Ok(None) };
    let line = case_views(house, roster, vec![dossier.case.clone()], today, Span::Months(reader))?.pop();
    let all = TalkQuery { cases: vec![case], limit: usize::MAX, ..TalkQuery::default() };
    let (days, measures) = (house.days(&[case], EVER.0, EVER.1)?, house.measures(case, reader)?);
    let programme = roster.programmes.iter().map(|(p, _)| p).find(|p| *p.code() == dossier.case.programme);
    let course = Course {
        case: &dossier.case,
        child: &dossier.child,
        programme,
        timetables: &house.timetables(case)?,
        calendar: &roster.calendar,
        days: &days,
        measures: &measures,
        reported: &dossier.reported,
    };
    let mut sheet = Sheet {
        baseline: course.baseline(today),
        weeks: course.weeks(today),
        cases: house.cases()?,
        talks: house.talks(&all, reader)?,
        follow_ups: house.follow_ups(case, reader)?,
        measures,
        owed: house.obligations_of(case, today)?,
        days,
        traces: house.history_of_case(case, TRACES_LISTED)?,
        view: View::default(),
        cursor: 0,
        stretch: Stretch::default(),
        sort: Sort::default(),
        events: Vec::new(),
        topic: Topic::default(),
        changes: Vec::new(),
        step: 0,
        is_brief: false,
        figures_since: BTreeMap::new(),
        line,
        dossier,
    };
    sheet.recount(programme, &roster.calendar, &roster.lists);
    Ok(Some(sheet))
}
