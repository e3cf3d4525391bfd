//! Appointments (aftaler) in the calendar.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::record::talk::TalkKind;
use crate::value::id::{AnyKey, AppointmentId, CaseId, SeriesId, StaffId};
use crate::value::not_held::NotHeld;
use crate::value::repeat::Repeat;
use crate::value::text::Line;
use crate::value::time::Hours;

/// The place of an appointment in a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InSeries {
    /// The series.
    pub id: SeriesId,
    /// The rule that its days follow.
    pub repeat: Repeat,
    /// The day by the rule; the appointment is on another one if the school is closed then, or if it was moved.
    pub nominal: NaiveDate,
}

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
    /// Why it was not held; `None` while nothing says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_held: Option<NotHeld>,
    /// Its place in a series, if it is in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<InSeries>,
}

impl Appointment {
    /// Whether it takes place: nothing says that it was not held.
    #[must_use]
    pub fn takes_place(&self) -> bool {
        self.not_held.is_none()
    }
}

impl Record for Appointment {
    type Key = AppointmentId;

    fn key(&self) -> AppointmentId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        self.case.map(AnyKey::from)
    }

    fn references(&self) -> Vec<AnyKey> {
        self.case.map(AnyKey::from).into_iter().chain(self.staff.iter().map(|s| (*s).into())).collect()
    }
}
