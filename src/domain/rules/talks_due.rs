//! The talks that fall due in the coming weeks, and whose work they are.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use crate::rules::calendar::{Calendar, monday_of};
use crate::rules::obligations::{Ledger, Obligation, State, development_week, obligations_of};
use crate::rules::today::talk_for;
use crate::value::id::{CaseId, StaffId};
use crate::value::obligation::ObligationKind;

/// A talk that falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TalkDue {
    /// The case.
    pub case: CaseId,
    /// The contact of the case: the primary, else the secondary; `None` if it has neither.
    pub staff: Option<StaffId>,
    /// The date by which it is due; before today if it is overdue.
    pub date: NaiveDate,
    /// Whether it is overdue.
    pub late: bool,
}

/// The talks of a case that fall due until a date and are not held yet: its open obligations that a talk answers, and
/// after the next development talk one in each later week that asks for it. Of other kinds only the next one is known.
#[must_use]
pub fn talks_due(
    ledger: &Ledger<'_>,
    calendar: &Calendar,
    today: NaiveDate,
    until: NaiveDate,
) -> Vec<TalkDue> {
    let contacts = ledger.case.contacts;
    let (case, staff) = (ledger.case.id, contacts.primary.or(contacts.secondary));
    let open: Vec<Obligation> = obligations_of(ledger, calendar, today)
        .into_iter()
        .filter(|o| o.is_open() && talk_for(o.kind).is_some())
        .collect();
    let next = open.iter().find(|o| o.kind == ObligationKind::DevelopmentTalk).map(|o| o.date);
    let mondays = next.into_iter().flat_map(|date| {
        // A missed talk is made up for in this week, which then asks for no other.
        let week = monday_of(date.max(today)) + Days::new(7);
        week.iter_days().step_by(7).take_while(|monday| *monday <= until)
    });
    let later = mondays.filter_map(|monday| development_week(ledger, calendar, monday));
    let later = later.map(|week| TalkDue { case, staff, date: week.latest, late: false });
    let known = open.iter().map(|o| TalkDue { case, staff, date: o.date, late: o.state == State::Overdue });
    known.chain(later).filter(|due| due.date <= until).collect()
}
