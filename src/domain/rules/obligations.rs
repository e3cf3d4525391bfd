//! Obligations: what the staff owe a case, when, and why on that date. Source: rhythm, what is due.
//!
//! [`obligations_of`] is a pure function of a case's [`Ledger`], the school calendar and today. Each obligation is
//! identified by its case, its kind and the day it is reckoned from, so an answer to it stays an answer.

mod absence;
mod aftercare;
mod consents;
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

use crate::record::case::Case;
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
    let terms = Terms { ledger, calendar, today, between: None };
    let stage = ledger.case.stage();
    let on_course: &[Asked] = match stage {
        Stage::StartUp | Stage::Course | Stage::PhaseOut => &[
            consents::renewals,
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
        Stage::Declined => &[],
        Stage::Referral => &[consents::renewals],
        Stage::Waiting => &[recurring::waiting, consents::renewals],
        Stage::Admitted => &[
            consents::renewals,
            early::first_contact,
            early::enrolment,
            early::start_up,
            weekly::development,
        ],
        Stage::StartUp => &[early::start_up],
        Stage::Course => &[recurring::parents],
        Stage::PhaseOut => &[recurring::parents, papers::tasks, papers::final_report],
        Stage::Closed => &[aftercare::contacts, aftercare::attendance],
    };
    let has = |kind: ObligationKind| ledger.programme.has_obligation(kind);
    let mut found: Vec<Obligation> =
        asked.iter().chain(on_course).flat_map(|of| of(&terms)).filter(|o| has(o.kind)).collect();
    found.sort_by_key(|o| (o.date, o.kind, o.since, o.number));
    found
}

/// The talks of a case whose last day in time lies from one day to another, both included, as they stand today, by date:
/// a chain is reckoned link by link, and every week stands for itself. One that was not held counts only if the stage of
/// the case asked for it on its last day.
#[must_use]
pub fn talks_owed(
    ledger: &Ledger<'_>,
    calendar: &Calendar,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Vec<Obligation> {
    let terms = Terms { ledger, calendar, today, between: Some((from, to)) };
    let asked: &[Asked] = &[
        early::enrolment,
        early::start_up,
        weekly::every_week,
        recurring::parents,
        recurring::wellbeing,
        recurring::meetings,
    ];
    let mut found: Vec<Obligation> = asked
        .iter()
        .flat_map(|of| of(&terms))
        .filter(|o| from <= o.window.latest && o.window.latest <= to)
        .filter(|o| ledger.programme.has_obligation(o.kind) && was_asked(ledger.case, o))
        .collect();
    found.sort_by_key(|o| (o.date, o.kind, o.since));
    found
}

/// Whether the stage on the last day of a talk, or on the day it was held, asks for it.
fn was_asked(case: &Case, owed: &Obligation) -> bool {
    let asks = |day: NaiveDate| {
        let stage = case.stage_on(day);
        match owed.kind {
            ObligationKind::EnrolmentTalk => stage == Stage::Admitted,
            ObligationKind::StartUpTalk => matches!(stage, Stage::Admitted | Stage::StartUp),
            ObligationKind::ParentTalk => matches!(stage, Stage::Course | Stage::PhaseOut),
            ObligationKind::DevelopmentTalk => stage.holds_seat(),
            ObligationKind::WellbeingTalk | ObligationKind::FollowUpMeeting => {
                matches!(stage, Stage::StartUp | Stage::Course | Stage::PhaseOut)
            }
            _ => false,
        }
    };
    let once = matches!(owed.kind, ObligationKind::EnrolmentTalk | ObligationKind::StartUpTalk);
    asks(owed.window.latest) || owed.answered.is_some_and(|on| once || asks(on))
}
