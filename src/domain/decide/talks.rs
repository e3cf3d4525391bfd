//! Decisions on talks: signing, addenda, the end of a follow-up.

use alloc::vec;
use alloc::vec::Vec;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::misplacement::closed;
use crate::decide::note::Note;
use crate::decide::refusal::{Reason, Refusal};
use crate::decide::series_fault::SeriesFault;
use crate::decide::steps::programme_of;
use crate::record::change::Change;
use crate::record::edit::Edit;
use crate::record::follow_up::{Doer, FollowUp, FollowUpClosing, FollowUpEnd};
use crate::record::measure::{Measure, Score};
use crate::record::settings::HouseSettings;
use crate::record::staff::Staff;
use crate::record::talk::{Addendum, OpenTo, Participant, Talk, TalkKind, TalkSource};
use crate::rules::open_scores::OpenScores;
use crate::value::id::{AddendumId, CaseId, FollowUpId, StaffId, TalkId};
use crate::value::judgement::Judgement;
use crate::value::moment::Moment;
use crate::value::text::{Line, LongText, Tag};

/// Signs a note; it is never changed afterwards. Its agreements become follow-ups.
/// Source: service descriptions (documentation); our own for the signing.
pub(super) fn sign(facts: &dyn Facts, note: &Note) -> Result<Decision, Denied> {
    sign_each(facts, core::slice::from_ref(note))
}

/// Signs the notes of several children about one talk, all or none. Each child has one, on its own case.
/// Source: our own (one note for siblings).
pub(super) fn sign_each(facts: &dyn Facts, notes: &[Note]) -> Result<Decision, Denied> {
    let mut reasons = Vec::new();
    let mut changes = Vec::new();
    for (n, note) in notes.iter().enumerate() {
        // The same note on two screens is signed only once.
        if let Some(signed) = facts.talk(note.id)? {
            let at = signed.signed_at.map(Moment::at);
            return Err(Reason::Overtaken { by: Some(signed.author), at, now: None }.into());
        }
        let case = note.matter.case();
        let twice = notes.iter().take(n).any(|other| other.id == note.id || other.matter.case() == case);
        if twice || case.is_none() && notes.len() > 1 {
            reasons.push(Reason::OneNoteAChild);
        }
        reasons.extend(against(facts, note)?);
        changes.extend(written(facts, note));
    }
    let mut said: Vec<Reason> = Vec::new();
    for reason in reasons {
        if !said.contains(&reason) {
            said.push(reason);
        }
    }
    Refusal::unless_empty(said)?;
    Ok(Decision::to_do(ActionKind::Sign, changes))
}

/// The reasons against signing a note.
fn against(facts: &dyn Facts, note: &Note) -> Result<Vec<Reason>, Denied> {
    let mut reasons = Vec::new();
    if let Some(case) = note.matter.case()
        && facts.case(case)?.is_none()
    {
        reasons.push(Reason::NoSuchCase);
    }
    if note.date > facts.today() {
        reasons.push(Reason::TalkAhead { date: note.date });
    }
    if note.date == facts.today() && note.start.is_some_and(|s| s > facts.now().time().into()) {
        reasons.push(Reason::TalkAhead { date: note.date });
    }
    let staff = facts.staff()?;
    if mentioned(note).any(|who| !staff.iter().any(|s| s.id == who)) {
        reasons.push(Reason::NoSuchStaff);
    }
    reasons.extend(gone_doers(note, &staff, facts));
    let early = note.agreements.iter().filter(|a| a.due < note.date);
    reasons.extend(early.map(|a| Reason::DueBefore { due: a.due, date: note.date }));
    reasons.extend(judgement_wrong(facts, note)?);
    let earlier = match note.matter.case().filter(|_| !note.scores.is_empty()) {
        Some(case) => facts.measures_of(case)?,
        None => OpenScores::default(),
    };
    reasons.extend(scores_wrong(note, &facts.settings()?.unwrap_or_default(), &earlier));
    Ok(reasons)
}

/// Every member of staff that a note names.
fn mentioned(note: &Note) -> impl Iterator<Item = StaffId> {
    let took_part = note.participants.iter().filter_map(|p| match p {
        Participant::Staff(who) => Some(*who),
        _ => None,
    });
    let readers = match &note.open_to {
        OpenTo::House => &[][..],
        OpenTo::Only(readers) => readers,
    };
    let doers = note.agreements.iter().filter_map(|a| match a.who {
        Doer::Staff(who) => Some(who),
        Doer::Other(_) => None,
    });
    took_part.chain(readers.iter().copied()).chain(doers)
}

/// A reason for each responsible member of staff who has left.
fn gone_doers(note: &Note, staff: &[Staff], facts: &dyn Facts) -> Vec<Reason> {
    let gone = |who: StaffId| {
        let member = staff.iter().find(|s| s.id == who)?;
        let on = member.left_on.filter(|on| *on <= facts.today())?;
        Some(Reason::StaffGone { initials: member.initials.clone(), on })
    };
    let doers = note.agreements.iter().filter_map(|a| match a.who {
        Doer::Staff(who) => Some(who),
        Doer::Other(_) => None,
    });
    doers.filter_map(gone).collect()
}

