//! Decisions on the level of a case. Each is based on a talk with the referrer or a follow-up meeting.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::steps::programme_of;
use crate::decide::why::Why;
use crate::record::case::Case;
use crate::record::change::Change;
use crate::record::edit::Edit;
use crate::record::level::LevelChange;
use crate::record::talk::TalkKind;
use crate::value::id::{CaseId, TalkId};
use crate::value::level::Level;
use crate::value::text::Line;

/// Chooses the level after a dialogue with the referrer, or changes it with a reason after another dialogue or a
/// follow-up meeting. Each change needs a talk of its own. Source: wellbeing programme, choice of intervention.
pub(super) fn set_level(
    facts: &dyn Facts,
    case: CaseId,
    level: Level,
    on: NaiveDate,
    talk: TalkId,
    reason: Option<&Line>,
) -> Result<Decision, Denied> {
    let dossier = facts.dossier(case)?.ok_or(Reason::NoSuchCase)?;
    let case = &dossier.case;
    let (programme, _) = programme_of(facts, case)?;
    let before = case.levels.last();
    let mut reasons = Vec::new();
    if !case.is_open() {
        reasons.push(Reason::CaseOver(case.stage()));
    }
    if programme.level(level).is_none() {
        reasons.push(Reason::NoSuchLevel(level));
    }
    if case.level() == Some(level) {
        reasons.push(Reason::LevelAlready(level));
    }
    if on > facts.today() {
        reasons.push(Reason::DateAhead { date: on });
    }
    let first = before.map_or(case.referral.on, |b| b.on);
    if on < first {
        reasons.push(Reason::DateBefore { date: on, first });
    }
    let rests = dossier.talks.iter().filter(|t| t.id == talk && t.date <= on).any(|t| match before {
        None => t.kind == TalkKind::Referrer,
        Some(before) => {
            matches!(t.kind, TalkKind::Referrer | TalkKind::FollowUp)
                && t.date >= before.on
                && t.id != before.talk
        }
    });
    if !rests {
        reasons.push(Reason::LevelNeedsTalk { since: before.map(|b| b.on) });
    }
    if before.is_some() && reason.is_none() {
        reasons.push(Reason::NoReason(Why::Level));
    }
    Refusal::unless_empty(reasons)?;
    let mut new: Case = case.clone();
    new.levels.push(LevelChange { level, on, talk, reason: reason.cloned(), by: facts.asker() });
    let change = Edit::new(Some(case.clone()), Some(new)).map(Change::Case);
    Ok(Decision::to_do(ActionKind::Level, change.into_iter().collect()))
}
