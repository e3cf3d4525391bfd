//! Answers to obligations by hand: excused with a reason, or recorded as gone out.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::{Record, Unique};
use crate::value::code::Coded;
use crate::value::id::{AnswerId, AnyKey, CaseId, StaffId};
use crate::value::obligation::ObligationKind;
use crate::value::text::Line;

/// How an obligation was answered by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HowAnswered {
    /// Excused with a reason: the child was ill, the family away.
    Excused(Line),
    /// It went out to this receiver.
    Sent(Line),
}

/// An answer to one obligation. Talks, documents and scores answer by themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Its identity.
    pub id: AnswerId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The obligation.
    pub obligation: ObligationKind,
    /// The day from which the answered obligation is reckoned; it tells apart the obligations of one kind.
    pub since: NaiveDate,
    /// The day it was excused, or went out.
    pub on: NaiveDate,
    /// How it was answered.
    pub how: HowAnswered,
    /// The member of staff who recorded it.
    pub by: StaffId,
}

impl Record for Answer {
    type Key = AnswerId;

    fn key(&self) -> AnswerId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.case.into(), self.by.into()].into()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::Answer(self.case, self.obligation.code(), self.since))
    }
}
