//! Rules for answers to obligations by hand.

use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::Denied;
use crate::decide::facts::Facts;
use crate::decide::refusal::Reason;
use crate::decide::rule::{Ruled, ahead, before, of_case, over};
use crate::record::answer::{Answer, HowAnswered};
use crate::record::edit::Edit;

/// An obligation has one answer, which is removed rather than changed. A closed case takes answers about what is asked
/// after closing.
impl Ruled for Answer {
    const SAVED: Option<ActionKind> = Some(ActionKind::Answer);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, |a| a.case)?;
        let Some(new) = edit.new_state() else { return Ok(reasons) };
        reasons.extend(over(&dossier).filter(|_| !new.obligation.is_after_closing()));
        reasons.extend((edit.old().is_some() || new.by != facts.asker()).then_some(Reason::NotByEditing));
        reasons.extend(ahead(facts, new.on));
        let fits = match new.how {
            HowAnswered::Excused(_) => new.obligation.can_be_excused(),
            HowAnswered::Sent(_) => {
                reasons.extend(before(new.on, new.since));
                new.obligation.goes_out()
            }
        };
        reasons.extend((!fits).then_some(Reason::AnsweredOtherwise(new.obligation)));
        let same = |a: &&Self| a.obligation == new.obligation && a.since == new.since && a.id != new.id;
        reasons.extend(
            dossier.answers.iter().find(same).map(|a| Reason::AnsweredAlready { by: a.by, on: a.on }),
        );
        Ok(reasons)
    }
}
