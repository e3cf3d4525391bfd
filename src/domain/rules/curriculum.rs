//! The subjects of the Folkeskole by grade, as dated rows.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::record::teaching::Subject;
use crate::value::grade::Grade;

/// The grades that have a subject, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectRow {
    /// The subject.
    pub subject: Subject,
    /// The first and the last grade that have it.
    pub grades: (Grade, Grade),
    /// The first day it holds.
    pub from: NaiveDate,
    /// The first day it no longer holds; `None` while it holds.
    pub until: Option<NaiveDate>,
    /// Whether the year of confirmation does not have it.
    #[serde(default)]
    pub not_in_confirmation: bool,
}

impl SubjectRow {
    fn holds(&self, grade: Option<Grade>, confirmation: Option<Grade>, on: NaiveDate) -> bool {
        let (first, last) = self.grades;
        let left_out = |grade| self.not_in_confirmation && confirmation == Some(grade);
        self.from <= on
            && self.until.is_none_or(|end| on < end)
            && grade.is_none_or(|grade| first <= grade && grade <= last && !left_out(grade))
    }
}

/// The grade of the year of confirmation, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmationRow {
    /// The grade.
    pub grade: Grade,
    /// The first day it holds.
    pub from: NaiveDate,
}

/// A row whose grades or days run backward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a subject has its grades from the first to the last, and ends after it begins")]
pub struct BadCurriculum;

/// The dated list of subjects. Source: the act on the Folkeskole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curriculum {
    rows: Vec<SubjectRow>,
    confirmation: Vec<ConfirmationRow>,
}

impl Curriculum {
    /// Makes a list of rows, with the grades of the year of confirmation.
    ///
    /// # Errors
    /// [`BadCurriculum`] when the grades or days of a row run backward.
    pub fn new(rows: Vec<SubjectRow>, confirmation: Vec<ConfirmationRow>) -> Result<Self, BadCurriculum> {
        let sound =
            |row: &SubjectRow| row.grades.0 <= row.grades.1 && row.until.is_none_or(|end| row.from < end);
        if rows.iter().all(sound) { Ok(Self { rows, confirmation }) } else { Err(BadCurriculum) }
    }

    /// The grade of the year of confirmation on a day, where a house has not set another; `None` before the first row.
    #[must_use]
    pub fn confirmation(&self, on: NaiveDate) -> Option<Grade> {
        let rows = self.confirmation.iter().filter(|row| row.from <= on);
        rows.max_by_key(|row| row.from).map(|row| row.grade)
    }

    /// The subjects of a grade on a day, in the usual order; of every grade if it is unknown. The three subjects of
    /// every plan are always among them. The year of confirmation is the house's own, if it has set one.
    #[must_use]
    pub fn subjects(&self, grade: Option<Grade>, on: NaiveDate, own: Option<Grade>) -> BTreeSet<Subject> {
        let confirmation = own.or_else(|| self.confirmation(on));
        let of_grade =
            self.rows.iter().filter(|row| row.holds(grade, confirmation, on)).map(|row| row.subject);
        Subject::ALWAYS.into_iter().chain(of_grade).collect()
    }
}
