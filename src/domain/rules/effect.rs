//! What became of scores: reliable change, crossing the cut-off, and the effect size over several courses.
//!
//! Source: outcome measures (the change that is reliable, the cut-offs); our own for the effect size, which is the mean
//! change over the spread of the first scores.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::measure::{Measure, Strand, Tenths};
use crate::record::series::Direction;
use crate::rules::alerts::RELIABLE;

/// The first and the last score of one strand of one course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The first score.
    pub first: Tenths,
    /// The last score.
    pub last: Tenths,
    /// The score from which there is no problem, by the age at the first score; `None` if there is no such score.
    pub cut_off: Option<Tenths>,
    /// The smallest change that is reliable; `None` if it is not known.
    pub reliable: Option<Tenths>,
    /// The direction that is better.
    pub better: Direction,
}

/// Whether a change is larger than chance explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reliability {
    /// Better by a reliable change.
    Better,
    /// Worse by a reliable change.
    Worse,
    /// Within what chance explains.
    Same,
}

impl Change {
    /// The change of a strand's measures, given in any order; `None` with fewer than two, or of lines that stand alone.
    #[must_use]
    pub fn of(strand: &[&Measure], cut_off: Option<Tenths>) -> Option<(NaiveDate, NaiveDate, Self)> {
        let mut sorted: Vec<&Measure> = strand.to_vec();
        sorted.sort_by_key(|m| (m.date, m.id));
        let (first, last) = (sorted.first()?, sorted.get(1..)?.last()?);
        let outcome = matches!(first.strand(), Strand::Fit(instrument, _) if !instrument.is_alliance());
        let change = Self {
            first: first.number()?,
            last: last.number()?,
            cut_off,
            reliable: outcome.then_some(Tenths(RELIABLE)),
            better: Direction::Up,
        };
        Some((first.date, last.date, change))
    }

    /// How much better, in tenths; negative if worse.
    #[must_use]
    pub fn gain(self) -> i32 {
        let up = self.last.0 - self.first.0;
        if self.better == Direction::Up { up } else { -up }
    }

    /// Whether the change is reliable; `None` if that is not known.
    #[must_use]
    pub fn reliability(self) -> Option<Reliability> {
        let reliable = self.reliable?.0;
        Some(match self.gain() {
            gain if gain >= reliable => Reliability::Better,
            gain if gain <= -reliable => Reliability::Worse,
            _ => Reliability::Same,
        })
    }

    /// Whether the first score is on the wrong side of the cut-off and the last one is not. The cut-off itself is on
    /// the right side.
    #[must_use]
    pub fn crossed(self) -> bool {
        self.cut_off.is_some_and(|cut| !self.is_well(self.first, cut) && self.is_well(self.last, cut))
    }

    fn is_well(self, score: Tenths, cut: Tenths) -> bool {
        if self.better == Direction::Up { score >= cut } else { score <= cut }
    }
}

/// The effect on the scores of several courses, of one instrument and one kind of rater.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effect {
    /// The courses with a first and a last score.
    pub courses: u32,
    /// Those whose change is reliable and for the better.
    pub better: u32,
    /// Those whose change is reliable and for the worse.
    pub worse: u32,
    /// Those that crossed the cut-off to the better side.
    pub crossed: u32,
    /// The mean change for the better, in points; `None` without courses.
    pub mean: Option<f64>,
    /// The spread of the first scores in points, as the standard deviation of a sample; `None` with fewer than two.
    pub spread: Option<f64>,
}

impl Effect {
    /// Counts the changes of some courses.
    #[must_use]
    pub fn count(changes: &[Change]) -> Self {
        let of = |is: &dyn Fn(&Change) -> bool| count(changes.iter().filter(|c| is(c)).count());
        let courses = count(changes.len());
        let gain: i64 = changes.iter().map(|c| i64::from(c.gain())).sum();
        Self {
            courses,
            better: of(&|c| c.reliability() == Some(Reliability::Better)),
            worse: of(&|c| c.reliability() == Some(Reliability::Worse)),
            crossed: of(&|c| c.crossed()),
            mean: (courses > 0).then(|| points(gain) / f64::from(courses)),
            spread: spread(changes),
        }
    }

    /// The mean change over the spread of the first scores; `None` if the spread is unknown or nothing.
    #[must_use]
    pub fn size(self) -> Option<f64> {
        let spread = self.spread.filter(|s| *s > 0.0)?;
        self.mean.map(|mean| mean / spread)
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Tenths as points. A sum of scores is far below the numbers that a float holds exactly.
fn points(tenths: i64) -> f64 {
    f64::from(i32::try_from(tenths).unwrap_or(i32::MAX)) / 10.0
}

/// The standard deviation of the first scores over one less than their number. It is exact to a ten-thousandth of a
/// point: the root is of whole numbers, since the core library has none of floats.
fn spread(changes: &[Change]) -> Option<f64> {
    let n = i128::try_from(changes.len()).ok().filter(|n| *n > 1)?;
    let firsts = || changes.iter().map(|c| i128::from(c.first.0));
    let (sum, squares) = (firsts().sum::<i128>(), firsts().map(|f| f * f).sum::<i128>());
    // n Σx² − (Σx)² is n (n − 1) times the variance, in tenths of a point.
    let scaled = (n * squares - sum * sum) * 1_000_000 / (n * (n - 1));
    let root = u32::try_from(scaled.isqrt()).ok()?;
    Some(f64::from(root) / 10_000.0)
}
