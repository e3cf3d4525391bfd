//! A child (barn/ung) as the house knows it.

use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::cpr::Cpr;
use crate::value::grade::{Grade, SchoolClass};
use crate::value::id::{AnyKey, ChildId};
use crate::value::name::PersonName;
use crate::value::text::Line;

/// The greatest age accepted, in years.
const OLDEST: i32 = 30;

/// Whether a date of birth is plausible for a child or young person: in one of the 30 calendar years before this one.
#[must_use]
pub fn can_be_born(born: NaiveDate, today: NaiveDate) -> bool {
    (today.year() - OLDEST..today.year()).contains(&born.year())
}

/// A child: name, date of birth and classes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Child {
    /// Their identity.
    pub id: ChildId,
    /// The full name.
    pub name: PersonName,
    /// Date of birth, if known.
    pub born: Option<NaiveDate>,
    /// The sending school (afgivende skole).
    pub school: Option<Line>,
    /// The civil registration number, if the house has it; nothing requires it.
    #[serde(default)]
    pub cpr: Option<Cpr>,
    /// The identities of the children that were found to be this one and were merged into it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<ChildId>,
    /// The classes, at most one per school year, oldest first. A repeated grade has a row of its own.
    classes: Vec<SchoolClass>,
}

impl Child {
    /// Makes a child, with its classes as in [`Child::with_classes`].
    #[must_use]
    pub fn new(
        id: ChildId,
        name: PersonName,
        born: Option<NaiveDate>,
        school: Option<Line>,
        classes: Vec<SchoolClass>,
    ) -> Self {
        let alone = Self { id, name, born, school, cpr: None, former: Vec::new(), classes: Vec::new() };
        alone.with_classes(classes)
    }

    /// The child with these classes in place of its own. They come in any order; of two for one year the later in the list
    /// wins.
    #[must_use]
    pub fn with_classes(self, classes: Vec<SchoolClass>) -> Self {
        let mut kept: Vec<SchoolClass> = Vec::with_capacity(classes.len());
        for class in classes {
            kept.retain(|k| k.year() != class.year());
            kept.push(class);
        }
        kept.sort_by_key(SchoolClass::year);
        Self { classes: kept, ..self }
    }

    /// The classes, oldest first.
    #[must_use]
    pub fn classes(&self) -> &[SchoolClass] {
        &self.classes
    }

    /// The class of the date's school year or the last one before it; before all classes, the first.
    #[must_use]
    pub fn class_on(&self, date: NaiveDate) -> Option<&SchoolClass> {
        let year = crate::value::school_year::SchoolYear::of(date);
        self.classes.iter().rev().find(|c| c.year() <= year).or_else(|| self.classes.first())
    }

    /// The grade on a date, if a class is known.
    #[must_use]
    pub fn grade_on(&self, date: NaiveDate) -> Option<Grade> {
        self.class_on(date).map(|c| c.grade_on(date))
    }

    /// Whether the register takes two marks on a date. A child of unknown grade has one.
    #[must_use]
    pub fn marks_twice_a_day(&self, date: NaiveDate) -> bool {
        self.grade_on(date).is_some_and(Grade::marks_twice_a_day)
    }

    /// Age in whole years on a date; `None` if the birthday is unknown or after the date.
    #[must_use]
    pub fn age_on(&self, date: NaiveDate) -> Option<u32> {
        let born = self.born?;
        let had_birthday = (date.month(), date.day()) >= (born.month(), born.day());
        u32::try_from(date.year() - born.year() - i32::from(!had_birthday)).ok()
    }
}

impl Record for Child {
    type Key = ChildId;

    fn key(&self) -> ChildId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        None
    }
}
