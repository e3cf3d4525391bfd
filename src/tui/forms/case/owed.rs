//! The obligation that a form answers.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use chrono::NaiveDate;
use trivsel_domain::record::{Answer, HowAnswered};
use trivsel_domain::rules::obligations::Obligation;
use trivsel_domain::value::{AnswerId, CaseId, Coded, ObligationKind};

use crate::form::Form;
use crate::forms::Lookup;
use trivsel_words::{dates, obligations};

/// An obligation of a case, by its kind and the day it is reckoned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    pub kind: ObligationKind,
    pub since: NaiveDate,
}

impl From<&Obligation> for Owed {
    fn from(obligation: &Obligation) -> Self {
        Self { kind: obligation.kind, since: obligation.since }
    }
}

impl Display for Owed {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.code(), self.since)
    }
}

impl FromStr for Owed {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, since) = text.split_once(' ').ok_or(())?;
        let kind = ObligationKind::from_code(kind).map_err(|_| ())?;
        Ok(Self { kind, since: since.parse().map_err(|_| ())? })
    }
}

impl Owed {
    /// The obligation itself, while it is open on the sheet.
    pub(super) fn open<'a>(&self, lookup: &Lookup<'a>) -> Option<&'a Obligation> {
        lookup.sheet?.owed.iter().find(|o| o.is_open() && Self::from(*o) == *self)
    }

    /// What is owed, and its date while it is open.
    pub(super) fn told(&self, lookup: &Lookup<'_>) -> String {
        let name = obligations::kind(lookup.words, self.kind);
        match self.open(lookup) {
            Some(o) => format!("{name} {}", dates::day_month_year(lookup.words.lang(), o.date)),
            None => name.to_owned(),
        }
    }

    /// The answer that a form gives to it.
    pub(super) fn answer(
        &self,
        form: &Form,
        case: CaseId,
        on: NaiveDate,
        how: HowAnswered,
        lookup: &Lookup<'_>,
    ) -> Answer {
        let id = AnswerId::from_u128(form.keeping.id.as_u128());
        Answer { id, case, obligation: self.kind, since: self.since, on, how, by: lookup.me.id }
    }
}
