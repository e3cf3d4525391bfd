//! Booking: how long an appointment lasts, and which others it collides with.

use alloc::vec::Vec;

use crate::record::appointment::Appointment;
use crate::record::edit::Edit;
use crate::record::programme::Programme;
use crate::record::talk::TalkKind;
use crate::value::id::{CaseId, StaffId};
use crate::value::time::{Hours, Minutes};

/// The length of an appointment in minutes if its programme has no usual one.
const USUAL: u16 = 60;

/// The usual length of an appointment in minutes: that of the kind of talk in the child's programme, or an hour.
#[must_use]
pub fn usual_minutes(programme: Option<&Programme>, kind: Option<TalkKind>) -> u16 {
    let usual = kind.and_then(|kind| programme?.usual(kind)?.minutes);
    usual.map_or(USUAL, Minutes::get)
}

/// Whether an appointment on these hours shares time with another of the same day. One without hours takes all day.
#[must_use]
pub fn share_time(hours: Option<Hours>, other: &Appointment) -> bool {
    match (hours, other.hours) {
        (Some(one), Some(other)) => one.shared_minutes(other) > 0,
        _ => true,
    }
}

/// Whether an appointment takes a member of staff or the child of another at the same time. One that was not held takes
/// nobody.
#[must_use]
pub fn collide(one: &Appointment, other: &Appointment) -> bool {
    let same_people = one.takes_place() && takes(other, &one.staff, one.case);
    one.id != other.id && one.date == other.date && share_time(one.hours, other) && same_people
}

/// Whether an appointment that takes place takes one of these members of staff, or the child of this case.
#[must_use]
pub fn takes(appointment: &Appointment, staff: &[StaffId], case: Option<CaseId>) -> bool {
    let shared = appointment.staff.iter().any(|who| staff.contains(who));
    appointment.takes_place() && (shared || (case.is_some() && appointment.case == case))
}

/// The appointments that some edits make collide. One that is edited too, or collided before, is not among them.
#[must_use]
pub fn collisions<'a>(edits: &[Edit<Appointment>], known: &'a [Appointment]) -> Vec<&'a Appointment> {
    let anew = |edit: &Edit<Appointment>, other: &Appointment| {
        edit.new_state().is_some_and(|new| collide(new, other))
            && !edit.old().is_some_and(|old| collide(old, other))
    };
    let is_hit = |other: &&Appointment| {
        !edits.iter().any(|edit| edit.key() == other.id) && edits.iter().any(|edit| anew(edit, other))
    };
    known.iter().filter(is_hit).collect()
}
