//! The rules for edits of records: one trait for saving by hand and for undo.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::Denied;
use crate::decide::facts::Facts;
use crate::decide::refusal::Reason;
use crate::record::day::Day;
use crate::record::edit::{Edit, Record};
use crate::record::follow_up::FollowUp;
use crate::record::measure::Measure;
use crate::record::programme::HouseProgramme;
use crate::record::staff::Staff;
use crate::record::talk::{Addendum, Talk};
use crate::rules::dossier::Dossier;
use crate::value::id::CaseId;

/// The rules for edits of one type of record. A type without rules can't be saved by hand; only its own actions write
/// it.
pub(super) trait Ruled: Record {
    /// The kind of action that saving by hand records in the history; `None` if it can't be saved by hand.
    const SAVED: Option<ActionKind> = None;

    /// The reasons against saving an edit by hand.
    fn wrong(_facts: &dyn Facts, _edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        Ok(vec![Reason::NotByEditing])
    }

    /// The reasons against undoing an edit whose records have not changed since. The rules also hold for undo: it
    /// must not remove a version that another is based on, or change what a closed case keeps.
    fn wrong_way_back(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        if Self::SAVED.is_some() { Self::wrong(facts, edit) } else { Ok(vec![]) }
    }
}

impl Ruled for Staff {}
impl Ruled for HouseProgramme {}
impl Ruled for Talk {}
impl Ruled for Addendum {}
impl Ruled for FollowUp {}
impl Ruled for Measure {}
impl Ruled for Day {}

/// The dossier of the case that an edited record belongs to, and the reason against moving it to another case.
pub(super) fn of_case<R: Record>(
    facts: &dyn Facts,
    edit: &Edit<R>,
    case_of: fn(&R) -> CaseId,
) -> Result<(Dossier, Vec<Reason>), Denied> {
    let mut cases = [edit.old(), edit.new_state()].into_iter().flatten().map(case_of);
    let case = cases.next().ok_or(Reason::NoSuchCase)?;
    let dossier = facts.dossier(case)?.ok_or(Reason::NoSuchCase)?;
    let reasons = cases.filter(|other| *other != case).map(|_| Reason::NotByEditing).collect();
    Ok((dossier, reasons))
}

/// The reason against changing the files of a case that is over.
pub(super) fn over(dossier: &Dossier) -> Option<Reason> {
    (!dossier.case.is_open()).then(|| Reason::CaseOver(dossier.case.stage()))
}

/// The reason against a date after today.
pub(super) fn ahead(facts: &dyn Facts, date: NaiveDate) -> Option<Reason> {
    (date > facts.today()).then_some(Reason::DateAhead { date })
}

/// The reason against a date before the first possible one.
pub(super) fn before(date: NaiveDate, first: NaiveDate) -> Option<Reason> {
    (date < first).then_some(Reason::DateBefore { date, first })
}
