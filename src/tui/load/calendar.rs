//! Reading what the calendar shows.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::record::Case;
use trivsel_domain::rules::obligations::State;
use trivsel_domain::value::CaseId;
use trivsel_store::{House, StoreError};

use super::{Loaded, names};
use crate::panes::calendar::Due;
use crate::view::Roster;

/// The appointments of some days, with the notes of those that were held.
pub(super) fn appointments(
    house: &House,
    roster: &Roster,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Loaded, StoreError> {
    let appointments = house.appointments(from, to)?;
    let names = names(house, roster, appointments.iter().filter_map(|a| a.case))?;
    let held = house.held(&appointments)?;
    Ok(Loaded::Appointments { days: (from, to), appointments, held, names })
}

/// What is owed and not booked, and the talks that propose themselves: a booked obligation is in sight as its
/// appointment.
pub(super) fn ahead(house: &House, roster: &Roster, now: NaiveDateTime) -> Result<Loaded, StoreError> {
    let cases: HashMap<CaseId, Case> = house.cases()?.into_iter().map(|c| (c.id, c)).collect();
    let unbooked = |state| matches!(state, State::Upcoming | State::Due | State::Overdue);
    let (owed, proposed) = house.obligations_and_proposals(now)?;
    let owed = owed.into_iter().filter(|(_, o)| unbooked(o.state));
    let due = |(case, obligation)| {
        let contacts = cases.get(&case).map(|c| [c.contacts.primary, c.contacts.secondary]);
        Due { case, contacts: contacts.into_iter().flatten().flatten().collect(), obligation }
    };
    let owed: Vec<Due> = owed.map(due).collect();
    let all = owed.iter().map(|due| due.case).chain(proposed.iter().map(|p| p.case));
    let names = names(house, roster, all)?;
    Ok(Loaded::Ahead { owed, proposed, names })
}
