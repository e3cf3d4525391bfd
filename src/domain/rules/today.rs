//! I dag: everything that a day asks of the staff, in one list. The screen and the command line show the same one.

mod absence;
mod item;
mod keeping;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

pub use item::{Count, Item, Part, Task, Twice, Unsigned};
pub use keeping::Backups;

use crate::record::appointment::Appointment;
use crate::record::case::Case;
use crate::record::day::Day;
use crate::record::follow_up::{Doer, FollowUp};
use crate::record::programme::Programme;
use crate::record::reported_week::ReportedWeek;
use crate::record::talk::TalkKind;
use crate::record::timetable::Timetable;
use crate::rules::booking::{SignedTalk, held};
use crate::rules::calendar::Calendar;
use crate::rules::obligations::{Obligation, State};
use crate::value::id::{AppointmentId, CaseId, ChildId, StaffId};
use crate::value::obligation::ObligationKind;

/// School days, today included, whose register is read. Source: our own.
pub const DAYS_BACK: u64 = 28;

/// The facts that the list of a day is gathered from.
#[derive(Clone, Debug, Default)]
pub struct DayFacts {
    /// The cases that anything below belongs to. Of two equal items that of the earlier case comes first.
    pub cases: Vec<Case>,
    /// The programmes of the house.
    pub programmes: Vec<Programme>,
    /// Every version of the timetables.
    pub timetables: BTreeMap<CaseId, Vec<Timetable>>,
    /// What is owed, by case.
    pub obligations: Vec<(CaseId, Obligation)>,
    /// The appointments of the day.
    pub appointments: Vec<Appointment>,
    /// The register of the last [`DAYS_BACK`] days, oldest first.
    pub days: Vec<Day>,
    /// What was reported of the week that is to be reported on the day.
    pub reported: Vec<ReportedWeek>,
    /// The signed talks of those days, whoever may read them.
    pub talks: Vec<SignedTalk>,
    /// The open follow-ups that the reader may see.
    pub follow_ups: Vec<FollowUp>,
    /// The reader's drafts.
    pub drafts: Vec<Unsigned>,
    /// The children that are kept no longer, longest ago first; for a reader who leads the house.
    pub past_retention: Vec<ChildId>,
    /// The children that may be one that was entered twice; for a reader who leads the house.
    pub twice: Vec<Twice>,
    /// The backups of the house, where it is one that is backed up.
    pub backups: Option<Backups>,
}

