//! Which scores tell of a child's wellbeing.
//!
//! Source: outcome measures (series of different instruments or raters are never joined); our own for the choice.

use chrono::NaiveDate;

use crate::record::measure::{Measure, Strand};
use crate::value::role::Role;

/// The strand that was scored last up to a day, the child's own before those of others; `None` if there is none. Scores
/// of the talk itself tell nothing of wellbeing, and a series of the house may measure anything, so neither counts.
#[must_use]
pub fn leading_strand(measures: &[Measure], on: NaiveDate) -> Option<Strand> {
    let tells = |strand: &Strand| matches!(strand, Strand::Fit(instrument, _) if !instrument.is_alliance());
    let scored = measures.iter().filter(|m| m.date <= on).map(|m| (m.strand(), m.date));
    let own = |strand: &Strand| matches!(strand, Strand::Fit(_, Role::Child));
    let telling = scored.filter(|(strand, _)| tells(strand));
    // Of two strands scored on one day, the order of strands decides.
    telling.map(|(strand, date)| (own(&strand), date, strand)).max().map(|(.., strand)| strand)
}
