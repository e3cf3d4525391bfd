//! Counts the figures of a document, and counts them anew once it is written.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::day::Origin;
use crate::record::figure::{Counted, Figure};
use crate::record::goal::Goal;
use crate::record::measure::{Measure, Strand};
use crate::record::programme::Programme;
use crate::record::talk::TalkKind;
use crate::rules::prefill::Material;
use crate::rules::quarter::quarters;
use crate::rules::reported::ReportedFigures;
use crate::rules::statutory::StatutoryAbsence;
use crate::value::halves::Halves;

impl Material<'_> {
    /// What a figure of a document comes to by what is on record now; `None` if nothing of it is left. A document keeps
    /// its own value: this one is shown beside it.
    #[must_use]
    pub fn anew(&self, figure: &Figure) -> Option<Counted> {
        let (from, to) = (figure.from, figure.to);
        let counted = match &figure.of {
            Counted::Attendance { .. } => self.own_attendance(from, to),
            Counted::StatutoryAbsence { .. } => self.statutory_absence(from, to),
            Counted::Reported { .. } => self.reported(from, to),
            Counted::Talks { kind, .. } => self.talks_held(*kind, from, to),
            Counted::Progress { goal, .. } => {
                let goal = self.dossier.goals.iter().find(|g| g.id == *goal)?;
                self.progress(goal, from, to)
            }
            Counted::Scores { strand, .. } => self.scores(strand, from, to),
        };
        counted.map(|figure| figure.of)
    }

    /// The figures of a document that have changed since it was written, each with what it comes to now.
    pub fn changed<'f>(&self, figures: &'f [Figure]) -> impl Iterator<Item = (&'f Figure, Option<Counted>)> {
        let now = figures.iter().map(|figure| (figure, self.anew(figure)));
        now.filter(|(figure, now)| !now.as_ref().is_some_and(|now| now.comes_to(&figure.of)))
    }

    /// Attendance in each count and register that has something to say. Where the house keeps the register, today
    /// counts only once it is registered.
    #[must_use]
    pub fn attendance(&self, from: NaiveDate, to: NaiveDate) -> Vec<Figure> {
        let registered = self.days.iter().any(|d| d.date == to && d.origin == Origin::Own && d.is_marked());
        let last = if registered { to } else { to.pred_opt().unwrap_or(to).max(from) };
        let own = [self.own_attendance(from, last), self.statutory_absence(from, last)];
        own.into_iter().chain([self.reported(from, to)]).flatten().collect()
    }

    fn keeps_register(&self) -> bool {
        self.programme.is_some_and(Programme::keeps_register)
    }

    fn own_attendance(&self, from: NaiveDate, to: NaiveDate) -> Option<Figure> {
        let enrolment = self.dossier.case.enrolment().filter(|_| self.keeps_register())?;
        let course = self.course();
        let figures = course.counted(enrolment, &course.own_days(), from, to);
        let of = Counted::Attendance {
            attended: figures.attended(),
            registered: figures.registered(),
            unregistered: figures.unregistered,
        };
        (figures.planned > Halves::NONE).then_some(Figure { from, to, of })
    }

    fn statutory_absence(&self, from: NaiveDate, to: NaiveDate) -> Option<Figure> {
        let enrolment = self.dossier.case.enrolment().filter(|_| self.keeps_register())?;
        let rules = self.programme?.absence();
        let course = self.course();
        let days = course.own_days();
        let (mut absence, mut school_days) = (StatutoryAbsence::default(), 0);
        // The rule of a quarter holds for the whole of it.
        for quarter in quarters(from, to) {
            let Some(rule) = rules.on(quarter.first_day(), self.absence_limits) else { continue };
            let part = self.calendar.school_days(quarter.first_day().max(from), quarter.last_day().min(to));
            let part: Vec<NaiveDate> = part.filter(|date| enrolment.includes(*date)).collect();
            let day = |date: NaiveDate| days.get(&date).copied();
            absence.add(StatutoryAbsence::count(&rule, &self.dossier.child, enrolment, &part, day));
            school_days += u32::try_from(part.len()).unwrap_or(u32::MAX);
        }
        let StatutoryAbsence { sick, leave, unlawful } = absence;
        let of = Counted::StatutoryAbsence { sick, leave, unlawful, school_days };
        (school_days > 0).then_some(Figure { from, to, of })
    }

    fn reported(&self, from: NaiveDate, to: NaiveDate) -> Option<Figure> {
        let figures = ReportedFigures::count(&self.dossier.reported, from, to);
        let of = Counted::Reported {
            attended: figures.attended,
            possible: figures.possible,
            weeks: figures.weeks,
        };
        (figures.weeks > 0).then_some(Figure { from, to, of })
    }

    /// Only talks that are open to the house count, so the figure is the same to every reader.
    pub(super) fn talks_held(&self, kind: TalkKind, from: NaiveDate, to: NaiveDate) -> Option<Figure> {
        let held = self.open().filter(|t| t.kind() == kind && (from..=to).contains(&t.date)).count();
        let held = u32::try_from(held).unwrap_or(u32::MAX);
        (held > 0).then_some(Figure { from, to, of: Counted::Talks { kind, held } })
    }

    /// The progress of a goal over the dates; `None` if none was recorded by their end.
    #[must_use]
    pub fn progress(&self, goal: &Goal, from: NaiveDate, to: NaiveDate) -> Option<Figure> {
        let known = || goal.progress.iter().filter(|p| p.date <= to);
        let last = known().next_back()?;
        let first = known().rfind(|p| p.date < from).or(known().next())?;
        let of = Counted::Progress {
            goal: goal.id,
            name: Some(goal.text.clone()),
            from: first.value,
            to: last.value,
        };
        Some(Figure { from, to, of })
    }

    /// The first is the last one of before, so that the figure tells what changed over the dates.
    pub(super) fn scores(&self, strand: &Strand, from: NaiveDate, to: NaiveDate) -> Option<Figure> {
        let mut known: Vec<&Measure> =
            self.open_scores().filter(|m| m.date <= to && m.strand() == *strand).collect();
        known.sort_by_key(|m| (m.date, m.id));
        let within = known.iter().filter(|m| m.date >= from).count();
        let last = known.last().filter(|_| within > 0)?;
        let first = known.iter().rfind(|m| m.date < from).or(known.first())?;
        let count = u32::try_from(within).unwrap_or(u32::MAX);
        let of =
            Counted::Scores { strand: strand.clone(), count, first: first.number()?, last: last.number()? };
        Some(Figure { from, to, of })
    }
}
