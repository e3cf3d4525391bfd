//! Alerts on outcome scores.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use crate::record::measure::{Instrument, Measure, Score, Strand, Tenths};
use crate::record::series::CutOffs;

/// Days without a score until the alert. Source: outcome measures, alerts (4 weeks).
pub(super) const QUIET: u64 = 28;
/// The drop from the first score that is a reliable change for the worse, in tenths. Source: outcome measures.
pub(super) const RELIABLE: i32 = 50;
/// The drop of the alliance since last time that raises the alert, in tenths.
const FALL: i32 = 10;

/// A reason to talk about the scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alert {
    /// The rating of the talk is below the cut-off.
    AllianceLow {
        /// The instrument.
        instrument: Instrument,
        /// The sum, 0.0 to 40.0.
        sum: Tenths,
        /// The cut-off.
        cut_off: Tenths,
    },
    /// The rating of the talk is at least a point lower than last time.
    AllianceFell {
        /// The instrument.
        instrument: Instrument,
        /// The sum last time, 0.0 to 40.0.
        from: Tenths,
        /// The sum now, 0.0 to 40.0.
        to: Tenths,
    },
    /// The rating of life is at least five points lower than the first time.
    Worse {
        /// The instrument.
        instrument: Instrument,
        /// The sum the first time, 0.0 to 40.0.
        first: Tenths,
        /// The sum now, 0.0 to 40.0.
        now: Tenths,
    },
    /// No score for four weeks or more.
    Quiet {
        /// The date of the last score.
        since: NaiveDate,
    },
}

/// The alerts on a case's measures, given in any order, on a date. Each strand is judged by its latest score, apart
/// from the others. A case without scores has no alerts.
#[must_use]
pub fn alerts(measures: &[Measure], cut_offs: CutOffs, today: NaiveDate) -> Vec<Alert> {
    let mut sorted: Vec<&Measure> = measures.iter().filter(|m| m.date <= today).collect();
    sorted.sort_by_key(|m| (m.strand(), m.date, m.id));
    let mut found: Vec<Alert> = Vec::new();
    for strand in sorted.chunk_by(|a, b| a.strand() == b.strand()) {
        found.extend(of_strand(strand, cut_offs));
    }
    if let Some(since) = sorted.iter().map(|m| m.date).max()
        && since + Days::new(QUIET) <= today
    {
        found.push(Alert::Quiet { since });
    }
    found
}

fn of_strand(strand: &[&Measure], cut_offs: CutOffs) -> Vec<Alert> {
    let (Some(first), Some(last)) = (strand.first(), strand.last()) else { return Vec::new() };
    let Score::Fit { instrument, .. } = last.score else { return Vec::new() };
    let before = strand.len().checked_sub(2).and_then(|n| strand.get(n)?.number());
    let (Some(beginning), Some(now)) = (first.number(), last.number()) else { return Vec::new() };
    let mut found = Vec::new();
    if instrument.is_alliance() {
        let cut_off = cut_offs.of(instrument, None);
        if now < cut_off {
            found.push(Alert::AllianceLow { instrument, sum: now, cut_off });
        }
        if let Some(from) = before.filter(|from| from.0 - now.0 >= FALL) {
            found.push(Alert::AllianceFell { instrument, from, to: now });
        }
    } else if beginning.0 - now.0 >= RELIABLE {
        found.push(Alert::Worse { instrument, first: beginning, now });
    }
    found
}

/// The line above the first score that counts as a reliable change for the better: first + 5.
#[must_use]
pub fn reliable_above(strand: &Strand, first: Tenths) -> Option<Tenths> {
    match strand {
        Strand::Fit(instrument, _) if !instrument.is_alliance() => {
            Some(Tenths((first.0 + RELIABLE).min(400)))
        }
        _ => None,
    }
}

/// The reliable change from a first score and the score that it leads to. `None` if the scale ends before it: then no
/// change can be reliable, and a line at the end of the scale would be wrong.
#[must_use]
pub fn reliable_target(strand: &Strand, first: Tenths) -> Option<(Tenths, Tenths)> {
    // The change measured from zero is the reliable change from any score.
    let (by, at) = reliable_above(strand, Tenths(0)).zip(reliable_above(strand, first))?;
    (at.0 - first.0 == by.0).then_some((by, at))
}
