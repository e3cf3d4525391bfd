//! A child's name as the screen shows it: with the class beside it if another child of the house has the same name, and
//! with the birthday if the class does not tell them apart.

use std::collections::HashMap;
use std::fmt;

use chrono::NaiveDate;
use trivsel_domain::record::Child;
use trivsel_domain::value::ChildId;
use trivsel_words::text::{clip, columns};
use trivsel_words::typed_class::class_on;

/// A name with what tells its child apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChildName {
    name: String,
    apart: Apart,
}

/// What tells a child apart from those of the same name; empty if nobody else has the name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Apart {
    class: Option<String>,
    born: Option<NaiveDate>,
}

impl ChildName {
    /// The name without the class, for a place that shows the class anyway.
    #[must_use]
    pub fn beside_class(&self) -> Self {
        Self { name: self.name.clone(), apart: Apart { class: None, ..self.apart.clone() } }
    }

    /// The name within a number of columns. The name is cut before what tells the child apart.
    #[must_use]
    pub fn within(&self, width: usize) -> String {
        let apart = self.apart.to_string();
        let name = clip(&self.name, width.saturating_sub(columns(&apart)));
        clip(&format!("{name}{apart}"), width)
    }

    /// The first name, with what tells the child apart.
    #[must_use]
    pub fn given(&self) -> Self {
        Self { name: self.first().to_owned(), apart: self.apart.clone() }
    }

    /// The first name alone, for a place that tells the child apart itself.
    #[must_use]
    pub fn first(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
    }
}

/// A name that is no child's, such as the place of a consultation.
impl From<&str> for ChildName {
    fn from(name: &str) -> Self {
        Self { name: name.to_owned(), apart: Apart::default() }
    }
}

impl fmt::Display for ChildName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.name, self.apart)
    }
}

impl fmt::Display for Apart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.class.iter().try_for_each(|class| write!(f, " {class}"))?;
        self.born.iter().try_for_each(|born| write!(f, " {}", born.format("%-d.%-m.%Y")))
    }
}

/// The children who share their name with another child of the house.
#[derive(Clone, Debug, Default)]
pub struct Namesakes(HashMap<ChildId, Apart>);

impl Namesakes {
    /// Finds what tells these children apart on a date, given every child whose name is not unique.
    #[must_use]
    pub fn new(alike: &[Child], on: NaiveDate) -> Self {
        let apart = |child: &Child| {
            let class = class_on(child, on);
            let mut others = alike.iter().filter(|c| c.id != child.id && c.name == child.name);
            let enough = class.is_some() && others.all(|other| class_on(other, on) != class);
            (child.id, Apart { class, born: child.born.filter(|_| !enough) })
        };
        Self(alike.iter().map(apart).collect())
    }

    /// The name of a child as it is shown.
    #[must_use]
    pub fn name(&self, child: &Child) -> ChildName {
        let apart = self.0.get(&child.id).cloned().unwrap_or_default();
        ChildName { name: child.name.as_str().to_owned(), apart }
    }
}
