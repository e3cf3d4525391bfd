//! Reading cases with what their lines on the screen show.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use trivsel_domain::record::{Case, Day, HouseSettings, ReportedWeek};
use trivsel_domain::rules::baseline::weeks_after;
use trivsel_domain::rules::calendar::{Calendar, monday_of};
use trivsel_domain::rules::concern::{fired, fired_by_share, looks_back_to, planned_days, since};
use trivsel_domain::rules::heat::{HouseYear, OnRegister};
use trivsel_domain::rules::quarter::{Quarter, QuarterMeter};
use trivsel_domain::rules::reported::ReportedFigures;
use trivsel_domain::value::{CaseId, SchoolWeek, SchoolYear, StaffId};
use trivsel_store::{House, StoreError};

use crate::layers::own_school::OwnSchoolRead;
use crate::view::{CaseView, Roster};
use trivsel_words::text::Collator;

/// How many weeks before a date its register reads, for the bars by week.
pub const WEEKS_BACK: u64 = 9;

/// How far back is read.
#[derive(Clone, Copy)]
pub(super) enum Span {
    /// The weeks that the register draws.
    Weeks,
    /// The months that the quarter meter and the rules of concern count, and the reader's overdue follow-ups.
    Months(StaffId),
}

impl Span {
    fn from(self, calendar: &Calendar, date: NaiveDate) -> NaiveDate {
        let weeks = monday_of(date) - Days::new(7 * WEEKS_BACK);
        match self {
            Self::Weeks => weeks,
            Self::Months(_) => looks_back_to(calendar, date).min(Quarter::of(date).first_day()).min(weeks),
        }
    }
}

/// The cases whose course is not over on a date: the open ones, and those closed from a later day.
pub(super) fn running(house: &House, date: NaiveDate) -> Result<Vec<Case>, StoreError> {
    let mut cases = house.open_cases()?;
    cases.extend(house.cases_on(date)?.into_iter().filter(|c| !c.is_open()));
    Ok(cases)
}

/// The rows of a list of cases, by name.
pub(super) fn case_views(
    house: &House,
    roster: &Roster,
    cases: Vec<Case>,
    date: NaiveDate,
    span: Span,
) -> Result<Vec<CaseView>, StoreError> {
    let calendar = &roster.calendar;
    let ids: Vec<CaseId> = cases.iter().map(|c| c.id).collect();
    let from = span.from(calendar, date);
    let mut days: HashMap<CaseId, BTreeMap<NaiveDate, Day>> = HashMap::new();
    for day in house.days(&ids, from, monday_of(date) + Days::new(6))? {
        days.entry(day.case).or_default().insert(day.date, day);
    }
    let mut reported: HashMap<CaseId, Vec<ReportedWeek>> = HashMap::new();
    for week in house.reported_weeks(&ids, from, date)? {
        reported.entry(week.case).or_default().push(week);
    }
    let mut timetables = house.timetables_of(&ids)?;
    let talks = house.last_talks(&ids)?;
    let spoken = house.spoken_with_parents(&ids, date)?;
    let mut next = house.next_appointments(&ids, date)?;
    let far = match span {
        Span::Weeks => None,
        Span::Months(reader) => Some(MonthData::read(house, calendar, date, reader)?),
    };
    let mut rows = Vec::with_capacity(cases.len());
    for case in cases {
        let Some(child) = house.child(case.child)? else { continue };
        let programme = roster.programmes.iter().find(|(p, _)| *p.code() == case.programme);
        let mut view = CaseView {
            programme: programme.map(|(p, _)| p.clone()),
            timetables: timetables.remove(&case.id).unwrap_or_default(),
            days: days.remove(&case.id).unwrap_or_default(),
            reported: reported.remove(&case.id).unwrap_or_default(),
            figures: None,
            spoken: spoken.contains(&case.id),
            last_talk: talks.get(&case.id).map(|t| t.0),
            next: next.remove(&case.id),
            quarter: None,
            concern: None,
            overdue: 0,
            name: roster.namesakes.name(&child),
            child,
            case,
        };
        view.count_thirty(calendar, date);
        if let Some(far) = &far {
            far.count(&mut view, &roster.lists);
        }
        rows.push(view);
    }
    sort_by_name(&mut rows);
    Ok(rows)
}

/// What counting over months needs, read once for all children.
struct MonthData {
    quarter: Quarter,
    /// The school days of the quarter.
    of_quarter: Vec<NaiveDate>,
    /// The day that the rules of concern look back from, and the school days that they look at.
    date: NaiveDate,
    months: Vec<NaiveDate>,
    overdue: HashMap<CaseId, usize>,
}

