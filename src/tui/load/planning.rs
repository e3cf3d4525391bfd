//! Reading free times and the talks that propose themselves.

use chrono::{Days, NaiveDateTime};
use trivsel_domain::record::{Appointment, Edit};
use trivsel_domain::rules::booking::collide;
use trivsel_domain::rules::free::{Diary, Meeting, Range, Slot};
use trivsel_domain::rules::proposals::Proposal;
use trivsel_domain::value::{AppointmentId, Line};
use trivsel_store::{House, StoreError, mint};

use super::names;
use crate::panes::calendar::free::Wish;
use crate::view::{Names, Roster};

/// How far ahead a free time is looked for, in days.
pub const FREE_WITHIN: u64 = 56;
/// How many free times are listed.
const LISTED: usize = 3;

/// What is asked about the time ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The proposals at a moment.
    Proposals {
        now: NaiveDateTime,
        /// Whether the list opens.
        open: bool,
    },
    /// Whether proposals, each with its title, can still be booked.
    Take(Vec<(Proposal, Line)>),
    /// The next free times.
    Free(Wish),
}

/// The answer.
#[derive(Debug)]
pub enum Read {
    Proposals {
        list: Vec<Proposal>,
        names: Names,
        open: bool,
    },
    Take {
        edits: Vec<Edit<Appointment>>,
        /// Whether somebody has been booked meanwhile.
        is_late: bool,
    },
    Free {
        wish: Wish,
        slots: Vec<Slot>,
    },
}

pub(super) fn read(house: &House, roster: &Roster, asked: &Asked) -> Result<Read, StoreError> {
    Ok(match asked {
        Asked::Proposals { now, open } => {
            let list = house.proposals(*now)?;
            let names = names(house, roster, list.iter().map(|p| p.case))?;
            Read::Proposals { list, names, open: *open }
        }
        Asked::Take(taken) => {
            let made = taken
                .iter()
                .filter_map(|(p, title)| p.appointment(AppointmentId::from_u128(mint()), title.clone()));
            let made: Vec<Appointment> = made.collect();
            let mut is_late = false;
            for new in &made {
                is_late |= house.appointments(new.date, new.date)?.iter().any(|other| collide(new, other));
            }
            Read::Take { edits: made.into_iter().map(Edit::create).collect(), is_late }
        }
        Asked::Free(wish) => {
            let range = Range { from: wish.from, to: wish.from.date() + Days::new(FREE_WITHIN) };
            let appointments = house.appointments(range.from.date(), range.to)?;
            let timetables = match wish.case.filter(|_| wish.with_child) {
                Some(case) => Some(house.timetables(case)?),
                None => None,
            };
            let meeting = Meeting {
                staff: &wish.staff,
                case: wish.case,
                timetables: timetables.as_deref(),
                minutes: wish.minutes,
                pause: 0,
            };
            let diary = Diary { appointments: &appointments, calendar: &roster.calendar };
            Read::Free { wish: wish.clone(), slots: diary.next_free(meeting, range, LISTED) }
        }
    })
}
