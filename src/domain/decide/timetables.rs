//! Rules for the versions of a timetable.

use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::Denied;
use crate::decide::facts::Facts;
use crate::decide::refusal::Reason;
use crate::decide::rule::{Ruled, before, of_case, over};
use crate::record::edit::Edit;
use crate::record::timetable::Timetable;

/// Each version has a first day of its own, not before the child is admitted. Any version can be corrected, as far back
/// as it goes, since the register and every figure are counted from it each time. Source: our own.
impl Ruled for Timetable {
    const SAVED: Option<ActionKind> = Some(ActionKind::Timetable);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, |t| t.case)?;
        reasons.extend(over(&dossier));
        if let Some(new) = edit.new_state() {
            let versions = facts.timetables(new.case)?;
            let same_day = versions.iter().any(|t| t.id != new.id && t.from == new.from);
            let latest = u32::try_from(versions.len()).unwrap_or(u32::MAX);
            reasons.extend(same_day.then_some(Reason::VersionOrder { latest }));
            reasons.extend(dossier.case.stay().and_then(|stay| before(new.from, stay.from)));
        }
        Ok(reasons)
    }
}
