//! Reads from the house what the panes and layers show, one query at a time.

mod appointments;
mod calendar;
mod cases;
mod closures;
mod counted;
mod directory;
mod opening;
pub mod planning;
pub mod report;
mod seats;
mod sheet;
mod talks;
mod teaching;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::record::{Appointment, Case, Child, Closure, Edit, HouseSettings, Talk};
use trivsel_domain::rules::heat::HouseYear;
use trivsel_domain::rules::house_figures::Span as HouseSpan;
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::rules::proposals::Proposal as Proposed;
use trivsel_domain::rules::today::Item;
use trivsel_domain::value::{AppointmentId, CaseId, SchoolWeek, SchoolYear, StaffId, TalkId};
use trivsel_store::{Draft, Held, House, LogKey, Noted, StoreError, TalkQuery, Trace};

pub use self::cases::WEEKS_BACK;
use self::cases::{Span, case_views, running};
use self::directory::directory;
pub use self::directory::names;
pub use self::opening::{Begin, ByHand, Opening};
use self::teaching::{taught, teaching};
use super::child_name::Namesakes;
use super::forms::Known;
use super::forms::talk::Background;
use super::layers::access_page::AccessRead;
use super::layers::counted::{CountedRead, Place};
use super::layers::house_figures::FiguresRead;
use super::layers::own_school::OwnSchoolRead;
use super::layers::request::RequestRead;
use super::layers::school_year::moves::ChangeRead;
use super::layers::seats::SeatsRead;
use super::layers::staff_load::StaffRead;
use super::panes::attendance::ChildYear;
use super::panes::calendar::Due;
use super::panes::calendar::book::Proposal;
use super::panes::calendar::change::Asked;
use super::panes::talks::filter::Filter;
use super::panes::talks::log::{Log, Page};
use super::panes::teaching::TeachingRead;
use super::sheet::Sheet;
use super::view::{CaseView, Names, Roster};

/// Every day that a register can have.
const EVER: (NaiveDate, NaiveDate) =
    match (NaiveDate::from_ymd_opt(1, 1, 1), NaiveDate::from_ymd_opt(9999, 12, 31)) {
        (Some(first), Some(last)) => (first, last),
        _ => (NaiveDate::MIN, NaiveDate::MAX),
    };
/// How many talks are searched for the last one that is not restricted.
const LAST: usize = 20;
/// How many changes the history of a case lists at most, of days and of everything else each.
const TRACES_LISTED: usize = 500;

/// A query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// Staff, calendar, programmes.
    Roster,
    /// The register of a date, with the weeks around it.
    Register(NaiveDate),
    Year(CaseId, SchoolYear),
    /// The school year of every child whose register the house keeps.
    HouseYear(SchoolYear),
    /// The running cases, or all others.
    Caseload {
        today: NaiveDate,
        /// True for the cases that are over.
        closed: bool,
    },
    /// The list of a day.
    Agenda(NaiveDate),
    /// The appointments from one date to another, inclusive.
    Appointments(NaiveDate, NaiveDate),
    /// What is owed at a moment and not booked, and the talks that propose themselves.
    Ahead(NaiveDateTime),
    /// The appointments that a proposal would collide with.
    Collisions(Box<Proposal>),
    /// The series of an appointment that is to be changed.
    Series(Box<Asked>),
    Planning(Box<planning::Asked>),
    /// What changes of closures would move on a day.
    CalendarChange(Vec<Edit<Closure>>, NaiveDate),
    /// The talk log, at least as long as it was listed, and the open follow-ups.
    Talks(Box<Filter>, usize),
    /// The talks older than this one.
    TalksBefore(Box<Filter>, LogKey),
    Drafts,
    /// The drafts, for the layer that offers them.
    DraftsToOffer,
    /// Every case with its child, and what to open once they are read.
    Directory(Opening),
    /// The earlier scores of a case.
    Background(CaseId),
    /// The last talk of a case, or of the reader.
    LastTalk(Option<CaseId>),
    /// The other user who is adding to a talk.
    WhoAdds(TalkId),
    Scores(CaseId),
    /// Everything in the sheet of a case, as it stands on a day.
    Sheet(CaseId, NaiveDate),
    /// The children who have a seat on a day.
    Taught(NaiveDate),
    /// The teaching plan of a case, with the gate as it stands on a day.
    Teaching(CaseId, NaiveDate),
    /// What is to be reviewed before a request for access about the child of a case is answered.
    Request(CaseId),
    /// Who holds a seat and who waits for one.
    Seats,
    /// The figures of a period up to and including a day.
    HouseFigures(HouseSpan, NaiveDate),
    /// The workload of the staff on a day.
    StaffLoad(NaiveDate),
    /// A week at the children's own schools, with the cursor on a case if one is given.
    OwnSchool(SchoolWeek, Option<CaseId>),
    /// The changes to one day of one case.
    Traces(CaseId, NaiveDate),
    /// What the figures of a case count, which end on a day, for the place that shows them.
    Counted(CaseId, NaiveDate, Place),
}

