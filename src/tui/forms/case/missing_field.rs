//! Where in its form a missing value is entered: the field, and a choice that follows from what is missing.

use trivsel_domain::rules::steps::{Check, Finding, Missing};
use trivsel_domain::value::{Coded, Requirement};

use super::analysis;
use crate::form::Form;
use crate::forms::{Lookup, field, react};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingField {
    pub field: &'static str,
    /// A field and the code of the choice made in it.
    chosen: Option<(&'static str, &'static str)>,
}

impl MissingField {
    /// Where the first missing value of a check is entered; `None` if that is the first field.
    #[must_use]
    pub fn of(check: &Check) -> Option<Self> {
        let Finding::Unmet(missing) = &check.finding else { return None };
        missing.iter().find_map(|one| Self::of_missing(one, check.requirement))
    }

    fn of_missing(missing: &Missing, requirement: Requirement) -> Option<Self> {
        Some(match missing {
            Missing::Date | Missing::Text => Self::at(field_of(requirement)?),
            Missing::Contact | Missing::ContactLeft { .. } => Self::at(field::PRIMARY),
            Missing::School => Self::at(field::SCHOOL),
            Missing::Class => Self::at(field::CLASS),
            Missing::Birthday => Self::at(field::BORN),
            Missing::Person(role) => Self { field: field::NAME, chosen: Some((field::ROLE, role.code())) },
            Missing::Goal(kind) => Self { field: field::GOAL, chosen: Some((field::KIND, kind.code())) },
            // The user chooses between several.
            Missing::Intervention(kinds) => match kinds.as_slice() {
                [kind] => Self { field: field::WHO, chosen: Some((field::KIND, kind.code())) },
                _ => Self::at(field::KIND),
            },
            Missing::System(system) => Self::at(analysis::field_of(*system)),
            Missing::Destination => Self::at(field::DESTINATION),
            Missing::Receiving => Self::at(field::RECEIVING),
            Missing::DatedTask => Self::at(field::STEP_WHAT),
            _ => return None,
        })
    }

    fn at(field: &'static str) -> Self {
        Self { field, chosen: None }
    }

    /// Opens a new form at the field.
    pub fn begin(self, form: &mut Form, lookup: &Lookup<'_>) {
        if let Some((name, code)) = self.chosen {
            form.suggest(name, code);
        }
        react(form, lookup);
        form.go_to(self.field);
    }
}

/// The field of a missing date or text.
fn field_of(requirement: Requirement) -> Option<&'static str> {
    match requirement {
        Requirement::DecisionDate => Some(field::DECIDED_ON),
        Requirement::CaseFiles => Some(field::FILES_ON),
        Requirement::StartStructure => Some(field::START_STRUCTURE),
        Requirement::LastContact => Some(field::SPOKEN),
        _ => None,
    }
}