/// Everything that a day asks for, the most pressing first: whom to call, the register, what is booked today, what is
/// overdue, what is due, what waits for a signature.
#[must_use]
pub fn agenda(facts: &DayFacts, calendar: &Calendar, today: NaiveDate) -> Vec<Item> {
    let mut items: Vec<Item> =
        facts.cases.iter().filter_map(|case| absence::call(facts, case, today)).collect();
    items.extend(absence::register(facts, calendar, today));
    items.extend(absence::own_school(facts, calendar, today));
    let mut met: Vec<AppointmentId> = Vec::new();
    for (case, obligation) in &facts.obligations {
        let booked = obligation.booked.filter(|b| b.date == today);
        let part = match (obligation.state, booked) {
            (State::Overdue, _) => Part::Overdue,
            (state, Some(_)) if state.is_open() => Part::Planned,
            (State::Due, _) => Part::Due,
            _ => continue,
        };
        // An appointment that answers two things is held once.
        if part == Part::Planned && booked.is_some_and(|b| met.contains(&b.appointment)) {
            continue;
        }
        met.extend(booked.map(|b| b.appointment));
        let mut staff = contacts(facts, *case);
        let there = facts.appointments.iter().find(|a| booked.is_some_and(|b| b.appointment == a.id));
        staff.extend(there.iter().flat_map(|a| a.staff.iter().copied()));
        items.push(Item {
            case: Some(*case),
            part,
            // What is booked today stands at its hour, whatever day it is owed by.
            date: if part == Part::Planned { today } else { obligation.date },
            hours: booked.and_then(|b| b.hours),
            staff,
            booked: there.cloned(),
            task: Task::Owed(obligation.clone()),
        });
    }
    let held = held(&facts.appointments, &facts.talks);
    // The busy time of a member of staff is their own affair.
    let open = facts.appointments.iter().filter(|a| {
        a.takes_place() && a.event.is_none() && !met.contains(&a.id) && !held.contains_key(&a.id)
    });
    items.extend(open.map(|a| {
        let staff = if a.staff.is_empty() {
            a.case.map_or_else(Vec::new, |c| contacts(facts, c))
        } else {
            a.staff.clone()
        };
        Item {
            case: a.case,
            part: Part::Planned,
            date: a.date,
            hours: a.hours,
            staff,
            booked: Some(a.clone()),
            task: Task::Appointment(a.clone()),
        }
    }));
    items.extend(facts.follow_ups.iter().filter(|f| f.is_open() && f.due <= today).map(|f| Item {
        case: f.case,
        part: if f.is_overdue(today) { Part::Overdue } else { Part::Due },
        date: f.due,
        hours: None,
        staff: match &f.who {
            Doer::Staff(who) => [*who].into(),
            Doer::Other(_) => f.case.map_or_else(Vec::new, |c| contacts(facts, c)),
        },
        booked: None,
        task: Task::FollowUp(f.clone()),
    }));
    items.extend(facts.drafts.iter().map(|draft| Item {
        case: draft.case,
        part: Part::Draft,
        date: draft.saved_at.date(),
        hours: None,
        staff: Vec::new(),
        booked: None,
        task: Task::Draft(draft.clone()),
    }));
    items.extend(keeping::backup(facts, today));
    items.extend(keeping::past_retention(facts, today));
    items.extend(keeping::twice(facts, today));
    let place = |case: Option<CaseId>| facts.cases.iter().position(|c| Some(c.id) == case);
    items.sort_by_cached_key(|item| {
        // What is booked for the whole day comes first, as in the calendar.
        (item.part, item.date, item.hours.map(|h| (h.from(), h.to())), place(item.case))
    });
    items
}

/// How many items count as what, in the order of the sentence that tells them; what there is none of is left out.
#[must_use]
pub fn counts<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<(Count, usize)> {
    let mut found: BTreeMap<Count, usize> = BTreeMap::new();
    for item in items {
        *found.entry(item.counted()).or_default() += item.weight();
    }
    found.into_iter().collect()
}

/// The kind of talk that answers an obligation; `None` if a paper, a score or a step answers it.
/// Source: service description; for contacts our own (a call or a message).
#[must_use]
pub fn talk_for(kind: ObligationKind) -> Option<TalkKind> {
    Some(match kind {
        ObligationKind::EnrolmentTalk => TalkKind::Enrolment,
        ObligationKind::StartUpTalk => TalkKind::StartUp,
        ObligationKind::DevelopmentTalk => TalkKind::Development,
        ObligationKind::ParentTalk => TalkKind::Parent,
        ObligationKind::WellbeingTalk => TalkKind::Wellbeing,
        ObligationKind::FollowUpMeeting => TalkKind::FollowUp,
        ObligationKind::FirstContact
        | ObligationKind::SickTeaching
        | ObligationKind::WaitingContact
        | ObligationKind::Aftercare => TalkKind::Message,
        ObligationKind::StatusLetter
        | ObligationKind::OutcomeMeasure
        | ObligationKind::ConsentRenewal
        | ObligationKind::Warning
        | ObligationKind::Notification
        | ObligationKind::AbsenceContact
        | ObligationKind::SupportPlan
        | ObligationKind::LaterAttendance
        | ObligationKind::PhaseOutTask
        | ObligationKind::FinalReport => return None,
    })
}

/// The contacts of a case; without any, it is everybody's.
fn contacts(facts: &DayFacts, case: CaseId) -> Vec<StaffId> {
    let case = facts.cases.iter().find(|c| c.id == case);
    case.into_iter().flat_map(|c| [c.contacts.primary, c.contacts.secondary]).flatten().collect()
}
