//! Consents (samtykker): who agreed that what is shared with whom, from when, until when.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::record::party::Party;
use crate::value::id::{AnyKey, CaseId, ConsentId};
use crate::value::text::Line;

/// A consent to share something with a party outside the house.
/// Source: the protection of the people in it, consents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Its identity.
    pub id: ConsentId,
    /// The case it belongs to.
    pub case: CaseId,
    /// Who gave it.
    pub giver: Party,
    /// What may be shared, in one line.
    pub what: Line,
    /// With whom it may be shared.
    pub with_whom: Party,
    /// The day it was given, which is the first day it holds.
    pub from: NaiveDate,
    /// The last day it holds, not before the first; `None` if it is open-ended.
    pub to: Option<NaiveDate>,
    /// The day it was withdrawn, from which it no longer holds; `None` while it was not.
    pub withdrawn: Option<NaiveDate>,
    /// A remark, in one line.
    pub note: Option<Line>,
}

impl Consent {
    /// Whether it holds on a date: it was given, has not run out, and was not withdrawn.
    #[must_use]
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        self.from <= date
            && self.to.is_none_or(|to| date <= to)
            && self.withdrawn.is_none_or(|withdrawn| date < withdrawn)
    }

    /// The first day on which it no longer holds: the day after its last, or the day it was withdrawn. `None` while
    /// there is no such day.
    #[must_use]
    pub fn over_on(&self) -> Option<NaiveDate> {
        let after = self.to.and_then(|to| to.succ_opt());
        [after, self.withdrawn].into_iter().flatten().min()
    }

    /// The last day on which it held; `None` while it has no end, or if it was withdrawn on the day it was given.
    #[must_use]
    pub fn held_until(&self) -> Option<NaiveDate> {
        self.over_on().and_then(|over| over.pred_opt()).filter(|last| *last >= self.from)
    }
}

impl Record for Consent {
    type Key = ConsentId;

    fn key(&self) -> ConsentId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        let parties = [self.giver.key(), self.with_whom.key()];
        core::iter::once(self.case.into()).chain(parties.into_iter().flatten()).collect()
    }
}
