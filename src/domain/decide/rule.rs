//! What the rules say against an edit of a record: one trait for saving by hand and for taking back.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::Denied;
use crate::decide::facts::Facts;
use crate::decide::refusal::Reason;
use crate::record::closure::Closure;
use crate::record::day::Day;
use crate::record::edit::{Edit, Record};
use crate::record::follow_up::FollowUp;
use crate::record::measure::Measure;
use crate::record::programme::HouseProgramme;
use crate::record::settings::HouseSettings;
use crate::record::staff::Staff;
use crate::record::talk::{Addendum, Talk};
use crate::record::timetable::Timetable;
use crate::rules::dossier::Dossier;
use crate::value::id::CaseId;

/// The rules for edits of one type of record. Without a rule it is not saved by hand: only actions of their own
/// write it.
pub(super) trait Ruled: Record {
    /// What saving one by hand is in the history; nothing where none is.
    const SAVED: Option<ActionKind> = None;

    /// What stands in the way of saving an edit by hand.
    fn wrong(_facts: &dyn Facts, _edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        Ok(vec![Reason::NotByEditing])
    }

    /// What stands in the way of taking something back although nothing of it was changed since: the rules hold on
    /// the way back too, or a version that another rests on would go, and what a closed case keeps.
    fn wrong_way_back(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        if Self::SAVED.is_some() { Self::wrong(facts, edit) } else { Ok(vec![]) }
    }
}

impl Ruled for Staff {}
impl Ruled for HouseProgramme {}
impl Ruled for Closure {}
impl Ruled for Timetable {}
impl Ruled for Talk {}
impl Ruled for Addendum {}
impl Ruled for FollowUp {}
impl Ruled for Measure {}
impl Ruled for HouseSettings {}
impl Ruled for Day {}

/// What is on record of the case that an edited record belongs to, and what is wrong where it leaves that case.
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

/// Nothing in the files of a case that is over is changed.
pub(super) fn over(dossier: &Dossier) -> Option<Reason> {
    (!dossier.case.is_open()).then(|| Reason::CaseOver(dossier.case.stage()))
}

/// A date after today.
pub(super) fn ahead(facts: &dyn Facts, date: NaiveDate) -> Option<Reason> {
    (date > facts.today()).then_some(Reason::DateAhead { date })
}

/// A date before the first that it can be.
pub(super) fn before(date: NaiveDate, first: NaiveDate) -> Option<Reason> {
    (date < first).then_some(Reason::DateBefore { date, first })
}
