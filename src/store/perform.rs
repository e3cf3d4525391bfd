//! The one way to write records: the domain decides an action on the facts, and the changes are written with their
//! history in one transaction.

use std::fmt;

use chrono::{NaiveDateTime, Timelike};
use rusqlite::{Transaction, TransactionBehavior};
use trivsel_domain::decide::{Action, ActionKind, Decision, Denied, Nature, decide};
use trivsel_domain::record::Change;
use trivsel_domain::value::{Moment, StaffId};

use crate::beside::Kept;
use crate::history::{self, Chain, Stamp};
use crate::snapshot::Snapshot;
use crate::{House, Result, StoreError};

/// Who asks for an action, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asker {
    /// The member of staff.
    pub staff: StaffId,
    /// What is taken for the present, in the house's own time zone. Fractions of a second are dropped.
    pub at: NaiveDateTime,
    /// What the machine's clock says, in the house's own time zone. Signatures, steps and the history carry this.
    pub machine: NaiveDateTime,
}

/// What an action wrote.
#[derive(Clone, PartialEq)]
pub struct Receipt {
    /// The number of the action in the history, from 1. `None` if the action changed nothing.
    pub number: Option<i64>,
    /// The kind of action.
    pub action_kind: ActionKind,
    /// Whether it did, undid or redid something.
    pub nature: Nature,
    /// The changes in the order they were written.
    pub changes: Vec<Change>,
}

impl House {
    /// Performs an action if the rules allow it. When this returns, the changes are on the disk.
    ///
    /// Simultaneous actions run one after the other; the second is decided on the facts that the first has changed.
    ///
    /// # Errors
    /// [`Denied::Refused`] by the rules; [`Denied::Failed`] with `ReadOnly`, `Busy`, `DiskFull`, `Corrupt`,
    /// `UnknownCode`, `Database`. Nothing is changed then.
    pub fn perform(&mut self, asker: Asker, action: &Action) -> Result<Receipt, Denied<StoreError>> {
        self.perform_with(asker, action, |_| Ok(()))
    }

    /// [`House::perform`], with other work in the same transaction.
    pub(crate) fn perform_with(
        &mut self,
        asker: Asker,
        action: &Action,
        beside: impl FnOnce(&Transaction<'_>) -> Result<()>,
    ) -> Result<Receipt, Denied<StoreError>> {
        self.perform_around(asker, action, |_, _| Ok(()), |tx, _| beside(tx))
    }

    /// [`House::perform`], with other work in the same transaction before and after the changes are written.
    pub(crate) fn perform_around(
        &mut self,
        asker: Asker,
        action: &Action,
        before: impl FnOnce(&Transaction<'_>, &[Change]) -> Result<()>,
        after: impl FnOnce(&Transaction<'_>, &Chain) -> Result<()>,
    ) -> Result<Receipt, Denied<StoreError>> {
        if !self.is_writable() {
            return Err(Denied::Failed(StoreError::ReadOnly));
        }
        let asker = asker.to_the_second();
        let (tx, profiles, remembered) =
            self.transaction(TransactionBehavior::Immediate).map_err(Denied::Failed)?;
        let snapshot = Snapshot::new(&tx, profiles, remembered, asker);
        let decision = decide(action, &snapshot).map_err(|denied| snapshot.denied(denied))?;
        let Decision { action_kind, nature, changes } = decision;
        let chain = remembered.chain(&tx).map_err(Denied::Failed)?;
        let stamp = Stamp { at: asker.moment(), by: asker.staff, nature, action_kind };
        remembered.seed_codes(&tx).map_err(Denied::Failed)?;
        before(&tx, &changes).map_err(Denied::Failed)?;
        let written = history::write_step(&tx, &chain, stamp, &changes).map_err(Denied::Failed)?;
        changes.iter().for_each(|change| remembered.forget(change));
        after(&tx, &chain).map_err(Denied::Failed)?;
        tx.commit().map_err(|error| Denied::Failed(error.into()))?;
        remembered.codes_are_there();
        if let Some(written) = &written {
            self.keep_seal(Kept::Changes, written.last);
        }
        let number = written.map(|written| written.number);
        Ok(Receipt { number, action_kind, nature, changes })
    }

    /// Decides an action without writing: returns what [`House::perform`] would do now.
    ///
    /// # Errors
    /// [`Denied::Refused`] by the rules; [`Denied::Failed`] with `Busy`, `Corrupt`, `UnknownCode`, `Database`.
    pub fn check(&mut self, asker: Asker, action: &Action) -> Result<Decision, Denied<StoreError>> {
        let asker = asker.to_the_second();
        let (tx, profiles, remembered) =
            self.transaction(TransactionBehavior::Deferred).map_err(Denied::Failed)?;
        let snapshot = Snapshot::new(&tx, profiles, remembered, asker);
        decide(action, &snapshot).map_err(|denied| snapshot.denied(denied))
    }
}

impl Asker {
    /// A member of staff at a moment that is also what the machine's clock says.
    #[must_use]
    pub fn new(staff: StaffId, at: NaiveDateTime) -> Self {
        Self { staff, at, machine: at }
    }

    /// The moment that goes on record.
    #[must_use]
    pub fn moment(self) -> Moment {
        let Self { at, machine, .. } = self.to_the_second();
        Moment::new(machine, at)
    }

    pub(crate) fn to_the_second(self) -> Self {
        let whole = |at: NaiveDateTime| at.with_nanosecond(0).unwrap_or(at);
        Self { at: whole(self.at), machine: whole(self.machine), ..self }
    }
}

/// Prints the number of changes only, because they hold names and note text.
impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, action_kind, nature, changes } = self;
        write!(f, "Receipt({number:?}, {action_kind:?}, {nature:?}, {} changes)", changes.len())
    }
}
