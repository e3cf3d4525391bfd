//! The data that the panes draw, as it was read from the house.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use trivsel_domain::record::{
    Appointment, Case, Child, Day, DayPlan, HouseProgramme, HouseSettings, Programme, ReportedWeek, Staff,
    Timetable, in_force,
};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::concern::Fired;
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::quarter::QuarterMeter;
use trivsel_domain::rules::register::plan_on;
use trivsel_domain::rules::reported::{Attendance, ReportedFigures};
use trivsel_domain::rules::unexplained::is_unexplained;
use trivsel_domain::rules::weeks::Registers;
use trivsel_domain::value::{CaseId, ProgrammeCode, SchoolWeek, StaffId};

use crate::child_name::{ChildName, Namesakes};
use trivsel_words::programme::programme;
use trivsel_words::{Lang, talk};

/// The child's name for each case.
pub type Names = HashMap<CaseId, ChildName>;

/// Data that rarely changes.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// All staff, former members too.
    pub staff: Vec<Staff>,
    pub calendar: Calendar,
    pub programmes: Vec<(Programme, HouseProgramme)>,
    /// The house's own lists, or the shipped ones if it has none.
    pub lists: HouseSettings,
    /// The house's own lists as they are stored, if it has any.
    pub settled: Option<HouseSettings>,
    pub namesakes: Namesakes,
}

impl Roster {
    /// A member's initials, or a dash.
    #[must_use]
    pub fn initials(&self, id: Option<StaffId>) -> &str {
        id.map_or("–", |id| talk::initials(&self.staff, id))
    }

    /// The name of a programme, or a dash.
    #[must_use]
    pub fn programme_name(&self, code: &ProgrammeCode, lang: Lang) -> &str {
        let found = self.programmes.iter().find(|(p, _)| p.code() == code);
        found.map_or("–", |(profile, _)| programme(lang, profile))
    }

    /// A member's name, or a dash.
    #[must_use]
    pub fn name(&self, id: StaffId) -> &str {
        talk::name(&self.staff, id)
    }
}

/// A case with everything that its line on a screen shows.
#[derive(Clone, Debug)]
pub struct CaseView {
    pub case: Case,
    pub child: Child,
    pub name: ChildName,
    /// The programme, if the house runs it.
    pub programme: Option<Programme>,
    /// Every version of the timetable.
    pub timetables: Vec<Timetable>,
    /// The registered days in the span that was read.
    pub days: BTreeMap<NaiveDate, Day>,
    /// The weeks reported from the child's own school in the span that was read, oldest first.
    pub reported: Vec<ReportedWeek>,
    /// The attendance of the last thirty days.
    pub figures: Option<Attendance>,
    /// Whether the house spoke with the parents on the date of the list.
    pub spoken: bool,
    /// The date of the last signed talk.
    pub last_talk: Option<NaiveDate>,
    pub next: Option<Appointment>,
    /// The unlawful absence in the quarter, if the span that was read covers it.
    pub quarter: Option<QuarterMeter>,
    /// The rule of concern that fires, if the span that was read covers it.
    pub concern: Option<Fired>,
    /// The number of overdue follow-ups that the reader may see.
    pub overdue: usize,
}

impl CaseView {
    #[must_use]
    pub fn plan(&self, date: NaiveDate) -> &DayPlan {
        plan_on(&self.case, self.programme.as_ref(), &self.timetables, date)
    }

    /// Whether unlawful absence today is unexplained.
    #[must_use]
    pub fn is_unexplained(&self, today: NaiveDate) -> bool {
        self.days.get(&today).is_some_and(|day| is_unexplained(day, self.spoken))
    }

    /// Whether a timetable is in force on a date.
    #[must_use]
    pub fn has_timetable(&self, date: NaiveDate) -> bool {
        in_force(&self.timetables, date).is_some()
    }

    /// Whether the plan of a date's week expects the child on any weekday.
    #[must_use]
    pub fn is_ever_expected(&self, date: NaiveDate) -> bool {
        let monday = trivsel_domain::rules::calendar::monday_of(date);
        (0..5).any(|n| *self.plan(monday + Days::new(n)) != DayPlan::Off)
    }

    /// Whether the child's own school keeps the register.
    #[must_use]
    pub fn is_at_own_school(&self) -> bool {
        self.programme.as_ref().is_some_and(|p| !p.keeps_register())
    }

    /// Counts the attendance over a period within the span that was read. It is the reported one where the child's own
    /// school keeps the register.
    #[must_use]
    pub fn count(&self, calendar: &Calendar, from: NaiveDate, to: NaiveDate) -> Option<Attendance> {
        let enrolment = self.case.enrolment()?;
        if self.is_at_own_school() {
            return Some(Attendance::Reported(ReportedFigures::count(&self.reported, from, to)));
        }
        let day = |date: NaiveDate| self.days.get(&date);
        let own = Figures::count(&self.child, enrolment, |d| self.plan(d), calendar, day, from, to);
        Some(Attendance::Own(own))
    }

    /// What each register says of a week within the span that was read.
    #[must_use]
    pub fn week(&self, calendar: &Calendar, week: SchoolWeek) -> Vec<Attendance> {
        self.week_of(calendar, week, (&self.days, &self.reported))
    }

    /// What each register says of a week, from days and reported weeks that were read apart.
    #[must_use]
    pub fn week_of(
        &self,
        calendar: &Calendar,
        week: SchoolWeek,
        (days, reported): (&BTreeMap<NaiveDate, Day>, &[ReportedWeek]),
    ) -> Vec<Attendance> {
        let registers = Registers {
            child: &self.child,
            enrolment: self.case.enrolment(),
            at_own_school: self.is_at_own_school(),
            calendar,
            reported,
        };
        registers.week(week, |date| days.get(&date), |date| self.plan(date))
    }

    /// Counts again the attendance of the thirty days that end on a date.
    pub fn count_thirty(&mut self, calendar: &Calendar, to: NaiveDate) {
        self.figures = self.count(calendar, to - Days::new(29), to);
    }
}