impl Query {
    /// The case whose records a query reads. The access log records such a query.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::Year(case, _)
            | Self::Scores(case)
            | Self::Teaching(case, _)
            | Self::Request(case)
            | Self::Traces(case, _)
            | Self::Counted(case, ..) => Some(*case),
            _ => None,
        }
    }
}

/// The answer to a query.
#[derive(Debug)]
pub enum Loaded {
    /// Staff, calendar, programmes.
    Roster(Box<Roster>),
    Register {
        date: NaiveDate,
        /// By name.
        rows: Vec<CaseView>,
        /// The other children with a seat, whom the house never expects; by name.
        outside: Vec<CaseView>,
    },
    Year(ChildYear),
    HouseYear(Box<HouseYear>),
    Caseload {
        /// True for the cases that are over.
        closed: bool,
        /// By name.
        rows: Vec<CaseView>,
        /// Every running case, for the count of seats.
        running: Vec<Case>,
    },
    Agenda {
        date: NaiveDate,
        items: Vec<Item>,
        names: Names,
    },
    Appointments {
        /// The first and the last day.
        days: (NaiveDate, NaiveDate),
        /// By day and time.
        appointments: Vec<Appointment>,
        /// The notes of those that were held.
        held: BTreeMap<AppointmentId, TalkId>,
        names: Names,
    },
    Ahead {
        owed: Vec<Due>,
        proposed: Vec<Proposed>,
        /// The names of the children of both.
        names: Names,
    },
    Collisions {
        proposal: Box<Proposal>,
        others: Vec<Appointment>,
        /// The names of the children of both.
        names: Names,
    },
    Planning(planning::Read),
    Series {
        asked: Box<Asked>,
        /// By date.
        members: Vec<Appointment>,
    },
    CalendarChange(Box<ChangeRead>),
    Talks(Box<Log>),
    /// More of the talk log.
    TalksBefore(Page),
    Drafts {
        /// Last saved first.
        drafts: Vec<Draft>,
        names: Names,
        /// Whether the layer that offers drafts opens.
        offer: bool,
    },
    Directory {
        /// By name.
        cases: Vec<Known>,
        opening: Opening,
    },
    /// The earlier scores of a case.
    Background(Background),
    /// The last talk, if there is one.
    LastTalk {
        /// The last talk that is not restricted.
        talk: Option<Box<Talk>>,
        /// Whether any of the recent talks is restricted; such a talk is never repeated.
        sealed: bool,
    },
    Scores {
        child: Box<Child>,
        /// Oldest first.
        measures: OpenScores,
    },
    /// Somebody else who adds to the same talk.
    WhoAdds(Held),
    Sheet(Box<Sheet>),
    /// What was asked for no longer exists.
    Nothing,
    /// The children who have a seat, by name.
    Taught(Vec<CaseView>),
    Teaching(Box<TeachingRead>),
    Seats(Box<SeatsRead>),
    HouseFigures(Box<FiguresRead>),
    StaffLoad(Box<StaffRead>),
    /// The access log.
    Access(Box<AccessRead>),
    Request(Box<RequestRead>),
    OwnSchool(Box<OwnSchoolRead>),
    Counted(Box<CountedRead>),
    Traces {
        case: CaseId,
        date: NaiveDate,
        /// Oldest first.
        traces: Vec<Trace>,
    },
}

