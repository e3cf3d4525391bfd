//! The days to which the referral and the admission of a case can be moved.

use chrono::{Days, NaiveDate};

use crate::record::case::Case;
use crate::record::correction::CaseDate;
use crate::record::stage_move::Move;
use crate::rules::dossier::Dossier;
use crate::rules::steps::days::AHEAD;
use crate::value::stage::Stage;

/// The bounds of a date of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseDates {
    /// Not before what it follows: the referral follows the birth; the admission follows the referral, the step before
    /// it, the committee's decision, and the child's earlier course in the programme.
    pub first: Option<NaiveDate>,
    /// Not after what follows it: the next step, the expected end, the last day of the course; for the referral also the
    /// decision, the level and the admission.
    pub last: Option<NaiveDate>,
    /// Today. A seat may be given a year ahead.
    pub ahead: NaiveDate,
}

impl CourseDates {
    /// The bounds of a date.
    #[must_use]
    pub fn of(dossier: &Dossier, of: CaseDate, today: NaiveDate) -> Self {
        let case = &dossier.case;
        let at = Self::move_of(case, of);
        let next = case.moves.get(at.map_or(0, |n| n + 1)).map(|m| m.on);
        match of {
            CaseDate::Referral => {
                let level = case.levels.first().map(|l| l.on);
                let admitted = case.stay().map(|s| s.from);
                let after = [next, case.decided_on, level, case.expected_end, admitted];
                Self { first: dossier.child.born, last: after.into_iter().flatten().min(), ahead: today }
            }
            CaseDate::Admission => {
                let before = at.and_then(|n| n.checked_sub(1)).and_then(|n| case.moves.get(n)).map(|m| m.on);
                let was = case.stay().map(|s| s.from);
                // A decision that was waived may be later than the admission; that order stays as it is.
                let decided = case.decided_on.filter(|d| was.is_some_and(|was| *d <= was));
                let expected = case.expected_end.filter(|e| was.is_some_and(|was| was <= *e));
                // The course before this one, not a later one.
                let earlier = dossier.earlier.iter().filter(|c| c.programme == case.programme);
                let ended = earlier
                    .filter_map(|c| c.enrolment()?.until)
                    .filter(|until| was.is_some_and(|was| *until <= was))
                    .max();
                let bounds = [Some(case.referral.on), before, decided, ended];
                let closing = case.enrolment().and_then(|e| e.until).map(|until| until - Days::new(1));
                let next = at.and(next);
                // A seat is given ahead; every later stage is reached today or before.
                let given_ahead = case.stage() == Stage::Admitted;
                Self {
                    first: bounds.into_iter().flatten().max(),
                    last: [next, closing, expected].into_iter().flatten().min(),
                    ahead: if given_ahead { today + Days::new(AHEAD) } else { today },
                }
            }
        }
    }

    /// The index of the move of that day: the first for the referral, the latest admission, or the move that brought an
    /// imported case to its stage.
    #[must_use]
    pub fn move_of(case: &Case, of: CaseDate) -> Option<usize> {
        match of {
            CaseDate::Referral => case.moves.iter().position(|m| m.from.is_none() && m.to == Stage::Referral),
            CaseDate::Admission => {
                let imported = |m: &Move| m.from.is_none() && (m.to.holds_seat() || m.to == Stage::Closed);
                let admission = case.moves.iter().rposition(|m| m.to == Stage::Admitted);
                admission.or_else(|| case.moves.iter().position(imported))
            }
        }
    }
}
