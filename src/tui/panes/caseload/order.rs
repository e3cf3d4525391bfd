//! The filters of the caseload and the orders of its list.

use std::cmp::Ordering;

use chrono::NaiveDate;
use trivsel_domain::record::{Case, Standing};
use trivsel_domain::rules::quarter::QuarterLevel;
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::rules::seats::place_in_line;
use trivsel_domain::value::{ProgrammeCode, StaffId, Stage};

use crate::model::Model;
use crate::view::CaseView;

/// Which cases are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Cases with a seat.
    #[default]
    Seated,
    /// Cases with a seat that this member of staff is a contact of.
    Mine(StaffId),
    /// Cases with a seat in one programme.
    Programme(ProgrammeCode),
    /// Cases on the waiting list or being referred.
    Waiting,
    /// Cases that have ended.
    Closed,
}

impl Filter {
    /// Every filter, in the order of the key that turns them. Cases without a seat come first, since a newly referred child
    /// is looked for there; then closed cases, the user's own, and each programme if the house runs several.
    pub fn all(me: StaffId, programmes: &[ProgrammeCode]) -> Vec<Self> {
        let several: &[ProgrammeCode] = if programmes.len() > 1 { programmes } else { &[] };
        [Self::Seated, Self::Waiting, Self::Closed, Self::Mine(me)]
            .into_iter()
            .chain(several.iter().cloned().map(Self::Programme))
            .collect()
    }

    /// The next filter; the first one follows the last.
    #[must_use]
    pub fn next(&self, me: StaffId, programmes: &[ProgrammeCode]) -> Self {
        let round = Self::all(me, programmes);
        let here = round.iter().position(|f| f == self).unwrap_or(0);
        round.get(here + 1).cloned().unwrap_or_default()
    }

    /// The name of the filter.
    #[must_use]
    pub fn name(&self, model: &Model) -> String {
        let words = &model.words;
        match self {
            Self::Programme(code) => model.roster.programme_name(code, words.lang()).to_owned(),
            filter => words.code("caseload-filter", filter.code()).to_owned(),
        }
    }

    /// Whether the filter lists a case.
    #[must_use]
    pub fn takes(&self, case: &Case, today: NaiveDate) -> bool {
        let usual = Self::of(case, today);
        match self {
            Self::Mine(who) => {
                let contacts = [case.contacts.primary, case.contacts.secondary];
                usual == Self::Seated && contacts.contains(&Some(*who))
            }
            Self::Programme(code) => usual == Self::Seated && case.programme == *code,
            Self::Seated | Self::Waiting | Self::Closed => *self == usual,
        }
    }

    /// The filter that lists a case of any member of staff and any programme. A seat given ahead counts; so does one
    /// held until a closing that lies ahead.
    #[must_use]
    pub fn of(case: &Case, today: NaiveDate) -> Self {
        match case.stage() {
            Stage::Referral | Stage::Waiting => Self::Waiting,
            Stage::Closed if case.runs_on(today) => Self::Seated,
            Stage::Closed | Stage::Declined => Self::Closed,
            Stage::Admitted | Stage::StartUp | Stage::Course | Stage::PhaseOut => Self::Seated,
        }
    }

    /// Whether every listed case holds a seat.
    #[must_use]
    pub fn holds_seats(&self) -> bool {
        matches!(self, Self::Seated | Self::Mine(_) | Self::Programme(_))
    }

    /// The stable code that its words are found by.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Seated | Self::Programme(_) => "seated",
            Self::Mine(_) => "mine",
            Self::Waiting => "waiting",
            Self::Closed => "closed",
        }
    }

    /// The orders that fit the filter, the usual one first.
    #[must_use]
    pub fn orders(&self) -> &'static [Order] {
        match self {
            Self::Seated | Self::Mine(_) | Self::Programme(_) => {
                &[Order::Concern, Order::Name, Order::Stage, Order::Next]
            }
            Self::Waiting => &[Order::Line, Order::Waited, Order::Name],
            Self::Closed => &[Order::Latest, Order::Name],
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The most worrying first.
    Concern,
    Name,
    /// From the first stage to the last.
    Stage,
    /// By the date of the next appointment.
    Next,
    /// By priority, then age, then time waited.
    Line,
    /// The longest wait first.
    Waited,
    /// The latest end first.
    Latest,
}

impl Order {
    /// The stable code that its words are found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Concern => "concern",
            Self::Name => "name",
            Self::Stage => "stage",
            Self::Next => "next",
            Self::Line => "line",
            Self::Waited => "waited",
            Self::Latest => "latest",
        }
    }

    /// Compares two rows. The sort is stable, so equal rows stay sorted by name.
    #[must_use]
    pub fn compare(self, a: &CaseView, b: &CaseView) -> Ordering {
        let line = |r: &CaseView| place_in_line(&r.case, r.child.born);
        match self {
            Self::Concern => {
                let ((level, share), (other, others)) = (worry(a), worry(b));
                level.cmp(&other).then_with(|| share.total_cmp(&others))
            }
            Self::Name => Ordering::Equal,
            Self::Stage => a.case.stage().cmp(&b.case.stage()),
            Self::Next => {
                let date = |r: &CaseView| r.next.as_ref().map(|n| n.date);
                (date(a).is_none(), date(a)).cmp(&(date(b).is_none(), date(b)))
            }
            Self::Line => line(a).cmp(&line(b)),
            Self::Waited => since(a).cmp(&since(b)),
            Self::Latest => ended(b).cmp(&ended(a)),
        }
    }
}

fn since(row: &CaseView) -> NaiveDate {
    row.case.waiting_since().unwrap_or(row.case.referral.on)
}

fn ended(row: &CaseView) -> Option<NaiveDate> {
    match &row.case.standing {
        Standing::Closed { closing, .. } => Some(closing.on),
        Standing::Declined { on } => Some(*on),
        _ => None,
    }
}

/// Ranks unlawful absence over a limit first, then absence that the concern rule names, then low attendance.
fn worry(row: &CaseView) -> (u8, f64) {
    let level = match (row.quarter.map(trivsel_domain::rules::quarter::QuarterMeter::level), &row.concern) {
        (Some(QuarterLevel::Notify), _) => 0,
        (Some(QuarterLevel::Warn), _) => 1,
        (_, Some(_)) => 2,
        _ => 3,
    };
    (level, row.figures.as_ref().and_then(Attendance::share).unwrap_or(2.0))
}
