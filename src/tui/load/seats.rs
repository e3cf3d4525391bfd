//! Reading the seats and the workload of the staff.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use trivsel_domain::rules::calendar::{Calendar, monday_of};
use trivsel_domain::rules::load::{LoadFacts, last_school_weeks, loads, weeks_ahead, without_contact};
use trivsel_domain::value::StaffId;
use trivsel_store::{House, StoreError};

use crate::layers::seats::SeatsRead;
use crate::layers::staff_load::{StaffFacts, StaffRead};

/// Every case with its child, since the map can be shown on any date.
pub(super) fn seats(house: &House) -> Result<SeatsRead, StoreError> {
    let children: HashMap<_, _> = house.children()?.into_iter().map(|c| (c.id, c)).collect();
    Ok(SeatsRead { cases: house.cases()?, children })
}

/// The workload of each member of staff.
pub(super) fn staff_load(
    house: &House,
    calendar: &Calendar,
    today: NaiveDate,
) -> Result<StaffRead, StoreError> {
    let staff = house.staff()?;
    let cases = super::cases::running(house, today)?;
    let who: Vec<StaffId> =
        staff.iter().filter(|s| s.left_on.is_none_or(|on| today < on)).map(|s| s.id).collect();
    let monday = monday_of(today);
    let from = last_school_weeks(calendar, today).last().copied().unwrap_or(monday);
    let until = weeks_ahead(today).last().unwrap_or(monday) + Days::new(6);
    let talks = house.talk_facts(&who, from, today)?;
    let due = house.talks_due(today, until)?;
    let appointments = house.appointments(monday, until)?;
    let facts =
        LoadFacts { staff: &staff, cases: &cases, talks: &talks, due: &due, appointments: &appointments };
    let (loads, without_contact) = (loads(&facts, calendar, today), without_contact(&due, today));
    let counted = StaffFacts { cases, talks, due, appointments };
    Ok(StaffRead { loads, without_contact, counted })
}
