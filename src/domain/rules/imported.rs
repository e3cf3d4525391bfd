//! Attendance in the register of the sending school, which is imported and imprecise.

use chrono::NaiveDate;

use crate::record::child::Child;
use crate::record::day::Day;
use crate::value::halves::{Halves, Pedagogical};
use crate::value::mark::{Half, Mark, MarkKind};
use crate::value::text::Line;

/// The sending school's own register over some days, in the pedagogical count. What it planned is not known, so only
/// what it registered counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFigures {
    /// The first day registered.
    pub from: NaiveDate,
    /// The last day registered.
    pub to: NaiveDate,
    /// Half-days attended.
    pub attended: Halves<Pedagogical>,
    /// The school that kept it, if one is named for all its days.
    pub register: Option<Line>,
    /// Half-days registered.
    pub registered: Halves<Pedagogical>,
}

impl ImportedFigures {
    /// Counts some days of the sending school's register, oldest first; `None` if no half of them counts.
    #[must_use]
    pub fn count(child: &Child, days: &[&Day]) -> Option<Self> {
        let (first, last) = (days.first()?, days.last()?);
        let (mut attended, mut registered) = (Halves::NONE, Halves::NONE);
        for day in days {
            let halves: &[(Half, u32)] = if child.marks_twice_a_day(day.date) {
                &[(Half::First, 1), (Half::Second, 1)]
            } else {
                &[(Half::First, 2)]
            };
            for (half, weight) in halves {
                let Some(mark) = day.mark(*half).filter(|m| *m != Mark::NotExpected) else { continue };
                registered += Halves::new(*weight);
                if matches!(mark.kind(), MarkKind::Present | MarkKind::Late | MarkKind::Partial) {
                    attended += Halves::new(*weight);
                }
            }
        }
        let register = register_of(days.iter().copied()).cloned();
        let counted = Self { from: first.date, to: last.date, attended, register, registered };
        (registered > Halves::NONE).then_some(counted)
    }

    /// Attended half-days as a share of registered ones, 0 to 1; `None` if none is registered.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let registered = self.registered.get();
        (registered > 0).then(|| f64::from(self.attended.get()) / f64::from(registered))
    }
}

/// The school whose register some days come from, if one is named for all of them.
pub fn register_of<'a>(days: impl IntoIterator<Item = &'a Day>) -> Option<&'a Line> {
    let mut days = days.into_iter();
    let name = days.next()?.register.as_ref()?;
    days.all(|day| day.register.as_ref() == Some(name)).then_some(name)
}
