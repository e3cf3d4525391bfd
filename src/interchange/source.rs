//! Whose register a list of attendance is.

use trivsel_domain::decide::ImportedDay;
use trivsel_domain::record::Origin;
use trivsel_domain::value::Line;

use super::synonyms::Named;
use trivsel_words::text::clean_line;

/// Whose register a list is, as the user says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The house's own.
    Own,
    /// The sending school's, with its name if that is said.
    School(Option<Line>),
}

impl Source {
    /// Reads `egen`, `afgivende skole` or the name of a school, in Danish or English; `None` if it names nothing.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = clean_line(text);
        match Origin::named(&text) {
            Some(Origin::Own) => Some(Self::Own),
            Some(Origin::SendingSchool) => Some(Self::School(None)),
            None => {
                let named = text.chars().any(char::is_alphabetic);
                Line::new(&text).ok().filter(|_| named).map(|name| Self::School(Some(name)))
            }
        }
    }

    /// The register of a row that does not say it.
    pub(super) fn origin(said: Option<&Self>) -> Origin {
        match said {
            Some(Self::School(_)) => Origin::SendingSchool,
            Some(Self::Own) | None => Origin::Own,
        }
    }

    /// The name of the school.
    pub(super) fn name(&self) -> Option<&Line> {
        match self {
            Self::School(name) => name.as_ref(),
            Self::Own => None,
        }
    }
}

/// Names the school in the rows of its register.
pub(super) fn named(rows: &mut [ImportedDay], said: Option<&Source>) {
    let Some(name) = said.and_then(Source::name) else { return };
    for row in rows.iter_mut().filter(|row| row.origin == Origin::SendingSchool) {
        row.register = Some(name.clone());
    }
}
