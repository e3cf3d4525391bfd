//! What the panes show, read from the house in one go each.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use trivsel_domain::calendar::monday_of;
use trivsel_domain::{
    Appointment, Calendar, Case, CaseId, ChildId, Day, SchoolYear, StaffId, Talk, TeachingPlan,
};
use trivsel_store::{House, StoreError, TalkQuery, Trace};

use super::view::{CaseView, Names, Roster};
use crate::words::text::Collator;

/// How many weeks before a date its register reads, for the bars by week.
pub const WEEKS_BACK: u64 = 9;
/// How many talks the log lists at most.
const TALKS_LISTED: usize = 500;

/// Something a pane needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// Staff, calendar, programmes.
    Roster,
    /// Everyone who belongs to the house on a date, with what is registered around it.
    Register(NaiveDate),
    /// One child's school year.
    Year(CaseId, SchoolYear),
    /// The cases that are open, or all that are not.
    Caseload {
        /// Today.
        today: NaiveDate,
        /// Closed and declined ones.
        closed: bool,
    },
    /// The appointments of a week.
    Week(NaiveDate),
    /// The talk log of one case or all.
    Talks(Option<CaseId>),
    /// One child's teaching plans.
    Teaching(CaseId),
    /// Who changed one day of one case, and how.
    Traces(CaseId, NaiveDate),
}

/// What was read.
#[derive(Debug)]
pub enum Loaded {
    /// Staff, calendar, programmes.
    Roster(Roster),
    /// A register.
    Register {
        /// Of which date.
        date: NaiveDate,
        /// Its rows, by name.
        rows: Vec<CaseView>,
    },
    /// One child's school year.
    Year {
        /// Whose.
        case: CaseId,
        /// Which.
        year: SchoolYear,
        /// What is on record.
        days: BTreeMap<NaiveDate, Day>,
    },
    /// Cases.
    Caseload {
        /// Closed and declined ones.
        closed: bool,
        /// By name.
        rows: Vec<CaseView>,
    },
    /// A week.
    Week {
        /// Its Monday.
        monday: NaiveDate,
        /// Its appointments, by day and time.
        appointments: Vec<Appointment>,
        /// The names behind the cases.
        names: Names,
    },
    /// Talks, newest first, own drafts on top.
    Talks {
        /// Of one case, or all.
        case: Option<CaseId>,
        /// The talks.
        talks: Vec<Talk>,
        /// The names behind the cases.
        names: Names,
    },
    /// Teaching plans, newest first.
    Teaching {
        /// Whose.
        case: CaseId,
        /// Every version.
        plans: Vec<TeachingPlan>,
    },
    /// The history of one day.
    Traces {
        /// Whose.
        case: CaseId,
        /// Which day.
        date: NaiveDate,
        /// Oldest first.
        traces: Vec<Trace>,
    },
}

/// Reads what a query asks for.
///
/// # Errors
/// When the house can't be read.
pub fn load(house: &House, roster: &Roster, reader: StaffId, query: &Query) -> Result<Loaded, StoreError> {
    Ok(match query {
        Query::Roster => Loaded::Roster(Roster {
            staff: house.staff()?,
            calendar: house.calendar()?,
            programmes: house.programmes()?,
        }),
        Query::Register(date) => {
            let rows = case_views(house, &roster.calendar, house.cases_on(*date)?, *date)?;
            Loaded::Register { date: *date, rows }
        }
        Query::Year(case, year) => {
            let days = house.days(&[*case], year.first_day(), year.last_day())?;
            Loaded::Year { case: *case, year: *year, days: days.into_iter().map(|d| (d.date, d)).collect() }
        }
        Query::Caseload { today, closed } => {
            let mut cases = if *closed { house.cases()? } else { house.open_cases()? };
            cases.retain(|c| c.is_open() != *closed);
            Loaded::Caseload { closed: *closed, rows: case_views(house, &roster.calendar, cases, *today)? }
        }
        Query::Week(monday) => {
            let appointments = house.appointments(*monday, *monday + Days::new(6))?;
            let names = names(house, appointments.iter().filter_map(|a| a.case))?;
            Loaded::Week { monday: *monday, appointments, names }
        }
        Query::Talks(case) => {
            let talks = house.talks(&TalkQuery { case: *case, limit: TALKS_LISTED })?;
            let names = names(house, talks.iter().filter_map(Talk::case))?;
            Loaded::Talks { case: *case, talks, names }
        }
        Query::Teaching(case) => {
            let mut plans = house.teaching(*case)?;
            plans.sort_by_key(|p| std::cmp::Reverse(p.from()));
            Loaded::Teaching { case: *case, plans }
        }
        Query::Traces(case, date) => {
            Loaded::Traces { case: *case, date: *date, traces: house.history_of_day(*case, *date)? }
        }
    })
}

fn case_views(
    house: &House,
    calendar: &Calendar,
    cases: Vec<Case>,
    date: NaiveDate,
) -> Result<Vec<CaseView>, StoreError> {
    let ids: Vec<CaseId> = cases.iter().map(|c| c.id).collect();
    let from = monday_of(date) - Days::new(7 * WEEKS_BACK);
    let mut days: HashMap<CaseId, BTreeMap<NaiveDate, Day>> = HashMap::new();
    for day in house.days(&ids, from, monday_of(date) + Days::new(6))? {
        days.entry(day.case).or_default().insert(day.date, day);
    }
    let mut timetables = house.timetables_of(&ids)?;
    let talks = house.last_talks(&ids)?;
    let mut next = house.next_appointments(&ids, date)?;
    let mut rows = Vec::with_capacity(cases.len());
    for case in cases {
        let Some(child) = house.child(case.child)? else { continue };
        let mut view = CaseView {
            timetables: timetables.remove(&case.id).unwrap_or_default(),
            days: days.remove(&case.id).unwrap_or_default(),
            figures: None,
            last_talk: talks.get(&case.id).map(|t| t.0),
            next: next.remove(&case.id),
            child,
            case,
        };
        view.count_thirty(calendar, date);
        rows.push(view);
    }
    sort_by_name(&mut rows);
    Ok(rows)
}

/// Danish order: æ, ø and å last, Aa with Å.
fn sort_by_name(rows: &mut [CaseView]) {
    let collator = Collator::new();
    rows.sort_by(|a, b| match collator.compare(a.child.name.as_str(), b.child.name.as_str()) {
        Ordering::Equal => a.case.id.cmp(&b.case.id),
        other => other,
    });
}

fn names(house: &House, cases: impl Iterator<Item = CaseId>) -> Result<Names, StoreError> {
    let mut names = Names::new();
    let mut children: HashMap<ChildId, String> = HashMap::new();
    for id in cases {
        if names.contains_key(&id) {
            continue;
        }
        let Some(case) = house.case(id)? else { continue };
        if let Some(child) = house.child(case.child)? {
            let name = children.entry(child.id).or_insert_with(|| child.name.as_str().to_owned());
            names.insert(id, name.clone());
        }
    }
    Ok(names)
}
