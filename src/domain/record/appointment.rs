//! Appointments (aftaler) in the calendar.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::record::talk::TalkKind;
use crate::value::id::{AnyKey, AppointmentId, CaseId, StaffId};
use crate::value::text::Line;
use crate::value::time::Hours;

/// Something agreed on a day, with or without hours, with or without a child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Which.
    pub id: AppointmentId,
    /// The day.
    pub date: NaiveDate,
    /// The hours; nothing for the whole day.
    pub hours: Option<Hours>,
    /// What it is.
    pub title: Line,
    /// Which kind of talk is agreed, if it is one: a booked parent talk is known by it.
    #[serde(default)]
    pub kind: Option<TalkKind>,
    /// Whose case it belongs to, if any.
    pub case: Option<CaseId>,
    /// Who of the staff take part.
    pub staff: Vec<StaffId>,
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
