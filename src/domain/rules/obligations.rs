//! Obligations: what the staff owe a case, when, and why on that date. Source: rhythm, what is due.
//!
//! [`obligations_of`] is a pure function of a case's [`Ledger`], the school calendar and today. Each obligation is
//! identified by its case, its kind and the day it is reckoned from, so an answer to it stays an answer.

mod absence;
mod aftercare;
mod dates;
mod early;
pub mod ledger;
pub mod obligation;
mod papers;
mod recurring;
mod terms;
mod weekly;
pub mod why;

use alloc::vec::Vec;

use chrono::NaiveDate;

pub use aftercare::AFTERCARE_MONTHS;
pub use ledger::{Booked, Held, Ledger, Paper};
pub use obligation::{Obligation, State, Window};
pub use weekly::development_week;
pub use why::{Moved, Reckoned, Why};

use crate::rules::calendar::Calendar;
use crate::rules::obligations::terms::Terms;
use crate::value::obligation::ObligationKind;
use crate::value::stage::Stage;

/// A kind of obligation, or several that hang together.
type Asked = fn(&Terms<'_>) -> Vec<Obligation>;

/// The obligations of a case on a day, the earliest date first: the open ones, and the last answered one of each kind.
///
/// A step back in the stages withdraws what the later stage asked for. What was done is still read from the records.
#[must_use]
pub fn obligations_of(ledger: &Ledger<'_>, calendar: &Calendar, today: NaiveDate) -> Vec<Obligation> {
    let terms = Terms { ledger, calendar, today };
    let stage = ledger.case.stage();
    let on_course: &[Asked] = match stage {
        Stage::StartUp | Stage::Course | Stage::PhaseOut => &[
            weekly::development,
            recurring::wellbeing,
            recurring::meetings,
            recurring::measure,
            absence::sick_teaching,
            absence::letters,
        ],
        _ => &[],
    };
    let asked: &[Asked] = match stage {
        Stage::Referral | Stage::Declined => &[],
        Stage::Waiting => &[recurring::waiting],
        Stage::Admitted => &[early::first_contact, early::enrolment, early::start_up, weekly::development],
        Stage::StartUp => &[early::start_up],
        Stage::Course => &[recurring::parents],
        Stage::PhaseOut => &[recurring::parents, papers::steps, papers::final_report],
        Stage::Closed => &[aftercare::contacts, aftercare::attendance],
    };
    let has = |kind: ObligationKind| ledger.programme.has_obligation(kind);
    let mut found: Vec<Obligation> =
        asked.iter().chain(on_course).flat_map(|of| of(&terms)).filter(|o| has(o.kind)).collect();
    found.sort_by_key(|o| (o.date, o.kind, o.since, o.number));
    found
}
