//! Booking: how long an appointment lasts, and which others it collides with.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::appointment::Appointment;
use crate::record::edit::Edit;
use crate::record::programme::Programme;
use crate::record::talk::TalkKind;
use crate::value::id::{AppointmentId, CaseId, StaffId, TalkId};
use crate::value::time::{Hours, Minutes, TimeOfDay};

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

/// A signed talk of a case, without what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedTalk {
    /// Its identity.
    pub id: TalkId,
    /// The case.
    pub case: CaseId,
    /// The kind of talk.
    pub kind: TalkKind,
    /// The day it was held.
    pub date: NaiveDate,
    /// The time it began, if it is known.
    pub start: Option<TimeOfDay>,
}

/// The signed talk that shows that an appointment was held, by appointment: one of its kind with its child on its day. For
/// an appointment without a kind it is one that began at its time. A talk shows it of one appointment: of the one at its
/// time, otherwise of the first that no other talk is for. Source: our own.
#[must_use]
pub fn held(appointments: &[Appointment], talks: &[SignedTalk]) -> BTreeMap<AppointmentId, TalkId> {
    let mut found = BTreeMap::new();
    let mut left: Vec<&SignedTalk> = talks.iter().collect();
    for exactly in [true, false] {
        for one in appointments.iter().filter(|a| a.takes_place() && a.event.is_none()) {
            let answers = |talk: &&SignedTalk| {
                let at_its_time = talk.start.is_some() && one.hours.map(Hours::from) == talk.start;
                let by_kind = one.kind == Some(talk.kind) && (at_its_time || !exactly);
                let fits = by_kind || (one.kind.is_none() && at_its_time);
                one.case == Some(talk.case) && one.date == talk.date && fits
            };
            if !found.contains_key(&one.id)
                && let Some(at) = left.iter().position(answers)
            {
                found.insert(one.id, left.remove(at).id);
            }
        }
    }
    found
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
