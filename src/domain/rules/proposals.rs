//! Proposals: the talks of this week and the next that are owed and not booked, each at a time when all are free.
//!
//! A proposal is never written by itself: somebody takes it. What is reckoned from a talk of this week, such as the next
//! development talk, is proposed as if what is booked and proposed until then were held.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use crate::record::appointment::Appointment;
use crate::record::staff::Staff;
use crate::record::talk::TalkKind;
use crate::rules::booking::{takes, usual_minutes};
use crate::rules::calendar::{Calendar, monday_of};
use crate::rules::free::{Diary, Meeting, NoTime, Range, Slot};
use crate::rules::obligations::{Booked, Held, Ledger, Obligation, Reckoned, State, obligations_of};
use crate::rules::today::talk_for;
use crate::value::id::{AppointmentId, CaseId, StaffId};
use crate::value::obligation::ObligationKind;
use crate::value::role::Role;
use crate::value::text::Line;

/// Minutes between two talks of the same people. Source: our own, the time between two children.
const PAUSE: u16 = 10;
/// Days ahead within which the appointments are read: no window of a proposal ends later.
pub const DAYS_AHEAD: u64 = 35;

/// The facts that proposals are made from.
#[derive(Clone, Debug)]
pub struct Planning<'a> {
    /// The ledgers of the open cases. Of two equally urgent talks that of the earlier ledger gets its time first.
    pub ledgers: Vec<Ledger<'a>>,
    /// The appointments of the next [`DAYS_AHEAD`] days, busy times included.
    pub appointments: Vec<Appointment>,
    /// The staff, past and present.
    pub staff: &'a [Staff],
    /// The school calendar.
    pub calendar: &'a Calendar,
    /// Now, in the house's own time zone.
    pub now: NaiveDateTime,
}

/// A talk that proposes itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The case.
    pub case: CaseId,
    /// What is owed.
    pub owed: Obligation,
    /// The kind of talk.
    pub kind: TalkKind,
    /// The members of staff: of a talk with the child alone one contact, otherwise all contacts.
    pub staff: Vec<StaffId>,
    /// The Monday of the week it is listed in.
    pub week: NaiveDate,
    /// When all are free, or why they never are.
    pub time: Result<Slot, NoTime>,
}

impl Proposal {
    /// What tells it from every other proposal, also when it is made again later.
    #[must_use]
    pub fn key(&self) -> (CaseId, ObligationKind, NaiveDate) {
        (self.case, self.owed.kind, self.owed.since)
    }

    /// The appointment, once it is taken; `None` without a time.
    #[must_use]
    pub fn appointment(&self, id: AppointmentId, title: Line) -> Option<Appointment> {
        let Slot { date, hours } = self.time.ok()?;
        Some(Appointment {
            id,
            date,
            hours: Some(hours),
            title,
            kind: Some(self.kind),
            case: Some(self.case),
            staff: self.staff.clone(),
            event: None,
            not_held: None,
            series: None,
        })
    }
}

/// The kind of talk that an obligation is booked as; `None` for what is done without an appointment.
#[must_use]
pub fn booked_as(kind: ObligationKind) -> Option<TalkKind> {
    talk_for(kind).filter(|talk| *talk != TalkKind::Message)
}

/// The proposals of this week and the next, by week; within a week those with a time first, by time. No two of them
/// share time with each other's people. What is due already may have its date later than next week.
#[must_use]
pub fn proposals(planning: &Planning<'_>) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = Vec::new();
    let mut taken = planning.appointments.clone();
    let this = monday_of(planning.now.date());
    for monday in [this, this + Days::new(7)] {
        for wanted in wanted(planning, &found, monday) {
            let proposal = place(planning, &taken, &wanted, monday);
            let again = found.iter().any(|p| p.key() == proposal.key());
            if again && proposal.time.is_err() {
                continue;
            }
            // What was late already when this week was full is said once, where it has a time.
            found.retain(|p| p.key() != proposal.key() || p.owed.state != State::Overdue);
            taken.extend(untitled(&proposal));
            found.push(proposal);
        }
    }
    found.sort_by_key(|p| (p.week, p.time.is_err(), p.time.ok(), p.owed.date));
    found
}

/// A talk that is owed and not booked.
struct Wanted<'a> {
    ledger: &'a Ledger<'a>,
    owed: Obligation,
    kind: TalkKind,
}

/// What is wanted in the week of a Monday, the most urgent first.
fn wanted<'a>(planning: &'a Planning<'_>, found: &[Proposal], monday: NaiveDate) -> Vec<Wanted<'a>> {
    let (day, last) = (planning.now.date().max(monday), monday + Days::new(6));
    let mut all = Vec::new();
    for ledger in &planning.ledgers {
        let ahead = as_if_held(ledger, found, day);
        for owed in obligations_of(&ahead, planning.calendar, day) {
            let Some(kind) = booked_as(owed.kind).filter(|_| owed.is_open()) else { continue };
            let near = owed.window.earliest <= planning.now.date() || owed.date <= last;
            // A talk that is booked for this week also answers the week that was missed.
            let end = owed.window.latest.max(last);
            let met = ahead.booked.iter().any(|b| b.kind == kind && (day..=end).contains(&b.date));
            if near && owed.booked.is_none() && !met {
                all.push(Wanted { ledger, owed, kind });
            }
        }
    }
    all.sort_by_key(|w| (w.owed.window.latest, w.owed.date));
    all
}

