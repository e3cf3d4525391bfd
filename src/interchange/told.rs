//! What a user says about a file because the file does not say it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use trivsel_domain::value::SchoolYear;

use super::encoding::Encoding;
use super::heading::{Layout, ListKind};
use super::mapping::Mapping;
use super::month_name::MonthNamed;
use super::profile::{NamedProfile, headings};
use super::source::Source;
use super::table::Row;

/// What the user specifies about a file.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The text encoding.
    pub encoding: Option<Encoding>,
    /// The sheet of the workbook.
    pub sheet: Option<String>,
    /// The school year of days without a year.
    pub year: Option<SchoolYear>,
    /// The month of numbered days whose list does not say it.
    pub month: Option<MonthNamed>,
    /// The months of some of them, by what the question called them.
    pub months: BTreeMap<String, MonthNamed>,
    /// The name of the file, without its ending.
    pub file: Option<String>,
    /// Whose register the days are of that do not say it.
    pub source: Option<Source>,
    /// What columns and marks mean.
    pub mapping: Mapping,
    /// A profile that is to be used, whatever the headings.
    pub asked: Option<NamedProfile>,
    /// The profiles that are used where the headings are theirs.
    pub profiles: Vec<NamedProfile>,
}

/// How a list is read: which list it is, what the user says about it, and the day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'r> {
    pub list: ListKind,
    pub told: &'r Told,
    pub today: NaiveDate,
    /// Whether the list is in one part, so that the month that the user gives is that of all its days.
    pub in_one: bool,
}

impl<'r> Reading<'r> {
    pub fn layout(&self) -> &'static Layout {
        self.list.layout()
    }

    /// The profile for a list with these headings.
    pub fn profile(&self, headings: &[String]) -> Option<&'r NamedProfile> {
        let fits = |p: &&NamedProfile| p.profile.list == self.list && p.profile.fits(headings);
        self.told.asked.as_ref().or_else(|| self.told.profiles.iter().find(fits))
    }

    /// Whether a row has the headings of a remembered profile.
    pub fn is_remembered(&self, row: &Row) -> bool {
        let profiles = self.told.asked.iter().chain(&self.told.profiles);
        let mut profiles = profiles.filter(|p| p.profile.list == self.list).peekable();
        // Most houses remember none, and every row above the list comes here.
        profiles.peek().is_some() && {
            let headings = headings(row, self.today);
            profiles.any(|p| p.profile.fits(&headings))
        }
    }

    /// What is said about a list, by the user or by its profile.
    pub fn mapping(&self, profile: Option<&NamedProfile>) -> Mapping {
        match profile {
            Some(named) => self.told.mapping.over(&named.profile.mapping),
            None => self.told.mapping.clone(),
        }
    }
}
