//! Rules for consents and correspondence.

use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::Denied;
use crate::decide::facts::Facts;
use crate::decide::refusal::Reason;
use crate::decide::rule::{Ruled, ahead, before, of_case};
use crate::decide::sharing_fault::SharingFault;
use crate::record::consent::Consent;
use crate::record::correspondence::{Correspondence, Ground, Way};
use crate::record::edit::Edit;
use crate::record::party::Party;
use crate::rules::consents;
use crate::rules::dossier::Dossier;

/// A consent that something was sent on keeps who gave it, what it allows and from when; it can still be withdrawn. A
/// closed case takes consents, since it is written about for years.
impl Ruled for Consent {
    const SAVED: Option<ActionKind> = Some(ActionKind::Consent);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, |c| c.case)?;
        let used = edit.old().is_some_and(|old| {
            let sent_on = |c: &&Correspondence| c.way.ground() == Some(&Ground::Consent(old.id));
            let mut letters = dossier.correspondence.iter().filter(sent_on);
            match edit.new_state() {
                None => letters.next().is_some(),
                Some(new) => letters.any(|c| !new.holds_on(c.date) || !is_same_promise(old, new)),
            }
        });
        reasons.extend(used.then_some(Reason::Sharing(SharingFault::Used)));
        if let Some(new) = edit.new_state() {
            reasons.extend(ahead(facts, new.from));
            reasons.extend(new.to.and_then(|to| before(to, new.from)));
            reasons.extend(new.withdrawn.and_then(|date| before(date, new.from)));
            reasons.extend(new.withdrawn.and_then(|date| ahead(facts, date)));
            reasons.extend([&new.giver, &new.with_whom].into_iter().find_map(|p| not_around(&dossier, p)));
        }
        Ok(reasons)
    }
}

/// Whether two states of a consent were given by the same party and allow the same.
fn is_same_promise(old: &Consent, new: &Consent) -> bool {
    (&old.giver, &old.what, &old.with_whom) == (&new.giver, &new.what, &new.with_whom)
}

/// What goes to somebody else than the child and those who have custody has a ground: a consent that holds on the day,
/// a law, or a reason. A document is sent only as it was signed, so it stays known what went out.
impl Ruled for Correspondence {
    const SAVED: Option<ActionKind> = Some(ActionKind::Correspondence);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, |c| c.case)?;
        let Some(new) = edit.new_state() else { return Ok(reasons) };
        let by = edit.old().map_or(facts.asker(), |old| old.by);
        reasons.extend((new.by != by).then_some(Reason::NotByEditing));
        reasons.extend(ahead(facts, new.date));
        reasons.extend(not_around(&dossier, &new.party));
        if let Way::Out { ground, document } = &new.way {
            reasons.extend(no_ground(&dossier, new, ground.as_ref()));
            if let Some(id) = document {
                let sent = dossier.documents.iter().find(|d| d.id == *id);
                reasons.extend(sent.is_none().then_some(Reason::NoSuchRecord));
                let unsigned = sent.filter(|d| d.signed.is_none());
                reasons.extend(unsigned.map(|d| Reason::Sharing(SharingFault::Unsigned(d.kind))));
            }
        }
        Ok(reasons)
    }

    /// What a colleague recorded and somebody removed comes back under the colleague's name.
    fn wrong_way_back(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let mut reasons = Self::wrong(facts, edit)?;
        reasons.retain(|reason| *reason != Reason::NotByEditing);
        Ok(reasons)
    }
}

/// The reason against sending something on its ground.
fn no_ground(dossier: &Dossier, letter: &Correspondence, ground: Option<&Ground>) -> Option<Reason> {
    let people = &dossier.people;
    match ground {
        Some(Ground::Law(_) | Ground::Reason(_)) => None,
        Some(Ground::Consent(id)) => match dossier.consents.iter().find(|c| c.id == *id) {
            None => Some(Reason::NoSuchRecord),
            Some(consent) if !consent.with_whom.covers(&letter.party, people) => {
                Some(Reason::Sharing(SharingFault::OfAnother))
            }
            Some(consent) if !consent.holds_on(letter.date) => {
                Some(Reason::Sharing(SharingFault::NotInForce {
                    from: consent.from,
                    over: consent.over_on(),
                }))
            }
            Some(_) => None,
        },
        None if letter.party.is_of_the_case(people) => None,
        None => {
            let ended = consents::ended(&dossier.consents, people, &letter.party, letter.date);
            Some(Reason::Sharing(SharingFault::NoGround { ended: ended.and_then(Consent::held_until) }))
        }
    }
}

/// The reason against a person who is not on record around the child.
fn not_around(dossier: &Dossier, party: &Party) -> Option<Reason> {
    match party {
        Party::Person(id) if !dossier.people.iter().any(|p| p.id == *id) => Some(Reason::NoSuchRecord),
        _ => None,
    }
}
