//! Attendance at the child's own school, from the weeks that were reported.

use alloc::collections::BTreeSet;

use chrono::NaiveDate;

use crate::record::reported_week::{ReportSource, ReportedWeek};
use crate::rules::figures::Figures;
use crate::rules::imported::ImportedFigures;
use crate::value::halves::{Halves, Pedagogical};
use crate::value::week::SchoolWeek;

/// Attendance over a period, in the pedagogical count, as it was reported. A week counts in the period in which its
/// Thursday lies. Source: our own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedFigures {
    /// First day counted.
    pub from: NaiveDate,
    /// Last day counted.
    pub to: NaiveDate,
    /// The weeks that were reported.
    pub weeks: u32,
    /// Half-days attended.
    pub attended: Halves<Pedagogical>,
    /// Half-days on which the school expected the child.
    pub possible: Halves<Pedagogical>,
    /// Who reported, each once, in the order of the codes.
    pub sources: BTreeSet<ReportSource>,
}

impl ReportedFigures {
    /// Counts the weeks of one case in the period from `from` to `to`, both included.
    #[must_use]
    pub fn count<'a>(
        weeks: impl IntoIterator<Item = &'a ReportedWeek>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Self {
        let none = Halves::NONE;
        let mut counted =
            Self { from, to, weeks: 0, attended: none, possible: none, sources: BTreeSet::new() };
        let within = |week: &&ReportedWeek| (from..=to).contains(&week.monday.thursday());
        for week in weeks.into_iter().filter(within) {
            counted.weeks += 1;
            counted.attended += week.days.attended();
            counted.possible += week.days.possible();
            counted.sources.insert(week.source);
        }
        counted
    }

    /// Attended half-days as a share of possible ones, 0 to 1; `None` if no week was reported.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let possible = self.possible.get();
        (possible > 0).then(|| f64::from(self.attended.get()) / f64::from(possible))
    }

    /// Half-days absent.
    #[must_use]
    pub fn absent(&self) -> Halves<Pedagogical> {
        self.possible - self.attended
    }
}

/// The week that is to be reported on a day: the one that has ended last, and on a Friday this one. Source: our own.
#[must_use]
pub fn week_to_report(today: NaiveDate) -> SchoolWeek {
    let this = SchoolWeek::of(today);
    if today >= this.friday() { this } else { this.before() }
}

/// Attendance over a period, from one register or another. They are never added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attendance {
    /// From the house's own register.
    Own(Figures),
    /// From what was reported of the child's own school.
    Reported(ReportedFigures),
    /// From the register of the sending school.
    Imported(ImportedFigures),
}

impl Attendance {
    /// The share, 0 to 1; `None` if nothing is registered or reported.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        match self {
            Self::Own(figures) => figures.share(),
            Self::Reported(figures) => figures.share(),
            Self::Imported(figures) => figures.share(),
        }
    }

    /// The figures of the house's own register, if it is from there.
    #[must_use]
    pub fn own(self) -> Option<Figures> {
        match self {
            Self::Own(figures) => Some(figures),
            Self::Reported(_) | Self::Imported(_) => None,
        }
    }

    /// Whether others than the house registered it.
    #[must_use]
    pub fn is_reported(&self) -> bool {
        !matches!(self, Self::Own(_))
    }
}