/// The ledger as it stands on a day if everything that is booked or proposed until then was held.
fn as_if_held<'a>(ledger: &Ledger<'a>, found: &[Proposal], day: NaiveDate) -> Ledger<'a> {
    let mut ahead = ledger.clone();
    let proposed = found.iter().filter(|p| p.case == ledger.case.id).filter_map(|p| {
        let Slot { date, hours } = p.time.ok()?;
        Some(Booked { appointment: NOT_YET, kind: p.kind, date, hours: Some(hours) })
    });
    ahead.booked.extend(proposed);
    let (before, later): (Vec<Booked>, Vec<Booked>) = ahead.booked.into_iter().partition(|b| b.date < day);
    ahead.booked = later;
    ahead.booked.sort_by_key(|b| b.date);
    ahead.talks.extend(before.iter().map(|b| Held { kind: b.kind, date: b.date }));
    ahead.talks.sort_by_key(|t| t.date);
    ahead
}

/// The identity of an appointment that is not made yet.
const NOT_YET: AppointmentId = AppointmentId::from_u128(0);

/// Finds the time of a talk: within its window, or in the week of a Monday if the window has passed.
fn place(planning: &Planning<'_>, taken: &[Appointment], wanted: &Wanted<'_>, monday: NaiveDate) -> Proposal {
    let Wanted { ledger, owed, kind } = wanted;
    let sunday = monday + Days::new(6);
    let late = owed.state == State::Overdue;
    let (first, to) = if late { (monday, sunday) } else { (owed.window.earliest, owed.window.latest) };
    let usual = ledger.programme.usual(*kind).map_or(&[][..], |usual| &usual.with);
    let staff = people(planning, ledger, usual);
    let meeting = Meeting {
        staff: &staff,
        case: Some(ledger.case.id),
        timetables: usual.contains(&Role::Child).then_some(&ledger.timetables),
        minutes: usual_minutes(Some(ledger.programme), Some(*kind)),
        pause: PAUSE,
    };
    // Nobody outside the house is asked to come the same day, unless it is the last one.
    let tomorrow = planning.now.date() + Days::new(1);
    let asks = usual != [Role::Child] && tomorrow <= to;
    let soonest = if asks { tomorrow.and_time(NaiveTime::MIN) } else { planning.now };
    let range = Range { from: soonest.max(first.and_time(NaiveTime::MIN)), to };
    let diary = Diary { appointments: taken, calendar: planning.calendar };
    let mut days: Vec<NaiveDate> = planning.calendar.school_days(range.from.date(), to).collect();
    let load = |day: NaiveDate| taken.iter().filter(|a| a.date == day && takes(a, &staff, None)).count();
    match owed.why.reckoned {
        _ if late => {}
        // A talk of the week has no day of its own: the emptiest one.
        Reckoned::Week(_) => days.sort_by_cached_key(|day| (load(*day), *day)),
        _ => days.sort_by_key(|day| ((*day - owed.date).num_days().abs(), *day)),
    }
    let on = |day: NaiveDate| Range { from: range.from.max(day.and_time(NaiveTime::MIN)), to: day };
    let found = if staff.is_empty() {
        None
    } else {
        days.into_iter().find_map(|day| diary.free(meeting, on(day)).next())
    };
    let time = found.ok_or_else(|| diary.why_none(meeting, range));
    let week = monday_of(time.map_or_else(|_| to.max(planning.now.date()), |slot| slot.date));
    Proposal { case: ledger.case.id, owed: owed.clone(), kind: *kind, staff, week, time }
}

/// The contacts of a case who take part in a talk. A talk with the child alone takes one of them.
fn people(planning: &Planning<'_>, ledger: &Ledger<'_>, with: &[Role]) -> Vec<StaffId> {
    let today = planning.now.date();
    let here = |who: &StaffId| {
        planning.staff.iter().any(|s| s.id == *who && s.left_on.is_none_or(|left| left > today))
    };
    let contacts = [ledger.case.contacts.primary, ledger.case.contacts.secondary];
    let mut all: Vec<StaffId> = contacts.into_iter().flatten().filter(here).collect();
    all.dedup();
    if with == [Role::Child] {
        all.truncate(1);
    }
    all
}

/// The appointment that a proposal would become, to keep others off its time.
fn untitled(proposal: &Proposal) -> Option<Appointment> {
    let title = Line::new("–").ok()?;
    proposal.appointment(NOT_YET, title)
}
