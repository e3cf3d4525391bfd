//! What a user says about a file because the file does not say it.

use chrono::NaiveDate;
use trivsel_domain::value::SchoolYear;

use super::encoding::Encoding;
use super::heading::{Layout, ListKind};
use super::mapping::Mapping;
use super::profile::NamedProfile;
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
}

impl<'r> Reading<'r> {
    pub fn layout(&self) -> &'static Layout {
        self.list.layout()
    }

    /// The profile for a list with these headings.
    pub fn profile(&self, headings: &Row) -> Option<&'r NamedProfile> {
        let fits = |p: &&NamedProfile| p.profile.list == self.list && p.profile.fits(headings);
        self.told.asked.as_ref().or_else(|| self.told.profiles.iter().find(fits))
    }

    /// Whether a row has the headings of a remembered profile.
    pub fn is_remembered(&self, headings: &Row) -> bool {
        let profiles = self.told.asked.iter().chain(&self.told.profiles);
        profiles.filter(|p| p.profile.list == self.list).any(|p| p.profile.fits(headings))
    }

    /// What is said about a list with these headings, by the user or by its profile.
    pub fn mapping(&self, headings: &Row) -> Mapping {
        match self.profile(headings) {
            Some(named) => self.told.mapping.over(&named.profile.mapping),
            None => self.told.mapping.clone(),
        }
    }
}
