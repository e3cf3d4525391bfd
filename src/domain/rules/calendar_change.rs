//! What another school calendar moves: due dates, appointments, and the days of the register.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::appointment::Appointment;
use crate::record::timetable::DayPlan;
use crate::rules::calendar::Calendar;
use crate::rules::obligations::{Ledger, Obligation, obligations_of};
use crate::rules::register::plan_on;
use crate::value::id::CaseId;
use crate::value::school_year::SchoolYear;

/// An open obligation whose date moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescheduled {
    /// The case.
    pub case: CaseId,
    /// The obligation as it is; `None` if only the new calendar asks for it.
    pub before: Option<Obligation>,
    /// The obligation as it becomes; `None` if the new calendar does not ask for it.
    pub after: Option<Obligation>,
}

/// A day that the register loses or gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterDay {
    /// The date.
    pub date: NaiveDate,
    /// The number of children who are planned on it, at least 1.
    pub children: usize,
}

/// The difference that a change of the school calendar makes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarChange {
    /// The obligations that move, by case.
    pub obligations: Vec<Rescheduled>,
    /// The appointments from today on that the change puts on a closed day.
    pub appointments: Vec<Appointment>,
    /// The days that the register loses, in this school year and the next.
    pub closed: Vec<RegisterDay>,
    /// The days that the register gets, in this school year and the next.
    pub opened: Vec<RegisterDay>,
}

impl CalendarChange {
    /// Whether nothing moves.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What moves if one school calendar takes the place of another. Busy times of the staff do not belong to the house and
/// are left out.
#[must_use]
pub fn calendar_change(
    before: &Calendar,
    after: &Calendar,
    ledgers: &[Ledger<'_>],
    appointments: &[Appointment],
    today: NaiveDate,
) -> CalendarChange {
    let closes = |date: NaiveDate| before.is_school_day(date) && !after.is_school_day(date);
    let opens = |date: NaiveDate| !before.is_school_day(date) && after.is_school_day(date);
    let is_hit = |a: &&Appointment| a.event.is_none() && a.takes_place() && a.date >= today && closes(a.date);
    CalendarChange {
        obligations: ledgers.iter().flat_map(|ledger| rescheduled(before, after, ledger, today)).collect(),
        appointments: appointments.iter().filter(is_hit).cloned().collect(),
        closed: register_days(ledgers, today, closes),
        opened: register_days(ledgers, today, opens),
    }
}

/// The open obligations of one case that move. Of several of one kind the first stays the first.
fn rescheduled(
    before: &Calendar,
    after: &Calendar,
    ledger: &Ledger<'_>,
    today: NaiveDate,
) -> Vec<Rescheduled> {
    let case = ledger.case.id;
    let open = |calendar| obligations_of(ledger, calendar, today).into_iter().filter(Obligation::is_open);
    let mut new: Vec<Obligation> = open(after).collect();
    let mut found = Vec::new();
    for old in open(before) {
        let same = |o: &Obligation| o.kind == old.kind && o.number == old.number;
        let becomes = new.iter().position(same).map(|at| new.remove(at));
        if becomes.as_ref().map(|o| o.date) != Some(old.date) {
            found.push(Rescheduled { case, before: Some(old), after: becomes });
        }
    }
    found.extend(new.into_iter().map(|o| Rescheduled { case, before: None, after: Some(o) }));
    found
}

/// The days of this school year and the next that a test holds for and on which some child is planned.
fn register_days(
    ledgers: &[Ledger<'_>],
    today: NaiveDate,
    is_one: impl Fn(NaiveDate) -> bool,
) -> Vec<RegisterDay> {
    let this = SchoolYear::of(today);
    let last = SchoolYear::from_starting(this.starting().saturating_add(1)).last_day();
    let planned = |ledger: &&Ledger<'_>, date: NaiveDate| {
        let plan = plan_on(ledger.case, Some(ledger.programme), &ledger.timetables, date);
        ledger.case.holds_seat_on(date) && *plan != DayPlan::Off
    };
    let count = |date: NaiveDate| ledgers.iter().filter(|ledger| planned(ledger, date)).count();
    let days = this.first_day().iter_days().take_while(|date| *date <= last).filter(|date| is_one(*date));
    let days = days.map(|date| RegisterDay { date, children: count(date) });
    days.filter(|day| day.children > 0).collect()
}
