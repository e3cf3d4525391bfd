//! Reading the seats and the workload of the staff.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::load::{last_school_weeks, loads};
use trivsel_domain::value::StaffId;
use trivsel_store::{House, StoreError};

use crate::layers::seats::SeatsRead;
use crate::layers::staff_load::StaffRead;

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
    let weeks = last_school_weeks(calendar, today);
    let talks = match (weeks.last(), weeks.first()) {
        (Some(from), Some(last)) => house.talk_facts(&who, *from, *last + Days::new(6))?,
        _ => Vec::new(),
    };
    Ok(StaffRead { loads: loads(&staff, &cases, &talks, calendar, today) })
}
