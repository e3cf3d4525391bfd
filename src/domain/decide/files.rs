//! Rules for the files of a case: joint analysis, goals, interventions, documents.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::rule::{Ruled, ahead, before, of_case, over};
use crate::record::analysis::JointAnalysis;
use crate::record::change::Change;
use crate::record::document::{ChosenTalk, PlanDocument, Signature};
use crate::record::edit::Edit;
use crate::record::goal::{Goal, HowFar, Progress};
use crate::record::intervention::Intervention;
use crate::record::teaching::{SubjectPlan, TeachingPlan};
use crate::rules::dossier::Dossier;
use crate::rules::gate::Course;
use crate::value::id::{CaseId, DocumentId, GoalId};

/// A new version follows the latest one, and only the latest one can be changed or removed.
fn wrong_version(latest: u32, old: Option<u32>, new: Option<u32>) -> Option<Reason> {
    let sound = match (old, new) {
        (None, Some(new)) => Some(new) == latest.checked_add(1),
        (Some(old), Some(new)) => old == new && old == latest,
        (Some(old), None) => old == latest,
        (None, None) => true,
    };
    (!sound).then_some(Reason::VersionOrder { latest })
}

/// Others may have read a version, so it is never overwritten, not even on the same day. Every save is a new version,
/// and only the latest can be removed. Source: service description, start-up (the joint analysis); our own for its
/// versions.
impl Ruled for JointAnalysis {
    const SAVED: Option<ActionKind> = Some(ActionKind::Analysis);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, |a| a.case)?;
        let latest = dossier.analysis().map_or(0, |a| a.version);
        reasons.extend(over(&dossier));
        let (old, new) = (edit.old(), edit.new_state());
        reasons.extend(wrong_version(latest, old.map(|a| a.version), new.map(|a| a.version)));
        reasons.extend((old.is_some() && new.is_some()).then_some(Reason::NotByEditing));
        if let Some(new) = new {
            reasons.extend(ahead(facts, new.date));
            reasons.extend(new.says_nothing().then_some(Reason::NothingWritten));
        }
        Ok(reasons)
    }
}

/// Progress of a goal has an action of its own, so that every value has an author.
impl Ruled for Goal {
    const SAVED: Option<ActionKind> = Some(ActionKind::Goal);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, |g| g.case)?;
        reasons.extend(over(&dossier));
        if let Some(new) = edit.new_state() {
            reasons.extend(ahead(facts, new.set_on));
            if let Some(ended) = new.ended {
                reasons.extend(ahead(facts, ended.on));
                reasons.extend(before(ended.on, new.set_on));
            }
            let noted = edit.old().map_or(&[][..], |o| &o.progress);
            reasons.extend((noted != new.progress).then_some(Reason::NotByEditing));
            reasons.extend(noted.first().and_then(|p| before(p.date, new.set_on)));
        }
        Ok(reasons)
    }

    /// Progress of a goal has an action of its own, and undo reverses it like any edit.
    fn wrong_way_back(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, |g| g.case)?;
        reasons.extend(over(&dossier));
        Ok(reasons)
    }
}

impl Ruled for Intervention {
    const SAVED: Option<ActionKind> = Some(ActionKind::Intervention);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, |i| i.case)?;
        reasons.extend(over(&dossier));
        let new = edit.new_state();
        reasons.extend(new.and_then(|new| before(new.to?, new.from)));
        Ok(reasons)
    }
}

/// Every version is kept: each has a first day of its own, and only the version with the latest first day can be
/// changed. Source: service description, teaching (a plan that is adjusted as it goes).
impl Ruled for TeachingPlan {
    const SAVED: Option<ActionKind> = Some(ActionKind::Teaching);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, Self::case)?;
        reasons.extend(over(&dossier));
        let others = || dossier.teaching.iter().filter(|t| Some(t.id()) != edit.old().map(TeachingPlan::id));
        let overtaken = edit.old().is_some_and(|old| others().any(|t| t.from() > old.from()));
        let same_day = edit.new_state().is_some_and(|new| others().any(|t| t.from() == new.from()));
        let latest = u32::try_from(dossier.teaching.len()).unwrap_or(u32::MAX);
        reasons.extend((overtaken || same_day).then_some(Reason::VersionOrder { latest }));
        reasons.extend(gate_closed(facts, &dossier, edit)?);
        Ok(reasons)
    }

    /// What once passed the gate comes back without being judged again.
    fn wrong_way_back(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let mut reasons = Self::wrong(facts, edit)?;
        reasons.retain(|reason| !matches!(reason, Reason::GateClosed(_)));
        Ok(reasons)
    }
}

/// The reason against a subject that the plan before did not have, unless it passes the gate or has a reason of its
/// own. Source: service description, teaching (other subjects when wellbeing and attendance develop positively).
fn gate_closed(
    facts: &dyn Facts,
    dossier: &Dossier,
    edit: &Edit<TeachingPlan>,
) -> Result<Option<Reason>, Denied> {
    let Some(new) = edit.new_state() else { return Ok(None) };
    let earlier = dossier.teaching.iter().filter(|t| t.from() < new.from()).max_by_key(|t| t.from());
    let known = |subject| edit.old().into_iter().chain(earlier).any(|plan| plan.subject(subject).is_some());
    let unjudged =
        |s: &SubjectPlan| !s.subject.is_always_taught() && s.opened().is_none() && !known(s.subject);
    if !new.subjects().iter().any(unjudged) {
        return Ok(None);
    }
    let programmes = facts.programmes()?;
    let case = &dossier.case;
    let course = Course {
        case,
        child: &dossier.child,
        programme: programmes.iter().find(|(p, _)| *p.code() == case.programme).map(|(p, _)| p),
        timetables: &facts.timetables(case.id)?,
        calendar: &facts.calendar()?,
        days: &facts.days_of(case.id)?,
        measures: &facts.measures_of(case.id)?,
        reported: &dossier.reported,
    };
    let gate = course.gate(facts.today());
    Ok((!gate.is_open()).then(|| Reason::GateClosed(Box::new(gate))))
}