/// Answers a query.
///
/// # Errors
/// When the house can't be read.
pub fn load(
    house: &House,
    roster: &Roster,
    (reader, today): (StaffId, NaiveDate),
    query: &Query,
) -> Result<Loaded, StoreError> {
    Ok(match query {
        Query::Roster => {
            let settled = house.settings()?;
            Loaded::Roster(Box::new(Roster {
                staff: house.staff()?,
                calendar: house.calendar()?,
                programmes: house.programmes()?,
                lists: lists(settled.as_ref()),
                settled,
                namesakes: Namesakes::new(&house.namesakes()?, today),
            }))
        }
        Query::Register(date) => {
            let rows = case_views(house, roster, house.cases_on(*date)?, *date, Span::Weeks)?;
            // A child that only comes to talks is never expected and has no row in the register.
            let (rows, outside) = rows.into_iter().partition(|row| {
                row.days.contains_key(date) || row.is_ever_expected(*date) || !row.has_timetable(*date)
            });
            Loaded::Register { date: *date, rows, outside }
        }
        Query::Year(case, year) => {
            let days = house.days(&[*case], year.first_day(), year.last_day())?;
            let reported = house.reported_weeks(&[*case], year.first_day(), year.last_day())?;
            let days = days.into_iter().map(|d| (d.date, d)).collect();
            Loaded::Year(ChildYear { case: *case, year: *year, days, reported })
        }
        Query::HouseYear(year) => Loaded::HouseYear(Box::new(cases::house_year(house, roster, *year)?)),
        Query::Caseload { today, closed } => {
            let running = running(house, *today)?;
            let (cases, span) = if *closed {
                (house.cases()?.into_iter().filter(|c| !c.runs_on(*today)).collect(), Span::Weeks)
            } else {
                (running.clone(), Span::Months(reader))
            };
            let rows = case_views(house, roster, cases, *today, span)?;
            Loaded::Caseload { closed: *closed, rows, running }
        }
        Query::Agenda(date) => {
            let items = house.agenda(reader, *date)?;
            let names = names(house, roster, items.iter().flat_map(Item::cases))?;
            Loaded::Agenda { date: *date, items, names }
        }
        Query::Appointments(from, to) => calendar::appointments(house, roster, (*from, *to))?,
        Query::Ahead(now) => calendar::ahead(house, roster, *now)?,
        Query::Collisions(proposal) => appointments::collisions(house, roster, proposal)?,
        Query::Series(asked) => appointments::series(house, asked)?,
        Query::Planning(asked) => Loaded::Planning(planning::read(house, roster, asked)?),
        Query::CalendarChange(edits, today) => {
            Loaded::CalendarChange(Box::new(closures::read(house, roster, edits, *today)?))
        }
        Query::Talks(filter, listed) => {
            Loaded::Talks(Box::new(talks::log(house, roster, reader, filter, *listed)?))
        }
        Query::TalksBefore(filter, before) => {
            Loaded::TalksBefore(talks::page(house, roster, reader, filter, *before)?)
        }
        Query::Drafts | Query::DraftsToOffer => {
            let drafts = house.drafts(reader)?;
            let names = names(house, roster, drafts.iter().filter_map(|d| d.case))?;
            Loaded::Drafts { drafts, names, offer: *query == Query::DraftsToOffer }
        }
        Query::Directory(opening) => {
            Loaded::Directory { cases: directory(house, roster, opening)?, opening: opening.clone() }
        }
        Query::Background(case) => {
            Loaded::Background(Background { case: *case, measures: house.measures(*case, reader)? })
        }
        Query::LastTalk(case) => {
            let staff = case.is_none().then_some(reader).into_iter().collect();
            let asked = TalkQuery {
                cases: case.iter().copied().collect(),
                staff,
                limit: LAST,
                ..TalkQuery::default()
            };
            let talks = house.talks(&asked, reader)?;
            let sealed = talks.iter().any(|noted| matches!(noted, Noted::Sealed(_)));
            let talk = talks.into_iter().find_map(|noted| match noted {
                Noted::Open { talk, .. } => Some(talk),
                Noted::Sealed(_) => None,
            });
            Loaded::LastTalk { talk, sealed }
        }
        Query::WhoAdds(talk) => {
            house.who_adds(*talk, reader)?.first().map_or(Loaded::Nothing, |held| Loaded::WhoAdds(*held))
        }
        Query::Sheet(case, today) => match sheet::sheet(house, roster, reader, *case, *today)? {
            Some(sheet) => Loaded::Sheet(Box::new(sheet)),
            None => Loaded::Nothing,
        },
        Query::Scores(case) => {
            let child = house.case(*case)?.map(|c| house.child(c.child)).transpose()?.flatten();
            match child {
                Some(child) => {
                    Loaded::Scores { child: Box::new(child), measures: house.measures(*case, reader)? }
                }
                None => Loaded::Nothing,
            }
        }
        Query::Taught(today) => Loaded::Taught(taught(house, roster, *today)?),
        Query::Teaching(case, today) => match teaching(house, roster, (reader, *today), *case)? {
            Some(read) => Loaded::Teaching(Box::new(read)),
            None => Loaded::Nothing,
        },
        Query::Request(case) => report::request(house, roster, reader, *case)?,
        Query::Seats => Loaded::Seats(Box::new(seats::seats(house)?)),
        Query::HouseFigures(span, today) => {
            let figures = house.figures(*span, *today)?;
            let names = names(house, roster, figures.cases().into_iter())?;
            Loaded::HouseFigures(Box::new(FiguresRead { figures, names }))
        }
        Query::StaffLoad(today) => {
            Loaded::StaffLoad(Box::new(seats::staff_load(house, &roster.calendar, *today)?))
        }
        Query::OwnSchool(week, case) => {
            Loaded::OwnSchool(Box::new(cases::own_school(house, roster, *week, *case)?))
        }
        Query::Counted(case, date, place) => {
            match counted::counted(house, roster, (reader, today), (*case, *date, *place))? {
                Some(read) => Loaded::Counted(Box::new(read)),
                None => Loaded::Nothing,
            }
        }
        Query::Traces(case, date) => {
            Loaded::Traces { case: *case, date: *date, traces: house.history_of_day(*case, *date)? }
        }
    })
}

/// The house's own lists, or the shipped ones.
fn lists(settled: Option<&HouseSettings>) -> HouseSettings {
    settled.unwrap_or_else(|| trivsel_defaults::shipped_lists()).clone()
}
