//! Decisions on notes that were signed on the wrong child.

use alloc::vec;
use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::keys::not_led;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::rule::Ruled;
use crate::record::edit::Edit;
use crate::record::misplacement::Misplacement;
use crate::record::talk::Talk;
use crate::value::id::{CaseId, MisplacementId, TalkId};
use crate::value::text::Line;

/// Only its own action writes it.
impl Ruled for Misplacement {}

/// Marks a signed note as written on the wrong child. Its author and the leaders of the house can do it.
pub(super) fn misplace(
    facts: &dyn Facts,
    id: MisplacementId,
    talk: TalkId,
    right: Option<CaseId>,
    note: Option<&Line>,
) -> Result<Decision, Denied> {
    let on_record = facts.talk(talk)?.ok_or(Reason::NoSuchTalk)?;
    if let Some(marked) = facts.misplacement(talk)? {
        return Err(Reason::MisplacedAlready { by: marked.by, at: marked.at.at() }.into());
    }
    let mut reasons: Vec<Reason> = closed(facts, &on_record)?.into_iter().collect();
    if on_record.author != facts.asker() {
        reasons.extend(not_led(facts)?.map(|_| Reason::NoteOfAnother { author: on_record.author }));
    }
    match (on_record.case(), right) {
        (None, _) => reasons.push(Reason::NoteOfNoChild),
        (Some(case), Some(right)) if case == right => reasons.push(Reason::RightChildAlready),
        (Some(_), Some(right)) if facts.case(right)?.is_none() => reasons.push(Reason::NoSuchCase),
        _ => {}
    }
    Refusal::unless_empty(reasons)?;
    let (by, at) = (facts.asker(), facts.moment());
    let mark = Misplacement { id, talk, right, note: note.cloned(), by, at };
    Ok(Decision::to_do(ActionKind::Misplace, vec![Edit::create(mark).into()]))
}

/// The reason against an action of somebody who may not read a note.
pub(super) fn closed(facts: &dyn Facts, talk: &Talk) -> Result<Option<Reason>, Denied> {
    let (reader, is_marked) = (facts.asker(), facts.misplacement(talk.id)?.is_some());
    let leads = || Ok::<_, Denied>(facts.member(reader)?.is_some_and(|reader| reader.leader));
    let open = Misplacement::leaves_open(talk.author, &talk.open_to, is_marked, reader, leads)?;
    // A restricted note does not say what else closes it.
    let why = if talk.is_open_to(reader) { Reason::OnWrongChild } else { Reason::NotOpenToYou };
    Ok((!open).then_some(why))
}
