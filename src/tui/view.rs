//! What the panes draw from, as it was read from the house.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use trivsel_domain::timetable::plan_on;
use trivsel_domain::{
    Appointment, Calendar, Case, CaseId, Child, Concern, Day, DayPlan, Figures, HouseProgramme,
    HouseSettings, Programme, ProgrammeCode, QuarterMeter, Staff, StaffId, Timetable,
};

use trivsel_words::programme::programme;
use trivsel_words::{Lang, talk};

/// The names behind cases.
pub type Names = HashMap<CaseId, String>;

/// What hardly ever changes.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// Staff, also those who have left.
    pub staff: Vec<Staff>,
    /// The school calendar.
    pub calendar: Calendar,
    /// The programmes.
    pub programmes: Vec<(Programme, HouseProgramme)>,
    /// The house's own lists; those that ship with the program until it has settled its own.
    pub lists: HouseSettings,
    /// The same as they are on record, where they are.
    pub settled: Option<HouseSettings>,
}

impl Roster {
    /// A member's initials, or a dash.
    #[must_use]
    pub fn initials(&self, id: Option<StaffId>) -> &str {
        id.map_or("–", |id| talk::initials(&self.staff, id))
    }

    /// What a programme is called, or a dash.
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

/// A case with everything that its line on a screen is drawn from.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// The case.
    pub case: Case,
    /// Whose.
    pub child: Child,
    /// Every version of the timetable.
    pub timetables: Vec<Timetable>,
    /// What is registered, in the span that was read.
    pub days: BTreeMap<NaiveDate, Day>,
    /// Attendance over the last thirty days.
    pub figures: Option<Figures>,
    /// The last talk that is signed.
    pub last_talk: Option<NaiveDate>,
    /// The next appointment.
    pub next: Option<Appointment>,
    /// Unlawful absence in the quarter, where that far was read.
    pub quarter: Option<QuarterMeter>,
    /// What of the concern rule fires, where that far was read.
    pub concern: Option<Concern>,
    /// Follow-ups whose day has passed, of those open to the reader.
    pub overdue: usize,
}

impl CaseView {
    /// What is planned on a date.
    #[must_use]
    pub fn plan(&self, date: NaiveDate) -> &DayPlan {
        plan_on(&self.timetables, date)
    }

    /// Whether the timetable in force on a date expects the child on any weekday. Without a timetable it is expected
    /// every school day.
    #[must_use]
    pub fn is_ever_expected(&self, date: NaiveDate) -> bool {
        let monday = trivsel_domain::calendar::monday_of(date);
        (0..5).any(|n| *self.plan(monday + Days::new(n)) != DayPlan::Off)
    }

    /// Counts attendance over a period within the span that was read.
    #[must_use]
    pub fn count(&self, calendar: &Calendar, from: NaiveDate, to: NaiveDate) -> Option<Figures> {
        let enrolment = self.case.enrolment()?;
        let day = |date: NaiveDate| self.days.get(&date);
        Some(Figures::count(&self.child, enrolment, &self.timetables, calendar, day, from, to))
    }

    /// Counts the thirty days that end with a date again.
    pub fn count_thirty(&mut self, calendar: &Calendar, to: NaiveDate) {
        self.figures = self.count(calendar, to - Days::new(29), to);
    }
}
