//! The columns of the grid: the days of a week, or the people of a day.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use trivsel_domain::record::Appointment;
use trivsel_domain::value::StaffId;

use super::pane::{Due, View};
use super::whose::Whose;
use crate::forms::Lookup;
use crate::model::Model;

/// The fewest columns of the screen for a person.
const PERSON: usize = 10;

/// Whose appointments a column has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// Everybody whose calendar is shown.
    Shown,
    /// A member of staff, of those of everybody's day.
    Member(StaffId),
    /// Nobody in particular.
    Nobody,
}

/// A column of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub date: NaiveDate,
    pub who: Who,
}

impl Column {
    /// Whether an appointment is in the column.
    pub fn has(&self, appointment: &Appointment) -> bool {
        appointment.date == self.date
            && match self.who {
                Who::Shown => true,
                Who::Member(who) => appointment.staff.contains(&who),
                Who::Nobody => appointment.staff.is_empty(),
            }
    }

    /// Whether something owed is in the column.
    pub fn owes(&self, due: &Due) -> bool {
        due.obligation.date == self.date
            && match self.who {
                Who::Shown => true,
                Who::Member(who) => due.contacts.contains(&who),
                Who::Nobody => due.contacts.is_empty(),
            }
    }
}

/// The columns that have room, and how many people have none. The one under the cursor is among them.
pub(super) fn columns(model: &Model, width: usize) -> (Vec<Column>, usize) {
    let pane = &model.calendar;
    let date = pane.selected_day();
    if pane.view == View::Week {
        let days = (0..7).map(|n| pane.monday() + Days::new(n));
        // A weekend is there if something is on it.
        let shown = |day: &NaiveDate| {
            !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
                || *day == date
                || pane.on(*day).next().is_some()
        };
        return (days.filter(shown).map(|date| Column { date, who: Who::Shown }).collect(), 0);
    }
    if pane.whose != Whose::All {
        return (vec![Column { date, who: Who::Shown }], 0);
    }
    let people = people(model, date);
    let room = (width / PERSON).max(1);
    let under = pane.selected_appointment();
    let at = under.and_then(|one| people.iter().position(|column| column.has(one))).unwrap_or(0);
    let first = (at + 1).saturating_sub(room);
    let hidden = people.len().saturating_sub(room);
    (people.into_iter().skip(first).take(room).collect(), hidden)
}

/// The people of a day: the user first, then the others at work, then those who have left and have something that day.
fn people(model: &Model, date: NaiveDate) -> Vec<Column> {
    let (pane, lookup) = (&model.calendar, Lookup::of(model));
    let booked = |who: StaffId| pane.on(date).any(|a| a.staff.contains(&who));
    let others = lookup.at_work().map(|member| member.id);
    let left = lookup.staff.iter().map(|member| member.id).filter(|who| booked(*who));
    let mut members: Vec<StaffId> = Vec::new();
    for who in std::iter::once(model.me.id).chain(others).chain(left) {
        if !members.contains(&who) {
            members.push(who);
        }
    }
    let nobody = pane.on(date).any(|a| a.staff.is_empty()).then_some(Who::Nobody);
    members.into_iter().map(Who::Member).chain(nobody).map(|who| Column { date, who }).collect()
}
