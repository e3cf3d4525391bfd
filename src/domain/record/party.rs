//! A party outside the staff: who gives a consent, to whom something goes, from whom something comes.

use serde::{Deserialize, Serialize};

use crate::record::person::Person;
use crate::value::id::{AnyKey, PersonId};
use crate::value::role::Role;
use crate::value::text::Line;

/// A party outside the staff of the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// A person on record around the child.
    Person(PersonId),
    /// A role around the child, without a name: the school, PPR.
    Role(Role),
    /// Another party, as written.
    Other(Line),
}

impl Party {
    /// The key of the person on record; `None` for a party without one.
    pub(crate) fn key(&self) -> Option<AnyKey> {
        match self {
            Self::Person(id) => Some((*id).into()),
            Self::Role(_) | Self::Other(_) => None,
        }
    }

    /// The role of the party; `None` for another party, and for a person who is not among these.
    #[must_use]
    pub fn role(&self, people: &[Person]) -> Option<Role> {
        match self {
            Self::Person(id) => people.iter().find(|p| p.id == *id).map(|p| p.role),
            Self::Role(role) => Some(*role),
            Self::Other(_) => None,
        }
    }

    /// Whether a consent to share with this party covers another one: the same party, or a person in the role. The
    /// roles of other family and of anybody else name nobody, so they cover only themselves.
    #[must_use]
    pub fn covers(&self, other: &Self, people: &[Person]) -> bool {
        match (self, other) {
            (Self::Other(one), Self::Other(other)) => {
                let lower = |line: &Line| line.as_str().to_lowercase();
                lower(one) == lower(other)
            }
            (Self::Role(role), Self::Person(_)) if !matches!(role, Role::Family | Role::Other) => {
                other.role(people) == Some(*role)
            }
            _ => self == other,
        }
    }

    /// Whether the party may know what the case holds without a consent: the child itself, and a parent unless it is
    /// on record that they have no custody. Source: law on parental responsibility (a parent with custody acts for the
    /// child).
    #[must_use]
    pub fn is_of_the_case(&self, people: &[Person]) -> bool {
        let without_custody = |role: Role| people.iter().any(|p| p.role == role && p.custody == Some(false));
        match self {
            Self::Person(id) => people
                .iter()
                .find(|p| p.id == *id)
                .is_some_and(|p| p.role.is_parent() && p.custody != Some(false)),
            Self::Role(role) => *role == Role::Child || role.is_parent() && !without_custody(*role),
            Self::Other(_) => false,
        }
    }
}
