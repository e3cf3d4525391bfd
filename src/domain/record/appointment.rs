//! Appointments (aftaler) in the calendar.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::record::talk::TalkKind;
use crate::value::id::{AnyKey, AppointmentId, CaseId, StaffId};
use crate::value::text::Line;
use crate::value::time::Hours;

/// An appointment on a day; hours and case are optional.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its identity.
    pub id: AppointmentId,
    /// The date.
    pub date: NaiveDate,
    /// The hours; `None` for the whole day.
    pub hours: Option<Hours>,
    /// The title.
    pub title: Line,
    /// The kind of talk, if it is one. The first-parent-talk requirement reads it.
    #[serde(default)]
    pub kind: Option<TalkKind>,
    /// The case it belongs to, if any.
    pub case: Option<CaseId>,
    /// The members of staff who take part.
    pub staff: Vec<StaffId>,
    /// The event in the own calendar of a member of staff that makes them busy; `None` for the house's appointments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Line>,
}

impl Record for Appointment {
    type Key = AppointmentId;

    fn key(&self) -> AppointmentId {
        self.id
    }

    fn references(&self) -> Vec<AnyKey> {
        self.case.map(AnyKey::from).into_iter().chain(self.staff.iter().map(|s| (*s).into())).collect()
    }
}
