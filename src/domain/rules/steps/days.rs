//! The days on which a step can be taken.

use chrono::{Days, NaiveDate};

use crate::rules::dossier::Dossier;
use crate::rules::steps::step::StepTo;

/// The longest time ahead for which a seat can be given, in days.
pub(super) const AHEAD: u64 = 366;

/// The first and the last day on which a step can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepDays {
    /// Not before the previous step. A course closes on its second day at the earliest, because every stay lasts at
    /// least a day. Source: our own (a stay of no day would be in no seat).
    pub first: NaiveDate,
    /// Today. A seat may be given a year ahead; a course that has not begun closes on its second day.
    pub last: NaiveDate,
}

impl StepDays {
    /// The days for a step of a case.
    #[must_use]
    pub fn of(dossier: &Dossier, to: &StepTo, today: NaiveDate) -> Self {
        let case = &dossier.case;
        let second = second_day(dossier).filter(|_| matches!(to, StepTo::Closed { .. }));
        let last = match to {
            StepTo::Admitted => today + Days::new(AHEAD),
            // A seat given ahead starts on its day, not before: no stage starts before its seat.
            _ => second.map_or(today, |d| d.max(today)),
        };
        let mut first = case.moves.last().map_or(case.referral.on, |m| m.on).max(case.referral.on);
        first = second.map_or(first, |day| first.max(day));
        if *to == StepTo::Admitted {
            let others = dossier.earlier.iter().filter(|c| c.programme == case.programme);
            first = others.filter_map(|c| c.enrolment()?.until).fold(first, NaiveDate::max);
        }
        Self { first, last }
    }

    /// The day that a form suggests: today if possible.
    #[must_use]
    pub fn usual(self, today: NaiveDate) -> NaiveDate {
        today.max(self.first).min(self.last.max(self.first))
    }
}

/// The second day of a stay, the first on which its seat can be free again; `None` without a seat.
#[must_use]
pub fn second_day(dossier: &Dossier) -> Option<NaiveDate> {
    dossier.case.stay().map(|s| s.from + Days::new(1))
}