/// A signed document stays as it is, except for the done dates of its steps. A document may be written after the case
/// is over, as the last report often is.
impl Ruled for PlanDocument {
    const SAVED: Option<ActionKind> = Some(ActionKind::Document);

    fn wrong(facts: &dyn Facts, edit: &Edit<Self>) -> Result<Vec<Reason>, Denied> {
        let (dossier, mut reasons) = of_case(facts, edit, |d| d.case)?;
        let kind = edit.new_state().or(edit.old()).map(|d| d.kind);
        let of_kind = || dossier.documents.iter().filter(|d| Some(d.kind) == kind);
        if let Some(signature) = edit.old().and_then(|d| d.signed) {
            let only_done =
                edit.old().zip(edit.new_state()).is_some_and(|(o, n)| o.as_signed() == n.as_signed());
            if !only_done {
                return Ok(vec![Reason::Signed { by: signature.by, at: signature.at.at() }]);
            }
        } else {
            let latest = of_kind().map(|d| d.version).max().unwrap_or(0);
            let (old, new) = (edit.old(), edit.new_state());
            reasons.extend(wrong_version(latest, old.map(|d| d.version), new.map(|d| d.version)));
            let unsigned = of_kind().find(|d| d.signed.is_none() && Some(d.id) != old.map(|o| o.id));
            reasons.extend(unsigned.map(|d| Reason::UnsignedVersion(d.kind)));
            let by_hand = new.is_some_and(|d| d.signed.is_some());
            let switched = old.zip(new).is_some_and(|(o, n)| o.kind != n.kind);
            reasons.extend((by_hand || switched).then_some(Reason::NotByEditing));
        }
        if let Some(new) = edit.new_state() {
            reasons.extend(ahead(facts, new.written_on));
            reasons.extend(new.tasks.iter().filter_map(|s| ahead(facts, s.done?)));
            reasons.extend(new.says_nothing().then_some(Reason::NothingWritten));
            for chosen in new.chosen.iter().filter(|c| !of_kind().any(|d| d.chosen.contains(c))) {
                reasons.extend(wrongly_chosen(facts, new.case, *chosen)?);
            }
        }
        Ok(reasons)
    }
}

/// The reason against a restricted talk that is newly chosen for a document: it is chosen by somebody who may read it, for
/// the child it is about. Source: the protection of the people in it (left out unless chosen one by one).
fn wrongly_chosen(facts: &dyn Facts, case: CaseId, chosen: ChosenTalk) -> Result<Option<Reason>, Denied> {
    let talk = facts.talk(chosen.talk)?.filter(|talk| talk.case() == Some(case) && talk.signed_at.is_some());
    let Some(talk) = talk else { return Ok(Some(Reason::NoSuchTalk)) };
    if chosen.by != facts.asker() {
        return Ok(Some(Reason::NotByEditing));
    }
    // A misplaced note is about another child.
    let closed = !talk.is_open_to(chosen.by) || facts.misplacement(talk.id)?.is_some();
    Ok(closed.then_some(Reason::NotOpenToYou))
}

pub(super) fn record_progress(
    facts: &dyn Facts,
    case: CaseId,
    goal: GoalId,
    date: NaiveDate,
    value: HowFar,
) -> Result<Decision, Denied> {
    let dossier = facts.dossier(case)?.ok_or(Reason::NoSuchCase)?;
    let goal = dossier.goals.iter().find(|g| g.id == goal).ok_or(Reason::NoSuchRecord)?;
    let mut reasons = Vec::new();
    reasons.extend(over(&dossier));
    reasons.extend(ahead(facts, date));
    reasons.extend(before(date, goal.set_on));
    Refusal::unless_empty(reasons)?;
    let mut new = goal.clone();
    new.progress.retain(|p| p.date != date);
    new.progress.push(Progress { date, value, by: facts.asker() });
    new.progress.sort_by_key(|p| p.date);
    let change = Edit::new(Some(goal.clone()), Some(new)).map(Change::Goal);
    Ok(Decision::to_do(ActionKind::Goal, change.into_iter().collect()))
}

pub(super) fn sign_document(
    facts: &dyn Facts,
    case: CaseId,
    document: DocumentId,
) -> Result<Decision, Denied> {
    let dossier = facts.dossier(case)?.ok_or(Reason::NoSuchCase)?;
    let old = dossier.documents.iter().find(|d| d.id == document).ok_or(Reason::NoSuchRecord)?;
    let mut reasons = Vec::new();
    reasons.extend(old.signed.map(|s| Reason::Signed { by: s.by, at: s.at.at() }));
    reasons.extend(old.says_nothing().then_some(Reason::NothingWritten));
    // Source: service description, phase-out (the report recommends for this child).
    let lacks = old.lacks_recommendation() && old.signed.is_none() && !old.says_nothing();
    reasons.extend(lacks.then_some(Reason::NoRecommendation));
    Refusal::unless_empty(reasons)?;
    let signed = Some(Signature { by: facts.asker(), at: facts.moment() });
    let change = Edit::new(Some(old.clone()), Some(PlanDocument { signed, ..old.clone() }));
    Ok(Decision::to_do(ActionKind::SignDocument, change.map(Change::Document).into_iter().collect()))
}
