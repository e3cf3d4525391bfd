//! School grades (klassetrin) and a child's class in each school year.

use alloc::string::String;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::value::school_year::SchoolYear;

/// A number outside the grades, or letters that are not a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a grade from 0 to 10, or not a class letter")]
pub struct BadGrade;

/// A grade of the Danish Folkeskole, 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Grade(u8);

impl Grade {
    /// The highest grade, 10.
    pub const LAST: Self = Self(10);

    /// Makes a grade from 0 to 10.
    ///
    /// # Errors
    /// [`BadGrade`] above 10.
    pub fn new(grade: u8) -> Result<Self, BadGrade> {
        if grade <= Self::LAST.0 { Ok(Self(grade)) } else { Err(BadGrade) }
    }

    /// The number, 0 to 10.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    /// Whether absence is registered twice a day: from grade 7 up.
    /// Source: the order on absence in the Folkeskole (once a day in the lower grades).
    #[must_use]
    pub fn marks_twice_a_day(self) -> bool {
        self.0 >= 7
    }
}

impl TryFrom<u8> for Grade {
    type Error = BadGrade;

    fn try_from(grade: u8) -> Result<Self, BadGrade> {
        Self::new(grade)
    }
}

impl From<Grade> for u8 {
    fn from(grade: Grade) -> u8 {
        grade.0
    }
}

/// A child's class in one school year: a grade and an optional letter (`7.b`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "RawClass", into = "RawClass")]
pub struct SchoolClass {
    year: SchoolYear,
    grade: Grade,
    letter: String,
}

#[derive(Serialize, Deserialize)]
struct RawClass {
    year: SchoolYear,
    grade: Grade,
    #[serde(default)]
    letter: String,
}

impl SchoolClass {
    /// Makes a class. `letter` may be empty and holds at most three letters or digits.
    ///
    /// # Errors
    /// [`BadGrade`] when the letter is longer or holds other characters.
    pub fn new(year: SchoolYear, grade: Grade, letter: &str) -> Result<Self, BadGrade> {
        let letter: String = letter.trim().chars().flat_map(char::to_lowercase).collect();
        if letter.chars().count() > 3 || !letter.chars().all(char::is_alphanumeric) {
            return Err(BadGrade);
        }
        Ok(Self { year, grade, letter })
    }

    /// The school year in which the child is in this class.
    #[must_use]
    pub fn year(&self) -> SchoolYear {
        self.year
    }

    /// The grade in that year.
    #[must_use]
    pub fn grade(&self) -> Grade {
        self.grade
    }

    /// The letter; empty without one.
    #[must_use]
    pub fn letter(&self) -> &str {
        &self.letter
    }

    /// The class that it is on a date, one grade up per school year.
    #[must_use]
    pub fn moved_up_to(&self, date: NaiveDate) -> Self {
        Self { year: SchoolYear::of(date), grade: self.grade_on(date), letter: self.letter.clone() }
    }

    /// The grade on a date: one grade up per school year since this class, kept within 0 to 10.
    #[must_use]
    pub fn grade_on(&self, date: NaiveDate) -> Grade {
        let years = SchoolYear::of(date).starting() - self.year.starting();
        let grade = i32::from(self.grade.0) + years;
        Grade(u8::try_from(grade.clamp(0, i32::from(Grade::LAST.0))).unwrap_or(Grade::LAST.0))
    }
}

impl TryFrom<RawClass> for SchoolClass {
    type Error = BadGrade;

    fn try_from(raw: RawClass) -> Result<Self, BadGrade> {
        Self::new(raw.year, raw.grade, &raw.letter)
    }
}

impl From<SchoolClass> for RawClass {
    fn from(class: SchoolClass) -> Self {
        Self { year: class.year, grade: class.grade, letter: class.letter }
    }
}
