//! The instrument that a course is measured with. A course keeps the one it began with, so that a birthday does not cut
//! the series.
//!
//! Source: outcome measures (CORS from 6 to 12 years, ORS from 13 at the start of the course; CORS holds to 15).

use chrono::NaiveDate;

use crate::record::child::Child;
use crate::record::measure::{Instrument, Measure, Score};
use crate::value::role::Role;

/// The last age, in years, at which the children's instruments hold.
const LAST_AGE: u32 = 15;

/// The usual instrument of a course on a date, for the child's own rating: of the talk if `alliance`, else of life. It
/// is the one of the child's first score in the course; before there is one, the one for the age on the first day of
/// the course. From 16 years it is the one for the young, whatever the course began with.
#[must_use]
pub fn usual_instrument(
    child: &Child,
    began: Option<NaiveDate>,
    measures: &[Measure],
    on: NaiveDate,
    alliance: bool,
) -> Instrument {
    let for_age = if alliance { Instrument::alliance_for } else { Instrument::outcome_for };
    let now = child.age_on(on);
    if now.is_some_and(|age| age > LAST_AGE) {
        return for_age(now);
    }
    let own = measures.iter().filter(|m| m.rater == Role::Child && m.date <= on).filter_map(|m| {
        let Score::Fit { instrument, .. } = m.score else { return None };
        (instrument.is_alliance() == alliance).then_some((m.date, m.id, instrument))
    });
    let first = own.min_by_key(|(date, id, _)| (*date, *id)).map(|(.., instrument)| instrument);
    first.unwrap_or_else(|| for_age(child.age_on(began.unwrap_or(on).min(on))))
}
