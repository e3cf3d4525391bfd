//! Reads what a change of appointments needs: those that it would collide with, and the series.

use trivsel_domain::record::{Appointment, Edit};
use trivsel_domain::rules::booking::collisions as collide;
use trivsel_store::{House, StoreError};

use super::{Loaded, names};
use crate::panes::calendar::book::Proposal;
use crate::panes::calendar::change::Asked;
use crate::view::Roster;

/// The appointments that a proposal would collide with.
pub(super) fn collisions(house: &House, roster: &Roster, proposal: &Proposal) -> Result<Loaded, StoreError> {
    let dates = || proposal.edits.iter().filter_map(Edit::new_state).map(|new| new.date);
    let known = match dates().min().zip(dates().max()) {
        Some((first, last)) => house.appointments(first, last)?,
        None => Vec::new(),
    };
    let others: Vec<Appointment> = collide(&proposal.edits, &known).into_iter().cloned().collect();
    let new = proposal.edits.iter().filter_map(Edit::new_state);
    let names = names(house, roster, others.iter().chain(new).filter_map(|a| a.case))?;
    Ok(Loaded::Collisions { proposal: Box::new(proposal.clone()), others, names })
}

/// The series of an appointment that is to be changed; nothing for one that stands alone.
pub(super) fn series(house: &House, asked: &Asked) -> Result<Loaded, StoreError> {
    let members = asked.one.series.map(|place| house.series(place.id)).transpose()?.unwrap_or_default();
    Ok(Loaded::Series { asked: Box::new(asked.clone()), members })
}
