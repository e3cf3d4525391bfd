//! Reading what a change of the school calendar moves.

use chrono::NaiveDate;
use trivsel_domain::record::{Closure, Edit};
use trivsel_store::{House, StoreError};

use super::names;
use crate::layers::school_year::moves::ChangeRead;
use crate::view::Roster;

/// What some edits of closures would move on a day, with the names of the children.
pub(super) fn read(
    house: &House,
    roster: &Roster,
    edits: &[Edit<Closure>],
    today: NaiveDate,
) -> Result<ChangeRead, StoreError> {
    let change = house.calendar_change(edits, today)?;
    let named = change.obligations.iter().map(|o| o.case);
    let named = named.chain(change.appointments.iter().filter_map(|a| a.case));
    let names = names(house, roster, named)?;
    Ok(ChangeRead { edits: edits.to_vec(), change, names })
}
