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
}

impl SubjectRow {
    fn holds(&self, grade: Option<Grade>, on: NaiveDate) -> bool {
        let (first, last) = self.grades;
        self.from <= on
            && self.until.is_none_or(|end| on < end)
            && grade.is_none_or(|grade| first <= grade && grade <= last)
    }
}

/// A row whose grades or days run backward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a subject has its grades from the first to the last, and ends after it begins")]
pub struct BadCurriculum;

/// The dated list of subjects. Source: the act on the Folkeskole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curriculum(Vec<SubjectRow>);

impl Curriculum {
    /// Makes a list of rows.
    ///
    /// # Errors
    /// [`BadCurriculum`] when the grades or days of a row run backward.
    pub fn new(rows: Vec<SubjectRow>) -> Result<Self, BadCurriculum> {
        let sound =
            |row: &SubjectRow| row.grades.0 <= row.grades.1 && row.until.is_none_or(|end| row.from < end);
        if rows.iter().all(sound) { Ok(Self(rows)) } else { Err(BadCurriculum) }
    }

    /// The subjects of a grade on a day, in the usual order; of every grade if it is unknown. The three subjects of
    /// every plan are always among them.
    #[must_use]
    pub fn subjects(&self, grade: Option<Grade>, on: NaiveDate) -> BTreeSet<Subject> {
        let of_grade = self.0.iter().filter(|row| row.holds(grade, on)).map(|row| row.subject);
        Subject::ALWAYS.into_iter().chain(of_grade).collect()
    }
}
