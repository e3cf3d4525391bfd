//! Weeks reported from the children's own schools.

use chrono::NaiveDate;
use trivsel_domain::record::{ReportSource, ReportedDays, ReportedWeek};
use trivsel_domain::value::{CaseId, Halves, Pedagogical, SchoolWeek};

use crate::cell::{Code, Id, Number, cell};
use crate::row::{self, Noun};
use crate::table::table;
use crate::{House, Result};

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY monday";
pub(crate) const RANGE: &str = "WHERE case_id = ?1 AND monday BETWEEN ?2 AND ?3 ORDER BY monday";

impl Noun for ReportedWeek {
    table! {
        "reported_week" [id: Id] {
            case: Id = "case_id",
            monday: SchoolWeek,
            days: ReportedDays = "attended" "possible",
            source: Code<ReportSource>,
        }
    }
}

cell!(SchoolWeek as NaiveDate, |week: &SchoolWeek| week.monday(), week);
cell!(ReportedDays as (Number<u32>, Number<u32>), parts, days);

fn week(monday: NaiveDate) -> Result<SchoolWeek, &'static str> {
    SchoolWeek::from_monday(monday).map_err(|_| "a week that does not begin on a Monday")
}

fn parts(days: &ReportedDays) -> (u32, u32) {
    (days.attended().get(), days.possible().get())
}

fn days((attended, possible): (u32, u32)) -> Result<ReportedDays, &'static str> {
    let halves = |number| Halves::<Pedagogical>::new(number);
    ReportedDays::new(halves(attended), halves(possible)).map_err(|_| "days that make no week")
}

impl House {
    /// The reported weeks of these cases with a Monday from one date to another, inclusive, by case in the given order,
    /// then by week.
    ///
    /// # Errors
    /// `Corrupt`, `UnknownCode`, `Busy`, `Database`.
    pub fn reported_weeks(
        &self,
        cases: &[CaseId],
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<ReportedWeek>> {
        let (sql, from, to) = (row::select::<ReportedWeek>(RANGE), from.to_string(), to.to_string());
        let mut found = Vec::new();
        for case in cases {
            found.extend(row::list::<ReportedWeek>(
                self.conn(),
                &sql,
                (case.as_u128().to_be_bytes(), &from, &to),
            )?);
        }
        Ok(found)
    }
}
