//! What programs left that were killed: it is taken up at the next start of anybody, of the screen or of a command.

use trivsel_domain::value::StaffId;
use trivsel_store::House;

use super::autosave::save;
use super::external_editor;
use crate::clock::Clock;

/// Saves the texts that were in an editor, each for who wrote it, and those that `me` set aside beside the house, and
/// removes their files. Does nothing in a house that can only be read. `screen` marks the hold on the drafts meanwhile.
/// Answers whether a text beside the house can't be read.
pub fn take_up(house: &mut House, clock: Clock, me: StaffId, screen: u128) -> bool {
    if !house.is_writable() {
        return false;
    }
    let beside = house.folder().map(|f| f.path().to_owned());
    let damaged = save::take_up(house, clock.asker(me), screen);
    let staff: Vec<_> = house.staff().unwrap_or_default().into_iter().map(|one| one.id).collect();
    external_editor::recover(beside.as_deref(), &staff, |writer, draft, text| {
        save::recovered(house, clock.asker(writer), screen, draft, text).is_ok()
    });
    damaged
}