impl MonthData {
    fn read(
        house: &House,
        calendar: &Calendar,
        date: NaiveDate,
        reader: StaffId,
    ) -> Result<Self, StoreError> {
        let quarter = Quarter::of(date);
        let mut overdue: HashMap<CaseId, usize> = HashMap::new();
        let late = house.open_follow_ups(reader)?.into_iter().filter(|f| f.is_overdue(date));
        for case in late.filter_map(|f| f.case) {
            *overdue.entry(case).or_default() += 1;
        }
        Ok(Self {
            quarter,
            of_quarter: calendar.school_days(quarter.first_day(), quarter.last_day()).collect(),
            date,
            months: calendar.school_days(looks_back_to(calendar, date), date).collect(),
            overdue,
        })
    }

    fn count(&self, view: &mut CaseView, lists: &HouseSettings) {
        view.overdue = self.overdue.get(&view.case.id).copied().unwrap_or(0);
        let Some(enrolment) = view.case.enrolment() else { return };
        if view.is_at_own_school() {
            // Its own school keeps the statutory count.
            let weeks = ReportedFigures::count(&view.reported, since(self.date), self.date);
            let span = (weeks.from, weeks.to);
            view.concern = fired_by_share(lists.concern_rules(), weeks.absent(), weeks.possible, span);
            return;
        }
        let day = |date: NaiveDate| view.days.get(&date);
        let rule = view
            .programme
            .as_ref()
            .and_then(|p| p.absence().on(self.quarter.first_day(), &lists.absence_limits));
        let quarter = rule.map(|rule| {
            QuarterMeter::count(self.quarter, &rule, &view.child, enrolment, &self.of_quarter, day)
        });
        let planned = planned_days(&view.child, enrolment, |d| view.plan(d), &self.months, day);
        view.quarter = quarter;
        view.concern = fired(lists.concern_rules(), &planned, since(self.date));
    }
}

/// Danish order: æ, ø and å last, Aa with Å.
fn sort_by_name(rows: &mut [CaseView]) {
    let collator = Collator::new();
    rows.sort_by(|a, b| match collator.compare(a.child.name.as_str(), b.child.name.as_str()) {
        Ordering::Equal => a.case.id.cmp(&b.case.id),
        other => other,
    });
}

/// The school year of the house, of every child whose register the house keeps itself.
pub(super) fn house_year(house: &House, roster: &Roster, year: SchoolYear) -> Result<HouseYear, StoreError> {
    let (from, to) = (year.first_day(), year.last_day());
    let cases = house.cases_during(from, to)?;
    let ids: Vec<CaseId> = cases.iter().map(|c| c.id).collect();
    let mut days: HashMap<CaseId, BTreeMap<NaiveDate, Day>> = HashMap::new();
    for day in house.days(&ids, from, to)? {
        days.entry(day.case).or_default().insert(day.date, day);
    }
    let mut timetables = house.timetables_of(&ids)?;
    let mut children = Vec::with_capacity(cases.len());
    for case in cases {
        let programme = roster.programmes.iter().map(|(p, _)| p).find(|p| *p.code() == case.programme);
        if programme.is_some_and(|p| !p.keeps_register()) {
            continue;
        }
        let Some(child) = house.child(case.child)? else { continue };
        children.push(OnRegister {
            programme: programme.cloned(),
            timetables: timetables.remove(&case.id).unwrap_or_default(),
            days: days.remove(&case.id).unwrap_or_default(),
            child,
            case,
        });
    }
    Ok(HouseYear::new(year, children, &roster.calendar))
}

/// The children on a course whose own schools keep the register, in a week, and those whose course has been over for
/// half a year; by name.
pub(super) fn own_school(
    house: &House,
    roster: &Roster,
    week: SchoolWeek,
    case: Option<CaseId>,
) -> Result<OwnSchoolRead, StoreError> {
    let on_course = house.cases_on(week.thursday())?;
    let at_own_school = |case: &Case| {
        let programme = roster.programmes.iter().find(|(p, _)| *p.code() == case.programme);
        programme.is_some_and(|(p, _)| !p.keeps_register())
    };
    let is_after = |case: &Case| {
        let enrolment = case.enrolment().filter(|e| e.until.is_some());
        enrolment.is_some_and(|enrolment| weeks_after(enrolment, &roster.calendar).contains(&week))
            && !on_course.iter().any(|other| other.child == case.child)
    };
    let mut cases: Vec<Case> = house.cases()?.into_iter().filter(is_after).collect();
    cases.extend(on_course.iter().filter(|case| at_own_school(case)).cloned());
    let rows = case_views(house, roster, cases, week.friday(), Span::Weeks)?;
    Ok(OwnSchoolRead { week, rows, case })
}
