//! The rule for finding that two records which may be of one child are of two.

use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::Denied;
use crate::decide::facts::Facts;
use crate::decide::keys::not_led;
use crate::decide::merge_fault::MergeFault;
use crate::decide::refusal::Reason;
use crate::decide::rule::Ruled;
use crate::record::edit::Edit;
use crate::record::two_children::TwoChildren;

/// A leader finds it, once for two children; undo takes it back. Source: our own.
impl Ruled for TwoChildren {
    const SAVED: Option<ActionKind> = Some(ActionKind::TwoChildren);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let mut reasons: Vec<Reason> = not_led(facts)?.into_iter().collect();
        let Some(new) = edit.new_state() else { return Ok(reasons) };
        reasons.extend((new.one == new.other).then_some(Reason::Merge(MergeFault::Itself)));
        for child in [new.one, new.other] {
            reasons.extend(facts.child(child)?.is_none().then_some(Reason::NoSuchChild));
        }
        reasons.extend((edit.old().is_some() || new.by != facts.asker()).then_some(Reason::NotByEditing));
        let before = facts
            .two_children()?
            .into_iter()
            .find(|one| one.id != new.id && one.names(&[new.one]) && one.names(&[new.other]));
        reasons.extend(before.map(|one| Reason::Overtaken { by: Some(one.by), at: None, now: None }));
        Ok(reasons)
    }
}