/// A follow-up meeting is signed with a judgement that its programme has, and no other talk has one.
/// Source: wellbeing programme, follow-up (the meeting judges whether the level is enough).
fn judgement_wrong(facts: &dyn Facts, note: &Note) -> Result<Option<Reason>, Denied> {
    let case = match note.matter.case() {
        Some(case) if note.matter.kind() == TalkKind::FollowUp => facts.case(case)?,
        _ => return Ok(note.judgement.map(Reason::NoSuchJudgement)),
    };
    let Some(case) = case else { return Ok(None) };
    let (programme, _) = programme_of(facts, &case)?;
    let possible = Judgement::possible(!programme.levels().is_empty());
    Ok(match note.judgement {
        None => Some(Reason::NoJudgement),
        Some(judgement) => (!possible.contains(&judgement)).then_some(Reason::NoSuchJudgement(judgement)),
    })
}

/// What is wrong with the scores of a note, by the settings and the earlier scores of its case.
fn scores_wrong(note: &Note, settings: &HouseSettings, earlier: &OpenScores) -> Vec<Reason> {
    let mut reasons = Vec::new();
    // A score that the user may not see may be in any series.
    let has_begun = |series: &Tag| {
        let is_in = |m: &Measure| matches!(&m.score, Score::Own(own) if own.series() == series);
        earlier.sealed() > 0 || earlier.iter().any(is_in)
    };
    if note.matter.case().is_none() && !note.scores.is_empty() {
        reasons.push(Reason::ScoreWithoutCase);
    }
    for (n, new) in note.scores.iter().enumerate() {
        if let Score::Own(own) = &new.score {
            let series = own.series().clone();
            match settings.series(&series) {
                None => reasons.push(Reason::Series(SeriesFault::Unknown(series))),
                Some(known) if known.count() != own.values().len() || known.total_of_one() != own.total() => {
                    let lines = known.count();
                    reasons.push(Reason::Series(SeriesFault::Lines { series, lines }));
                }
                Some(known) if !own.values().iter().all(|value| known.has(*value)) => {
                    let (low, high) = (known.low(), known.high());
                    reasons.push(Reason::Series(SeriesFault::Outside { series, low, high }));
                }
                Some(known) if known.is_retired() && !has_begun(&series) => {
                    reasons.push(Reason::Series(SeriesFault::Retired(series)));
                }
                Some(_) => {}
            }
        }
        let same = |other: &crate::decide::note::NewScore| {
            other.rater == new.rater
                && match (&other.score, &new.score) {
                    (Score::Fit { instrument: a, .. }, Score::Fit { instrument: b, .. }) => a == b,
                    (Score::Own(a), Score::Own(b)) => a.series() == b.series(),
                    _ => false,
                }
        };
        if note.scores.iter().take(n).any(same) {
            reasons.push(Reason::ScoreTwice);
        }
    }
    reasons
}

fn written(facts: &dyn Facts, note: &Note) -> Vec<Change> {
    let talk = Talk {
        id: note.id,
        matter: note.matter.clone(),
        date: note.date,
        start: note.start,
        minutes: note.minutes,
        participants: note.participants.clone(),
        themes: note.themes.clone(),
        methods: note.methods.clone(),
        text: note.text.clone(),
        author: facts.asker(),
        signed_at: Some(facts.moment()),
        open_to: note.open_to.clone(),
        source: TalkSource::Own,
        judgement: note.judgement,
    };
    let mut changes: Vec<Change> = vec![Edit::create(talk).into()];
    changes.extend(note.agreements.iter().map(|a| {
        let (id, what, who, due) = (a.id, a.what.clone(), a.who.clone(), a.due);
        Edit::create(FollowUp { id, talk: note.id, case: note.matter.case(), what, who, due, closing: None })
            .into()
    }));
    let of_case = |case: CaseId| {
        note.scores.iter().map(move |new| {
            let (id, rater, score) = (new.id, new.rater, new.score.clone());
            Edit::create(Measure { id, case, talk: note.id, date: note.date, rater, score }).into()
        })
    };
    changes.extend(note.matter.case().into_iter().flat_map(of_case));
    changes
}

/// Adds to a signed talk; any user who may read the talk can do it.
pub(super) fn add(
    facts: &dyn Facts,
    id: AddendumId,
    talk: TalkId,
    text: &LongText,
) -> Result<Decision, Denied> {
    let on_record = facts.talk(talk)?.ok_or(Reason::NoSuchTalk)?;
    if let Some(reason) = closed(facts, &on_record)? {
        return Err(reason.into());
    }
    let addendum = Addendum { id, talk, text: text.clone(), author: facts.asker(), at: facts.moment() };
    Ok(Decision::to_do(ActionKind::Addendum, vec![Edit::create(addendum).into()]))
}

/// Ends a follow-up.
pub(super) fn end_follow_up(
    facts: &dyn Facts,
    id: FollowUpId,
    how: FollowUpEnd,
    note: Option<&Line>,
) -> Result<Decision, Denied> {
    let old = facts.follow_up(id)?.ok_or(Reason::NoSuchFollowUp)?;
    if let Some(reason) = facts.talk(old.talk)?.map(|talk| closed(facts, &talk)).transpose()?.flatten() {
        return Err(reason.into());
    }
    if let Some(closing) = &old.closing {
        return Err(Reason::FollowUpEnded { by: closing.by, at: closing.at.at() }.into());
    }
    let closing = FollowUpClosing { how, by: facts.asker(), at: facts.moment(), note: note.cloned() };
    let new = FollowUp { closing: Some(closing), ..old.clone() };
    let change = Edit::new(Some(old), Some(new)).map(Change::FollowUp);
    Ok(Decision::to_do(ActionKind::FollowUp, change.into_iter().collect()))
}
