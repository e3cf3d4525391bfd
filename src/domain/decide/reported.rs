//! Rules for weeks reported from a child's own school.

use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::Denied;
use crate::decide::facts::Facts;
use crate::decide::refusal::Reason;
use crate::decide::rule::{Ruled, ahead, of_case};
use crate::record::edit::Edit;
use crate::record::reported_week::ReportedWeek;

/// A week is reported once, when it has begun, and not while the child is in the house's own register. Weeks before and
/// after the course may be reported, so a closed case takes them. Source: our own.
impl Ruled for ReportedWeek {
    const SAVED: Option<ActionKind> = Some(ActionKind::ReportedWeek);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, |w| w.case)?;
        let Some(new) = edit.new_state() else { return Ok(reasons) };
        reasons.extend(ahead(facts, new.monday.monday()));
        // Somebody else reported it since the list was read.
        let twice = dossier.reported.iter().find(|w| w.id != new.id && w.monday == new.monday);
        reasons.extend(twice.map(|_| Reason::Overtaken { by: None, at: None, now: None }));
        let programmes = facts.programmes()?;
        let own = programmes.iter().any(|(p, _)| *p.code() == dossier.case.programme && p.keeps_register());
        let enrolment = dossier.case.enrolment().filter(|_| own);
        let inside = enrolment.filter(|e| e.includes(new.monday.monday()) && e.includes(new.monday.friday()));
        reasons.extend(inside.map(|e| Reason::InOwnRegister(e.from)));
        Ok(reasons)
    }
}
