//! Where in its form a missing thing is entered: the field, and what is chosen already because it is that which is
//! missing.

use trivsel_domain::rules::steps::{Check, Finding, Missing};
use trivsel_domain::value::{Coded, Requirement};

use super::{analysis, react};
use crate::form::Form;
use crate::forms::{FormKind, Reading};

/// A place in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The field that gets the cursor.
    pub field: &'static str,
    /// A choice made on the way: its field, and the code.
    chosen: Option<(&'static str, &'static str)>,
}

impl Spot {
    /// Where the first missing thing of a check is entered; nothing where the form has no field that is nearer than its
    /// first.
    #[must_use]
    pub fn of(check: &Check) -> Option<Self> {
        let Finding::Unmet(missing) = &check.finding else { return None };
        missing.iter().find_map(|one| Self::of_missing(one, check.requirement))
    }

    fn of_missing(missing: &Missing, requirement: Requirement) -> Option<Self> {
        Some(match missing {
            Missing::Date | Missing::Text => Self::at(field_of(requirement)?),
            Missing::Contact | Missing::ContactLeft { .. } => Self::at("primary"),
            Missing::School => Self::at("school"),
            Missing::Class => Self::at("class"),
            Missing::Birthday => Self::at("born"),
            Missing::Person(role) => Self { field: "name", chosen: Some(("role", role.code())) },
            Missing::Goal(kind) => Self { field: "goal", chosen: Some(("kind", kind.code())) },
            // Of several that would do, a person chooses.
            Missing::Intervention(kinds) => match kinds.as_slice() {
                [kind] => Self { field: "who", chosen: Some(("kind", kind.code())) },
                _ => Self::at("kind"),
            },
            Missing::System(system) => Self::at(analysis::field_of(*system)),
            Missing::Destination => Self::at("destination"),
            Missing::Receiving => Self::at("receiving"),
            Missing::DatedStep => Self::at("step-what"),
            _ => return None,
        })
    }

    fn at(field: &'static str) -> Self {
        Self { field, chosen: None }
    }

    /// Begins a form that nobody has touched there.
    pub fn begin(self, form: &mut Form, reading: &Reading<'_>) {
        if let Some((name, code)) = self.chosen {
            form.suggest(name, code);
        }
        if let FormKind::Case(kind) = form.kind.clone() {
            react(&kind, form, reading);
        }
        form.go_to(self.field);
    }
}

/// The field that a date or a text is missing in.
fn field_of(requirement: Requirement) -> Option<&'static str> {
    match requirement {
        Requirement::DecisionDate => Some("decided-on"),
        Requirement::CaseFiles => Some("files-on"),
        Requirement::StartStructure => Some("start-structure"),
        Requirement::LastContact => Some("spoken"),
        _ => None,
    }
}
