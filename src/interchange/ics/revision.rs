//! How often an appointment or a closure was changed, and when last: a calendar takes the newest state of an event.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use trivsel_domain::record::{Appointment, Change};
use trivsel_domain::value::{AnyKey, AppointmentId};

/// The state of a record's changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Revision {
    /// 0 for the first state.
    pub number: u32,
    pub at: NaiveDateTime,
}

/// What the history says of the calendar.
#[derive(Clone, Debug, Default)]
pub struct Revisions {
    of: BTreeMap<AnyKey, Revision>,
    removed: BTreeMap<AppointmentId, Appointment>,
}

impl Revisions {
    /// Reads the changes, oldest first.
    pub fn of<'c>(changes: impl Iterator<Item = (NaiveDateTime, &'c Change)>) -> Self {
        let mut all = Self::default();
        for (at, change) in changes {
            all.of
                .entry(change.key())
                .and_modify(|seen| *seen = Revision { number: seen.number + 1, at })
                .or_insert(Revision { number: 0, at });
            if let Change::Appointment(edit) = change {
                match (edit.old(), edit.new_state()) {
                    (Some(old), None) => all.removed.insert(old.id, old.clone()),
                    _ => all.removed.remove(&edit.key()),
                };
            }
        }
        all
    }

    /// The revision of a record; the first, at the start of time, if the history does not know it.
    pub(super) fn revision(&self, key: &AnyKey) -> Revision {
        self.of.get(key).copied().unwrap_or_default()
    }

    /// The appointments that were removed, as they were.
    pub(super) fn removed(&self) -> impl Iterator<Item = &Appointment> {
        self.removed.values()
    }
}
